"""What must hold of any text: nothing raises or fails, every place proves itself, and no output steers anything."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import newsparse
from newsparse.errors import NewsparseError, described
from newsparse.host import Host
from newsparse.model import Document, Layer, Mention, Span
from newsparse.pipeline import Pipeline
from newsparse.specs import BackendSpec
from newsparse.testing import FakeBackend
from newsparse.view import render
from newsparse.writers.text import write_text

STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
CODE = re.compile(r"<(style|script)>.*?</\1>", re.DOTALL)
PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
"""What JSON cannot tell from the character that it stands for: such texts are refused, as documented."""
NAMES = re.compile(r"(?:[A-Z]\w+ ?)+")
CLASSES = ("Person", "Organization", "Location", "NORP", "Date", "Money")
BATCH = 16


class _Rules(FakeBackend):
    """Sentences and words by rule, and words with capitals as names of all classes in turn."""

    def _of(self, text: str) -> list[Layer]:
        found = [Span(*match.span()) for match in NAMES.finditer(text)]
        names = [Mention.make(text, span, label=CLASSES[i % len(CLASSES)]) for i, span in enumerate(found)]
        return [*super()._of(text), Layer.of("mentions", names)] if "mentions" in self.layers else super()._of(text)


class _Plugin:
    """Offers the backend."""

    @newsparse.hookimpl
    def newsparse_backends(self) -> list[BackendSpec]:
        return [
            BackendSpec(
                name="rules",
                summary="Words by rule, and words with capitals as names.",
                make=_made,
                provides=("sentences", "tokens", "mentions"),
                languages=("en",),
                default_for=("en",),
            )
        ]


def _made(_language: str, layers: Sequence[str]) -> _Rules:
    return _Rules(layers)


def by_rules(*extractors: str) -> Pipeline:
    """These extractors, or all installed ones, on words by rule: fast, and with stranger input than a model gives."""
    modules = dict.fromkeys(offer.plugin.module for offer in Host.discover().extractors.values())
    return newsparse.load("en", extractors=extractors or None, host=Host.of("newsparse.builtin", *modules, _Plugin()))


def faults(pipeline: Pipeline, texts: Sequence[str], *, closer: bool) -> Iterator[tuple[str, str]]:
    """Each text with what is wrong with its result; ``closer`` also reads each alone, and makes pages."""
    try:
        found = list(pipeline.pipe(texts, batch_size=BATCH))
    except Exception as error:  # whatever it is, it is a finding
        yield "", f"pipe raised {described(error)}"
        return
    if [document.text for document in found] != list(texts):
        yield "", "pipe gave other documents than it was given"
    for document in found:
        yield from ((document.text, f"[{failure.code}] {failure.message}") for failure in document.failures)
        yield from ((document.text, fault) for fault in _written(document))
        if closer:
            yield from ((document.text, fault) for fault in _shown(document))
            if not PAIR.search(document.text) and pipeline(document.text) != document:
                yield document.text, "alone it is read differently than in a batch"


def _written(document: Document) -> Iterator[str]:
    """JSON is read back, which checks all places and words; a surrogate pair is refused."""
    try:
        line = newsparse.dumps(document)
        if newsparse.loads(line) != document:
            yield "it is read back differently from JSON"
        if len(line.splitlines()) != 1:
            yield "a line of JSON is not one line"
    except NewsparseError as error:
        if not PAIR.search(document.text):
            yield str(error)


def _shown(document: Document) -> Iterator[str]:
    """No character that steers is in the report, or in the page besides its own style and script."""
    page = CODE.sub("", render(document))
    for name, output in (("the report", write_text(document)), ("the page", page)):
        if steering := STEERS.search(output):
            yield f"{name} holds U+{ord(steering[0]):04X}"
