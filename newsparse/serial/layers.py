"""Layers on the wire: rows that name their kind and its version, columns for tokens, the unknown kept as it came."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from newsparse.errors import KindError, NewsparseError, SchemaError, SpanError
from newsparse.kinds import RESERVED_FIELDS, Kind, KindRegistry, Unrecognised
from newsparse.model import Annotation, Layer, Span, Token, envelope
from newsparse.serial.columns import column_ends, fit_columns, from_columns, to_columns
from newsparse.serial.jsontext import decode, encode, encode_as_read
from newsparse.serial.packing import pack, unpack
from newsparse.serial.proof import faults
from newsparse.serial.structure import SPAN_VALUES, expect, from_plain, to_plain


def write_layer(layer: Layer, text: str, registry: KindRegistry, *, slim: bool = False) -> str | list[str]:
    """The layer as JSON: one text for a layer of columns, a list with one text per annotation for rows.

    With ``slim`` all layers go as columns that can. Raises ``SchemaError`` for an annotation that could not be read
    back, ``KindError`` for a type that is not a kind.
    """
    path = f"$.layers.{layer.name}"
    items = _fitting(layer.name, layer.annotations, registry)
    if fit_columns(items):
        return encode(to_columns(cast("tuple[Token, ...]", items), text, path), path)
    unrecognised = [item for item in items if isinstance(item, Unrecognised)]
    if any(item.whole for item in unrecognised):
        if len(items) > 1:
            raise SchemaError(f"{path}: a layer of unrecognised columns cannot hold other annotations.")
        return unrecognised[0].raw
    if slim and not unrecognised:
        plain = [_plain_row(item, text, registry, f"{path}[{index}]", slim=True) for index, item in enumerate(items)]
        packed = pack(plain, text)
        if packed is not None:
            return encode(packed, path)
    return [_write_row(item, text, registry, f"{path}[{index}]") for index, item in enumerate(items)]


def read_layer(name: str, value: object, text: str, registry: KindRegistry) -> Layer:
    """The layer that ``value`` describes; raises ``SchemaError`` naming the path of the fault."""
    path = f"$.layers.{name}"
    if isinstance(value, dict) and "columns" in value:
        value = unpack(value, text, path)
    if isinstance(value, dict):
        return Layer(name, _fitting(name, tuple(_read_columns(value, text, registry, path)), registry))
    rows = expect(value, list, path)
    items = tuple(_read_row(row, text, registry, f"{path}[{index}]") for index, row in enumerate(rows))
    return Layer(name, _fitting(name, items, registry))


def _fitting(layer: str, items: tuple[Annotation, ...], registry: KindRegistry) -> tuple[Annotation, ...]:
    """The annotations themselves; raises ``SchemaError`` for one of another kind than the layer is there for."""
    kind = registry.of_layer(layer)
    if kind is not None:
        for index, item in enumerate(items):
            if not isinstance(item, (kind.type, Unrecognised)):
                raise SchemaError(f"$.layers.{layer}[{index}]: a {item.KIND} does not belong in the layer {layer!r}.")
    return items


def unreadable(layer: Layer, text: str, registry: KindRegistry) -> str:
    """Why ``layer``, once written, could not be read again as it is; empty when it can."""
    try:
        written = write_layer(layer, text, registry)
        rows = written if isinstance(written, str) else "[" + ",".join(written) + "]"
        back = read_layer(layer.name, decode(rows), text, registry)
    except NewsparseError as error:
        return error.message.rstrip(".")
    return "" if back == layer else f"$.layers.{layer.name} comes back changed from JSON"


def _write_row(item: Annotation, text: str, registry: KindRegistry, path: str) -> str:
    if isinstance(item, Unrecognised):
        _prove(item, text, path)
        return item.raw
    return encode(_plain_row(item, text, registry, path), path)


def _plain_row(item: Annotation, text: str, registry: KindRegistry, path: str, *, slim: bool = False) -> dict[str, Any]:
    _prove(item, text, path)
    kind = registry.get(item.KIND)
    if kind is None:
        kind = Kind(type=type(item), layer="unregistered")
    if kind.type is not type(item):
        ours, theirs = kind.type.__qualname__, type(item).__qualname__
        raise KindError(f"{path}: the kind {item.KIND!r} is {ours}, so {theirs} cannot be written under it.")
    return {"kind": item.KIND, "v": item.SCHEMA, **to_plain(item, path, slim=slim)}


def _read_row(row: object, text: str, registry: KindRegistry, path: str) -> Annotation:
    fields = expect(row, dict, path)
    kind = _known(fields, registry, path)
    own = {key: value for key, value in fields.items() if key not in RESERVED_FIELDS}
    item = _unrecognised(fields, path) if kind is None else from_plain(own, kind.type, path)
    _prove(item, text, path)
    return item


def _read_columns(columns: dict[str, Any], text: str, registry: KindRegistry, path: str) -> Iterator[Annotation]:
    kind = _known(columns, registry, path)
    if kind is not None and kind.type is Token:
        yield from from_columns(columns, text, path)
        return
    if kind is not None:
        raise SchemaError(f"{path}: only tokens go as columns, not {kind.name!r}.")
    starts, ends = column_ends(columns, len(text), path)
    if not starts:
        raise SchemaError(f"{path}.start: columns without a value say nothing; an empty layer is [].")
    span = envelope(map(Span, starts, ends))
    yield Unrecognised(
        id=f"{columns['kind']}:{span.start}-{span.end}",
        span=span,
        text=span.cut(text),
        kind=columns["kind"],
        version=columns["v"],
        raw=encode_as_read(columns),
        whole=True,
    )


def _known(fields: dict[str, Any], registry: KindRegistry, path: str) -> Kind | None:
    """The registered kind of just the version on the wire, or None."""
    name = expect(fields.get("kind"), str, f"{path}.kind")
    version = expect(fields.get("v"), int, f"{path}.v")
    kind = registry.get(name)
    return kind if kind is not None and version == kind.type.SCHEMA else None


def _unrecognised(fields: dict[str, Any], path: str) -> Unrecognised:
    """Whatever its kind, an annotation has an id, a span and its words; of the rest nothing is asked."""
    origin, confidence = fields.get("origin"), fields.get("confidence")
    number = isinstance(confidence, (int, float)) and not isinstance(confidence, bool) and 0 <= confidence <= 1
    ends = expect(fields.get("span"), list, f"{path}.span")
    if len(ends) != SPAN_VALUES:
        raise SchemaError(f"{path}.span: expected [start, end], got {len(ends)} values.")
    try:
        span = Span(expect(ends[0], int, f"{path}.span"), expect(ends[1], int, f"{path}.span"))
    except SpanError as error:
        raise SchemaError(f"{path}.span: {error.message}") from error
    return Unrecognised(
        id=expect(fields.get("id"), str, f"{path}.id"),
        span=span,
        text=expect(fields.get("text"), str, f"{path}.text"),
        origin=origin if isinstance(origin, str) else None,
        confidence=float(cast("float", confidence)) if number else None,
        kind=fields["kind"],
        version=fields["v"],
        raw=encode_as_read(fields),
    )


def _prove(item: Annotation, text: str, path: str) -> None:
    for place, fault in faults(item, text):
        # the words of an unknown kind may be those of pieces that nobody here can name
        if not (isinstance(item, Unrecognised) and place == ".text"):
            raise SchemaError(f"{path}{place}: {fault}.")
