"""Sentences that differ in one word, mark or blank, and what each figure in them is: value, unit, bound and kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsparse_numbers import find_quantities


def cases():
    """Each sentence of these files with its figures."""
    names = ("neighbours", "numerals", "edges", "corners", "apart", "everyday")
    files = (Path(__file__).with_name(f"{name}.txt") for name in names)
    for line in (line for file in files for line in file.read_text("utf-8").splitlines()):
        if not line.startswith("#"):
            text, _, figures = line.replace("¶", "\n").rpartition(" |")
            yield pytest.param(text, [figure for figure in figures.strip().split("; ") if figure], id=text)


def shown(text, found):
    changes = [] if found.role == "level" else [found.role, found.direction]
    return " ".join([f"{found.span.cut(text)} = {found.quantity} ({found.quantity.kind})", *changes])


@pytest.mark.parametrize(("text", "figures"), list(cases()))
def test_what_a_figure_is_beside_its_neighbours(text, figures):
    assert [shown(text, found) for found in find_quantities(text)] == figures


def test_what_a_figure_is_does_not_depend_on_other_paragraphs():
    before, behind = "The night was calm.\n\n", "\n\nNobody was on the quay."
    for text in (case.values[0] for case in cases()):
        alone = [(found.span.start + len(before), shown(text, found)) for found in find_quantities(text)]
        whole = f"{before}{text}{behind}"
        assert [(found.span.start, shown(whole, found)) for found in find_quantities(whole)] == alone, text
