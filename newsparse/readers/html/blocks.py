"""Blocks: the paragraphs, headings, captions, quotations and rows of a page, each with its words and what it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import attrs

Kind = Literal["body", "heading", "item", "caption", "quote", "post", "signature", "row", "standfirst"]

_BLANKS = re.compile(r"[ \t\n\r\f\v\u00a0\u2028\u2029]+")
_INDENT = re.compile(r"[ \t\n\r\f]*\u00a0[\u00a0 ]*\u00a0")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\U0010fffd"))
_CONTROLS = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
_ILLEGAL = {**dict.fromkeys((*range(0x09), 0x0B, *range(0x0E, 0x20), 0xFFFE, 0xFFFF), ""), 0x0C: " "}
_CLEANED = _INVISIBLE | _CONTROLS | _ILLEGAL
"""Soft hyphens, marks of direction and what no tree can hold go; ``&#147;`` is windows-1252, as HTML has it."""


@attrs.frozen
class Piece:
    """Words as the page has them, whether they are in a link and in bold type; without words it is a line break."""

    text: str
    linked: bool = False
    bold: bool = False


LINE_BREAK = Piece("")


@attrs.define(eq=False)
class Block:
    """One paragraph of the page.

    ``group`` is the number of the quotation, post or live entry that it belongs to, 0 for none; ``linked`` the share of
    its characters in links; ``level`` that of a heading, else 0. ``pulled`` says that a quotation is set apart from an
    article that may hold it too, ``live`` that the block belongs to an entry of a live blog. ``bullet`` is the dash or
    the number that the page shows before an item of a list.
    """

    kind: Kind
    text: str
    group: int = 0
    linked: float = 0.0
    level: int = 0
    pulled: bool = False
    live: bool = False
    bullet: str = ""


def cleaned(text: str) -> str:
    """Text without invisible characters."""
    return text.translate(_CLEANED)


def one_line(text: str) -> str:
    """Text with each run of blanks as one space, and none around it."""
    return _BLANKS.sub(" ", text).strip()


def paragraphs(pieces: Iterable[Piece]) -> Iterator[tuple[list[Piece], bool]]:
    """The paragraphs that a run of words holds, and whether each is a line in bold type above others: a heading.

    A blank line and an indented one begin a paragraph. Lines within one stay apart by a line break.
    """
    lines = list(_lines(pieces))
    open_: list[Piece] = []
    for number, line in enumerate(lines):
        words = "".join(piece.text for piece in line)
        if open_ and (not one_line(words) or _INDENT.match(words)):
            yield open_, False
            open_ = []
        if not one_line(words):
            continue
        if not open_ and _is_bold(line) and any(_text(lines[number + 1 :])):
            yield line, True
            continue
        open_ += [LINE_BREAK, *line] if open_ else line
    if open_:
        yield open_, False


def _is_bold(line: Iterable[Piece]) -> bool:
    return all(piece.bold for piece in line if piece.text.strip())


def _text(lines: Iterable[Sequence[Piece]]) -> Iterator[str]:
    return (words for line in lines if (words := one_line("".join(piece.text for piece in line))))


def _lines(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    line: list[Piece] = []
    for piece in pieces:
        if piece is LINE_BREAK:
            yield line
            line = []
        else:
            line.append(piece)
    yield line


def words_of(pieces: Iterable[Piece]) -> str:
    """The words of a paragraph, blanks collapsed, its lines apart."""
    return "\n".join(_text(_lines(pieces)))


def linked_share(pieces: Iterable[Piece], text: str) -> float:
    """How much of a paragraph's text is in links, 0 to 1."""
    return min(1.0, sum(len(one_line(piece.text)) for piece in pieces if piece.linked) / max(1, len(text)))
