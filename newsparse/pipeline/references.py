"""Ids in fields of annotations: each that has the form of an id must name an annotation of the document."""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any, Union, get_args, get_origin

import attrs

from newsparse.errors import ContractError
from newsparse.kinds import KindRegistry
from newsparse.model import Annotation, Document, Passage, Span, TitlePassage
from newsparse.serial.shapes import UnknownShapeError, field_hints

Strings = Callable[[Sequence[Any]], Iterable[str]]
"""Gives the texts inside the values of one field."""

_ID = re.compile(r"([a-z][a-z0-9-]*):\d+-\d+(?:\.\d+)?")
_OWN = frozenset(["id", "span", "text", "origin"])
_ABSENT = type(None)


def check_references(document: Document, given: dict[str, list[Annotation]], kinds: KindRegistry) -> None:
    """Raise ``ContractError`` for an id in the layers ``given`` that names nothing in them or in ``document``.

    An id is a text such as "quote:120-188" with the name of a kind whose layer is there. One that a layer of
    ``document`` has in its fields already is no fault of whoever passes it on.
    """
    missing = {text for items in given.values() for text in candidates(items)}
    missing -= {item.id for items in given.values() for item in items}
    if not missing:
        return
    others = {layer.name: layer for layer in document.layers if layer.name not in given}
    named = {_layer(text, kinds) for text in missing}
    for layer in [layer for name, layer in others.items() if name in named]:
        missing -= {item.id for item in layer.annotations}
    there = {*given, *others}
    dangling = {text for text in missing if _layer(text, kinds) in there and _ID.fullmatch(text)}
    for layer in others.values() if dangling else ():
        dangling.difference_update(candidates(layer.annotations))
    if dangling:
        item, text = next(
            (item, text)
            for item in chain.from_iterable(given.values())
            for text in candidates([item])
            if text in dangling
        )
        raise ContractError(f"{item.id}: {text!r} in its fields names nothing in the document.")


def candidates(items: Sequence[Annotation]) -> Iterator[str]:
    """The texts in the fields of annotations that may be ids: those with a colon."""
    for kind in dict.fromkeys(map(type, items)):
        same = [item for item in items if type(item) is kind]
        yield from (text for text in _of_record(kind, _OWN)(same) if ":" in text)


def _layer(text: str, kinds: KindRegistry) -> str | None:
    kind = kinds.get(text.partition(":")[0])
    return kind.layer if kind else None


@lru_cache(maxsize=256)
def _of_record(kind: type, without: Collection[str] = frozenset()) -> Strings:
    """The texts in the fields of an attrs class, as they are declared."""
    try:
        hints = field_hints(kind)
    except UnknownShapeError:  # refused where the records are checked
        return _none
    parts = [(field.name, _of(hints.get(field.name))) for field in attrs.fields(kind) if field.name not in without]
    readers = [(name, part) for name, part in parts if part is not _none]

    def strings(values: Sequence[Any]) -> Iterator[str]:
        for name, part in readers:
            yield from part([getattr(value, name) for value in values])

    return strings if readers else _none


def _of(hint: Any) -> Strings:
    if hint is str:
        return _same
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType) and _ABSENT in arguments:
        return _inside([_of(argument) for argument in arguments if argument is not _ABSENT], _given)
    if origin in (tuple, list, frozenset, set) and (origin is not tuple or arguments[-1] is Ellipsis):
        return _inside([_of(arguments[0])], _flat)
    is_record = isinstance(hint, type) and attrs.has(hint) and hint not in (Passage, Span, TitlePassage)
    return _of_record(hint) if is_record else _none


def _inside(parts: list[Strings], take: Callable[[Sequence[Any]], list[Any]]) -> Strings:
    if len(parts) != 1 or parts[0] is _none:
        return _none
    part = parts[0]

    def strings(values: Sequence[Any]) -> Iterable[str]:
        taken = take(values)
        return part(taken) if taken else ()

    return strings


def _same(values: Sequence[Any]) -> Iterable[str]:
    return values


def _none(_values: Sequence[Any]) -> Iterable[str]:
    return ()


def _given(values: Sequence[Any]) -> list[Any]:
    return [value for value in values if value is not None]


def _flat(values: Sequence[Any]) -> list[Any]:
    return list(chain.from_iterable(values))
