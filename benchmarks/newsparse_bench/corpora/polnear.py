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
    for path in files(data, f"attribution/polnear/{part}/text", "*.txt"):
        labels = sorted((path.parents[1] / "attributions").glob(f"{path.stem}_[0-9a-f][0-9a-f][0-9a-f][0-9a-f].ann"))
        if labels:
            text, standoff = (inputs.text(file, keep_line_ends=True) for file in (path, labels[0]))
            yield attributions(text, standoff, name=path.stem)
