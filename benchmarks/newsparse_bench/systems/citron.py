"""Citron (BBC, 2021): quotes by classifiers over spaCy's small model, which is its own choice too.

``NEWSPARSE_CITRON`` names a checkout of https://github.com/bbc/citron, ``NEWSPARSE_CITRON_MODEL`` a folder with a model
for it. Its coreference step is left out: sources are the words beside the cue, as those of the other peers.
"""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any

from newsparse.model import Document, Passage, Quote, Speaker
from newsparse.model.annotation import distinct
from newsparse.specs import Annotate, SystemSpec
from newsparse_bench.forms import form_of_all
from newsparse_bench.systems.checkouts import Checkout
from newsparse_bench.systems.passages import passage
from newsparse_bench.systems.system import SMALL, SystemMissingError, digest, needed, one_by_one, spacy_small

CITRON_CHECKOUT = Checkout(
    name="citron", variable="NEWSPARSE_CITRON", home="https://github.com/bbc/citron", first="citron/citron.py"
)
MODEL = "NEWSPARSE_CITRON_MODEL"
TRAINED = "benchmarks/peers.txt says how to train one."


def make() -> Annotate:
    """Citron with a model; raises ``SystemMissingError``."""
    engine, pipeline = _engine()

    def annotate(document: Document) -> Document:
        found = engine.get_quotes(pipeline(document.text), resolve_coreferences=False)
        quotes = (converted(document.text, item) for item in found)
        return document.with_layer("quotes", distinct(quote for quote in quotes if quote))

    return one_by_one(annotate)


def _engine() -> tuple[Any, Any]:
    """Citron with its model, and the pipeline; it reports what it loads, which is not shown."""
    folder, pipeline = model(), spacy_small()
    with CITRON_CHECKOUT.importing():
        module = needed("citron.citron")
    logging.getLogger("citron").setLevel(logging.WARNING)
    needed("spacy.tokens").Span.set_extension("probability", default=None, force=True)
    module.CoreferenceResolver = _left_out
    return module.Citron(str(folder), pipeline), pipeline


def _left_out(_folder: str) -> None:
    """In place of its coreference step, whose model need not be there."""


def converted(text: str, item: Any) -> Quote | None:
    """One of its quotes as a quote of ``text``, the quotation marks left out; None for one without words."""
    found = (_words(text, content) for content in item.contents)
    fragments = tuple(sorted(content.span for content in found if content))
    if not fragments:
        return None
    speaker = _words(text, item.sources[0])
    return Quote.make(
        text,
        *fragments,
        fragments=fragments,
        form=form_of_all(text, fragments),
        cue=_words(text, item.cue),
        speaker=Speaker(name=speaker.text, mention=speaker) if speaker else None,
    )


def _words(text: str, span: Any) -> Passage | None:
    """The words of one of spaCy's spans."""
    return passage(text, (span.start_char, span.end_char))


def model() -> Path:
    """The folder of the model; raises ``SystemMissingError`` if none is named or it is not a folder."""
    named = os.environ.get(MODEL)
    if not named or not Path(named).is_dir():
        raise SystemMissingError(f"{MODEL} does not name a folder with a model for Citron.", hint=TRAINED)
    return Path(named)


def facts() -> dict[str, str]:
    """The digests of its code and of its model."""
    code = CITRON_CHECKOUT.facts("citron/*.py")
    return code | {"model": digest(sorted(path for path in model().iterdir() if path.is_file()))}


CITRON = SystemSpec(
    name="citron",
    summary="quotes by classifiers over spaCy's trees, from the BBC",
    tasks=("quotes",),
    distributions=(*SMALL, "scikit-learn", "python-crfsuite", "CherryPy", "nltk"),
    make=make,
    facts=facts,
    hint="benchmarks/peers.txt says how to get it, and what it needs.",
)
