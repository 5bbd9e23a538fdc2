"""What speaks for two figures being about one thing at one time, and against it, weighed as labelled stories show."""

from __future__ import annotations

import math
from datetime import date
from decimal import Decimal
from functools import cache
from importlib import resources

from newsparse.comparison.conversion import SHARES, plain, ratio
from newsparse.lexicon import SHARED, lexicon
from newsparse.linking.figures.comparing import compared, only_one_changes
from newsparse.linking.figures.profiles import Figure, of_people, sort_of
from newsparse.rules import Weights

SURE = 0.35
"""The likeness from which two articles certainly tell the same story."""
POSSIBLE = 0.1
"""The likeness that says nothing yet."""
PEOPLE, OTHER_HEAD = 0.5, -0.5
"""The share of evidence by what is counted for people who are called differently, and for different things."""
TIMES = 10
"""How many times as large as another one a figure is of different magnitude; so much more, twice as different."""
CLOSE = Decimal("1.25")
"""How many times as large as another one a figure is at most that is close to it."""
BOUND = 2
"""How many times over its bound a figure is at most that somebody gives as more than that."""
THOUSANDS = 1000
"""From which value on a figure of one digit and zeros is one that few other figures have."""
LONG_AGO = 60
"""After how many days a time that is named is another one than that of an article."""

_FRACTIONS = {"fraction", "ratio"}


def likelihood(one: Figure, other: Figure, alike: float) -> float:
    """How likely two figures are about one thing, as log odds: 0 where that is just likely enough to join them.

    ``alike`` is how alike their articles are, 0 to 1; it is 1 in one article. The same for either order of the figures.
    """
    given = weights().weights
    return math.fsum(given.get(name, 0.0) * value for name, value in evidence(one, other, alike).items()) - _least()


@cache
def weights() -> Weights:
    """The weight of each piece of evidence by its name, as fitted on labelled stories."""
    return Weights.read(resources.files("newsparse").joinpath("data", "linking", "figures.json"))


@cache
def _least() -> float:
    """The sum of weighted evidence from which two figures are probable enough to be about one thing."""
    return weights().open + math.log(weights().threshold / (1 - weights().threshold))


def evidence(one: Figure, other: Figure, alike: float) -> dict[str, float]:
    """What two figures have in common or apart, by name: most are 0 or 1, and ``weights`` has one for each.

    "story" is the likeness of the articles, "words" and "near" the shares of equal words in the sentences and beside
    the figures, "head" what is counted, "other head" that it differs as the values do, and "unnamed" that one of them
    does not name it, "fate" and "one fate" what happened to it, "rate" that they are per unit of one thing; "value"
    that they agree, not by a bound that is far away, "close" that they do not and are near each other, "exact" that
    few others have their value, "alone" that each is the only one of its sort in its article; "nothing" that neither
    the words around them nor what they count have anything in common; "again" that the body of one article gives
    both, with a sign that they are about one thing. "contrast" says that two people give them, "magnitude" how far
    apart they are, "kind" and "currency" that these cannot be compared, "change" and "part" that only one of them is
    that, "past" that only one of them has a time, which was over long before its article.
    """
    first, second = sorted((one, other), key=lambda item: item.order)
    verdict = compared(first, second).verdict
    money = one.quantity.kind == other.quantity.kind == "money"
    return {
        "story": min(1.0, max(0.0, (alike - POSSIBLE) / (SURE - POSSIBLE))),
        "words": share(one.words, other.words),
        "near": share(one.near, other.near),
        "head": max(0.0, same_head(one, other)),
        "other head": float(same_head(one, other) < 0 and verdict != "agree" and not _of_one_fate(one, other)),
        "unnamed": float(not (one.head and other.head)),
        "fate": float(_of_one_fate(one, other)),
        "one fate": float(_only_one_has_fate(one, other)),
        "rate": float(bool(one.quantity.per) and _counted_in(one) == _counted_in(other)),
        "value": float(_values_agree(first, second)),
        "close": float(verdict == "conflict" and _is_close(one, other)),
        "exact": float(same_value(one, other)),
        "alone": float(one.only and other.only and sort_of(one) == sort_of(other)),
        "nothing": float(_have_nothing(one, other)),
        "again": float(one.place.document == other.place.document and one.headline == other.headline),
        "contrast": float(contrasted(one, other)),
        "magnitude": float(far_apart(one, other)),
        "kind": float(verdict == "incomparable" and not money),
        "currency": float(verdict == "incomparable" and money),
        "change": float(only_one_changes(one, other)),
        "part": float(one.part != other.part),
        "past": float(_past(one, other) or _past(other, one)),
    }


def share(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the words of the smaller set that both have."""
    least = min(len(one), len(other))
    return len(one & other) / max(2, least) if least else 0.0


def same_head(one: Figure, other: Figure) -> float:
    """1 for the same thing counted, a half for people by different names, less than 0 for different things."""
    if not one.head or not other.head:
        return 0.0
    if one.head == other.head:
        return 1.0
    if of_people(one) and of_people(other):
        return PEOPLE
    return OTHER_HEAD if one.quantity.kind == other.quantity.kind == "count" else 0.0


def same_value(one: Figure, other: Figure) -> int:
    """How telling it is that both give the very same value: 1 for one of two digits or of thousands, 2 for more digits.

    Few other figures have that value; 0 for a value that many have, and for two values. Shares are percentages, and
    fractions such as a third, however many digits that has, tell little.
    """
    value = value_of(one)
    if value is None or value != value_of(other):
        return 0
    digits = len(value.normalize().as_tuple().digits)
    most = 1 if _FRACTIONS & {one.quantity.kind, other.quantity.kind} else 2
    return min(max(digits - 1, value >= THOUSANDS), most)


def value_of(figure: Figure) -> Decimal | None:
    """The value of a figure, of a share in percent: 25 for "a quarter" and "one in four"."""
    quantity = plain(figure.quantity)
    value, scale = quantity.value, SHARES.get(quantity.kind)
    return value * scale[1] if value is not None and scale else value


def _values_agree(one: Figure, other: Figure) -> bool:
    """Whether both can be true, and not for an open end alone."""
    return compared(one, other).verdict == "agree" and not _is_beyond(one, other)


def _is_beyond(one: Figure, other: Figure) -> bool:
    """Whether two agree for an open end alone, and are more than ``BOUND`` times apart: "at least 18" and 120."""
    first, second = one.quantity, other.quantity
    if all((item.low is None) == (item.high is None) for item in (first, second)):
        return False
    if "vague" in (first.exactness, second.exactness):
        return False
    times = ratio(plain(first), plain(second))
    return times is not None and not 1 / BOUND <= abs(times) <= BOUND


def _have_nothing(one: Figure, other: Figure) -> bool:
    """Whether the words around two figures have nothing in common, nor has what they count."""
    if same_head(one, other) > 0 or _of_one_fate(one, other) or contrasted(one, other):
        return False
    return one.words.isdisjoint(other.words) and one.near.isdisjoint(other.near)


def _is_close(one: Figure, other: Figure) -> bool:
    """Whether two figures of one sort, of two digits or more, are not further apart than ``CLOSE``."""
    low, high = sorted(abs(item.quantity.low or item.quantity.high or Decimal(0)) for item in (one, other))
    return _counted_in(one) == _counted_in(other) and low >= TIMES and high <= CLOSE * low


def contrasted(one: Figure, other: Figure) -> bool:
    """Whether one article gives figures by two people that may be for one thing: by its name, or by words around it.

    People by two names alone are not one thing: "19 people were missing, divers said; police put the number at 164".
    """
    if one.place.document == other.place.document and (one.answered == other.claim or other.answered == one.claim):
        return True
    spoken = one.speaker != other.speaker and "" not in (one.speaker, other.speaker)
    if not spoken or one.place.document != other.place.document or compared(one, other).verdict == "incomparable":
        return False
    same = same_head(one, other)
    return same == 1 or (same >= 0 and not _told(one).isdisjoint(_told(other)))


def _told(figure: Figure) -> frozenset[str]:
    """What is counted, but people of any sort, and the words around it."""
    return (figure.near | figure.words | {figure.head}) - _nobody()


@cache
def _nobody() -> frozenset[str]:
    return lexicon(SHARED).words("across.anybody") | {""}


def far_apart(one: Figure, other: Figure) -> int:
    """How many times over one figure is ``TIMES`` as large as the other: 14,300 and 14 are three times.

    Two units of one dimension are converted, and an amount "an hour" is put against one that stands alone.
    """
    low, high = sorted(map(_end, (one, other)))
    if _counted_in(one) != _counted_in(other) and not _is_one_rate(one, other):
        times = ratio(one.quantity, other.quantity) if one.quantity.kind == other.quantity.kind != "money" else None
        low, high = Decimal(1), max(abs(times), 1 / abs(times)) if times else Decimal(1)
    if high <= TIMES * low:
        return 0
    return int((high / max(low, Decimal(1))).log10()) or 1


def _end(figure: Figure) -> Decimal:
    """One end of a quantity, without its sign."""
    return abs(figure.quantity.low or figure.quantity.high or Decimal(0))


def _is_one_rate(one: Figure, other: Figure) -> bool:
    """Whether both are amounts in one currency, of which one is per something."""
    first, second = one.quantity, other.quantity
    same = first.kind == second.kind == "money" and (first.unit, first.currency) == (second.unit, second.currency)
    return same and (first.per is None) != (second.per is None)


def _counted_in(figure: Figure) -> tuple[str | None, ...]:
    quantity = figure.quantity
    return quantity.kind, quantity.unit, quantity.currency, quantity.per


def _of_one_fate(one: Figure, other: Figure) -> bool:
    """Whether both count those to whom the same happened, or measure the same of something."""
    return bool(one.fate) and one.fate == other.fate


def _only_one_has_fate(one: Figure, other: Figure) -> bool:
    """Whether only one counts those to whom something happened: guests who were killed, and guests."""
    counts = one.quantity.kind == other.quantity.kind == "count"
    return counts and bool(one.fate) != bool(other.fate) and bool(one.head and other.head)


def _past(one: Figure, other: Figure) -> bool:
    """Whether only one of two figures has a time, and that was over long before its article.

    The very same value of the same thing stays the same: the time may be that of another figure of the sentence.
    """
    if one.period is None or other.period or not one.published:
        return False
    if one.head and one.head == other.head and same_value(one, other):
        return False
    return (date.fromisoformat(one.published) - date.fromisoformat(one.period[1])).days > LONG_AGO


def at_other_times(one: Figure, other: Figure) -> bool:
    """Whether both have a time, and one is over before the other begins."""
    if not one.period or not other.period:
        return False
    return one.period[1] < other.period[0] or other.period[1] < one.period[0]
