"""The quote extractor of the Gender Gap Tracker (Asr et al., PLOS ONE 2021), in English, over spaCy's small model.

Quotes by spaCy's trees, "according to", and quotation marks with the nearest verb. The text goes through its own
preparation, as in its pipeline: accents are removed, lines end with a full stop, double marks are straight. Its authors
use spaCy 2.1 and the large model, which are not on PyPI together. ``NEWSPARSE_GGT`` names a checkout of
https://github.com/sfu-discourse-lab/GenderGapTracker.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from newsparse.model import Document, Quote, Speaker
from newsparse.model.annotation import distinct
from newsparse.specs import Annotate, SystemSpec
from newsparse_bench.forms import form
from newsparse_bench.systems.aligning import Way, way
from newsparse_bench.systems.checkouts import Checkout
from newsparse_bench.systems.passages import passage
from newsparse_bench.systems.system import SMALL, needed, one_by_one, spacy_small

GGT_CHECKOUT = Checkout(
    name="ggt",
    variable="NEWSPARSE_GGT",
    home="https://github.com/sfu-discourse-lab/GenderGapTracker",
    first="nlp/english/quote_extractor.py",
    inside="nlp/english",
)
VERBS = "rules/quote_verb_list.txt"
Found = Mapping[str, Any]
"""One of its quotes: words and places, these written as ``(start,end)``."""


def make() -> Annotate:
    """Its extractor over spaCy's small model; raises ``SystemMissingError``."""
    helpers, extractor, pipeline = _engine()

    def annotate(document: Document) -> Document:
        text = document.text
        prepared = helpers.preprocess_text(text)
        back = prepared_way(prepared, text)
        found = (converted(text, back, item) for item in extractor.extract_quotes(pipeline(prepared)))
        return document.with_layer("quotes", distinct(quote for quote in found if quote))

    return one_by_one(annotate)


def _engine() -> tuple[Any, Any, Any]:
    """Its helpers, its extractor and the pipeline. The folder of log files that it makes on import is left out."""
    pipeline = spacy_small()
    with GGT_CHECKOUT.importing("utils", "quote_extractor"):
        helpers = needed("utils")
        helpers.create_logger = _logger
        rules = needed("quote_extractor")
    verbs = str(GGT_CHECKOUT.folder() / VERBS)
    return helpers, rules.QuoteExtractor({"spacy_lang": pipeline, "NLP": {"QUOTE_VERBS": verbs}}), pipeline


def _logger(name: str, **_options: Any) -> logging.Logger:
    return logging.getLogger(name)


def prepared_way(prepared: str, text: str) -> Way:
    """The way from the prepared text back, line by line; raises ``ValueError`` where lines do not pair."""
    origins: list[int | None] = []
    start = 0
    for changed, line in zip(prepared.split("\n"), text.split("\n"), strict=True):
        origins += [*way(changed, line).moved(start).origins, None]
        start += len(line) + 1
    return Way(origins)


def converted(text: str, back: Way, item: Found) -> Quote | None:
    """One of its quotes as a quote of ``text``, the quotation marks left out; None for one without words."""
    keys = ("quote_index", "speaker_index", "verb_index")
    content, speaker, cue = (passage(text, _place(back, item[key])) for key in keys)
    if content is None:
        return None
    named = Speaker(name=speaker.text, mention=speaker) if speaker else None
    span = content.span
    return Quote.make(text, span, fragments=(span,), form=form(text, span), speaker=named, cue=cue)


def _place(back: Way, index: str) -> tuple[int, int] | None:
    """The place in the text of one in the prepared text; None for an empty one: that is what it did not find."""
    start, _, end = index.strip("()").partition(",")
    return back.back(int(start), int(end)) if end and int(start) < int(end) else None


def facts() -> dict[str, str]:
    """The digest of its code and word lists."""
    return GGT_CHECKOUT.facts("quote_extractor.py", "utils.py", VERBS)


GGT = SystemSpec(
    name="ggt",
    summary="quotes by rules over spaCy's trees, from the Gender Gap Tracker",
    tasks=("quotes",),
    distributions=(*SMALL, "pymongo"),
    make=make,
    facts=facts,
    hint="benchmarks/peers.txt says how to get it, and what it needs.",
)
