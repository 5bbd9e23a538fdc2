"""A document as one JSON object, written and read: the schema ``newsparse.document/1``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from newsparse.errors import SchemaError
from newsparse.kinds import KindRegistry, builtin_registry, lazy_registry
from newsparse.model import Document, Failure, Meta, Source, digest
from newsparse.model.parsed import given_document
from newsparse.serial.jsontext import decode, decode_first, encode, escaped
from newsparse.serial.layers import read_layer, write_layer
from newsparse.serial.proof import title_faults
from newsparse.serial.structure import expect, from_plain, to_plain

SCHEMA = "newsparse.document/1"
"""The name and version of the format on the wire."""

_KEYS = ("schema", "id", "text", "text_sha256", "meta", "sources", "layers", "failures")
_HEADLINE = "headline"
"""The key of a title in which something was found, a document of its own; left out by all others."""


def dumps(
    document: Document, *, registry: KindRegistry | None = None, slim: bool = False, with_text: bool = True
) -> str:
    """The document as one line of JSON, without a line end; ``loads`` gives an equal document.

    With ``slim`` layers go as columns, without default values and without the words of their spans, which ``loads``
    takes from the text. Without ``with_text`` the text itself is left out, and ``loads`` has to be given it.

    Kinds that ``registry`` (by default the built-in one) does not have are written by the fields of their type. Raises
    ``SchemaError`` for a document that could not be read back: a span outside the text, words that are not the text's.
    """
    parts = _parts(document, registry or builtin_registry(), slim=slim, with_text=with_text)
    return "".join(map(escaped, _pieces(parts)))


def pretty(
    document: Document, *, registry: KindRegistry | None = None, slim: bool = False, with_text: bool = True
) -> str:
    """The document as JSON to read and compare, one annotation per line, with a final line end; as ``dumps`` else."""
    parts = _parts(document, registry or builtin_registry(), slim=slim, with_text=with_text)
    layers = [(name, part if isinstance(part, str) else _block("[]", part, 4)) for name, part in parts.layers]
    values = [
        *parts.head,
        _block("[]", parts.sources, 2),
        _block("{}", [f"{encode(name, '$.layers')}: {part}" for name, part in layers], 2),
        _block("[]", parts.failures, 2),
    ]
    lines = [f'"{key}": {value}' for key, value in zip(_KEYS, values, strict=True)]
    lines += [f'"{_HEADLINE}": {parts.headline}'] if parts.headline else []
    return escaped(_block("{}", lines, 0) + "\n")


def loads(line: str, *, registry: KindRegistry | None = None, text: str | Mapping[str, str] | None = None) -> Document:
    """The document that a JSON text describes.

    ``text`` is the article's, or those of several by their ids, where it was written without.

    Annotations of a kind, or of a version of a kind, that ``registry`` does not have become ``Unrecognised``; without
    one those are known that newsparse and the installed plugins have, which are imported when one is needed. Raises
    ``SchemaError`` naming the path (``$.layers.quotes[3].span``) where the data does not follow the schema, where a
    span lies outside the text, or where words are not those of the text.
    """
    return _document(decode(line), registry or lazy_registry(), text)


def loads_first(text: str, position: int, *, registry: KindRegistry | None = None) -> tuple[Document, int]:
    """The document that starts at ``position`` of a text, and where it ends; raises as ``loads``."""
    value, end = decode_first(text, position)
    return _document(value, registry or lazy_registry()), end


@attrs.frozen
class _Parts:
    """A document's values as JSON texts, before they are put together."""

    head: list[str]
    sources: list[str]
    layers: list[tuple[str, str | list[str]]]
    failures: list[str]
    headline: str = ""


def _parts(document: Document, registry: KindRegistry, *, slim: bool = False, with_text: bool = True) -> _Parts:
    layers = given_document(document).layers
    twice = [name for name, count in Counter(layer.name for layer in layers).items() if count > 1]
    if twice:
        raise SchemaError(f"$.layers: the layer {twice[0]!r} occurs twice.")
    text = expect(document.text, str, "$.text")
    _prove(document)
    given = text if with_text else None
    plain = [SCHEMA, expect(document.id, str, "$.id"), given, digest(text), to_plain(document.meta, "$.meta")]
    return _Parts(
        head=[encode(value, f"$.{key}") for key, value in zip(_KEYS[:5], plain, strict=True)],
        sources=[encode(to_plain(item, "$.sources"), "$.sources") for item in document.sources],
        layers=[(layer.name, write_layer(layer, text, registry, slim=slim)) for layer in document.layers],
        failures=[encode(to_plain(item, "$.failures"), "$.failures") for item in document.failures],
        headline="".join(_pieces(_parts(document.headline, registry, slim=slim))) if document.headline else "",
    )


def _document(value: object, registry: KindRegistry, given: str | Mapping[str, str] | None = None) -> Document:
    fields = expect(value, dict, "$")
    _check_keys(fields)
    text = _text(fields, given)
    if fields["text_sha256"] != digest(text):
        raise SchemaError(
            "$.text_sha256: the text is not the one that was written.", hint="Take it from its source again."
        )
    layers = expect(fields["layers"], dict, "$.layers")
    document = Document(
        text=text,
        id=expect(fields["id"], str, "$.id"),
        meta=from_plain(fields["meta"], Meta, "$.meta"),
        layers=tuple(read_layer(name, layer, text, registry) for name, layer in layers.items()),
        sources=from_plain(fields["sources"], tuple[Source, ...], "$.sources"),
        failures=from_plain(fields["failures"], tuple[Failure, ...], "$.failures"),
        headline=_document(fields[_HEADLINE], registry) if _HEADLINE in fields else None,
    )
    _prove(document)
    return document


def _prove(document: Document) -> None:
    """Raises ``SchemaError`` for words that are not the title's, and for two annotations of a layer with one id."""
    for path, fault in title_faults(document):
        raise SchemaError(f"{path}: {fault}.")
    if document.headline and document.headline.text != document.meta.title:
        raise SchemaError(f"$.{_HEADLINE}.text: is not the title of the document.")
    for layer in document.layers:
        if len({item.id for item in layer.annotations}) < len(layer.annotations):
            twice, _ = Counter(item.id for item in layer.annotations).most_common(1)[0]
            raise SchemaError(f"$.layers.{layer.name}: two annotations have the id {twice!r}.")


def _text(fields: dict[str, Any], given: str | Mapping[str, str] | None) -> str:
    if fields["text"] is not None:
        return expect(fields["text"], str, "$.text")
    name = expect(fields["id"], str, "$.id")
    text = given.get(name) if isinstance(given, Mapping) else given
    if text is None:
        raise SchemaError(f"$.text: the text of {name!r} was left out.", hint="Give it: loads(line, text=...).")
    return text


def _check_keys(fields: dict[str, Any]) -> None:
    schema = fields.get("schema")
    if schema != SCHEMA:
        newer = isinstance(schema, str) and schema.startswith(SCHEMA.rpartition("/")[0] + "/")
        hint = "A newer newsparse wrote it: update." if newer else "Is it a document that newsparse wrote?"
        raise SchemaError(f"$.schema: expected {SCHEMA!r}, got {schema!r}.", hint=hint)
    for key in _KEYS:
        if key not in fields:
            raise SchemaError(f"$.{key}: the field is missing.")
    unknown = sorted(set(fields) - {*_KEYS, _HEADLINE})
    if unknown:
        raise SchemaError(f"$: unknown field {unknown[0]!r}.")


def _pieces(parts: _Parts) -> Iterator[str]:
    """The document's JSON in pieces, none of which is in memory twice."""
    before = "{"
    for key, value in zip(_KEYS, parts.head, strict=False):
        yield f'{before}"{key}":{value}'
        before = ","
    yield ',"sources":'
    yield from _list(parts.sources)
    yield ',"layers":'
    before = "{"
    for name, part in parts.layers:
        yield f"{before}{encode(name, '$.layers')}:"
        yield from [part] if isinstance(part, str) else _list(part)
        before = ","
    yield "}" if parts.layers else "{}"
    yield ',"failures":'
    yield from _list(parts.failures)
    if parts.headline:
        yield f',"{_HEADLINE}":{parts.headline}'
    yield "}"


def _list(items: list[str]) -> Iterator[str]:
    before = "["
    for item in items:
        yield before
        yield item
        before = ","
    yield "]" if items else "[]"


def _block(brackets: str, items: list[str], indent: int) -> str:
    """A list or object with one item per line, indented by two more than ``indent``."""
    if not items:
        return brackets
    margin = "\n" + " " * indent
    return brackets[0] + ",".join(f"{margin}  {item}" for item in items) + margin + brackets[1]
