"""Quantities from digits."""

from __future__ import annotations

from decimal import Decimal

from newsparse.model import Quantity


def quantity(low, high="same", **fields):
    """A quantity with these ends, given as digits; by default a single value."""
    ends = [None if end is None else Decimal(end) for end in (low, low if high == "same" else high)]
    return Quantity(low=ends[0], high=ends[1], **fields)
