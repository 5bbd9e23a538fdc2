"""Quantities of a text, without any model: numerals put together with bounds, ranges, units, currencies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import attrs

from newsparse.model import Direction, NumberRole, Quantity, QuantityKind, Span
from newsparse_numbers.attachments.attach import attach
from newsparse_numbers.attachments.currency import Context, Money
from newsparse_numbers.attachments.record import Attached, Site
from newsparse_numbers.kinds import Reason
from newsparse_numbers.numerals.exact import exactly
from newsparse_numbers.numerals.fractions import is_rank, nth, ordinal
from newsparse_numbers.numerals.lexing import Numeral
from newsparse_numbers.numerals.reader import numerals
from newsparse_numbers.numerals.words import Stream
from newsparse_numbers.quantities.ranges import Part, compounded, link, shared, suspended
from newsparse_numbers.quantities.roles import LEVEL, Change, change
from newsparse_numbers.rejection.case import Case
from newsparse_numbers.rejection.places import Places
from newsparse_numbers.rejection.rules import REJECTION


@attrs.frozen(kw_only=True)
class Found:
    """A quantity at ``span`` (numeral with unit and currency, bounds outside); ``core`` is the numerals alone.

    ``outer`` also covers the words of bound and approximation, and the denominator behind.
    """

    span: Span
    core: Span
    outer: Span
    quantity: Quantity
    role: NumberRole = "level"
    direction: Direction | None = None
    bound: Span | None = None
    hedges: tuple[Span, ...] = ()
    rule: str = "numeral"


@attrs.frozen
class Rejected:
    """A numeral that is not a quantity, and the reason."""

    span: Span
    reason: Reason


def find_quantities(text: str, *, dollar: str | None = "USD") -> list[Found]:
    """The quantities of ``text``, in order, none overlapping another; never raises.

    Conventions: MeasEval's quantity with unit (Harper et al., SemEval 2021), bounds and approximation as fields of
    their own, values in the unit named. ``dollar`` is the currency (ISO 4217) of "$" in a text that names no country
    with dollars of its own; None leaves it open.
    """
    return [item for item in scan(text, dollar=dollar) if isinstance(item, Found)]


def find_rejected(text: str) -> list[Rejected]:
    """The numerals of ``text`` that are no quantities, each with its reason."""
    return [item for item in scan(text) if isinstance(item, Rejected)]


def scan(text: str, *, dollar: str | None = "USD") -> list[Found | Rejected]:
    """Quantities and rejected numerals in the order of the text."""
    with exactly():
        return _scanned(text, dollar)


def _scanned(text: str, dollar: str | None) -> list[Found | Rejected]:
    stream = Stream(text)
    context, places = Context(text, dollar), Places(stream)
    kept: list[Part] = []
    out: list[Found | Rejected] = []
    end = 0
    for numeral in _ordinals(stream, numerals(stream)):
        if numeral.start < end:
            continue
        site = Site(stream, numeral, context, end)
        around = attach(site)
        span = Span(numeral.start, numeral.end)
        decision = REJECTION.decide(Case.of(site, around, places), span)
        if decision:
            out.append(Rejected(span, decision.found))
        else:
            kept.append((numeral, around))
            end = around.end
    out += _joined(text, compounded(text, suspended(text, kept)), context, stream)
    return sorted(out, key=lambda item: item.span.start)


def _ordinals(stream: Stream, found: Iterator[Numeral]) -> Iterator[Numeral]:
    """Digits with an ordinal's ending become ordinals, or go where they name a century or a street."""
    for numeral in found:
        end = nth(stream, numeral.end) if numeral.bare else None
        if end is None:
            yield numeral
        else:
            yield ordinal(stream, stream.at(numeral.start), stream.until(end), numeral.low) or attrs.evolve(
                numeral, form="name", end=end, bare=False
            )


def _joined(text: str, kept: Sequence[Part], context: Context, stream: Stream) -> Iterator[Found | Rejected]:
    """Quantities of one numeral or, for ranges, of two."""
    skip = False
    for part, following in zip(kept, [*kept[1:], None], strict=False):
        if skip:
            skip = False
            continue
        joint = link(text, part, following, stream)
        if following is None or not joint:
            yield _single(stream, part, context)
            continue
        skip = True
        span = Span(part[1].start, following[1].end)
        yield _range(text, part, following, context) if joint == "range" else Rejected(span, joint)


def _range(text: str, part: Part, following: Part, context: Context) -> Found:
    (numeral, around), (second, beyond) = part, following
    low, high = shared(part, following)
    main = beyond if beyond.unit or beyond.kind not in ("count", "age") else around
    kind: QuantityKind = "money" if around.money or beyond.money else main.kind
    scale = beyond.scale if beyond.scale != 1 else around.scale
    if around.negative:
        low = -low
        high = -high if not beyond.signed and low > high else high
    unit, code = _named(main, around.money or beyond.money, context, kind)
    quantity = Quantity(
        low=min(low, high) * scale,
        high=max(low, high) * scale,
        exactness=around.exactness,
        kind=kind,
        per=beyond.per or around.per,
        unit=unit,
        currency=code,
    )
    span = Span(around.start, beyond.end)
    core = Span(numeral.start, second.end)
    outer = Span(min(around.outer, around.start), max(beyond.beyond, beyond.end))
    seen = attrs.evolve(around, end=beyond.end, kind=kind)
    moved = change(text, numeral, seen) if kind != "age" else LEVEL
    if moved.role == "from" and text[: around.start].rstrip()[-4:] == "from":
        moved = LEVEL
    return Found(
        span=span,
        core=core,
        outer=outer,
        quantity=quantity,
        role=moved.role,
        direction=moved.direction,
        hedges=around.hedged_at,
        rule=_rule("range", moved),
    )


def _single(stream: Stream, part: Part, context: Context) -> Found:
    numeral, around = part
    kind = _kind(stream, numeral, around)
    low, high = _ends(numeral, around)
    unit, code = _named(around, around.money, context, kind)
    bounded = around.bound if numeral.form != "ordinal" else ""
    quantity = Quantity(
        low=low,
        high=high,
        exactness="vague" if numeral.form in ("vague", "decade") else around.exactness,
        kind=kind,
        per=f"{numeral.of:f}" if numeral.of else around.per,
        near=around.near,
        low_inclusive=around.inclusive if bounded == "low" else True,
        high_inclusive=around.inclusive if bounded == "high" else True,
        unit=unit,
        currency=code,
    )
    moved = change(stream.text, numeral, attrs.evolve(around, kind=kind))
    span = Span(around.start, around.end)
    return Found(
        span=span,
        core=Span(numeral.start, numeral.end),
        outer=Span(min(around.outer, around.start), max(around.beyond, around.end)),
        quantity=quantity,
        role=moved.role,
        direction=moved.direction,
        bound=around.bound_at,
        hedges=around.hedged_at,
        rule=_rule("numeral", moved),
    )


def _rule(first: str, moved: Change) -> str:
    return f"{first}+{moved.rule}" if moved.rule else first


def _named(
    around: Attached, money: Money | None, context: Context, kind: QuantityKind
) -> tuple[str | None, str | None]:
    """The unit and the currency; a currency that the text leaves open is named in the unit."""
    found = around.money or money
    if found is None:
        return "year" if kind == "age" and around.unit is None else around.unit, None
    code = context.resolve(found)
    return None if code else context.name(found), code


def _ends(numeral: Numeral, around: Attached) -> tuple[Decimal | None, Decimal | None]:
    low: Decimal | None = numeral.low * around.scale
    high: Decimal | None = None if numeral.high is None else numeral.high * around.scale
    if around.negative:
        low, high = None if high is None else -high, None if low is None else -low
    if around.bound == "low" and numeral.form != "ordinal":
        return low, None
    if around.bound == "high" and numeral.form != "ordinal":
        return None, high if high is not None else low
    return low, high


def _kind(stream: Stream, numeral: Numeral, around: Attached) -> QuantityKind:
    if numeral.form == "ordinal":
        return "rank" if is_rank(stream, numeral.start, numeral.end) else "ordinal"
    if numeral.form == "ratio":
        return "ratio"
    if numeral.form == "fraction" and around.kind == "count":
        return "fraction"
    return around.kind
