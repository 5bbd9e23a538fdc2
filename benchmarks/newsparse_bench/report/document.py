"""All results as one page of Markdown, made anew by one command; figures measured elsewhere stand beside ours."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from importlib import resources
from typing import Any

from newsparse_bench.report.tables import markdown, speed_markdown

HEAD = """# Figures

Made by these commands from the public corpora in a folder that `NEWSPARSE_DATA` names, with the peers of
`benchmarks/peers.txt`; do not edit.

```sh
newsparse bench compare --corpus all:dev --corpus shipped:test
newsparse bench speed -s newsparse -s 'newsparse[:none]' -s spacy-sm -s stanza -s quantulum3 -s sayswho \\
    --limit 23 --times 2
newsparse bench report bench/*.json --markdown docs/reference/figures.md
```

F1 in percent with its 95% interval, articles drawn; "–" is what a corpus has no labels for. {doc}`measures` says what
each figure means. A crash is an article on which a system raised at least once: what it gave all the same is scored.
"""
ELSEWHERE = """## Beside other measurements

Of peers on a set that others measured too, in percent.

| corpus | system | figure | here | elsewhere | difference | measured by |
|---|---|---|---|---|---|---|
"""
NOT_THE_SAME = """
Other published figures are of other sets, versions or models: those of quote finders on PolNeAR of sixty of these
84 articles, those of CQE's paper of all of NewsQuant with spaCy 3.0.9, those of spaCy of OntoNotes. They are not
compared.
"""


def document(accuracy: Sequence[dict[str, Any]], speed: dict[str, Any] | None = None) -> str:
    """The page: every result, what was measured elsewhere, and a speed run where there is one."""
    parts = [HEAD, *map(markdown, accuracy)]
    rows = list(_elsewhere(accuracy))
    if rows:
        parts.append(ELSEWHERE + "\n".join(rows) + "\n" + NOT_THE_SAME)
    if speed:
        parts.append(speed_markdown(speed))
    return "\n".join(parts)


def _elsewhere(accuracy: Sequence[dict[str, Any]]) -> Iterator[str]:
    """A row for each figure that was also measured elsewhere, on all articles of the same part."""
    rows = json.loads(resources.files(__package__).joinpath("elsewhere.json").read_text("utf-8"))
    results = {(r["signature"]["corpus"], r["signature"]["part"]): r for r in accuracy}
    for row in rows:
        result = results.get((row["corpus"], row["part"]))
        if not result or result["signature"].get("limit", "none") != "none":
            continue
        figure = result["systems"].get(row["system"], {}).get("figures", {}).get(row["figure"])
        if figure:
            here = 100 * figure["f1"]
            name = f"{row['system']} {row['version']}"
            yield (
                f"| {row['corpus']}, {row['part']} | {name} | {row['figure']} | {here:.1f} | {row['f1']:.1f} "
                f"| {here - row['f1']:+.1f} | {row['measured']} |"
            )
