"""How two figures of one thing compare: by their quantities, with what articles leave out or include besides."""

from __future__ import annotations

from decimal import Decimal

import attrs

from newsparse.comparison import Comparison, compare_quantities
from newsparse.comparison.conversion import SHARES, plain
from newsparse.lexicon import SHARED, lexicon
from newsparse.linking.figures.profiles import Figure, same_words
from newsparse.model import Quantity

_WEIGHED = frozenset({"pound"})
AMOUNT = Decimal(100_000)
"""From which value on a bare number may be an amount of money whose currency is left out: "losses of 4 million"."""


def compared(one: Figure, other: Figure) -> Comparison:
    """Whether two figures of one thing can both be true; not comparable where one includes what the other does not."""
    if one.role == other.role == "change" and one.direction != other.direction:
        return Comparison("conflict", f"one goes {one.direction}, the other {other.direction}")
    first, second = _like(one, other), _like(other, one)
    change = one.role == other.role == "change"
    found = _same_rate(first, second) or compare_quantities(first, second, change=change)
    if found.verdict == "conflict" and _is_rounded(one.quantity, other.quantity):
        return Comparison("agree", f"{one.quantity} and {other.quantity} are one number, rounded")
    if found.verdict == "conflict" and one.included != other.included:
        words = ", ".join(sorted(one.included ^ other.included))
        return Comparison("incomparable", f"only one of them mentions {words}")
    return found


def _same_rate(one: Quantity, other: Quantity) -> Comparison | None:
    """That both agree where only one says for what an amount is paid, and the values are the same: "15 euros each"."""
    if one.kind != "money" or other.kind != "money" or (one.per is None) == (other.per is None):
        return None
    found = compare_quantities(attrs.evolve(one, per=None), attrs.evolve(other, per=None))
    return found if found.verdict == "agree" else None


def _is_rounded(one: Quantity, other: Quantity) -> bool:
    """Whether one is a count, and the other an average that it rounds: 28 pupils, and 27.8."""
    whole, exact = sorted((one, other), key=lambda item: item.value is not None and item.value % 1 != 0)
    if one.kind != "count" or other.kind != "count" or whole.value is None or exact.value is None:
        return False
    return exact.value % 1 != 0 and exact.value.to_integral_value() == whole.value


def _each(figure: Figure, other: Figure) -> Quantity:
    """The quantity, without "per ticket" beside one that is of tickets anyway: "tickets cost 18 euros"."""
    quantity = figure.quantity
    if not quantity.per or other.quantity.per or same_words().get(quantity.per, quantity.per) != other.head:
        return quantity
    return attrs.evolve(quantity, per=None)


def maybe_money(one: Figure, other: Figure) -> bool:
    """Whether one figure is money, and the other one may be, as the words leave that open."""
    return all(item.quantity.kind == "money" or _may_be_money(item) for item in (one, other))


def _may_be_money(figure: Figure) -> bool:
    """Whether a figure is a large number of nothing that is counted, or in pounds, of which some are weights."""
    quantity = figure.quantity
    value = quantity.low if quantity.low is not None else quantity.high
    counted = figure.head and figure.head not in lexicon(SHARED).words("across.amounts")
    bare = quantity.kind == "count" and quantity.unit is None and quantity.per is None and not counted
    weighed = quantity.kind == "measure" and quantity.unit in _WEIGHED
    return value is not None and ((bare and value >= AMOUNT) or weighed)


def _like(figure: Figure, model: Figure) -> Quantity:
    """The quantity of a figure in the kind of another one that it is compared with, where the words leave that open.

    A bare number, large enough, is money beside an amount of money; so many in so many are a share beside a share.
    """
    quantity, wanted = _each(figure, model), model.quantity
    share = plain(quantity, figure.role, figure.direction)
    if quantity.kind == "ratio" and share.kind == "fraction" and wanted.kind == "percent":
        return attrs.evolve(share, exactness="about")
    if quantity.kind == "multiplier" and wanted.kind in SHARES:
        return share
    if wanted.kind == "money" and _may_be_money(figure):
        return attrs.evolve(quantity, kind="money", currency=wanted.currency, unit=wanted.unit)
    return quantity
