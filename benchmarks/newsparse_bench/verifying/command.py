"""``newsparse bench verify``: how well altered quotations and figures are found, and how often a true one is blamed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

import newsparse
from newsparse.cli.messages import say
from newsparse.model import Document, Meta
from newsparse.pipeline import Pipeline
from newsparse_bench.corpora import shipped, users
from newsparse_bench.verifying.converting import conversions
from newsparse_bench.verifying.drafts import Draft, drafts
from newsparse_bench.verifying.scoring import Score, score, table

COUNT = 300
PARTS = ("dev", "test")


@click.command("verify")
@click.option(
    "--part", type=click.Choice(PARTS), default="dev", show_default=True, help="Part of the shipped articles."
)
@click.option(
    "--articles",
    type=click.Path(path_type=Path, exists=True),
    help="Labelled articles of your own, in place of the shipped.",
)
@click.option("--count", type=click.IntRange(1), default=COUNT, show_default=True, help="How many alterations.")
@click.option("--seed", help="What decides the alterations; by default the part's own.")
def verify_command(part: str, articles: Path | None, count: int, seed: str | None) -> None:
    """Plant alterations in drafts made from labelled articles, and count those that are found, and false alarms.

    Then convert every figure of the articles that can be, rightly and wrongly, and count the same.
    """
    labelled = list(users.load(articles) if articles else shipped.load(None, part))
    seed = seed or f"verify-{part}"
    pipeline = newsparse.load("en")
    sources = {document.id: document for document in pipeline.pipe(map(_bare, labelled))}
    say(table(measured(pipeline, sources, drafts(labelled, count=count, seed=seed))))
    say("figures written another way:")
    say(table(measured(pipeline, sources, conversions(labelled, seed=seed))))


def measured(pipeline: Pipeline, sources: dict[str, Document], made: Sequence[Draft]) -> Score:
    """The counts of a pipeline, which sees no labels."""
    parsed = pipeline.pipe(Document(text=draft.text, id=draft.id, meta=Meta(language="en")) for draft in made)
    return score(_checked(made, parsed, sources))


def _bare(document: Document) -> Document:
    return Document(text=document.text, id=document.id, meta=Meta(language="en"))


def _checked(
    made: Iterable[Draft], parsed: Iterable[Document], sources: dict[str, Document]
) -> Iterator[tuple[Draft, Document]]:
    for draft, document in zip(made, parsed, strict=True):
        yield draft, newsparse.verify(document, [sources[name] for name in draft.sources])
