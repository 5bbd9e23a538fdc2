"""Marks within the text of a story: a pair of brackets around words, with labels behind a bar, inside others or not.

``[Ada Brook|brook]`` names somebody, ``{We have waited|wait verbatim}`` is a quotation, ``‹12|dead›`` a figure,
``«rejected this|wait|Ada Brook»`` the words of an answer, and ``^may/will^`` within a quotation says that its words
replace others of the original; either side may be empty.
"""

from __future__ import annotations

import re
from typing import Literal

import attrs

from newsparse.errors import SchemaError

Opening = Literal["[", "{", "‹", "«", "^"]
_CLOSING: dict[Opening, str] = {"[": "]", "{": "}", "‹": "›", "«": "»", "^": "^"}
_SIGN = re.compile(r"[\[{‹«^|/\]}›»]")


@attrs.frozen
class Mark:
    """Marked words from ``start`` to ``end`` of the plain text, the bracket that opened the mark, and its labels."""

    opening: Opening
    start: int
    end: int
    labels: str


@attrs.define
class _Scan:
    """The plain text so far, the marks that are open, and those that are closed."""

    pieces: list[str] = attrs.field(factory=list)
    length: int = 0
    open: list[tuple[Opening, int]] = attrs.field(factory=list)
    closed: list[Mark] = attrs.field(factory=list)

    def add(self, words: str) -> None:
        self.pieces.append(words)
        self.length += len(words)

    def close(self, body: str, at: int) -> int:
        """Close the mark whose labels begin at ``at``; where the text goes on."""
        opening, start = self.open.pop()
        end = body.find(_CLOSING[opening], at)
        if end < 0:
            raise SchemaError(f"a mark is left open at {body[at - 1 : at + 20]!r}.")
        self.closed.append(Mark(opening, start, self.length, body[at:end].strip()))
        return end + 1


def plain(body: str) -> tuple[str, tuple[Mark, ...]]:
    """The text without marks, and the marks in the order of the text; raises ``SchemaError`` for one left open."""
    scan = _Scan()
    at = 0
    while match := _SIGN.search(body, at):
        scan.add(body[at : match.start()])
        at = match.end()
        inner = scan.open[-1][0] if scan.open else None
        sign = match[0]
        opening = next((item for item in _CLOSING if item == sign), None)
        if opening is not None:
            scan.open.append((opening, scan.length))
        elif inner is not None and sign == ("/" if inner == "^" else "|"):
            at = scan.close(body, at)
        else:
            scan.add(sign)
    scan.add(body[at:])
    if scan.open:
        raise SchemaError(f"the mark {scan.open[-1][0]!r} at {scan.open[-1][1]} is left open.")
    return "".join(scan.pieces), tuple(sorted(scan.closed, key=_place))


def _place(mark: Mark) -> tuple[int, int]:
    return mark.start, -mark.end
