"""What readers of articles with metadata share: documents from loose facts, titles on one line, times in ISO 8601."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import attrs

from newsparse.model import Document, Meta
from newsparse.model.columns import Scalar
from newsparse.readers.dates import mailed


def article(text: str, path: str, name: str | None, columns: Mapping[str, Scalar], **facts: str | None) -> Document:
    """A document with its metadata; facts and columns that are None or empty are left out, ``name`` is its id."""
    known = {fact: value for fact, value in facts.items() if value}
    kept = {column: value for column, value in columns.items() if value not in (None, "")}
    document = Document(text=text, meta=Meta(path=path, columns=kept, **known))
    return attrs.evolve(document, id=name) if name else document


def on_one_line(text: str | None) -> str:
    """``text`` with single spaces for its white space."""
    return " ".join((text or "").split())


def iso_time(text: str | None) -> str | None:
    """A date or time of ISO 8601, its basic form too, or of mail (RFC 5322), in the extended form of ISO 8601.

    The offset from UTC is kept, since it decides which day it was. None for anything else.
    """
    text = (text or "").strip()
    for read in (datetime.fromisoformat, mailed):
        try:
            time = read(text)
        except (ValueError, TypeError, OverflowError):
            continue
        return time.date().isoformat() if _is_date(text) else time.isoformat().replace("+00:00", "Z")
    return None


def _is_date(text: str) -> bool:
    """Whether an ISO date has no time."""
    return ":" not in text and "T" not in text
