"""NewsQuant (Almasian et al., EMNLP 2023): sentences with quantities that have no offsets."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsparse.model import Document, Span
from newsparse.model.annotation import distinct
from newsparse_bench.corpora.corpus import files
from newsparse_bench.metrics.newsquant import Row


def load(data: Path | None, part: str) -> Iterator[Document]:
    """The sentences of ``part``, the quantities in the layer ``rows``."""
    for item in json.loads(files(data, "numbers/newsquant", f"{part}.json")[0].read_text("utf-8")):
        text = item["text"]
        rows = [_row(text, row) for row in item["quantities"]]
        yield Document(text=text, id=item["id"]).with_layer("rows", distinct(rows))


def _row(text: str, row: dict[str, Any]) -> Row:
    low, dash, high = str(row["value"]).rpartition("-")
    ends = (float(low), float(high)) if dash and low and not low.endswith("e") else (float(row["value"]),)
    concepts = row["referred_concepts"]
    words = concepts if isinstance(concepts, str) else " ".join(map(str, concepts))
    return Row.make(
        text,
        Span(0, len(text)),
        values=ends,
        change=row["change"],
        unit=str(row["normalized_unit"]).lower(),
        concept=tuple(word for word in words.lower().replace(",", " ").split() if word != "-"),
    )
