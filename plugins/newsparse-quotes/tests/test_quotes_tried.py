"""What somebody tries to say, or something seems to show, is said; what somebody tries to do is not."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ada Brook tried to explain that the port was safe.", "the port was safe"),
        ("Ada Brook struggled to explain why the port was shut.", "why the port was shut"),
        ("Her letters appear to suggest that the quay was sold in May.", "the quay was sold in May"),
        ("A review of the letters seems to show that the quay was sold.", "the quay was sold"),
    ],
)
def test_a_clause_under_a_verb_of_speech_is_said(said, text, content):
    assert [pieces for pieces, _ in said(text)] == [(content,)]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brook tried to win back the trust of the sailors.",
        "It seems that the quay was sold in May.",
        "The mayor appeared to win the vote in May.",
        "Ada Brook has sought for months to mend what the storm had broken.",
    ],
)
def test_what_is_tried_or_only_seems_so_is_not_said(said, text):
    assert said(text) == []
