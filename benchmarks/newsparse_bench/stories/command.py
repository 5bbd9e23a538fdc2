"""``newsparse bench across``: how well people, bodies, quotations, figures and claims are joined across articles."""

from __future__ import annotations

from pathlib import Path

import click

import newsparse
from newsparse.cli.messages import say
from newsparse_bench.stories import PARTS


@click.command("across")
@click.option("--part", type=click.Choice(PARTS), default="dev", show_default=True, help="Of the stories.")
@click.option("--errors", is_flag=True, help="List what is wrong.")
@click.option(
    "--growth", "sizes", type=click.IntRange(1), multiple=True, help="Processor time and memory at so many articles."
)
@click.option("--data", type=click.Path(path_type=Path, file_okay=False), help="Folder of the public corpora.")
@click.option("--fit", is_flag=True, help="Fit the weights by which figures are joined, and print them.")
@click.option("--planted", is_flag=True, help="Use the drafts of `newsparse bench verify`, for quotations alone.")
def across_command(
    part: str, sizes: tuple[int, ...], data: Path | None, *, errors: bool, fit: bool, planted: bool
) -> None:
    """Join entities, figures, claims and quotations of stories told by several outlets; print how well that works.

    With --growth, repeatable, print what it costs to add articles of worldwide:train with other words instead: the
    processor time for each, the exponent of all of it over the number of articles, and memory.
    """
    # loaded only here: they load the comparison of articles
    from newsparse_bench.stories.growing import base_articles, growth_lines
    from newsparse_bench.stories.measuring import part_lines
    from newsparse_bench.stories.planted import planted_score
    from newsparse_bench.stories.weighing import fit_lines

    pipeline = newsparse.load("en")
    if sizes:
        for line in growth_lines(base_articles(data, pipeline), sorted(sizes)):
            say(line)
        return
    if fit:
        for line in fit_lines(part, pipeline):
            say(line)
        return
    if planted:
        for line in planted_score(part, pipeline).lines():
            say(line)
        return
    for line in part_lines(part, pipeline, errors=errors):
        say(line)
