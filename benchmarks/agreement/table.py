"""Prints the agreement of the labelling passes in this folder: one scored as gold, the other as prediction."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newsparse.model import Document
from newsparse_bench.markup import read
from newsparse_bench.metrics import MEASURES
from newsparse_bench.metrics.counts import Tally, figures

HERE = Path(__file__).parent
PAIRS = (
    ("first", "second"),
    ("corrected", "second"),
    ("first", "corrected"),
    ("later/first", "later/second"),
)
ROWS = (
    ("quotes", "content strict"),
    ("quotes", "content soft"),
    ("quotes", "source strict"),
    ("quotes", "attribution"),
    ("quotes", "end-to-end"),
    ("quotes", "speaker entity"),
    ("entities", "strict"),
    ("entities", "untyped"),
    ("numbers", "span"),
    ("numbers", "value"),
    ("numbers", "value and unit"),
    ("numbers", "exactness"),
    ("numbers", "role and direction"),
    ("numbers", "measured head"),
    ("numbers", "speaker"),
    ("numbers", "numerals left alone"),
    ("roles", "found"),
    ("roles", "linked"),
)


def documents(name: str) -> list[Document]:
    """Ten articles as a pass labelled them."""
    return [read(path) for path in sorted((HERE / name).glob("*.txt"))]


def tally(one: str, other: str) -> dict[str, Tally]:
    """The figures of ``one`` as prediction against ``other`` as gold, by measure."""
    pairs = list(zip(documents(other), documents(one), strict=True))
    return {task: figures(MEASURES[task](gold, guess) for gold, guess in pairs) for task in dict(ROWS)}


def lines() -> Iterator[str]:
    """The rows of the table in the docs: F1 in percent, and how many labels each side has."""
    tallies = [tally(*pair) for pair in PAIRS]
    for task, name in ROWS:
        cells = [each[task][name] for each in tallies]
        shown = [f"{100 * c.f1:.1f} ({c.guessed:.0f}/{c.gold:.0f})" if c.guessed else "–" for c in cells]
        yield f"| {task}: {name} | {' | '.join(shown)} |"


if __name__ == "__main__":
    print("\n".join(lines()))
