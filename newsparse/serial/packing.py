"""Rows as columns and back, without loss: what is the same in all rows, and what follows from the text, is left out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from newsparse.errors import SchemaError
from newsparse.serial.columns import numbered_ids
from newsparse.serial.jsontext import encode
from newsparse.serial.structure import SPAN_VALUES, expect

Row = dict[str, Any]
_AT, _EXCEPT, _SAME, _VALUES, _WHICH = "at", "except", "same", "values", "which"
_STARTS, _ENDS, _COLUMNS = "starts", "ends", "columns"
_PIECES = {"quote": "fragments", "attribution": "content"}
"""The fields that hold the pieces of an annotation; they are left out where there is one piece, the whole span."""


def pack(rows: Sequence[Row], text: str) -> Row | None:
    """The rows of one kind as columns; None for rows that would not come back as they are, and for no rows.

    A column is a list with one value per row, or an object: with ``values``; with ``same`` where they are all equal;
    with ``values`` and ``which``, the number of each row's value, where they are often equal; with ``starts`` and
    ``ends`` where they are spans; or with ``columns`` where they are objects. ``at`` are the numbers of the only rows
    that have it, ``except`` those of the only ones that do not.
    """
    kinds = {(row["kind"], row["v"]) for row in rows}
    if len(kinds) != 1:
        return None
    ((kind, version),) = kinds
    try:
        regular = [row["id"] for row in rows] == numbered_ids(kind, map(_ends, rows))
        omitted = {"kind", "v", "id"} if regular else {"kind", "v"}
        bare = [_bare_row(row, kind, text) for row in rows]
        kept = [{name: value for name, value in row.items() if name not in omitted} for row in bare]
        packed = {"kind": kind, "v": version, "count": len(rows), _COLUMNS: _columns(kept)}
        return packed if unpack(packed, text, "") == list(rows) else None
    except SchemaError:
        return None


def unpack(packed: Row, text: str, path: str) -> list[Row]:
    """The rows of ``pack``; raises ``SchemaError`` naming the path for what it did not make."""
    count = expect(packed.get("count"), int, f"{path}.count")
    kind = expect(packed.get("kind"), str, f"{path}.kind")
    if set(packed) != {"kind", "v", "count", _COLUMNS}:
        raise SchemaError(f"{path}: expected columns of rows, got {sorted(packed)}.")
    columns = _rows(packed[_COLUMNS], count, f"{path}.{_COLUMNS}")
    rows = [_filled_row(row, kind, text, f"{path}[{number}]") for number, row in enumerate(columns)]
    ids = numbered_ids(kind, map(_ends, rows)) if not any("id" in row for row in rows) else []
    named = [row | {"id": name} for row, name in zip(rows, ids, strict=True)] if ids else rows
    return [{"kind": kind, "v": packed["v"]} | row for row in named]


def _ends(row: Row) -> tuple[int, int]:
    start, end = row["span"]
    return start, end


def _bare_row(row: Row, kind: str, text: str) -> Row:
    """The row without the words of its spans, and without pieces that are its span."""
    name = _PIECES.get(kind, "")
    pieces = row.get(name, [row["span"]])
    bare = {key: _bare(value, text) for key, value in row.items() if key != name or pieces != [row["span"]]}
    if row["text"] == " ".join(_cut(piece, text, name) for piece in pieces):
        del bare["text"]
    return bare


def _filled_row(row: Row, kind: str, text: str, path: str) -> Row:
    """The row as it was before ``_bare_row``."""
    name = _PIECES.get(kind)
    filled = {key: _filled(value, text, f"{path}.{key}") for key, value in row.items()}
    _cut(filled.get("span"), text, f"{path}.span")
    pieces = filled.get(name or "", [filled["span"]])
    words = " ".join(_cut(piece, text, path) for piece in expect(pieces, list, path))
    return {"text": words} | ({name: pieces} if name else {}) | filled


def _bare(value: Any, text: str) -> Any:
    """The value without the words of the spans in it."""
    if isinstance(value, list):
        return [_bare(item, text) for item in value]
    if not isinstance(value, dict):
        return value
    span: Any = value.get("span")
    derived = "text" in value and _is_pair(span) and text[span[0] : span[1]] == value["text"]
    return {name: _bare(item, text) for name, item in value.items() if not (derived and name == "text")}


def _filled(value: Any, text: str, path: str) -> Any:
    """The value with the words of the spans in it."""
    if isinstance(value, list):
        return [_filled(item, text, path) for item in value]
    if not isinstance(value, dict):
        return value
    filled = {name: _filled(item, text, f"{path}.{name}") for name, item in value.items()}
    return {"text": _cut(filled["span"], text, f"{path}.span")} | filled if "span" in filled else filled


def _is_pair(value: object) -> bool:
    return isinstance(value, list) and len(value) == SPAN_VALUES and all(type(end) is int for end in value)


def _cut(value: object, text: str, path: str) -> str:
    """The words of a span; raises ``SchemaError`` for what is no span of the text."""
    pair: Any = value
    if not (_is_pair(pair) and 0 <= pair[0] < pair[1] <= len(text)):
        raise SchemaError(f"{path}: {pair!r} is not a span in a text of {len(text)} characters.")
    return text[pair[0] : pair[1]]


def _columns(rows: Sequence[Row]) -> Row:
    names = dict.fromkeys(name for row in rows for name in row)
    return {name: _column(name, rows) for name in names}


def _column(name: str, rows: Sequence[Row]) -> Any:
    places = [number for number, row in enumerate(rows) if name in row]
    values = [rows[number][name] for number in places]
    column = _gaps(places, len(rows))
    if all(isinstance(value, dict) for value in values):
        return column | {_COLUMNS: _columns(values)}
    keys = [encode(value, name) for value in values]
    if len(set(keys)) == 1 < len(keys):
        return column | {_SAME: values[0]}
    forms = _forms(values, keys)
    shortest = min(forms, key=partial(_length, name))
    return column | shortest if column or shortest is not forms[0] else values


def _forms(values: Sequence[Any], keys: Sequence[str]) -> list[Row]:
    """The ways to write values, whose JSON is ``keys``: as they are, each only once, and spans by their ends."""
    distinct = list(dict.fromkeys(keys))
    which = [distinct.index(key) for key in keys]
    forms: list[Row] = [{_VALUES: values}, {_VALUES: [values[keys.index(key)] for key in distinct], _WHICH: which}]
    if all(map(_is_pair, values)):
        forms.append({_STARTS: [start for start, _ in values], _ENDS: [end for _, end in values]})
    return forms


def _length(name: str, form: Row) -> int:
    return len(encode(form, name))


def _gaps(places: Sequence[int], count: int) -> Row:
    """Which rows have a column, in the shorter way."""
    without = sorted(set(range(count)) - set(places))
    if not without:
        return {}
    return {_EXCEPT: without} if len(without) < len(places) else {_AT: list(places)}


def _rows(columns: object, count: int, path: str) -> list[Row]:
    rows: list[Row] = [{} for _ in range(count)]
    for name, column in expect(columns, dict, path).items():
        places, values = _placed(column, count, f"{path}.{name}")
        for place, value in zip(places, values, strict=True):
            rows[place][name] = value
    return rows


def _placed(column: object, count: int, path: str) -> tuple[Sequence[int], Sequence[Any]]:
    """The numbers of the rows that have a column, and its value in each of them."""
    given = {_VALUES: column} if isinstance(column, list) else expect(column, dict, path)
    without = set(_numbers(given.get(_EXCEPT, []), count, f"{path}.{_EXCEPT}"))
    every = [number for number in range(count) if number not in without]
    places = _numbers(given.get(_AT, every), count, f"{path}.{_AT}")
    if _SAME in given:
        return places, [given[_SAME]] * len(places)
    if _STARTS in given:
        starts = expect(given[_STARTS], list, f"{path}.{_STARTS}")
        ends = expect(given.get(_ENDS), list, f"{path}.{_ENDS}")
        given = {_VALUES: [list(pair) for pair in zip(starts, ends, strict=False)]}
    if _COLUMNS in given:
        return places, _rows(given[_COLUMNS], len(places), path)
    values = expect(given.get(_VALUES), list, f"{path}.{_VALUES}")
    if _WHICH in given:
        values = [values[number] for number in _numbers(given[_WHICH], len(values), f"{path}.{_WHICH}")]
    if len(values) != len(places):
        raise SchemaError(f"{path}: {len(values)} values for {len(places)} rows.")
    return places, values


def _numbers(value: object, count: int, path: str) -> list[int]:
    numbers = expect(value, list, path)
    if not all(type(number) is int and 0 <= number < count for number in numbers):
        raise SchemaError(f"{path}: expected numbers from 0 to {count - 1}.")
    return numbers
