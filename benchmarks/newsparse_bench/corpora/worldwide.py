"""en-worldwide-newswire (Shan, Arora and Manning 2023): nine classes of names in raw articles."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from newsparse.model import Document, Mention, Span
from newsparse.model.annotation import distinct
from newsparse_bench.corpora.corpus import files


def load(data: Path | None, part: str) -> Iterator[Document]:
    """The articles of ``part``."""
    path = files(data, "ner/worldwide", f"{part}.jsonl")[0]
    with path.open(encoding="utf-8") as stream:
        for line in stream:
            row = json.loads(line)
            text = row["text"]
            names = [Mention.make(text, Span(start, end), label=label) for start, end, label in row["ents"]]
            yield Document(text=text, id=str(row["id"])).with_layer("mentions", distinct(names))
