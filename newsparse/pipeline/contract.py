"""The contract that annotations keep before they enter a document: true offsets, declared kinds, unique ids."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any

import attrs

from newsparse.errors import ContractError, KindError
from newsparse.kinds import KindRegistry
from newsparse.model import Annotation, Document, Entity, Layer, Passage, Sentence, Span, Token
from newsparse.pipeline.references import check_references
from newsparse.serial.layers import unreadable
from newsparse.serial.shapes import PLAIN, UnknownShapeError, has_pair, misshapen, place_names
from newsparse.syntax.words import words_of

_ID, _START, _END, _TEXT = (attrgetter(path) for path in ("id", "span.start", "span.end", "text"))


def checked(
    document: Document, annotations: Iterable[object], *, provides: Collection[str], kinds: KindRegistry
) -> dict[str, list[Annotation]]:
    """The annotations that an extractor returned, by layer, with every layer of ``provides``, even if empty.

    Raises ``ContractError`` for something that is not an annotation, a kind that is unknown or whose layer is not in
    ``provides``, an offset outside the text, words that are not those of the text, an id that occurs twice, an id in a
    field that names nothing, words of the title that are not there, or a value that JSON could not hold or that does
    not have its declared type.
    """
    layers: dict[str, list[Annotation]] = {name: [] for name in provides}
    taken: set[str] = set()
    for item in annotations:
        if not isinstance(item, Annotation):
            raise ContractError(f"an extractor must return annotations, not {type(item).__name__}.")
        layer = layer_of(item, kinds)
        if layer not in layers:
            raise ContractError(f"{item.id} belongs in the layer {layer!r}, which is not declared in provides.")
        try:
            check_place(item, document.text, nested(item))
            check_title(item, document.meta.title)
            claim(item.id, taken)
        except (AttributeError, TypeError):  # offsets or ids of other types, which are named where all fields are
            check_shapes(layer, [item], document.text, kinds)
            raise
        layers[layer].append(item)
    check_ids(document, taken, without=layers)
    for name, items in layers.items():
        check_shapes(name, items, document.text, kinds)
    check_references(document, layers, kinds)
    return layers


def checked_layers(text: str, layers: Iterable[Layer], *, wanted: Collection[str], kinds: KindRegistry) -> list[Layer]:
    """Those of a backend's layers that were asked for; raises ``ContractError`` as ``checked`` does."""
    taken: set[str] = set()
    kept = [layer for layer in layers if layer.name in wanted]
    for layer in kept:
        if not _all_right(layer, text, taken, kinds):
            for item in layer.annotations:
                if layer_of(item, kinds) != layer.name:
                    raise ContractError(f"{item.id} does not belong in the layer {layer.name!r}.")
                # Tokens and sentences have no places besides their own, and are too many to search.
                check_place(item, text, () if isinstance(item, (Token, Sentence)) else nested(item))
                claim(item.id, taken)
        check_shapes(layer.name, layer.annotations, text, kinds)
    return kept


def check_shapes(layer: str, items: Sequence[Annotation], text: str, kinds: KindRegistry) -> None:
    """Raise ``ContractError`` for annotations, all of one kind, that could not be written and read again.

    A text with a surrogate pair in two code points cannot be written at all: annotations of it are not checked.
    """
    if not items or has_pair(text):
        return
    try:
        if misshapen(items):
            item, fault = next((item, fault) for item in items if (fault := misshapen([item])))
            raise ContractError(f"{item.id}: {fault}.")
    except UnknownShapeError:
        fault = unreadable(Layer.of(layer, items), text, kinds)
        if fault:
            raise ContractError(f"{fault}.") from None


def _all_right(layer: Layer, text: str, taken: set[str], kinds: KindRegistry) -> bool:
    """Whether all words, or all sentences, keep the contract; their ids are then added to ``taken``.

    There are more of them than of everything else, so they are checked together; only where that fails is each looked
    at by itself to find what is wrong.
    """
    items = layer.annotations
    types = {type(item) for item in items}
    if types not in ({Token}, {Sentence}) or layer_of(items[0], kinds) != layer.name:
        return False
    ids = set(map(_ID, items))
    if len(ids) < len(items) or not taken.isdisjoint(ids):
        return False
    ends = list(map(_END, items))
    if max(ends) > len(text):
        return False
    if [text[start:end] for start, end in zip(map(_START, items), ends, strict=True)] != list(map(_TEXT, items)):
        return False
    taken |= ids
    return True


def layer_of(item: Annotation, kinds: KindRegistry) -> str:
    """The layer that holds the kind of ``item``; raises ``ContractError`` for a kind that nobody registered."""
    try:
        return kinds.of_type(type(item)).layer
    except KindError as error:
        raise ContractError(f"{item.id}: {error.message}", hint=error.hint) from error


def claim(name: str, taken: set[str]) -> None:
    """Add an id to those that are taken; raises ``ContractError`` when it is."""
    if name in taken:
        raise ContractError(f"the id {name} occurs twice.")
    taken.add(name)


def check_ids(document: Document, given: set[str], *, without: Collection[str]) -> None:
    """Raise ``ContractError`` for one of the ids ``given`` that ``document`` has in a layer other than ``without``."""
    for layer in document.layers:
        if layer.name in without:
            continue
        known = words_of(document).ids if layer.name == "tokens" else set(map(_ID, layer.annotations))
        if not given.isdisjoint(known):
            raise ContractError(f"the id {min(given & known)} occurs twice.")


def check_place(item: Annotation, text: str, inner: Iterable[Span | Passage] = ()) -> None:
    """Raise ``ContractError`` unless all offsets of ``item`` lie in ``text`` and its words are those of the text."""
    pieces = item.pieces()
    if item.span.end > len(text):
        raise ContractError(f"{item.id} ends outside the text of {len(text)} characters.")
    if item.text != " ".join([text[piece.start : piece.end] for piece in pieces]):
        raise ContractError(f"{item.id}: its words are not those of the text at its offsets.")
    for place in inner:
        span = place.span if isinstance(place, Passage) else place
        if span.end > len(text):
            raise ContractError(
                f"{item.id}: {span.start}-{span.end} in it ends outside the text of {len(text)} characters."
            )
        if isinstance(place, Passage) and place.text != text[span.start : span.end]:
            raise ContractError(f"{item.id}: the words of {span.start}-{span.end} in it are not those of the text.")


def check_title(item: Annotation, title: str | None) -> None:
    """Raise ``ContractError`` for an entity with words of the title that the title does not have there."""
    for words in item.title_passages if isinstance(item, Entity) else ():
        if not words.fits(title):
            raise ContractError(f"{item.id}: {words.text!r} is not what the article's title has there.")


def nested(value: Any) -> list[Span | Passage]:
    """All spans and passages inside ``value``, however deep."""
    found: list[Span | Passage] = []
    _gather(value, found)
    return found


def _gather(value: Any, found: list[Span | Passage]) -> None:
    kind: type = type(value)
    if isinstance(value, (Span, Passage)):
        found.append(value)
    elif isinstance(value, (tuple, list, frozenset)):
        _gather_all(value, found)
    elif attrs.has(kind):
        _gather_all([getattr(value, name) for name in place_names(kind)], found)
    elif isinstance(value, Mapping):
        _gather_all(value.values(), found)


def _gather_all(values: Iterable[Any], found: list[Span | Passage]) -> None:
    for value in values:
        if type(value) not in PLAIN:
            _gather(value, found)
