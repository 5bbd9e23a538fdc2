"""Who speaks where a source passes on somebody's words."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "“The boat was old, and we knew it,” Ada Brook said, according to notes of the hearing.",
        "“The boat was old, and we knew it,” Ada Brook told the mayor, according to two people who were there.",
        "“The boat was old, and we knew it,” Ada Brook said, according to the Larkmoor Gazette. “Nobody asked.”",
    ],
)
def test_words_in_marks_are_those_of_whoever_says_them(said, text):
    ((pieces, speaker),) = said(text)
    assert speaker == "Ada Brook"
    assert pieces[0] == "The boat was old, and we knew it,"
    assert pieces[1:] == (("Nobody asked.",) if "asked" in text else ())


def test_a_report_that_says_who_said_it_first_keeps_its_words(said):
    found = said("Ada Brook said the boat “was old and leaked”, according to the Larkmoor Gazette.")
    assert "Larkmoor Gazette" in (found[0][1] or "")
