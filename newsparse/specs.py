"""The frozen records that plugins hand over, and the protocols of what those records build."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, Protocol, runtime_checkable

import attrs

from newsparse.model import Annotation, Document, Layer

API = 1
"""The version of these records; a plugin that says another one is refused with a clear error."""

ASPECTS = frozenset({"tags", "trees"})
"""What a backend is asked for like a layer, but gives as fields of the tokens."""

Joins = Literal["lines", "paragraphs", "array"]


def _names(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(values)


NAME = attrs.validators.matches_re(r"[a-z][a-z0-9-]*")


@runtime_checkable
class Extractor(Protocol):
    """Reads a document's layers and gives annotations."""

    def extract(self, document: Document) -> Iterable[Annotation]:
        """The annotations found in ``document``; their kinds decide their layers. May raise: the rest goes on."""


@runtime_checkable
class Backend(Protocol):
    """Turns raw text into layers of language analysis."""

    def analyse(self, texts: Sequence[str]) -> Sequence[Sequence[Layer]]:
        """The layers of each text, in the order of the texts."""


@attrs.frozen(kw_only=True)
class ExtractorSpec:
    """An extractor on offer.

    ``make`` builds it from an instance of ``config`` (an attrs class; None when there is nothing to set: ``make`` then
    takes no argument). ``provides``, ``requires`` and ``uses`` name layers: made, needed, and read when there.
    ``languages`` are ISO 639-1 codes, empty for all.
    """

    name: str = attrs.field(validator=NAME)
    summary: str
    make: Callable[..., Extractor]
    config: type | None = None
    provides: tuple[str, ...] = attrs.field(converter=_names)
    requires: tuple[str, ...] = attrs.field(default=(), converter=_names)
    uses: tuple[str, ...] = attrs.field(default=(), converter=_names)
    languages: tuple[str, ...] = attrs.field(default=(), converter=_names)
    api: int = API


@attrs.frozen(kw_only=True)
class KindSpec:
    """A kind of annotation: its type, and the name of the layer that holds it."""

    type: type[Annotation]
    layer: str = attrs.field(validator=NAME)
    api: int = API


@attrs.frozen(kw_only=True)
class BackendSpec:
    """A language analysis on offer.

    ``make(language, layers, **options)`` builds it; ``layers`` are those that some extractor requires or uses, the only
    ones that need computing. ``provides`` names the layers that it can give; ``model`` is its model's SHA-256 or None.
    """

    name: str = attrs.field(validator=NAME)
    summary: str
    make: Callable[..., Backend]
    provides: tuple[str, ...] = attrs.field(converter=_names)
    languages: tuple[str, ...] = attrs.field(default=(), converter=_names)
    default_for: tuple[str, ...] = attrs.field(default=(), converter=_names)
    model: str | None = None
    api: int = API


@attrs.frozen(kw_only=True)
class ReaderSpec:
    """A format of articles: ``read`` yields documents from bytes; ``suffixes`` are the file endings ('.txt')."""

    name: str = attrs.field(validator=NAME)
    summary: str
    read: Callable[[bytes, str], Iterable[Document]]
    suffixes: tuple[str, ...] = attrs.field(default=(), converter=_names)
    api: int = API


@attrs.frozen(kw_only=True)
class WriterSpec:
    """A format of results: ``write`` gives the text of one document; ``joins`` says how documents follow each other.

    "lines" puts a line end after each, "paragraphs" also a blank line between two, "array" makes several a JSON array.
    """

    name: str = attrs.field(validator=NAME)
    summary: str
    write: Callable[[Document], str]
    joins: Joins = "lines"
    api: int = API
