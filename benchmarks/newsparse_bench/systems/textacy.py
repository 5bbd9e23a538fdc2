"""textacy's direct quotations (https://textacy.readthedocs.io), paragraph by paragraph.

On a whole article it raises wherever the number of quotation marks is odd; by paragraph less is lost.
"""

from __future__ import annotations

import re
from typing import Any

from newsparse.model import Document, Passage, Quote, Span, Speaker
from newsparse.model.annotation import distinct
from newsparse_bench.systems.system import Annotate, System, needed, one_by_one, spacy_small

PARAGRAPH = re.compile(r"[^\n]+")
OUTER = "\"'“”‘’` "


def make() -> Annotate:
    """The extractor over spaCy's small model."""
    triples, pipeline = needed("textacy.extract.triples"), spacy_small()

    def annotate(document: Document) -> Document:
        text = document.text
        quotes: list[Quote] = []
        for paragraph in PARAGRAPH.finditer(text):
            try:
                found = list(triples.direct_quotations(pipeline(paragraph[0])))
            except ValueError:  # an odd number of quotation marks
                continue
            quotes += [quote for item in found if (quote := quoted(text, paragraph.start(), item))]
        return document.with_layer("quotes", distinct(quotes))

    return one_by_one(annotate)


def quoted(text: str, base: int, item: Any) -> Quote | None:
    """The triple of content, cue and speaker as a quote, the quotation marks left out."""
    start, end = base + item.content.start_char, base + item.content.end_char
    while start < end and text[start] in OUTER:
        start += 1
    while end > start and text[end - 1] in OUTER:
        end -= 1
    if start >= end:
        return None
    speaker, cue = passage(text, base, item.speaker), passage(text, base, item.cue)
    span = Span(start, end)
    named = Speaker(name=speaker.text, mention=speaker) if speaker else None
    return Quote.make(text, span, fragments=(span,), form="direct", speaker=named, cue=cue)


def passage(text: str, base: int, tokens: Any) -> Passage | None:
    """The words from the first to the last of spaCy's ``tokens``, ``base`` characters into ``text``."""
    places = [(token.idx, token.idx + len(token.text)) for token in tokens or ()]
    if not places:
        return None
    return Passage.at(text, base + min(a for a, _ in places), base + max(b for _, b in places))


TEXTACY = System("textacy", "direct quotations by rules over spaCy", ("quotes",), "textacy", make, "quotes")
