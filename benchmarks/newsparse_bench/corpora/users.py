"""What users label in: JSON lines of newsparse, tagged text, brat standoff, and Label Studio's JSON export."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import newsparse
from newsparse.errors import SchemaError
from newsparse.model import Document, Span
from newsparse.model.annotation import distinct
from newsparse.serial import load_jsonl
from newsparse_bench.corpora.brat import CONTENT, CUE, SOURCE, Event, labelled, quote, with_names
from newsparse_bench.corpora.polnear import exactly
from newsparse_bench.markup import read


def load(path: Path) -> Iterator[Document]:
    """The documents at ``path``: a file, or all files of a folder; raises ``SchemaError`` that names the place.

    ``.jsonl`` holds our documents, ``.txt`` tagged text (or the text beside an ``.ann`` file of brat), ``.json`` tasks
    exported from Label Studio (https://labelstud.io/guide/export).
    """
    for item in sources(path):
        yield from _read(item)


def sources(path: Path) -> list[Path]:
    """The labelled files at ``path``: itself, or those of the folder, sorted; raises ``SchemaError`` without any."""
    if not path.is_dir():
        return [path]
    found = [item for item in sorted(path.rglob("*")) if item.suffix in (".jsonl", ".txt", ".json")]
    if not found:
        raise SchemaError(f"there is no .jsonl, .json or .txt file in {path}.")
    return found


def _read(path: Path) -> Iterator[Document]:
    if path.suffix == ".jsonl":
        registry = newsparse.Host.discover().kinds
        with path.open(encoding="utf-8") as stream:
            yield from load_jsonl(stream, registry=registry, name=path.name)
    elif path.suffix == ".json":
        yield from _studio(path)
    elif path.with_suffix(".ann").exists():
        yield labelled(exactly(path.with_suffix(".txt")), exactly(path.with_suffix(".ann")), name=path.stem)
    elif path.suffix == ".txt":
        yield read(path)
    else:
        raise SchemaError(f"{path.name}: labels come as .jsonl, .json, .txt with tags, or .txt beside .ann.")


def _studio(path: Path) -> Iterator[Document]:
    try:
        tasks = json.loads(path.read_text("utf-8"))
    except json.JSONDecodeError as error:
        raise SchemaError(f"{path.name}: is no JSON: {error}.") from error
    for number, task in enumerate(tasks if isinstance(tasks, list) else [tasks]):
        place = f"{path.name}, task {number + 1}"
        try:
            text = next(value for value in task["data"].values() if isinstance(value, str))
            results = task["annotations"][0]["result"]
            yield _task(text, results, str(task.get("id", f"{path.stem}-{number + 1}")))
        except (KeyError, IndexError, StopIteration, TypeError, AttributeError) as error:
            raise SchemaError(f"{place}: is no task with data.text and annotations[0].result.") from error


def _task(text: str, results: list[dict[str, Any]], name: str) -> Document:
    spans: dict[str, tuple[str, Span]] = {}
    for row in results:
        if row.get("type") == "labels":
            value = row["value"]
            spans[row["id"]] = (value["labels"][0], Span(value["start"], value["end"]))
    events = {key: Event(content=[span]) for key, (label, span) in spans.items() if label.lower() in CONTENT}
    for row in results:
        if row.get("type") == "relation":
            one, other = row["from_id"], row["to_id"]
            key, argument = (one, other) if one in events else (other, one)
            if key in events and argument in spans:
                label, span = spans[argument]
                events[key].add(label, [span])
    document = Document(text=text, id=name).with_layer("quotes", distinct([quote(text, e) for e in events.values()]))
    other_labels = CONTENT | CUE | SOURCE
    return with_names(document, [item for item in spans.values() if item[0].lower() not in other_labels])
