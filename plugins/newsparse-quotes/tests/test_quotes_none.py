"""What seems, is wanted or is only a name is no quote."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "It sometimes appeared that the quay was sinking.",
        "This shows that the quay is old.",
        "Citizens should tell the council that the quay is old.",
        "The owners need to admit that the quay is old.",
        "She owns a salon called Orla's Glow.",
        "A survey entitled “Ships of Tomorrow” was sent out.",
        "The judge dismissed the petition against the quay.",
        "The council seeks to win back the trust of the sailors.",
    ],
)
def test_what_seems_is_wanted_or_is_only_a_name_is_no_quote(said, text):
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Sailors have the right to demand that the quay be closed.",
        "The council has no authority to recommend the sale of the quay.",
        "Officials called off the search for the missing sailors.",
        "Sailors are required to show their papers at the quay.",
        "Their decision can be appealed before the Court of Lowmere.",
    ],
)
def test_what_somebody_may_say_is_not_a_quote(said, text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("Ada Brook is not reluctant to say what the quay needs.", "thought"),
        ("I like walking along the quay at night.", "thought"),
        ("Ada Brook said what the quay needs.", "speech"),
    ],
)
def test_an_adjective_or_a_liking_is_a_thought(pipeline, text, manner):
    assert {quote.manner for quote in pipeline(text).quotes} <= {manner}


@pytest.mark.parametrize(
    "sentence",
    [
        "The drought determines whether the quay can open.",
        "The type of boat implies that the trip was planned.",
        "The rematch suggested that the champion was tired.",
    ],
)
def test_states_and_events_say_nothing(said, sentence):
    assert said(sentence) == []


@pytest.mark.parametrize("source", ["A survey", "The ministry", "Ada Brook"])
def test_documents_bodies_and_people_do(said, source):
    assert len(said(f"{source} suggested that the champion was tired.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brook put the cost of the quay at $9 million.",
        "Engineers put the age of the bridge at 80 years.",
        "Her institute calculates a loss of $9 million.",
    ],
)
def test_whoever_puts_a_figure_on_something_speaks(pipeline, text):
    assert [quote.manner for quote in pipeline(text).quotes] == ["speech"]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brook put a lamp on the quay.",
        "The council put pressure on Ada Brook.",
        "The council put off until April 14 a decision on the sale of 9 ships.",
        "Ada Brook put together a team of 9 sailors.",
    ],
)
def test_whoever_puts_something_somewhere_says_nothing(said, text):
    assert said(text) == []
