"""What somebody wants or feels, in what somebody else says of them."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("“He wants to win by fear,” said Ada Brook of Tom Varga.", "to win by fear"),
        ("Ada Brook said the sailors wanted to send a message to the mayor.", "to send a message to the mayor"),
        ("Ada Brook says the town is poor, and the sailors felt it was time to act.", "it was time to act"),
    ],
)
def test_what_somebody_wants_or_feels_is_a_quote_in_what_others_say(said, text, piece):
    assert piece in [fragment for pieces, _ in said(text) for fragment in pieces]


@pytest.mark.parametrize(
    "text",
    [
        "“They will hear from us if he wants to stay,” said Ada Brook.",
        "“I want to stay and fight for the quay,” said Ada Brook.",
        "“It is what you want to hear from everybody,” said Ada Brook.",
        "Ada Brook said that those who want to leave the town should do it now.",
    ],
)
def test_what_somebody_may_want_is_no_quote_in_what_others_say(said, text):
    assert len(said(text)) == 1
