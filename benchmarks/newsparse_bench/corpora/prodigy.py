"""Prodigy's export (https://prodi.gy/docs/api-interfaces): spans, with the field ``attributes`` or with relations."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsparse.errors import SchemaError
from newsparse.model import Document, Span
from newsparse.serial.jsontext import decode
from newsparse_bench import inputs
from newsparse_bench.labels import Region, Regions, built, labelled
from newsparse_bench.labels.lines import from_lines

OURS = "schema"
"""A key of newsparse's own JSON lines, which Prodigy's tasks do not have."""

THEIRS = frozenset({"spans", "relations", "tokens", "_task_hash", "answer"})

Json = dict[str, Any]


def is_task(line: str) -> bool:
    """Whether a line of JSON is a task of Prodigy; one that is not JSON is not."""
    try:
        found = decode(line)
    except SchemaError:
        return False
    return isinstance(found, dict) and OURS not in found and bool(THEIRS & set(found))


def tasks(path: Path) -> Iterator[Document]:
    """The tasks of an export that were accepted, or that nobody has answered yet; raises ``SchemaError``."""
    for number, line in enumerate(inputs.text(path).split("\n"), 1):
        if not line.strip():
            continue
        place = f"{path.name}, line {number}"
        try:
            task: Any = decode(line)
            if task.get("answer", "accept") == "accept":
                yield _document(task, place, f"{path.stem}-{number}")
        except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
            if isinstance(error, SchemaError):
                raise
            raise SchemaError(f"{place}: not a task with text and spans.") from error


def _document(task: Json, place: str, name: str) -> Document:
    text = str(task["text"])
    spans = [(Span(item["start"], item["end"]), item["label"]) for item in task.get("spans", [])]
    if wrong := [span for span, _ in spans if span.end > len(text)]:
        raise SchemaError(f"{place}: a span ends at {wrong[0].end}, outside a text of {len(text)} characters.")
    key = str(task.get("meta", {}).get("article", name))
    if task.get("relations"):
        found = _related(text, spans, task["relations"])
    else:
        found = from_lines(text, spans, task.get("attributes", ""), place)
    return built(labelled(found, place), Document(text=text, id=key))


def _related(text: str, spans: list[tuple[Span, str]], relations: list[Json]) -> Regions:
    """The regions of the relations interface, where relations name the places and labels of their ends."""
    keys = {pair: str(count) for count, pair in enumerate(dict.fromkeys(spans), 1)}
    links = [(keys[_end(item["head_span"])], keys[_end(item["child_span"])]) for item in relations]
    return Regions(text, [Region(key, label, (span,), {}) for (span, label), key in keys.items()], links)


def _end(item: Json) -> tuple[Span, str]:
    return Span(item["start"], item["end"]), item["label"]
