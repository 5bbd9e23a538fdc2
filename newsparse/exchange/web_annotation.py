"""W3C Web Annotation (https://www.w3.org/TR/annotation-model/): annotations that any reader of the standard can place.

A document becomes an ``AnnotationCollection`` with one embedded page. Every annotation points at its words by a
``TextPositionSelector`` (half-open, in code points) and a ``TextQuoteSelector`` (the words with 32 characters on each
side); a broken one has a target for each piece, an entity one for each mention. Its bodies say in words what it is; the
last has, under ``newsparse``, all fields of the annotation as our own JSON has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import singledispatch
from typing import Any

from newsparse.exchange.places import address, anchor, as_json, is_iri
from newsparse.kinds import Unrecognised
from newsparse.model import Annotation, Document, Entity, Mention, NumberClaim, Quote, Span
from newsparse.serial.structure import to_plain

CONTEXT = (
    "http://www.w3.org/ns/anno.jsonld",
    {"newsparse": {"@id": "urn:newsparse:annotation", "@type": "@json"}},
)
"""The standard's own terms, and one of ours: a JSON literal (JSON-LD 1.1)."""

AROUND = 32
"""Characters before and after the words, by which a changed text is searched."""

ANALYSIS = frozenset({"sentences", "tokens", "attributions"})
"""The layers of language analysis, which are not annotations of the article's content."""

Json = dict[str, Any]


def write_web_annotation(document: Document) -> str:
    """The document's claims, names and other findings as a collection of Web Annotations, in JSON-LD."""
    return as_json(to_web_annotation(document), indent=2)


def to_web_annotation(document: Document) -> Json:
    """The collection as plain values; layers of language analysis are left out."""
    items = list(_annotations(document))
    collection: Json = {
        "@context": list(CONTEXT),
        "id": anchor(document, "annotations"),
        "type": "AnnotationCollection",
        "label": document.meta.title or document.id,
        "total": len(items),
    }
    if items:
        page = {"id": anchor(document, "page"), "type": "AnnotationPage", "partOf": collection["id"], "startIndex": 0}
        collection["first"] = {**page, "items": items}
    return collection


def _annotations(document: Document) -> Iterator[Json]:
    places = {mention.id: mention.span for mention in document.mentions}
    makers = {source.id: f"{source.distribution} {source.version}" for source in document.sources}
    for layer in document.layers:
        if layer.name in ANALYSIS:
            continue
        for item in layer.annotations:
            found: Json = {"id": anchor(document, item.id), "type": "Annotation", "motivation": _motivation(item)}
            if item.origin in makers:
                found["generator"] = {"type": "Software", "name": makers[item.origin]}
            found["body"] = _bodies(item)
            targets = [_target(document, span) for span in _spans(item, places)]
            yield {**found, "target": targets if len(targets) > 1 else targets[0]}


def _spans(item: Annotation, places: Mapping[str, Span]) -> tuple[Span, ...]:
    if isinstance(item, Entity):
        return tuple(places[key] for key in item.mentions if key in places) or (item.span,)
    return item.pieces()


def _motivation(item: Annotation) -> str:
    return "identifying" if isinstance(item, Entity) else "tagging" if isinstance(item, Mention) else "describing"


def _target(document: Document, span: Span) -> Json:
    text = document.text
    words = {"exact": span.cut(text), "prefix": text[max(0, span.start - AROUND) : span.start]}
    return {
        "source": address(document),
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {"type": "TextQuoteSelector", **words, "suffix": text[span.end : span.end + AROUND]},
        ],
    }


def _bodies(item: Annotation) -> list[Json]:
    kind = item.kind if isinstance(item, Unrecognised) else item.KIND
    bodies: list[Json] = [_textual("classifying", kind)]
    if isinstance(item, Entity) and item.link and is_iri(item.link.id):
        bodies.append({"type": "SpecificResource", "purpose": "identifying", "source": item.link.id})
    bodies += [_textual("tagging", tag) for tag in _tags(item)]
    fields = item.fields if isinstance(item, Unrecognised) else {"kind": kind, "v": item.SCHEMA, **to_plain(item, "$")}
    return [*bodies, {**_textual("describing", summary(item)), "newsparse": fields}]


def _textual(purpose: str, value: str) -> Json:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}


def _tags(item: Annotation) -> Iterable[str]:
    match item:
        case Quote():
            return (item.form, item.manner)
        case NumberClaim():
            return (item.quantity.kind, item.role)
        case Mention() | Entity():
            return (item.label,)
    return ()


@singledispatch
def summary(item: Annotation) -> str:
    """What an annotation says, in one line for people: "Ada Brook said (direct)", "4% of fares"."""
    return item.text


@summary.register
def _(item: Quote) -> str:
    who = item.speaker.name if item.speaker else f"nobody ({item.unattributed or 'not known'})"
    return f"{who}: {item.act} ({item.form})"


@summary.register
def _(item: NumberClaim) -> str:
    what = f" of {item.subject.text}" if item.subject else ""
    who = f", says {item.speaker.name}" if item.speaker else ""
    return f"{item.quantity}{what}{who}"


@summary.register
def _(item: Entity) -> str:
    return ", ".join([item.name, *(held.role.text for held in item.held)])
