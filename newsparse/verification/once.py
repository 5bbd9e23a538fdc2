"""Each error once: a figure that is another one within a quotation is reported with the words of that quotation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from newsparse.model import Difference, Differing, Finding


def each_once(quotes: Sequence[Finding], figures: Iterable[Finding]) -> list[Finding]:
    """The findings on quotations and figures, without figures that only say again what a quotation has altered.

    The difference in the quotation then says what is wrong with the figure; where nothing else differs, so does its
    verdict.
    """
    found, kept = list(quotes), list[Finding]()
    for figure in figures:
        at = next((at for at, quote in enumerate(found) if _tells(quote, figure)), None)
        if at is None:
            kept.append(figure)
        else:
            found[at] = _telling(found[at], figure)
    return [*found, *kept]


def _tells(quote: Finding, figure: Finding) -> bool:
    """Whether words that are altered in a quotation are those of a figure that is another one."""
    if figure.supported or not any(_is_at(item, figure) for item in quote.differences):
        return False
    return not figure.there or not quote.there or figure.there.document == quote.there.document


def _is_at(difference: Difference, figure: Finding) -> bool:
    return difference.part != "speaker" and difference.here is not None and difference.here.span.overlaps(figure.span)


def _telling(quote: Finding, figure: Finding) -> Finding:
    """The quotation, of which the altered words at the figure are said to be what is wrong with that."""
    part: Differing = figure.differences[0].part if figure.differences else "words"
    differences = [attrs.evolve(item, part=part) if _is_at(item, figure) else item for item in quote.differences]
    alone = figure.verdict != "absent" and all(item.part not in ("words", "speaker") for item in differences)
    verdict = figure.verdict if alone else quote.verdict
    return attrs.evolve(quote, differences=tuple(differences), verdict=verdict)
