"""Scores of one system on labelled documents: figures with intervals, counts by article, and the worst articles."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import attrs

from newsparse.model import Document, Layer
from newsparse.view.cards import own_layers
from newsparse_bench import offers, statistics
from newsparse_bench.metrics import Counts, Scheme, Tally
from newsparse_bench.metrics.groups import MEASURED, PARTS
from newsparse_bench.results import Figure, Mark, SystemResult, WorstArticle
from newsparse_bench.slips import slips

SEED = 1
WORST_ARTICLES = 5


def measured(
    documents: Sequence[Document],
    predicted: Sequence[tuple[Document, str]],
    tasks: Sequence[str],
    *,
    version: str = "",
    provenance: Mapping[str, str] | None = None,
) -> SystemResult:
    """The figures of one system: sums with intervals, the counts of every article, crashes, and all errors.

    What is not labelled in any of ``documents`` is left out of the predictions: classes and forms of mentions, roles,
    and quotes inside quotes, which PolNeAR does not label.
    """
    scheme = Scheme.of(documents)
    asked = _asked(tasks, scheme)
    guesses = [scheme.within(guess) for guess, _ in predicted]
    tallies = [_tally(gold, guess, asked) for gold, guess in zip(documents, guesses, strict=True)]
    return SystemResult(
        version=version,
        provenance=dict(provenance or {}),
        crashes={document.id: crash for document, crash in predicted if crash},
        figures=_figures(tallies, asked),
        articles={
            document.id: {name: attrs.astuple(counts) for name, counts in tally.items()}
            for document, tally in zip(documents, tallies, strict=True)
        },
        worst=tuple(worst(documents, guesses, tallies, asked)),
        slips=tuple(slip for gold, guess in zip(documents, guesses, strict=True) for slip in slips(gold, guess, asked)),
    )


def _asked(tasks: Iterable[str], scheme: Scheme) -> list[str]:
    """The tasks for which there are labels: roles only where these label any."""
    return [task for task in tasks if task != "roles" or scheme.roles]


def _tally(gold: Document, guess: Document, tasks: Iterable[str]) -> Tally:
    """The counts of one article, in all tasks."""
    known = offers.metrics()
    return {
        f"{task}: {name}": Counts(*four) for task in tasks for name, four in known[task].measure(gold, guess).items()
    }


def _figures(tallies: Sequence[Tally], tasks: Collection[str]) -> dict[str, Figure]:
    """The figures of all articles together."""
    names = dict.fromkeys(name for tally in tallies for name in tally)
    found = {name: figure([tally.get(name, Counts()) for tally in tallies]) for name in names}
    return found | means(tallies) if "groups" in tasks else found


def means(tallies: Sequence[Tally]) -> dict[str, Figure]:
    """The mean of MUC, B3 and CEAFe with its interval, for all mentions and for each part that is in gold."""
    found = {}
    for part in PARTS:
        columns = [[tally.get(f"groups: {part}{name}", Counts()) for tally in tallies] for name in MEASURED]
        gold = sum(counts.gold for counts in columns[MEASURED.index("b3")])
        if gold or not part:
            tables = [statistics.table(column) for column in columns]
            mean, low, high = (round(value, 4) for value in statistics.mean(tables, seed=SEED))
            found[f"groups: {part}mean"] = Figure(f1=mean, low=low, high=high, gold=gold)
    return found


def figure(counts: Sequence[Counts]) -> Figure:
    """Precision, recall, F1 with its interval, and the number of gold items."""
    whole = sum(counts, Counts())
    low, high = statistics.interval(statistics.table(counts), seed=SEED)
    return Figure(
        f1=round(whole.f1, 4),
        low=round(low, 4),
        high=round(high, 4),
        gold=round(whole.gold, 2),
        precision=round(whole.precision, 4),
        recall=round(whole.recall, 4),
    )


def leading(tasks: Sequence[str]) -> list[str]:
    """The figures by which systems are compared and articles ranked, one for each metric."""
    known = offers.metrics()
    return [f"{task}: {known[task].leading}" for task in tasks if task in known]


def worst(
    documents: Sequence[Document], guesses: Sequence[Document], tallies: Sequence[Tally], tasks: Sequence[str]
) -> list[WorstArticle]:
    """The articles with most errors in the leading figures, with the marks of gold and prediction.

    Articles whose labels have no places (NewsQuant) are left out.
    """
    first = leading(tasks)

    def errors(tally: Tally) -> float:
        found = [tally[name] for name in first if name in tally]
        return sum(c.guessed + c.gold - c.right - c.found for c in found)

    order = sorted(range(len(documents)), key=lambda i: -errors(tallies[i]))[:WORST_ARTICLES]
    return [
        WorstArticle(
            id=documents[i].id,
            errors=round(errors(tallies[i]), 1),
            text=documents[i].text,
            gold=marks(documents[i], tasks),
            guess=marks(guesses[i], tasks),
        )
        for i in order
        if errors(tallies[i]) and marks(documents[i], tasks)
    ]


def marks(document: Document, tasks: Sequence[str]) -> tuple[Mark, ...]:
    """What is highlighted in the measured layers: fragments of quotes, figures, names, and what plugins make."""
    found: list[Mark] = []
    if "quotes" in tasks:
        found += _quotes(document)
    if "numbers" in tasks:
        found += [Mark(c.span.start, c.span.end, "number", str(c.quantity)) for c in document.numbers]
    if "entities" in tasks:
        found += [Mark(m.span.start, m.span.end, "name", m.label) for m in document.mentions if m.form == "named"]
    for layer in own_layers(document):
        if layer.name in tasks:
            found += _others(layer)
    return tuple(sorted(found, key=attrs.astuple))


def _quotes(document: Document) -> Iterator[Mark]:
    for quote in document.quotes:
        speaker = quote.speaker.name if quote.speaker else ""
        yield from (Mark(piece.start, piece.end, "quote", speaker or "nobody") for piece in quote.fragments)


def _others(layer: Layer) -> Iterator[Mark]:
    for item in layer.annotations:
        yield from (Mark(piece.start, piece.end, "other", f"{layer.name}: {item.text}") for piece in item.pieces())
