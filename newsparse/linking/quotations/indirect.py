"""Which indirect speech reports which words: by the speaker, the days and the lemmas that tell utterances apart."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from newsparse.linking.quotations.linking import near, speakers
from newsparse.linking.quotations.sayings import TERMS, Saying

DAYS = 7
"""How many days apart words and their report may be published."""
COVERS = 0.6
"""The share of the terms of a report that the words must have."""
SAME = 0.7
"""The share of all terms that two reports need in common to be of one utterance."""


def best(report: Saying, direct: Iterable[Saying]) -> Saying | None:
    """The direct saying that an indirect one reports best, or None."""
    found = []
    for saying in direct:
        both = len(report.terms & saying.terms)
        if both < needed(len(report.terms)) or saying.article.document == report.article.document:
            continue
        if report.article.near(saying.article, DAYS) and speakers(report, saying) == "same":
            found.append((-both / len(report.terms), -both / len(saying.terms), saying.place, saying))
    return min(found, key=lambda item: item[:3])[3] if found else None


def needed(terms: int) -> float:
    """How many of the terms of a report, of which there are so many, the words need."""
    return max(TERMS, COVERS * terms)


def alike(one: frozenset[Any], other: frozenset[Any]) -> bool:
    """Whether two reports have enough terms in common, given as words or as numbers."""
    both = len(one & other)
    return both >= TERMS and both >= SAME * len(one | other)


def same(one: Saying, other: Saying) -> bool:
    """Whether two reports are of one utterance."""
    if not alike(one.terms, other.terms) or one.article.document == other.article.document:
        return False
    if not one.article.near(other.article, DAYS):
        return False
    return speakers(one, other) == "same" or (one.keys == other.keys and near(one, other))
