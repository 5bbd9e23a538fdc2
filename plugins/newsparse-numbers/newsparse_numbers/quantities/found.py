"""What the scan gives: quantities with their places, and numerals that are not quantities."""

from __future__ import annotations

import attrs

from newsparse.model import Direction, NumberRole, Quantity, Span
from newsparse_numbers.kinds import Reason


@attrs.frozen(kw_only=True)
class Found:
    """A quantity at ``span`` (numeral with unit and currency, bounds outside); ``core`` is the numerals alone.

    ``outer`` also covers the words of bound and approximation, and the denominator. ``rule`` is the rule that
    decided its role, "" for a plain level; ``basis`` is what decided its
    currency where the text did not, see ``attachments.currency.Context``.
    """

    span: Span
    core: Span
    outer: Span
    quantity: Quantity
    role: NumberRole = "level"
    direction: Direction | None = None
    bound: Span | None = None
    hedges: tuple[Span, ...] = ()
    rule: str = ""
    basis: str = ""


@attrs.frozen
class Rejected:
    """A numeral that is not a quantity, and the reason."""

    span: Span
    reason: Reason
