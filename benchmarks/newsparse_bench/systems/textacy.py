"""textacy's direct quotations (https://textacy.readthedocs.io), paragraph by paragraph.

It raises if the number of quotation marks is odd; paragraph by paragraph, less is lost than on a whole article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from newsparse.model import Document, Passage, Quote, Span, Speaker
from newsparse.model.annotation import distinct
from newsparse.specs import Annotate, SystemSpec
from newsparse_bench.systems.paragraphs import by_paragraph
from newsparse_bench.systems.passages import inner
from newsparse_bench.systems.system import SMALL, extra, needed, one_by_one, spacy_small

Back = Callable[[int, int], "tuple[int, int] | None"]
"""From a span of the characters that spaCy saw to one of the document's text."""


def make() -> Annotate:
    """The extractor over spaCy's small model."""
    triples, pipeline = needed("textacy.extract.triples"), spacy_small()

    def annotate(document: Document) -> Document:
        text = document.text

        def work(paragraph: str, base: int) -> Iterator[Quote | None]:
            def back(start: int, end: int) -> tuple[int, int]:
                return (base + start, base + end)

            return (quoted(text, back, item) for item in triples.direct_quotations(pipeline(paragraph)))

        document, found = by_paragraph(document, "textacy", work)
        return document.with_layer("quotes", distinct(quote for quote in found if quote))

    return one_by_one(annotate)


def quoted(text: str, back: Back, item: Any) -> Quote | None:
    """The triple of content, cue and speaker as a quote of ``text``, the quotation marks left out."""
    found = back(item.content.start_char, item.content.end_char)
    span = inner(text, Span(*found)) if found else None
    if span is None:
        return None
    speaker, cue = passage(text, back, item.speaker), passage(text, back, item.cue)
    named = Speaker(name=speaker.text, mention=speaker) if speaker else None
    return Quote.make(text, span, fragments=(span,), form="direct", speaker=named, cue=cue)


def passage(text: str, back: Back, tokens: Any) -> Passage | None:
    """The words of ``text`` from the first to the last of spaCy's ``tokens``."""
    places = [(token.idx, token.idx + len(token.text)) for token in tokens or ()]
    found = back(min(a for a, _ in places), max(b for _, b in places)) if places else None
    return Passage.at(text, *found) if found else None


TEXTACY = SystemSpec(
    name="textacy",
    summary="direct quotations by rules over spaCy",
    tasks=("quotes",),
    distributions=("textacy", *SMALL),
    make=make,
    hint=extra("quotes"),
)
