"""What is no quote inside another, because the speaker says it now."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "“And I’m telling you, the quay is going to sink,” said Ada Brook.",
        "“I refuse to let the sea destroy me,” said Ada Brook.",
        "“We decline to pay for the quay,” said Ada Brook.",
    ],
)
def test_what_a_speaker_says_now_is_no_quote_inside_another(inner, text):
    assert inner(text) == []
