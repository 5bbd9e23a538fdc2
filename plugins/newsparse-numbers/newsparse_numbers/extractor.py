"""The extractor: quantities of the text, with what they count, whose they are, and the quote that they are in."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from newsparse.model import Annotation, Document, Evidence, NumberClaim, Passage
from newsparse.model.claims import evidence
from newsparse_numbers.comparison.pairs import Draft, paired
from newsparse_numbers.frames.modality import Frame, Frames
from newsparse_numbers.frames.speakers import NARRATED, Sources
from newsparse_numbers.kinds import RejectedNumeral
from newsparse_numbers.quantities.found import Found, Rejected
from newsparse_numbers.quantities.scan import scan
from newsparse_numbers.subjects.figure import Relation
from newsparse_numbers.subjects.measures import Measured, Measures


@attrs.frozen(kw_only=True)
class NumberConfig:
    """Settings: ``dollar`` is the currency (ISO 4217) to assume for "$" in an article without signs of a country.

    The country of the outlet, where the article's metadata has one, goes before it. None leaves it open: the unit is
    "dollar", the currency None. An assumed currency is marked as such in the claim's evidence.
    """

    dollar: str | None = None


class NumberExtractor:
    """Gives one number claim for each quantity of the text, and each numeral that is not one with the reason.

    Reads the layer ``tokens``; trees, mentions, and quotes or else attributions, are used where there are any.
    """

    def __init__(self, config: NumberConfig | None = None) -> None:
        """Keep the settings."""
        self._config = config or NumberConfig()

    def extract(self, document: Document) -> Iterable[Annotation]:
        """The number claims and rejected numerals, in the order of the text."""
        items = scan(document.text, dollar=self._config.dollar, country=document.meta.country)
        figures = [item for item in items if isinstance(item, Found)]
        measures = Measures(document, figures)
        sources = Sources(document, measures.page)
        frames = Frames(measures.page)
        for item in items:
            if isinstance(item, Rejected):
                yield RejectedNumeral.make(document.text, item.span, reason=item.reason)
        yield from paired(document.text, [_draft(document, item, measures, sources, frames) for item in figures])


def _draft(document: Document, found: Found, measures: Measures, sources: Sources, frames: Frames) -> Draft:
    """The claim that ``found`` makes by itself."""
    text, about = document.text, measures.of(found)
    speaker = sources.of(found.span)
    said = speaker.found if speaker else NARRATED
    frame = frames.of(found.outer, said.modality)
    claim = NumberClaim.make(
        text,
        found.span,
        quantity=found.quantity,
        role=found.role,
        direction=found.direction,
        subject=about.noun.passage if about.noun else None,
        head=about.noun.head if about.noun else None,
        holder=about.holder.found if about.holder else None,
        to=about.receiver.found if about.receiver else None,
        about=measures.entities(about),
        whole=about.whole,
        when=about.when,
        period=about.period,
        where=about.where,
        quote=said.quote,
        speaker=said.speaker,
        cue=said.cue,
        unattributed=said.reason,
        modality=frame.modality,
        bound=Passage.at(text, found.bound.start, found.bound.end) if found.bound else None,
        hedges=_hedges(text, found, frame),
        negation=frame.negation,
        condition=frame.condition,
        outlook=frame.outlook,
        rule=about.subject.rule if about.subject else "",
        evidence=_evidence(found, about, speaker.rule if speaker else ""),
    )
    return Draft(claim, about.noun is not None and about.noun.relation is Relation.COUNTED)


def _hedges(text: str, found: Found, frame: Frame) -> tuple[Passage, ...]:
    """The hedges that touch the figure and those of its clause, in the order of the text."""
    if not found.hedges and not frame.hedges:
        return ()
    near = [Passage.at(text, span.start, span.end) for span in found.hedges]
    return tuple(sorted({*near, *frame.hedges}, key=lambda item: item.span))


def _evidence(found: Found, about: Measured, speaker: str) -> tuple[Evidence, ...]:
    """What decided each part of the claim that was decided."""
    return evidence(
        ("subject", about.subject.rule if about.subject else ""),
        ("holder", about.holder.rule if about.holder else ""),
        ("to", about.receiver.rule if about.receiver else ""),
        ("role", found.rule),
        ("currency", found.basis),
        ("speaker", speaker),
    )
