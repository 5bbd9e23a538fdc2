"""The labelled articles that come with the suite."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from newsparse.model import Document
from newsparse_bench.markup import read


def folder() -> Path:
    """The folder with the parts ``dev`` and ``test``."""
    return Path(str(resources.files("newsparse_bench").joinpath("articles")))


def load(_data: Path | None, part: str) -> Iterator[Document]:
    """The articles of ``part``; they need no data folder."""
    for path in sorted((folder() / part).glob("*.txt")):
        yield read(path)
