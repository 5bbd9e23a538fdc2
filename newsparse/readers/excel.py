"""Excel and OpenDocument workbooks: one article per row of a sheet."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

import attrs

from newsparse.errors import NewsparseError, OptionError, ReadError
from newsparse.extras import extra
from newsparse.model import Document
from newsparse.readers.failing import unread
from newsparse.readers.records import Columns, Fields
from newsparse.readers.streams import seekable

FULL_CELL = 32767
"""Characters that a cell of Excel can hold."""

_LOG = logging.getLogger(__name__)


@attrs.frozen(kw_only=True)
class ExcelOptions(Fields):
    """Options of the reader ``xlsx``: the names of the columns, and of the sheet, by default the first."""

    sheet: str | None = None


def begins_xlsx(head: bytes) -> bool:
    """Whether the file is a zip archive with the parts of a workbook, as far as its beginning shows."""
    return head.startswith(b"PK\x03\x04") and (b"xl/" in head or b"opendocument.spreadsheet" in head)


def read_xlsx(stream: BinaryIO, path: str, options: ExcelOptions = ExcelOptions()) -> Iterator[Document]:
    """One document for each row below the header; one without a text gives an empty one whose failure names the row.

    Raises ``ExtraMissingError`` without python-calamine, ``OptionError`` for a sheet that is not there, and
    ``ReadError`` where there is no column for the text.
    """
    sheets: list[str] = []
    rows = _rows(stream, path, options.sheet, sheets)
    names = _names(rows)
    others = f" It has several sheets ({', '.join(sheets)}): --reader-option sheet=NAME." if sheets[1:] else ""
    if not names:
        reason = f"{path} is empty: a sheet needs a row with the names of its columns."
        raise ReadError(reason, hint=others.strip())
    try:
        columns = Columns(list(names.values()), options, path)
    except ReadError as error:
        raise ReadError(error.message, hint=f"{error.hint}{'' if options.sheet else others}") from error
    for number, row in rows:
        values = {name: _value(row[index]) for index, name in names.items()}
        if any(value is not None for value in values.values()):
            place = f"{path}, row {number}"
            try:
                document = columns.document(values, path, place)
            except NewsparseError as error:
                document = unread(path, error, place)
            if len(document.text) == FULL_CELL:
                _LOG.warning("%s: the text is as long as a cell of Excel can be, and was probably cut.", place)
            yield document


def _names(rows: Iterable[tuple[int, list[Any]]]) -> dict[int, str]:
    """The names of the columns by their places, from the first row that is not empty, after which ``rows`` stand."""
    header = next((row for _, row in rows if any(_given(cell) for cell in row)), [])
    return {index: str(name).strip() for index, name in enumerate(header) if _given(name)}


def _rows(stream: BinaryIO, path: str, name: str | None, sheets: list[str]) -> Iterator[tuple[int, list[Any]]]:
    """The rows of the sheet with their numbers in Excel; ``sheets`` gets the names of all."""
    with extra("excel"):
        import python_calamine
    try:
        file = seekable(stream)
        file.seek(0)
        book = python_calamine.CalamineWorkbook.from_filelike(file)
        sheets += book.sheet_names
        if name is not None and name not in book.sheet_names:
            raise OptionError(f"{path} has no sheet {name!r} (there are: {', '.join(book.sheet_names)}).")
        sheet = book.get_sheet_by_index(0) if name is None else book.get_sheet_by_name(name)
        yield from enumerate(sheet.iter_rows(), start=1)
    except (python_calamine.CalamineError, OSError) as error:
        raise ReadError(f"{path} cannot be read as a workbook: {error}.") from error


def _value(cell: object) -> object:
    """What is in a cell; None for an empty one, and whole numbers, which a workbook keeps as floats, as such."""
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return cell if _given(cell) else None


def _given(cell: object) -> bool:
    return cell is not None and cell != ""
