"""The contract that annotations keep before they enter a document: true offsets, declared kinds, unique ids."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any, cast

import attrs

from newsparse.errors import ContractError, KindError
from newsparse.kinds import KindRegistry
from newsparse.model import Annotation, Document, Entity, Layer, Passage, Span
from newsparse.pipeline.references import check_references
from newsparse.serial.inside import inside
from newsparse.serial.layers import unreadable
from newsparse.serial.shapes import PLAIN, UnknownShapeError, has_pair, misshapen, place_names
from newsparse.syntax.words import words_of

_ID, _START, _END, _TEXT = (attrgetter(path) for path in ("id", "span.start", "span.end", "text"))
_PLACES = frozenset([Span, Passage])
_OWN_SPAN = frozenset(["span"])


NO_KINDS: frozenset[type] = frozenset()


def well_shaped(batch: Iterable[Iterable[object]]) -> frozenset[type]:
    """The kinds of annotations of which all in a batch of documents have values of their declared types.

    To check a batch takes little longer than a document: ``checked`` need not ask again for annotations of these kinds.
    """
    found: dict[type, list[object]] = {}
    for items in batch:
        for item in items:
            found.setdefault(type(item), []).append(item)
    return frozenset(kind for kind, items in found.items() if _fit(items))


def _fit(items: Sequence[object]) -> bool:
    """Whether values, all of one type, are annotations that JSON can hold."""
    try:
        return isinstance(items[0], Annotation) and not misshapen(items)
    except UnknownShapeError:
        return False


def checked(
    document: Document,
    annotations: Iterable[object],
    *,
    provides: Collection[str],
    kinds: KindRegistry,
    shaped: Collection[type] = NO_KINDS,
) -> dict[str, list[Annotation]]:
    """The annotations that an extractor returned, by layer, with every layer of ``provides``, even if empty.

    ``shaped`` are kinds of annotations whose values are known to have their declared types.

    Raises ``ContractError`` for something that is not an annotation, a kind that is unknown or whose layer is not in
    ``provides``, an offset outside the text, words that are not those of the text, an id that occurs twice, an id in a
    field that names nothing, words of the title that are not there, or a value that JSON could not hold or that does
    not have its declared type.
    """
    layers: dict[str, list[Annotation]] = {name: [] for name in provides}
    places: dict[type, list[Annotation]] = {}
    for item in annotations:
        if type(item) not in places:
            places[type(item)] = _place_of(item, layers, kinds)
        places[type(item)].append(cast(Annotation, item))
    taken: set[str] = set()
    for name, items in layers.items():
        if not all_right(items, document, taken, shaped):
            _check_each(name, items, document, taken, kinds)
    check_ids(document, taken, without=layers)
    check_references(document, layers, kinds)
    return layers


def _place_of(item: object, layers: Mapping[str, list[Annotation]], kinds: KindRegistry) -> list[Annotation]:
    """The one of ``layers`` for what is of the type of ``item``; raises ``ContractError``."""
    if not isinstance(item, Annotation):
        raise ContractError(f"an extractor must return annotations, not {type(item).__name__}.")
    layer = layer_of(item, kinds)
    if layer not in layers:
        raise ContractError(f"{item.id} belongs in the layer {layer!r}, which is not declared in provides.")
    return layers[layer]


def checked_layers(
    document: Document, layers: Iterable[Layer], *, wanted: Collection[str], kinds: KindRegistry
) -> list[Layer]:
    """Those of a backend's layers that were asked for; raises ``ContractError`` as ``checked`` does."""
    taken: set[str] = set()
    kept = [layer for layer in layers if layer.name in wanted]
    for layer in kept:
        for kind in dict(zip(map(type, layer.annotations), layer.annotations, strict=True)).values():
            if layer_of(kind, kinds) != layer.name:
                raise ContractError(f"{kind.id} does not belong in the layer {layer.name!r}.")
        if not all_right(layer.annotations, document, taken):
            _check_each(layer.name, layer.annotations, document, taken, kinds)
    return kept


def all_right(
    items: Sequence[Annotation], document: Document, taken: set[str], shaped: Collection[type] = NO_KINDS
) -> bool:
    """Whether annotations of one kind keep the contract; their ids are then added to ``taken``.

    The values of those of the kinds ``shaped`` are known to have their declared types. They are checked together, a
    column at a time, which is several times faster; only where that fails is each looked at by itself to find what is
    wrong.
    """
    text = document.text
    if not items:
        return True
    if has_pair(text) or not (_are_of(items, shaped) or _fit(items)):
        return False
    ids = set(map(_ID, items))
    if len(ids) < len(items) or not taken.isdisjoint(ids) or not _in_place(items, text):
        return False
    entities = cast(Sequence[Entity], items) if isinstance(items[0], Entity) else ()
    if not all(words.fits(document.meta.title) for item in entities for words in item.title_passages):
        return False
    taken |= ids
    return True


def _are_of(items: Sequence[Annotation], kinds: Collection[type]) -> bool:
    """Whether annotations are all of the same one of ``kinds``."""
    found = set(map(type, items))
    return len(found) == 1 and found.issubset(kinds)


def _in_place(items: Sequence[Annotation], text: str) -> bool:
    """Whether the words of annotations, and all places inside them, are those of the text."""
    kind: Any = type(items[0])
    ends = list(map(_END, items))
    places = list(inside(kind, _PLACES, without=_OWN_SPAN)(items))
    passages = [place for place in places if type(place) is Passage]
    spans = [place for place in places if type(place) is Span] + [passage.span for passage in passages]
    if max(ends) > len(text) or max([span.end for span in spans], default=0) > len(text):
        return False
    return _words_at(items, text) == list(map(_TEXT, items)) and all(
        text[passage.span.start : passage.span.end] == passage.text for passage in passages
    )


def _words_at(items: Sequence[Annotation], text: str) -> list[str]:
    """What the text has at the pieces of each annotation, all of one kind."""
    kind: Any = type(items[0])
    if kind.pieces is Annotation.pieces:
        return [text[start:end] for start, end in zip(map(_START, items), map(_END, items), strict=True)]
    return [" ".join([text[piece.start : piece.end] for piece in item.pieces()]) for item in items]


def _check_each(
    layer: str, items: Sequence[Annotation], document: Document, taken: set[str], kinds: KindRegistry
) -> None:
    """Raise ``ContractError`` for the first annotation of a layer that breaks the contract, if any does."""
    for item in items:
        try:
            check_place(item, document.text, nested(item))
            check_title(item, document.meta.title)
            claim(item.id, taken)
        except (AttributeError, TypeError):  # offsets or ids of other types, which are named where all fields are
            check_shapes(layer, [item], document.text, kinds)
            raise
    check_shapes(layer, items, document.text, kinds)


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
    for layer in document.layers if given else ():
        if layer.name in without:
            continue
        known = words_of(document).ids if layer.name == "tokens" else list(map(_ID, layer.annotations))
        if not given.isdisjoint(known):
            raise ContractError(f"the id {min(given.intersection(known))} occurs twice.")


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
