"""Whom each rule takes the words of a source to mean, also where another decides: no rule may hide behind others."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsparse.rules import traced

pytestmark = pytest.mark.int8


def cases():
    """Each text of ``answers.txt`` with the sources in it and what the rules answer."""
    given = Path(__file__).with_name("answers.txt").read_text("utf-8")
    for block in given.partition("\n\n")[2].strip().split("\n\n"):
        text, *sources = block.splitlines()
        yield pytest.param(text.replace("¶", "\n\n"), sources, id=text)


def answered(document, decision):
    """A source in one line: whom it may mean, each with the rules that say so, in the order of their precedence."""
    means = [(item.found.name, ", ".join(name.rpartition(".")[2] for name in item.rules)) for item in decision.options]
    return f"{document.cut(decision.at)} = {' | '.join(f'{name} ({rules})' for name, rules in means)}"


@pytest.mark.parametrize(("text", "sources"), list(cases()))
def test_what_each_rule_answers(pipeline, text, sources):
    with traced() as trace:
        document = pipeline(text)
    asked = [decision for decision in trace if decision.question == "quotes.speaker"]
    assert [answered(document, decision) for decision in asked] == sources
