"""The text of HTML and of news markup: one paragraph for each block, as a reader of the page sees it.

Paragraphs, headings, list items, captions and the rows of tables stand apart, so that no sentence runs from one into
the next. Made for the bodies that feeds and wires carry, which are all article; pages need their article found first.
"""

from __future__ import annotations

import copy
import html
import re
from typing import TYPE_CHECKING, Any

from newsparse.extras import extra
from newsparse.readers.html.building import Builder
from newsparse.readers.html.cleaning import without_unseen
from newsparse.readers.html.rendering import ALL, Shown, rendered
from newsparse.readers.html.vocabulary import tags

if TYPE_CHECKING:
    from lxml.etree import _Element

_HTML = (
    "address article aside blockquote br caption center dd details div dl dt fieldset figcaption figure footer "
    "h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu ol p pre section summary table tbody td tfoot th "
    "thead tr ul"
)
_BLOCKS = frozenset(_HTML.split())
_UNSEEN = "template"
_NITF = {
    **dict.fromkeys(("abstract", "block", "byline", "byttl", "dateline", "hedline"), "div"),
    **dict.fromkeys(("body", "body.content", "body.head"), "div"),
    **dict.fromkeys(("media-metadata", "media-object", "media-producer", "media-reference"), _UNSEEN),
    **dict.fromkeys(("form", "nitf-table-metadata"), _UNSEEN),
    "bq": "blockquote",
    "credit": "footer",
    "hl1": "h2",
    "hl2": "h3",
    "media": "figure",
    "media-caption": "figcaption",
}
"""Elements of NITF by those of HTML that mean the same."""

_GAP = re.compile(r"\n{2,}")
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def text_of_fragment(fragment: str, shown: Shown = ALL) -> str:
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
    return rendered(builder.blocks, shown)


def plain_text(text: str) -> str:
    """``text`` without white space at its beginning, its end and the ends of its lines."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return _GAP.sub("\n\n", "\n".join(line.rstrip() for line in lines)).strip()


def text_of(root: _Element, shown: Shown = ALL) -> str:
    """The text below an element of XHTML or NITF, as that of the same words in HTML."""
    with extra("wires"):
        from lxml import etree
    page = copy.deepcopy(root)
    for element in page.iter(etree.Element):
        element.tag = _in_html(element)
    etree.cleanup_namespaces(page)
    return text_of_fragment(etree.tostring(page, encoding="unicode", method="html", with_tail=False), shown)


def _in_html(element: Any) -> str:
    """The name of the HTML element that means the same; a ``span`` for what names a person, a sum and the like."""
    name = element.tag.rpartition("}")[2].lower()
    if name in _NITF:
        return _NITF[name]
    known = name in _BLOCKS or any(name in tags(use) for use in ("unseen", "unseen-blocks", "inline"))
    return name if known else "span"
