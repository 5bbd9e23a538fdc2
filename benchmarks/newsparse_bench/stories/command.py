"""``newsparse bench across``: how well people and organisations are joined across articles."""

from __future__ import annotations

import click

import newsparse
from newsparse_bench.stories.reading import PARTS, stories
from newsparse_bench.stories.scoring import b_cubed, joined, people


@click.command("across")
@click.option("--part", type=click.Choice(PARTS), default="dev", show_default=True, help="Of the stories.")
def across_command(part: str) -> None:
    """Join the entities of stories told by several outlets, and print B³ for people and for all."""
    told = list(stories(part))
    pipeline = newsparse.load("en")
    items, groups = joined(zip(told, pipeline.pipe([story.document for story in told]), strict=True))
    for name, chosen in (("people", people(items, told[0].organisations)), ("all", items)):
        score = b_cubed(chosen, groups)
        line = f"precision {score.precision:.1%}  recall {score.recall:.1%}  F1 {score.f1:.1%}"
        click.echo(f"{name:7} {line}  ({score.items} items, {score.missed} not found)")
