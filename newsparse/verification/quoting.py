"""The finding on one quotation in one source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsparse.model import Difference, Document, Finding, Located, Passage, Quote, Span, Verdict, envelope
from newsparse.verification.sources import SourceText, quotes_at
from newsparse.verification.speakers import other_speaker
from newsparse.wording.quotations import Quotation
from newsparse.wording.searching import Match, search
from newsparse.wording.words import words_in


def quote_finding(document: Document, quotation: Quotation, source: SourceText) -> Finding | None:
    """What ``source`` says of a quotation of ``document``, by the match that supports it best; None without a match."""
    found = [_finding(document, quotation, source, match) for match in search(quotation.segments, source.streams())]
    return max(found, key=lambda finding: finding.supported, default=None)


def _finding(document: Document, quotation: Quotation, source: SourceText, match: Match) -> Finding:
    there = source.document
    quotes = quotes_at(there, match.spans)
    differences = list(_words(document, match, there))
    speaker = quotation.claim.speaker if quotation.claim else None
    other = other_speaker(document, quotation, there, match)
    if other is not None and speaker is not None:
        who = located(there, other.mention.span) if other.mention else None
        differences.append(Difference(part="speaker", here=speaker.mention, there=who))
    verdict = _verdict(quotation, match, quotes, there, differences)
    return Finding.make(
        document.text,
        quotation.span,
        checked="quote",
        verdict=verdict,
        claim=quotation.claim.id if quotation.claim else None,
        there=located(there, envelope(match.spans)),
        likeness=round(match.likeness, 3),
        differences=tuple(differences),
        reason=_reason(verdict, other.name if other else "", match),
    )


def _words(document: Document, match: Match, there: Document) -> Iterator[Difference]:
    for change in match.changes:
        here = Passage(change.here, change.here.cut(document.text)) if change.here else None
        yield Difference(part="words", here=here, there=located(there, change.there) if change.there else None)


def _verdict(
    quotation: Quotation, match: Match, quotes: Sequence[Quote], there: Document, differences: Sequence[Difference]
) -> Verdict:
    if differences:
        return "altered" if not match.exact else "speaker"
    if len(quotation.segments) > 1 or match.joined:
        return "shortened"
    whole = sum(len(words_in(there.text, _touched(quote, match.spans))) for quote in quotes[:1])
    return "shortened" if quotation.length < whole else "verbatim"


def _touched(quote: Quote, spans: Sequence[Span]) -> list[Span]:
    """The fragments of a quote that share words with ``spans``."""
    return [fragment for fragment in quote.fragments if any(fragment.overlaps(span) for span in spans)]


def _reason(verdict: Verdict, other: str, match: Match) -> str:
    said = f"the source gives these words to {other}" if other else ""
    if verdict == "altered":
        changed = f"{len(match.changes)} {'change' if len(match.changes) == 1 else 'changes'} in the words"
        return f"{changed}, and {said}" if said else changed
    if verdict == "speaker":
        return said
    if verdict == "shortened":
        return "passages put together" if match.joined else "a part of what the source has"
    return "the same words"


def located(document: Document, span: Span) -> Located:
    """A place in a source, with its words."""
    words = span.cut(document.text)
    return Located(document=document.id, start=span.start, end=span.end, text=words, path=document.meta.path)
