"""CSV and TSV: one article per row, read row by row, and no cell is torn from its row in silence."""

from __future__ import annotations

import csv
import itertools
from collections.abc import Iterator
from typing import Any, BinaryIO

import attrs

from newsparse.errors import NewsparseError, OptionError, ReadError
from newsparse.model import Document
from newsparse.readers.encoding import misread, text_stream
from newsparse.readers.failing import unread
from newsparse.readers.records import ROLES, Columns, Fields, looks_tabular

DELIMITERS = ",\t;|"
LONGEST_CELL = 1 << 24
"""Characters in a cell; a longer one is a quotation mark that was never closed."""

_SAMPLE_LINES = 20
_NAMED = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";", "pipe": "|"}


def _character(value: str | None) -> str | None:
    return None if value is None else _NAMED.get(value, value)


@attrs.frozen(kw_only=True)
class CsvOptions(Fields):
    """Options of the readers ``csv`` and ``tsv``.

    ``delimiter`` is one character, or "tab"; without it the header shows it. ``quote`` is the quotation mark of cells,
    empty for none, and ``escape`` a character that takes its meaning from the next, such as a backslash. ``columns``
    names the columns of a file without a header.
    """

    delimiter: str | None = attrs.field(default=None, converter=_character)
    quote: str = '"'
    escape: str | None = None
    columns: tuple[str, ...] = ()
    encoding: str | None = None

    def __attrs_post_init__(self) -> None:
        """Raises ``OptionError`` for what is not one character."""
        for name, least in (("delimiter", 1), ("quote", 0), ("escape", 1)):
            value = getattr(self, name)
            if value is not None and not least <= len(value) <= 1:
                raise OptionError(f"{name} must be one character, got {value!r}.")


def read_csv(stream: BinaryIO, path: str, options: CsvOptions = CsvOptions()) -> Iterator[Document]:
    """One document for each row below the header; a bad row gives an empty one whose failure names file and row.

    Raises ``ReadError`` and ``OptionError`` where there is no header, or no column for the text.
    """
    csv.field_size_limit(LONGEST_CELL)
    lines: Iterator[str] = iter(text_stream(stream, path, options.encoding))
    head = list(itertools.islice(lines, _SAMPLE_LINES))
    rows = csv.reader(itertools.chain(head, lines), strict=True, **_dialect(head, options))
    names = list(options.columns) or _header(rows, path)
    columns = Columns(names, options, path)
    for number in itertools.count(1 if options.columns else 2):
        place = f"{path}, row {number}"
        try:
            row = next(rows, None)
            if row is None:
                return
            if row:
                yield columns.document(_named(names, row, place), path, place)
        except csv.Error as error:
            yield unread(path, ReadError(f"{place} (up to line {rows.line_num}): {error}."), place)
        except NewsparseError as error:
            yield unread(path, error, place)


def read_tsv(stream: BinaryIO, path: str, options: CsvOptions = CsvOptions()) -> Iterator[Document]:
    """As ``read_csv``, with tabs between the cells."""
    return read_csv(stream, path, attrs.evolve(options, delimiter=options.delimiter or "\t"))


def begins_csv(head: bytes) -> bool:
    """Whether the first line names columns, the text's among them, between commas, semicolons or bars."""
    return any(_begins(head, delimiter) for delimiter in DELIMITERS if delimiter != "\t")


def begins_tsv(head: bytes) -> bool:
    """Whether the first line names columns, the text's among them, between tabs."""
    return _begins(head, "\t")


def _begins(head: bytes, delimiter: str) -> bool:
    line, end, _ = head.partition(b"\n")
    names = line.decode("utf-8", "replace").strip().split(delimiter)
    return bool(end) and looks_tabular(name.strip('"') for name in names)


def _header(rows: Iterator[list[str]], path: str) -> list[str]:
    try:
        names = next(filter(None, rows), None)
    except csv.Error as error:
        raise ReadError(f"{path}, row 1: {error}.") from error
    if names is None:
        raise ReadError(f"{path} is empty: a table needs a row with the names of its columns.")
    names = [name.strip() for name in names]
    doubled = sorted({name for name in names if name and names.count(name) > 1})
    if doubled:
        raise ReadError(f"{path}: there are several columns {doubled[0]!r}.", hint="Give each a name of its own.")
    return [name or f"column {number}" for number, name in enumerate(names, start=1)]


def _named(names: list[str], row: list[str], place: str) -> dict[str, object]:
    """The cells of a row by the names of their columns, None for empty ones."""
    if len(row) != len(names):
        raise ReadError(f"{place} has {len(row)} cells, not {len(names)} as the header.")
    for name, cell in zip(names, row, strict=True):
        fault = misread(cell)
        if fault:
            raise ReadError(f"{place}, column {name!r}: {fault}.")
    return {name: cell or None for name, cell in zip(names, row, strict=True)}


def _dialect(head: list[str], options: CsvOptions) -> dict[str, Any]:
    marks: dict[str, Any] = (
        {"quotechar": options.quote} if options.quote else {"quoting": csv.QUOTE_NONE, "quotechar": None}
    )
    delimiter = options.delimiter or _delimiter(head, options)
    return {"delimiter": delimiter, "escapechar": options.escape, "doublequote": options.escape is None, **marks}


def _delimiter(head: list[str], options: CsvOptions) -> str:
    """The delimiter by which the header gives the most columns."""
    named = {name for role in ROLES if (name := getattr(options, role))}
    first = next((line for line in head if line.strip()), "")

    def columns(delimiter: str) -> tuple[bool, bool, int]:
        names = [name.strip().strip('"') for name in first.strip("\r\n").split(delimiter)]
        return bool(named) and named <= set(names), looks_tabular(names), len(names)

    return max(DELIMITERS, key=columns)
