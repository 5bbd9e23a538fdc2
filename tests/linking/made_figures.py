"""Figures made by hand for tests of what two of them have in common."""

from __future__ import annotations

from decimal import Decimal

from newsparse.linking.figures.profiles import Figure
from newsparse.model import Located, Quantity

PLACES = iter(range(10, 1_000_000, 10))


def quantity(low, high=None, **fields):
    ends = [None if end is None else Decimal(str(end)) for end in (low, low if high is None else high)]
    return Quantity(low=ends[0], high=ends[1], **fields)


def at_least(value, **fields):
    return Quantity(low=Decimal(value), high=None, **fields)


def at_most(value, **fields):
    return Quantity(low=None, high=Decimal(value), **fields)


def figure(given, document="a", **fields):
    """A figure at a place of its own; a number is a count."""
    amount = given if isinstance(given, Quantity) else quantity(given)
    start = next(PLACES)
    place = Located(document=document, start=start, end=start + 2, text="12")
    return Figure(place=place, claim=f"number:{start}", quantity=amount, **fields)


def money(value, currency="EUR", **fields):
    return quantity(value, kind="money", currency=currency, **fields)


def years(value, kind="duration"):
    return quantity(value, kind=kind, unit="year")
