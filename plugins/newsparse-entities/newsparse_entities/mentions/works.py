"""Titles in quotation marks that people are named in: the works that "entitled" introduces, where nobody is named."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.model import Mention, Span
from newsparse_entities.lexicon import listed
from newsparse_entities.mentions.normalise import head_of
from newsparse_entities.reading import Reading

_LONGEST_WORDS = 20
"""Words of the longest title."""
_JOINTS = (",", ":")


def entitled(reading: Reading, mentions: Sequence[Mention]) -> list[Mention]:
    """``mentions`` with titles in quotation marks that hold a person's name as works, without the names in these."""
    titles = [span for quoted in reading.quoted if (span := _title(reading, quoted)) is not None]
    works = [title for title in titles if any(_names_person(title, item) for item in mentions)]
    outside = [item for item in mentions if not any(work.covers(item.span) for work in works)]
    return [*outside, *(_made(reading, work) for work in works)]


def _names_person(title: Span, item: Mention) -> bool:
    return item.label == "Person" and title.covers(item.span)


def _title(reading: Reading, quoted: Span) -> Span | None:
    """The span of the title between two quotation marks; None where they hold something else."""
    inside = reading.starting_in(quoted)[1:-1]
    before = inside.start - 2
    if reading.word(before) in _JOINTS:
        before -= 1
    if reading.word(before) not in listed("names.entitled") or not 0 < len(inside) <= _LONGEST_WORDS:
        return None
    return Span(quoted.start + 1, quoted.end - 1) if reading.tokens[inside.start].text[0].isupper() else None


def _made(reading: Reading, span: Span) -> Mention:
    return Mention.make(reading.text, span, label="Misc", head=head_of(reading, span, "Misc"))
