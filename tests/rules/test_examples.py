"""Every rule of the shipped extractors decides in its own example, keeps quiet in the other, and is in the docs."""

from __future__ import annotations

from pathlib import Path

import pytest

import newsparse
from newsparse.cli.rules import markdown, sets
from newsparse.host import rule_sets
from newsparse.testing import decides

RULES = [rule for rule_set in rule_sets(newsparse.Host.discover())[0] for rule in rule_set.rules]
PAGE = Path(__file__).parents[2] / "docs/reference/rules.md"


@pytest.fixture(scope="module")
def pipelines(english):
    """The English pipeline by the extractor that it is without; None is that with all."""
    without = {rule.without for rule in RULES} - {None}
    rest = {name: [other for other in english.extractors if other != name] for name in without}
    others = {name: newsparse.load("en", extractors=names) for name, names in rest.items()}
    return {None: english, **others}


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_a_rule_decides_in_its_example_and_keeps_quiet_in_the_other(rule, pipelines):
    assert decides(pipelines[rule.without], rule.name, rule.fires, title=rule.title)
    assert not decides(pipelines[rule.without], rule.name, rule.quiet, title=rule.title)


def test_a_rule_that_asks_for_an_extractor_to_be_left_out_does_not_decide_beside_it(english):
    apart = [rule for rule in RULES if rule.without is not None]
    assert apart
    assert not [rule.name for rule in apart if decides(english, rule.name, rule.fires, title=rule.title)]


def test_the_page_of_rules_is_written_from_the_rules():
    head, _, body = PAGE.read_text("utf-8").partition("\n## ")
    assert ("## " + body if body else "").strip() == "\n".join(markdown(sets(newsparse.Host.discover())[0])).strip(), (
        "write it again: newsparse rules --format markdown"
    )
    assert head.startswith("# Rules\n")
