"""Attributes as one line of text, for tools that have only a free note: ``value=35 kind=percent of="big ships"``."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from newsparse.errors import SchemaError

PAIR = re.compile(r"""\s*([A-Za-z][A-Za-z-]*)=("(?:[^"\\]|\\.)*"|[^\s"]\S*)(?=\s|\Z)""")
BARE = re.compile(r"[^\s\"\\\x00-\x1f]+")


def note(values: Mapping[str, str]) -> str:
    """The attributes on one line, which ``parse_note`` reads; values with blanks are in double quotes, as in JSON."""
    return " ".join(f"{name}={_written(value)}" for name, value in values.items())


def _written(value: str) -> str:
    # Other characters at which a line may end are escaped: the note must stay one line.
    bare = BARE.fullmatch(value) and len(value.splitlines()) == 1
    return value if bare else json.dumps(value, ensure_ascii=len(value.splitlines()) > 1)


def parse_note(words: str, place: str) -> dict[str, str]:
    """The attributes in a note; one that does not begin with ``name=value`` is a comment, and has none.

    Raises ``SchemaError`` naming ``place`` where anything else follows the attributes: it would be lost.
    """
    values: dict[str, str] = {}
    at = 0
    while found := PAIR.match(words, at):
        name, value = found[1].lower(), found[2]
        values[name] = _read(value, place) if value.startswith('"') else value
        at = found.end()
    if values and (rest := words[at:].strip()):
        raise SchemaError(
            f"{place}: {rest!r} is not an attribute.", hint='Write name=value, and name="two words" for several words.'
        )
    return values


def _read(value: str, place: str) -> str:
    try:
        return str(json.loads(value))
    except ValueError as error:
        raise SchemaError(f"{place}: {value} is not text in double quotes.") from error
