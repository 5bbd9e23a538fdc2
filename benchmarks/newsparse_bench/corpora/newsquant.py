"""NewsQuant (Almasian et al., EMNLP 2023): sentences with quantities that have no offsets."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsparse.model import Document, Span
from newsparse.model.annotation import distinct
from newsparse_bench.corpora.corpus import files
from newsparse_bench.kinds import Row

NUMBER = r"-?[\d.]+(?:[eE][+-]?\d+)?"
RANGE = re.compile(rf"({NUMBER}) *- *({NUMBER})")


def load(data: Path | None, part: str) -> Iterator[Document]:
    """The sentences of ``part``, the quantities in the layer ``rows``."""
    for item in json.loads(files(data, "numbers/newsquant", f"{part}.json")[0].read_text("utf-8")):
        text = item["text"]
        rows = [_row(text, row) for row in item["quantities"]]
        yield Document(text=text, id=item["id"]).with_layer("rows", distinct(rows))


def _row(text: str, row: dict[str, Any]) -> Row:
    concepts = row["referred_concepts"]
    words = concepts if isinstance(concepts, str) else " ".join(map(str, concepts))
    return Row.make(
        text,
        Span(0, len(text)),
        values=_values(str(row["value"])),
        change=row["change"],
        unit=str(row["normalized_unit"]).lower(),
        concept=tuple(word for word in words.lower().replace(",", " ").split() if word != "-"),
    )


def _values(words: str) -> tuple[float, ...]:
    """The value, or both ends of a range written with a dash ("3-5")."""
    if found := RANGE.fullmatch(words):
        return (float(found[1]), float(found[2]))
    return (float(words),)
