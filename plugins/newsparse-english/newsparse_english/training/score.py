"""Scores the packed model on the dev parts: ``python -m newsparse_english.training.score --data DIR``.

Words, sentences and trees from raw text follow the CoNLL 2018 shared task (Zeman et al. 2018): F1 over code-point
spans, labels counted on aligned words. Entities: F1 of spans with their class. Attributions: F1 of the words of
contents and of sources, and end to end: a fragment of content is right when it matches a gold one (Jaccard of words
at least a half, one to one) and its source shares a word with the gold source, or both have none.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import attrs

from newsparse.errors import NewsparseError
from newsparse_english.model import Analysis, Model
from newsparse_english.training.batches import windows
from newsparse_english.training.corpora import Example, articles, named, training
from newsparse_english.training.figures import score as gold_tokens

Place = tuple[int, int]
JOINTS = ("", " ", "\n\n")


@attrs.define
class Counts:
    """Right, guessed and gold."""

    right: int = 0
    guessed: int = 0
    gold: int = 0

    def add(self, guessed: Iterable[object], gold: Iterable[object]) -> None:
        """Count the sets of one text."""
        one, other = set(guessed), set(gold)
        self.right += len(one & other)
        self.guessed += len(one)
        self.gold += len(other)

    @property
    def f1(self) -> float:
        """F1 in percent, two decimals."""
        return round(200 * self.right / max(1, self.guessed + self.gold), 2)


def raw(example: Example) -> tuple[str, list[Place]]:
    """The text of a treebank's document, paragraphs parted by a blank line, and the place of each word."""
    text, places = "", []
    for index, (word, gap) in enumerate(zip(example.words, example.gaps, strict=True)):
        text += (JOINTS[gap] if index else "") + word
        places.append((len(text) - len(word), len(text)))
    return text, places


def treebank(model: Model, examples: Sequence[Example]) -> dict[str, float]:
    """Words, sentences, tags and trees from raw text."""
    names = ("words", "sentences", "upos", "xpos", "uas", "las")
    counts = {name: Counts() for name in names}
    texts = [raw(example) for example in examples]
    found = model.analyse([text for text, _ in texts], {"tags", "trees"})
    for example, (_, places), analysis in zip(examples, texts, found, strict=True):
        own = [(word.start, word.end) for word in analysis.words]
        gold = _facts(places, example.starts, example.upos, example.xpos, example.heads, example.deprels)
        guess = _facts(own, analysis.starts, analysis.upos, analysis.xpos, analysis.heads, analysis.deprels)
        for name in names:
            counts[name].add(guess[name], gold[name])
    return {name: count.f1 for name, count in counts.items()}


def _facts(
    places: Sequence[Place],
    starts: Sequence[int] | None,
    upos: Sequence[str] | None,
    xpos: Sequence[str] | None,
    heads: Sequence[int] | None,
    deprels: Sequence[str] | None,
) -> dict[str, list[object]]:
    begins = [index for index, start in enumerate(starts or ()) if start or index == 0]
    ends = [*begins[1:], len(places)]
    arcs = [places[head] if head != index else None for index, head in enumerate(heads or ())]
    coarse = [relation.partition(":")[0] for relation in deprels or ()]
    return {
        "words": list(places),
        "sentences": [(places[a][0], places[b - 1][1]) for a, b in zip(begins, ends, strict=True)],
        "upos": list(zip(places, upos or (), strict=False)),
        "xpos": list(zip(places, xpos or (), strict=False)),
        "uas": list(zip(places, arcs, strict=False)),
        "las": list(zip(places, arcs, coarse, strict=False)),
    }


def entities(model: Model, data: Path) -> dict[str, float]:
    """Entities of en-worldwide-newswire from raw text, strict."""
    count = Counts()
    items = list(named(data, "dev"))
    found = model.analyse([text for text, _ in items], {"mentions"})
    for (_, gold), analysis in zip(items, found, strict=True):
        words = analysis.words
        count.add(((words[m.first].start, words[m.last - 1].end, m.label) for m in analysis.mentions), gold)
    return {"strict": count.f1}


@attrs.frozen
class Fragment:
    """A fragment of content and the source of its attribution, as words of the text."""

    words: frozenset[int]
    source: frozenset[int]


def attributions(model: Model, data: Path) -> dict[str, float]:
    """Attributions of PolNeAR from raw text."""
    counts = {name: Counts() for name in ("content", "source", "end-to-end")}
    items = list(articles(data, "dev"))
    found = model.analyse([text for text, _ in items], {"attributions"})
    for (_, events), analysis in zip(items, found, strict=True):
        gold = [
            Fragment(_covered(analysis, [piece]), _covered(analysis, event["Source"]))
            for event in events
            for piece in event["Content"]
        ]
        guess = [
            Fragment(frozenset(range(run.first, run.last)), _union(item.source))
            for item in analysis.attributions
            for run in item.content
        ]
        gold = [fragment for fragment in gold if fragment.words]
        for name, role in (("content", "words"), ("source", "source")):
            counts[name].add(_all(guess, role), _all(gold, role))
        counts["end-to-end"].right += _matched(guess, gold)
        counts["end-to-end"].guessed += len(guess)
        counts["end-to-end"].gold += len(gold)
    return {name: count.f1 for name, count in counts.items()}


def _union(runs: Iterable[object]) -> frozenset[int]:
    return frozenset(index for run in runs for index in range(run.first, run.last))  # type: ignore[attr-defined]


def _covered(analysis: Analysis, spans: Iterable[Place]) -> frozenset[int]:
    words = analysis.words
    return frozenset(i for a, b in spans for i, word in enumerate(words) if word.start < b and word.end > a)


def _all(fragments: Iterable[Fragment], role: str) -> set[int]:
    return {index for fragment in fragments for index in getattr(fragment, role)}


def _matched(guess: Sequence[Fragment], gold: Sequence[Fragment]) -> int:
    """How many fragments match one to one, the closest first, and have the right source."""
    pairs = [
        (len(a.words & b.words) / len(a.words | b.words), i, j)
        for i, a in enumerate(guess)
        for j, b in enumerate(gold)
        if a.words & b.words
    ]
    used: set[tuple[str, int]] = set()
    right = 0
    for closeness, i, j in sorted(pairs, reverse=True):
        if closeness >= 0.5 and ("guess", i) not in used and ("gold", j) not in used:
            used |= {("guess", i), ("gold", j)}
            right += bool(guess[i].source & gold[j].source) or not (guess[i].source or gold[j].source)
    return right


def table(model: Model, data: Path) -> dict[str, dict[str, float]]:
    """All figures, by set; those named "gold tokens" are the ones of the training log."""
    dev = training(data, "dev")
    held = {corpus: windows(examples, model.labels, model.encoder) for corpus, examples in dev.items()}
    return {
        "EWT dev, raw text": treebank(model, dev["ewt"]),
        "GUM dev, raw text": treebank(model, dev["gum"]),
        "en-worldwide-newswire dev, raw text": entities(model, data),
        "PolNeAR dev, raw text": attributions(model, data),
        "all dev, gold tokens": gold_tokens(model.network, held, model.labels),
    }


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=os.environ.get("NEWSPARSE_DATA"), help="folder with the corpora")
    parser.add_argument("--model", type=Path, help="folder of packed weights; those of the package without it")
    options = parser.parse_args()
    if options.data is None:
        parser.error("give the folder with the corpora by --data or NEWSPARSE_DATA")
    try:
        scores = table(Model.load(options.model), Path(options.data))
    except NewsparseError as error:
        parser.error(str(error))
    for name, figures in scores.items():
        print(f"{name}: {json.dumps(figures)}")


if __name__ == "__main__":
    main()
