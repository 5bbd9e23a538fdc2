"""``newsparse bench fit``: learns which of the answers that rules propose is right, from labelled articles."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

import click

import newsparse
from newsparse.cli.messages import say
from newsparse_bench.corpora import chosen, data_folder
from newsparse_bench.fitting.cases import Case, articles, collected
from newsparse_bench.fitting.fit import Outcome, as_weights, best, fitted, in_order, out_of_fold, outcome, threshold
from newsparse_bench.fitting.judging import JUDGES
from newsparse_bench.outputs import folder, write

FEWEST_ARTICLES = 10
"""With fewer, folds by article say little, and nothing is fitted."""
PERCENT = 100


@click.command("fit")
@click.option("--train", "-t", multiple=True, required=True, help="NAME[:PART] or a path to fit on; repeatable.")
@click.option("--dev", "-d", multiple=True, help="NAME[:PART] or a path that is only measured; repeatable.")
@click.option("--question", "-q", "questions", multiple=True, type=click.Choice(sorted(JUDGES)), help="Default: all.")
@click.option("--data", type=click.Path(path_type=Path, file_okay=False), help="Folder of the public corpora.")
@click.option("--limit", type=click.IntRange(1), help="Use only the first N articles of each corpus that is fitted on.")
@click.option("--threshold", "fixed", type=click.FloatRange(0, 1), help="Least probability; default: by folds.")
@click.option("--folds", type=click.IntRange(2), default=5, show_default=True, help="Folds, drawn by article.")
@click.option("--penalty", type=click.FloatRange(0), default=1.0, show_default=True, help="Weight of the L2 penalty.")
@click.option(
    "--out", "-o", type=click.Path(path_type=Path, file_okay=False), help="Folder for QUESTION.json; default: none."
)
def fit_command(
    train: tuple[str, ...],
    dev: tuple[str, ...],
    questions: tuple[str, ...],
    data: Path | None,
    limit: int | None,
    fixed: float | None,
    folds: int,
    penalty: float,
    out: Path | None,
) -> None:
    """Fit the weights by which extractors choose among the answers of their rules.

    Prints, for each question, how the rules in order, the weights in fold and the weights out of fold answer it, and
    how they do on the dev articles, which nothing is fitted on. "Best option" is what a chooser that always knew could
    reach with the answers that the rules propose.
    """
    if out is not None:
        folder(out)
    asked = questions or tuple(sorted(JUDGES))
    known, measured = cases(train, data, asked, limit), cases(dev, data, asked)
    for question in asked:
        found = known[question]
        if len(articles(found)) < FEWEST_ARTICLES:
            say(f"{question}: {len(found)} decisions in {len(articles(found))} articles, too few to fit.")
            continue
        answers = out_of_fold(found, folds=folds, penalty=penalty)
        least = threshold(found, answers) if fixed is None else fixed
        whole = fitted(found, penalty=penalty)
        say(f"{question}: {len(found)} decisions in {len(articles(found))} articles, threshold {least}")
        say(row("rules in order", in_order(found)))
        say(row("weights, in fold", outcome(found, [whole.chosen(case) for case in found], least)))
        say(row("weights, out of fold", outcome(found, answers, least)))
        say(row("best option", best(found)))
        if measured[question]:
            held = measured[question]
            say(row("rules in order, dev", in_order(held)))
            say(row("weights, dev", outcome(held, [whole.chosen(case) for case in held], least)))
            say(row("best option, dev", best(held)))
        if out is not None:
            about = {"articles": len(articles(found)), "decisions": len(found), "corpora": [_plain(t) for t in train]}
            content = as_weights(question, whole, least, about)
            write(out / f"{question}.json", json.dumps(content, indent=2) + "\n")


def cases(
    names: Iterable[str], data: Path | None, questions: Sequence[str], limit: int | None = None
) -> dict[str, list[Case]]:
    """The labelled decisions of the corpora, of the first ``limit`` articles of each, by question."""
    pipeline = newsparse.load("en", layers=("tags", "trees"))
    found: dict[str, list[Case]] = defaultdict(list)
    for corpus, part in chosen(names):
        for question, case in collected(pipeline, islice(corpus.load(data_folder(data), part), limit), questions):
            found[question].append(case)
    return found


def row(name: str, result: Outcome) -> str:
    """One line of the table, in percent."""
    right, precise = PERCENT * result.accuracy, PERCENT * result.precision
    counts = f"{result.right} right, {result.wrong} wrong, {result.open} open"
    return f"  {name:22} accuracy {right:5.1f}  precision {precise:5.1f}  ({counts})"


def _plain(name: str) -> str:
    """A corpus by its name, a path by its last part."""
    return Path(name).name
