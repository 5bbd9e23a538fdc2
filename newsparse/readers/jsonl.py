"""JSON and JSON lines: documents that newsparse wrote, or any objects with a text and what is known about it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, BinaryIO

import attrs

from newsparse.errors import NewsparseError, OptionError, ReadError
from newsparse.model import Document
from newsparse.readers.encoding import misread, text_stream
from newsparse.readers.failing import unread
from newsparse.readers.jsontext import JsonText
from newsparse.readers.records import ROLES, Columns, Fields
from newsparse.serial import SCHEMA, loads

_BLANKS = " \t\r\n"


@attrs.frozen(kw_only=True)
class JsonlOptions(Fields):
    """Options of the reader ``jsonl``: the names of fields; "fields.body" is ``body`` in the object ``fields``."""

    encoding: str | None = None


@attrs.frozen(kw_only=True)
class JsonOptions(JsonlOptions):
    """Options of the reader ``json``; ``records`` names the list of articles in the file ("response.results")."""

    records: str | None = None


def begins_jsonl(head: bytes) -> bool:
    """Whether the first line is an object, or the beginning of one, and the next line, if any, begins another."""
    line, _, rest = head.lstrip().partition(b"\n")
    if not line.startswith(b"{"):
        return False
    if not rest.strip():
        return line[1:].lstrip().startswith(b'"')
    return _is_object(line) and rest.lstrip().startswith(b"{")


def begins_json(head: bytes) -> bool:
    """Whether the file begins with an object that goes over several lines or is the only one, or a list of objects."""
    start = head.lstrip()
    inner = start[1:].lstrip()
    if start.startswith(b"["):
        return inner.startswith(b"{")
    line, _, rest = start.partition(b"\n")
    return start.startswith(b"{") and inner.startswith(b'"') and not (rest.strip() and _is_object(line))


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def read_jsonl(stream: BinaryIO, path: str, options: JsonlOptions = JsonlOptions()) -> Iterator[Document]:
    """One document for each line that is not blank.

    A line is a document that newsparse wrote, or an object with a text. A line that is neither gives an empty document
    with a failure that names it. Raises ``ReadError`` where the encoding is open.
    """
    records = Records(path, options)
    text = text_stream(stream, path, options.encoding)
    text.reconfigure(newline="\n")
    for number, line in enumerate(text, start=1):
        if line.strip(_BLANKS):
            yield records.line(line, f"{path}, line {number}")


def read_json(stream: BinaryIO, path: str, options: JsonOptions = JsonOptions()) -> Iterator[Document]:
    """One document for each object of a list, of the list under a key, or for the one object that there is.

    Lists are read item by item, an object without ``records`` whole: there the list is found by itself where the
    object has no text and one list of objects, at most three levels down. Raises ``ReadError`` for what is not JSON or
    has several lists, and ``OptionError`` where there is no list under ``records``.
    """
    text = JsonText(text_stream(stream, path, options.encoding), path)
    records = Records(path, options)
    for number, (value, written) in enumerate(_articles(text, path, options, records), start=1):
        yield records.record(value, f"{path}, record {number}", written)


def _articles(text: JsonText, path: str, options: JsonOptions, records: Records) -> Iterator[tuple[Any, str]]:
    """The articles of a file, each with how it is written, where that can be told."""
    first = text.next()
    if not first:
        raise ReadError(f"{path} is empty: there is no JSON in it.")
    if options.records:
        if not all(map(text.enter, options.records.split("."))) or text.next() != "[":
            raise OptionError(f"{path}: there is no list under {options.records!r}.")
        yield from text.items()
        return
    if first == "[":
        yield from text.items()
    else:
        value, written = text.value()
        if not text.next() and isinstance(value, dict):
            yield from _listed(value, written, records)
        elif not text.next():
            raise ReadError(f"{path}: expected an object or a list of objects, got {type(value).__name__}.")
        else:
            yield value, written
    while text.next():
        yield text.value()


class Records:
    """Objects of one file as documents; what their fields are for is found once for all of the same fields."""

    def __init__(self, path: str, fields: Fields) -> None:
        self.path, self._fields = path, fields
        self._known: dict[tuple[str, ...], Columns] = {}

    def line(self, line: str, place: str) -> Document:
        """The document of a line of JSON, or an empty one that says what is wrong."""
        try:
            value = {} if misread(line) else json.loads(line)
        except (ValueError, RecursionError) as error:
            return unread(self.path, ReadError(f"{place}: not JSON: {error}."), place)
        return self.record(value, place, line)

    def record(self, value: object, place: str, written: str = "") -> Document:
        """The document of an object, or an empty one that says what is wrong; ``written`` is its JSON."""
        try:
            fault = misread(written)
            if fault:
                raise ReadError(f"{place}: {fault}.")
            if not isinstance(value, dict):
                raise ReadError(f"{place}: expected an object, got {type(value).__name__}.")
            if value.get("schema") == SCHEMA or "text_sha256" in value:
                return loads(written or json.dumps(value))
            row = self.row(value)
            return self.columns(row, place).document(row, self.path, place)
        except NewsparseError as error:
            return unread(self.path, error, place)

    def row(self, value: Mapping[str, Any]) -> dict[str, Any]:
        """The fields of an object, with those further down that options name."""
        paths = [name for role in ROLES if (name := getattr(self._fields, role)) and name not in value]
        deeper = {path: found for path in paths if (found := _reached(value, path)) is not None}
        rest = dict(value)
        for path in deeper:
            rest = _without(rest, path.split("."))
        return {**deeper, **rest}

    def columns(self, row: Mapping[str, Any], place: str) -> Columns:
        """What the fields are for; raises ``ReadError`` and ``OptionError`` where there is no text."""
        names = tuple(row)
        if names not in self._known:
            if len(self._known) > _MOST_SHAPES:
                self._known.clear()
            self._known[names] = Columns(names, self._lenient(names), place)
        return self._known[names]

    def _lenient(self, names: tuple[str, ...]) -> Fields:
        """The options without those for fields that this object does not have, but for its text."""
        missing = {role: None for role in ROLES if role != "text" and getattr(self._fields, role) not in names}
        return attrs.evolve(self._fields, **missing)


_MOST_SHAPES = 1000
_MOST_LISTS = 10


def _reached(value: object, path: str) -> Any:
    """What stands at "a.b": an object's field ``b`` in its field ``a``; None where there is nothing."""
    for name in path.split("."):
        if not isinstance(value, dict):
            return None
        value = value.get(name)
    return value


def _without(value: dict[str, Any], names: Sequence[str]) -> dict[str, Any]:
    """An object without the field at the end of ``names``, and without objects that held nothing else."""
    first, *further = names
    if not isinstance(value.get(first), dict if further else object):
        return value
    inner = _without(value[first], further) if further else {}
    return {name: inner if name == first else item for name, item in value.items() if name != first or inner}


def _lists(value: object, path: str = "", deep: int = 3) -> Iterator[tuple[str, list[Any]]]:
    """The lists of objects in an object, with their places as the option ``records`` names them."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        yield path, value
    elif isinstance(value, dict) and deep:
        for name, item in value.items():
            yield from _lists(item, f"{path}.{name}" if path else name, deep - 1)


def _listed(value: dict[str, Any], written: str, records: Records) -> Iterator[tuple[Any, str]]:
    """The articles in an object: itself if it has a text, else its one list of objects.

    Raises ``ReadError`` where there are several lists.
    """
    try:
        records.columns(records.row(value), "")
    except NewsparseError:
        lists = list(_lists(value))
        if len(lists) > 1:
            shown = ", ".join(place for place, _ in lists[:_MOST_LISTS])
            raise ReadError(
                f"{records.path} has no text, and several lists: {shown}.",
                hint=f"Name the one with the articles: --reader-option records={lists[0][0]}.",
            ) from None
        if lists:
            yield from ((item, "") for item in lists[0][1])
            return
    yield value, written
