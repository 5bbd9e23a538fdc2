"""Ids in fields of annotations: each that has the form of an id must name an annotation of the document."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain

from newsparse.errors import ContractError
from newsparse.kinds import KindRegistry
from newsparse.model import Annotation, Document, Layer, Passage, Span, TitlePassage
from newsparse.serial.inside import inside

_ID = re.compile(r"([a-z][a-z0-9-]*):\d+-\d+(?:\.\d+)?")
_OWN = frozenset(["id", "span", "text", "origin"])
_TEXTS = frozenset([str])
_PLACES = frozenset([Passage, Span, TitlePassage])


def check_references(document: Document, given: dict[str, list[Annotation]], kinds: KindRegistry) -> None:
    """Raise ``ContractError`` for an id in the layers ``given`` that names nothing in them or in ``document``.

    An id is a text such as "quote:120-188" with the name of a kind whose layer is there. One that a layer of
    ``document`` has in its fields already is no fault of whoever passes it on.
    """
    missing = set(chain.from_iterable(map(candidates, given.values())))
    missing.difference_update(item.id for item in chain.from_iterable(given.values()))
    if not missing:
        return
    others = [layer for layer in document.layers if layer.name not in given]
    missing -= _ids(others, {_layer(text, kinds) for text in missing})
    there = {*given, *(layer.name for layer in others)}
    dangling = {text for text in missing if _ID.fullmatch(text) and _layer(text, kinds) in there}
    if dangling:
        dangling.difference_update(*(candidates(layer.annotations) for layer in others))
        _refuse(dangling, given)


def _ids(layers: Iterable[Layer], names: Collection[str | None]) -> set[str]:
    """The ids of the annotations in those of ``layers`` that have one of these names."""
    return {item.id for layer in layers if layer.name in names for item in layer.annotations}


def _refuse(dangling: Collection[str], given: dict[str, list[Annotation]]) -> None:
    """Raise ``ContractError`` for the first annotation with one of the ids ``dangling`` in its fields, if any has."""
    for item in chain.from_iterable(given.values()):
        for text in candidates([item]):
            if text in dangling:
                raise ContractError(f"{item.id}: {text!r} in its fields names nothing in the document.")


def candidates(items: Sequence[Annotation]) -> Iterator[str]:
    """The texts in the fields of annotations that may be ids: those with a colon."""
    for kind in dict.fromkeys(map(type, items)):
        same = [item for item in items if type(item) is kind]
        yield from (text for text in inside(kind, _TEXTS, without=_OWN, closed=_PLACES)(same) if ":" in text)


def _layer(text: str, kinds: KindRegistry) -> str | None:
    kind = kinds.get(text.partition(":")[0])
    return kind.layer if kind else None
