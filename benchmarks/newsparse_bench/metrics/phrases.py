"""Figures of single phrases, after the specifications of Recognizers-Text: the share read with the exact value.

The specifications give one number per phrase and label one kind of figure per sentence, so precision is meaningless.
Their conventions, which the library does not share: a bound is not part of the value (the end that is there counts),
cents and pence are counted as such, "one in five" is 0.2, numbers without an end are cut at about fifteen digits, and
the ends of a range from A to B belong to it or not by convention.
"""

from __future__ import annotations

from decimal import Decimal

from newsparse.model import Document, NumberClaim, Quantity
from newsparse_bench.metrics.counts import Tally, matched, share

CLOSE = Decimal("1e-9")
"""How far a value may be from one with its last digits cut, as a share of it."""
MINOR = Decimal(100)
_OPEN = {"USD": "dollar", "GBP": "pound", "penny": "cent"}
"""Currencies and coins by the name that the suites also use for others, or for a weight."""


def phrases(gold: Document, guess: Document) -> Tally:
    """All phrases of one sentence."""
    pairs = matched(guess.numbers, gold.numbers, _close)
    right = sum(equal(one.quantity, other.quantity) for one, other in pairs)
    return {"exact value": share(right, len(gold.numbers))}


def suites(gold: Document, guess: Document) -> Tally:
    """The figures of one text of a peer's test suite: the value, and value and unit.

    The suites give the middle of a range, and name no country for "dollar".
    """
    pairs = matched(guess.numbers, gold.numbers, _close)
    valued = [(one.quantity, other.quantity) for one, other in pairs if _valued(one.quantity, other.quantity)]
    united = sum(_measured(one) == _measured(wanted) for one, wanted in valued)
    of = len(gold.numbers)
    return {"right value": share(len(valued), of), "right value and unit": share(united, of)}


def _measured(one: Quantity) -> tuple[str, str | None]:
    """The unit with its denominator, as far as the suites tell them apart."""
    unit = one.currency or one.unit or ""
    return _OPEN.get(unit, unit), one.per if unit else None


def _valued(one: Quantity, wanted: Quantity) -> bool:
    """Whether ``one`` has the value wanted, or is a range around it."""
    middle = None if one.low is None or one.high is None else (one.low + one.high) / 2
    return equal(one, wanted) or (middle is not None and wanted.value is not None and _same(middle, wanted.value))


def _close(one: NumberClaim, other: NumberClaim) -> float:
    return float(one.span.overlaps(other.span)) * (1 + 10 * equal(one.quantity, other.quantity))


def equal(one: Quantity, wanted: Quantity) -> bool:
    """Whether ``one`` is the value of a specification, by the conventions above."""
    if wanted.value is None:
        ends = [(one.low, wanted.low), (one.high, wanted.high)]
        if not all((a is None) == (b is None) and (a is None or b is None or _same(a, b)) for a, b in ends):
            return False
        if None in (wanted.low, wanted.high):
            return (one.low_inclusive, one.high_inclusive) == (wanted.low_inclusive, wanted.high_inclusive)
        return True
    return any(_same(value, wanted.value) for value in _readings(one))


def _readings(one: Quantity) -> list[Decimal]:
    """The numbers that a specification may give for a quantity."""
    ends = [end for end in (one.low, one.high) if end is not None]
    if one.kind == "ratio" and one.per:
        return [end / Decimal(one.per) for end in ends]
    return ends + [end * MINOR for end in ends if one.kind == "money" and abs(end) < MINOR]


def _same(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) <= abs(other) * CLOSE
