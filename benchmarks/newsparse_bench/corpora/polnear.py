"""PolNeAR (Newell, Margolin and Ruths, LREC 2018): the first annotator of each article, in sorted order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newsparse.model import Document
from newsparse_bench.corpora.brat import labelled
from newsparse_bench.corpora.corpus import files


def load(data: Path | None, part: str) -> Iterator[Document]:
    """The articles of ``part``."""
    for path in files(data, f"attribution/polnear/{part}/text", "*.txt"):
        labels = sorted((path.parents[1] / "attributions").glob(f"{path.stem}_[0-9a-f][0-9a-f][0-9a-f][0-9a-f].ann"))
        if labels:
            yield labelled(exactly(path), exactly(labels[0]), name=path.stem, names=False)


def exactly(path: Path) -> str:
    """The text of a file, its line ends kept."""
    with path.open(encoding="utf-8", newline="") as stream:
        return stream.read()
