"""Whether a text and its source give a quotation to the same speaker; open where the source leaves room for doubt."""

from __future__ import annotations

from newsparse.linking.voices import differ, voice
from newsparse.model import Document, Speaker
from newsparse.verification.sources import quotes_at
from newsparse.wording.quotations import Quotation
from newsparse.wording.searching import Match


def other_speaker(here: Document, quotation: Quotation, there: Document, match: Match) -> Speaker | None:
    """The speaker whom the source names in place of that of ``quotation``; None where it may be the same.

    A description in the text ("the official") may always be of the source's speaker.
    """
    ours = voice(here, quotation.claim, [quotation.span]) if quotation.claim else None
    quotes = [quote for quote in quotes_at(there, match.spans) if quote.speaker]
    theirs = [found for found in (voice(there, quote, match.spans) for quote in quotes) if found]
    if ours is None or ours.described or not differ(ours, theirs):
        return None
    return quotes[0].speaker
