"""Readers: bytes become documents, and what cannot be read is reported without losing the rest."""

from newsparse.readers.excel import read_xlsx
from newsparse.readers.failing import unread
from newsparse.readers.feed import read_feed
from newsparse.readers.json_feed import read_json_feed
from newsparse.readers.jsonl import read_json, read_jsonl
from newsparse.readers.newsml import read_newsml
from newsparse.readers.ninjs import read_ninjs
from newsparse.readers.parquet import read_parquet
from newsparse.readers.table import read_csv, read_tsv
from newsparse.readers.text import read_text
from newsparse.readers.warc import read_warc

__all__ = [
    "read_csv",
    "read_feed",
    "read_json",
    "read_json_feed",
    "read_jsonl",
    "read_newsml",
    "read_ninjs",
    "read_parquet",
    "read_text",
    "read_tsv",
    "read_warc",
    "read_xlsx",
    "unread",
]
