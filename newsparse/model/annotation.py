"""What all annotations share: an id, a span that can be checked, the words, where it came from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar, Self, TypeVar

import attrs

from newsparse.errors import AnnotationError
from newsparse.model.span import Span, envelope


@attrs.frozen
class Passage:
    """A span together with its words: ``text == document.text[span.start:span.end]``."""

    span: Span
    text: str

    @classmethod
    def at(cls, text: str, start: int, end: int) -> Passage:
        """The passage of ``text`` from ``start`` to ``end``; raises ``SpanError`` when it lies outside."""
        span = Span(start, end)
        return cls(span, span.cut(text))

    def __str__(self) -> str:
        """The words alone."""
        return self.text


@attrs.frozen(kw_only=True)
class Annotation:
    """A statement about one place in a document.

    ``id`` is ``kind:start-end``, with ``.2``, ``.3`` ... for a tie; it depends on the text alone.
    ``text`` is the surface of ``pieces()``, joined by one space where there are several.
    ``origin`` is the id of the ``Source`` that made it; ``confidence`` is a number in 0..1 that a model gave, or None.
    Subclasses set ``KIND`` and ``SCHEMA`` (the version of their fields on the wire).
    """

    KIND: ClassVar[str] = "annotation"
    SCHEMA: ClassVar[int] = 1

    id: str
    span: Span
    text: str
    origin: str | None = None
    confidence: float | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a confidence that is not a probability, and pieces outside the envelope."""
        if self.confidence is not None and not 0 <= self.confidence <= 1:
            raise AnnotationError(f"{self.id}: confidence must be within 0 and 1, got {self.confidence}.")
        pieces = self.pieces()
        if pieces != (self.span,) and not all(map(self.span.covers, pieces)):
            raise AnnotationError(f"{self.id}: a fragment lies outside {self.span.start}-{self.span.end}.")

    def pieces(self) -> tuple[Span, ...]:
        """The spans whose words ``text`` holds, in order: the span itself unless the annotation is broken."""
        return (self.span,)

    @classmethod
    def make(cls, text: str, *spans: Span, **fields: Any) -> Self:
        """An annotation over ``spans`` of ``text``, with its id, envelope and words filled in.

        ``fields`` are the remaining fields of the type. Raises ``SpanError`` for a span outside the text.
        """
        whole = envelope(spans)
        words = " ".join([span.cut(text) for span in spans])
        return cls(id=f"{cls.KIND}:{whole.start}-{whole.end}", span=whole, text=words, **fields)


Kind = TypeVar("Kind", bound=Annotation)


def distinct(annotations: Iterable[Kind]) -> list[Kind]:
    """The annotations sorted by span, with ``.2``, ``.3`` ... added to ids that occur again."""
    seen: dict[str, int] = {}
    result: list[Kind] = []
    for item in sorted(annotations, key=by_span):
        count = seen[item.id] = seen.get(item.id, 0) + 1
        result.append(item if count == 1 else attrs.evolve(item, id=f"{item.id}.{count}"))
    return result


def by_span(annotation: Annotation) -> tuple[int, int, str]:
    """The order of a layer: by start, longer first, then by id."""
    return (annotation.span.start, -annotation.span.end, annotation.id)


def covering(annotations: Sequence[Annotation], span: Span) -> list[Annotation]:
    """Those of ``annotations`` that contain ``span``, in their order."""
    return [item for item in annotations if item.span.covers(span)]
