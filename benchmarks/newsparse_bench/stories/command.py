"""``newsparse bench across``: how well people, bodies and figures are joined across articles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

import newsparse
from newsparse.cli.messages import say
from newsparse.pipeline import Pipeline
from newsparse_bench.stories.claims import told
from newsparse_bench.stories.reading import PARTS, stories
from newsparse_bench.stories.scoring import b_cubed, joined, people

if TYPE_CHECKING:
    from newsparse_bench.stories.figures import FigureScores


@click.command("across")
@click.option("--part", type=click.Choice(PARTS), default="dev", show_default=True, help="Of the stories.")
@click.option("--errors", is_flag=True, help="List what is wrong.")
def across_command(part: str, *, errors: bool) -> None:
    """Join the entities and figures of stories told by several outlets, and print how well that works."""
    pipeline = newsparse.load("en")
    for line in [*entity_lines(part, pipeline), *claim_lines(part, pipeline, errors=errors)]:
        say(line)


def entity_lines(part: str, pipeline: Pipeline) -> Iterator[str]:
    """B³ for people and for all entities."""
    articles = list(stories(part))
    items, groups = joined(zip(articles, pipeline.pipe([story.document for story in articles]), strict=True))
    for name, chosen in (("people", people(items, articles[0].organisations)), ("all", items)):
        score = b_cubed(chosen, groups)
        line = f"precision {score.precision:.1%}  recall {score.recall:.1%}  F1 {score.f1:.1%}"
        yield f"{name:7} {line}  ({score.items} items, {score.missed} not found)"


def claim_lines(part: str, pipeline: Pipeline, *, errors: bool) -> Iterator[str]:
    """The groups of figures and the verdicts on them, with figures as extracted and as labelled."""
    from newsparse_bench.stories.figures import figure_scores, with_gold  # it loads the comparison of articles

    articles = told(part)
    found = list(pipeline.pipe([telling.document for telling in articles.tellings]))
    labelled = [with_gold(*pair) for pair in zip(articles.tellings, found, strict=True)]
    for name, documents in (("figures", found), ("figures as labelled", labelled)):
        scores = figure_scores(articles, documents)
        yield f"{name}: {figure_line(scores)}"
        yield from (f"  {wrong}" for wrong in scores.wrong if errors)


def figure_line(scores: FigureScores) -> str:
    """The scores in one line."""
    given, right = scores.given / scores.verdicts, scores.right / scores.verdicts
    return (
        f"pairs F1 {scores.pair_f1:.1%}  verdicts {right:.1%}, with groups as labelled {given:.1%}"
        f"  ({scores.verdicts} groups, {scores.missed} not found)"
    )
