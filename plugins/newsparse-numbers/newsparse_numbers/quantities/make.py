"""Quantities made of one numeral, or of the two ends of a range, with what is attached to them."""

from __future__ import annotations

from decimal import Decimal
from operator import attrgetter

import attrs

from newsparse.model import Direction, NumberRole, Quantity, QuantityKind, Span
from newsparse.rules import BySort
from newsparse_numbers.attachments.currency import Context, Money
from newsparse_numbers.attachments.record import Attached
from newsparse_numbers.lexicon import words
from newsparse_numbers.numerals.lexing import Numeral
from newsparse_numbers.numerals.ordinals import is_rank
from newsparse_numbers.numerals.words import Stream
from newsparse_numbers.quantities.change import LEVEL, Change, Figure
from newsparse_numbers.quantities.found import Found
from newsparse_numbers.quantities.levels import Part, signed
from newsparse_numbers.quantities.roles import ROLE

_FIRST = BySort[Figure](attrgetter("sort"))
"""The chooser of the rules of roles."""


def single(stream: Stream, part: Part, context: Context) -> Found:
    """The quantity of one numeral."""
    numeral, attached = part
    money = attached.money
    kind = _kind(stream, numeral, attached)
    unit, code = _named(attached, money, context, kind)
    low, high = _ends(numeral, _in_coins(attached, code))
    bounded = attached.bound if numeral.form != "ordinal" else ""
    quantity = Quantity(
        low=low,
        high=high,
        exactness="vague" if numeral.form in ("vague", "decade") else attached.exactness,
        kind=kind,
        per=f"{numeral.of:f}" if numeral.of else attached.per,
        near=attached.near,
        low_inclusive=attached.inclusive if bounded == "low" else True,
        high_inclusive=attached.inclusive if bounded == "high" else True,
        unit=unit,
        currency=code,
    )
    span = Span(attached.start, attached.end)
    kept = attached if attached.kind == kind else attached._replace(kind=kind)
    change, rule = _role(stream, numeral, kept, span)
    return Found(
        span=span,
        core=Span(numeral.start, numeral.end),
        outer=Span(min(attached.outer, attached.start), max(attached.beyond, attached.end)),
        quantity=quantity,
        role=change.role,
        direction=change.direction,
        bound=attached.bound_at,
        hedges=attached.hedged_at,
        rule=rule,
        basis=context.basis(money) if money else "",
    )


def ranged(stream: Stream, part: Part, following: Part, context: Context) -> Found:
    """The quantity of two numerals that are the ends of a range."""
    (numeral, attached), (second, beyond) = part, following
    main = beyond if beyond.unit or beyond.kind not in ("count", "age") else attached
    money = attached.money or beyond.money
    kind: QuantityKind = "money" if money else "age" if attached.kind == "age" else main.kind
    unit, code = _named(main, money, context, kind)
    low, high = _range_ends((numeral, _in_coins(attached, code)), (second, _in_coins(beyond, code)))
    quantity = Quantity(
        low=low,
        high=high,
        exactness=attached.exactness,
        kind=kind,
        per=beyond.per or attached.per,
        unit=unit,
        currency=code,
    )
    span = Span(attached.start, beyond.end)
    change, rule = LEVEL, ""
    if kind != "age":
        change, rule = _role(stream, numeral, attached._replace(end=beyond.end, kind=kind), span)
    if change.role == "from" and stream.before(attached.start).lower in words("claims.from"):
        change, rule = LEVEL, ""
    return Found(
        span=span,
        core=Span(numeral.start, second.end),
        outer=Span(min(attached.outer, attached.start), max(beyond.beyond, beyond.end)),
        quantity=quantity,
        role=change.role,
        direction=change.direction,
        hedges=attached.hedged_at,
        rule=rule,
        basis=context.basis(money) if money else "",
    )


def level(found: Found, role: NumberRole, direction: Direction) -> Found:
    """``found`` as the level that a change leaves or reaches: "from 5 to 8"."""
    return attrs.evolve(found, role=role, direction=direction, rule=f"{ROLE.name}.{role}")


def _in_coins(attached: Attached, code: str | None) -> Attached:
    """``attached`` with coins counted as such where the text leaves their currency open: "10 cents"."""
    family = attached.money.family if attached.money else None
    return attached._replace(scale=Decimal(1)) if family in words("money.coins") and code is None else attached


def _range_ends(part: Part, following: Part) -> tuple[Decimal, Decimal]:
    attached, beyond = part[1], following[1]
    low, high = signed(part, following)
    scale = beyond.scale if beyond.scale != 1 else attached.scale
    return min(low, high) * scale, max(low, high) * scale


def _role(stream: Stream, numeral: Numeral, attached: Attached, span: Span) -> tuple[Change, str]:
    decision = ROLE.decide(Figure.of(stream, numeral, attached), span, _FIRST)
    return (decision.found, decision.rule) if decision else (LEVEL, "")


def _named(
    attached: Attached, money: Money | None, context: Context, kind: QuantityKind
) -> tuple[str | None, str | None]:
    """The unit and the currency; a currency that the text leaves open is named in the unit."""
    found = attached.money or money
    if found is None:
        return "year" if kind == "age" and attached.unit is None else attached.unit, None
    code = context.resolve(found)
    return None if code else context.name(found), code


def _ends(numeral: Numeral, attached: Attached) -> tuple[Decimal | None, Decimal | None]:
    first = numeral.low * attached.scale
    last = None if numeral.high is None else numeral.high * attached.scale
    low, high = (None if last is None else -last, -first) if attached.negative else (first, last)
    if attached.bound == "low" and numeral.form != "ordinal":
        return low, None
    if attached.bound == "high":
        return None, high if high is not None else low
    return low, high


def _kind(stream: Stream, numeral: Numeral, attached: Attached) -> QuantityKind:
    if numeral.form == "ordinal":
        return "rank" if is_rank(stream, numeral.start, numeral.end) else "ordinal"
    if numeral.form == "ratio":
        return "ratio"
    if numeral.form == "fraction" and attached.kind == "count":
        return "fraction"
    return attached.kind
