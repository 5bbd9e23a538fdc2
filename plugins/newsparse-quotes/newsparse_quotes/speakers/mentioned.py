"""Which mention the words of a source are about: their head, or a name beside it that says who that is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import attrs

from newsparse.model import Mention, Span
from newsparse.syntax import Tree
from newsparse_quotes.grammar import CLAUSES, NOUNS, PLURAL, SUBJECTS, names_person
from newsparse_quotes.lexicon import gender_of_noun, given_gender, is_human, words
from newsparse_quotes.speakers.around import Around
from newsparse_quotes.speakers.principals import is_principal

_BESIDE = frozenset({"appos", "flat", "flat:name", "nmod:desc"})
"""Relations over which a name says who the head of a source is."""
_LISTED = _BESIDE | {"conj"}
"""The same, and those between the words of a list."""
_BESIDE_STEPS = 3
_AGENT = "obl:agent"
_AGENT_STEPS = 9
"""Steps from the last of those who are listed as agents to the clause of the first, at most."""
_TITLING = NOUNS | {"ADJ", "DET"}
"""Parts of speech of the words before a name that say who somebody is."""
_JOINT_TITLING = _TITLING | {"CCONJ"}
"""The same with what joins two of them: "policy and mining analyst"."""
_AFTER_NAME = frozenset(",(\u2013\u2014")
"""What ends a name that follows a comma."""
_HONOURS = re.compile(r"(?:[\s,(]*[A-Z][A-Z.]+\)?)*(?:\s*[(\uff08][^()\uff08\uff09]*[)\uff09])?(?:, .*)?", re.DOTALL)
"""What may follow a name: letters such as "MP" and ", KC", a party or another script in brackets, what a comma adds."""
_BETWEEN_TITLES = frozenset({",", "-", "."})
_HYPHEN = "-"
_PARTICIPLES = frozenset({"VBN", "VBG", "VBD", "JJ"})
"""Tags of the participles and adjectives that a hyphen joins to a name."""
_POSSESSIVE = "PRP$"
_OPENING = "-LRB-"
_CLOSING = "-RRB-"
_MAX_KIND_WORDS = 2
"""Words that say what kind of body a name before them has, at most: "news site"."""
_RANKS = {"named": 0, "nominal": 1, "pronoun": 2}
_UNSPEAKING = frozenset({"Date", "Money"})
"""Labels of what never speaks."""


@cache
def _titles() -> frozenset[str]:
    """The words with capitals of which titles before names consist."""
    return frozenset(word for title in words("titles.words") for word in title.split() if word[0].isupper())


@attrs.frozen
class Mentioned:
    """The words of a source at ``span``, and their head."""

    around: Around
    span: Span
    head: int

    def best(self) -> Mention | None:
        """The mention that the source is about: its head, or a name beside that."""
        inside = self.around.overlapping(self.span)
        others = {mention.entity or mention.id for mention in inside if self._is_of_relative(mention)}
        found = self._candidates([m for m in inside if (m.entity or m.id) not in others and not self._is_apart(m)])
        return min(found, key=lambda m: (m.label != "Person", m.entity is None, _RANKS[m.form]), default=None)

    def _candidates(self, inside: Sequence[Mention]) -> list[Mention]:
        """The mentions that may be what the source is about; the less a name has to do with the head, the later."""
        found = [mention for mention in inside if self._says(mention)] or list(filter(self._is_whole, inside))
        if not any(mention.label == "Person" and (mention.entity or mention.form == "named") for mention in found):
            found += filter(self._is_added, inside)
        return found or list(filter(self._is_leading, inside))

    def _is_whole(self, mention: Mention) -> bool:
        """Whether a name is all of the source but for the noun for its kind, or letters: "Ada Brook MP"."""
        return self._is_called(mention) or self._is_honoured(mention)

    def _is_added(self, mention: Mention) -> bool:
        """Whether a name says who the source is: "the mayor, Ada Brook"."""
        return self._is_titled(mention) or self._is_apposed(mention) or self._is_named_so(mention)

    def _is_apart(self, mention: Mention) -> bool:
        """Whether a mention in the source is somebody or something else than the speaker."""
        inside = self.around.tree.index.overlapping(mention.span)
        top = self.around.tree.top(inside)
        if top is not None and (self._is_agent(top) or self._is_principal(top)) and not self._is_named_so(mention):
            return True
        if is_principal(self.around, self.span, self.head, mention):
            return True
        if self._is_origin(inside) or self._is_patron(mention, inside) or is_example(self.around.tree, self.head, top):
            return True
        return self.head not in inside and (self._is_short(mention, inside) or self._is_in_text(mention))

    def _is_of_relative(self, mention: Mention) -> bool:
        """Whether a name is of the other gender than the head, so of the noun between: "the wife of the king, Tom"."""
        tree, gender = self.around.tree, gender_of_noun(self.around.tree.lemma(self.head))
        inside = tree.index.overlapping(mention.span)
        if gender is None or not names_person(mention) or not inside or inside[0] < self.head:
            return False
        others = [word for word in tree.children(self.head, "nmod") if self.head < word < inside[0]]
        human = any(is_human(tree.words.lower[word]) or tree.tokens[word].upos not in NOUNS for word in others)
        return human and given_gender(mention.text) not in {None, gender}

    def _is_in_text(self, mention: Mention) -> bool:
        """Whether a person is named beside a noun for what is read: "the survey, made by Quay Watch and Ada Brook"."""
        tree = self.around.tree
        return mention.label == "Person" and tree.lemma(self.head) in words("speakers.documents", "speakers.records")

    def _is_patron(self, mention: Mention, inside: range) -> bool:
        """Whether a name says for whom the one named after it works: "former Ada Brook speechwriter Tom Varga"."""
        tree = self.around.tree
        near = range(inside[-1] + 1, min(inside[-1] + 2 + _MAX_KIND_WORDS, len(tree.tokens))) if inside else range(0)
        for word in near:
            if tree.tokens[word].upos != "NOUN":
                return False
            after = self.around.overlapping(tree.tokens[word + 1].span) if word + 1 < len(tree.tokens) else []
            if is_human(tree.lemma(word)) and any(map(names_person, after)):
                return mention.form == "named"
        return False

    def _is_short(self, mention: Mention, inside: range) -> bool:
        """Whether letters in brackets are of the body before them, and not of a person: "the head of the HWU (HU)"."""
        tree = self.around.tree
        if mention.label == "Person" or not inside:
            return False
        return tree.tokens[inside[0] - 1].xpos == _OPENING and is_human(tree.lemma(self.head))

    def _is_agent(self, top: int) -> bool:
        """Whether a clause in the source names a mention as its agent: "the order, signed by the mayor".

        Clauses may be joined: "the group, led by Tom Varga and backed by Ada Brook".
        """
        tree, agent = self.around.tree, False
        word: int | None = top
        for _ in range(_AGENT_STEPS):
            if word is None:
                return False
            if agent and tree.relation(word) in CLAUSES:
                return self.span.covers(tree.tokens[word].span)
            if tree.relation(word) not in _LISTED and tree.relation(word) != _AGENT:
                return False
            agent = agent or tree.relation(word) == _AGENT
            word = tree.head(word)
        return False

    def _is_origin(self, inside: range) -> bool:
        """Whether a name is a part of an adjective: "the Kelby-based baker", "a Brook-appointed judge"."""
        tree = self.around.tree
        told = inside[-1] + 2 if inside else len(tree.tokens)
        if told >= len(tree.tokens) or tree.tokens[told - 1].text != _HYPHEN:
            return False
        joined = tree.tokens[inside[-1]].span.end == tree.tokens[told].span.start - len(_HYPHEN)
        made = joined and tree.tokens[told].xpos in _PARTICIPLES and told != self.head
        return made or tree.lemma(told) in words("speakers.origins")

    def _is_principal(self, top: int) -> bool:
        """Whether somebody speaks for a mention that the tree takes for a subject: "a spokesman for Ada Brook"."""
        tree = self.around.tree
        cases = tree.children(top, "case") if tree.relation(top) in SUBJECTS else []
        return bool(cases) and any(
            is_human(tree.lemma(word)) for word in tree.index.overlapping(self.span) if word < cases[0]
        )

    def _is_called(self, mention: Mention) -> bool:
        """Whether a body's name is right before the noun for its kind that ends the source: "the Echo newspaper"."""
        tree, head = self.around.tree, self.head
        if mention.label != "Organization" or tree.lemma(head) not in words("nouns.bodies.kind"):
            return False
        inside = tree.index.overlapping(mention.span)
        near = range(inside[-1] + 1, head + 1) if inside else range(0)
        if not 0 < len(near) <= _MAX_KIND_WORDS:
            return False
        return len(near) == 1 or tree.lemma(near[0]) in words("speakers.outlets")

    def _is_honoured(self, mention: Mention) -> bool:
        """Whether a person's name begins the source, and only letters follow it: "Ada Brook MP"."""
        after = self.around.document.text[mention.span.end : self.span.end]
        first = mention.label == "Person" and mention.span.start == self.span.start
        return first and mention.form == "named" and _HONOURS.fullmatch(after) is not None

    def _is_titled(self, mention: Mention) -> bool:
        """Whether the source ends in a name right after a noun: "the head of the mission Ada Brook MP".

        Before the name of a body the noun is one for bodies: "state broadcaster Quay One".
        """
        tree, source = self.around.tree, self.span
        inside = tree.index.overlapping(mention.span)
        if not self._may_follow(mention) or not inside or mention.span.start <= source.start:
            return False
        after = self.around.document.text[mention.span.end : source.end]
        before = self._before_titles(inside)
        if self._is_of_principal(inside) or tree.relation(before) in CLAUSES:
            return False
        if tree.tokens[before].xpos == _CLOSING:
            before -= 1  # "the director of Quay Lines (QL) Ada Brook"
        return tree.tokens[before].upos in NOUNS and _HONOURS.fullmatch(after) is not None

    def _before_titles(self, name: range) -> int:
        """The word before a name, or what its titles hang on: the "for" of "a lawyer for Ms. Brook", a verb, a noun."""
        tree, before = self.around.tree, name.start - 1
        while before > self.head and tree.tokens[before].text.rstrip(".") in _titles():
            before -= 1
        hangs = tree.tokens[before].upos == "ADP" or tree.relation(before) in CLAUSES
        return before if hangs or is_human(tree.lemma(before).lower()) else name.start - 1

    def _is_of_principal(self, name: range) -> bool:
        """Whether a name is that of another noun for people: "a spokeswoman for the minister Ada Brook"."""
        tree, before = self.around.tree, self._before_titles(name)
        if before < 0 or before == self.head or tree.tokens[before].xpos in PLURAL:
            return False
        if not is_human(tree.lemma(before).lower()):
            return False
        return self._is_complement(name) or self._is_complement(range(before, before + 1))

    def _is_complement(self, words: range) -> bool:
        """Whether words hang on the head of the source by a preposition: "a spokeswoman for Ada Brook"."""
        tree, word = self.around.tree, self.around.tree.top(words)
        for _ in range(_BESIDE_STEPS):
            if word is None or word == self.head:
                return False
            if tree.children(word, "case") and tree.relation(word) in {"nmod", "obl", "appos"}:
                return True
            word = tree.head(word)
        return False

    def _is_leading(self, mention: Mention) -> bool:
        """Whether a person's name has only nouns and adjectives before it, and no noun after it.

        So it is in "Additional DIG Ada Brook of the police" and in "former Sen. Ada Brook, who left".
        """
        tree, source = self.around.tree, self.span
        inside = tree.index.overlapping(mention.span)
        if not names_person(mention) or not inside or mention.span.start < source.start:
            return False
        if tree.relation(inside[0] - 1) in CLAUSES:
            return False  # "the group backing Ada Brook"
        around = tree.index.overlapping(source)
        titles = {tree.tokens[word].upos for word in around if word < inside[0] and not self._is_compound(word)}
        after = next((tree.tokens[word].upos for word in around if word > inside[-1]), "PUNCT")
        alone = len(self.around.people_named(source)) == 1
        return titles <= (_JOINT_TITLING if alone else _TITLING) and after in {"ADP", "PUNCT"}

    def _is_compound(self, word: int) -> bool:
        """Whether a word is a mark between titles, comes after a hyphen, or is "his": "London-trained, former"."""
        tokens = self.around.tree.tokens
        owner = tokens[word].xpos == _POSSESSIVE
        return owner or tokens[word].text in _BETWEEN_TITLES or tokens[word - 1].text == _HYPHEN

    def _may_follow(self, mention: Mention) -> bool:
        """Whether a name after the head of the source can say who that is: a person's, or a body's after its noun."""
        if mention.form != "named" or mention.label != "Organization":
            return names_person(mention)
        tree = self.around.tree
        kinds = words("nouns.bodies.kind", "nouns.bodies.business")
        before = range(tree.index.overlapping(self.span).start, tree.index.overlapping(mention.span).start)
        plain = all(tree.tokens[word].upos in _TITLING for word in before)
        return tree.lemma(self.head) in kinds or bool(plain and before and tree.lemma(before[-1]) in kinds)

    def _is_named_so(self, mention: Mention) -> bool:
        """Whether the source says that somebody or something is called by a name: "a group known as Quay Watch"."""
        tree = self.around.tree
        inside = tree.index.overlapping(mention.span)
        if mention.form != "named" or not inside or mention.span.start <= self.span.start:
            return False
        naming = tree.tokens[inside[0] - 1].text.lower()
        before = {tree.lemma(word) for word in range(max(inside[0] - 3, 0), inside[0] - 1)}
        if naming in words("grammar.as") and before.isdisjoint(words("speakers.known")):
            return False  # "a man dressed as Ada Brook", and not "who identified himself as Ada Brook"
        return naming in words("speakers.naming")

    def _is_apposed(self, mention: Mention) -> bool:
        """Whether a name follows a comma, and ends the source or its part: "the head of the mission, Ada"."""
        text, source = self.around.document.text, self.span
        if not self._may_follow(mention):
            return False
        before, after = text[source.start : mention.span.start].rstrip(), text[mention.span.end : source.end].lstrip()
        while before[-1:] not in ',"”' and before.split()[-1][:1].isupper() and "," in before:
            before = before.rpartition(" ")[0].rstrip()
        return before.endswith(",") and (not after or after[0] in _AFTER_NAME or self._is_placed(mention))

    def _is_placed(self, mention: Mention) -> bool:
        """Whether a preposition follows a person's name: "Ada Brook of Lowmere"."""
        tree = self.around.tree
        after = tree.index.at(mention.span.end + 1)
        return after is not None and tree.tokens[after].upos == "ADP"

    def _says(self, mention: Mention) -> bool:
        """Whether a mention holds the head of the source or is predicated of it."""
        if mention.label in _UNSPEAKING:
            return False
        tree = self.around.tree
        inside = tree.index.overlapping(mention.span)
        if self.head in inside:
            return True
        top = tree.top(inside)
        if self._is_of_principal(inside) or (inside and tree.tokens[self._before_titles(inside)].upos == "ADP"):
            return False
        for _ in range(_BESIDE_STEPS):
            if top is None or tree.relation(top) not in _BESIDE or tree.children(top, "case"):
                return False
            top = tree.head(top)
            if top == self.head:
                return True
        return False


def is_example(tree: Tree, head: int | None, top: int | None) -> bool:
    """Whether the name at ``top`` is only one of those at ``head``: "sailors, like Ada Brook and Tom Varga"."""
    marks = words("speakers.including")
    for word in (top, *tree.above(top)) if top is not None else ():
        if word == head:
            return False
        if any(tree.case(part) in marks for part in (word, *tree.children(word, "nmod:desc"))):
            return True
        if any(_is_of_them(tree, word, part) for part in tree.children(word, "nmod")):
            return True
        if tree.relation(word) not in _LISTED:
            return False
    return False


def _is_of_them(tree: Tree, name: int, noun: int) -> bool:
    """Whether a noun beside a name says that it is one of several: "critics, among them Ada Brook", or after it."""
    return tree.case(noun) in words("speakers.among") and (noun < name or tree.tokens[noun].upos == "PRON")
