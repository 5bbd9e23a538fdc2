"""NewsQuant's official scores (Almasian et al., CQE, EMNLP 2023): pairs by value only, no spans.

The gold rows stand in the layer ``rows``, one a quantity; ``values`` maps ours to the set's conventions: a percentage
is its number, a range both ends, units are the singular lower-cased names.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import ClassVar

import attrs

from newsparse.model import Annotation, Document, NumberClaim
from newsparse_bench.metrics.counts import Counts, Tally, matched

UNITS = {"percent": "percentage", "percentage-point": "percentage point", "basis-point": "basis point"}
CURRENCIES = {"USD": "dollar", "EUR": "euro", "GBP": "pound sterling", "JPY": "japanese yen", "INR": "indian rupee"}


@attrs.frozen(kw_only=True)
class Row(Annotation):
    """A quantity in NewsQuant's form: one value or two, the sign of its change, unit and concept as words."""

    KIND: ClassVar[str] = "newsquant"

    values: tuple[float, ...]
    change: str = "="
    unit: str = "-"
    concept: tuple[str, ...] = ()


def row(claim: NumberClaim) -> Row | None:
    """Our claim in NewsQuant's form."""
    quantity = claim.quantity
    ends = tuple(float(end) for end in dict.fromkeys((quantity.low, quantity.high)) if end is not None)
    change = {"up": "up", "down": "down"}.get(claim.direction or "")
    if change is None:
        change = ">" if quantity.high is None else "<" if quantity.low is None else ""
    if not change:
        change = "~" if quantity.exactness != "exact" else "="
    concept = tuple(claim.subject.text.lower().replace(",", " ").split()) if claim.subject else ()
    unit = UNITS.get(quantity.kind) or CURRENCIES.get(quantity.currency or "", quantity.currency) or quantity.unit
    if unit is None:
        unit = concept[-1].removesuffix("s") if concept and quantity.kind == "count" else "-"
    return Row(
        id=claim.id, span=claim.span, text=claim.text, values=ends, change=change, unit=unit.lower(), concept=concept
    )


def newsquant(gold: Document, guess: Document) -> Tally:
    """All figures of one sentence; "false alarms" are quantities where the set has none."""
    wanted = [item for item in gold.get("rows") if isinstance(item, Row)]
    own = [item for item in guess.get("rows") if isinstance(item, Row)]
    given = own or [item for claim in guess.numbers if (item := row(claim))]
    pairs = matched(given, wanted, _close)
    return {
        "value": _counts(pairs, given, wanted),
        "value and unit": _counts([(a, b) for a, b in pairs if a.unit == b.unit], given, wanted),
        "value and change": _counts([(a, b) for a, b in pairs if a.change == b.change], given, wanted),
        "concept partial": _counts([(a, b) for a, b in pairs if _shared(a, b)], given, wanted),
        "empty sentences left alone": Counts(*([float(not given), 1.0] * 2)) if not wanted else Counts(),
    }


def _close(one: Row, other: Row) -> float:
    """Equal values count most; unit, change and concept settle which of equal values pair."""
    if len(one.values) != len(other.values):
        return 0.0
    if not all(math.isclose(a, b, rel_tol=1e-5) for a, b in zip(one.values, other.values, strict=True)):
        return 0.0
    return 1 + 0.1 * ((one.unit == other.unit) + (one.change == other.change) + _shared(one, other))


def _shared(one: Row, other: Row) -> bool:
    return bool(set(one.concept) & set(other.concept)) or not (one.concept or other.concept)


def _counts(pairs: Sequence[tuple[Row, Row]], given: Sequence[Row], wanted: Sequence[Row]) -> Counts:
    return Counts(len(pairs), len(given), len(pairs), len(wanted))
