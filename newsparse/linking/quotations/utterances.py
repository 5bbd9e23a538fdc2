"""Sayings in groups of one utterance: those that are linked, with what puts several together in each of theirs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import attrs

from newsparse.linking.grouping import connected
from newsparse.linking.quotations.indirect import attached, indirect_pairs
from newsparse.linking.quotations.linking import Link, links
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


def utterances(given: Iterable[Saying]) -> list[Utterance]:
    """The utterances that several articles tell; the same for any order of ``given``."""
    ordered = sorted(given, key=lambda item: item.place)
    direct = [saying for saying in ordered if saying.direct]
    found = list(links(direct))
    beside = _beside(found)
    merged = {number for number in beside if _is_merged(number, beside[number], direct)}
    kept = [(link.one, link.other) for link in found if not merged & {link.one, link.other}]
    groups = connected(len(direct), kept)
    home = {number: at for at, group in enumerate(groups) for number in group}
    members = [[direct[number] for number in group if number not in merged] for group in groups]
    for number in sorted(merged):
        for at in {home[link.other] for link in beside[number] if link.other not in merged}:
            members[at].append(direct[number])
    loose = _attach([saying for saying in ordered if not saying.direct], direct, merged, home, members)
    members += [[loose[number] for number in group] for group in connected(len(loose), indirect_pairs(loose))]
    both = frozenset(direct[number] for number in merged)
    sets = (sorted(group, key=lambda item: item.place) for group in members)
    return [Utterance(tuple(group), both & frozenset(group)) for group in sets if _several(group)]


def _several(group: Sequence[Saying]) -> bool:
    return len({saying.article for saying in group}) > 1


def _attach(
    indirect: Sequence[Saying],
    direct: Sequence[Saying],
    merged: set[int],
    home: Mapping[int, int],
    members: Sequence[list[Saying]],
) -> list[Saying]:
    """Put indirect sayings to the direct one that they report; those that report none are left."""
    numbers = [number for number in range(len(direct)) if number not in merged]
    targets = attached(indirect, [direct[number] for number in numbers])
    for saying, target in zip(indirect, targets, strict=True):
        if target is not None:
            members[home[numbers[target]]].append(saying)
    return [saying for saying, target in zip(indirect, targets, strict=True) if target is None]


def _beside(found: Iterable[Link]) -> dict[int, list[Link]]:
    """For each saying its links, each seen from it."""
    result: dict[int, list[Link]] = defaultdict(list)
    for link in found:
        result[link.one].append(link)
        result[link.other].append(Link(link.other, link.one, link.alike.turned))
    return result


def _is_merged(number: int, beside: Sequence[Link], given: Sequence[Saying]) -> bool:
    """Whether a saying puts together what articles before it, or more than have it together, tell apart."""
    inside: dict[str, list[Link]] = defaultdict(list)
    for link in beside:
        if link.alike.covers_there >= INSIDE:
            inside[given[link.other].article.document].append(link)
    apart = [given[found[0].other] for found in inside.values() if any(_disjoint(found))]
    if not apart:
        return False
    together = [given[number], *(given[link.other] for link in beside if link.alike.covers_here >= WHOLE)]
    return _weight(apart) <= _weight(together)


def _weight(found: Sequence[Saying]) -> tuple[str, int]:
    return min(saying.article.moment for saying in found), -len({saying.article for saying in found})


def _disjoint(found: Sequence[Link]) -> Iterator[bool]:
    for one, other in combinations(found, 2):
        start, end = max(one.alike.here[0], other.alike.here[0]), min(one.alike.here[1], other.alike.here[1])
        yield end <= start
