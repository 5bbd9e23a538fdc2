"""What reads texts, rows and records, as it is offered to the host."""

from __future__ import annotations

from newsparse.readers.excel import ExcelOptions, begins_xlsx, read_xlsx
from newsparse.readers.jsonl import JsonlOptions, JsonOptions, begins_json, begins_jsonl, read_json, read_jsonl
from newsparse.readers.parquet import ParquetOptions, begins_parquet, read_parquet
from newsparse.readers.table import CsvOptions, begins_csv, begins_tsv, read_csv, read_tsv
from newsparse.readers.text import TextOptions, read_text
from newsparse.specs import ReaderSpec

TEXTS_AND_ROWS = (
    ReaderSpec(
        name="text",
        summary="One article per file.",
        read=read_text,
        suffixes=(".txt", ".md"),
        many=False,
        config=TextOptions,
    ),
    ReaderSpec(
        name="jsonl",
        summary="One article per line: newsparse's own documents, or objects with a text.",
        read=read_jsonl,
        suffixes=(".jsonl", ".ndjson"),
        config=JsonlOptions,
        streams=True,
        begins=begins_jsonl,
    ),
    ReaderSpec(
        name="json",
        summary="One article per object of a list, or a single one.",
        read=read_json,
        suffixes=(".json",),
        config=JsonOptions,
        streams=True,
        begins=begins_json,
    ),
    ReaderSpec(
        name="csv",
        summary="One article per row, below a header.",
        read=read_csv,
        suffixes=(".csv",),
        config=CsvOptions,
        streams=True,
        begins=begins_csv,
    ),
    ReaderSpec(
        name="tsv",
        summary="As csv, with tabs.",
        read=read_tsv,
        suffixes=(".tsv", ".tab"),
        config=CsvOptions,
        streams=True,
        begins=begins_tsv,
    ),
    ReaderSpec(
        name="parquet",
        summary="One article per row; needs the extra tables.",
        read=read_parquet,
        suffixes=(".parquet", ".pq"),
        config=ParquetOptions,
        streams=True,
        begins=begins_parquet,
    ),
    ReaderSpec(
        name="xlsx",
        summary="Excel and OpenDocument: one article per row of a sheet; needs the extra excel.",
        read=read_xlsx,
        suffixes=(".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"),
        config=ExcelOptions,
        streams=True,
        begins=begins_xlsx,
    ),
)
"""The readers of texts, rows and records; where a file could be for several, the first that fits reads it."""
