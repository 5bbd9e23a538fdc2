"""For authors of extractors: a kind of claim of your own, found by an extractor of your own, in one file.

``python examples/plugin.py`` finds promises in what people say, and prints::

    Ada Brook promises: We will repair the quay, (1-25)

To share it, put it into a package with an entry point: the tutorial on writing a plugin shows how.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

import attrs

import newsparse
from newsparse.model import Annotation, Document
from newsparse.specs import ExtractorSpec, KindSpec

TEXT = "“We will repair the quay,” said Ada Brook, the harbour master. “Nobody was hurt,” she added."


@attrs.frozen(kw_only=True)
class Promise(Annotation):
    """Words in which somebody says what they will do; ``speaker`` is a name."""

    KIND = "promise"

    speaker: str


class Promises:
    """Quotes with "we will" or "I will" in them."""

    def extract(self, document: Document) -> Iterator[Promise]:
        """A promise for each such quote with a known speaker."""
        for quote in document.quotes:
            words = quote.text.lower()
            if quote.speaker and ("we will" in words or "i will" in words):
                yield Promise.make(document.text, quote.span, speaker=quote.speaker.name)


@newsparse.hookimpl
def newsparse_kinds() -> Iterable[KindSpec]:
    """The kind ``promise``, kept in the layer ``promises``."""
    return [KindSpec(type=Promise, layer="promises")]


@newsparse.hookimpl
def newsparse_extractors() -> Iterable[ExtractorSpec]:
    """The extractor ``promises``, which runs after the one for quotes."""
    return [
        ExtractorSpec(
            name="promises",
            summary="Promises in quotes.",
            make=Promises,
            provides=("promises",),
            requires=("quotes",),
        )
    ]


def main() -> None:
    """Run it after the extractors that it needs."""
    needed = ("newsparse.builtin", "newsparse_english.plugin", "newsparse_entities.plugin", "newsparse_quotes.plugin")
    host = newsparse.Host.of(*needed, sys.modules[__name__])
    document = newsparse.load("en", host=host)(TEXT)
    for promise in document.layer("promises"):
        print(f"{promise.speaker} promises: {promise.text} ({promise.span.start}-{promise.span.end})")


if __name__ == "__main__":
    main()
