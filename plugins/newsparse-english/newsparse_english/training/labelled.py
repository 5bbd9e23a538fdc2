"""Reads labelled articles (JSON lines of newsparse) into the form of the corpora.

The labels decide which names and attributions there are. Where the two schemes set boundaries differently, those
of the corpora are kept, so that the model sees one convention: contents include their quotation marks and "that",
sources and cues the whole phrase that the model found before training. The model also fills in the classes of names
that the articles do not label (dates, amounts of money).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import attrs

from newsparse.errors import DataMissingError
from newsparse.host import Host
from newsparse.model import Document, Quote
from newsparse.serial import load_jsonl
from newsparse_english.decode import Run
from newsparse_english.model import Analysis, Model
from newsparse_english.tokens import tokenize
from newsparse_english.training.corpora import Event, Example, Place, Spans, attributed, within

BEFORE = re.compile(r"(?:\bthat\s+)?[\"'\u201c\u2018`]{0,2}$")
"""What belongs to a content in PolNeAR from the text before it."""

AFTER = re.compile(r"[,.!?]?[\"'\u201d\u2019]{1,2}")
"""What belongs to a content in PolNeAR from the text after it."""


def labelled(paths: Iterable[Path], model: Model) -> list[Example]:
    """The articles in ``paths``, files of JSON lines; ``model`` gives what the labels leave open.

    Raises ``DataMissingError`` for a missing file, ``SchemaError`` for one that cannot be read.
    """
    documents = [document for path in paths for document in _documents(path)]
    found = model.analyse([document.text for document in documents], {"mentions", "attributions"})
    classes = {mention.label for document in documents for mention in document.mentions}
    return [_example(document, analysis, classes) for document, analysis in zip(documents, found, strict=True)]


def _documents(path: Path) -> Iterator[Document]:
    if not path.is_file():
        raise DataMissingError(f"no such file: {path}.", hint="Give JSON lines of labelled articles.")
    with path.open(encoding="utf-8") as stream:
        yield from load_jsonl(stream, registry=Host.discover().kinds, name=path.name)


def _example(document: Document, analysis: Analysis, classes: set[str]) -> Example:
    outermost = outer(document.quotes)
    events: list[Event] = []
    nested: list[Event] = []
    for quote in document.quotes:
        (events if quote in outermost else nested).append(_event(document.text, quote, analysis))
    example = attributed("labelled", document.text, events)
    inside = attributed("labelled", document.text, nested)
    example = attrs.evolve(example, inner=inside.roles)
    if not document.has("quotes"):
        example = attrs.evolve(example, roles=None, links=None, inner=None)
    entities = _entities(document, analysis, classes) if document.has("mentions") else None
    return attrs.evolve(example, name=document.id or example.name, entities=entities)


def outer(quotes: Sequence[Quote]) -> list[Quote]:
    """The quotes that do not lie inside another one, since a word has only one role."""
    pieces = [(piece, quote) for quote in quotes for piece in quote.fragments]
    return [
        quote
        for quote in quotes
        if not any(
            other is not quote and len(piece) > len(own) and piece.covers(own)
            for own in quote.fragments
            for piece, other in pieces
        )
    ]


def _event(text: str, quote: Quote, analysis: Analysis) -> Event:
    content = [_with_marks(text, piece.start, piece.end) for piece in quote.fragments]
    cue = [(quote.cue.span.start, quote.cue.span.end)] if quote.cue else []
    mention = quote.speaker.mention if quote.speaker else None
    source = [(mention.span.start, mention.span.end)] if mention else []
    cues = [run for item in analysis.attributions for run in item.cue]
    sources = [run for item in analysis.attributions for run in item.source]
    cue = [widened(place, [*content, *source], cues, analysis) for place in cue]
    source = [widened(place, [*content, *cue], sources, analysis) for place in source]
    return {"Source": source, "Cue": cue, "Content": content}


def _with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    blank = max(0, text.rfind(" ", 0, start))
    before = BEFORE.search(text, text.rfind(" ", 0, blank) + 1, start)
    after = AFTER.match(text, end)
    return start - (len(before.group()) if before else 0), after.end() if after else end


def widened(place: Place, closed: Spans, runs: Iterable[Run], analysis: Analysis) -> Place:
    """``place`` with the rest of the run that the model found there, up to the nearest of the spans in ``closed``."""
    words = analysis.words
    for run in runs:
        start, end = words[run.first].start, words[run.last - 1].end
        if start < place[1] and place[0] < end:
            low = max([start, *(b for _, b in closed if b <= place[0])])
            high = min([end, *(a for a, _ in closed if a >= place[1])])
            return min(low, place[0]), max(high, place[1])
    return place


def _entities(document: Document, analysis: Analysis, classes: set[str]) -> list[str]:
    words = tokenize(document.text)
    tags = ["O"] * len(words)
    for mention in document.mentions:
        if mention.form == "named":
            _mark(tags, within(words, mention.span.start, mention.span.end), mention.label)
    for run in analysis.mentions:
        if run.label not in classes and _is_free(tags, run):
            _mark(tags, range(run.first, run.last), run.label)
    return tags


def _is_free(tags: Sequence[str], run: Run) -> bool:
    return all(tag == "O" for tag in tags[run.first : run.last])


def _mark(tags: list[str], indices: Iterable[int], label: str) -> None:
    for count, index in enumerate(indices):
        tags[index] = ("I-" if count else "B-") + label
