"""Formats that users label in: newsparse's JSON lines, tagged text, brat, and exports of Label Studio and Prodigy."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import newsparse
from newsparse.errors import SchemaError
from newsparse.model import Document
from newsparse.serial import load_jsonl
from newsparse_bench import inputs
from newsparse_bench.corpora import brat, prodigy, studio
from newsparse_bench.markup import read


def load(path: Path) -> Iterator[Document]:
    """The documents at ``path``: a file, or all files of a folder; raises ``SchemaError``, which names the place.

    ``.jsonl`` holds our documents or Prodigy's tasks, ``.txt`` tagged text (or the text that belongs to an ``.ann``
    file of brat), ``.json`` tasks exported from Label Studio.
    """
    for item in sources(path):
        yield from _read(item)


def sources(path: Path) -> list[Path]:
    """The labelled files at ``path``: itself, or those of the folder, sorted; raises ``SchemaError`` without any."""
    if not path.is_dir():
        return [path]
    found = [item for item in sorted(path.rglob("*")) if item.suffix in (".jsonl", ".txt", ".json")]
    if not found:
        raise SchemaError(f"no .jsonl, .json or .txt file in {path}.")
    return found


def _first_line(path: Path) -> str:
    return next((line for line in inputs.text(path).split("\n") if line.strip()), "")


def _read(path: Path) -> Iterator[Document]:
    if path.suffix == ".jsonl" and prodigy.is_task(_first_line(path)):
        yield from prodigy.tasks(path)
    elif path.suffix == ".jsonl":
        registry = newsparse.Host.discover().kinds
        yield from load_jsonl(io.StringIO(inputs.text(path)), registry=registry, name=path.name)
    elif path.suffix == ".json":
        yield from studio.tasks(path)
    elif path.with_suffix(".ann").exists():
        text, standoff = (inputs.text(path.with_suffix(end), keep_line_ends=True) for end in (".txt", ".ann"))
        brat.check(text, standoff, name=path.with_suffix(".ann").name)
        yield brat.labelled(text, standoff, name=path.stem)
    elif path.suffix == ".txt":
        yield read(path)
    else:
        raise SchemaError(f"{path.name}: labels come as .jsonl, .json, .txt with tags, or .txt with an .ann file.")
