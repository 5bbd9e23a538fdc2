"""A figure that somebody puts in the place of one that they dispute is about the same thing."""

from __future__ import annotations

import pytest

from newsparse.linking import across
from newsparse.model import Document, Meta

SUM = "The clerk took £310,000 from 41 people, prosecutor Lena Marsh said."
SHARE = "Lena Marsh said a rash was seen in 0.2 percent of patients."
TONNES = "Lena Marsh said the airport emits 9 million tonnes of soot a year."


def conflicts(english, text):
    article = Document(text=text, id="a", meta=Meta(published="2026-03-02", language="en"))
    return [[item.place.text for item in group.members] for group in across([english(article)]).figures]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (f"{SUM} The lawyer Paul Stein challenged her figure and spoke of £190,000.", ["£310,000", "£190,000"]),
        (f"{SHARE} Paul Stein disputed the percentage, putting it at 3 percent.", ["0.2 percent", "3 percent"]),
        (
            f"{TONNES} Paul Stein contested the number; it was 5.5 million, he said.",
            ["9 million tonnes", "5.5 million"],
        ),
    ],
)
def test_a_figure_is_put_against_the_one_that_is_disputed(english, words, expected):
    assert conflicts(english, words) == [expected]


@pytest.mark.parametrize(
    "words",
    [
        f"{SUM} The lawyer Paul Stein praised her figures and spoke of £190,000.",
        f"{SHARE} Paul Stein disputed the verdict, and 3 percent of readers wrote letters.",
        f"{TONNES} Paul Stein faces the challenges of old age with 30 dogs.",
    ],
)
def test_a_figure_behind_other_words_is_about_something_else(english, words):
    assert not conflicts(english, words)
