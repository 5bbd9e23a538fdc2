"""The formats of files that tables are written to, and the one line that writes them."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike, fspath
from pathlib import Path

from newsparse.configs import filled
from newsparse.endings import ending, packing
from newsparse.errors import UnknownNameError, WriteError
from newsparse.model import Document
from newsparse.replacing import is_folder, placed
from newsparse.specs import WriterSpec
from newsparse.tables.delimited import write_csv
from newsparse.tables.excel import write_xlsx
from newsparse.tables.options import CsvOptions, ParquetOptions, TableOptions, TsvOptions
from newsparse.tables.parquet import write_parquet
from newsparse.tables.sqlite import write_sqlite

FORMATS: tuple[WriterSpec, ...] = (
    WriterSpec(
        name="csv",
        summary="A table as CSV, or a folder of them.",
        write_all=write_csv,
        suffixes=(".csv",),
        config=CsvOptions,
        folders=True,
        streams=True,
    ),
    WriterSpec(
        name="tsv",
        summary="A table as tab-separated text, or a folder of them.",
        write_all=write_csv,
        suffixes=(".tsv",),
        config=TsvOptions,
        folders=True,
        streams=True,
    ),
    WriterSpec(
        name="parquet",
        summary="A table as Parquet, or a folder of them.",
        write_all=write_parquet,
        suffixes=(".parquet",),
        config=ParquetOptions,
        folders=True,
    ),
    WriterSpec(
        name="xlsx",
        summary="An Excel workbook with a sheet per table.",
        write_all=write_xlsx,
        suffixes=(".xlsx",),
        config=TableOptions,
    ),
    WriterSpec(
        name="sqlite",
        summary="A SQLite database with all tables, for SQL and Datasette.",
        write_all=write_sqlite,
        suffixes=(".sqlite", ".sqlite3", ".db"),
        config=TableOptions,
    ),
)


def write(
    documents: Iterable[Document], path: str | PathLike[str], *, format: str | None = None, **options: object
) -> None:
    """Write tables of ``documents``, which are taken one by one, to a file or a folder, as ``newsparse parse`` does.

    ``format`` is csv, tsv, parquet, xlsx or sqlite, by default the one of the file's ending; a folder, which needs it,
    is one that is there, or a name with a slash at its end. ``options`` are the format's, such as
    ``tables=("quotes", "numbers")``. The file takes its name, and the folder its files, only when all is written; with
    the ending ``.csv.gz`` or ``.csv.zst`` it is compressed.

    Raises ``UnknownNameError`` for an unknown format, ``OptionError`` for options that the format does not have or
    several tables in a file for one, and ``WriteError`` for a place that the format cannot write to.
    """
    place = fspath(path)
    spec = _format(format, place)
    config = filled(f"the writer {spec.name!r}", spec.config, options)
    assert spec.write_all is not None
    if packing(place) and not spec.streams:
        raise WriteError(
            f"the format {spec.name!r} cannot be compressed as a whole.", hint="Leave out the last ending."
        )
    above = Path(place).absolute().parent
    if not above.is_dir():
        raise WriteError(f"{place} cannot be written: there is no folder {above}.", hint="Make the folder first.")
    if is_folder(place) and not spec.folders:
        raise WriteError(f"{place!r} is a folder.", hint=f"The format {spec.name} is one file: name it.")
    with placed(place, streams=spec.streams) as target:
        spec.write_all(documents, target, *config)


def _format(name: str | None, place: str) -> WriterSpec:
    suffix = ending(place)
    found = next((spec for spec in FORMATS if (suffix in spec.suffixes if name is None else spec.name == name)), None)
    if found is None:
        known = ", ".join(spec.name for spec in FORMATS)
        asked = f"there is no format {name!r}" if name else f"no format belongs to the ending of {place}"
        raise UnknownNameError(f"{asked} (there are: {known}).")
    return found
