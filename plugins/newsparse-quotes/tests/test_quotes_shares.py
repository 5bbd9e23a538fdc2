"""What a share of those who were asked says ends before what another share says."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("A survey found 57 percent want the quay to stay open, whereas a third oppose it.", "the quay to stay open"),
        (
            "According to a survey of the sailors, 57 percent want the quay to stay open, while a third do not.",
            "the quay to stay open",
        ),
        ("The survey found that 57 percent think the quay is safe, and 30 percent say it is not.", "the quay is safe"),
        (
            "A survey found that 57 percent want the quay to stay while the rest of the town sleeps.",
            "the quay to stay while the rest of the town sleeps",
        ),
    ],
)
def test_a_share_speaks_for_itself(said, text, inner):
    assert [pieces for pieces, speaker in said(text) if speaker == "57 percent"] == [(inner,)]


def test_a_share_of_a_group_ends_before_another_one(said):
    text = "Ada Brook said 57 percent of the sailors want the quay to stay open, while a third do not."
    assert said(text)[1:] == [(("the quay to stay open",), "57 percent of the sailors")]


def test_what_else_happened_is_part_of_it(said):
    text = "Half believe that the quay sank while they were asleep."
    assert said(text) == [(("the quay sank while they were asleep",), "Half")]


def test_the_survey_in_the_harbour_article(said):
    text = (Path(__file__).parents[3] / "examples/harbour.txt").read_text("utf-8")
    assert (("the work to go on",), "57 percent") in said(text)
