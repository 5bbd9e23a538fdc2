"""The endings of files: what they are compressed with, and which format they are in."""

from __future__ import annotations

import os

PACKED = (".gz", ".zst")
"""The endings of compressed files."""


def ending(path: str) -> str:
    """The suffix in lower case that tells the format: ".csv" for "rows.CSV.gz"; empty where there is none."""
    stem, suffix = os.path.splitext(path.lower())
    return os.path.splitext(stem)[1] if suffix in PACKED else suffix


def packing(path: str) -> str:
    """The ending that tells how a file is compressed, empty for one that is not."""
    suffix = os.path.splitext(path.lower())[1]
    return suffix if suffix in PACKED else ""
