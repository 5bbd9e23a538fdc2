"""The free columns of articles as columns of the table ``articles``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

import attrs

from newsparse.model.columns import Columns, Scalar
from newsparse.tables.schema import ColumnType, Heading

OTHER = Heading("other_columns", "string", "free columns without a column in this table, as JSON")
_PREFIX = "column_"
_INT64 = range(-(2**63), 2**63)


@attrs.frozen
class FreeColumns:
    """Which free columns become columns: the key in ``Meta.columns``, and the heading in the table."""

    headings: tuple[tuple[str, Heading], ...]

    @classmethod
    def of(cls, rows: Iterable[Columns], taken: Iterable[str]) -> FreeColumns:
        """A column per key that occurs in ``rows``, in the order in which they occur.

        The type is the values' own where they agree, float64 for whole and other numbers, else string. A key that is
        taken, whatever its case, gets the prefix ``column_``.
        """
        values: dict[str, list[Scalar]] = {}
        for row in rows:
            for key, value in row.items():
                values.setdefault(key, []).append(value)
        used = {name.lower() for name in taken}
        headings = []
        for key, found in values.items():
            name = _shown(key)
            while name.lower() in used:
                name = _PREFIX + name
            used.add(name.lower())
            headings.append((key, Heading(name, _type(found), f"free column {key!r} of the article")))
        return cls(tuple(headings))

    def values(self, row: Columns) -> list[Scalar]:
        """The values of ``OTHER`` and of the columns; what fits no column is in ``OTHER``."""
        rest = dict(row)
        cells: list[Scalar] = []
        for key, heading in self.headings:
            value = row.get(key)
            cells.append(_as(heading.type, value))
            if cells[-1] is not None or value is None:
                rest.pop(key, None)
        return [json.dumps(rest) if rest else None, *cells]


def _type(values: Sequence[Scalar]) -> ColumnType:
    kinds = {_kind(value) for value in values if value is not None}
    if len(kinds) == 1:
        return kinds.pop()
    return "float64" if kinds == {"int64", "float64"} else "string"


def _kind(value: Scalar) -> ColumnType:
    if isinstance(value, bool):
        return "bool"
    if isinstance(value, int):
        return "int64" if value in _INT64 else "string"
    return "float64" if isinstance(value, float) else "string"


def _as(type: ColumnType, value: Scalar) -> Scalar:
    """The value in a column of that type, None where it does not fit."""
    if value is None or _kind(value) == type:
        return str(value) if type == "string" and value is not None else value
    if type == "string":
        return json.dumps(value)
    return float(value) if type == "float64" and _kind(value) == "int64" else None


def _shown(key: str) -> str:
    return " ".join(key.split()) or "column"
