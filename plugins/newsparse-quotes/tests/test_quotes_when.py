"""When a quote was said: the date that depends on its cue, and the days that it means."""

from __future__ import annotations

import attrs
import pytest

from newsparse.model import Layer, Meta, Quote
from newsparse.testing import attributed, parsed
from newsparse_quotes import Quotes

SAID = [
    ("Brook", "PROPN", "nsubj", 1),
    ("said", "VERB", "root", 1),
    ("on", "ADP", "case", 3),
    ("Tuesday", "PROPN", "obl", 1),
    ("the", "DET", "det", 5),
    ("quay", "NOUN", "nsubj", 6),
    ("sank", "VERB", "ccomp", 1),
    (".", "PUNCT", "punct", 1),
]
INSIDE = [
    ("Brook", "PROPN", "nsubj", 1),
    ("said", "VERB", "root", 1),
    ("the", "DET", "det", 3),
    ("quay", "NOUN", "nsubj", 4),
    ("sank", "VERB", "ccomp", 1),
    ("on", "ADP", "case", 6),
    ("Tuesday", "PROPN", "obl", 4),
    (".", "PUNCT", "punct", 1),
]
FURTHER = [
    ("Brook", "PROPN", "nsubj", 1),
    ("told", "VERB", "root", 1),
    ("a", "DET", "det", 3),
    ("meeting", "NOUN", "obj", 1),
    ("on", "ADP", "case", 5),
    ("Tuesday", "PROPN", "nmod", 3),
    ("the", "DET", "det", 7),
    ("quay", "NOUN", "nsubj", 8),
    ("sank", "VERB", "ccomp", 1),
    (".", "PUNCT", "punct", 1),
]
OTHER = [
    ("Brook", "PROPN", "nsubj", 4),
    ("elected", "VERB", "acl", 0),
    ("on", "ADP", "case", 3),
    ("Tuesday", "PROPN", "obl", 1),
    ("said", "VERB", "root", 4),
    ("the", "DET", "det", 6),
    ("quay", "NOUN", "nsubj", 7),
    ("sank", "VERB", "ccomp", 4),
    (".", "PUNCT", "punct", 4),
]
CASES = [
    ("of the cue", SAID, "said", "the quay sank", "on Tuesday", "2024-05-14"),
    ("of what hangs on the cue", FURTHER, "told", "the quay sank", "on Tuesday", "2024-05-14"),
    ("in the content", INSIDE, "said", "the quay sank on Tuesday", None, None),
    ("of another verb", OTHER, "said", "the quay sank", None, None),
]


@pytest.mark.parametrize(("rows", "cue", "content", "when", "day"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_a_date_that_depends_on_the_cue_says_when_it_was_said(rows, cue, content, when, day):
    document = attrs.evolve(parsed(rows), meta=Meta(published="2024-05-16"))
    attribution = attributed(document.text, "Brook", cue, content, confidence=0.99)
    document = attrs.evolve(document, layers=(*document.layers, Layer.of("attributions", [attribution])))
    (quote,) = (item for item in Quotes().extract(document) if isinstance(item, Quote))
    assert (quote.when and quote.when.text, quote.period and str(quote.period)) == (when, day)
