"""Pull quotes and headings in marks, whose words somebody says again in the article."""

from __future__ import annotations

import pytest

BEFORE = 'Tom Varga spoke first at the hearing on Monday. "I want the quay back," Varga said.\n\n'
AFTER = '\n\nAda Brook of the guild was angry. "We will not sell the boats, whatever they offer us," Brook said.'


@pytest.mark.parametrize(
    "pulled", ['"We will not sell the boats"', "'We will not sell the boats, whatever they offer us'"]
)
def test_a_pull_quote_has_the_speaker_of_its_words(pipeline, pulled):
    said = pipeline(BEFORE + pulled + AFTER).quotes
    assert [quote.speaker.name for quote in said] == ["Tom Varga", "Ada Brook", "Ada Brook"]
    assert said[1].speaker.reason == "repeated"
    assert ("speaker", "repeated") in [(item.part, item.rule) for item in said[1].evidence]


@pytest.mark.parametrize("other", ['"We will not leave the town today"', '"Not the boats"'])
def test_other_words_and_few_go_on_with_whoever_spoke(pipeline, other):
    said = pipeline(BEFORE + other + AFTER).quotes
    assert all(quote.speaker is None or quote.speaker.reason != "repeated" for quote in said)


def test_words_that_two_say_are_left_as_they_were(pipeline):
    again = '\n\nLena Holt agreed. "We will not sell the boats, whatever they offer us," Holt said.'
    said = pipeline(BEFORE + '"We will not sell the boats, whatever"' + AFTER + again).quotes
    assert all(quote.speaker.reason != "repeated" for quote in said if quote.speaker)


def test_words_after_a_name_and_a_colon_are_told_too(pipeline):
    text = BEFORE + '"We will not sell the boats"\n\nAda Brook: "We will not sell the boats, whatever they offer us."'
    assert [quote.speaker.name for quote in pipeline(text).quotes] == ["Tom Varga", "Ada Brook", "Ada Brook"]
