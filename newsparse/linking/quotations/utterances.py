"""Sayings in groups of one utterance: those that are linked, with what puts several together in each of theirs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import attrs

from newsparse.linking.grouping import connected
from newsparse.linking.quotations.linking import Link
from newsparse.linking.quotations.sayings import Saying

INSIDE = 0.6
"""How much of a saying must be in another for it to be a part of that one."""
WHOLE = 0.8
"""How much of a saying another must have to tell the whole of it."""


@attrs.frozen
class Utterance:
    """The sayings of one utterance in the order of their places; ``merged`` are those that have others besides."""

    sayings: tuple[Saying, ...]
    merged: frozenset[Saying]


@attrs.frozen
class Spoken:
    """Direct sayings in groups of one utterance, each group by place; ``merged`` are in each group that they tell."""

    groups: tuple[tuple[Saying, ...], ...]
    merged: frozenset[Saying]


def spoken(direct: Sequence[Saying], found: Sequence[Link]) -> Spoken:
    """The groups of direct sayings, which come in the order of their places, by the links between them."""
    beside = _beside(found)
    merged = {number for number in beside if _is_merged(number, beside[number], direct)}
    kept = [(link.one, link.other) for link in found if not merged & {link.one, link.other}]
    groups = _told_by(connected(len(direct), kept), merged, beside)
    return Spoken(
        groups=tuple(tuple(direct[number] for number in sorted(group)) for group in groups if group),
        merged=frozenset(direct[number] for number in merged),
    )


def _told_by(
    groups: Sequence[Sequence[int]], merged: set[int], beside: Mapping[int, Sequence[Link]]
) -> list[list[int]]:
    """The groups, of which those that put several together are in each that they tell, and in no group of their own."""
    home = {number: at for at, group in enumerate(groups) for number in group}
    members = [[number for number in group if number not in merged] for group in groups]
    for number in sorted(merged):
        for at in {home[link.other] for link in beside[number] if link.other not in merged}:
            members[at].append(number)
    return members


def utterance(sayings: Iterable[Saying], merged: frozenset[Saying]) -> Utterance | None:
    """The utterance that some sayings tell; None for those of a single article."""
    group = tuple(sorted(sayings, key=lambda item: item.place))
    several = len({saying.article.document for saying in group}) > 1
    return Utterance(group, merged & frozenset(group)) if several else None


def _beside(found: Iterable[Link]) -> dict[int, list[Link]]:
    """For each saying its links, each seen from it."""
    result: dict[int, list[Link]] = defaultdict(list)
    for link in found:
        result[link.one].append(link)
        result[link.other].append(Link(link.other, link.one, link.alike.turned))
    return result


def _is_merged(number: int, beside: Sequence[Link], given: Sequence[Saying]) -> bool:
    """Whether a saying puts together what one article before it, or more than have it together, tells apart.

    So may two articles that each tell a part, if all that have it together come later.
    """
    inside: dict[str, list[Link]] = defaultdict(list)
    for link in beside:
        if link.alike.covers_there >= INSIDE:
            inside[given[link.other].article.document].append(link)
    together = [given[number], *(given[link.other] for link in beside if link.alike.covers_here >= WHOLE)]
    apart = [given[found[0].other] for found in inside.values() if any(_disjoint(found))]
    if apart:
        return _weight(apart) <= _weight(together)
    first = _weight(together)[0]
    before = [link for found in inside.values() for link in found if given[link.other].article.moment < first]
    return any(_disjoint(before))


def _weight(found: Sequence[Saying]) -> tuple[str, int]:
    return min(saying.article.moment for saying in found), -len({saying.article.document for saying in found})


def _disjoint(found: Sequence[Link]) -> Iterator[bool]:
    for one, other in combinations(found, 2):
        start, end = max(one.alike.here[0], other.alike.here[0]), min(one.alike.here[1], other.alike.here[1])
        yield end <= start
