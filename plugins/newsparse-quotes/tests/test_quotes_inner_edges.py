"""Where quotes inside others begin."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "“The charter tells the town that if it waits at the quay, the sea will forgive it,” said Ada Brook.",
            ("tells", "if it waits at the quay, the sea will forgive it"),
        ),
        (
            "“My father told me that when the quay sank, nobody cared,” said Ada Brook.",
            ("told", "when the quay sank, nobody cared"),
        ),
        (
            "Ada Brook said the owners had promised that, if it sank, they would pay.",
            ("promised", "if it sank, they would pay"),
        ),
        ("“I told you that the quay would sink,” said Ada Brook.", ("told", "the quay would sink")),
        ("“I refused to sell the quay,” said Ada Brook.", ("refused", "to sell the quay")),
    ],
)
def test_a_clause_inside_a_quote_is_whole(inner, text, quote):
    assert inner(text) == [quote]
