"""What somebody argues, plans or orders with a noun: "their notion that", "the council's plan to"."""

from __future__ import annotations

import pytest


@pytest.fixture
def noted(pipeline):
    """The cue and the words of each quote of a text."""

    def found(text):
        return [(q.cue.text, q.text) for q in pipeline(text).quotes if q.cue is not None]

    return found


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Ada Brook dismissed the argument that the quay would sink.", ("argument", "the quay would sink")),
        ("Ada Brook said the notion that ships talk was absurd.", ("notion", "ships talk")),
        (
            "Ada Brook said the sailors were misled by their recollection that she had blamed the storm.",
            ("recollection", "she had blamed the storm"),
        ),
        ("He gave instructions to close the quay, said Ada Brook.", ("instructions", "to close the quay")),
        ("Ada Brook said the crew had ignored orders to leave the boat.", ("orders", "to leave the boat")),
    ],
)
def test_what_a_noun_attributes_is_a_quote_in_what_others_say(noted, text, quote):
    assert quote in noted(text)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The march is an answer to the council’s plan to close the quay.", ("plan", "to close the quay")),
        ("Sailors have been joining the Greens in their calls to repeal the tax.", ("calls", "to repeal the tax")),
    ],
)
def test_a_plan_of_somebody_is_a_quote(noted, text, quote):
    assert quote in noted(text)


@pytest.mark.parametrize(
    "text",
    [
        "The council's power to close the quay is old.",
        "Ada Brook praised Lund Lines for its commitment to mending the quay.",
        "Ada Brook said he had shown his commitment to mending the quay.",
        "The town cannot meet the nation's demand for the lamp.",
        "Ada Brook said the crew followed instructions at the quay.",
        "Ada Brook said the crew read the instructions aloud and left to have lunch.",
    ],
)
def test_other_nouns_are_no_cues(noted, text):
    cues = {cue for cue, _ in noted(text)}
    assert cues.isdisjoint({"power", "demand", "instructions", "commitment"})
