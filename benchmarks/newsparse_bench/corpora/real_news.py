"""Real news articles that were labelled for this suite: the tags without the texts, which are those of public corpora.

The articles are from the train parts of en-worldwide-newswire (Shan et al. 2023) and PolNeAR (Newell et al. 2018). We
may not pass their texts on, so a line of ``real-news.jsonl`` has the tags of one article and the character before
which each of them stands; with the article out of the data folder they are tagged text again (``markup``).
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from importlib import resources
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, unescape

from newsparse.errors import DataMissingError, SchemaError
from newsparse.model import Document
from newsparse_bench import inputs, markup
from newsparse_bench.corpora.corpus import files

PARTS = ("train", "dev")
TAG = re.compile(r"""<(?:[^<>"']|"[^"]*"|'[^']*')*>""")
ESCAPED = {"\r": "&#13;"}
UNESCAPED = {"&#13;": "\r"}
SHOWN = 16
"""Hexadecimal digits of the SHA-256 of a text by which it is known."""


def load(data: Path | None, part: str) -> Iterator[Document]:
    """The articles of ``part``: ``train`` may be read and fitted to, and nobody has read the errors in ``dev``.

    Raises ``DataMissingError`` without the corpora, ``SchemaError`` where one has another text for an article.
    """
    texts = _texts(data)
    stored = resources.files("newsparse_bench").joinpath("corpora", "real-news.jsonl").read_text("utf-8")
    for row in map(json.loads, stored.splitlines()):
        if row["part"] == part:
            yield markup.parse(together(row, texts), name=row["id"])


def _texts(data: Path | None) -> dict[str, str]:
    """The texts of both train parts by their ids."""
    with files(data, "ner/worldwide", "train.jsonl")[0].open(encoding="utf-8") as stream:
        found = {str(row["id"]): row["text"] for row in map(json.loads, stream)}
    for path in files(data, "attribution/polnear/train/text", "*.txt"):
        found[path.stem] = inputs.text(path, keep_line_ends=True)
    return {name: text.strip() for name, text in found.items()}


def apart(source: str, *, name: str, part: str) -> dict[str, Any]:
    """What tagged text says of an article, without its words: a row for ``real-news.jsonl``."""
    head, _, body = source.partition("\n---\n")
    text, tags, place = "", [], 0
    body = body.strip("\n")
    for found in TAG.finditer(body):
        text += unescape(body[place : found.start()], UNESCAPED)
        tags.append([len(text), found[0]])
        place = found.end()
    text += unescape(body[place:], UNESCAPED)
    return {"id": name, "part": part, "sha256": _known_by(text), "head": head, "tags": tags}


def together(row: Mapping[str, Any], texts: Mapping[str, str]) -> str:
    """The tagged text of a row; raises ``DataMissingError`` or ``SchemaError``."""
    text = texts.get(row["id"])
    if text is None:
        raise DataMissingError(f"no article {row['id']!r} in the data folder.", hint="Give the whole train parts.")
    if _known_by(text) != row["sha256"]:
        raise SchemaError(f"{row['id']}: another text than the one labelled.", hint="Take the corpora as published.")
    pieces, place = [], 0
    for at, tag in row["tags"]:
        pieces += [escape(text[place:at], ESCAPED), tag]
        place = at
    return "".join([row["head"], "\n---\n", *pieces, escape(text[place:], ESCAPED)])


def _known_by(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:SHOWN]
