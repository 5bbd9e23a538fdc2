"""The state behind a legislator's name and party: the "Ariz." of "Ada Brook, R-Ariz.," and of "Ada Brook (R-Ariz.)"."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from newsparse.model import Mention, Span
from newsparse_entities.lexicon import listed
from newsparse_entities.reading import Reading

_OPENED = re.compile(r"[ \xa0]?[(,][ \xa0]{0,2}")
_STATE = r"(?:[A-Z]\.?){2,4}|[A-Z][a-z]+\.?(?:[ \xa0][A-Z][a-z]+\.?)?"


def seated_for(reading: Reading, mentions: Sequence[Mention]) -> list[Mention]:
    """``mentions`` with these states as places, and without whatever else the model took the party and state for."""
    found = [span for item in mentions if item.label == "Person" and (span := _after(reading, item)) is not None]
    if not found:
        return [*mentions]
    kept = [item for item in mentions if not any(item.span.overlaps(whole) for whole, _ in found)]
    return [*kept, *(Mention.make(reading.text, state, label="Location", head=state) for _, state in found)]


def _after(reading: Reading, person: Mention) -> tuple[Span, Span] | None:
    """The spans of the party with the state, and of the state alone, right behind a name."""
    opened = _OPENED.match(reading.text, person.span.end)
    match = _seat().match(reading.text, opened.end()) if opened is not None else None
    return (Span(*match.span()), Span(*match.span(1))) if match is not None else None


@functools.cache
def _seat() -> re.Pattern[str]:
    """A party's letter, a hyphen and a state before a closing mark."""
    return re.compile(rf"(?:{'|'.join(sorted(listed('names.parties')))})[-–]({_STATE})(?=[),;.])")
