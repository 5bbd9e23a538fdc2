"""In what two figures differ: value, unit, bound; the same less exactly, or written another way, is no difference."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from itertools import product

import attrs

from newsparse.comparison.conversion import SHARES, converted, in_one_currency, is_multiple, margin, plain, scales
from newsparse.model import Differing, NumberClaim, Quantity

ABOUT = Decimal("0.05")
"""How far an exact value may be from one after "about", as a share of it."""
ROUNDED_DIGITS = 2
"""Significant digits from which a rounded value counts as the exact one; after "about", one is enough."""
_OF_HUNDRED = {"percent": "percent", "percentage-point": "percentage-point", "basis-point": "basis-point"}
_IN_DIGITS = frozenset({"percent", "percentage-point", "basis-point"})
"""The kinds of shares that are written in digits, and so can be rounded."""


def differing(here: NumberClaim, there: NumberClaim) -> list[Differing]:
    """What is different, the gravest first; empty for figures that agree, whatever scale a text leaves open."""
    pairs = product(_readings(here), _readings(there))
    return min((_differing(*pair) for pair in pairs), key=len)


def _readings(claim: NumberClaim) -> list[NumberClaim]:
    """The claim, and in each unit that its own may stand for: degrees of either scale."""
    units = scales(claim.quantity.unit) if claim.quantity.unit and not claim.quantity.currency else ()
    return [claim, *(attrs.evolve(claim, quantity=attrs.evolve(claim.quantity, unit=unit)) for unit in units)]


def _differing(here: NumberClaim, there: NumberClaim) -> list[Differing]:
    one, other = in_one_currency(here.quantity, there.quantity)
    found: list[Differing] = []
    another_way = _is_converted(here, there)
    if not another_way and not _same_value(one, other):
        found.append("value")
    if not another_way and (_unit(one) != _unit(other) or contradict(one.per, other.per)):
        found.append("unit")
    if one.bound != other.bound and not _in_words(one, other):
        found.append("bound")
    return found


def equal(here: NumberClaim, there: NumberClaim) -> bool:
    """Whether value, unit and bound are exactly the same."""
    one, other = in_one_currency(here.quantity, there.quantity)
    same = (one.low, one.high, one.exactness) == (other.low, other.high, other.exactness)
    return same and not differing(here, there)


def written_another_way(here: NumberClaim, there: NumberClaim) -> bool:
    """Whether the quantity is the same, but in another unit, or another sort of share."""
    return any(_is_converted(*pair) for pair in product(_readings(here), _readings(there)))


def _is_converted(here: NumberClaim, there: NumberClaim) -> bool:
    """Whether the quantity is the same in another unit, or as another sort of share: "a quarter" for 25 percent.

    It may be rounded: as any other value where one unit is a whole number of the other, to percent from fractions, and
    as far as the digits of both show where another unit has no such number.
    """
    if _go_apart(here, there):
        return False
    one, other = _plain(here, there), _plain(there, here)
    if one.kind in SHARES and other.kind in SHARES and one.per == other.per:
        return _is_one_share(here.quantity, there.quantity, one, other)
    if not one.unit or not other.unit or one.kind != other.kind or one.kind == "money":
        return False
    if (one.unit, one.per) == (other.unit, other.per):
        return False
    change = here.role == there.role == "change"
    if is_multiple(one, other):
        moved = _moved(other, one, change=change)
        return moved is not None and _same_value(one, moved)
    return _meet(one, other, change=change)


def _go_apart(here: NumberClaim, there: NumberClaim) -> bool:
    """Whether one goes up and the other down."""
    return bool(here.direction and there.direction) and here.direction != there.direction


def _is_one_share(here: Quantity, there: Quantity, one: Quantity, other: Quantity) -> bool:
    """Whether shares of two kinds are the same; ``one`` and ``other`` are ``here`` and ``there`` as shares."""
    if here.kind == there.kind and here.kind != "ratio":
        return False
    ours, theirs = _moved(one, other), _moved(other, one)
    if ours is None or theirs is None:
        return False
    return _same_value(one, theirs) or (one.kind not in _IN_DIGITS and _same_value(other, ours))


def _plain(claim: NumberClaim, model: NumberClaim) -> Quantity:
    """The quantity as a share, where both go the same way or neither is a change."""
    alike = (claim.role, claim.direction) == (model.role, model.direction)
    return plain(claim.quantity, claim.role if alike else "level", claim.direction)


def _moved(quantity: Quantity, model: Quantity, *, change: bool = False) -> Quantity | None:
    """The quantity in the form of another one; None where that measures something else."""
    if quantity.kind in SHARES and SHARES[quantity.kind][0] != SHARES[model.kind][0]:
        return None
    ends = [None if end is None else converted(end, quantity, model, change=change) for end in _both(quantity)]
    if [end is None for end in ends] != [end is None for end in _both(quantity)]:
        return None
    return attrs.evolve(quantity, low=ends[0], high=ends[1])


def _meet(one: Quantity, other: Quantity, *, change: bool) -> bool:
    """Whether two quantities are the same as far as the digits of both show."""
    share = ABOUT if one.exactness == "about" and other.exactness == "exact" else Decimal(0)

    def are_near(ours: Decimal, theirs: Decimal) -> bool:
        rounding = margin(theirs)
        least, most = (converted(theirs + by, other, one, change=change) for by in (-rounding, rounding))
        if least is None or most is None:
            return False
        slack = max(margin(ours), abs(ours) * share)
        return least <= ours + slack and ours - slack <= most

    return _each(one, other, are_near)


def _in_words(here: Quantity, there: Quantity) -> bool:
    """Whether both are vague words such as "dozens", which have a bound only in a manner of speaking."""
    return here.exactness == there.exactness == "vague"


def _unit(quantity: Quantity) -> tuple[str | None, str | None, str | None]:
    return quantity.currency, quantity.unit, _OF_HUNDRED.get(quantity.kind)


def contradict(one: str | None, other: str | None) -> bool:
    """Whether both are known and differ."""
    return one is not None and other is not None and one != other


def _both(quantity: Quantity) -> tuple[Decimal | None, Decimal | None]:
    return quantity.low, quantity.high


def _ends(quantity: Quantity) -> list[Decimal]:
    return sorted({end for end in _both(quantity) if end is not None})


def _same_value(here: Quantity, there: Quantity) -> bool:
    about = here.exactness == "about" and there.exactness == "exact"
    share, least = (ABOUT, 1) if about else (Decimal(0), ROUNDED_DIGITS)
    return _each(here, there, lambda a, b: _rounded(a, b, least) or abs(a - b) <= abs(b) * share)


def _each(here: Quantity, there: Quantity, test: Callable[[Decimal, Decimal], bool]) -> bool:
    """Whether both have as many ends, and each passes a test with that of the other."""
    one, other = _ends(here), _ends(there)
    return len(one) == len(other) and all(test(a, b) for a, b in zip(one, other, strict=True))


def _rounded(here: Decimal, there: Decimal, least: int) -> bool:
    """Whether ``here`` is ``there`` rounded to fewer digits, of which ``least`` or more are left."""
    if not here or not there:
        return False
    digits = len(here.normalize().as_tuple().digits)
    if digits < least or digits >= len(there.normalize().as_tuple().digits):
        return False
    exponent = here.normalize().as_tuple().exponent
    return isinstance(exponent, int) and there.quantize(Decimal(1).scaleb(exponent)) == here
