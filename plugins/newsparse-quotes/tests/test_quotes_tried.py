"""What is said, and not only done: what somebody tries to say, what is cited, how somebody is remembered."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ada Brook tried to explain that the port was safe.", "the port was safe"),
        ("Ada Brook struggled to explain why the port was shut.", "why the port was shut"),
        ("Her letters appear to suggest that the quay was sold in May.", "the quay was sold in May"),
        ("A review of the letters seems to show that the quay was sold.", "the quay was sold"),
        ("Sailors remember Ada Brook as the builder of the quay.", "Ada Brook as the builder of the quay"),
    ],
)
def test_a_clause_under_a_verb_of_speech_is_said(said, text, content):
    assert [pieces for pieces, _ in said(text)] == [(content,)]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brook tried to win back the trust of the sailors.",
        "Ada Brook seems to think that the quay will sink.",
        "Ada Brook is struggling to understand why the port was shut.",
        "Ada Brook has to work later and faster than she'd planned to mend the quay.",
        "The debate promised to be a long night.",
        "It seems that the quay was sold in May.",
        "The mayor appeared to win the vote in May.",
        "Sailors remembered Ada Brook at a service on Monday.",
        "Ada Brook has sought for months to mend what the storm had broken.",
    ],
)
def test_what_is_tried_or_only_seems_so_is_not_said(said, text):
    assert said(text) == []
