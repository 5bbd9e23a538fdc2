"""Fills the tables of README and comparison from the page of figures: ``python docs/compared.py``."""

from __future__ import annotations

import re
from pathlib import Path

DOCS = Path(__file__).parent
PAGES = (DOCS.parent / "README.md", DOCS / "explanation" / "comparison.md")
NAMES = {
    "newsparse": "newsparse",
    "textacy": "textacy",
    "sayswho": "sayswho",
    "ggt": "GGT",
    "citron": "Citron (trained on PolNeAR)",
    "quantulum3": "quantulum3",
    "cqe": "CQE",
    "spacy-sm": "spaCy (small)",
}
RATE = "words/s, one thread, one batch"
SPOKEN = {
    RATE: "words per second, one thread",
    "quotes: end-to-end": "quotes, with the right speaker",
    "quotes: content soft": "words of quotes, edges may differ",
    "quotes: direct: strict recall": "direct quotes found, exact edges (recall)",
    "quotes: direct: attribution": "speakers of the direct quotes that were found",
    "quotes: indirect: strict recall": "indirect quotes found, exact edges (recall)",
    "numbers: value": "values of figures",
    "numbers: value and unit": "values with their units",
    "numbers: numerals left alone": "numerals that are no quantity, left alone",
    "newsquant: value": "values of figures",
    "newsquant: value and unit": "values with their units",
    "newsquant: value and change": "values with the direction of change",
    "newsquant: concept partial": "what a figure measures, in part",
    "entities: strict": "names, exact edges and class",
    "entities: untyped": "names, exact edges, any class",
    "articles with a crash": "articles on which it raised",
}
QUOTES = (
    "quotes: end-to-end",
    "quotes: content soft",
    "quotes: direct: strict recall",
    "quotes: direct: attribution",
    "quotes: indirect: strict recall",
    "articles with a crash",
)
NUMBERS = ("numbers: value", "numbers: value and unit", "numbers: numerals left alone")
SPANS = ("entities: strict", "entities: untyped")
TABLES = {
    "quotes-polnear": ("polnear, dev", QUOTES),
    "quotes-news": ("news, all", QUOTES),
    "quotes-shipped": ("shipped, test", QUOTES),
    "numbers-newsquant": (
        "newsquant, dev",
        (
            "newsquant: value",
            "newsquant: value and unit",
            "newsquant: value and change",
            "newsquant: concept partial",
        ),
    ),
    "numbers-news": ("news, all", NUMBERS),
    "numbers-shipped": ("shipped, test", NUMBERS),
    "names-worldwide": ("worldwide, dev", SPANS),
    "names-news": ("news, all", SPANS),
    "names-shipped": ("shipped, test", SPANS),
}
SHORT = (
    ("quotes: end-to-end", ("citron", "ggt", "sayswho", "textacy")),
    ("numbers: value", ("cqe", "quantulum3")),
    ("entities: strict", ("spacy-sm",)),
    (RATE, ("spacy-sm", "sayswho")),
)
MARK = re.compile(r"(<!-- figures: ([\w-]+) -->\n)(.*?)(<!-- end -->)", re.DOTALL)

Figures = dict[str, dict[str, dict[str, str]]]
"""What the page of figures says: by corpus and part, by measure, by system."""


def main() -> None:
    """Write the tables of every page."""
    for page in PAGES:
        page.write_text(filled(page.read_text("utf-8"), read()), "utf-8")


def read() -> Figures:
    """The tables of the page of figures."""
    words = (DOCS / "reference" / "figures.md").read_text("utf-8")
    found: Figures = {}
    for part in re.split(r"^## ", words, flags=re.MULTILINE)[1:]:
        lines = [cells(line) for line in part.splitlines() if line.startswith("| ")]
        head = next(iter(lines), [])
        name = re.sub(r" \(\d+ articles\)$", "", part.partition("\n")[0])
        found[name] = {
            line[0]: dict(zip(head[1:], line[1:], strict=True)) for line in lines[1:] if len(line) == len(head)
        }
    return found


def cells(line: str) -> list[str]:
    """The cells of a row in Markdown."""
    return [cell.strip() for cell in line.strip().strip("|").split(" | ")]


def filled(words: str, figures: Figures) -> str:
    """A page with its tables as the figures are now."""
    return MARK.sub(lambda found: f"{found[1]}{table(found[2], figures)}{found[4]}", words)


def table(name: str, figures: Figures) -> str:
    """A table in Markdown."""
    if name == "readme":
        return short({**figures["shipped, test"], **figures["Speed"]})
    corpus, measures = TABLES[name]
    rows = figures[corpus]
    systems = [system for system in NAMES if rows[measures[0]].get(system, "–") != "–"]
    lines = [["", *(NAMES[system] for system in systems)], ["---"] * (len(systems) + 1)]
    lines += [[SPOKEN[measure], *(rows[measure][system] for system in systems)] for measure in measures]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def short(rows: dict[str, dict[str, str]]) -> str:
    """The table of the README: no intervals, peers in one column."""
    lines = [["", "newsparse", "peers"], ["---"] * 3]
    for measure, peers in SHORT:
        others = ", ".join(f"{NAMES[peer]} {number(rows[measure][peer])}" for peer in peers)
        lines.append([SPOKEN[measure], number(rows[measure]["newsparse"]), others])
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def number(cell: str) -> str:
    """A figure without its interval."""
    return cell.partition(" ")[0]


if __name__ == "__main__":
    main()
