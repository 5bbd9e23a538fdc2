"""The options of the formats of tables, and which tables a place gets."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import attrs

from newsparse.errors import OptionError
from newsparse.tables.rows import TABLES, named
from newsparse.tables.schema import TableName

DEFAULT: TableName = "quotes"
_NO_DELIMITERS = frozenset("\"'\r\n ")


def _names(given: str | Iterable[str]) -> tuple[TableName, ...]:
    names = [given] if isinstance(given, str) else given
    return tuple(dict.fromkeys(map(named, names)))


def _check_delimiter(_options: object, _field: object, value: str) -> None:
    if len(value) != 1 or value in _NO_DELIMITERS:
        raise OptionError(f"the delimiter must be one character, and no quotation mark, got {value!r}.")


@attrs.frozen(kw_only=True)
class TableOptions:
    """Which ``tables`` are written; by default all, or ``quotes`` where there is room for one only."""

    tables: tuple[TableName, ...] = attrs.field(default=(), converter=_names)

    def into(self, place: object) -> tuple[TableName, ...]:
        """The tables for a folder, or the one for a file; raises ``OptionError`` for several in one file."""
        if isinstance(place, Path) and place.is_dir():
            return self.every
        if len(self.tables) > 1:
            several = ", ".join(self.tables)
            hint = "Name a folder as output, with a slash at its end: -o tables/."
            raise OptionError(f"a file of this format holds one table, not several ({several}).", hint=hint)
        return self.tables or (DEFAULT,)

    @property
    def every(self) -> tuple[TableName, ...]:
        """The tables for a place that holds any number."""
        return self.tables or TABLES


@attrs.frozen(kw_only=True)
class CsvOptions(TableOptions):
    """How delimited text is written.

    ``header`` is the line of column names; ``bom`` begins the file with a byte-order mark, by which Excel knows
    UTF-8; ``escape_formulas`` puts an apostrophe before words that a spreadsheet would compute.
    """

    delimiter: str = attrs.field(default=",", validator=_check_delimiter)
    header: bool = True
    bom: bool = False
    escape_formulas: bool = False


@attrs.frozen(kw_only=True)
class TsvOptions(CsvOptions):
    """As ``CsvOptions``, with tabs."""

    delimiter: str = attrs.field(default="\t", validator=_check_delimiter)


@attrs.frozen(kw_only=True)
class ParquetOptions(TableOptions):
    """How Parquet is compressed."""

    compression: Literal["zstd", "snappy", "gzip", "none"] = "zstd"
