"""A figure with what it measures, and the clause around both: what the rules of holders and receivers read."""

from __future__ import annotations

from functools import cached_property

import attrs

from newsparse.model import Passage
from newsparse_numbers.lexicon import endings, words
from newsparse_numbers.subjects.clauses import antecedent
from newsparse_numbers.subjects.figure import Figure, Noun, Relation
from newsparse_numbers.subjects.page import HOLDERS

CLAUSE_STEPS = 5
"""How many heads above a figure the verb may be whose subject holds it."""
DURATION_STEPS = 2
PHRASE_STEPS = 4
"""How many heads above what is counted the subject may be whose phrase that is part of."""

_CLAUSES = frozenset(["ccomp", "parataxis", "acl:relcl"])
_ADVERBIAL = frozenset(["obl:unmarked", "obl:tmod", "obl:npmod"])
_IN_A_ROW = frozenset(["nummod", "conj", "appos", "amod", "compound"])
PASSIVE = frozenset(["nsubj:pass", "csubj:pass"])
"""The relations of the subject of a passive clause."""


@attrs.frozen(eq=False, slots=False)
class About:
    """A figure with what it counts or measures."""

    figure: Figure
    noun: Noun | None

    @cached_property
    def clause_subject(self) -> int | None:
        """The subject of the clause, other than what is measured; a relative pronoun gives the noun before it.

        Never that of a clause further out, nor of a passive clause unless that says who receives a sum, nor one that
        the figure is joined to ("nine men and 12 women left").
        """
        figure, page = self.figure, self.figure.page
        steps = DURATION_STEPS if figure.kind == "duration" else CLAUSE_STEPS
        for at in figure.climb(figure.own_top, steps):
            if page.lemma(at) in words("claims.killing"):
                return None  # "two bombs went off, killing 31"
            subject = page.subject(at)
            if subject is not None:
                return None if subject in figure.words or self._is_joined(subject) else self._other(at, subject)
            if page.relation(at) in _CLAUSES or page.case(at) in words("claims.moved_by"):
                return None
            if (told := self._told(at)) is not None:
                return self._other(at, told)
        return None

    @cached_property
    def points_back(self) -> bool:
        """Whether the figure only points at known things, which are not those of the subject: "left the two ships".

        A place in an order does with its own "of": "recalled the third visit of the king".
        """
        figure, page, noun = self.figure, self.figure.page, self.noun
        at = figure.outer_words[0] - 1
        if noun is None or at < 0:
            return False
        if page.relation(noun.index) in _ADVERBIAL:
            return True  # "the lights went out one chilly night"
        if page.tokens[at].upos == "ADJ" and at and page.lower[at] not in words("claims.pointing"):
            at -= 1
        if figure.kind in ("ordinal", "rank"):
            told = figure.of_child(noun.index) is not None or page.case(noun.index) in words(
                "claims.place_leads", "claims.on"
            )
            return told and page.lower[at] in words("claims.place_articles")
        counts = figure.kind == "count" and noun.relation is Relation.COUNTED
        return counts and page.lower[at] in words("claims.pointing")

    def _told(self, verb: int) -> int | None:
        """Whoever is told to do what a verb without a subject says: "ordered Orlatech to pay $9"; no participle."""
        page, above = self.figure.page, self.figure.page.head(verb)
        if page.relation(verb) != "xcomp" or above is None or page.tokens[verb].upos != "VERB":
            return None
        if page.lower[verb].endswith(endings("changes.participle_endings")):
            return None
        return next(iter(page.children(above, "obj")), None)

    def _is_joined(self, subject: int) -> bool:
        """Whether the figure, or what it counts, is of a word that is in a row with ``subject``."""
        row = False
        for at in self.figure.climb(self.figure.own_top, CLAUSE_STEPS):
            if at == subject:
                return row
            relation = self.figure.page.relation(at)
            row = row or relation == "conj"
            if relation not in _IN_A_ROW:
                return False
        return False

    def _other(self, verb: int, subject: int) -> int | None:
        figure, page = self.figure, self.figure.page
        if page.relation(subject) in PASSIVE and page.lemma(verb) not in words("claims.giving"):
            return None
        above = antecedent(figure, subject) if page.lower[subject] in words("claims.relative") else None
        subject = subject if above is None else above
        if self._is_inside(subject):
            return None
        return subject

    def _is_inside(self, subject: int) -> bool:
        """Whether what is counted is part of the phrase of the subject: "the level in five reservoirs rose"."""
        for at in self.figure.climb(self.noun.index, PHRASE_STEPS) if self.noun is not None else ():
            if at == subject:
                return True
            if not self.figure.page.relation(at).startswith("nmod"):
                break
        return False

    def owner(self, word: int) -> Passage | None:
        """The name or phrase of a word that can own a figure, a pronoun by its name; None for any other word."""
        page = self.figure.page
        if page.tokens[word].upos == "PRON":
            named = page.chains.name(page.tokens[word].span)
            return Passage(named.span, named.text) if named is not None else None
        return self.full(word) if page.can_own(word) else None

    def owner_or_thing(self, word: int) -> Passage | None:
        """As ``owner``, but things have figures too; events, times and abstractions do not."""
        page = self.figure.page
        idle = page.lemma(word) in words("claims.unowning", "changes.nouns", "frames.amounts") or page.is_time(word)
        return self.owner(word) or (self.full(word) if page.noun(word) and not idle else None)

    def full(self, word: int, apart: range | None = None) -> Passage:
        """The name that a word is part of, else the noun phrase around it, without the words ``apart``."""
        page = self.figure.page
        named = page.named.at(page.tokens[word].span)
        if named is not None and named.label in HOLDERS:
            return Passage(named.span, named.text)
        return page.noun_phrase(word, self.figure.words if apart is None else apart)

    def led_to(self, lead: frozenset[str]) -> int | None:
        """The head of the phrase that one of the words ``lead`` leads to right after the figure."""
        page, first = self.figure.page, self.figure.outer_words[-1] + 1
        end = page.sentence(first - 1).stop
        if first + 1 >= end or page.lower[first] not in lead:
            return None
        return page.phrase_from(first + 1, end)
