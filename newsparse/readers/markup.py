"""The text of HTML and of news markup: one paragraph for each block, as a reader of the page sees it.

Paragraphs, headings, list items, captions and the cells of tables stand apart, so that no sentence runs from one into
the next. Made for the bodies that feeds and wires carry, which are all article; pages need their article found first.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from newsparse.extras import extra
from newsparse.readers.html.building import Builder
from newsparse.readers.html.cleaning import without_unseen
from newsparse.readers.html.rendering import rendered

if TYPE_CHECKING:
    from lxml.etree import _Element

_HTML_BLOCKS = (
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol p pre section summary table tbody td tfoot "
    "th thead tr ul"
)
_NITF_BLOCKS = "abstract block body.content body.head bq byline byttl credit dateline hedline hl1 hl2 media-caption"
BLOCKS = frozenset(f"{_HTML_BLOCKS} {_NITF_BLOCKS}".split())
"""Elements that are paragraphs of their own, by their names in HTML and NITF."""

_HTML_UNSEEN = (
    "audio button canvas datalist form head iframe input math nav noscript object script select style svg template "
    "textarea video"
)
_NITF_UNSEEN = "media-metadata media-object media-producer media-reference nitf-table-metadata"
UNSEEN = frozenset(f"{_HTML_UNSEEN} {_NITF_UNSEEN}".split())
"""Elements whose words are no part of the article."""

BULLET = "- "
_MARKS = "\"'\u201c\u2018\u201e\u00ab\u2039"
_WHITE = re.compile(r"[ \t\n\r\f]+")
_LINE_END = re.compile(r" *\n *")
_GAP = re.compile(r"\n{2,}")
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def text_of_fragment(fragment: str) -> str:
    """The text of a piece of HTML, as the reader of web pages has it, or of plain text with entities."""
    fragment = _SURROGATE.sub("\ufffd", fragment)
    if "<" not in fragment:
        return plain_text(html.unescape(fragment))
    with extra("wires"):
        from lxml import html as pages
    parser = pages.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    whole = f"<html><body>{_ILLEGAL.sub(' ', fragment)}</body></html>"
    page = pages.document_fromstring(whole.encode(), parser=parser)
    without_unseen(page)
    builder = Builder()
    builder.walk(page)
    return rendered(builder.blocks, marks=True)


def plain_text(text: str) -> str:
    """``text`` without white space at its beginning, its end and the ends of its lines."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return _GAP.sub("\n\n", "\n".join(line.rstrip() for line in lines)).strip()


def text_of(root: _Element) -> str:
    """The text below an element of HTML, XHTML or NITF: paragraphs separated by blank lines, items by line ends."""
    text = _Text()
    for node, opens in _visits(root):
        name = _name(node)
        if opens:
            text.open(name, node)
        else:
            text.close(name)
        text.add(_words(node, opens=opens) if opens or node is not root else "")
    return text.joined()


def _words(node: Any, *, opens: bool) -> str:
    """The words at the start of an element, or after it; an entity that no parser resolved counts as after it."""
    if opens:
        return node.text or ""
    entity = html.unescape(node.text) if type(node).__name__ == "_Entity" else ""
    return entity + (node.tail or "")


def _visits(root: _Element) -> Iterator[tuple[Any, bool]]:
    """Each visible element at its start (True) and its end (False); one that is not visible only at its end."""
    open_ = [(root, iter(root))]
    yield root, True
    while open_:
        node, children = open_[-1]
        child = next(children, None)
        if child is None:
            open_.pop()
            yield node, False
        elif _is_seen(child):
            yield child, True
            open_.append((child, iter(child)))
        else:
            yield child, False


def _is_seen(node: Any) -> bool:
    return isinstance(node.tag, str) and _name(node) not in UNSEEN and node.get("hidden") is None


def _name(node: Any) -> str:
    """The name of an element without its namespace, in lower case; empty for comments and the like."""
    return node.tag.rpartition("}")[2].lower() if isinstance(node.tag, str) else ""


class _Text:
    """Paragraphs that grow with each element that opens or closes, and with the words between them."""

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self.words: list[str] = []
        self.bullet = ""
        self.verbatim = 0
        self.marked: list[bool] = []

    def open(self, name: str, node: Any) -> None:
        if name in BLOCKS:
            self.end()
        if name == "li":
            self.bullet = BULLET
        elif name == "pre":
            self.verbatim += 1
        elif name == "br":
            self.words.append("\n")
        elif name == "q":
            self.marked.append(not (node.text or "").lstrip().startswith(tuple(_MARKS)))
            self.words.append("\u201c" if self.marked[-1] else "")

    def close(self, name: str) -> None:
        if name == "q" and self.marked:
            self.words.append("\u201d" if self.marked.pop() else "")
        if name in BLOCKS:
            self.end()
        if name == "li":
            self.bullet = ""
        elif name == "pre" and self.verbatim:
            self.verbatim -= 1

    def add(self, words: str) -> None:
        self.words.append(words if self.verbatim else _WHITE.sub(" ", words))

    def end(self) -> None:
        """Ends the paragraph; two line breaks in it end one, too."""
        text = plain_text("".join(self.words)) if self.verbatim else _LINE_END.sub("\n", "".join(self.words))
        self.words.clear()
        for paragraph in _GAP.split(text):
            if paragraph.strip():
                spaced = paragraph if self.verbatim else _WHITE_IN_LINE.sub(" ", paragraph)
                self.paragraphs.append(self.bullet + spaced.strip())
                self.bullet = ""

    def joined(self) -> str:
        self.end()
        joined = ""
        for number, paragraph in enumerate(self.paragraphs):
            listed = number and paragraph.startswith(BULLET) and self.paragraphs[number - 1].startswith(BULLET)
            joined += ("\n" if listed else "\n\n" if number else "") + paragraph
        return joined


_WHITE_IN_LINE = re.compile(r"[ \t]+")
