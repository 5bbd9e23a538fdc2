"""sayswho's quote finder (https://github.com/afriedman412/sayswho): direct quotes, without its coreference step.

The text goes through its own preparation, as in its class: paragraphs are stripped and blank lines dropped, pairs of
apostrophes become quotation marks, blanks, an "x" after plural possessives and closing marks are added.
"""

from __future__ import annotations

from newsparse.model import Document
from newsparse.model.annotation import distinct
from newsparse.specs import Annotate, SystemSpec
from newsparse_bench.systems.aligning import Way, way
from newsparse_bench.systems.system import SMALL, extra, needed, one_by_one, spacy_small
from newsparse_bench.systems.textacy import quoted


def make() -> Annotate:
    """The finder over spaCy's small model."""
    finder, helpers, pipeline = needed("sayswho.quote_finder"), needed("sayswho.helpers"), spacy_small()

    def annotate(document: Document) -> Document:
        text = document.text
        prepared = helpers.prep_text_for_quote_detection(text)
        back = prepared_way(prepared, text).back
        found = [quoted(text, back, item) for item in finder.quote_finder(pipeline(prepared))]
        return document.with_layer("quotes", distinct(quote for quote in found if quote))

    return one_by_one(annotate)


def prepared_way(prepared: str, text: str) -> Way:
    """The way from the prepared text back, line by line; raises ``ValueError`` where lines do not pair."""
    origins: list[int | None] = []
    start = 0
    lines: list[tuple[int, str]] = []
    for line in text.split("\n"):
        if line:
            lines.append((start, line))
        start += len(line) + 1
    for (base, line), changed in zip(lines, prepared.split("\n"), strict=True):
        origins += [*way(changed, line).moved(base).origins, None]
    return Way(origins)


SAYSWHO = SystemSpec(
    name="sayswho",
    summary="direct quotations by rules over spaCy",
    tasks=("quotes",),
    distributions=("sayswho", *SMALL),
    make=make,
    hint=extra("quotes"),
)
