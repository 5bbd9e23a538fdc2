"""Which figures are about one thing at one time: pairs of figures are scored, and the best pairs joined first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from newsparse.comparison import compare_quantities
from newsparse.comparison.comparing import EQUAL
from newsparse.lexicon import SHARED, lexicon
from newsparse.linking.figures.comparing import compared, maybe_money
from newsparse.linking.figures.profiles import Figure

JOINED = 0.85
"""The score from which two figures are about the same thing."""
CONTEXT, NEAR, HEAD, VALUE, FATE, STORY = 1.0, 0.4, 0.5, 0.6, 0.6, 0.7
"""What equal words in the sentence, equal words beside, the same thing counted, values in common, an equal fate and the
likeness of the articles add: each up to so much."""
PEOPLE, OTHER_HEAD = 0.5, -0.5
"""The share of ``HEAD`` for people who are called differently, and for different things."""
EXACT, ONLY, CONTRAST = 0.2, 0.3, 0.3
"""What more is added for the very same value of several digits, where both are the only ones of their kind in their
articles, and where one article gives two people's figures for things of one name."""
ONE_FATE = 0.3
"""What is taken off where something happened only to those whom one of the figures counts."""
OTHER_KIND, OTHER_CURRENCY, MAGNITUDE = 0.35, 0.2, 0.3
"""What is taken off where the figures are of different kinds, of different currencies, or of different magnitude."""
TIMES = 10
"""How many times as large as another one a figure is of different magnitude; so much more, twice as different."""
FARTHEST = 3
"""How many times over that is for figures that are never of one thing."""
THOUSANDS = 1000
"""From which value on a figure of one digit and zeros is one that few other figures have."""
STRANGERS = 0.7
"""The score under which two figures of one article are of different things, whatever other articles say."""
LONG_AGO = 60
"""After how many days a time that is named is another one than that of an article."""
CERTAIN = 0.2
"""The likeness of articles from which figures in sentences without a word in common may be about the same thing."""
COMPARED = 6
"""With how many figures of a group, the first, one of another group is compared before the groups are joined."""

_SHARES = {"percent", "fraction"}
_ALONE = {"age", "duration"}
_PRICED = ({"money", "measure"}, {"money", "count"})
_PEOPLE = ("across.anybody", "across.people", "nouns.people")

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
    """Groups from pairs, the best first: two groups become one where the figures of the smaller find their like.

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


def _rank(pair: Scored) -> tuple[float, tuple[tuple[str, str, int, int], ...]]:
    return -pair[0], tuple(sorted((pair[1].order, pair[2].order)))


def _with(here: Figure, figures: Iterable[Figure], alike: float) -> Iterator[Scored]:
    for there in figures:
        if not _touch(here, there):
            continue
        score = _scored(here, there, alike)
        if score >= JOINED:
            yield score, here, there


def _scored(one: Figure, other: Figure, alike: float) -> float:
    """How much speaks for two figures being about the same thing at the same time; 0 where something forbids it."""
    if _apart(one, other) or (alike < CERTAIN and one.words.isdisjoint(other.words)):
        return 0.0
    first, second = sorted((one, other), key=lambda item: item.order)
    return STORY * alike + _likeness(first, second)


def _fit(first: list[Figure], second: list[Figure], alike: Alike) -> bool:
    few, many = sorted((first[:COMPARED], second[:COMPARED]), key=len)
    scores = [[_scored(one, other, _between(one, other, alike)) for other in many] for one in few]
    fits = all(map(all, scores)) and sum(map(max, scores)) / len(few) >= JOINED
    return fits and not _strangers(few, many, alike)


def _between(one: Figure, other: Figure, alike: Alike) -> float:
    """How alike the articles of two figures are."""
    first, second = sorted((one.place.document, other.place.document))
    return 1.0 if first == second else alike.get((first, second), 0.0)


def _strangers(first: Sequence[Figure], second: Sequence[Figure], alike: Alike) -> bool:
    """Whether the body of one article has figures in both that are not of one thing."""
    together = (
        _scored(one, other, _between(one, other, alike))
        for one in first
        for other in second
        if one.place.document == other.place.document and one.headline == other.headline
    )
    return any(score < STRANGERS for score in together)


def _touch(one: Figure, other: Figure) -> bool:
    """Whether two figures have anything in common that says what they are about."""
    same = (one.head and one.head == other.head) or (one.fate and one.fate == other.fate)
    telling = bool(_same_value(one, other)) or not one.words.isdisjoint(other.words)
    return bool(same) or (one.only and other.only) or telling


def _likeness(one: Figure, other: Figure) -> float:
    found = compared(one, other)
    score = CONTEXT * _share(one.words, other.words) + NEAR * _share(one.near, other.near)
    score += HEAD * _same_head(one, other) + FATE * (bool(one.fate) and one.fate == other.fate)
    score += VALUE * (found.verdict == "agree") + EXACT * _same_value(one, other) + ONLY * (one.only and other.only)
    score += CONTRAST * _contrasted(one, other) - ONE_FATE * _only_one_has_fate(one, other)
    score -= MAGNITUDE * _far_apart(one, other)
    if found.verdict == "incomparable":
        score -= OTHER_CURRENCY if one.quantity.kind == other.quantity.kind == "money" else OTHER_KIND
    return score


def _past(one: Figure, other: Figure) -> bool:
    """Whether only one of two figures has a time, and that was over long before its article.

    The very same value of the same thing stays the same: the time may be that of another figure of the sentence.
    """
    if one.period is None or other.period or not one.published:
        return False
    if one.head and one.head == other.head and _same_value(one, other):
        return False
    return (date.fromisoformat(one.published) - date.fromisoformat(one.period[1])).days > LONG_AGO


def _same_value(one: Figure, other: Figure) -> int:
    """How telling it is that both give the very same value: 1 for one of two digits or of thousands, 2 for more digits.

    Few other figures have that value; 0 for a value that many have, and for two values.
    """
    value = one.quantity.value
    if value is None or value != other.quantity.value:
        return 0
    digits = len(value.normalize().as_tuple().digits)
    return min(max(digits - 1, value >= THOUSANDS), 2)


def _contrasted(one: Figure, other: Figure) -> bool:
    """Whether one article gives figures by two people that may be for one thing: by its name, or by words beside."""
    spoken = one.speaker != other.speaker and "" not in (one.speaker, other.speaker)
    if not spoken or one.place.document != other.place.document or compared(one, other).verdict == "incomparable":
        return False
    same = _same_head(one, other)
    return same > 0 or (same == 0 and bool(one.near & other.near))


def _only_one_has_fate(one: Figure, other: Figure) -> bool:
    """Whether only one counts those to whom something happened: guests who were killed, and guests."""
    counts = one.quantity.kind == other.quantity.kind == "count"
    return counts and bool(one.fate) != bool(other.fate) and bool(one.head and other.head)


def _far_apart(one: Figure, other: Figure) -> int:
    """How many times over one figure is ``TIMES`` as large as the other: 14,300 and 14 are three times."""
    low, high = sorted(abs(item.quantity.low or item.quantity.high or Decimal(0)) for item in (one, other))
    same_sort = (one.quantity.kind, one.quantity.unit) == (other.quantity.kind, other.quantity.unit)
    if not same_sort or high <= TIMES * low:
        return 0
    return int((high / max(low, Decimal(1))).log10()) or 1


def _apart(one: Figure, other: Figure) -> bool:
    """Whether two figures cannot be about the same: other fates or times, a change and a level, a part and a whole.

    "198 passengers" are a part of "212 passengers and crew".
    """
    if one.fate and other.fate and one.fate != other.fate and not _is_one_size(one, other):
        return True
    if "from" in (one.role, other.role) or _only_one_changes(one, other) or _of_other_sort(one, other):
        return True
    if one.period and other.period and (one.period[1] < other.period[0] or other.period[1] < one.period[0]):
        return True
    if one.part != other.part or _in_parts(one, other):
        return True
    return _past(one, other) or _past(other, one) or _in_one_body(one, other)


def _is_one_size(one: Figure, other: Figure) -> bool:
    """Whether both give the very same measure of a thing, so that it is no other aspect that words beside one name."""
    measured = one.quantity.kind == other.quantity.kind == "measure" and one.head == other.head
    return bool(measured and one.head and _same_value(one, other))


def _only_one_changes(one: Figure, other: Figure) -> bool:
    """Whether only one is a change; a share that is lost may be told as either: "lost a third", "a third was lost".

    So may a size: "goes down 60 metres", "60 metres deep".
    """
    if "change" not in (one.role, other.role) or one.role == other.role:
        return False
    if one.fate and one.fate == other.fate:
        return False
    share = {one.quantity.kind, other.quantity.kind} <= _SHARES and one.head == other.head
    return not (share and compared(one, other).verdict == "agree")


def _of_other_sort(one: Figure, other: Figure) -> bool:
    """Whether two are never of one thing: amounts and sizes, ages or times and all others, 14 and 14,300."""
    kinds = {one.quantity.kind, other.quantity.kind}
    apart = len(kinds) > 1 and (not kinds.isdisjoint(_ALONE) or kinds in _PRICED) and not maybe_money(one, other)
    return apart or (_far_apart(one, other) >= FARTHEST and _digits(one) != _digits(other))


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

    Signs are the same value again, other people's figures, a word that one is earlier or taken back, and one that
    leaves out what it counts or is said not to be the figure.
    """
    if one.place.document != other.place.document or one.headline != other.headline:
        return False
    if one.elliptical or other.elliptical or one.negated != other.negated:
        return False
    if one.sentence == other.sentence:
        return True
    again = compare_quantities(one.quantity, other.quantity).reason == EQUAL
    signs = (one.earlier, other.earlier, one.taken_back, other.taken_back)
    return not (again or _contrasted(one, other) or (any(signs) and one.head == other.head))


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    least = min(len(one), len(other))
    return len(one & other) / max(2, least) if least else 0.0


def _same_head(one: Figure, other: Figure) -> float:
    """1 for the same thing counted, a half for people by different names, less than 0 for different things."""
    if not one.head or not other.head:
        return 0.0
    if one.head == other.head:
        return 1.0
    if _of_people(one) and _of_people(other):
        return PEOPLE
    return OTHER_HEAD if one.quantity.kind == other.quantity.kind == "count" else 0.0


def _of_people(figure: Figure) -> bool:
    return any(figure.head in lexicon(SHARED).words(name) for name in _PEOPLE)


def _key(figure: Figure) -> tuple[str, str]:
    return figure.place.document, figure.claim
