"""What somebody wants or feels, in what somebody else says of them."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("“He wants to win by fear,” said Ada Brook of Tom Varga.", "to win by fear"),
        ("Ada Brook said the sailors wanted to send a message to the mayor.", "to send a message to the mayor"),
        ("Ada Brook says the town is poor, and the sailors felt it was time to act.", "it was time to act"),
        ("It was said by Ada Brook that Tom Varga had wanted to help the sailors.", "to help the sailors"),
        ("“From the start, Tom Varga has offered to pay for the lamps,” said Ada Brook.", "to pay for the lamps"),
        ("Ada Brook said the owners had declined to take part in the debate.", "to take part in the debate"),
        ("Ada Brook said the owners were considering filing an appeal.", "filing an appeal"),
        ("Ada Brook said on Monday she had considered leaving the board.", "leaving the board"),
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
        "Ada Brook said the owners had declined to comment.",
        "“They just don’t want to race against her,” said Ada Brook.",
        "“The owners may need to consider selling the quay,” said Ada Brook.",
        "Ada Brook said the quay offers room for a hundred boats.",
        "Ada Brook said she considered the quay.",
    ],
)
def test_what_somebody_may_want_is_no_quote_in_what_others_say(said, text):
    assert len(said(text)) == 1
