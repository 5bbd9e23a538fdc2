"""Finds stretches between quotation marks in raw text; marks may be missing, nested, or of several styles."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import attrs

from newsparse.model import Span

PARAGRAPH = re.compile(r"[^\r\n]+")
PAIRS = ("\u201c\u201d", "\u00ab\u00bb", "\u201e\u201c", "\u201e\u201d", "``''", "\u2018\u2019", '""', "\uff02\uff02")
ESCAPED = ("&quot;&quot;", "&ldquo;&rdquo;", "&#8220;&#8221;", "\u00e2\u20ac\u0153\u00e2\u20ac\u009d")
"""Marks that a web page left escaped, and curly ones in UTF-8 that were read as Windows-1252."""
ANGLES = ("\u2039\u203a", "\u2039\u2039\u203a\u203a", "<<>>", "\u00bb\u00ab", "\u00bb\u00bb")
"""Single and doubled angles, and double ones turned inwards or all one way."""
USUAL = (*PAIRS, *ANGLES, *ESCAPED, "''''", "''")
"""Pairs of marks that are read where an outlet's own are not given; two apostrophes are one mark."""
SAME = {'"', "''", "\uff02", "'", "&quot;"}
"""Marks that open as well as close."""
_SINGLE = frozenset({"'", "\u2018"})
"""Single marks that open; they may be apostrophes, too."""
_SHORTENED = frozenset({"n'", "n\u2019"})
"""What follows an apostrophe in "rock 'n' roll"."""

_STRAIGHT = {"\u201c": '"', "\u2018": "'"}
"""Curly marks with the straight ones that some outlets close them with."""

_INWARD = re.compile("[\u00ab\u00bb]")
"""What closes a mark that is turned inwards."""
DEEPEST = 6
"""Marks that are open at a time, at most: more of them are not nested but unbalanced."""


_STOPS = frozenset(",.")
NEXT = 4
"""Single marks looked at to tell a possessive ("the sailors' ship") from the end of a quote, at most."""


@attrs.frozen
class Style:
    """The quotation marks of an outlet: each opening mark with those that close it."""

    pairs: Mapping[str, frozenset[str]]
    pattern: re.Pattern[str]


@cache
def style(pairs: tuple[str, ...] = USUAL) -> Style:
    """The style of ``pairs``, each an opening mark and a closing one, of equal length, in one string ("\u2039\u203a").

    Raises ``ValueError`` for a pair that cannot be split into two halves.
    """
    found: dict[str, set[str]] = {}
    for pair in pairs:
        half, odd = divmod(len(pair), 2)
        if odd or not half or pair.isspace():
            raise ValueError(f"{pair!r} is not a pair of quotation marks.")
        found.setdefault(pair[:half], set()).add(pair[half:])
    marks = sorted({*found, *(mark for closing in found.values() for mark in closing)}, key=lambda m: (-len(m), m))
    closing = {mark: frozenset(others) for mark, others in found.items()}
    return Style(closing, re.compile("|".join(re.escape(mark) for mark in marks)))


@attrs.frozen
class Stretch:
    """The words between two marks; ``open`` and ``close`` are the marks, ``close`` None where the paragraph ends first.

    ``reopened`` says that the paragraph before ended unclosed, so that this stretch continues it.
    """

    content: Span
    open: Span
    close: Span | None
    reopened: bool = False
    depth: int = 0

    @property
    def marks(self) -> list[Span]:
        """The mark that opens it, and the one that closes it if there is one."""
        return [self.open] if self.close is None else [self.open, self.close]


class Outer:
    """The outermost stretches of a text, by place: none overlaps another."""

    def __init__(self, found: Sequence[Stretch]) -> None:
        self.all = kept = _outermost(found)
        self.opens = {s.open.start: s.open.end for s in kept} | {s.close.start: s.close.end for s in kept if s.close}
        self.closes = {end: start for start, end in self.opens.items()}
        self.has_long_marks = any(end - start > 1 for start, end in self.opens.items())
        self._starts = [s.content.start for s in kept]
        self._ends = [s.content.end for s in kept]

    def near(self, span: Span) -> list[Stretch]:
        """Those whose content overlaps ``span`` or touches it."""
        return self.all[bisect_left(self._ends, span.start) : bisect_right(self._starts, span.end)]

    def around(self, piece: Span) -> Stretch | None:
        """The one whose content holds all of ``piece``; None where there is none."""
        return next((stretch for stretch in self.near(piece) if stretch.content.covers(piece)), None)

    def before(self, stretch: Stretch) -> Stretch | None:
        """The one before ``stretch``; None for the first."""
        index = bisect_left(self._ends, stretch.content.start)
        return self.all[index - 1] if index > 0 else None

    def touching(self, pieces: Sequence[Span]) -> list[Stretch]:
        """Those whose content overlaps one of ``pieces``, each once."""
        if not self.all:
            return []
        found: list[Stretch] = []
        for piece in pieces:
            found += self.all[bisect_right(self._ends, piece.start) : bisect_left(self._starts, piece.end)]
        if len(pieces) == 1:
            return found
        return sorted({s.content: s for s in found}.values(), key=_by_content)

    def is_broken_by(self, piece: Span) -> bool:
        """Whether ``piece`` begins or ends inside marks, so that it has words between them and not both marks."""
        near = self.touching([piece])
        return any(not (piece.covers(s.open) and s.close is not None and piece.covers(s.close)) for s in near)


def _outermost(found: Sequence[Stretch]) -> list[Stretch]:
    """Those in no others, in the order of the text; of two that overlap, the first."""
    kept: list[Stretch] = []
    for stretch in sorted((s for s in found if s.depth == 0), key=_by_content):
        if not kept or kept[-1].content.end <= stretch.open.start:
            kept.append(stretch)
    return kept


def _by_content(stretch: Stretch) -> Span:
    return stretch.content


def stretches(text: str, chosen: Style | None = None) -> list[Stretch]:
    """All quoted stretches of ``text``, by start; an opening mark without a closing one runs to the paragraph's end.

    ``chosen`` are the marks to read, the usual ones if it is None.
    """
    known = chosen or style()
    result: list[Stretch] = []
    carried = False
    for paragraph in PARAGRAPH.finditer(text):
        found = list(_in_paragraph(text, paragraph.start(), paragraph.end(), known))
        if not found:
            carried = carried and not paragraph.group().strip()
            continue
        if carried and not text[paragraph.start() : found[0].open.start].strip():
            found[0] = attrs.evolve(found[0], reopened=True)
        result.extend(sorted(found, key=lambda s: s.open.start))
        carried = any(s.close is None for s in found)
    return result


def _in_paragraph(text: str, begin: int, end: int, known: Style) -> Iterator[Stretch]:
    """The stretches of one paragraph, outer ones after the inner ones that they hold."""
    stack: list[tuple[str, Span]] = []
    found: list[Stretch] = []
    place = begin
    while (match := known.pattern.search(text, place, end)) is not None:
        mark, span = _inner_first(text, match, stack)
        place = span.end
        if span.start == begin:
            mark = _opening(text, mark, span)
        level = _closes(mark, stack, known)
        if level is not None and _may_close(text, span, mark, end):
            opened = stack[level][1]
            del stack[level:]
            if text[opened.end : span.start].strip():
                found.append(Stretch(Span(opened.end, span.start), opened, span, depth=level))
        elif mark in known.pairs and len(stack) < DEEPEST and _may_open(text, span, mark, end):
            stack.append((mark, span))
    if stack:
        mark, opened = stack[0]
        if mark not in _SINGLE:
            found.append(Stretch(Span(opened.end, end), opened, None))
    yield from sorted(found, key=lambda s: s.open.start)


def _opening(text: str, mark: str, span: Span) -> str:
    """A mark at the beginning of a paragraph; one that only closes, right before a word, is a slip for its partner."""
    return "\u201c" if mark == "\u201d" and text[span.end : span.end + 1].isalnum() else mark


def _inner_first(text: str, match: re.Match[str], stack: Sequence[tuple[str, Span]]) -> tuple[str, Span]:
    """A mark and its place; the first of three apostrophes alone where one is open inside of two."""
    mark, span = match.group(), Span(*match.span())
    if text.startswith("'", span.end) and [opened for opened, _ in stack[-2:]] == ["''", "'"]:
        return "'", Span(span.start, span.start + 1)
    return mark, span


def _closes(mark: str, stack: list[tuple[str, Span]], known: Style) -> int | None:
    """The place in the stack of the mark that ``mark`` closes, the innermost first."""
    for level in range(len(stack) - 1, -1, -1):
        opened = stack[level][0]
        if mark in known.pairs[opened] or {mark, opened} == {'"', "\u201d"} or _STRAIGHT.get(opened) == mark:
            return level
    return None


def _may_close(text: str, span: Span, mark: str, end: int) -> bool:
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    if mark in {"'", "\u2019"}:
        possessive = before == "s" and after.isspace() and _closes_later(text, span.end, mark, end)
        return not after.isalnum() and not before.isspace() and not possessive
    return not (before.isspace() and after.isalnum()) or mark not in SAME


def _closes_later(text: str, start: int, mark: str, end: int) -> bool:
    """Whether one of the next few single marks is beside a comma or full stop, and none opens before it."""
    for _ in range(NEXT):
        place = text.find(mark, start, end)
        before, after = text[place - 1 : place], text[place + 1 : place + 2]
        if place < 0 or (before.isspace() and after.isalnum()):
            return False
        if before in ",.?!" or after in _STOPS:
            return "\u2018" not in text[start:place]
        start = place + 1
    return False


def _opens_later(text: str, span: Span, mark: str, end: int) -> bool:
    """Whether a blank after an opening mark is a slip: a mark that only opens, and one that closes it follows."""
    if mark != "\u201c" or not text[span.end : span.end + 2].strip():
        return False
    close, again = text.find("\u201d", span.end, end), text.find(mark, span.end, end)
    return close >= 0 and not 0 <= again < close


def _may_open_single(text: str, end: int) -> bool:
    """Whether a word or another mark comes after a single mark that ends at ``end``; it is no apostrophe."""
    after = text[end : end + 1]
    return text[end : end + 2] not in _SHORTENED and (after.isalpha() or after in '"\u201c')


def _may_open(text: str, span: Span, mark: str, end: int) -> bool:
    before, after = text[span.start - 1 : span.start] if span.start else "", text[span.end : span.end + 1]
    if span.end >= end or (after.isspace() and not _opens_later(text, span, mark, end)):
        return False
    if before.isalnum():
        return mark not in SAME and mark != "\u00bb" and mark not in _SINGLE
    if mark in _SINGLE:
        return _may_open_single(text, span.end)
    return mark != "\u00bb" or _INWARD.search(text, span.end, end) is not None
