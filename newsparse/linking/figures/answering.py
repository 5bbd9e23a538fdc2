"""Figures that leave what they are about to the one before: "She said it was 200" behind what somebody else counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from newsparse.linking.figures.profiles import Figure


def with_answers(figures: Iterable[Figure]) -> Iterator[Figure]:
    """The figures, of which those that answer the one before are about the same as that."""
    before: Figure | None = None
    for figure in figures:
        if before is not None and _is_answer(figure, before):
            figure = _answering(figure, before)
        yield figure
        before = figure


def _is_answer(figure: Figure, before: Figure) -> bool:
    """Whether somebody gives a figure for what somebody else gave the one before for: "She said it was 200"."""
    if figure.head or figure.words or before.headline != figure.headline:
        return False
    if figure.fate and figure.fate != before.fate:
        return False
    same = (figure.quantity.kind, figure.quantity.unit) == (before.quantity.kind, before.quantity.unit)
    same = same or (before.quantity.kind == "money" and figure.quantity.kind == "count" and not figure.quantity.unit)
    return same and figure.speaker != before.speaker and "" not in (figure.speaker, before.speaker)


def _answering(figure: Figure, before: Figure) -> Figure:
    return attrs.evolve(
        figure,
        answered=before.claim,
        head=before.head,
        words=figure.words | before.words,
        near=figure.near | before.near,
        fate=before.fate or figure.fate,
        role=before.role,
        direction=before.direction,
    )
