"""A figure that is altered within a quotation is reported once, and with what is wrong with it."""

from __future__ import annotations

import pytest

from newsparse.model import Document
from newsparse.verification import verify

SOURCE = (
    '"We shut forty wells in May and we will shut the others by June," said Ada Brook, the water engineer. '
    "The town has 85 wells."
)


@pytest.fixture(scope="module")
def findings(english):
    source = english(Document(text=SOURCE, id="source"))

    def against(draft):
        return [item for item in verify(english(draft), [source]).findings if not item.supported]

    return against


@pytest.mark.parametrize(
    ("draft", "checked", "verdict", "parts"),
    [
        (
            '"We shut sixty wells in May and we will shut the others by June," said Ada Brook, the water engineer.',
            "quote", "value", ["value"],
        ),
        (
            '"We shut sixty wells in May and we may shut the others by June," said Ada Brook, the water engineer.',
            "quote", "altered", ["value", "words"],
        ),
        (
            '"We shut forty wells in May and we may shut the others by June," said Ada Brook, the water engineer.',
            "quote", "altered", ["words"],
        ),
        ("The town has 95 wells.", "figure", "value", ["value"]),
    ],
)  # fmt: skip
def test_each_error_has_one_finding(findings, draft, checked, verdict, parts):
    (found,) = findings(draft)
    assert (found.checked, found.verdict, [item.part for item in found.differences]) == (checked, verdict, parts)


def test_a_figure_beside_an_altered_quotation_has_a_finding_of_its_own(findings):
    draft = '"We shut sixty wells in May and we will shut the others by June," said Ada Brook. The town has 95 wells.'
    assert [(item.checked, item.verdict) for item in findings(draft)] == [("quote", "value"), ("figure", "value")]


def test_a_figure_that_a_quotation_alters_is_not_counted_a_second_time(made):
    text = "“We have waited nine years for this and nobody should call it generous,” Ada Brook said."
    source = made(
        text.replace("nine", "six"),
        quotes=[(text[1:72].replace("nine", "six"), "Ada Brook", "Ada Brook")],
        figures=[("six", {"value": 6})],
    )
    draft = made(text, quotes=[(text[1:72], "Ada Brook", "Ada Brook")], figures=[("nine", {"value": 9})])
    (found,) = verify(draft, [source]).findings
    assert (found.checked, found.verdict, found.differences[0].here.text) == ("quote", "value", "nine")
