"""What a claim says, word by word: each that carries meaning, where it belongs, and whether it is said to be so."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cache

import attrs

from newsparse.lexicon import SHARED, lexicon
from newsparse.linking.status.reading import Reading
from newsparse.model import NumberClaim, Quote, Span

YEAR = 4
"""How many digits the number of a year has."""
_CONTENT = frozenset(["NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM", "INTJ", "X", None])
_CLAUSAL = frozenset(["root", "content", "relative"])
_OBLIQUE = frozenset(["obl", "nmod"])
_NAMES = frozenset(["flat", "appos"])
_PASSED = ("conj", "parataxis", "acl:relcl", "appos")
"""The relations of clauses that are said to be so where their head is."""
_CLAUSES = ("conj", "parataxis", "advcl", "ccomp", "acl:relcl", "csubj")
_SLOTS = {
    "nsubj": "subject",
    "nsubj:outer": "subject",
    "csubj": "subject",
    "csubj:outer": "subject",
    "obl:agent": "subject",
    "nsubj:pass": "object",
    "csubj:pass": "object",
    "obj": "object",
    "amod": "quality",
    "compound": "owner",
    "nmod:poss": "owner",
    "flat": "name",
    "appos": "name",
    "advmod": "manner",
    "ccomp": "content",
    "xcomp": "content",
    "acl": "relative",
    "acl:relcl": "relative",
    "det": "scope",
    "det:predet": "scope",
}


@attrs.frozen(kw_only=True)
class Word:
    """A word of a claim: its lemma, its form in small letters where that is another one, and its place.

    ``slot`` is what it is to its head ("subject", "object", "owner", "time"), ``head`` the place of that among the
    words of the claim, -1 for a predicate that hangs on none; a word in a row has the place of the first one. A passive
    has the subject and the object of the active. ``case`` is its preposition or conjunction. ``content`` is False for a
    pronoun, and ``own`` says that this is whoever speaks. ``mood`` says that a predicate only may or ought to be so,
    ``stands`` that the claim says that it is so: not "they planned to **close**", nor "if it **leaks**".
    """

    lemma: str
    form: str = ""
    slot: str = ""
    head: int = -1
    case: str = ""
    sentence: int = 0
    content: bool = True
    own: bool = False
    negated: bool = False
    mood: str = ""
    stands: bool = False

    @property
    def is_clause(self) -> bool:
        """Whether it is the predicate of a clause."""
        return self.slot in _CLAUSAL or self.slot.startswith("clause")

    @property
    def forms(self) -> frozenset[str]:
        """The lemma and the form."""
        return frozenset([self.lemma, self.form or self.lemma])


Meaning = tuple[Word, ...]
"""The words of a claim that carry meaning, in the order of the text; those of its figures are not among them."""


def meaning(reading: Reading, spans: Iterable[Span]) -> Meaning:
    """What the words at ``spans`` say."""
    return _Read(reading, [word for span in spans for word in reading.index.overlapping(span)]).meaning()


def meaning_around(reading: Reading, figure: NumberClaim, quote: Quote | None) -> Meaning:
    """What the clause of a figure, in its quote, says without the clauses below it, and without what is counted."""
    clause = _clause_above(reading, reading.index.overlapping(figure.span))
    counted = reading.index.overlapping(figure.head) if figure.head else ()
    quoted = {word for span in quote.fragments for word in reading.index.overlapping(span)} if quote else None
    if clause is None or (quoted is not None and clause not in quoted):
        return ()
    below = sorted(reading.tree.below(clause, without=_CLAUSES))
    return _Read(
        reading, [word for word in below if word not in counted and (quoted is None or word in quoted)]
    ).meaning()


def _clause_above(reading: Reading, words: range) -> int | None:
    """The predicate of the clause that some words are in, or None."""
    top = reading.tree.top(words)
    above = (top, *reading.tree.above(top)) if top is not None else ()
    return next((word for word in above if _is_predicate(reading, word)), None)


def _is_predicate(reading: Reading, word: int) -> bool:
    verbal = reading.index.tokens[word].upos == "VERB" and reading.tree.relation(word) != "amod"
    return verbal or reading.tree.subject(word) is not None


@cache
def _times() -> frozenset[str]:
    lists = lexicon(SHARED)
    dates = (lists.words(name) for name in ("dates.weekdays", "dates.months", "dates.days", "dates.units"))
    return lists.words("meaning.times").union(*dates, lists.words("dates.seasons"))


@cache
def _prepositions() -> Mapping[str, str]:
    groups = lexicon(SHARED).groups("meaning.prepositions")
    return {word: name for name in sorted(groups) for word in groups[name]}


class _Read:
    """The words of one claim as they are in the tree."""

    def __init__(self, reading: Reading, words: Collection[int]) -> None:
        self.reading, self.tree, self.lists = reading, reading.tree, reading.lexicon
        self.lower = reading.index.words.lower
        self.inside = frozenset(words)
        self.closed = self.lists.words("grammar.closed")
        self.linked = {word: item for word in words if (item := self._predicate(word)) is not None}
        self.kept = [word for word in words if word not in self.linked and self._is_kept(word)]
        self.places = {word: place for place, word in enumerate(self.kept)}
        self.negated = {item for word in words for item in self._negated_by(word)}

    def meaning(self) -> Meaning:
        return tuple(map(self._word, self.kept))

    def _is_kept(self, word: int) -> bool:
        token, lemma = self.reading.index.tokens[word], self.tree.lemma(word)
        if word in self.reading.counted or not lemma[0].isalnum() or self._undoes(word):
            return False
        if self._is_scope(word) or token.upos in ("PRON", "VERB"):
            return True
        if token.upos == "ADV" and self._mood_of(word):
            return False
        if token.upos in ("ADV", "ADP") and self.tree.relation(word) in ("compound:prt", "advmod"):
            passing = self.lists.words("grammar.closed.adverbs") | self.lists.words("meaning.degrees")
            return lemma not in passing
        return token.upos == "PROPN" or (token.upos in _CONTENT and lemma not in self.closed)

    def _predicate(self, word: int) -> int | None:
        """What a verb that only links says of its subject: "stood **empty**", "went **unchecked**"."""
        if self.tree.lemma(word) not in self.lists.words("meaning.linking"):
            return None
        found = [item for item in self.tree.children(word, "xcomp") if item in self.inside]
        return next((item for item in found if not self.tree.children(item, "mark")), None)

    def _is_scope(self, word: int) -> bool:
        scope = self.lists.words("meaning.scope")
        return self.tree.lemma(word) in scope or self.lower[word] in scope

    def _mood_of(self, word: int) -> str:
        moods = self.lists.groups("meaning.moods")
        return next((name for name in sorted(moods) if self.lower[word] in moods[name]), "")

    def _undoes(self, word: int) -> bool:
        before = self.lower[word - 1] if word else ""
        undoing = self.lower[word] in self.lists.words("meaning.undoing")
        return undoing and before not in self.lists.words("across.indefinite")

    def _negated_by(self, word: int) -> list[int]:
        head = self.tree.head(word)
        if head is not None and self._undoes(word):
            return [head]
        predicate = self.reading.negated(word)
        return [] if predicate is None else [predicate, *([] if head is None else [head])]

    def _word(self, word: int) -> Word:
        tree, lemma = self.tree, self.tree.lemma(word)
        top, head = self._place(word)
        pronoun = self.reading.index.tokens[word].upos == "PRON" and not self._is_scope(word)
        return Word(
            lemma=lemma,
            form=self.lower[word] if self.lower[word] != lemma else "",
            slot="" if not tree.has_head(word) else "root" if head is None else self._slot(top),
            head=-1 if head is None else self.places[head],
            case=self._case(top),
            sentence=self.reading.index.sentence_of(word) or 0,
            content=not pronoun,
            own=pronoun and self.lower[word] in self.lists.words("grammar.pronouns.speaker"),
            negated=word in self.negated,
            mood=next((mood for item in tree.children(word, "aux", "advmod") if (mood := self._mood_of(item))), ""),
            stands=self._stands(word),
        )

    def _place(self, word: int) -> tuple[int, int | None]:
        """The first word of the row that a word is in, and the nearest word above it that is kept; None for a root."""
        seen = {word}
        while self.tree.relation(word) == "conj" and (first := self.tree.head(word)) in self.inside - seen:
            word = first if first is not None else word
            seen.add(word)
        verb = self.tree.head(word)
        if verb is not None and self.linked.get(verb) == word:
            return self._place(verb)
        if self.tree.relation(word) == "parataxis":
            return word, None
        for above in self.tree.above(word):
            if above not in self.inside:
                return word, None
            kept = self.linked.get(above, above)
            if kept in self.places:
                return word, kept
        return word, None

    def _case(self, word: int) -> str:
        mark = next(iter(self.tree.children(word, "mark")), None)
        return self.tree.case(word) or ("" if mark is None else self.lower[mark])

    def _slot(self, word: int) -> str:
        relation = self.tree.relation(word)
        noun = self.reading.index.tokens[word].upos not in ("VERB", "ADJ")
        if noun and self._is_time(word) and relation != "compound":
            return "time"
        if relation == "advcl" or (relation.split(":")[0] in _OBLIQUE and relation not in _SLOTS):
            case = self._case(word)
            kind = _prepositions().get(case, case)
            return kind if relation != "advcl" else f"clause {kind}"
        return _SLOTS.get(relation, relation)

    def _is_time(self, word: int) -> bool:
        """Whether a word is one for a time, or the number of a year."""
        lemma = self.tree.lemma(word)
        return lemma in _times() or (len(lemma) == YEAR and lemma.isdecimal())

    def _stands(self, word: int) -> bool:
        """Whether the claim says that a predicate is so."""
        said = self.lists.words("speech.verbs.said") | self.lists.words("across.showing")
        said -= self.lists.words("across.answers.disputes")
        nouns = self.lists.words("across.references.words")
        for above in (self.tree.head(word), *(self.tree.head(item) for item in self.tree.above(word))):
            relation = self.tree.relation(word)
            if above not in self.inside or above is None:
                return relation != "xcomp"
            granted = self._case(word) in {"", *self.lists.words("meaning.granting")}
            lemma = self.tree.lemma(above)
            told = above not in self.negated and lemma in {"ccomp": said, "acl": nouns}.get(relation, ())
            linked = self.linked.get(above) == word
            if not (relation in _PASSED or told or linked or (relation == "advcl" and granted)):
                return False
            word = above
        return True
