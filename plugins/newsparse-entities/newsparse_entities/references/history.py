"""What has been read of an article so far: the mentions of each sentence, with what makes them likely antecedents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newsparse.model import Span
from newsparse_entities.grouping.groups import Group
from newsparse_entities.lexicon import listed
from newsparse_entities.reading import Reading


class Seen(NamedTuple):
    """A mention already read.

    ``rank`` is that of ``Reading.subject_rank``, ``quote`` the number of the quotation marks around it, ``governor``
    the token that governs it, ``joined`` whether "and" joins it to another mention, ``pronoun`` whether it is one,
    ``speaks`` whether it is the source of an attribution.
    """

    group: Group
    span: Span
    token: int
    sentence: int
    rank: int
    quote: int | None
    governor: int | None
    joined: bool
    pronoun: bool
    speaks: bool


class History:
    """The mentions read so far, by sentence; ``kin`` are named as relatives, "his brother Tom", and have not spoken."""

    def __init__(self, reading: Reading) -> None:
        """Nothing is read yet."""
        self._reading = reading
        self._rows: dict[int, list[Seen]] = {}
        self.kin: set[Group] = set()

    def see(self, group: Group, span: Span, token: int, *, pronoun: bool = False, speaks: bool = False) -> None:
        """Note that ``span``, whose head is ``token``, refers to ``group``."""
        if speaks:
            self.kin.discard(group)
        number = self._reading.sentence_at(span.start)
        row = self._rows.setdefault(number, [])
        joined = bool(row) and self._reading.text[row[-1].span.end : span.start].strip(" \n,") in listed("grammar.and")
        if joined:
            row[-1] = row[-1]._replace(joined=True)
        row.append(
            Seen(
                group,
                span,
                token,
                number,
                self._reading.subject_rank(token),
                self._reading.quote_at(span.start),
                self._reading.tree.head(token),
                joined,
                pronoun,
                speaks,
            )
        )

    def row(self, sentence: int) -> list[Seen]:
        """The mentions of one sentence, in the order in which they were read."""
        return self._rows.get(sentence, [])

    def back(self, sentence: int, count: int) -> Iterator[Seen]:
        """The mentions of ``sentence`` and of ``count`` sentences before it, the latest first."""
        for number in range(sentence, sentence - count - 1, -1):
            yield from reversed(self.row(number))
