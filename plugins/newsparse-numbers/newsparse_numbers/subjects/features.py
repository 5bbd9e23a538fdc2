"""What is measured of a noun that may be what a figure counts or measures, for choosers with learned weights."""

from __future__ import annotations

from newsparse_numbers.subjects.figure import Figure, Noun

FAR_WORDS = 10
"""The distance of a noun that counts as 1."""

FEATURES = ("before", "distance", "money", "percent", "count", "change", "named", "plural")


def features(figure: Figure, noun: Noun) -> dict[str, float]:
    """What a chooser that weighs may know of a noun: on which side it is, how far away, and what the figure is."""
    page = figure.page
    after = noun.index - figure.words[-1]
    before = figure.words[0] - noun.index
    measured = (
        before > 0,
        max(after, before) / FAR_WORDS,
        figure.kind == "money",
        figure.kind == "percent",
        figure.kind == "count",
        figure.role != "level",
        page.tokens[noun.index].upos == "PROPN",
        page.tokens[noun.index].text.endswith("s"),
    )
    return {name: float(value) for name, value in zip(FEATURES, measured, strict=True)}
