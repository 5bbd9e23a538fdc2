"""Exact arithmetic: products and sums keep every digit, quotients that do not end are cut to 28 digits."""

from __future__ import annotations

from contextlib import AbstractContextManager
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal, localcontext

MAX_DIGITS = 100
"""Longer runs of digits are identifiers."""
MAX_FACTOR = Decimal(10) ** 36
"""A number this large takes no further magnitude."""
_QUOTIENTS = Context(prec=28)
_PRODUCTS = Context(prec=4 * MAX_DIGITS, Emax=MAX_EMAX, Emin=MIN_EMIN)


def exactly() -> AbstractContextManager[Context]:
    """Arithmetic inside the ``with`` block keeps all digits of numbers no longer than ``MAX_DIGITS``."""
    return localcontext(_PRODUCTS)


def quotient(above: Decimal | int, below: Decimal | int) -> Decimal:
    """``above / below`` to 28 digits."""
    return _QUOTIENTS.divide(Decimal(above), Decimal(below))
