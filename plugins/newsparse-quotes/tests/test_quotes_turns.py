"""Whose turn it is: which attributions are believed, and which sources."""

from __future__ import annotations

import pytest

from newsparse.model import Span
from newsparse_quotes.drafts import Draft
from newsparse_quotes.marks import Outer, stretches
from newsparse_quotes.turns import is_doubtful

TEXT = "The quay “sank at dawn.” It rained."
PLAIN, MARKED, SOURCE = Span(25, 34), Span(10, 22), Span(0, 8)
CASES = [
    ("no source and a doubtful model", PLAIN, None, "attribution-model", 0.6, True),
    ("no source and a sure model", PLAIN, None, "attribution-model", 0.9, False),
    ("the verb above, no marks", PLAIN, SOURCE, "governor", 0.9, True),
    ("the verb above, in marks", MARKED, SOURCE, "governor", 0.6, False),
    ("its own subject", PLAIN, SOURCE, "subject", 0.6, False),
    ("no model", PLAIN, None, "speech-verb", None, False),
]


@pytest.mark.parametrize(
    ("content", "source", "rule", "confidence", "doubtful"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_an_attribution_is_doubted_without_marks_and_without_a_good_source(content, source, rule, confidence, doubtful):
    draft = Draft([content], None, source, rule, confidence)
    assert is_doubtful(draft, Outer(stretches(TEXT))) == doubtful
