"""What speakers tell that somebody else says, or that they thought another time, without a verb that leads to it."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "inner", "name"),
    [
        (
            "Ada Brook recounted that, according to Tom Varga, the boat had sunk before noon.",
            "the boat had sunk before noon",
            "Tom Varga",
        ),
        (
            "Ada Brook said that according to the report nobody was hurt in the fire.",
            "nobody was hurt in the fire",
            "the report",
        ),
        ("“So then I thought, maybe a boat made of bone,” said Ada Brook.", "maybe a boat made of bone", "Ada Brook"),
        ("“And I asked, where is everybody,” said Ada Brook.", "where is everybody", "Ada Brook"),
    ],
)
def test_it_is_a_quote_inside(said, text, inner, name):
    ((words,), speaker) = said(text)[-1]
    assert (words.rstrip(",?."), speaker) == (inner, name)


@pytest.mark.parametrize(
    "text",
    [
        "“The quay is safe, according to the engineers, and it will open in May,” said Ada Brook.",
        "“I think, above all, of the sailors,” said Ada Brook.",
        "Ada Brook said that the boats were sold according to their size.",
    ],
)
def test_what_a_speaker_says_now_is_one_quote(said, text):
    assert len(said(text)) == 1
