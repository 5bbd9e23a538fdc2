"""Findings of a corpus as lines: of JSON, or of text for a terminal."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from newsparse.serial.jsontext import escaped
from newsparse.visible import one_line

Row = Any
"""A row of SQLite, with its values by name."""
Found = tuple[Row, Sequence[Row]]
"""A finding and its places."""
_INTERNAL = frozenset({"finding", "same_quote", "figure_group", "status", "telling", "before", "after", "one", "other"})
"""Columns that are only of use inside the database."""
_APART = " · "


def as_json(kind: str, found: Iterable[Found]) -> Iterator[str]:
    """A line per finding."""
    for row, places in found:
        line = {"finding": kind, **_fields(row), "places": list(map(_fields, places))}
        yield escaped(json.dumps(line, ensure_ascii=False))


def as_text(kind: str, found: Iterable[Found]) -> Iterator[str]:
    """A few lines per finding: what it is, then a line per place; words of articles cannot control the terminal."""
    head, place = _WORDED[kind]
    for row, places in found:
        yield one_line(head(row))
        yield from (f"  {one_line(place(item))}" for item in places)
        yield ""


def _fields(row: Row) -> dict[str, Any]:
    return {name: row[name] for name in row.keys() if name not in _INTERNAL}  # noqa: SIM118 - a row of SQLite


def _where(row: Row, begins: str = "") -> str:
    """Day, outlet and title, as far as they are known."""
    return _APART.join(filter(None, (row[f"{begins}{name}"] for name in ("day", "outlet", "title"))))


def _quote(row: Row) -> str:
    said = f" ({row['original_speaker']})" if row["original_speaker"] else ""
    return f"quote: “{row['original']}”{said}, in {row['articles']:,} articles, first {_where(row, 'first_')}"


def _telling(row: Row) -> str:
    found = [row["relation"]]
    if row["altered"] is not None:
        found.append(f"{_quoted(row['altered'])} for {_quoted(row['altered_from'])}")
    if row["other_speaker"]:
        found.append(f"another speaker: {row['speaker']}")
    return f"{', '.join(found)}: {_where(row)}"


def _quoted(words: str | None) -> str:
    return f"“{words}”" if words else "nothing"


def _group(row: Row) -> str:
    return f"figures: {row['subject'] or 'about one thing'}, {row['relation']}: {row['reason']}"


def _figure(row: Row) -> str:
    said = f" ({row['speaker']})" if row["speaker"] else ""
    headline = ", headline" if row["headline"] else ""
    return f"{row['quantity']}{said}{headline}: {_where(row)}"


def _claim(row: Row) -> str:
    said = f" ({row['claim_speaker']})" if row["claim_speaker"] else ""
    return f"claim: “{row['claim']}”{said}, {row['base']}: {_where(row, 'claim_')}"


def _effect(row: Row) -> str:
    return f"{row['effect']} by {row['said_by'] or 'the article'}, “{row['text']}”: {_where(row)}"


_WORDED: dict[str, tuple[Callable[[Row], str], Callable[[Row], str]]] = {
    "quotes": (_quote, _telling),
    "figures": (_group, _figure),
    "claims": (_claim, _effect),
}
"""What is written of a finding, and of a place, by kind."""
