"""Label Studio's tasks with predictions (https://labelstud.io/guide/predictions), for our labelling configuration.

A quote in pieces is several regions joined by relations; attributes are choices and text fields for one region.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsparse.model import Document, Span
from newsparse_bench.labels import Regions
from newsparse_bench.labels.tags import choices

LABELS, TEXT = "label", "text"
"""The names of the two main controls of the configuration."""

LINKS = {"c": "Has cue", "m": "Said by", "q": "Same quote"}
"""The relation to a region of each tag."""

Json = dict[str, Any]


def task(document: Document, found: Regions, model: str) -> Json:
    """The document as a task with one prediction; ``model`` is the name of what made it."""
    data = {"text": document.text, "article": document.id, "title": document.meta.title, "url": document.meta.url}
    shown = {key: value for key, value in data.items() if value is not None}
    return {"data": shown, "predictions": [{"model_version": model, "result": list(_results(found))}]}


def _results(found: Regions) -> Iterator[Json]:
    relations: list[Json] = []
    for item in found.items:
        for count, piece in enumerate(item.pieces):
            key = _key(item.key, count)
            yield _result(key, LABELS, "labels", found.text, piece, {"labels": [item.label]})
            if count:
                relations.append(_relation(_key(item.key, 0), key, LINKS["q"]))
        for name, value in item.values.items():
            place = (_key(item.key, 0), name)
            if choices(item.label, name):
                yield _result(*place, "choices", found.text, item.pieces[0], {"choices": [value]})
            else:
                yield _result(*place, "textarea", found.text, item.pieces[0], {"text": [value]})
    tags = {item.key: item.tag for item in found.items}
    relations += [_relation(_key(one, 0), _key(other, 0), LINKS[tags[other]]) for one, other in found.links]
    yield from relations


def _key(key: str, piece: int) -> str:
    return f"r{key}" + (f"-{piece + 1}" if piece else "")


def _result(key: str, control: str, kind: str, text: str, piece: Span, value: Json) -> Json:
    place = {"start": piece.start, "end": piece.end, "text": piece.cut(text)}
    return {"id": key, "from_name": control, "to_name": TEXT, "type": kind, "value": {**place, **value}}


def _relation(one: str, other: str, name: str) -> Json:
    return {"type": "relation", "from_id": one, "to_id": other, "direction": "right", "labels": [name]}
