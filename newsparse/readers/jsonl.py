"""JSON lines: documents that newsparse wrote, or any objects with a text and what is known about it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import attrs

from newsparse.errors import NewsparseError, ReadError
from newsparse.model import Document, Meta
from newsparse.readers.failing import unread
from newsparse.readers.text import decoded
from newsparse.serial import SCHEMA, loads

ABOUT = ("title", "language", "published", "outlet")


def begins_jsonl(head: bytes) -> bool:
    """Whether the first line is an object, or the beginning of one, and the next line, if any, begins another."""
    line, _, rest = head.lstrip().partition(b"\n")
    if not line.startswith(b"{"):
        return False
    if not rest.strip():
        return line[1:].lstrip().startswith(b'"')
    try:
        return isinstance(json.loads(line), dict) and rest.lstrip().startswith(b"{")
    except (ValueError, RecursionError):
        return False


def read_jsonl(data: bytes, path: str) -> Iterator[Document]:
    """One document for each line that is not blank.

    A line is a document that newsparse wrote, or an object with ``text`` and, where known, ``id``, ``title``,
    ``language``, ``published`` and ``outlet``, all strings; other fields are ignored. A line that is neither gives
    an empty document with a failure that names it. Raises ``ReadError`` when the whole is not UTF-8.
    """
    for number, line in enumerate(decoded(data, path).split("\n"), start=1):
        if line.strip():
            place = f"{path}, line {number}"
            try:
                yield _document(line, place, path)
            except NewsparseError as error:
                yield unread(path, error, place)


def _document(line: str, place: str, path: str) -> Document:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ReadError(f"{place}: not JSON: {error}.") from error
    if not isinstance(value, dict):
        raise ReadError(f"{place}: expected an object, got {type(value).__name__}.")
    if value.get("schema") == SCHEMA or "text_sha256" in value:
        return loads(line)
    about: dict[str, Any] = {name: _string(value, name, place) for name in ABOUT if value.get(name) is not None}
    text = _string(value, "text", place)
    document = Document(text=text, meta=Meta(path=path, **about))
    return attrs.evolve(document, id=_string(value, "id", place)) if value.get("id") is not None else document


def _string(value: dict[str, Any], name: str, place: str) -> str:
    found = value.get(name)
    if not isinstance(found, str):
        got = "nothing" if name not in value else type(found).__name__
        raise ReadError(f"{place}: {name!r} must be a string, got {got}.")
    return found
