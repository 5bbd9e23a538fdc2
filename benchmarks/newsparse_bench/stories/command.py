"""``newsparse bench across``: how well people, bodies, quotations, figures and claims are joined across articles."""

from __future__ import annotations

import click

import newsparse
from newsparse.cli.messages import say
from newsparse_bench.stories import PARTS


@click.command("across")
@click.option("--part", type=click.Choice(PARTS), default="dev", show_default=True, help="Of the stories.")
@click.option("--errors", is_flag=True, help="List what is wrong.")
@click.option("--planted", is_flag=True, help="Use the drafts of `newsparse bench verify`, for quotations alone.")
def across_command(part: str, *, errors: bool, planted: bool) -> None:
    """Join entities, figures, claims and quotations of stories told by several outlets; print how well that works."""
    # loaded only here: they load the comparison of articles
    from newsparse_bench.stories.measuring import claim_lines, story_lines
    from newsparse_bench.stories.planted import planted_score

    pipeline = newsparse.load("en")
    if planted:
        for line in planted_score(part, pipeline).lines():
            say(line)
        return
    for line in [*story_lines(part, pipeline), *claim_lines(part, pipeline, errors=errors)]:
        say(line)
