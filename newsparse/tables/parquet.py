"""Tables as Parquet files, which hold the types and, as metadata of the columns, their meanings."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsparse.extras import extra
from newsparse.model import Document
from newsparse.tables.arrow import schema, table
from newsparse.tables.options import ParquetOptions
from newsparse.tables.rows import Row, Stream
from newsparse.tables.schema import Heading

if TYPE_CHECKING:
    import pyarrow.parquet

GROUP_ROWS = 10_000
"""Rows are written in groups of at least so many, as Parquet compresses each group by itself."""
ZSTD_LEVEL = 9
"""A seventh smaller than Zstandard's default level 3; higher levels gain little (500 articles, table of quotes)."""


def write_parquet(documents: Iterable[Document], place: Path, options: ParquetOptions) -> None:
    """Write one table to a file, or one file per table to a folder; equal documents give equal bytes.

    Raises ``OptionError`` for several tables in one file.
    """
    names = options.into(place)
    with extra("tables"):
        import pyarrow.parquet
    stream = Stream.of(documents, names)
    with contextlib.ExitStack() as stack:
        files = {}
        for name in names:
            path = place / f"{name}.parquet" if place.is_dir() else place
            headings = stream.columns[name]
            writer = stack.enter_context(
                pyarrow.parquet.ParquetWriter(
                    path,
                    schema(headings),
                    compression=options.compression,
                    compression_level=ZSTD_LEVEL if options.compression == "zstd" else None,
                )
            )
            files[name] = _Groups(writer, headings)
        for chunk in stream.chunks:
            for name, file in files.items():
                file.add(chunk[name])
        for file in files.values():
            file.flush()


class _Groups:
    """Collects rows until there are enough for a group."""

    def __init__(self, writer: pyarrow.parquet.ParquetWriter, headings: tuple[Heading, ...]) -> None:
        self._writer: Any = writer
        self._headings = headings
        self._rows: list[Row] = []

    def add(self, rows: Iterable[Row]) -> None:
        self._rows.extend(rows)
        if len(self._rows) >= GROUP_ROWS:
            self.flush()

    def flush(self) -> None:
        if self._rows:
            self._writer.write_table(table(self._headings, self._rows), row_group_size=len(self._rows))
            self._rows = []
