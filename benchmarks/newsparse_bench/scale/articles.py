"""Makes many articles of few: those of two corpora over and over, with other names and other numbers each time."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle, islice
from pathlib import Path

from newsparse.extras import extra
from newsparse.model import Document, Mention
from newsparse_bench.corpora import polnear, worldwide

PER_FILE = 100
_WORD = re.compile(r"\b[A-Z][a-z]{2,}\b")
_NUMBER = re.compile(r"\d+")
_PARAGRAPH = re.compile(r"\n\s*")


def write(folder: Path, data: Path | None, sizes: Sequence[int], *, words: int, seed: int) -> list[Path]:
    """Folders with so many articles each, as Parquet files of ``id`` and ``text``.

    Raises ``DataMissingError`` unless both corpora are in ``data``.
    """
    with extra("tables"):
        import pyarrow
        import pyarrow.parquet
    texts = made([*worldwide.load(data, "train"), *polnear.load(data, "train")], words, seed)
    numbered = enumerate(texts)
    places = [folder / str(number) for number in range(len(sizes))]
    for place, size in zip(places, sizes, strict=True):
        place.mkdir(parents=True)
        for start in range(0, size, PER_FILE):
            rows = [{"id": f"{key:08d}", "text": text} for key, text in islice(numbered, min(PER_FILE, size - start))]
            pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), place / f"{start:08d}.parquet")
    return places


def made(articles: Sequence[Document], words: int, seed: int) -> Iterator[str]:
    """Texts without end: all articles in a drawn order, again and again.

    Family names that the corpora label, in the first paragraphs that together have ``words`` words (0 is all
    paragraphs), and the digits of numbers are drawn for each text.
    """
    drawn = random.Random(seed)
    names = sorted({word for article in articles for word in _family_names(article)})
    for article in cycle(drawn.sample(articles, len(articles))):
        others = dict(zip(names, drawn.sample(names, len(names)), strict=True))
        yield _changed(beginning(article.text, words), others, drawn)


def _changed(text: str, others: Mapping[str, str], drawn: random.Random) -> str:
    """The text with the names of ``others``, and with other numbers."""
    renamed = _WORD.sub(lambda found: others.get(found[0], found[0]), text)
    return _NUMBER.sub(lambda found: _number(found[0], drawn), renamed)


def beginning(text: str, words: int) -> str:
    """The first paragraphs of a text that together have at least so many words; all of it for 0."""
    if not words:
        return text
    count, start = 0, 0
    for gap in _PARAGRAPH.finditer(text):
        count += len(text[start : gap.start()].split())
        start = gap.end()
        if count >= words:
            return text[: gap.start()]
    return text


def _family_names(article: Document) -> Iterator[str]:
    for item in article.get("mentions"):
        if isinstance(item, Mention) and item.label == "Person":
            yield from _WORD.findall(item.text)[-1:]


def _number(digits: str, drawn: random.Random) -> str:
    """As many digits, the first of which is not 0 unless it was."""
    first = digits[0] if digits[0] == "0" else drawn.choice("123456789")
    return first + "".join(drawn.choices("0123456789", k=len(digits) - 1))
