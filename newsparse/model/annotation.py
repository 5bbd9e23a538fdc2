"""What all annotations share: an id, a span that can be checked, the words, where it came from."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from operator import attrgetter, lt
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


_REPR_CHARACTERS = 280
_SHOWN = frozenset(["id", "span", "text"])


def shortened(value: object, most: int = 40) -> str:
    """The ``repr`` of a value in at most ``most`` characters."""
    shown = repr(value[: most + 1] if isinstance(value, str) else value)
    return shown if len(shown) <= most else f"{shown[: most - 1]}…"


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

    @classmethod
    def __attrs_init_subclass__(cls) -> None:
        """Kinds are shown in short too, unless they say otherwise themselves."""
        own = vars(cls).get("__repr__")
        if own is not None and own.__code__.co_filename.startswith("<attrs generated"):
            cls.__repr__ = Annotation.__repr__  # type: ignore[method-assign]

    def __repr__(self) -> str:
        """Id, words and the first of the fields that are set, in under 300 characters."""
        line = f"{type(self).__name__}({shortened(self.id)}, {shortened(self.text, 60)}"
        for field in attrs.fields(type(self)):
            value = getattr(self, field.name, None)
            plain = value is None or isinstance(value, (str, int, float, tuple))
            if field.name in _SHOWN or not field.repr or (plain and value in (None, "", field.default)):
                continue
            more = f", {field.name}={shortened(value)}"
            if len(line) + len(more) > _REPR_CHARACTERS:
                return f"{line}, …)"
            line += more
        return f"{line})"

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

        ``fields`` are the remaining fields of the type. Raises ``SpanError`` for a span outside the text, and
        ``AnnotationError`` for something else in place of a span, an unknown field and one that is missing.
        """
        try:
            whole = spans[0] if len(spans) == 1 else envelope(spans)
            words = whole.cut(text) if len(spans) == 1 else " ".join([span.cut(text) for span in spans])
            return cls(id=f"{cls.KIND}:{whole.start}-{whole.end}", span=whole, text=words, **fields)
        except (AttributeError, TypeError) as error:
            fault = _odd_span(spans) or _odd_field(cls, fields)
            if fault:
                raise AnnotationError(f"{cls.__name__}.make: {fault}.") from error
            raise


def _odd_span(spans: Sequence[object]) -> str:
    """What is given to ``make`` in place of a span; empty where nothing is."""
    odd = next((span for span in spans if not isinstance(span, Span)), None)
    return "" if odd is None else f"a span must be a Span, such as Span(0, 3), not {odd!r}"


def _odd_field(kind: type[Annotation], given: Iterable[str]) -> str:
    """Which field given to ``make`` does not exist, or which one is missing; empty where all is right."""
    fields = [field for field in attrs.fields(kind) if field.init and field.name not in ("id", "span", "text")]
    known = [field.alias for field in fields]
    unknown = [name for name in given if name not in known]
    if unknown:
        return _no_field(unknown[0], known)
    missing = [field.alias for field in fields if field.default is attrs.NOTHING and field.alias not in given]
    return f"the field {missing[0]!r} is missing" if missing else ""


def _no_field(name: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    more = f"the nearest is {near[0]!r}" if near else f"the fields are {', '.join(known)}"
    return f"there is no field {name!r} ({more})"


Kind = TypeVar("Kind", bound=Annotation)

_START = attrgetter("span.start")


def distinct(annotations: Iterable[Kind]) -> list[Kind]:
    """The annotations sorted by span, with ``.2``, ``.3`` ... added to ids that occur again."""
    seen: dict[str, int] = {}
    result: list[Kind] = []
    for item in in_order(annotations):
        count = seen[item.id] = seen.get(item.id, 0) + 1
        result.append(item if count == 1 else attrs.evolve(item, id=f"{item.id}.{count}"))
    return result


def in_order(annotations: Iterable[Kind]) -> list[Kind]:
    """The annotations sorted by span; those that are in that order already, as most are, are only compared."""
    items = list(annotations)
    starts = list(map(_START, items))
    return items if all(map(lt, starts, starts[1:])) else sorted(items, key=by_span)


def by_span(annotation: Annotation) -> tuple[int, int, str]:
    """The order of a layer: by start, longer first, then by id."""
    return (annotation.span.start, -annotation.span.end, annotation.id)


def covering(annotations: Sequence[Annotation], span: Span) -> list[Annotation]:
    """Those of ``annotations`` that contain ``span``, in their order."""
    return [item for item in annotations if item.span.covers(span)]
