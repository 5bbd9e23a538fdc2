"""Whether two claims about one thing tell different things of it: another predicate, or what happened elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from newsparse.lexicon import SHARED, lexicon
from newsparse.linking.status.differing import COMPARED, Pair, of_one_meaning, ordered, sentences
from newsparse.linking.status.meaning import Meaning, Word
from newsparse.linking.synonyms import same_words

STEM = 4
"""How many letters two words have in common, at the beginning, of which one may be made from the other: "leakage"."""
TAKING_PART = 2
"""How many of those who take part are the same where one event may be told by two verbs: "the storm harmed the dam"."""
_PARTS = frozenset(["subject", "object", "content"])
_GIVING = (
    "speech.verbs.said",
    "across.speaking",
    "across.giving",
    "across.answers.disputes",
    "across.answers.confirms",
)
_FILLED = frozenset(["subject", "object"])


def of_another(one: Meaning, other: Meaning, *, taking_part: int = TAKING_PART) -> bool:
    """Whether two claims tell different things of what both are about; the order of the two makes no difference.

    They have predicates that are not the same, nor made of a word of the other, and share fewer than ``taking_part`` of
    those who take part; or a word of both has another place.
    """
    first, second = ordered(one, other)
    return _of_another(first, second, taking_part)


@lru_cache(COMPARED)
def _of_another(one: Meaning, other: Meaning, taking_part: int) -> bool:
    return any(_is_another(one, other, *pair, taking_part) for pair in sentences(one, other))


def _is_another(one: Meaning, other: Meaning, ours: Sequence[int], theirs: Sequence[int], taking_part: int) -> bool:
    return _told_by_others(one, other, ours, theirs, taking_part) or Pair(one, other, ours, theirs).elsewhere()


def _told_by_others(one: Meaning, other: Meaning, ours: Sequence[int], theirs: Sequence[int], taking_part: int) -> bool:
    """Whether what one says is not among the words of the other, in either direction."""
    mine, others = list(_said(one, _predicates(one, ours))), list(_said(other, _predicates(other, theirs)))
    if not mine or not others:
        return False
    if _any_akin(mine, [other[place] for place in theirs]) or _any_akin(others, [one[place] for place in ours]):
        return False
    here, there = _taking_part(one, ours), _taking_part(other, theirs)
    return sum(any(of_one_meaning(word, item) for item in there) for word in here) < taking_part


@lru_cache(COMPARED)
def tell_apart(one: Meaning, other: Meaning) -> bool:
    """Whether the clauses of two figures say different things of what is counted, which is not among their words."""
    mine, others = list(_said(one, _clauses(one))), list(_said(other, _clauses(other)))
    if not mine or not others:
        return False
    return not (_any_akin(mine, other) or _any_akin(others, one))


def _clauses(claim: Meaning) -> list[int]:
    return [place for place, word in enumerate(claim) if word.is_clause and word.stands]


def _said(claim: Meaning, predicates: Iterable[int]) -> Iterator[Word]:
    """What predicates say, or the objects of those that say nothing themselves: "has **gates**".

    Verbs by which somebody gives a figure, or disputes it, say nothing of what is counted.
    """
    lists = lexicon(SHARED)
    for place in predicates:
        lemma = claim[place].lemma
        if lemma in lists.words("grammar.closed"):
            yield from (word for word in claim if word.head == place and word.slot == "object" and word.content)
        elif not any(lemma in lists.words(name) for name in _GIVING):
            yield claim[place]


def _predicates(claim: Meaning, places: Iterable[int]) -> list[int]:
    """The words of a sentence that say something to be so of a subject or an object."""
    filled = {word.head for word in claim if word.slot in _FILLED}
    places = list(places)
    found = [place for place in places if place in filled and claim[place].is_clause and claim[place].stands]
    return found or [place for place in places if _is_an_event(claim, place)]


def _is_an_event(claim: Meaning, place: int) -> bool:
    """Whether a noun stands for what happens to something: "a **sale** of the dam"."""
    of = any(word.head == place and word.slot == "owner" and word.case for word in claim)
    return of and claim[place].slot == "root" and claim[place].lemma not in lexicon(SHARED).words("across.anybody")


def _taking_part(claim: Meaning, places: Iterable[int]) -> list[Word]:
    heads = set(_predicates(claim, places))
    return [word for word in claim if word.head in heads and word.slot in _PARTS and word.content]


def _any_akin(words: Iterable[Word], others: Sequence[Word]) -> bool:
    return any(_is_akin(word, item) for word in words for item in others)


def _is_akin(one: Word, other: Word) -> bool:
    """Whether two words mean the same, or one may be made of the other."""
    names = [{same_words().get(form, form) for form in word.forms} for word in (one, other)]
    return of_one_meaning(one, other) or not names[0].isdisjoint(names[1]) or _is_made_of(one, other)


def _is_made_of(one: Word, other: Word) -> bool:
    """Whether two words begin alike: "leak", and "leakage"."""
    least = min(len(one.lemma), len(other.lemma))
    return least >= STEM and one.lemma[:STEM] == other.lemma[:STEM]
