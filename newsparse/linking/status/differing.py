"""Whether two claims with many words in common say different things: one word stands where the other has another one.

Words that are only left out or added do not make a difference, unless what is said to be so in one is not in the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache, lru_cache
from itertools import product

from newsparse.lexicon import SHARED, lexicon
from newsparse.linking.status.meaning import Meaning, Word

COMPARED = 8192
"""Of how many pairs of claims it stays in memory whether they differ."""
PAIRED = 0.5
"""The share of the words of the shorter one of two sentences that both have if they are compared."""
_PLACES = ("place", "from")
_SIDES = frozenset(["subject", "object"])
_FIRM = ("subject", "object", "time", "owner")
"""What is another one in claims that do not say the same, however freely one of them is told."""


def differ(one: Meaning, other: Meaning) -> bool:
    """Whether two claims of two people say different things; the order of the two makes no difference."""
    first, second = ordered(one, other)
    return _differ(first, second)


def contradict(one: Meaning, other: Meaning) -> bool:
    """Whether words that are about one claim anyway, since one person says both, say the opposite or of others."""
    first, second = ordered(one, other)
    return _contradict(first, second)


@lru_cache(COMPARED)
def _differ(one: Meaning, other: Meaning) -> bool:
    pairs = [Pair(one, other, *pair) for pair in sentences(one, other)]
    return not pairs or any(pair.differs() for pair in pairs)


@lru_cache(COMPARED)
def _contradict(one: Meaning, other: Meaning) -> bool:
    return any(Pair(one, other, *pair).contradicts() for pair in sentences(one, other))


def ordered(one: Meaning, other: Meaning) -> tuple[Meaning, Meaning]:
    """Two claims in one order, whichever is given first."""
    first, second = sorted((one, other), key=_order)
    return first, second


def _order(claim: Meaning) -> list[tuple[str, str, int]]:
    return [(word.lemma, word.slot, word.head) for word in claim]


@cache
def _names() -> dict[str, str]:
    """For each lemma that has others of the very same meaning, the name that they share."""
    groups = lexicon(SHARED).groups("meaning.same")
    return {word: name for name in sorted(groups) for word in sorted(groups[name])}


@cache
def _opposites() -> frozenset[tuple[str, str]]:
    groups = lexicon(SHARED).groups("meaning.opposites")
    pairs = {(name, word) for name, words in groups.items() for word in words}
    return frozenset(pairs | {(other, one) for one, other in pairs})


def of_one_meaning(one: Word, other: Word) -> bool:
    """Whether two words are one, or known to mean the same."""
    names = _names()
    keys = [{names.get(form, form) for form in word.forms} for word in (one, other)]
    return not keys[0].isdisjoint(keys[1])


def are_opposed(one: str, other: str) -> bool:
    """Whether two lemmas are opposites: "man" and "woman"."""
    return (one, other) in _opposites()


def _opposed(one: Word, other: Word) -> bool:
    return any(pair in _opposites() for pair in product(one.forms, other.forms))


def sentences(one: Meaning, other: Meaning) -> Iterator[tuple[list[int], list[int]]]:
    """The sentences of both that are about the same: for each of the one that has fewer, the most alike."""
    ours, theirs = _split(one), _split(other)
    turned = len(ours) > len(theirs)
    for here in theirs if turned else ours:
        pairs = [(there, here) if turned else (here, there) for there in (ours if turned else theirs)]
        share, pair = max(((_share(one, other, *pair), pair) for pair in pairs), default=(0.0, ([], [])))
        if share >= PAIRED:
            yield pair


def _split(claim: Meaning) -> list[list[int]]:
    """The places of the words of each sentence."""
    found: dict[int, list[int]] = {}
    for place, word in enumerate(claim):
        found.setdefault(word.sentence, []).append(place)
    return [places for places in found.values() if any(claim[place].content for place in places)]


def share(one: Meaning, other: Meaning) -> float:
    """The share of the words of the shorter claim that both have."""
    return _share(one, other, range(len(one)), range(len(other)))


def _share(one: Meaning, other: Meaning, ours: Sequence[int], theirs: Sequence[int]) -> float:
    mine = [one[place] for place in ours if one[place].content]
    others = [other[place] for place in theirs if other[place].content]
    both = sum(any(of_one_meaning(word, item) for item in others) for word in mine)
    back = sum(any(of_one_meaning(word, item) for item in mine) for word in others)
    return min(both, back) / (min(len(mine), len(others)) or 1)


class Pair:
    """A sentence of each of two claims, with the words that both have."""

    def __init__(self, one: Meaning, other: Meaning, ours: Sequence[int], theirs: Sequence[int]) -> None:
        self.one, self.other, self.ours, self.theirs = one, other, ours, theirs
        self.pairs = list(self._matched())
        self.here = [place for place in ours if one[place].content and not self._has(one[place], other, theirs)]
        self.there = [place for place in theirs if other[place].content and not self._has(other[place], one, ours)]

    def differs(self) -> bool:
        """Whether what is in the place of a word is another one, or something else keeps them apart."""
        if not any(self.one[place].slot for place in self.ours):
            return self._in_line()
        if self.contradicts() or any(self._replaces(*pair) for pair in product(self.here, self.there)):
            return True
        return any(self._apart(*pair) for pair in self.pairs) or not self._stands()

    def contradicts(self) -> bool:
        """Whether one has the opposite of a word, a negation, another time, or somebody else who does it."""
        if any(_opposed(self.one[here], self.other[there]) for here, there in product(self.here, self.there)):
            return True
        if any(self._filled_otherwise(*pair, slot) for pair in self.pairs for slot in _FIRM):
            return True
        both = [(self.one[here], self.other[there]) for here, there in self.pairs]
        cases = ((Word(lemma=one.case), Word(lemma=other.case)) for one, other in both)
        return any(one.negated != other.negated for one, other in both) or any(_opposed(*pair) for pair in cases)

    def elsewhere(self) -> bool:
        """Whether a word that both have is at another place in each: "the dam in Kell", and "the dam in Lund"."""
        return any(self._filled_otherwise(*pair, slot) for pair in self.pairs for slot in _PLACES)

    @staticmethod
    def _has(word: Word, other: Meaning, places: Sequence[int]) -> bool:
        return any(of_one_meaning(word, other[place]) for place in places)

    def _matched(self) -> Iterator[tuple[int, int]]:
        """The words of both that are the same, each with the one that is most likely meant."""
        every = [
            pair for pair in product(self.ours, self.theirs) if of_one_meaning(self.one[pair[0]], self.other[pair[1]])
        ]
        here: set[int] = set()
        there: set[int] = set()
        for one, other in sorted(every, key=self._likeness, reverse=True):
            if one not in here and other not in there:
                here.add(one)
                there.add(other)
                yield one, other

    def _likeness(self, pair: tuple[int, int]) -> tuple[bool, bool, int]:
        one, other = self.one[pair[0]], self.other[pair[1]]
        place = abs((pair[0] - self.ours[0]) - (pair[1] - self.theirs[0]))
        return one.slot == other.slot, self._below_same(one, other), -place

    def _below_same(self, one: Word, other: Word) -> bool:
        if one.head < 0 or other.head < 0:
            return one.head == other.head
        return of_one_meaning(self.one[one.head], self.other[other.head])

    def _in_line(self) -> bool:
        """Without trees: whether other words stand between words that are the same."""
        mine = [_names().get(self.one[place].lemma, self.one[place].lemma) for place in self.ours]
        others = [_names().get(self.other[place].lemma, self.other[place].lemma) for place in self.theirs]
        steps = SequenceMatcher(None, mine, others, autojunk=False).get_opcodes()
        return any(step[0] == "replace" for step in steps)

    def _replaces(self, here: int, there: int) -> bool:
        """Whether a word stands where the other claim has another one."""
        one, other = self.one[here], self.other[there]
        return one.slot == other.slot and self._below_same(one, other)

    def _apart(self, here: int, there: int) -> bool:
        """Whether a word that both have says another thing in each."""
        one, other = self.one[here], self.other[there]
        if _in_another_mood(one, other) or self._have_changed_sides(one, other):
            return True
        if one.own and other.own and self._replaces(here, there):
            return True
        slots = _slots(self.one, here) & _slots(self.other, there)
        return any(self._filled_otherwise(here, there, slot) for slot in slots)

    def _have_changed_sides(self, one: Word, other: Word) -> bool:
        """Whether who does it in one is to whom it is done in the other."""
        turned = {one.slot, other.slot} == _SIDES
        return turned and self._below_same(one, other) and not self._alone(one, other)

    def _alone(self, one: Word, other: Word) -> bool:
        """Whether the subject of one is the object of the other, of whom nobody else is said to do it."""
        verb = self.one[one.head]
        sides = [(claim, word) for claim, word in ((self.one, one), (self.other, other))]
        others = [
            item
            for claim, word in sides
            for item in claim
            if item.head == word.head and item.slot in _SIDES and item.slot != word.slot
        ]
        return not others and not verb.forms.isdisjoint(lexicon(SHARED).words("meaning.alone"))

    def _filled_otherwise(self, here: int, there: int, slot: str) -> bool:
        """Whether what belongs to a word in one way is something else in each."""
        mine, others = _filling(self.one, here, slot), _filling(self.other, there, slot)
        if not mine or not others:
            return False
        near = [(_around(self.one, place), _around(self.other, item)) for place in mine for item in others]
        heads = [(self.one[place], self.other[item]) for place in mine for item in others]
        return not any(
            any(of_one_meaning(one, word) for word in theirs) or any(of_one_meaning(other, word) for word in ours)
            for (one, other), (ours, theirs) in zip(heads, near, strict=True)
        )

    def _stands(self) -> bool:
        """Whether what one says to be so, both do."""
        both = [(self.one[here], self.other[there]) for here, there in self.pairs]
        forth = any(one.slot == "root" and (other.stands or other.slot == "root") for one, other in both)
        return forth or any(other.slot == "root" and one.stands for one, other in both)


def _in_another_mood(one: Word, other: Word) -> bool:
    """Whether one is said to be so and the other not, or only perhaps."""
    return one.mood != other.mood or (one.stands != other.stands and one.is_clause and other.is_clause)


def _slots(claim: Meaning, head: int) -> set[str]:
    """In which ways words belong to a word."""
    return {word.slot for word in claim if word.head == head}


def _filling(claim: Meaning, head: int, slot: str) -> list[int]:
    return [place for place, word in enumerate(claim) if word.head == head and word.slot == slot and word.content]


def _around(claim: Meaning, place: int) -> list[Word]:
    """A word with those that are one name or one time with it."""
    word = claim[place]
    slots = {"name"}
    slots |= {"quality"} if word.lemma in lexicon(SHARED).words("across.anybody") else set()
    return [word, *(item for item in claim if item.head == place and (word.slot == "time" or item.slot in slots))]
