"""Which indirect speech reports which words: by the speaker, the days and the lemmas that tell utterances apart."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from newsparse.linking.quotations.linking import family_names, near, speakers
from newsparse.linking.quotations.sayings import TERMS, Saying

DAYS = 7
"""How many days apart words and their report may be published."""
COVERS = 0.6
"""The share of the terms of a report that the words must have."""
SAME = 0.7
"""The share of all terms that two reports need in common to be of one utterance."""
LOOKED_AT = 64
"""How many sayings before and behind, in time, are looked at where a speaker used a term very often."""

_Index = dict[tuple[str, str], list[int]]


def attached(reports: Sequence[Saying], direct: Sequence[Saying]) -> list[int | None]:
    """For each report the number of the direct saying that it reports best, or None; both in the order of places."""
    index = _index(direct)
    places = [saying.place for saying in direct]
    return [_best(report, direct, _shelves(report, index, bisect_left(places, report.place))) for report in reports]


def indirect_pairs(reports: Sequence[Saying]) -> Iterator[tuple[int, int]]:
    """The pairs of reports, by their numbers, that are of one utterance, the smaller number first."""
    index = _index(reports)
    for number, report in enumerate(reports):
        for other in _shelves(report, index, number):
            if other > number and _same(report, reports[other]):
                yield number, other


def _same(one: Saying, other: Saying) -> bool:
    both = len(one.terms & other.terms)
    if both < TERMS or both < SAME * len(one.terms | other.terms) or one.article is other.article:
        return False
    if not one.article.near(other.article, DAYS):
        return False
    return speakers(one, other) == "same" or (one.keys == other.keys and near(one, other))


def _best(report: Saying, direct: Sequence[Saying], numbers: Iterable[int]) -> int | None:
    found = []
    for number in numbers:
        saying = direct[number]
        both = len(report.terms & saying.terms)
        if both < max(TERMS, COVERS * len(report.terms)) or saying.article is report.article:
            continue
        if report.article.near(saying.article, DAYS) and speakers(report, saying) == "same":
            found.append((-both / len(report.terms), -both / len(saying.terms), number))
    return min(found)[2] if found else None


def _index(given: Sequence[Saying]) -> _Index:
    index: _Index = defaultdict(list)
    for number, saying in enumerate(given):
        for name in family_names(saying):
            for term in saying.terms:
                index[name, term].append(number)
    return index


def _shelves(report: Saying, index: _Index, place: int) -> list[int]:
    """The numbers of sayings that share a name and a term with ``report``, of many those next to it in time."""
    found: set[int] = set()
    for name in family_names(report):
        for term in report.terms:
            shelf = index.get((name, term), [])
            at = bisect_left(shelf, place)
            found.update(shelf[max(0, at - LOOKED_AT) : at + LOOKED_AT])
    return sorted(found)
