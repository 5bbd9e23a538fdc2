"""A text against its sources: a finding for every quotation and figure, by the source that bears it out best."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

import attrs

from newsparse.model import Document, Finding, distinct
from newsparse.model.parsed import given_document, given_documents
from newsparse.verification.candidates import Aligner, Figure
from newsparse.verification.figures import figure_finding
from newsparse.verification.once import each_once
from newsparse.verification.quoting import quote_finding
from newsparse.verification.sentences import Contexts
from newsparse.verification.sources import SourceText
from newsparse.wording.quotations import Quotation, quotations
from newsparse.wording.words import words_in

LAYER = "findings"


def verify(draft: Document, sources: Iterable[Document], *, archive: Iterable[Document] = ()) -> Document:
    """``draft`` with a layer ``findings``: what the sources say of each quotation and each figure in it.

    A figure that is altered in a quotation is reported once, with that quotation.

    ``archive`` are further articles, of which most may have nothing to do with the draft: a figure there supports one
    of the draft only if their sentences are much alike.

    All documents come from a pipeline with quotes and numbers. The sources are taken one after another, and none is
    kept; of several that have something, one that supports goes before one that contradicts, then the one more alike.
    Of documents without these layers, only what is in quotation marks is compared. Raises ``ReadError`` for what is no
    document.
    """
    quotes = quotations(given_document(draft))
    contexts = Contexts(draft)
    figures = [Figure(claim=claim, context=contexts.at(claim.span)) for claim in draft.numbers]
    of_quotes: list[Finding | None] = [None] * len(quotes)
    of_figures: list[Finding | None] = [None] * len(figures)
    given = chain(
        ((item, False) for item in given_documents(sources)), ((item, True) for item in given_documents(archive))
    )
    for source, apart in given:
        words = words_in(source.text)
        text = SourceText(source, words)
        aligner = Aligner(Contexts(source, words), text.text)
        for number, quotation in enumerate(quotes):
            of_quotes[number] = _better(of_quotes[number], quote_finding(draft, quotation, text))
        for number, figure in enumerate(figures):
            of_figures[number] = _better(of_figures[number], figure_finding(draft, figure, aligner, archive=apart))
    checked = [found or _absent_quote(draft, item) for found, item in zip(of_quotes, quotes, strict=True)]
    counted = [found or _absent_figure(draft, item) for found, item in zip(of_figures, figures, strict=True)]
    return draft.with_layer(LAYER, distinct(each_once(checked, (_within(item, checked) for item in counted))))


def _better(one: Finding | None, other: Finding | None) -> Finding | None:
    if one is None or other is None:
        return one or other
    return max(one, other, key=lambda finding: (finding.supported and finding.likeness, finding.likeness))


def _absent_quote(draft: Document, quotation: Quotation) -> Finding:
    claim = quotation.claim.id if quotation.claim else None
    fields = {"checked": "quote", "verdict": "absent", "claim": claim, "reason": "no source has these words"}
    return Finding.make(draft.text, quotation.span, **fields)


def _absent_figure(draft: Document, figure: Figure) -> Finding:
    fields = {"checked": "figure", "verdict": "absent", "claim": figure.claim.id, "reason": "no source has this figure"}
    return Finding.make(draft.text, figure.span, **fields)


def _within(finding: Finding, quotes: Sequence[Finding]) -> Finding:
    """The finding on a figure, which is as good as the quotation that it is in where that is word for word."""
    if finding.supported:
        return finding
    for quote in quotes:
        if quote.supported and quote.span.covers(finding.span):
            found = attrs.evolve(finding, verdict="verbatim", there=quote.there, likeness=quote.likeness)
            return attrs.evolve(found, differences=(), reason="in a quotation that the sources have")
    return finding
