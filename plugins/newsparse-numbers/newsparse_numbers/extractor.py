"""The extractor: quantities of the text, with what they count, whose they are, and the quote that they stand in."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from newsparse.model import Annotation, Document, NumberClaim, Passage
from newsparse_numbers.comparison.pairs import paired
from newsparse_numbers.frames.modality import Frames
from newsparse_numbers.frames.speakers import Sources
from newsparse_numbers.kinds import RejectedNumeral
from newsparse_numbers.quantities.scan import Found, Rejected, scan
from newsparse_numbers.subjects.rules import Measures


@attrs.frozen(kw_only=True)
class NumberConfig:
    """Settings: ``dollar`` is the currency (ISO 4217) of "$" in an article that names no dollar country.

    None leaves it open, as "$" is left open in an article that names two such countries alike.
    """

    dollar: str | None = "USD"


class NumberExtractor:
    """Gives one number claim for each quantity of the text, and each numeral that is none with the reason.

    Reads the layer ``tokens``; trees, mentions, quotes and attributions are used where there are any.
    """

    def __init__(self, config: NumberConfig | None = None) -> None:
        """Keep the settings."""
        self._config = config or NumberConfig()

    def extract(self, document: Document) -> Iterable[Annotation]:
        """The number claims and rejected numerals, in the order of the text."""
        measures, sources, frames = Measures(document), Sources(document), Frames(document)
        claims: list[NumberClaim] = []
        items = scan(document.text, dollar=self._config.dollar)
        measures.take(item for item in items if isinstance(item, Found))
        for item in items:
            if isinstance(item, Rejected):
                yield RejectedNumeral.make(document.text, item.span, reason=item.reason)
            else:
                claims.append(_claim(document, item, measures, sources, frames))
        yield from paired(document.text, claims)


def _claim(document: Document, found: Found, measures: Measures, sources: Sources, frames: Frames) -> NumberClaim:
    """The claim that ``found`` makes."""
    text = document.text
    about = measures.of(found.span, found.outer, found.quantity.kind)
    source = sources.of(found.span)
    frame = frames.of(found.outer, source.modality)
    hedges = [Passage.at(text, span.start, span.end) for span in found.hedges]
    return NumberClaim.make(
        text,
        found.span,
        quantity=found.quantity,
        role=found.role,
        direction=found.direction,
        subject=about.subject,
        head=about.head,
        holder=about.holder,
        whole=about.whole,
        when=about.when,
        where=about.where,
        quote=source.quote,
        speaker=source.speaker,
        cue=source.cue,
        unattributed=source.reason,
        modality=frame.modality,
        bound=Passage.at(text, found.bound.start, found.bound.end) if found.bound else None,
        hedges=tuple(sorted({*hedges, *frame.hedges}, key=lambda item: item.span)),
        negation=frame.negation,
        condition=frame.condition,
        outlook=frame.outlook,
        rule=f"{found.rule}+{about.rule}" if about.rule else found.rule,
    )
