"""Dates of publication as ISO 8601, from the few ways of writing them that leave nothing open."""

from __future__ import annotations

import datetime
import email.utils
import re

_SHORT = re.compile(r"(\d{4})(?:-(\d\d))?")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_ZONE = re.compile(r"(?<=:\d\d)(?: ?(?:GMT|UTC)| ([+-]\d\d:?\d\d))$")
"""A time zone that ISO 8601 writes otherwise: "18:40 GMT", "18:40 +0100"."""
_WORDED = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%A, %B %d, %Y", "%A, %d %B %Y", "%A %d %B %Y")
_LEAST = datetime.time()
_HALF_DAY = re.compile(r"\d\s*[ap]\.?\s?m\b", re.IGNORECASE)
"""A time on a clock of twelve hours, which mail never has: what reads mail would take six in the evening for six."""


def iso_date(value: object, layout: str | None = None) -> str | None:
    """A date or time in ISO 8601, or None for what is not one beyond doubt, such as "4/5/2024" or a bare number.

    ``layout`` says how dates are written, in the letters of ``datetime.strptime`` ("%d/%m/%Y"); one that is written
    in another way has to be beyond doubt.
    """
    if isinstance(value, datetime.datetime):
        return (value.date() if value.time() == _LEAST and value.tzinfo is None else value).isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if not isinstance(value, str):
        return None
    text = " ".join(value.split())
    if layout and (found := _in_layout(text, layout)):
        return found
    return _iso(text) or _mailed(text) or next(filter(None, (_in_layout(text, layout) for layout in _WORDED)), None)


def _iso(text: str) -> str | None:
    year_first = _YEAR_FIRST.fullmatch(text)
    try:
        if year_first:
            return datetime.date(*map(int, year_first.groups())).isoformat()
        short = _SHORT.fullmatch(text)
        if short:
            datetime.date(int(short[1]), int(short[2] or 1), 1)
            return text
        iso = _ZONE.sub(lambda zone: zone[1] or "+00:00", text)
        datetime.datetime.fromisoformat(iso)
    except ValueError:
        return None
    return iso.replace(" ", "T") if "-" in iso else None


def _mailed(text: str) -> str | None:
    """As in mail and feeds: "Tue, 05 Mar 2024 10:00:00 GMT"."""
    try:
        return mailed(text).isoformat() if ":" in text else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def mailed(text: str) -> datetime.datetime:
    """The time as in mail (RFC 5322); raises ``ValueError``, ``TypeError`` or ``OverflowError`` for anything else."""
    if _HALF_DAY.search(text):
        raise ValueError(f"{text!r} is on a clock of twelve hours")
    return email.utils.parsedate_to_datetime(text)


def _in_layout(text: str, layout: str) -> str | None:
    try:
        return iso_date(datetime.datetime.strptime(text, layout))
    except ValueError:
        return None
