"""Parquet: one article per row, read in batches of rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

import attrs

from newsparse.errors import NewsparseError
from newsparse.extras import extra
from newsparse.model import Document
from newsparse.readers.failing import unread
from newsparse.readers.records import Columns, Fields
from newsparse.readers.streams import seekable

BATCH_ROWS = 256


@attrs.frozen(kw_only=True)
class ParquetOptions(Fields):
    """Options of the reader ``parquet``: the names of the columns."""


def begins_parquet(head: bytes) -> bool:
    """Whether the file has the mark of Parquet."""
    return head.startswith(b"PAR1")


def read_parquet(stream: BinaryIO, path: str, options: ParquetOptions = ParquetOptions()) -> Iterator[Document]:
    """One document for each row; one without a text gives an empty one whose failure names file and row.

    Raises ``ExtraMissingError`` without pyarrow, and ``ReadError`` or ``OptionError`` where no column is the text.
    """
    with extra("tables"):
        import pyarrow.parquet
    file = pyarrow.parquet.ParquetFile(seekable(stream))
    columns = Columns(file.schema_arrow.names, options, path)
    number = 0
    for batch in file.iter_batches(batch_size=BATCH_ROWS):
        for row in batch.to_pylist():
            number += 1
            place = f"{path}, row {number}"
            try:
                yield columns.document(row, path, place)
            except NewsparseError as error:
                yield unread(path, error, place)
