"""Dates in words, relative to the day of publication and to each other: "last Tuesday", "a year earlier"."""

from newsparse.dates.reading import Dates

__all__ = ["Dates"]
