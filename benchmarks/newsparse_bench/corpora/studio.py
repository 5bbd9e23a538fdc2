"""Label Studio's JSON export (https://labelstud.io/guide/task_format): labels of spans, joined by relations.

Choices and text fields for one region have its id; the name of the control is the name of the attribute.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from newsparse.errors import SchemaError
from newsparse.model import Document, Span
from newsparse_bench import inputs
from newsparse_bench.labels import Region, Regions, built, labelled
from newsparse_bench.labels.tags import has_attribute

GAP = re.compile(r"\s+|\\n")
FIELDS = {"choices": "choices", "textarea": "text"}
"""Where the values of a region's controls are, by their type."""

Placed = dict[str, tuple[str, Span]]
"""Label and place of each region by its id."""


def tasks(path: Path) -> Iterator[Document]:
    """The labelled tasks of an export, each with its first annotation; tasks that were skipped are left out.

    Raises ``SchemaError``, which names the task: no text, no annotation, labels whose words are not at their offsets.
    """
    found = inputs.parsed(path)
    for number, task in enumerate(found if isinstance(found, list) else [found]):
        place = f"{path.name}, task {number + 1}"
        try:
            kept = [item["result"] for item in _annotations(task, place) if not item.get("was_cancelled")]
            if task["annotations"] and not kept:
                continue
            texts = sorted(_texts(task["data"]), key=len, reverse=True)
            name = task["data"].get("article") or task.get("id", f"{path.stem}-{number + 1}")
            document = _task(texts, kept[0], str(name), place)
        except (KeyError, IndexError, TypeError, AttributeError) as error:
            raise SchemaError(f"{place}: not a task with data.text and annotations[0].result.") from error
        yield document


def _annotations(task: dict[str, Any], place: str) -> list[dict[str, Any]]:
    if task.get("predictions") and not task.get("annotations"):
        raise SchemaError(
            f"{place}: there are predictions, but no annotation.", hint="Correct and submit the task, then export it."
        )
    annotations: list[dict[str, Any]] = task["annotations"]
    return annotations


def _texts(data: dict[str, Any]) -> list[str]:
    """What may be the text: the string under ``text``, or else any string."""
    if isinstance(data.get("text"), str):
        return [data["text"]]
    return [value for value in data.values() if isinstance(value, str)]


def _task(texts: list[str], results: list[dict[str, Any]], name: str, place: str) -> Document:
    text, spans = _placed(texts, [row for row in results if row.get("type") == "labels"], place)
    values = _values(results, spans)
    items = [Region(key, label, (span,), values[key]) for key, (label, span) in spans.items()]
    links = []
    for row in results:
        if row.get("type") == "relation":
            for key in (row["from_id"], row["to_id"]):
                if key not in spans:
                    raise SchemaError(f"{place}: a relation names the label {key!r}, which does not exist.")
            links.append((row["from_id"], row["to_id"]))
    return built(labelled(Regions(text, items, links), place), Document(text=text, id=name))


def _values(results: Sequence[Mapping[str, Any]], spans: Placed) -> dict[str, dict[str, str]]:
    """The attributes of each region; controls that newsparse does not know are left out, and empty fields."""
    found: dict[str, dict[str, str]] = {key: {} for key in spans}
    for row in results:
        kind, key, name = row.get("type"), row.get("id"), row.get("from_name", "")
        if kind in FIELDS and key in spans and has_attribute(spans[key][0], name):
            given = row["value"][FIELDS[kind]]
            words = given if isinstance(given, str) else "\n".join(given)
            if words:
                found[key][name] = words
    return found


def _placed(texts: list[str], rows: list[dict[str, Any]], place: str) -> tuple[str, Placed]:
    """The text that all labels fit, and the labels: offsets are code points, or UTF-16 units in old versions."""
    wrong = rows[0] if rows else None
    for text in texts:
        for start in (_code_point, _utf_16):
            spans = {row["id"]: (row["value"]["labels"][0], _span(text, row["value"], start)) for row in rows}
            wrong = next((row for row in rows if not _stands(text, row["value"], spans[row["id"]][1])), None)
            if wrong is None:
                return text, {key: (label, span) for key, (label, span) in spans.items() if span}
    if wrong is None:
        raise IndexError
    value = wrong["value"]
    raise SchemaError(f"{place}: {value.get('text', value['labels'][0])!r} is not at offset {value['start']}.")


def _span(text: str, value: dict[str, Any], place: Callable[[str, int], int]) -> Span | None:
    start, end = place(text, value["start"]), place(text, value["end"])
    return Span(start, end) if start < end <= len(text) else None


def _stands(text: str, value: dict[str, Any], span: Span | None) -> bool:
    return span is not None and GAP.sub("", value.get("text", span.cut(text))) == GAP.sub("", span.cut(text))


def _code_point(_text: str, offset: int) -> int:
    return offset


def _utf_16(text: str, offset: int) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * offset].decode("utf-16-le", "ignore"))
