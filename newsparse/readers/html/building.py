"""The blocks of a cleaned page, and a plain copy of its tree in which each block is one marked element."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Any

import attrs

from newsparse.readers.html.blocks import (
    LINE_BREAK,
    Block,
    Kind,
    Piece,
    cleaned,
    linked_share,
    paragraphs,
    words_of,
)
from newsparse.readers.html.cleaning import names_of
from newsparse.readers.html.marks import bullet_of, quotation_marks
from newsparse.readers.html.vocabulary import Use, tags

MARK = "\U0010fffd"
"""Stands on both sides of a block's number in the copy of the tree; ``cleaned`` takes it out of the page's own text."""

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOLD = frozenset({"b", "strong"})
_KEPT = frozenset({"article", "section", "main", "ul", "ol", "li"})
_KEPT_ATTRIBUTES = ("id", "class", "itemprop", "role")
_SUPERSCRIPT = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_BLANK_LINE = re.compile(r"\n[ \t]*(?=\n)")
_LIVE_TYPES = ("BlogPosting", "liveBlogUpdate")
_CELL_CHARACTERS = 200
_DATA_ROWS = 2


@attrs.frozen
class _Frame:
    """An open element: whether it ends the block before it, and what the words in it are."""

    block: bool
    kind: Kind
    group: int = 0
    level: int = 0
    linked: bool = False
    bold: bool = False
    quoted: int = 0
    pulled: bool = False
    live: bool = False
    plain: bool = False
    closing: str = ""
    raised: bool = False
    set_as_is: bool = False


class Builder:
    """Walks a cleaned tree once, without recursion; ``blocks`` and ``tree`` are the result.

    ``marked`` maps the number of each block to its element in ``tree``.
    """

    def __init__(self) -> None:
        from lxml import html

        self._element = html.Element
        self.tree = html.Element("html")
        self._containers = [html.Element("body")]
        self.tree.append(self._containers[0])
        self.blocks: list[Block] = []
        self.marked: list[Any] = []
        self._frames = [_Frame(block=True, kind="body")]
        self._run: list[Piece] = []
        self._groups = 0
        self._bullet = ""

    def walk(self, body: Any) -> None:
        """Add all that is in ``body``."""
        from lxml import etree

        walk = etree.iterwalk(body, events=("start", "end"))
        whole: Any = None
        for event, element in walk:
            if event == "end":
                if element is not whole:
                    self._close()
                if element is not body:
                    self._add(element.tail)
            elif element.tag == "br" or (element.tag == "table" and _is_data(element)):
                self._break(element)
                whole = element
                walk.skip_subtree()
            else:
                self._open(element)
                self._add(element.text)
        self._flush()

    def _break(self, element: Any) -> None:
        if element.tag == "br":
            self._run.append(LINE_BREAK)
        else:
            self._table(element)

    def _add(self, text: str | None) -> None:
        frame = self._frames[-1]
        if not text:
            return
        words = cleaned(text).translate(_SUPERSCRIPT) if frame.raised else cleaned(text)
        for number, part in enumerate(_BLANK_LINE.split(words) if frame.set_as_is else [words]):
            self._run += [LINE_BREAK, LINE_BREAK] if number else []
            self._run.append(Piece(part, frame.linked, frame.bold))

    def _open(self, element: Any) -> None:
        frame = self._frame(element)
        if frame.block:
            self._flush()
            self._container(element, frame)
            self._bullet = bullet_of(element) if element.tag == "li" else self._bullet
        elif element.tag == "time":
            self._run.append(Piece(" "))
        elif element.tag == "q":
            self._run.append(Piece(quotation_marks(element, self._frames[-1].quoted)[0]))
        self._frames.append(frame)

    def _close(self) -> None:
        frame = self._frames[-1]
        if frame.block:
            self._flush()
            self._containers.pop()
        elif frame.closing:
            self._run.append(Piece(frame.closing))
        self._frames.pop()

    def _frame(self, element: Any) -> _Frame:
        """What an element makes of the words in it."""
        above, tag = self._frames[-1], element.tag
        block = tag not in tags("inline") or _holds_blocks(element)
        frame = attrs.evolve(above, block=block, linked=above.linked or tag == "a", closing="", raised=False)
        frame = self._special(frame, element, names_of(element))
        return frame if frame.block else _inline(frame, element)

    def _special(self, frame: _Frame, element: Any, found: frozenset[Use]) -> _Frame:
        """The frame of an element whose tag or name says what it holds; an inline one may become a block by it."""
        tag = element.tag
        if frame.kind in ("quote", "post"):
            return _signed(frame, element, found)
        if tag == "blockquote" or (frame.block and found & {"quote", "post"}):
            return self._quotation(frame, element, found)
        if not frame.live and _is_live(element, found):
            self._groups += 1
            return attrs.evolve(frame, live=True, plain=True, group=self._groups)
        if tag == "figcaption" or "caption" in found:
            signs = _quotes_figure(element)
            return attrs.evolve(
                frame,
                block=True,
                kind="signature" if signs else "caption",
                group=self._groups if signs else frame.group,
                plain=True,
            )
        return _plain(frame, tag, found)

    def _quotation(self, frame: _Frame, element: Any, found: frozenset[Use]) -> _Frame:
        self._groups += 1
        pulled = "pull" in found or any(
            parent.tag == "aside" or "pull" in names_of(parent) for parent in element.iterancestors()
        )
        kind: Kind = "post" if "post" in found else "quote"
        return attrs.evolve(frame, block=True, kind=kind, group=self._groups, pulled=pulled, plain=True)

    def _container(self, element: Any, frame: _Frame) -> None:
        """Open a copy of a block element; one inside a quotation, figure or live entry keeps no names."""
        tag = element.tag if element.tag in _KEPT and not frame.live else "div"
        copy = self._element(tag)
        for name in () if frame.plain else _KEPT_ATTRIBUTES:
            if element.get(name) is not None:
                copy.set(name, element.get(name))
        self._containers[-1].append(copy)
        self._containers.append(copy)

    def _table(self, element: Any) -> None:
        """Add each row of a table of data as one block, cells apart by a tab."""
        self._flush()
        for row in element.iter("caption", "tr"):
            cells = [row] if row.tag == "caption" else row.iterchildren("td", "th")
            texts = [words_of([Piece(cleaned("".join(cell.itertext())))]) for cell in cells]
            text = "\t".join(texts).strip()
            if text:
                kind: Kind = "caption" if row.tag == "caption" else "row"
                self._mark(Block(kind=kind, text=text, live=self._frames[-1].live), [Piece(text)])

    def _flush(self) -> None:
        """End the block that is open, if it has words."""
        run, self._run = self._run, []
        frame = self._frames[-1]
        for pieces, bold in paragraphs(run):
            text = words_of(pieces)
            block = Block(
                kind="heading" if bold and frame.kind == "body" else frame.kind,
                text=text,
                group=frame.group,
                linked=linked_share(pieces, text),
                level=frame.level,
                pulled=frame.pulled,
                live=frame.live,
                bullet=self._bullet if frame.kind == "item" else "",
            )
            self._mark(block, pieces)
            self._bullet = ""

    def _mark(self, block: Block, pieces: list[Piece]) -> None:
        """Add a block, and its marked element to the copy of the tree."""
        tag = f"h{block.level}" if block.level else "p"
        copy = self._element(tag)
        copy.text = f"{MARK}{len(self.blocks)}{MARK}"
        for linked, run in groupby(pieces, key=_is_linked):
            words = "".join(piece.text or " " for piece in run)
            if linked:
                link = self._element("a")
                link.set("href", "#")
                link.text = words
                copy.append(link)
            elif len(copy):
                copy[-1].tail = words
            else:
                copy.text += words
        self._containers[-1].append(copy)
        self.blocks.append(block)
        self.marked.append(copy)


def _is_live(element: Any, found: frozenset[Use]) -> bool:
    """Whether an element is an entry of a live blog, by its names or by the types that its data have."""
    return "live" in found or any(kind in _types(element) for kind in _LIVE_TYPES)


def _plain(frame: _Frame, tag: str, found: frozenset[Use]) -> _Frame:
    """The frame of an element that is what its tag says."""
    if tag in _HEADINGS:
        return attrs.evolve(frame, kind="heading", level=_HEADINGS[tag], bold=False)
    if tag in ("li", "dt", "dd"):
        return attrs.evolve(frame, kind="item")
    if "standfirst" in found and frame.kind == "body":
        return attrs.evolve(frame, kind="standfirst")
    return attrs.evolve(frame, plain=frame.plain or tag == "figure", set_as_is=frame.set_as_is or tag == "pre")


def _is_linked(piece: Piece) -> bool:
    return piece.linked


def _inline(frame: _Frame, element: Any) -> _Frame:
    tag = element.tag
    if tag == "q":
        return attrs.evolve(frame, quoted=frame.quoted + 1, closing=quotation_marks(element, frame.quoted)[1])
    if tag == "time":
        return attrs.evolve(frame, closing=" ")
    if tag == "sup":
        return attrs.evolve(frame, raised=True)
    return attrs.evolve(frame, bold=frame.bold or tag in _BOLD)


def _signed(frame: _Frame, element: Any, found: frozenset[Use]) -> _Frame:
    """The frame of an element within a quotation: its words, or who said them."""
    named: set[Use] = {"poster"} if frame.kind == "post" else {"signature", "credit"}
    if element.tag in ("footer", "figcaption") or found & named or (element.tag == "cite" and _ends(element)):
        return attrs.evolve(frame, block=True, kind="signature")
    return frame


def _ends(element: Any) -> bool:
    """Whether nothing follows a ``cite`` in its paragraph, and it is no part of a sentence."""
    if (element.tail or "").strip() or any("".join(item.itertext()).strip() for item in element.itersiblings()):
        return False
    before = element.getprevious()
    words = (before.tail if before is not None else element.getparent().text) or ""
    if before is not None and before.tag == "br" and not words.strip():
        return True
    return not words.strip() or words.rstrip()[-1] in "—–-―.!?”’\"'"


def _quotes_figure(element: Any) -> bool:
    """Whether a caption belongs to a figure that shows a quotation."""
    figure = element.getparent()
    return figure is not None and figure.tag == "figure" and figure.find(".//blockquote") is not None


def _types(element: Any) -> str:
    return f"{element.get('itemtype', '')} {element.get('itemprop', '')}"


def _holds_blocks(element: Any) -> bool:
    return any(item.tag not in tags("inline") and item.tag != "br" for item in element.iterdescendants())


def _is_data(table: Any) -> bool:
    """Whether a table holds rows of short cells, and not the layout of a page."""
    if table.get("role") in ("presentation", "none") or table.find(".//table") is not None:
        return False
    rows = [list(row.iterchildren("td", "th")) for row in table.iter("tr")]
    cells = [cell for row in rows for cell in row]
    if len(rows) < _DATA_ROWS or max(map(len, rows), default=0) < _DATA_ROWS:
        return False
    return all(len("".join(cell.itertext()).strip()) <= _CELL_CHARACTERS and _is_cell(cell) for cell in cells)


def _is_cell(cell: Any) -> bool:
    return sum(1 for item in cell.iter("p", "br", "div", "ul", "h1", "h2", "blockquote")) <= 1
