"""The answer to a question as a table: to show, and to take away as CSV or Parquet."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Iterator

import attrs

from newsparse.extras import extra
from newsparse.model.columns import Scalar
from newsparse.tables.arrow import table
from newsparse.tables.delimited import csv_lines
from newsparse.tables.schema import ColumnType, Heading


@attrs.frozen
class Table:
    """Named columns and rows of plain values."""

    columns: tuple[str, ...]
    rows: list[tuple[Scalar, ...]]

    @classmethod
    def of(cls, cursor: sqlite3.Cursor) -> Table:
        """All rows of a query."""
        return cls(tuple(item[0] for item in cursor.description), [tuple(row) for row in cursor])

    def __iter__(self) -> Iterator[dict[str, Scalar]]:
        """The rows, by the names of the columns."""
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    def __len__(self) -> int:
        """The number of rows."""
        return len(self.rows)

    def csv(self) -> bytes:
        """The table as CSV in UTF-8, as Excel opens it; words that a spreadsheet would compute get an apostrophe."""
        return csv_lines(self.columns, self.rows).encode("utf-8-sig")

    def parquet(self) -> bytes:
        """The table as Parquet; raises ``ExtraMissingError`` without pyarrow."""
        with extra("tables"):
            import pyarrow.parquet
        headings = [Heading(name, self._type(place), "") for place, name in enumerate(self.columns)]
        file = io.BytesIO()
        pyarrow.parquet.write_table(table(headings, self.rows), file, compression="zstd")
        return file.getvalue()

    def _type(self, place: int) -> ColumnType:
        kinds = {type(row[place]) for row in self.rows} - {type(None)}
        if kinds and kinds <= {int}:
            return "int64"
        return "float64" if kinds and kinds <= {int, float} else "string"
