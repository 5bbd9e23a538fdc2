"""PolNeAR (Newell, Margolin and Ruths, LREC 2018): the first annotator of each article, in sorted order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newsparse.model import Document
from newsparse_bench import inputs
from newsparse_bench.corpora.brat import attributions
from newsparse_bench.corpora.corpus import files


def load(data: Path | None, part: str) -> Iterator[Document]:
    """The articles of ``part``."""
    for name, text, standoff in standoffs(data, part):
        yield attributions(text, standoff, name=name)


def standoffs(data: Path | None, part: str) -> Iterator[tuple[str, str, str]]:
    """The name of each article of ``part``, its text and its labels."""
    for path in files(data, f"attribution/polnear/{part}/text", "*.txt"):
        labels = sorted((path.parents[1] / "attributions").glob(f"{path.stem}_[0-9a-f][0-9a-f][0-9a-f][0-9a-f].ann"))
        if labels:
            text, standoff = (inputs.text(file, keep_line_ends=True) for file in (path, labels[0]))
            yield path.stem, text, standoff
