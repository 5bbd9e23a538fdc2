"""All results as one page of Markdown, made by one command, with figures that others measured next to ours."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from importlib import resources

import attrs

from newsparse.serial.structure import from_plain
from newsparse_bench.report.tables import markdown, speed_markdown
from newsparse_bench.results import Result, SpeedResult

HEAD = """# Figures

All scores of newsparse and its peers, by corpus; {doc}`/explanation/comparison` has the most important ones. The page
is made by these commands, from the corpora in the folder that `NEWSPARSE_DATA` names and with the peers in
`benchmarks/peers.txt`, so it is never edited by hand.

```sh
newsparse bench compare --corpus all:dev --corpus shipped:test --corpus news
newsparse bench speed -s newsparse -s 'newsparse[:none]' -s 'newsparse[size=small]' -s spacy-sm -s stanza \\
    -s quantulum3 -s sayswho --limit 23 --times 2
newsparse bench report bench/*.json --markdown docs/reference/figures.md
```

`news` is a folder of 56 articles, newswire from fifty countries and US politics, labelled by the same guidelines. They
are not shipped. No rule or weight was made from their sentences, though changes were kept or dropped by their scores on
them. For what to expect, look at these articles and at the test half of the shipped ones.

`ggt` is the quote extractor of the Gender Gap Tracker. `citron` is the BBC's Citron with a model that its own scripts
learned from the train part of PolNeAR, as `newsparse` did. Both are checkouts of their repositories.

Cells have F1 in percent with its 95% interval (bootstrap over articles); "–" means that a corpus has no labels for the
row. {doc}`measures` explains each row. A crash is an article on which a system raised at least once; whatever it
returned is still scored.
"""
ELSEWHERE = """## Compared with other measurements

Figures of peers on a set that others measured as well, in percent.

| corpus | system | figure | here | elsewhere | difference | measured by |
|---|---|---|---|---|---|---|
"""
NOT_THE_SAME = """
Other published figures are for other sets, versions or models: those of quote finders on PolNeAR for sixty of these
84 articles, those of CQE's paper for all of NewsQuant with spaCy 3.0.9, those of spaCy for OntoNotes. They are not
compared here.
"""


@attrs.frozen
class Elsewhere:
    """A figure of a peer that others measured on the same articles, in percent."""

    corpus: str
    part: str
    system: str
    version: str
    figure: str
    f1: float
    measured: str


def document(accuracy: Sequence[Result], speed: SpeedResult | None = None) -> str:
    """The page: every result, what was measured elsewhere, and a speed run where there is one."""
    parts = [HEAD, *map(markdown, accuracy)]
    rows = list(_elsewhere(accuracy))
    if rows:
        parts.append(ELSEWHERE + "\n".join(rows) + "\n" + NOT_THE_SAME)
    if speed:
        parts.append(speed_markdown(speed))
    return "\n".join(parts)


def _elsewhere(accuracy: Sequence[Result]) -> Iterator[str]:
    """A row for each figure that was also measured elsewhere, on all articles of the same part."""
    values = json.loads(resources.files(__package__).joinpath("elsewhere.json").read_text("utf-8"))
    whole = [result for result in accuracy if result.signature.limit is None]
    results = {(result.signature.corpus, result.signature.part): result for result in whole}
    for row in (from_plain(value, Elsewhere, "elsewhere.json") for value in values):
        result = results.get((row.corpus, row.part))
        system = result.systems.get(row.system) if result else None
        figure = system.figures.get(row.figure) if system else None
        if figure:
            here = 100 * figure.f1
            yield (
                f"| {row.corpus}, {row.part} | {row.system} {row.version} | {row.figure} | {here:.1f} | {row.f1:.1f} "
                f"| {here - row.f1:+.1f} | {row.measured} |"
            )
