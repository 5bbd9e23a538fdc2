"""What is said in the passive: its subject is a piece of it, and nobody speaks unless somebody is named."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Food prices are already projected to rise by a tenth.", ("Food prices", "to rise by a tenth")),
        ("The poems were sent off and are expected to win.", ("The poems", "to win")),
        ("About 4,000 residents were told to boil their water.", ("About 4,000 residents", "to boil their water")),
        ("The company was ordered to pay $4 million.", ("The company", "to pay $4 million")),
        ("The ferry is thought to have been overloaded.", ("The ferry", "to have been overloaded")),
        ("Parents are being asked to keep children at home.", ("Parents", "to keep children at home")),
        ("He is alleged to have taken bribes.", ("to have taken bribes",)),
        ("The bridge, believed to be very old, collapsed.", ("The bridge", "to be very old")),
        ("Three people were reported missing.", ("Three people", "missing")),
        ("The road was declared safe on Monday.", ("The road", "safe")),
        ("Losses are put at $3 million.", ("Losses", "at $3 million")),
        (
            "The festival, described as the largest in the region, opens.",
            ("The festival", "as the largest in the region"),
        ),
        ("It is feared that the dam will not hold.", ("the dam will not hold",)),
        ("They were told they would lose their jobs.", ("they would lose their jobs",)),
        ("The public is hereby notified that the quay will close.", ("the quay will close",)),
    ],
)
def test_a_passive_has_its_subject_as_a_piece_and_no_speaker(said, text, pieces):
    assert said(text) == [(pieces, None)]


@pytest.mark.parametrize(
    ("text", "pieces", "speaker"),
    [
        ("She was told by her doctor to rest.", ("to rest",), "her doctor"),
        ("The trial is said by his lawyers to be a farce.", ("The trial", "to be a farce"), "his lawyers"),
        ("The damage was estimated by the insurer at $3 million.", ("The damage", "at $3 million"), "the insurer"),
        ("The fund has been described as a slush fund by critics.", ("The fund", "a slush fund"), "critics"),
        ("The officer was quoted as saying that two men had fled.", ("two men had fled",), "The officer"),
        ("She is worried that the school will close.", ("the school will close",), "She"),
    ],
)
def test_a_passive_that_names_its_agent_or_tells_how_somebody_feels_has_a_speaker(said, text, pieces, speaker):
    assert said(text) == [(pieces, speaker)]


@pytest.mark.parametrize(
    "text",
    ["The quay was built to last.", "The boy was found to have drowned.", "The quay was closed on Monday."],
)
def test_other_passives_say_nothing(said, text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Residents were warned by a letter on Monday that the dam was weak.", "a letter"),
        ("Parents were informed by an email that the dam was weak.", "an email"),
        ("Drivers were told by a sign at the gate that the dam was weak.", "a sign at the gate"),
        ("The men were told by Ada Brook in May that the dam was weak.", "Ada Brook"),
        ("Residents were told by police on Monday that the dam was weak.", "police"),
        ("Residents were told by letter that the dam was weak.", None),
        ("Staff were told by text message that the dam was weak.", None),
        ("The workers were informed by email on Friday that the dam was weak.", None),
    ],
)
def test_whoever_is_told_by_a_text_does_not_say_it(said, text, who):
    assert said(text) == [(("the dam was weak",), who)]
