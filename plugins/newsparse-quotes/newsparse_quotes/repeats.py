"""Quotes in, quotes out: a pull quote has the speaker of the same words in the article, not whoever spoke before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from newsparse.model import Evidence, Quote, Speaker

_WORD = re.compile(r"\w+")
_LEAST_WORDS = 4
"""Words of a quote that is looked for in the others, at least."""
_CONTINUES = "continues"
"""Why a quote that goes on with the one before has its speaker."""
_REPEATED = "repeated"
"""Why such a quote has its speaker."""


def with_repeats(quotes: Sequence[Quote]) -> Iterator[Quote]:
    """``quotes``, where those without a cue that are words of another, which does not only go on, have its speaker."""
    if not any(map(_only_goes_on, quotes)):
        yield from quotes
        return
    told = [(_words(quote), quote) for quote in quotes if quote.within is None and _is_told(quote)]
    for quote in quotes:
        yield _of_whoever_says_it(quote, told) if _only_goes_on(quote) else quote


def _is_told(quote: Quote) -> bool:
    """Whether a quote has a cue, or its speaker is named beside it."""
    return quote.cue is not None or (quote.speaker is not None and quote.speaker.reason != _CONTINUES)


def _only_goes_on(quote: Quote) -> bool:
    return quote.cue is None and quote.form == "direct"


def _of_whoever_says_it(quote: Quote, told: Sequence[tuple[str, Quote]]) -> Quote:
    """The quote with the speaker of those that hold all its words, if that is one."""
    said = _speakers(quote, told)
    if not said or len({speaker.entity for speaker in said}) > 1 or _is(quote, said[0].entity):
        return quote
    kept = tuple(item for item in quote.evidence if item.part != "speaker")
    speaker = attrs.evolve(said[0], reason=_REPEATED)
    return attrs.evolve(quote, speaker=speaker, unattributed="", evidence=(*kept, Evidence("speaker", _REPEATED)))


def _speakers(quote: Quote, told: Sequence[tuple[str, Quote]]) -> list[Speaker]:
    """The speakers of other quotes that hold all words of one that is long enough."""
    words = _words(quote)
    if words.count(" ") <= _LEAST_WORDS:
        return []
    found = (other for held, other in told if words in held and not other.span.overlaps(quote.span))
    return [other.speaker for other in found if other.speaker is not None]


def _is(quote: Quote, entity: str | None) -> bool:
    return quote.speaker is not None and quote.speaker.entity == entity and entity is not None


def _words(quote: Quote) -> str:
    """The words of a quote in small letters, with a blank before each and at the end."""
    return " " + "".join(f"{word} " for word in _WORD.findall(quote.text.lower()))
