"""In what two figures differ: value, unit, bound; figures that say the same less exactly do not differ."""

from __future__ import annotations

from decimal import Decimal

from newsparse.model import Differing, Quantity

ABOUT = Decimal("0.05")
"""How far an exact value may be from one after "about", as a share of it."""
ROUNDED_DIGITS = 2
"""Significant digits from which a rounded value counts as the exact one; after "about", one is enough."""
_OF_HUNDRED = {"percent": "percent", "percentage-point": "percentage-point", "basis-point": "basis-point"}


def differing(here: Quantity, there: Quantity) -> list[Differing]:
    """What is different, the gravest first; empty for figures that agree."""
    found: list[Differing] = []
    if not _same_value(here, there):
        found.append("value")
    if _unit(here) != _unit(there) or _contradict(here.per, there.per):
        found.append("unit")
    if here.bound != there.bound and not _in_words(here, there):
        found.append("bound")
    return found


def equal(here: Quantity, there: Quantity) -> bool:
    """Whether value, unit and bound are exactly the same."""
    return (here.low, here.high, here.exactness) == (there.low, there.high, there.exactness) and not differing(
        here, there
    )


def _in_words(here: Quantity, there: Quantity) -> bool:
    """Whether both are vague words such as "dozens", which have a bound only in a manner of speaking."""
    return here.exactness == there.exactness == "vague"


def _unit(quantity: Quantity) -> tuple[str | None, str | None, str | None]:
    return quantity.currency, quantity.unit, _OF_HUNDRED.get(quantity.kind)


def _contradict(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _ends(quantity: Quantity) -> tuple[Decimal, ...]:
    return tuple(end for end in (quantity.low, quantity.high) if end is not None)


def _same_value(here: Quantity, there: Quantity) -> bool:
    one, other = sorted(set(_ends(here))), sorted(set(_ends(there)))
    if len(one) != len(other):
        return False
    about = here.exactness == "about" and there.exactness == "exact"
    share, least = (ABOUT, 1) if about else (Decimal(0), ROUNDED_DIGITS)
    return all(_rounded(a, b, least) or abs(a - b) <= abs(b) * share for a, b in zip(one, other, strict=True))


def _rounded(here: Decimal, there: Decimal, least: int) -> bool:
    """Whether ``here`` is ``there`` rounded to fewer digits, of which ``least`` or more are left."""
    if not here or not there:
        return False
    digits = len(here.normalize().as_tuple().digits)
    if digits < least or digits >= len(there.normalize().as_tuple().digits):
        return False
    exponent = here.normalize().as_tuple().exponent
    return isinstance(exponent, int) and there.quantize(Decimal(1).scaleb(exponent)) == here
