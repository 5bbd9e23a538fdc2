"""How two figures of one thing compare: by their quantities, with what articles leave out or include besides."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

import attrs

from newsparse.comparison import Comparison, compare_quantities
from newsparse.comparison.conversion import SHARES, plain, scales
from newsparse.lexicon import SHARED, lexicon
from newsparse.linking.figures.profiles import Figure, sort_of
from newsparse.linking.synonyms import same_words
from newsparse.model import Quantity

_FRACTIONAL = frozenset({"percent", "fraction"})
_WEIGHED = frozenset({"pound"})
_YEAR, _YEARS = "year", frozenset({"age", "duration"})
LIFETIME = Decimal(200)
"""From how many years on a time is no age of a person, so that "84 million years ago" may be how old something is."""
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


def equal(one: Figure, other: Figure) -> bool:
    """Whether two figures of one thing are the same: they agree, and their bounds are not only compatible."""
    if compared(one, other).verdict != "agree" or against(one, other):
        return False
    quantities = (_like(one, other), _like(other, one))
    if any(item.exactness == "vague" for item in quantities):
        return True
    first, second = map(_unbound, quantities)
    return (_same_rate(first, second) or compare_quantities(first, second)).verdict == "agree"


def against(one: Figure, other: Figure) -> bool:
    """Whether one of two figures is a lower and the other an upper bound: "at least three", "at most three"."""
    first, second = one.quantity, other.quantity
    lower = [item.high is None for item in (first, second)]
    upper = [item.low is None for item in (first, second)]
    return (lower[0] and upper[1]) or (lower[1] and upper[0])


def only_one_changes(one: Figure, other: Figure) -> bool:
    """Whether only one is a change; a share that is lost may be told as either: "lost a third", "a third was lost".

    So may a size: "goes down 60 metres", "60 metres deep".
    """
    if "change" not in (one.role, other.role) or one.role == other.role:
        return False
    if one.fate and one.fate == other.fate:
        return False
    shares = {one.quantity.kind, other.quantity.kind} <= _FRACTIONAL and one.head == other.head
    return not (shares and compared(one, other).verdict == "agree")


def counts_more(one: Figure, other: Figure) -> bool:
    """Whether one of two figures counts all, of whom its sentence is about some: "12 of the **40** dams leaked"."""
    return one.whole != other.whole


def unlike(ours: Sequence[Figure], theirs: Sequence[Figure]) -> bool:
    """Whether a figure of the claim that has fewer is another one in the other claim."""
    if len(ours) > len(theirs):
        return unlike(theirs, ours)
    turned = len(ours) == len(theirs) and any(map(partial(_replaced, among=ours), theirs))
    return turned or any(map(partial(_replaced, among=theirs), ours))


def _replaced(figure: Figure, among: Sequence[Figure]) -> bool:
    """Whether there are only other figures of the sort of one."""
    rivals = [other for other in among if _rival(figure, other)]
    return bool(rivals) and not any(_tells_the_same(figure, other) for other in rivals)


def _tells_the_same(one: Figure, other: Figure) -> bool:
    """Whether two figures have one value, which is a change or a level of both, and of some or of all in both."""
    return equal(one, other) and not (only_one_changes(one, other) or counts_more(one, other))


def _rival(one: Figure, other: Figure) -> bool:
    alike = sort_of(one) == sort_of(other) or (maybe_money(one, other))
    return alike and (not one.fate or not other.fate or one.fate == other.fate)


def _unbound(quantity: Quantity) -> Quantity:
    """The quantity as if it were exact where it has one end: "400" for "at least 400"."""
    if (quantity.low is None) == (quantity.high is None):
        return quantity
    end = quantity.low if quantity.low is not None else quantity.high
    return attrs.evolve(quantity, low=end, high=end, low_inclusive=True, high_inclusive=True)


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
    weighed = quantity.unit in _WEIGHED
    return value is not None and ((bare and value >= AMOUNT) or weighed)


def maybe_age(one: Figure, other: Figure) -> bool:
    """Whether both figures are so many years that they may be how old something is, which is nobody."""
    return all(_is_long_ago(item.quantity) for item in (one, other))


def _is_long_ago(quantity: Quantity) -> bool:
    years = quantity.low if quantity.low is not None else quantity.high
    return quantity.kind in _YEARS and quantity.unit == _YEAR and years is not None and years >= LIFETIME


def _is_bare(quantity: Quantity) -> bool:
    """Whether it is a number alone."""
    return quantity.kind == "count" and quantity.unit is None


def _are_of_one(one: Figure, other: Figure) -> bool:
    """Whether two figures name the same thing, or one of them names none, or says that it is how hot something is."""
    return one.head == other.head or not (one.head and other.head) or "temperature" in (one.fate, other.fate)


def _on_scale(figure: Figure, model: Figure) -> Quantity:
    """The quantity, in degrees of the scale by which it agrees where it has none: 40 are 104 degrees Fahrenheit."""
    quantity, wanted = _each(figure, model), model.quantity
    names = scales(quantity.unit or "")
    if wanted.unit not in names or not _are_of_one(figure, model):
        return quantity
    readings = (attrs.evolve(quantity, unit=name) for name in names)
    agreeing = (item for item in readings if compare_quantities(item, wanted).verdict == "agree")
    return next(agreeing, attrs.evolve(quantity, unit=wanted.unit))


def _like(figure: Figure, model: Figure) -> Quantity:
    """The quantity of a figure in the kind of another one that it is compared with, where the words leave that open.

    A bare number, large enough, is money beside an amount of money, and one of an index beside such a one; so many in
    so many are a share beside a share, and a very long time is an age. Bare degrees are of either scale.
    """
    quantity, wanted = _on_scale(figure, model), model.quantity
    if maybe_age(figure, model) and wanted.kind == "age":
        return attrs.evolve(quantity, kind="age")
    if wanted.kind == "index" and _is_bare(quantity):
        return attrs.evolve(quantity, kind="index")
    share = plain(quantity, figure.role, figure.direction)
    if quantity.kind == "ratio" and wanted.kind == "percent":
        return attrs.evolve(share, exactness="about")
    if quantity.kind == "multiplier" and wanted.kind in SHARES:
        return share
    if wanted.kind == "money" and _may_be_money(figure):
        return attrs.evolve(quantity, kind="money", currency=wanted.currency, unit=wanted.unit)
    return quantity
