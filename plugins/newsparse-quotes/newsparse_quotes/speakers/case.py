"""What is known when a speaker is to be decided: mentions, entities and their genders, the words of the source."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property

import attrs

from newsparse.model import Entity, Mention, Passage, Span, Speaker
from newsparse_quotes.grammar import NOUNS, PLURAL
from newsparse_quotes.lexicon import endings, gender_of_noun, is_human, words
from newsparse_quotes.speakers.around import Around
from newsparse_quotes.speakers.descriptions import Descriptions, tenure
from newsparse_quotes.speakers.fields import is_elsewhere
from newsparse_quotes.speakers.mentioned import Mentioned
from newsparse_quotes.speakers.offices import is_of_other_body, may_be_of_another, told_of
from newsparse_quotes.speakers.relatives import antecedent, bearer
from newsparse_quotes.speakers.treeless import Treeless

_NEAR_PARAGRAPHS = 3
_CLOSING = ("\u201d", '"', "\u2019", "'")
_CLOSE_PARAGRAPHS = 2
"""Paragraphs in which a pronoun in a quote inside a quote finds a name: its own and the one before."""


@attrs.frozen(slots=False, eq=False)
class SpeakerCase:
    """The words of a source and the content that it says.

    ``last`` is the person who spoke before, ``before`` whoever did, ``thing`` the document or body that did, ``asked``
    the person to whom the quote before is a question, where this one answers. ``inner``
    says that it is "I" or "we" inside a quote by ``outer``; ``barred`` are entities that no pronoun means,
    and ``close`` says that a pronoun means nobody who is only named further away than in the paragraph before.
    ``spoke`` are the people who spoke before, ``described`` the words for ``before`` that are no pronoun, and
    ``resumes`` says that the cue is one of going on, ``denies`` that it is one of denying; ``heard`` is what was said
    before. ``asks`` says that ``before`` has asked a question, and ``earlier`` is who spoke before that.
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
    barred: frozenset[str] = frozenset()
    close: bool = False
    spoke: Collection[str] = ()
    described: Passage | None = None
    resumes: bool = False
    denies: bool = False
    heard: Sequence[Span] = ()
    asks: bool = False
    earlier: Speaker | None = None

    @cached_property
    def words(self) -> str:
        """The words in small letters; "WHO" and "IT" are no pronouns."""
        text = self.passage.text
        return text if len(text) > 1 and text.isupper() else text.lower()

    @cached_property
    def head(self) -> int | None:
        """The head word of the source; None without a tree."""
        tree = self.around.tree
        inside = tree.index.overlapping(self.passage.span)
        return tree.top(inside) if tree.known else None

    @property
    def noun(self) -> str:
        """The lemma of the head word; empty without a tree."""
        return self.around.tree.lemma(self.head) if self.head is not None else ""

    @property
    def before_entity(self) -> Entity | None:
        """The entity of whoever spoke before."""
        return self.around.entities.get(self.before.entity or "") if self.before is not None else None

    @property
    def before_mention(self) -> Passage | None:
        """The words for whoever spoke before."""
        return self.before.mention if self.before is not None else None

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
        """Whether the source is a definite singular noun: "the mayor", "ACC secretary", not "the other baker"."""
        tree, head = self.around.tree, self._singular
        if head is None or len(self.passage.text) == 1:
            return False  # a single letter is the label of a turn
        if tree.lemma(head) in words("speakers.nameless", "speakers.amounts"):
            return False
        if not tenure(tree, head).issuperset(tree.children(head, "nummod")):
            return False
        if any(tree.lemma(child) in words("speakers.another") for child in tree.children(head, "amod", "compound")):
            return False
        known = [tree.tokens[child].text.lower() in words("grammar.definite") for child in tree.children(head, "det")]
        owned = [child for child in tree.children(head, "nmod:poss") if tree.tokens[child].upos == "PRON"]
        return all(known) and not owned

    @cached_property
    def is_new(self) -> bool:
        """Whether the source is a singular noun for a person who is not known yet: "an Auckland baker", "one baker"."""
        tree, head = self.around.tree, self._singular
        if head is None:
            return False
        determiners = tree.children(head, "det", "nummod")
        return any(tree.tokens[child].text.lower() in words("grammar.introducing") for child in determiners)

    @property
    def _singular(self) -> int | None:
        """The head word where it is a singular noun."""
        token = self.around.tree.tokens[self.head] if self.head is not None else None
        return self.head if token is not None and token.upos in NOUNS and token.xpos not in PLURAL else None

    @cached_property
    def initials(self) -> str:
        """The initials that the source is, without an article: "the MCE", "the former PM"; empty for other words."""
        *before, last = self.passage.text.split()
        if len(last) == 1 or not last.isupper() or not last.isalpha():
            return ""
        return last if all(word.lower() in words("grammar.definite", "speakers.former") for word in before) else ""

    @property
    def is_label(self) -> bool:
        """Whether the source begins a line and has a colon after it."""
        text, span = self.around.document.text, self.passage.span
        return text[span.end : span.end + 1] == ":" and (not span.start or text[span.start - 1] == "\n")

    @cached_property
    def antecedent(self) -> Passage | None:
        """What a relative clause is about, if its pronoun is the source."""
        span = antecedent(self.around.tree, self.passage.span, self.head)
        return Passage(span, span.cut(self.around.document.text)) if span is not None else None

    @property
    def bearer(self) -> Passage | None:
        """Whom the words are told of that a relative clause is about: "Ada Brook is a baker who says"."""
        if self.antecedent is None:
            return None
        person = self.words not in words("grammar.facts")
        span = bearer(self.around.tree, self.antecedent.span, person=person)
        return Passage(span, span.cut(self.around.document.text)) if span is not None else None

    def is_person(self, span: Span) -> bool:
        """Whether the head noun of ``span`` is one for a person."""
        tree = self.around.tree
        top = tree.top(tree.index.overlapping(span))
        return top is not None and tree.lemma(top) in words("nouns.people.known")

    @property
    def is_of_somebody(self) -> bool:
        """Whether the head noun is one for a person, with an adjective or noun before it: "the former pollster"."""
        tree, head, noun = self.around.tree, self.head, self.noun
        told = head is not None and bool(tree.children(head, "amod", "compound"))
        more = head is not None and bool(tree.children(head, "nmod:poss", "nmod", "advmod"))
        other = noun in words("nouns.people.proxy", "nouns.people.bystander", "nouns.people.vague")
        return told and not more and is_human(noun) and not other and not self.has_rival

    @property
    def has_rival(self) -> bool:
        """Whether somebody who spoke, other than whoever did so last, is named in one of the last paragraphs."""
        last = self.before.entity if self.before is not None else None
        others = (self.around.entities[name] for name in self.spoke if name != last)
        return any(self.is_mentioned_recently(other) for other in others)

    @cached_property
    def is_thing(self) -> bool:
        """Whether the head noun is for a body, a document or an event: no person is called "the government" by it."""
        if self.head is None or self.around.tree.tokens[self.head].text.isupper():
            return False
        return not is_human(self.around.tree.lemma(self.head))

    @property
    def is_body(self) -> bool:
        """Whether the head noun is for one body: "the mayor's office", "a court"."""
        tree, head = self.around.tree, self.head
        if head is None or tree.tokens[head].xpos in PLURAL:
            return False
        return tree.lemma(head) in words("nouns.bodies") and tree.lemma(head) not in words("nouns.people")

    def is_several_people(self, speaker: Speaker) -> bool:
        """Whether a speaker without a name is several people: "reporters", "two officials"."""
        top = self._top(speaker) if speaker.kind == "unnamed" else None
        return top is not None and self.around.tree.tokens[top].xpos in PLURAL

    def is_several_things(self, speaker: Speaker) -> bool:
        """Whether a speaker is several texts or bodies, which "it" does not mean: "surveys and interviews"."""
        top = self._top(speaker) if speaker.entity is None else None
        return top is not None and self.around.tree.tokens[top].xpos in PLURAL

    def is_somebody(self, speaker: Speaker) -> bool:
        """Whether a speaker without a name is one person: "one health worker", "a spokesman for the city"."""
        top = self._top(speaker) if speaker.kind == "unnamed" else None
        if top is None or self.is_several_people(speaker):
            return False
        return is_human(self.around.tree.lemma(top).lower())

    def may_mean(self, speaker: Speaker) -> bool:
        """Whether a pronoun may mean a speaker without a name: one person, of a noun with no other gender."""
        if not self.is_somebody(speaker):
            return False
        top = self._top(speaker)
        told = gender_of_noun(self.around.tree.lemma(top)) if top is not None else None
        return told in {None, self.gender}

    def _top(self, speaker: Speaker) -> int | None:
        tree, told = self.around.tree, self.described if speaker is self.before else speaker.mention
        return tree.top(tree.index.overlapping(told.span)) if told is not None else None

    def contradicts(self, entity: Entity) -> bool:
        """Whether the head noun has another gender, or is an office or job and the text gives the entity others alone.

        A high office that is over, or that of a place or body ("prime minister of Larkmoor"), has to be the entity's.
        """
        tree, noun = self.around.tree, self.noun
        other = is_of_other_body(self.around, noun, self.passage.span, entity)
        if other or self.has_other_gender(entity) or is_elsewhere(self.descriptions, self.head, entity):
            return True
        own = told_of(entity)
        if self.head is None or noun in own:
            return False
        over = any(tree.lemma(word) in words("speakers.former") for word in tree.children(self.head, "amod"))
        high = noun in words("nouns.people.post") and (over or bool(tree.children(self.head, "nmod")))
        if high or (noun in words("nouns.people.office") and bool(own)):
            return True
        return may_be_of_another(self.around, noun, self.passage.span, entity, self.spoke)

    def has_other_gender(self, entity: Entity) -> bool:
        """Whether the head noun, "widow", or a pronoun for the same person has a gender that is not the entity's."""
        noun = gender_of_noun(self.around.tree.lemma(self.head)) if self.head is not None else None
        genders = (noun, self.around.gender_told(self.passage.span, self.content))
        return any(gender is not None and not self.around.seems(entity, gender) for gender in genders)

    @property
    def is_crowd(self) -> bool:
        """Whether the head noun is one for several people: "the family"."""
        return self.head is not None and self.around.tree.lemma(self.head) in words("speakers.crowds")

    @property
    def is_aged(self) -> bool:
        """Whether the source says of a person only the age, and perhaps a noun for people: "the 34-year-old"."""
        parts = self.words.partition(",")[0].split()
        if words("grammar.definite").isdisjoint(parts[:1]):
            return False
        human = self.head is not None and is_human(self.around.tree.lemma(self.head))
        said = ["-".join(parts), "-".join(parts[:-1])] if human else ["-".join(parts)]
        return any(part.endswith(endings("speakers.aged")) for part in said)

    def is_of_another(self, entity: Entity) -> bool:
        """Whether the source is somebody of the one whom "his" means, and not known to be the entity: "his agent"."""
        tree, head = self.around.tree, self.head
        if head is None or not any(tree.tokens[c].upos == "PRON" for c in tree.children(head, "nmod:poss")):
            return False
        beside = any(m.form == "named" and m.entity == entity.id for m in self.around.overlapping(self.passage.span))
        return not beside and is_human(tree.lemma(head)) and not self.descriptions.calls(entity, tree.lemma(head))

    @property
    def only_named(self) -> Entity | None:
        """The only person who is named in the sentence before the source."""
        tree, inside = self.around.tree, self.around.tree.index.overlapping(self.passage.span)
        before = tree.index.sentence(inside[0]).start - 1 if inside else -1
        if before < 0:
            return None
        named = {m.entity for m in self.around.people_named(tree.index.span(tree.index.sentence(before)))}
        return self.around.entities.get(named.pop() or "") if len(named) == 1 else None

    def is_mentioned_recently(self, entity: Entity) -> bool:
        """Whether an entity is mentioned in the paragraph of the source, or in one of the two before."""
        start = self.passage.span.start
        latest = max((m.span.start for m in self.around.mentions_of(entity) if m.span.end <= start), default=0)
        return self.is_recent(latest)

    def is_recent(self, place: int) -> bool:
        """Whether a place before the source is in its paragraph, or in one of the two before."""
        between = self.around.document.text[place : self.passage.span.start]
        return sum(bool(line.strip()) for line in between.split("\n")) <= _NEAR_PARAGRAPHS

    def is_named_right_before(self, entity: Entity) -> bool:
        """Whether an entity is named before the source in its paragraph or the last one, and not to label a turn."""
        text, start = self.around.document.text, self.passage.span.start
        named = [m.span for m in self.around.mentions_of(entity) if m.form == "named" and m.span.end <= start]
        unlabelled = [span for span in named if text[span.end : span.end + 1] != ":"]
        return bool(unlabelled) and sum(map(bool, text[unlabelled[-1].end : start].split("\n"))) <= _CLOSE_PARAGRAPHS

    @property
    def is_asked(self) -> bool:
        """Whether whoever spoke before in the same paragraph asked a question, or one came after that."""
        text, before = self.around.document.text, self.before.mention if self.before is not None else None
        if before is None:
            return False
        led = text[text.rfind("\n", 0, before.span.start) + 1 : before.span.start]
        asks = led[: max(0, *map(led.rfind, _CLOSING))].endswith("?")
        between = text[before.span.start : self.passage.span.start]
        return (asks or "?" in between) and "\n" not in between

    @property
    def is_vague(self) -> bool:
        """Whether the head noun is one for many people, such as "official", and for no office or job in the text."""
        return self.is_definite and self.noun in words("nouns.people.vague")

    def may_speak(self, entity: Entity) -> bool:
        """Whether the content does not name an entity, nor is it barred: nobody calls themselves by name, or "she"."""
        if entity.id in self.barred:
            return False
        named = (m.span for m in self.around.mentions_of(entity) if m.form == "named")
        return not any(piece.covers(span) for span in named for piece in self.content)

    def spoke_since(self, entity: Entity) -> bool:
        """Whether somebody else has spoken since the narrator last mentioned an entity."""
        if self.before is None or self.before.mention is None or self.before.entity == entity.id:
            return False
        place, spoken = self.passage.span.start, self.before.mention.span
        apart = [spoken, *self.content] if self.before.entity is not None else []  # "a friend of Tom's, Martin Kell"
        near = self._told_of(entity, spoken)
        told = (m.span.start for m in near if not any(piece.covers(m.span) for piece in apart))
        return max(told, default=-1) < spoken.start < place

    def _told_of(self, entity: Entity, spoken: Span) -> list[Mention]:
        """The narrator's mentions of an entity before the source, but for ``spoken`` and "he" in what that one said."""
        heard = [piece for piece in self.heard if piece.start > spoken.start]
        place = self.passage.span.start
        near = (m for m in self.around.mentions_of(entity) if m.span.end <= place and m.span != spoken)
        own = (m for m in near if m.form != "pronoun" or not any(piece.covers(m.span) for piece in heard))
        return [m for m in own if self.is_narrated(m)]

    def is_narrated(self, mention: Mention) -> bool:
        """Whether a mention is not in marks."""
        return not self.around.quoted.touching([mention.span])

    @cached_property
    def mention(self) -> Mention | None:
        """The mention that the source is about: its head, or a name beside that; by place where there is no tree."""
        if self.head is None:
            return Treeless(self.around, self.passage.span).best()
        return Mentioned(self.around, self.passage.span, self.head).best()
