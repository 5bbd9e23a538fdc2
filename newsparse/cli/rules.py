"""``newsparse rules``: every rule by which the installed extractors decide, with an example for and one against."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

import click

from newsparse.cli.messages import complain_of, say
from newsparse.host import Host, Problem, rule_sets
from newsparse.rules import Rule, RuleSet

_LAYOUTS = ("text", "json", "markdown")


@click.command()
@click.option("--format", "format_", type=click.Choice(_LAYOUTS), default="text", show_default=True, help="Layout.")
def rules(format_: str) -> None:
    """List the rules by which extractors, and comparisons of articles, decide, in the order in which they are tried."""
    host = Host.discover(everything=False)
    found, problems = sets(host)
    complain_of((*host.problems, *problems))
    if format_ == "json":
        say(json.dumps([described(item) for item in found], indent=2))
    else:
        say("\n".join(markdown(found) if format_ == "markdown" else lines(found)))


def sets(host: Host) -> tuple[list[RuleSet[Any, Any]], list[Problem]]:
    """The rule sets of all extractors and those across articles, sorted by name, and what is wrong with others."""
    from newsparse.linking.rules import across_articles  # loaded only where rules are listed

    found, problems = rule_sets(host)
    return sorted([*found, *across_articles()], key=lambda item: item.name), problems


def described(rule_set: RuleSet[Any, Any]) -> dict[str, Any]:
    """A rule set as JSON holds it."""
    fields = ("name", "summary", "title", "fires", "quiet")
    return {
        "name": rule_set.name,
        "summary": rule_set.summary,
        "rules": [{field: getattr(rule, field) for field in fields} for rule in rule_set.rules],
    }


def lines(found: Iterable[RuleSet[Any, Any]]) -> Iterator[str]:
    """For a terminal: one line per rule, under its set."""
    for rule_set in found:
        yield f"{rule_set.name}: {rule_set.summary}"
        yield from (f"  {rule.name}: {rule.summary}" for rule in rule_set.rules)


def markdown(found: Iterable[RuleSet[Any, Any]]) -> Iterator[str]:
    """For the documentation: a section per set and a table row per rule."""
    for rule_set in found:
        yield f"## {rule_set.name}\n\n{rule_set.summary[:1].upper()}{rule_set.summary[1:].rstrip('.')}.\n"
        yield "| rule | what it says | decides in | not in |\n|---|---|---|---|"
        for rule in rule_set.rules:
            cells = (f"`{rule.name}`", rule.summary, _example(rule, rule.fires), _example(rule, rule.quiet))
            yield "| " + " | ".join(_cell(cell) for cell in cells) + " |"
        yield ""


def _example(rule: Rule[Any, Any], text: str) -> str:
    """An example under the title that it has, or with the extractor that must not run in it."""
    before = rule.title or (f"without {rule.without}" if rule.without else "")
    return f"[{before}] {text}" if before else text


def _cell(words: str) -> str:
    return " ".join(words.split()).replace("|", "\\|")
