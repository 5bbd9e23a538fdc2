"""Quantities of a text, without any model: numerals put together with bounds, ranges, units, currencies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsparse.model import Span
from newsparse_numbers.attachments.attach import attach
from newsparse_numbers.attachments.countries import home_currency
from newsparse_numbers.attachments.currency import Context
from newsparse_numbers.attachments.record import Attached, Site
from newsparse_numbers.kinds import Reason
from newsparse_numbers.lexicon import words
from newsparse_numbers.numerals.exact import exactly
from newsparse_numbers.numerals.lexing import Numeral
from newsparse_numbers.numerals.ordinals import nth, ordinal
from newsparse_numbers.numerals.reader import numerals
from newsparse_numbers.numerals.words import Stream
from newsparse_numbers.quantities.ellipsis import completed
from newsparse_numbers.quantities.found import Found, Rejected
from newsparse_numbers.quantities.levels import THOUSAND, Part, direction
from newsparse_numbers.quantities.make import level, ranged, single
from newsparse_numbers.quantities.ranges import UNITED, Between, compounded, link, suspended
from newsparse_numbers.rejection.case import Case
from newsparse_numbers.rejection.places import Places
from newsparse_numbers.rejection.rules import FIRST, REJECTION


def find_quantities(text: str, *, dollar: str | None = None, country: str | None = None) -> list[Found]:
    """The quantities of ``text``, in order, none overlapping another; never raises.

    Conventions: MeasEval's quantity with unit (Harper et al., SemEval 2021), bounds and approximation as separate
    fields, values in the unit named. ``country`` is the outlet's (ISO 3166-1 code or English name), which decides what
    "$", "kr" and "pesos" mean unless the text itself clearly points elsewhere. ``dollar`` is the currency (ISO 4217) to
    assume for "$" where neither says anything; None leaves it open, with the unit "dollar".
    """
    return [item for item in scan(text, dollar=dollar, country=country) if isinstance(item, Found)]


def find_rejected(text: str) -> list[Rejected]:
    """The numerals of ``text`` that are not quantities, each with its reason."""
    return [item for item in scan(text) if isinstance(item, Rejected)]


def scan(text: str, *, dollar: str | None = None, country: str | None = None) -> list[Found | Rejected]:
    """Quantities and rejected numerals in the order of the text."""
    stream = Stream(text)
    context, places = Context(stream, dollar, home_currency(country)), Places(stream)
    kept: list[Part] = []
    out: list[Found | Rejected] = []
    refused: Part | None = None
    with exactly():
        for site in _sites(stream, context, kept):
            part = site.numeral, attach(site)
            span = Span(site.numeral.start, site.numeral.end)
            decision = REJECTION.decide(Case.of(site, part[1], places), span, FIRST)
            if decision:
                out.append(Rejected(span, decision.found))
                refused = part if decision.found in _MISTAKEN else None
                continue
            if refused and _begins_range(stream, refused, part):
                out.pop()
                kept.append(refused)
            elif refused and _ends_score(stream, refused, part):
                out[-1:] = [Rejected(out[-1].span, "score"), Rejected(span, "score")]
                refused = None
                continue
            kept.append(part)
            refused = None
        out += _joined(
            stream, completed(stream, compounded(stream, suspended(stream, compounded(stream, kept)))), context
        )
    return sorted(out, key=lambda item: item.span.start)


_MISTAKEN: frozenset[Reason] = frozenset(["name", "phone", "address"])


def _begins_range(stream: Stream, refused: Part, part: Part) -> bool:
    """Whether a dash joins a numeral to a figure with a unit, so that it is no name: "A 60-65 mph wind"."""
    return part[1].kind in UNITED and Between(stream, refused, part).dash()


def _ends_score(stream: Stream, refused: Part, part: Part) -> bool:
    """Whether a dash joins a bare numeral to one behind a name, so that both are a score: "passed the Senate 52-48"."""
    (numeral, attached), (first, _) = part, refused
    between = Between(stream, refused, part)
    touching = between.dash() and not between.apart and stream.after(first.end).glued
    if not (touching and numeral.bare and attached.plain and first.bare):
        return False
    follows = stream.after(attached.end)
    small = max(first.low, numeral.low) < THOUSAND and first.low % 1 == numeral.low % 1 == 0
    closed = not follows.plain or follows.lower in words("names.stops")
    return small and closed and stream.before(first.start).capital


def _sites(stream: Stream, context: Context, kept: Sequence[Part]) -> Iterator[Site]:
    """The numerals that begin after the last figure of ``kept``."""
    for numeral in _ordinals(stream, numerals(stream)):
        floor = _reach(kept[-1][1]) if kept else 0
        if numeral.start >= floor:
            yield Site.of(stream, numeral, context, floor)


def _reach(attached: Attached) -> int:
    """Where the numbers of a figure end, those of a rate too: "45 deaths per 100,000", "9 tons a second"."""
    denominated = attached.kind == "rate" or attached.per in words("shares.seconds")
    return max(attached.end, attached.beyond) if denominated else attached.end


def _ordinals(stream: Stream, found: Iterator[Numeral]) -> Iterator[Numeral]:
    """Digits with an ordinal's ending become ordinals, or names where they name a century or a street."""
    for numeral in found:
        end = nth(stream, numeral.end) if numeral.bare else None
        if end is None:
            yield numeral
        else:
            made = ordinal(stream, stream.at(numeral.start), stream.at(end), numeral.low)
            yield made or numeral._replace(form="name", end=end, bare=False)


def _joined(stream: Stream, kept: Sequence[Part], context: Context) -> Iterator[Found | Rejected]:
    """Quantities of one numeral or, for ranges, of two."""
    skip, left = False, None
    for part, following in zip(kept, [*kept[1:], None], strict=False):
        if skip:
            skip = False
            continue
        joint = link(stream, part, following)
        skip = following is not None and joint in ("range", "score", "year")
        if following is None or not joint or joint == "change":
            made = single(stream, part, context)
        elif joint == "range":
            made = ranged(stream, part, following, context)
        else:
            yield Rejected(Span(part[1].start, following[1].end), joint)
            continue
        if left is not None:
            made = level(made, "to", left)
        left = direction(part, following) if following is not None and joint == "change" else None
        yield made if left is None else level(made, "from", left)
