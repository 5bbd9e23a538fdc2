"""Every rule across articles decides in its own example and keeps quiet in the other."""

from __future__ import annotations

import pytest

from newsparse.linking import across
from newsparse.linking.rules import across_articles
from newsparse.model import Document, Meta
from newsparse.rules import traced

RULES = [rule for rule_set in across_articles() for rule in rule_set.rules]


def decided(pipeline, example):
    """The names of the rules that decide something in the articles of an example, on one day after another."""
    days = [day.split(" & ") for day in example.split(" | ")]
    texts = [(number, text) for number, day in enumerate(days, 2) for text in day]
    articles = [
        Document(text=text, id=f"a{place}", meta=Meta(published=f"2026-03-{day:02}"))
        for place, (day, text) in enumerate(texts)
    ]
    with traced() as trace:
        result = across(pipeline.pipe(articles))
        assert len(result.statuses) >= len(result.figures)
    return {entry.decided for entry in trace}


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_a_rule_decides_in_its_example_and_keeps_quiet_in_the_other(rule, english):
    assert rule.name in decided(english, rule.fires)
    assert rule.name not in decided(english, rule.quiet)
