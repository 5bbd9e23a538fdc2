"""Whether two number claims agree, conflict or cannot be compared, inside one article or across articles."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import attrs

from newsparse.comparison.conversion import converted, in_one_currency, margin, plain
from newsparse.model import NumberClaim, Passage, Quantity

EQUAL = "equal values"
"""The reason for two quantities that agree because they are the same."""
Verdict = Literal["agree", "conflict", "incomparable"]
ABOUT = Decimal("0.1")
"""How far a figure with "about" may be from the true one, as a share of it."""
VAGUE = Decimal(50)
"""How many times its lower end a vague figure may mean: "dozens" is at most 1,200."""
WHOLE = Decimal("0.5")
"""How far a percentage or a measure without decimals may be from the true one."""
_ROUNDED = frozenset({"percent", "measure"})
ROUND_ZEROS = 2
"""How many zeros a figure must end in to count as rounded."""
ROUND_DIGITS = range(2, 5)
"""How many digits must come before those zeros."""


@attrs.frozen
class Comparison:
    """The verdict and, in one line, why."""

    verdict: Verdict
    reason: str


@attrs.frozen
class Interval:
    """The values that a quantity allows; None is an open end."""

    low: Decimal | None
    high: Decimal | None
    low_inclusive: bool = True
    high_inclusive: bool = True


def compare(one: NumberClaim, other: NumberClaim) -> Comparison:
    """Whether two claims can both be true of one thing; they may be in different documents.

    The caller has to know that both measure the same thing at the same time; where two heads differ, the reason
    says so. Intervals, bounds, "about" (10% on either side), vague words, rounding as written ("$102K" agrees with
    102,500 as both round alike) and units of one dimension are respected; currencies are not converted.
    """
    if one.role != other.role and "change" in (one.role, other.role):
        return Comparison("incomparable", "one is a change, the other a level")
    if one.role == other.role == "change" and one.direction != other.direction:
        ways = [claim.direction or "nowhere" for claim in (one, other)]
        return Comparison("conflict", f"one goes {ways[0]}, the other {ways[1]}")
    first, second = (plain(claim.quantity, claim.role, claim.direction) for claim in (one, other))
    found = compare_quantities(first, second, change=one.role == "change")
    if found.verdict != "conflict" or one.subject is None or other.subject is None:
        return found
    here, there = _head(one.subject), _head(other.subject)
    if here.rstrip("s") != there.rstrip("s"):
        return Comparison("incomparable", f"one measures {here!r}, the other {there!r}")
    return found


def _head(subject: Passage) -> str:
    """The last word of what is measured, in small letters: "ships" of "three lost Ships"."""
    return subject.text.split()[-1].lower()


def compare_quantities(one: Quantity, other: Quantity, *, change: bool = False) -> Comparison:
    """Whether two quantities can both be true of one thing; ``change`` says that both are differences."""
    first, second = in_one_currency(plain(one), plain(other))
    reason = _apart(first, second)
    if reason:
        return Comparison("incomparable", reason)
    converting = (first.unit, first.per) != (second.unit, second.per)
    here = _interval(first, converting=converting)
    there = _in_unit(_interval(second, converting=converting), second, first, change=change)
    if there is None:
        return Comparison(
            "incomparable", f"{one.unit or one.kind} and {other.unit or other.kind} do not measure the same thing"
        )
    if _meet(here, there):
        same = one.value is not None and one.value == other.value and (one.unit, one.per) == (other.unit, other.per)
        return Comparison("agree", EQUAL if same else f"{one} and {other} have values in common")
    return Comparison("conflict", f"{one} and {other} have no value in common")


def _apart(one: Quantity, other: Quantity) -> str:
    """Why two quantities are of different sorts; empty where they are not."""
    kinds = {one.kind, other.kind}
    if len(kinds) > 1 and kinds not in ({"fraction", "percent"}, {"percentage-point", "basis-point"}):
        return f"one is a {one.kind}, the other a {other.kind}"
    if one.kind == "money" and (one.currency, one.unit) != (other.currency, other.unit):
        return f"{one.currency or one.unit} and {other.currency or other.unit} need an exchange rate"
    if (one.per is None) != (other.per is None):
        return "only one has a denominator"
    if one.per != other.per and one.kind != "measure":
        return f"one is per {one.per}, the other per {other.per}"
    return ""


def _interval(quantity: Quantity, *, converting: bool) -> Interval:
    """What the words allow: half of the last digit on either side, more for "about" and for what is converted."""
    low, high = quantity.low, quantity.high
    if quantity.exactness == "vague" and low is not None and high is None:
        return Interval(low, low * VAGUE)
    down, up = (_slack(quantity, end, converting=converting) for end in (low, high))
    rounded = quantity.exactness == "exact" and not converting and bool(up)  # half of the last digit is rounded up
    return Interval(
        None if low is None else low - down,
        None if high is None else high + up,
        quantity.low_inclusive,
        quantity.high_inclusive and not rounded,
    )


def _slack(quantity: Quantity, end: Decimal | None, *, converting: bool) -> Decimal:
    if end is None:
        return Decimal(0)
    more = margin(end) if converting else Decimal(0)
    about = abs(end) * ABOUT if quantity.exactness == "about" else Decimal(0)
    if about or quantity.value is None:
        return about + more
    whole = WHOLE if quantity.kind in _ROUNDED and _is_whole(end) else Decimal(0)
    return max(_rounding(end), whole) + more


def _is_whole(value: Decimal) -> bool:
    return value == value.to_integral_value()


def _rounding(value: Decimal) -> Decimal:
    """Half a unit of the last non-zero digit, for values of three digits or more that end in zeros."""
    exponent = value.normalize().as_tuple().exponent
    if not isinstance(exponent, int) or value == 0:
        return Decimal(0)
    if exponent <= 0:
        return Decimal(1).scaleb(exponent) / 2 if exponent < 0 else Decimal(0)
    digits = len(value.normalize().as_tuple().digits)
    rounded = exponent >= ROUND_ZEROS and digits in ROUND_DIGITS
    return Decimal(1).scaleb(exponent) / 2 if rounded else Decimal(0)


def _in_unit(interval: Interval, own: Quantity, wanted: Quantity, *, change: bool) -> Interval | None:
    """The interval in the form of ``wanted``; None where it cannot be converted."""

    def moved(value: Decimal | None) -> Decimal | None:
        return None if value is None else converted(value, own, wanted, change=change)

    low, high = moved(interval.low), moved(interval.high)
    if (low is None and interval.low is not None) or (high is None and interval.high is not None):
        return None
    return attrs.evolve(interval, low=low, high=high)


def _meet(one: Interval, other: Interval) -> bool:
    return _below(one, other) and _below(other, one)


def _below(one: Interval, other: Interval) -> bool:
    """Whether the lower end of ``one`` is not above the upper end of ``other``."""
    if one.low is None or other.high is None:
        return True
    return one.low <= other.high if one.low_inclusive and other.high_inclusive else one.low < other.high
