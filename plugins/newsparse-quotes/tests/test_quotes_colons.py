"""Words in marks behind a colon, and a clause behind them that says who says them."""

from __future__ import annotations

import pytest

SAID_BEHIND = [
    ("KELBY: “It sinks,” said Ada Brook.", "It sinks,", "Ada Brook"),
    ("Kelby: “It sinks,” Ada Brook said.", "It sinks,", "Ada Brook"),
    (
        "LOWMERE: “We will not sign the agreement until the harbour is safe,” the minister, Ada Brook, told reporters.",
        "We will not sign the agreement until the harbour is safe,",
        "Ada Brook",
    ),
    (
        "NEW KELBY: “This is the worst storm in 40 years,” Tom Varga, a fisherman, said as he looked at his boat.",
        "This is the worst storm in 40 years,",
        "Tom Varga",
    ),
    ("Lowmere: “The harbour is safe,” said Ada Brook, who leads the port.", "The harbour is safe,", "Ada Brook"),
    ("Tom Varga: “It sinks,” he said.", "It sinks,", "Tom Varga"),
    ("Ada Brook: “It sinks,” said Tom Varga.", "It sinks,", "Tom Varga"),
]
SAID_BEFORE = [
    ("Ada Brook: “It sinks!” Tom Varga said nothing.", "Ada Brook"),
    ("Ada Brook: “It sinks.” Tom Varga said that the quay was safe.", "Ada Brook"),
    ("Ada Brook: “The quay will sink before the spring.”", "Ada Brook"),
    ("Ada Brook: “The quay sinks,” which Tom Varga said was wrong.", "Ada Brook"),
    ("Ada Brook: “The quay sinks,” a view that Tom Varga said was wrong.", "Ada Brook"),
]


def spoken(pipeline, text):
    return [(quote.text, quote.speaker and quote.speaker.name) for quote in pipeline(text).quotes]


@pytest.mark.parametrize(("text", "words", "speaker"), SAID_BEHIND)
def test_a_clause_behind_the_words_goes_before_the_name_before_the_colon(pipeline, text, words, speaker):
    assert spoken(pipeline, text) == [(words, speaker)]


@pytest.mark.parametrize(("text", "speaker"), SAID_BEFORE)
def test_what_says_something_else_leaves_them_to_the_name_before_the_colon(pipeline, text, speaker):
    assert spoken(pipeline, text)[0][1] == speaker
