"""Whether a text and its source give a quotation to the same speaker; open where either leaves room for doubt."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import product

import attrs

from newsparse.linking.names import parts
from newsparse.linking.voices import CONTINUES, Voice, differ, voice
from newsparse.model import Document, Quote, Span, Speaker, envelope
from newsparse.verification.sources import quotes_at
from newsparse.wording.quotations import Quotation
from newsparse.wording.searching import Match

PRONOUN = "pronoun"
"""The reason for a speaker who is only meant by a word such as "she": either of two may mean somebody else."""
SPELLED_ALIKE = 0.85
"""How alike the letters of two family names are that may be spellings of one: "Zelensky" and "Zelenskyy"."""


@attrs.frozen
class _Said:
    speaker: Speaker
    voice: Voice


def other_speaker(here: Document, quotation: Quotation, there: Document, match: Match) -> Speaker | None:
    """The speaker whom the source names in place of that of ``quotation``; None where it may be the same.

    A description in the text ("the official") may always be of the source's speaker, and so may whoever spoke before
    where the text names nobody.
    """
    ours = _said(here, quotation.claim, [quotation.span])
    quotes = quotes_at(there, match.spans)
    theirs = [found for quote in quotes if (found := _said(there, quote, match.spans)) is not None]
    if ours is None or ours.voice.described or _is_carried_over(here, quotation, ours.speaker):
        return None
    apart = differ(ours.voice, [found.voice for found in theirs])
    return None if not apart or any(_may_be_one(ours, found) for found in theirs) else theirs[0].speaker


def _said(document: Document, quote: Quote | None, spans: Sequence[Span]) -> _Said | None:
    """Who says the words at ``spans``; None where that is not known."""
    if quote is None or quote.speaker is None:
        return None
    found = voice(document, quote, spans)
    return _Said(quote.speaker, found) if found else None


def _is_carried_over(document: Document, quotation: Quotation, speaker: Speaker) -> bool:
    """Whether the paragraph of a quotation does not say whose words these are, nor that they go on from others."""
    if speaker.mention is None or speaker.reason == CONTINUES:
        return True
    whole = envelope([speaker.mention.span, quotation.span])
    return "\n" in whole.cut(document.text).strip()


def _may_be_one(one: _Said, other: _Said) -> bool:
    """Whether the words for two speakers with other names leave it open that these are one; as two pronouns do."""
    if one.speaker.reason == other.speaker.reason == PRONOUN:
        return True
    return _is_named(one, other) or _is_named(other, one) or _may_be_spellings(one.voice, other.voice)


def _is_named(one: _Said, other: _Said) -> bool:
    """Whether all words of a name are among those for another speaker: "former Kell Education Secretary Ada Brook"."""
    words = frozenset(parts(other.speaker.mention.text)) if other.speaker.mention else frozenset()
    return any(words.issuperset(parts(name)) for name in one.voice.names if parts(name))


def _may_be_spellings(one: Voice, other: Voice) -> bool:
    """Whether the family names of two speakers may be one name, and their given names begin with one letter."""
    pairs = product(map(parts, one.names), map(parts, other.names))
    return any(_are_spelled_alike(first, second) for first, second in pairs if first and second)


def _are_spelled_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the last of two names are alike, or have the same letters in another order: "Kamati" and "Tamaki"."""
    given = len(one) == 1 or len(other) == 1 or one[0][0] == other[0][0]
    alike = SequenceMatcher(None, one[-1], other[-1], autojunk=False).ratio() >= SPELLED_ALIKE
    return given and (alike or sorted(one[-1]) == sorted(other[-1]))
