"""What is known when a speaker is to be decided: mentions, entities and their genders, the words of the source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

import attrs

from newsparse.model import Entity, Mention, Passage, Span, Speaker
from newsparse_quotes.grammar import NOUNS
from newsparse_quotes.lexicon import LISTS, words
from newsparse_quotes.sources.tree import CLAUSES
from newsparse_quotes.speakers.around import Around
from newsparse_quotes.speakers.descriptions import Descriptions

_BESIDE = frozenset({"appos", "flat", "flat:name", "nmod:desc"})
"""Relations over which a name says who the head of a source is."""
_BESIDE_STEPS = 3
_TITLING = NOUNS | {"ADJ", "DET"}
"""Parts of speech of the words before a name that say who somebody is."""
_AFTER_NAME = frozenset(",(\u2013\u2014")
"""What ends a name that follows a comma."""
_HONOURS = re.compile(r"(?:[\s,(]*[A-Z][A-Z.]+\)?)*")
"""Letters after a name: "MP", ", KC"."""
_CLOSING = "-RRB-"
_PLURAL = frozenset({"NNS", "NNPS"})
_MAX_KIND_WORDS = 2
"""Words that say what kind of body a name before them has, at most: "news site"."""
_NEAR_PARAGRAPHS = 3
_RANKS = {"named": 0, "nominal": 1, "pronoun": 2}
_POSSESSIVES = frozenset({"'s", "\u2019s"})


@attrs.frozen(slots=False, eq=False)
class SpeakerCase:
    """The words of a source and the content that it says.

    ``last`` is the person who spoke before, ``before`` whoever did, ``thing`` the document or body that did, ``asked``
    the person to whom the quote before is a question, where this one answers. ``inner``
    says that it is the source of a quote inside a quote by ``outer``.
    """

    around: Around
    descriptions: Descriptions
    passage: Passage
    content: Sequence[Span] = ()
    last: Entity | None = None
    before: Speaker | None = None
    thing: Speaker | None = None
    asked: Entity | None = None
    inner: bool = False
    outer: Speaker | None = None

    @property
    def words(self) -> str:
        """The words in small letters."""
        return self.passage.text.lower()

    @cached_property
    def head(self) -> int | None:
        """The head word of the source; None without a tree."""
        tree = self.around.tree
        inside = tree.index.overlapping(self.passage.span)
        return tree.top(inside) if tree.known and inside else None

    @property
    def gender(self) -> str | None:
        """The gender of a source that is a pronoun of one person."""
        return self.around.gender_of_pronoun(self.words)

    @property
    def is_group(self) -> bool:
        """Whether the source is a pronoun of several people."""
        return self.words in words("pronouns.group")

    @cached_property
    def is_definite(self) -> bool:
        """Whether the source is a definite singular noun: "the mayor", "ACC secretary", not "a baker"."""
        tree, head = self.around.tree, self.head
        if head is None or tree.tokens[head].upos not in NOUNS or tree.tokens[head].xpos in _PLURAL:
            return False
        if tree.lemma(head) in words("speakers.nameless", "speakers.amounts") or tree.children(head, "nummod"):
            return False
        inside = tree.index.overlapping(self.passage.span)
        known = [tree.tokens[child].text.lower() in words("grammar.definite") for child in tree.children(head, "det")]
        owned = [child for child in tree.children(head, "nmod:poss") if tree.tokens[child].upos == "PRON"]
        return inside[0] <= head and all(known) and not owned

    @cached_property
    def is_new(self) -> bool:
        """Whether the source is a singular noun for a person who is not known yet: "an Auckland baker"."""
        tree, head = self.around.tree, self.head
        if head is None or tree.tokens[head].upos not in NOUNS or tree.tokens[head].xpos in _PLURAL:
            return False
        return any(
            tree.tokens[child].text.lower() in words("grammar.indefinite") for child in tree.children(head, "det")
        )

    @cached_property
    def initials(self) -> str:
        """The initials that the source is, without an article: "the MCE"; empty for other words."""
        *before, last = self.passage.text.split()
        bare = all(word.lower() in words("grammar.definite") for word in before)
        return last if bare and len(last) > 1 and last.isupper() and last.isalpha() else ""

    @property
    def is_label(self) -> bool:
        """Whether the source begins a line and has a colon after it."""
        text, span = self.around.document.text, self.passage.span
        return text[span.end : span.end + 1] == ":" and (not span.start or text[span.start - 1] == "\n")

    @cached_property
    def antecedent(self) -> Passage | None:
        """What a relative clause is about, if its pronoun is the source."""
        tree = self.around.tree
        verb = tree.head(self.head) if self.head is not None else None
        noun = tree.head(verb) if verb is not None and tree.relation(verb) == "acl:relcl" else None
        if noun is None:
            return None
        span = tree.phrase(noun, ("acl:relcl", "case", "punct", "cc", "conj"))
        return Passage(span, tree.document.cut(span)) if not span.overlaps(self.passage.span) else None

    def is_person(self, span: Span) -> bool:
        """Whether the head noun of ``span`` is one for a person."""
        tree = self.around.tree
        top = tree.top(tree.index.overlapping(span))
        return top is not None and tree.lemma(top) in words("nouns.people.known")

    @cached_property
    def is_thing(self) -> bool:
        """Whether the head noun is for a body, a document or an event: no person is called "the government" by it."""
        if self.head is None or self.around.tree.tokens[self.head].text.isupper():
            return False
        return not _is_human(self.around.tree.lemma(self.head))

    @property
    def is_body(self) -> bool:
        """Whether the head noun is for one body: "the mayor's office", "a court"."""
        tree, head = self.around.tree, self.head
        if head is None or tree.tokens[head].xpos in _PLURAL:
            return False
        return tree.lemma(head) in words("nouns.bodies") and tree.lemma(head) not in words("nouns.people")

    def is_several(self, speaker: Speaker) -> bool:
        """Whether a speaker without a name is several people: "reporters", "two officials"."""
        top = self._top(speaker) if speaker.kind == "unnamed" else None
        return top is not None and self.around.tree.tokens[top].xpos in _PLURAL

    def is_somebody(self, speaker: Speaker) -> bool:
        """Whether a speaker without a name is one person: "one health worker", "a spokesman for the city"."""
        top = self._top(speaker) if speaker.kind == "unnamed" else None
        return top is not None and not self.is_several(speaker) and _is_human(self.around.tree.lemma(top))

    def _top(self, speaker: Speaker) -> int | None:
        tree = self.around.tree
        return tree.top(tree.index.overlapping(speaker.mention.span)) if speaker.mention is not None else None

    def contradicts(self, entity: Entity) -> bool:
        """Whether the head noun is an office or job, and the text gives the entity others alone."""
        noun = self.around.tree.lemma(self.head) if self.head is not None else ""
        called = [*(item.role.text for item in entity.affiliations), *entity.titles]
        told = [word.strip(".,").lower() for phrase in called for word in phrase.replace("-", " ").split()]
        own = {LISTS.map("titles.abbreviations").get(word, word) for word in told}
        return noun in words("nouns.people.office") and bool(own) and noun not in own

    def is_near(self, entity: Entity) -> bool:
        """Whether an entity is mentioned in the paragraph of the source, or in one of the two before."""
        start = self.passage.span.start
        latest = max((m.span.start for m in self.around.mentions_of(entity) if m.span.end <= start), default=0)
        between = self.around.document.text[latest:start]
        return sum(bool(line.strip()) for line in between.split("\n")) <= _NEAR_PARAGRAPHS

    @property
    def is_asked(self) -> bool:
        """Whether a question is between the source and whoever spoke before in the same paragraph."""
        before = self.before.mention if self.before is not None else None
        between = self.around.document.text[before.span.start : self.passage.span.start] if before is not None else ""
        return "?" in between and "\n" not in between

    @property
    def is_vague(self) -> bool:
        """Whether the head noun is one for many people, such as "official", and for no office or job in the text."""
        noun = self.around.tree.lemma(self.head) if self.head is not None else ""
        return self.is_definite and noun in words("nouns.people.vague")

    def may_speak(self, entity: Entity) -> bool:
        """Whether the content does not name an entity: nobody calls themselves by name."""
        named = (m.span for m in self.around.mentions_of(entity) if m.form == "named")
        return self.inner or not any(piece.covers(span) for span in named for piece in self.content)

    def spoke_since(self, entity: Entity) -> bool:
        """Whether somebody else has spoken since the narrator last mentioned an entity."""
        if self.before is None or self.before.mention is None or self.before.entity == entity.id:
            return False
        place = self.passage.span.start
        latest = max(
            (m.span.start for m in self.around.mentions_of(entity) if m.span.end <= place and self._is_narrated(m)),
            default=-1,
        )
        return latest < self.before.mention.span.start < place

    def _is_narrated(self, mention: Mention) -> bool:
        return not self.around.quoted.touching([mention.span])

    @cached_property
    def mention(self) -> Mention | None:
        """The mention that the source is about: its head, or a name beside that; by place where there is no tree."""
        inside = self.around.overlapping(self.passage.span)
        if self.head is None:
            return self._largest(inside)
        inside = [m for m in inside if not self._is_agent(m)]
        found = [m for m in inside if m.label not in {"Date", "Money"} and self._says(m, self.head)]
        found += [m for m in inside if not found and self._is_called(m)]
        if not any(m.label == "Person" for m in found):
            found += [m for m in inside if self._is_titled(m) or self._is_apposed(m) or self._is_named_so(m)]
        found += [m for m in inside if not found and self._is_leading(m)]
        return min(found, key=lambda m: (m.label != "Person", m.entity is None, _RANKS[m.form]), default=None)

    def _is_agent(self, mention: Mention) -> bool:
        """Whether a clause in the source names a mention as its agent: "the order, signed by the mayor"."""
        tree, source = self.around.tree, self.passage.span
        word = tree.top(tree.index.overlapping(mention.span))
        for _ in range(_BESIDE_STEPS):
            if word is None or tree.relation(word) not in _BESIDE:
                break
            word = tree.head(word)
        verb = tree.head(word) if word is not None and tree.relation(word) == "obl:agent" else None
        return verb is not None and tree.relation(verb) in CLAUSES and source.covers(tree.tokens[verb].span)

    def _is_called(self, mention: Mention) -> bool:
        """Whether a body's name is right before the noun for its kind that ends the source: "the Echo newspaper"."""
        tree, head = self.around.tree, self.head
        if mention.label != "Organization" or head is None or tree.lemma(head) not in words("nouns.bodies.kind"):
            return False
        inside = tree.index.overlapping(mention.span)
        near = range(inside[-1] + 1, head + 1) if inside else range(0)
        if not 0 < len(near) <= _MAX_KIND_WORDS or any(tree.tokens[word].upos not in NOUNS for word in near):
            return False
        return len(near) == 1 or tree.lemma(near[0]) in words("speakers.outlets")

    def _is_titled(self, mention: Mention) -> bool:
        """Whether the source ends in a name right after a noun: "the head of the mission Ada Brook MP".

        Before the name of a body the noun is one for bodies: "state broadcaster Quay One".
        """
        tree, source = self.around.tree, self.passage.span
        inside = tree.index.overlapping(mention.span)
        if not self._may_follow(mention) or not inside or mention.span.start <= source.start:
            return False
        after = self.around.document.text[mention.span.end : source.end]
        before = inside[0] - 1
        if mention.label == "Person" and tree.tokens[before].xpos == _CLOSING:
            before -= 1  # "the director of Quay Lines (QL) Ada Brook"
        return tree.tokens[before].upos in NOUNS and _HONOURS.fullmatch(after) is not None

    def _is_leading(self, mention: Mention) -> bool:
        """Whether a person's name has only nouns and adjectives before it, and no noun after it.

        So it is in "Additional DIG Ada Brook of the police" and in "former Sen. Ada Brook, who left".
        """
        tree, source = self.around.tree, self.passage.span
        inside = tree.index.overlapping(mention.span)
        if mention.label != "Person" or mention.form != "named" or not inside or mention.span.start < source.start:
            return False
        around = tree.index.overlapping(source)
        titles = {tree.tokens[word].upos for word in around if word < inside[0]}
        after = next((tree.tokens[word].upos for word in around if word > inside[-1]), "PUNCT")
        return titles <= _TITLING and after in {"ADP", "PUNCT"}

    def _may_follow(self, mention: Mention) -> bool:
        """Whether a name after the head of the source can say who that is: a person's, or a body's after its noun."""
        if mention.form != "named" or mention.label not in {"Person", "Organization"}:
            return False
        if mention.label == "Person" or self.head is None:
            return mention.label == "Person"
        lemma = self.around.tree.lemma(self.head)
        return lemma in words("nouns.bodies.kind") or lemma in words("nouns.bodies.business")

    def _is_named_so(self, mention: Mention) -> bool:
        """Whether the source says that somebody or something is called by a name: "a group known as Quay Watch"."""
        tree = self.around.tree
        inside = tree.index.overlapping(mention.span)
        if mention.form != "named" or not inside or mention.span.start <= self.passage.span.start:
            return False
        return tree.tokens[inside[0] - 1].text.lower() in words("speakers.naming")

    def _is_apposed(self, mention: Mention) -> bool:
        """Whether a name follows a comma, and ends the source or its part: "the head of the mission, Ada"."""
        text, source = self.around.document.text, self.passage.span
        if not self._may_follow(mention) or not source.covers(mention.span):
            return False
        before, after = text[source.start : mention.span.start].rstrip(), text[mention.span.end : source.end].lstrip()
        while before[-1:].isalpha() and before.split()[-1][:1].isupper() and "," in before:
            before = before.rpartition(" ")[0].rstrip()
        return before.endswith(",") and (not after or after[0] in _AFTER_NAME)

    def _says(self, mention: Mention, head: int) -> bool:
        """Whether a mention holds the word ``head`` or is predicated of it."""
        tree = self.around.tree
        inside = tree.index.overlapping(mention.span)
        if head in inside:
            return True
        top = tree.top(inside)
        for _ in range(_BESIDE_STEPS):
            if top is None or tree.relation(top) not in _BESIDE:
                return False
            top = tree.head(top)
            if top == head:
                return True
        return False

    def _largest(self, inside: Sequence[Mention]) -> Mention | None:
        """A person in the source, else an organisation that makes it up."""
        source = self.passage.span
        people = [m for m in inside if m.label == "Person" and source.covers(m.span)]
        person = self._leading([m for m in people if m.entity is not None] or people)
        if person is not None:
            return person
        weak = {"Person", "Date", "Money", "Location", "NORP"}
        others = [m for m in inside if m.label not in weak or m.form == "pronoun"]
        whole = [m for m in others if len(m.span) * 2 >= len(source) and m.span.end >= source.end - 1]
        large = [m for m in inside if len(m.span) * 3 >= len(source) * 2]
        places = [m for m in large if m.label in {"Location", "NORP"}]
        return next(iter(whole or places), None)

    def _leading(self, people: Sequence[Mention]) -> Mention | None:
        """The first person, or the last one after a possessor; None for the possessor of something larger."""
        if not people:
            return None
        first, text = people[0], self.around.document.text
        if text[first.span.end : first.span.end + 2] not in _POSSESSIVES:
            return first
        if len(people) > 1:
            return people[-1]
        return first if len(first.span) * 2 > len(self.passage.span) else None


def _is_human(noun: str) -> bool:
    """Whether a noun is for people, by the lists or by its ending: "baker", "health professional"."""
    if noun in words("nouns.people") or noun in words("speakers.people"):
        return True
    things = (
        words("speakers.documents") | words("speakers.records") | words("nouns.bodies") | words("speakers.pictures")
    )
    return noun.endswith(tuple(words("speakers.human-endings"))) and noun not in things
