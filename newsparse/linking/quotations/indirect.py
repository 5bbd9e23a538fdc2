"""Which indirect speech reports which words, or says the same: by the speaker, the days and the words that tell."""

from __future__ import annotations

from collections.abc import Iterable

from newsparse.linking.names import parts
from newsparse.linking.quotations.linking import family_names, near, speakers
from newsparse.linking.quotations.sayings import TERMS, Saying
from newsparse.linking.rarity import numbers, total

DAYS = 14
"""How many days apart words and their report may be published."""
COVERS = 0.6
"""The share of the terms of a report that the words must have."""
SAME = 0.45
"""The share of the terms of the shorter of two reports that both need to be of one utterance, the rare ones most.

Of the longer one, where their articles have only the speaker in common.
"""
REPEATED = 3
"""The terms that a report needs to be one with equal words whose speaker an article only describes."""
TELLING = 3.0
"""How much these terms need to tell together: one that is in few articles tells up to 4.9."""


def best(report: Saying, direct: Iterable[Saying]) -> Saying | None:
    """The direct saying that an indirect one reports best, or None."""
    found = []
    for saying in direct:
        both = len(report.meanings & saying.meanings)
        if both < needed(len(report.meanings)) or saying.article.document == report.article.document:
            continue
        if report.article.near(saying.article, DAYS) and speakers(report, saying) == "same":
            found.append((-both / len(report.meanings), -both / len(saying.meanings), saying.place, saying))
    return min(found, key=lambda item: item[:3])[3] if found else None


def needed(terms: int) -> float:
    """How many of the terms of a report, of which there are so many, the words need."""
    return max(TERMS, COVERS * terms)


def alike(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether two reports, by the numbers of their terms, have enough in common to be of one utterance."""
    both = one & other
    return len(both) >= TERMS and total(both) >= TELLING and _share(one, other) >= SAME


def _may_be_repeated(one: Saying, other: Saying) -> bool:
    """Whether equal reports in articles of one event have speakers of one family name, or one is only repeated.

    The reply may describe whom it repeats: "rejected the inspector's theory that it leaked".
    """
    if not near(one, other):
        return False
    if not family_names(one).isdisjoint(family_names(other)):
        return True
    described = any(saying.retold and saying.entity is None for saying in (one, other))
    return described and speakers(one, other) == "open" and len(one.meanings) >= REPEATED


def _share(one: frozenset[int], other: frozenset[int], *, longer: bool = False) -> float:
    """How much of the shorter of two reports is in both, or of the longer one."""
    weights = sorted((total(one), total(other)))
    return total(one & other) / (weights[longer] or 1.0)


def same(one: Saying, other: Saying) -> bool:
    """Whether two reports are of one utterance: one speaker says the same, or an article has the words of another.

    Those with other figures tell what has changed meanwhile.
    """
    if one.article.document == other.article.document or not one.article.near(other.article, DAYS):
        return False
    if one.keys == other.keys and (speakers(one, other) == "same" or _may_be_repeated(one, other)):
        return True
    if speakers(one, other) != "same" or _counts_differ(one, other):
        return False
    ours, theirs = _said(one), _said(other)
    return alike(ours, theirs) and (_company(one, other) or _share(ours, theirs, longer=True) >= SAME)


def _company(one: Saying, other: Saying) -> bool:
    """Whether the articles have a name in common besides those of the speaker."""
    shared = one.article.names & other.article.names
    return any(not _names(one) >= set(name.split()) for name in shared)


def _counts_differ(one: Saying, other: Saying) -> bool:
    ours, theirs = ({term for term in item.terms if term[0].isdigit()} for item in (one, other))
    return bool(ours and theirs) and ours != theirs


def _said(saying: Saying) -> frozenset[int]:
    """The terms of a report by their numbers, without the names of its speaker."""
    return numbers(saying.meanings - _names(saying))


def _names(saying: Saying) -> set[str]:
    """The words of the names of the speaker and of the bodies that they belong to."""
    names = (*(saying.voice.names if saying.voice else ()), *saying.bodies)
    return {word for name in names for word in parts(name)}
