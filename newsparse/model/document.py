"""The document: a text that never changes, layers of annotations over it, and a record of what made them."""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Any, TypeVar, cast, overload

import attrs

from newsparse.errors import LayerError, UnknownIdError
from newsparse.model.annotation import Annotation, in_order, shortened
from newsparse.model.claims import Attribution, NumberClaim, Quote
from newsparse.model.columns import Columns
from newsparse.model.entities import Entity, Mention
from newsparse.model.findings import Finding
from newsparse.model.span import Span
from newsparse.model.syntax import Sentence, Token

Kind = TypeVar("Kind", bound=Annotation)


@attrs.frozen(kw_only=True)
class Source:
    """What made annotations: an extractor or a backend of one distribution, in one version, with one set of settings.

    ``model`` and ``settings`` are SHA-256 digests in hexadecimal, or None where there are none. The one of a model is
    over all that decides its output: weights, tokenizer, labels, dictionaries. ``engine`` and ``precision`` say what
    ran it, such as "openvino" and "int8", where a backend tells: the same model may label a few words otherwise.
    """

    id: str
    distribution: str
    version: str
    model: str | None = None
    settings: str | None = None
    engine: str | None = None
    precision: str | None = None


@attrs.frozen(kw_only=True)
class Failure:
    """Something that went wrong on one document while the rest continued.

    ``stage`` is read, analyse, extract or contract; ``where`` the file, backend or extractor; ``code`` the error's.
    """

    stage: str
    where: str
    code: str
    message: str

    def __str__(self) -> str:
        """One line with the code, and with the place unless the message says it."""
        about = self.message if self.where in self.message else f"{self.where}: {self.message}"
        return f"[{self.code}] {about}"


@attrs.frozen(kw_only=True)
class Meta:
    """What is known about an article besides its text; ``path`` is where it was read from.

    ``published`` is a date or a time in ISO 8601, ``country`` the outlet's, by ISO 3166-1 ("NZ"). ``columns`` are all
    other facts, as the article's row or record has them.
    """

    path: str | None = None
    title: str | None = None
    language: str | None = None
    published: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    country: str | None = None
    columns: Columns = attrs.field(default=Columns(), converter=Columns)


@attrs.frozen(repr=False)
class Layer:
    """A named tuple of annotations, sorted by span."""

    name: str
    annotations: tuple[Annotation, ...]

    def __repr__(self) -> str:
        """The name and the number of annotations."""
        return f"Layer({shortened(self.name)}, {len(self.annotations)} annotations)"

    @classmethod
    def of(cls, name: str, annotations: Iterable[Annotation]) -> Layer:
        """A layer of ``annotations`` in the order of the text."""
        return cls(name, tuple(in_order(annotations)))


def digest(text: str) -> str:
    """The SHA-256 of a text in hexadecimal; lone surrogates count as their own three bytes."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


_LISTED_CHARACTERS = 100


def _listed(names: list[str]) -> str:
    """As many of the names as there is room for, and how many more there are."""
    kept: list[str] = []
    for name in names:
        if sum(map(len, kept)) + 2 * len(kept) + len(name) > _LISTED_CHARACTERS:
            return ", ".join([*kept, f"{len(names) - len(kept)} more"])
        kept.append(name)
    return ", ".join(kept)


def _id(thing: Annotation | str) -> str:
    return thing if isinstance(thing, str) else thing.id


def _start(token: Token) -> int:
    return token.span.start


def _end(token: Token) -> int:
    return token.span.end


@attrs.frozen(kw_only=True, repr=False)
class Document:
    """An article and everything known about it; every change produces a new document.

    Offsets are Unicode code points into ``text``, which is never changed. Without an ``id``, the first sixteen digits
    of the text's SHA-256 are used. Layers and sources are sorted, so that equal content compares equal; failures
    are kept in the order in which they happened. ``headline`` is the title of ``meta`` as a document of its own, with
    what was found in it, such as figures; None where nothing was.
    """

    text: str
    id: str = attrs.field()
    meta: Meta = Meta()
    layers: tuple[Layer, ...] = ()
    sources: tuple[Source, ...] = ()
    failures: tuple[Failure, ...] = ()
    headline: Document | None = None

    @id.default
    def _from_text(self) -> str:
        return digest(self.text)[:16]

    def __repr__(self) -> str:
        """Id, beginning of the text and layers with their counts, in under 300 characters whatever the size."""
        layers = [f"{layer.name} {len(layer.annotations)}" for layer in self.layers]
        parts = [f"id={shortened(self.id)}", f"text={shortened(self.text, 60)}", f"layers=[{_listed(layers)}]"]
        failures = [f"failures={len(self.failures)}"] if self.failures else []
        return f"Document({', '.join([*parts, *failures])})"

    def has(self, layer: str) -> bool:
        """Whether the document has a layer of that name, even an empty one."""
        return any(item.name == layer for item in self.layers)

    def layer(self, name: str) -> tuple[Annotation, ...]:
        """The annotations of one layer; raises ``LayerError`` when the document has none of that name."""
        for item in self.layers:
            if item.name == name:
                return item.annotations
        known = ", ".join(item.name for item in self.layers) or "none"
        raise LayerError(f"the document has no layer {name!r} (it has: {known}).")

    def get(self, name: str) -> tuple[Annotation, ...]:
        """The annotations of one layer, empty when the document has none of that name."""
        return self.layer(name) if self.has(name) else ()

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences, in the order of the text."""
        return cast("tuple[Sentence, ...]", self.get("sentences"))

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words, in the order of the text; heads are indices into this tuple."""
        return cast("tuple[Token, ...]", self.get("tokens"))

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The mentions, in the order of the text."""
        return cast("tuple[Mention, ...]", self.get("mentions"))

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The entities, in the order of their first mention."""
        return cast("tuple[Entity, ...]", self.get("entities"))

    @property
    def attributions(self) -> tuple[Attribution, ...]:
        """The attributions that the backend found, in the order of the text."""
        return cast("tuple[Attribution, ...]", self.get("attributions"))

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The quotes, in the order of the text."""
        return cast("tuple[Quote, ...]", self.get("quotes"))

    @property
    def numbers(self) -> tuple[NumberClaim, ...]:
        """The number claims, in the order of the text."""
        return cast("tuple[NumberClaim, ...]", self.get("numbers"))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What a comparison with sources says of the text's quotations and figures, in the order of the text."""
        return cast("tuple[Finding, ...]", self.get("findings"))

    @overload
    def find(self, annotation_id: str) -> Annotation | None: ...

    @overload
    def find(self, annotation_id: str, kind: type[Kind]) -> Kind | None: ...

    def find(self, annotation_id: str, kind: type[Annotation] = Annotation) -> Annotation | None:
        """The annotation with that id, of the type ``kind`` where one is given, or None."""
        every = (item for layer in self.layers for item in layer.annotations)
        return next((item for item in every if item.id == annotation_id and isinstance(item, kind)), None)

    def entity(self, entity_id: str) -> Entity:
        """The entity with that id; raises ``UnknownIdError`` (a ``KeyError``) when there is none."""
        found = next((item for item in self.entities if item.id == entity_id), None)
        if found is None:
            raise UnknownIdError(f"the document has no entity {entity_id!r}.", hint="See the ids in doc.entities.")
        return found

    def mentions_of(self, entity: Entity | str) -> tuple[Mention, ...]:
        """The mentions of an entity, or of the one with that id, in the order of the text."""
        return tuple(item for item in self.mentions if item.entity == _id(entity))

    def quotes_of(self, speaker: Entity | str) -> tuple[Quote, ...]:
        """The quotes that an entity, or the one with that id, says, alone or with others, in the order of the text."""
        wanted = _id(speaker)
        return tuple(
            item for item in self.quotes if item.speaker and wanted in (item.speaker.entity, *item.speaker.others)
        )

    def numbers_of(self, speaker: Entity | str) -> tuple[NumberClaim, ...]:
        """The figures that an entity, or the one with that id, states, in the order of the text."""
        return tuple(item for item in self.numbers if item.speaker and item.speaker.entity == _id(speaker))

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The words that share at least one code point with ``span``; for many spans use ``newsparse.syntax.Index``."""
        tokens = self.tokens
        first = bisect_right(tokens, span.start, key=_end)
        return tokens[first : bisect_left(tokens, span.end, lo=first, key=_start)]

    def cut(self, span: Span) -> str:
        """The words at ``span``; raises ``SpanError`` outside the text."""
        return span.cut(self.text)

    def _repr_html_(self) -> str:
        """The view of the article that notebooks show."""
        from newsparse.view import fragment

        return fragment(self)

    def to_dict(self, layers: Iterable[str] | None = None) -> dict[str, Any]:
        """What ``newsparse.dumps`` writes, as dictionaries, lists, strings and numbers: for web services and tables.

        ``layers`` are the names of those to keep (by default all); names of others are passed over. Raises as ``dumps``
        does.
        """
        from newsparse.serial import dumps

        names = None if layers is None else frozenset(layers)
        kept = tuple(layer for layer in self.layers if names is None or layer.name in names)
        plain: dict[str, Any] = json.loads(dumps(attrs.evolve(self, layers=kept)))
        return plain

    def with_layer(self, name: str, annotations: Iterable[Annotation]) -> Document:
        """A document with that layer added or replaced."""
        rest = [item for item in self.layers if item.name != name]
        layers = sorted([*rest, Layer.of(name, annotations)], key=lambda item: item.name)
        return attrs.evolve(self, layers=tuple(layers))

    def with_source(self, source: Source) -> Document:
        """A document that names ``source`` among those that made it, in place of an older one of the same id."""
        rest = [item for item in self.sources if item.id != source.id]
        return attrs.evolve(self, sources=tuple(sorted([*rest, source], key=lambda item: item.id)))

    def with_failure(self, failure: Failure) -> Document:
        """A document that records ``failure``."""
        return attrs.evolve(self, failures=(*self.failures, failure))
