"""The finding on one figure in one source: the sentence like its own, the figure there, and in what they differ."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from newsparse.model import Difference, Differing, Document, Finding, Passage, Span, Verdict
from newsparse.verification.candidates import (
    Aligner,
    Candidate,
    Figure,
    candidates,
    same_head,
    same_words,
    word_for_word,
)
from newsparse.verification.datelines import differing_dates
from newsparse.verification.quantities import equal, written_another_way
from newsparse.verification.quoting import located

SUPPORTING = 0.25
"""The likeness of sentences from which the same figure supports; below, what is counted has to be the same too."""
IN_ARCHIVE = 0.4
"""The likeness from which the same figure of an archive supports: most of its figures are about something else."""
CONTRADICTING = 0.4
"""The likeness of sentences from which a different figure contradicts; below, the figure counts as absent."""
BEHIND = 4
"""How many words behind a figure may have the unit in which it differs: "a day", "for every square metre"."""

_AGAINST: dict[Differing, Verdict] = {"value": "value", "unit": "unit", "bound": "bound", "date": "date"}


def figure_finding(document: Document, figure: Figure, aligner: Aligner, *, archive: bool = False) -> Finding | None:
    """What the source says of a figure of ``document``; None where nothing in it corresponds.

    ``archive`` says that the source may have nothing to do with the document.
    """
    found = max(candidates(figure, aligner), key=_rank, default=None)
    if found is None or not _bears_out(document, figure, found, aligner, archive=archive):
        found = word_for_word(figure, aligner) or found
    if found is None or not _relevant(figure, found, archive=archive):
        return None
    there = aligner.source.document
    differences = [*_differences(document, figure, found, there), *_dates(document, figure, found, there)]
    verdict = _verdict(figure, found, differences)
    return Finding.make(
        document.text,
        figure.span,
        checked="figure",
        verdict=verdict,
        claim=figure.claim.id,
        there=located(there, found.whole),
        likeness=round(min(1.0, found.likeness), 3),
        differences=tuple(differences),
        reason=_reason(verdict, figure, found, differences),
    )


def _rank(candidate: Candidate) -> tuple[float, int]:
    return candidate.score, -candidate.span.start


def _bears_out(document: Document, figure: Figure, found: Candidate, aligner: Aligner, *, archive: bool) -> bool:
    """Whether a candidate is the same figure, of the same thing and at the same time."""
    if found.parts or not _relevant(figure, found, archive=archive):
        return False
    return not any(_dates(document, figure, found, aligner.source.document))


def _relevant(figure: Figure, found: Candidate, *, archive: bool) -> bool:
    """Whether a candidate is about the same thing: so like the figure's sentence that it supports or contradicts."""
    if not found.parts and archive:
        return found.likeness >= IN_ARCHIVE
    if not found.parts:
        return found.likeness >= SUPPORTING or (found.claim is not None and same_head(figure.claim, found.claim))
    same_number = "value" not in found.parts
    return found.likeness >= CONTRADICTING and (found.aligned or same_number or "unit" not in found.parts)


def _differences(document: Document, figure: Figure, found: Candidate, there: Document) -> Iterator[Difference]:
    for part in found.parts:
        if part == "unit" and "value" in found.parts:
            continue  # the same words would be shown twice
        span = figure.span if part == "bound" else figure.claim.span
        theirs = found.whole if part == "bound" else found.span
        if part == "unit":
            span, theirs = _until_they_differ(figure, found)
        here = Passage(span, span.cut(document.text))
        yield Difference(part=part, here=here, there=located(there, theirs))


def _until_they_differ(figure: Figure, found: Candidate) -> tuple[Span, Span]:
    """Two figures; where their words are the same, as far as the unit behind them differs: "$8 million a day"."""
    here, there = figure.claim.span, found.span
    if found.claim is None or not same_words(figure.claim, found.claim):
        return here, there
    words, others = figure.context.words, found.context.words
    behind = zip(
        range(bisect_left(words.spans, here.end, key=_start), len(words)),
        range(bisect_left(others.spans, there.end, key=_start), len(others)),
        strict=False,
    )
    for one, other in islice(behind, BEHIND):
        if words.keys[one] != others.keys[other]:
            return Span(here.start, words.spans[one].end), Span(there.start, others.spans[other].end)
    return here, there


def _start(span: Span) -> int:
    return span.start


def _dates(document: Document, figure: Figure, found: Candidate, there: Document) -> Iterator[Difference]:
    """Dates of the figure's sentence that contradict those of the source's, where the two are alike."""
    if found.likeness < CONTRADICTING:
        return
    ours, theirs = figure.context.span, found.context.span
    for here, other in differing_dates(ours.cut(document.text), theirs.cut(there.text)):
        span = Span(ours.start + here.start, ours.start + here.end)
        place = Span(theirs.start + other.start, theirs.start + other.end)
        if _belongs(figure, span):
            passage = Passage(span, span.cut(document.text))
            yield Difference(part="date", here=passage, there=located(there, place))


def _belongs(figure: Figure, date: Span) -> bool:
    """Whether a date is that of the figure: the one that it holds at, or, where no figure has it, the nearest one."""
    figures = figure.context.figures
    owners = [claim for claim in figures if claim.when and claim.when.span.overlaps(date)]
    if not owners:
        owners = [min(figures, key=lambda claim: abs(claim.span.start - date.start))]
    return figure.claim in owners


def _verdict(figure: Figure, found: Candidate, differences: Sequence[Difference]) -> Verdict:
    if differences:
        return _AGAINST[differences[0].part]
    if found.claim is None or equal(figure.claim, found.claim) or same_words(figure.claim, found.claim):
        return "verbatim"
    return "consistent"


def _reason(verdict: Verdict, figure: Figure, found: Candidate, differences: Sequence[Difference]) -> str:
    if verdict == "verbatim":
        return "the same figure"
    if verdict == "consistent" and found.claim:
        if written_another_way(figure.claim, found.claim):
            return f"the same as {found.claim.text!r}, converted"
        return f"{figure.claim.quantity} is consistent with {found.claim.quantity}"
    return "; ".join(f"{item.part}: {item}" for item in differences)
