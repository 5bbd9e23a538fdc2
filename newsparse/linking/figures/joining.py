"""Which figures are about one thing at one time: pairs of figures are scored, and the best pairs joined first."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from newsparse.comparison import compare_quantities
from newsparse.comparison.comparing import EQUAL
from newsparse.linking.figures.comparing import compared, maybe_age, maybe_money
from newsparse.linking.figures.likeness import (
    at_other_times,
    contrasted,
    far_apart,
    likelihood,
    same_head,
    same_value,
    value_of,
)
from newsparse.linking.figures.profiles import Figure, sort_of
from newsparse.model import Quantity

FARTHEST = 3
"""How many times over a figure is of another magnitude where two are never of one thing."""
CERTAIN = 0.2
"""The likeness of articles from which figures may be about the same thing that have no word and no value in common."""
COMPARED = 6
"""With how many figures of a group, the first, one of another group is compared before the groups are joined."""

_ALONE = {"age", "duration"}
_COMMON = {"count", "age", "duration", "ordinal", "rank"}
_PRICED = ({"money", "measure"}, {"money", "count"})

Scored = tuple[float, Figure, Figure]
"""Two figures that may be about one thing, and how much speaks for that."""
Alike = Mapping[tuple[str, str], float]
"""How alike the articles with these ids are, the smaller id first; those that are missing tell other stories."""


def inside(figures: Sequence[Figure]) -> Iterator[Scored]:
    """The pairs of figures of one article that may be about one thing."""
    for number, here in enumerate(figures):
        yield from _with(here, figures[number + 1 :], 1.0)


def between(ours: Iterable[Figure], theirs: Sequence[Figure], alike: float) -> Iterator[Scored]:
    """The pairs of figures of two articles that may be about one thing; ``alike`` is how alike the articles are."""
    for here in ours:
        yield from _with(here, theirs, alike)


def grouped(pairs: Iterable[Scored], alike: Alike) -> list[list[Figure]]:
    """Groups from pairs, the best first: two groups become one where their figures are alike on average.

    The same for any order of ``pairs``; groups that no pair connects do not depend on each other.
    """
    where: dict[tuple[str, str], list[Figure]] = {}
    for _, one, other in sorted(pairs, key=_rank):
        first, second = (where.setdefault(_key(item), [item]) for item in (one, other))
        if first is second or not _fit(first, second, alike):
            continue
        both = sorted([*first, *second], key=lambda item: item.order)
        where.update((_key(item), both) for item in both)
    distinct = {id(items): items for items in where.values() if len(items) > 1}
    return sorted(distinct.values(), key=lambda items: items[0].order)


def _rank(pair: Scored) -> tuple[float, tuple[tuple[str, str, str, bool, int, int], ...]]:
    return -pair[0], tuple(sorted((pair[1].order, pair[2].order)))


def is_possible(one: Figure, other: Figure, alike: float) -> bool:
    """Whether nothing forbids two figures to be about one thing, and articles or sentences have much in common."""
    near = alike >= CERTAIN or (alike > 0 and _is_told_alike(one, other))
    return near and _touch(one, other) and not _apart(one, other)


def _is_told_alike(one: Figure, other: Figure) -> bool:
    """Whether the sentences have a word in common, or both give a value that few other figures have of one thing."""
    return not one.words.isdisjoint(other.words) or (same_value(one, other) > 0 and same_head(one, other) >= 0)


def _with(here: Figure, figures: Iterable[Figure], alike: float) -> Iterator[Scored]:
    for there in figures:
        if not is_possible(here, there, alike) or _are_two_things(here, there):
            continue
        if (score := likelihood(here, there, alike)) >= 0:
            yield score, here, there


def _are_two_things(one: Figure, other: Figure) -> bool:
    """Whether two counts are of different things with different values, and share a name at most."""
    if same_head(one, other) >= 0 or (one.fate and one.fate == other.fate):
        return False
    named = one.near.isdisjoint(other.near) and len(one.words & other.words) <= 1
    return named and compared(one, other).verdict != "agree"


def _fit(first: list[Figure], second: list[Figure], alike: Alike) -> bool:
    """Whether the values of two groups are, on average, about one thing, and nothing forbids it.

    A value that is told several times counts as it is told best: "her figure of 3 percent is right" says little of what
    the figure is about. Where an article gives two people's figures for one thing, another one may give both without
    saying so.
    """
    pairs = list(product(first[:COMPARED], second[:COMPARED]))
    apart = _never if any(contrasted(*pair) for pair in pairs) else _apart
    if any(apart(*pair) for pair in pairs):
        return False
    best: dict[tuple[Quantity, Quantity], float] = {}
    for one, other in pairs:
        values, likely = (one.quantity, other.quantity), likelihood(one, other, _between(one, other, alike))
        best[values] = max(likely, best.get(values, likely))
    return math.fsum(best.values()) >= 0


def _between(one: Figure, other: Figure, alike: Alike) -> float:
    """How alike the articles of two figures are."""
    first, second = sorted((one.place.document, other.place.document))
    return 1.0 if first == second else alike.get((first, second), 0.0)


def _touch(one: Figure, other: Figure) -> bool:
    """Whether two figures have anything in common that says what they are about."""
    same = same_head(one, other) > 0 or (one.fate and one.fate == other.fate) or contrasted(one, other)
    telling = bool(same_value(one, other)) or not one.words.isdisjoint(other.words) or _is_one_amount(one, other)
    return bool(same) or (one.only and other.only) or telling


def _is_one_amount(one: Figure, other: Figure) -> bool:
    """Whether both give one amount, share or measure, however few its digits: "$5", "5 dollars".

    Counts, lengths of time and halves are too often the same of different things.
    """
    value, kinds = value_of(one), {one.quantity.kind, other.quantity.kind}
    common = not kinds.isdisjoint(_COMMON) or kinds == {"fraction"}
    return not common and sort_of(one) == sort_of(other) and value is not None and value == value_of(other)


def _apart(one: Figure, other: Figure) -> bool:
    """Whether two figures cannot be about the same, or one article gives both without a sign that they are."""
    return _never(one, other) or _in_one_body(one, other)


def _never(one: Figure, other: Figure) -> bool:
    """Whether two figures cannot be about the same: other fates or times, another sort, a part and a whole.

    "198 passengers" are a part of "212 passengers and crew".
    """
    if one.fate and other.fate and one.fate != other.fate and not _is_one_size(one, other):
        return True
    if _is_former_of(one, other) or _of_other_sort(one, other) or _in_parts(one, other):
        return True
    return at_other_times(one, other)


def _is_former_of(one: Figure, other: Figure) -> bool:
    """Whether one is the former value, "up from 12", and the other neither that nor of a time that is over."""
    if "from" not in (one.role, other.role):
        return False
    over = all(item.role == "from" or _is_over(item) for item in (one, other))
    return not over or compared(one, other).verdict != "agree"


def _is_over(figure: Figure) -> bool:
    """Whether the time that a figure is about was over when its article came out."""
    return figure.period is not None and bool(figure.published) and figure.period[1] < figure.published


def _is_one_size(one: Figure, other: Figure) -> bool:
    """Whether both give the very same measure of a thing, so that it is no other aspect that words beside one name."""
    measured = one.quantity.kind == other.quantity.kind == "measure" and one.head == other.head
    return bool(measured and one.head and same_value(one, other))


def _of_other_sort(one: Figure, other: Figure) -> bool:
    """Whether two are never of one thing: amounts and sizes, ages or times and all others, 14 and 14,300."""
    kinds = {one.quantity.kind, other.quantity.kind}
    apart = len(kinds) > 1 and (not kinds.isdisjoint(_ALONE) or kinds in _PRICED)
    apart = apart and not (maybe_money(one, other) or maybe_age(one, other))
    return apart or (far_apart(one, other) >= FARTHEST and _digits(one) != _digits(other))


def _digits(figure: Figure) -> tuple[int, ...] | None:
    """The digits without zeros at the end, which stay the same where somebody mistakes millions for billions."""
    value = figure.quantity.value
    return None if value is None else value.normalize().as_tuple().digits


def _in_parts(one: Figure, other: Figure) -> bool:
    """Whether one counts what the other counts together with something else: "198 passengers and 14 crew"."""
    if one.head == other.head:
        return one.besides != other.besides
    return one.split or other.split


def _in_one_body(one: Figure, other: Figure) -> bool:
    """Whether one article gives two figures in its body without a sign that they are about the same thing.

    Signs are the same value again, other people's figures, a word that one is earlier or taken back ("corrected the
    magnitude to 6.9 from 6.8"), and one that leaves out what it counts or is said not to be the figure.
    """
    if not _are_both_told(one, other):
        return False
    if one.sentence == other.sentence:
        return not (_is_corrected(one, other) or (one.head == other.head and contrasted(one, other)))
    if one.bare or other.bare or contrasted(one, other):
        return False
    return not (_is_former(one, other) or _is_again(one, other))


def _are_both_told(one: Figure, other: Figure) -> bool:
    """Whether one article gives both, in its body or in its headline, and neither is negated or cut short alone."""
    if one.place.document != other.place.document or one.headline != other.headline:
        return False
    return not (one.elliptical or other.elliptical) and one.negated == other.negated


def _is_again(one: Figure, other: Figure) -> bool:
    """Whether both have the same value."""
    ours, theirs = one.quantity, other.quantity
    if ours.value is None or ours.value != theirs.value:
        return False
    return compare_quantities(ours, theirs).reason == EQUAL


def _is_former(one: Figure, other: Figure) -> bool:
    """Whether one of two that may count the same is said to be an earlier one, or taken back."""
    signs = one.earlier or other.earlier or one.taken_back or other.taken_back
    return signs and _may_count_the_same(one, other)


def _is_corrected(one: Figure, other: Figure) -> bool:
    """Whether a sentence that says what it counts corrects one figure to another: "the magnitude to 6.9 from 6.8"."""
    return one.taken_back and bool(one.head or other.head) and _may_count_the_same(one, other)


def _may_count_the_same(one: Figure, other: Figure) -> bool:
    """Whether the nouns beside two figures are the same, or one has none."""
    return one.head == other.head or not (one.head and other.head)


def _key(figure: Figure) -> tuple[str, str]:
    return figure.place.document, figure.claim
