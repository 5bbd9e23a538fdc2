"""The proof that an annotation fits its text: every span inside, every word as it is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newsparse.model import Annotation, Document, Entity, Passage, Span, TitlePassage
from newsparse.serial.shapes import field_names


def faults(annotation: Annotation, text: str) -> Iterator[tuple[str, str]]:
    """What does not fit, as (path within the annotation, what is wrong): ``(".cue.text", "is 'said', ...")``."""
    outside = list(_misfits(annotation, text, ""))
    yield from outside
    if outside:
        return
    words = " ".join(span.cut(text) for span in annotation.pieces())
    if annotation.text != words:
        yield (".text", f"is {_short(annotation.text)}, but the document has {_short(words)} there")


def title_faults(document: Document) -> Iterator[tuple[str, str]]:
    """As ``faults``, of what entities have in the title; the paths begin at the document."""
    title = document.meta.title
    for index, item in enumerate(document.entities):
        for path, words in _title_words(item) if isinstance(item, Entity) else ():
            if not words.fits(title):
                there = "no title" if title is None else f"{_short(title[words.start : words.end])} there"
                yield (f"$.layers.entities[{index}]{path}", f"is {_short(words.text)}, but the document has {there}")


def _title_words(item: Entity) -> Iterator[tuple[str, TitlePassage]]:
    """The words of the title in the fields of an entity, with their paths."""
    if item.in_title is not None:
        yield ".in_title", item.in_title
    for number, held in enumerate(item.title_roles):
        yield f".title_roles[{number}].role", held.role
        if held.body is not None:
            yield f".title_roles[{number}].body", held.body


def _misfits(value: object, text: str, path: str) -> Iterator[tuple[str, str]]:
    """The spans and passages anywhere inside ``value`` that do not fit ``text``."""
    if isinstance(value, Span):
        if value.end > len(text):
            yield (path, f"ends at {value.end}, outside a text of {len(text)} characters")
    elif isinstance(value, Passage):
        yield from _passage_misfits(value, text, path)
    elif isinstance(value, (tuple, list)):
        for index, item in enumerate(value):
            yield from _misfits(item, text, f"{path}[{index}]")
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _misfits(item, text, f"{path}[{key!r}]")
    else:
        kind: type = type(value)
        for name in field_names(kind):
            yield from _misfits(getattr(value, name), text, f"{path}.{name}")


def _passage_misfits(passage: Passage, text: str, path: str) -> Iterator[tuple[str, str]]:
    if passage.span.end > len(text):
        yield from _misfits(passage.span, text, f"{path}.span")
    elif passage.text != passage.span.cut(text):
        there = _short(passage.span.cut(text))
        yield (f"{path}.text", f"is {_short(passage.text)}, but the document has {there} there")


def _short(words: str, limit: int = 40) -> str:
    return ascii(words if len(words) <= limit else words[:limit] + "...")
