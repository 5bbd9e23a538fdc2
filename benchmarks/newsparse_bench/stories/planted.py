"""Quotations of drafts that are made from articles, one of them altered: whether ``across`` links them, and how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from newsparse.linking import Telling, across
from newsparse.model import Document, Meta, Span
from newsparse.pipeline import Pipeline
from newsparse.wording import Quotation, quotations, words_in
from newsparse_bench.corpora import shipped
from newsparse_bench.verifying.drafts import Draft, Planted, drafts

COUNT = 300
DAYS = ("2026-03-01", "2026-03-02")
"""When the articles and when the drafts were published."""


@attrs.define
class PlantedScore:
    """Counts of quotations in drafts: those that are there, linked to the article, and linked with what was done."""

    untouched: int = 0
    linked: int = 0
    right: int = 0
    altered: int = 0
    found: int = 0
    exact: int = 0
    others: int = 0
    named: int = 0
    absent: int = 0
    wrong: int = 0

    def lines(self) -> Iterator[str]:
        """The counts as text."""
        yield f"untouched: {self.linked} of {self.untouched} linked, {self.right} verbatim or shortened"
        yield f"altered words: {self.found} of {self.altered} linked, {self.exact} with exactly these words"
        yield f"somebody else: {self.named} of {self.others} named"
        yield f"of another article: {self.wrong} of {self.absent} linked"


def planted_score(part: str, pipeline: Pipeline) -> PlantedScore:
    """The counts over the drafts that ``newsparse bench verify`` makes of the shipped articles of ``part``."""
    labelled = list(shipped.load(None, part))
    made = drafts(labelled, count=COUNT, seed=f"verify-{part}")
    sources = {item.id: item for item in pipeline.pipe(_dated(item.id, item.text, DAYS[0]) for item in labelled)}
    score = PlantedScore()
    parsed = pipeline.pipe(_dated(draft.id, draft.text, DAYS[1]) for draft in made)
    for draft, document in zip(made, parsed, strict=True):
        count(score, draft, document, [sources[name] for name in draft.sources])
    return score


def _dated(key: str, text: str, day: str) -> Document:
    return Document(text=text, id=key, meta=Meta(language="en", published=day))


def count(score: PlantedScore, draft: Draft, document: Document, sources: Sequence[Document]) -> None:
    """Count the quotations of one draft."""
    tellings = [
        telling
        for group in across([*sources, document]).quotes
        if any(name != document.id for name in group.documents)
        for telling in group.tellings
        if telling.document == document.id
    ]
    for quotation in quotations(document):
        telling = next((item for item in tellings if _holds(item, quotation)), None)
        if quotation.span.overlaps(draft.planted.sentence):
            _count_planted(score, draft.planted, document, telling)
        else:
            score.untouched += 1
            score.linked += telling is not None
            score.right += telling is not None and telling.relation in ("verbatim", "shortened")


def _holds(telling: Telling, quotation: Quotation) -> bool:
    return any(Span(item.start, item.end).overlaps(quotation.span) for item in telling.passages)


def _count_planted(score: PlantedScore, planted: Planted, document: Document, telling: Telling | None) -> None:
    if planted.kind == "altered":
        score.altered += 1
        score.found += telling is not None
        score.exact += telling is not None and _exact(telling, planted, document)
    elif planted.kind == "speaker":
        score.others += 1
        score.named += telling is not None and telling.other_speaker
    elif planted.kind == "absent-quote":
        score.absent += 1
        score.wrong += telling is not None


def _exact(telling: Telling, planted: Planted, document: Document) -> bool:
    changes = [item for item in telling.differences if item.part == "words"]
    if len(changes) != 1:
        return False
    (change,) = changes
    here = change.here is None or _keys(change.here.text) == _keys(planted.span.cut(document.text))
    return here and _keys(change.there.text if change.there else "") == _keys(planted.before)


def _keys(words: str) -> tuple[str, ...]:
    return words_in(words).keys
