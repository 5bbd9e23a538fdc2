"""Sentences that differ in one word, mark or blank, and what each figure in them is: value, unit, bound and kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsparse_numbers import find_quantities


def cases():
    """Each sentence of ``neighbours.txt`` and ``numerals.txt`` with its figures."""
    files = (Path(__file__).with_name(f"{name}.txt") for name in ("neighbours", "numerals"))
    for line in (line for file in files for line in file.read_text("utf-8").splitlines()):
        if not line.startswith("#"):
            text, _, figures = line.rpartition(" |")
            yield pytest.param(text, [figure for figure in figures.strip().split("; ") if figure], id=text)


def shown(text, found):
    changes = [] if found.role == "level" else [found.role, found.direction]
    return " ".join([f"{found.span.cut(text)} = {found.quantity} ({found.quantity.kind})", *changes])


@pytest.mark.parametrize(("text", "figures"), list(cases()))
def test_what_a_figure_is_beside_its_neighbours(text, figures):
    assert [shown(text, found) for found in find_quantities(text)] == figures
