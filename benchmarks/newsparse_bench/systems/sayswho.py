"""sayswho's quote finder (https://github.com/afriedman412/sayswho): direct quotes, without its coreference step.

It raises on the token of a blank line, so line ends are given to it as single ones, at the same offsets.
"""

from __future__ import annotations

from newsparse.model import Document
from newsparse.model.annotation import distinct
from newsparse_bench.systems.system import Annotate, System, needed, one_by_one, spacy_small
from newsparse_bench.systems.textacy import quoted


def make() -> Annotate:
    """The finder over spaCy's small model."""
    finder, pipeline = needed("sayswho.quote_finder"), spacy_small()

    def annotate(document: Document) -> Document:
        text = document.text
        found = finder.quote_finder(pipeline(text.replace("\n\n", " \n")))
        return document.with_layer("quotes", distinct([q for item in found if (q := quoted(text, 0, item))]))

    return one_by_one(annotate)


SAYSWHO = System("sayswho", "direct quotations by rules over spaCy", ("quotes",), "sayswho", make, "quotes")
