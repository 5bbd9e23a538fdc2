"""Tables as delimited text, CSV and TSV: UTF-8, as RFC 4180 has it but for line ends, which are single line feeds."""

from __future__ import annotations

import contextlib
import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import attrs

from newsparse.model import Document
from newsparse.model.columns import Scalar
from newsparse.tables.options import CsvOptions
from newsparse.tables.rows import CHUNK_DOCUMENTS, Row, Stream

if TYPE_CHECKING:
    from _csv import Writer

_LINE_END = "\r\n"
_COMPUTED = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How words begin that spreadsheets take for formulas (OWASP, CSV injection)."""


def write_csv(documents: Iterable[Document], place: Path | BinaryIO, options: CsvOptions) -> None:
    """Write one table to a file or an open stream, or one file per table to a folder.

    A missing value is an empty cell, truth values are ``true`` and ``false``. Raises ``OptionError`` for several tables
    in one file.
    """
    names = options.into(place)
    # Free columns are those of a chunk; without them rows can be written as soon as their document comes.
    stream = Stream.of(documents, names, size=CHUNK_DOCUMENTS if "articles" in names else 1)
    folder = place if isinstance(place, Path) and place.is_dir() else None
    ending = "tsv" if options.delimiter == "\t" else "csv"
    with contextlib.ExitStack() as stack:
        writers = {}
        for name in names:
            text = stack.enter_context(_text(folder / f"{name}.{ending}" if folder else place, options))
            writers[name] = csv.writer(_Lines(text), delimiter=options.delimiter, lineterminator=_LINE_END), text
            if options.header:
                writers[name][0].writerow([heading.name for heading in stream.columns[name]])
        for chunk in stream.chunks:
            for name, (writer, text) in writers.items():
                _write_rows(writer, chunk[name], escape=options.escape_formulas)
                text.flush()


def csv_lines(columns: Sequence[str], rows: Sequence[Row]) -> str:
    """A table as the text of a CSV file; what a spreadsheet would compute gets an apostrophe."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    _write_rows(writer, rows, escape=True)
    return text.getvalue()


@attrs.frozen
class _Lines:
    """Lines that end in a line feed; with that as its own line end, ``csv`` would not quote carriage returns."""

    text: io.TextIOWrapper

    def write(self, line: str) -> None:
        self.text.write(line.removesuffix(_LINE_END) + "\n")


def _write_rows(writer: Writer, rows: Sequence[Row], *, escape: bool) -> None:
    for row in rows:
        writer.writerow([_escaped(_cell(value)) if escape else _cell(value) for value in row])


def _cell(value: Scalar) -> Any:
    return str(value).lower() if isinstance(value, bool) else value


def _escaped(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(_COMPUTED) else value


@contextlib.contextmanager
def _text(place: Path | BinaryIO, options: CsvOptions) -> Iterator[io.TextIOWrapper]:
    """The place as text; a stream that was given stays open."""
    encoding = "utf-8-sig" if options.bom else "utf-8"
    if isinstance(place, Path):
        with place.open("w", encoding=encoding, newline="") as file:
            yield file
        return
    text = io.TextIOWrapper(place, encoding=encoding, newline="")
    try:
        yield text
    finally:
        text.detach()
