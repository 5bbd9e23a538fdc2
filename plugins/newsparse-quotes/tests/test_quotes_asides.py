"""What the author adds to words in marks, and is not said."""

from __future__ import annotations

import pytest

BEFORE = "“We lost four ships,” "


@pytest.mark.parametrize(
    "frame",
    [
        "Ada Brook said about the storm that hit the harbour.",
        "Ada Brook said of the storm.",
        "Ada Brook said, without naming any of the owners.",
        "Ada Brook told the crew, with a smile that hid how tired she was.",
    ],
)
def test_what_words_in_marks_are_about_and_how_they_are_said_is_not_content(said, frame):
    assert said(BEFORE + frame) == [(("We lost four ships,",), "Ada Brook")]


def test_words_in_marks_after_what_they_are_about_go_on(said):
    text = BEFORE + "Ada Brook said about the storm that hit the harbour last week. “We will lose more.”"
    assert said(text) == [(("We lost four ships,", "We will lose more."), "Ada Brook")]


def test_a_show_in_marks_is_not_said_by_its_guest(said):
    text = "On Radio Orla’s “Midday with Tom Varga,” Ada Brook said the quay was old."
    assert said(text) == [(("the quay was old",), "Ada Brook")]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("The board, which had once seen Ada Brook as its saviour, fired her.", ("Ada Brook as its saviour",)),
        ("Ada Brook promised a reform of the port if she won.", ("a reform of the port if she won",)),
    ],
)
def test_contents_end_with_their_clause_and_begin_with_what_is_promised(said, text, pieces):
    assert said(text)[0][0] == pieces


@pytest.mark.parametrize("shown", ["A new poll that shows", "A survey, which shows", "The poll shows"])
def test_a_poll_speaks_in_a_relative_clause_too(said, shown):
    found = said(f"{shown} that the port is losing sailors since May.")
    assert any("the port is losing sailors" in pieces[0] for pieces, _ in found)
