"""Tables as the sheets of an Excel workbook; words are always words, never formulas or links."""

from __future__ import annotations

import logging
import math
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from newsparse.extras import extra
from newsparse.model import Document
from newsparse.model.columns import Scalar
from newsparse.tables.options import TableOptions
from newsparse.tables.rows import Row, Stream
from newsparse.tables.schema import Heading

SHEET_ROWS = 1_048_576
"""Rows of a sheet, the header among them; these limits are Excel's (Microsoft, "Excel specifications and limits")."""
CELL_UNITS = 32_767
"""UTF-16 code units of a cell's text."""
_DIGITS = 10**15
"""Whole numbers from here on lose digits in Excel, which keeps fifteen."""
_CUT = "…"
_WIDTHS = {"text": 60, "sentence": 60, "title": 30, "failures": 40}
_WIDTH = 14

_logger = logging.getLogger(__name__)


def write_xlsx(documents: Iterable[Document], place: Path, options: TableOptions) -> None:
    """Write a workbook with a sheet per table; a table with too many rows goes on in another sheet, ``quotes 2``.

    Text that is too long for a cell is cut and ends in "…"; how many were is logged as a warning.
    """
    with extra("tables"):
        import xlsxwriter
    names = options.every
    stream = Stream.of(documents, names)
    with xlsxwriter.Workbook(str(place), {"constant_memory": True}) as book:
        sheets = {name: _Sheets(book, name, stream.columns[name]) for name in names}
        for chunk in stream.chunks:
            for name, sheet in sheets.items():
                sheet.add(chunk[name])
    cut = sum(sheet.cut for sheet in sheets.values())
    if cut:
        _logger.warning(
            "Text was cut to the %s characters that an Excel cell holds, in so many cells: %d.", CELL_UNITS, cut
        )


class _Sheets:
    """The sheets of one table."""

    def __init__(self, book: Any, name: str, headings: Sequence[Heading]) -> None:
        self._book, self._name, self._headings = book, name, headings
        self._bold = book.add_format({"bold": True})
        self._count = 0
        self.cut = 0
        self._begin()

    def add(self, rows: Iterable[Row]) -> None:
        for row in rows:
            if self._next == SHEET_ROWS:
                self._begin()
            for column, value in self._cells(row):
                self._put(column, value)
            self._next += 1

    def _begin(self) -> None:
        self._count += 1
        title = self._name if self._count == 1 else f"{self._name} {self._count}"
        self._sheet = self._book.add_worksheet(title)
        for column, heading in enumerate(self._headings):
            self._sheet.set_column(column, column, _WIDTHS.get(heading.name, _WIDTH))
        for column, heading in enumerate(self._headings):
            self._sheet.write_string(0, column, self._fitting(heading.name), self._bold)
        self._sheet.freeze_panes(1, 0)
        self._next = 1

    @staticmethod
    def _cells(row: Row) -> Iterator[tuple[int, Scalar]]:
        return ((column, value) for column, value in enumerate(row) if value is not None and value != "")

    def _put(self, column: int, value: Scalar) -> None:
        if isinstance(value, bool):
            self._sheet.write_boolean(self._next, column, value)
        elif isinstance(value, (int, float)) and math.isfinite(value) and not _loses_digits(value):
            self._sheet.write_number(self._next, column, value)
        else:
            self._sheet.write_string(self._next, column, self._fitting(str(value)))

    def _fitting(self, text: str) -> str:
        if len(text.encode("utf-16-le")) <= CELL_UNITS * 2:
            return text
        self.cut += 1
        short = text.encode("utf-16-le")[: (CELL_UNITS - len(_CUT)) * 2].decode("utf-16-le", "ignore")
        return short + _CUT


def _loses_digits(value: int | float) -> bool:
    return isinstance(value, int) and abs(value) >= _DIGITS
