"""Web pages: the article of a page as text, without what surrounds it, and what the page says about it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import attrs

from newsparse.errors import ReadError
from newsparse.extras import extra
from newsparse.model import Columns, Document, Meta
from newsparse.readers.html.about import About, about
from newsparse.readers.html.building import Builder
from newsparse.readers.html.cleaning import without_furniture, without_unseen
from newsparse.readers.html.decoding import page_text
from newsparse.readers.html.rendering import Shown, below_headline, rendered
from newsparse.readers.html.selecting import Focus, selected

_TAG = re.compile(r"<[A-Za-z!/?]")
_BEGINNING = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml\b[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    rb"(?:<!doctype\s+html\b|<(?:html|head|body|title|meta|script|link|div|article|main|h1|table|p)\b[^<]*>)",
    re.IGNORECASE | re.DOTALL,
)
_XHTML = re.compile(r"^\s*(?:<\?xml\b|<!DOCTYPE\s+html\s+PUBLIC\s+\"-//W3C//DTD XHTML)", re.IGNORECASE)
_CLOSED = re.compile(r"<(script|style|iframe|title|div|span|a|p|textarea|em|strong|b|i)(\s[^<>]*)?/>", re.IGNORECASE)
_ILLEGAL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|"
    r"&#(?:x0*(?:[0-8bcef]|1[0-9a-f]|fff[ef])(?![0-9a-f])|0*(?:[0-8]|1[124-9]|2\d|3[01]|6553[45])(?!\d));?",
    re.IGNORECASE,
)
"""Characters that lxml reads and then refuses to write, and references to them."""


@attrs.frozen(kw_only=True)
class PageOptions(Shown):
    """Options of all readers of web pages: what is shown, and where the article ends.

    ``focus`` leans towards less text without furniture ("precision") or more text with some ("recall").
    """

    focus: Focus = attrs.field(default="balanced", validator=attrs.validators.in_(("precision", "balanced", "recall")))


@attrs.frozen(kw_only=True)
class HtmlOptions(PageOptions):
    """Options of the reader ``html``: ``encoding`` and ``url`` override what the page says."""

    encoding: str | None = None
    url: str | None = None


def read_html(data: bytes, path: str, options: HtmlOptions | None = None) -> Iterable[Document]:
    """The article of a web page; offsets of annotations count in the extracted text, not in the page.

    Paragraphs, headings, list items, captions and rows of tables are paragraphs of the text, apart by a blank line. Who
    said a block quote or a post ends its paragraph, on a line of its own. The column ``cut`` is true where a paywall
    hides the rest. Raises ``ReadError`` for what is no page, and for a page without an article.
    """
    given = options or HtmlOptions()
    tree = _tree(page_text(data, given.encoding), path)
    facts = about(tree, given.url)
    without_unseen(tree)
    without_furniture(tree)
    builder = Builder()
    builder.walk(tree)
    numbers = selected(builder.tree, builder.marked, builder.blocks, given.focus)
    chosen = [builder.blocks[number] for number in below_headline(numbers, builder.blocks, facts.title)]
    text = rendered(chosen, given)
    if not text:
        raise ReadError(
            f"{path}: the page has no article text.", hint="Save the page with its text, not an index page."
        )
    return [Document(text=text, meta=_meta(facts, path))]


def begins_html(head: bytes) -> bool:
    """Whether a file that begins with these bytes is a web page; comments and an XML declaration may come first."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.decode("utf-16", "ignore").encode()
    return _BEGINNING.match(head) is not None


def _tree(text: str, path: str) -> Any:
    """The page's tree; raises ``ReadError`` for a text without tags, and for a page that cannot be parsed."""
    with extra("html"):
        from lxml import etree, html

    if not _TAG.search(text):
        raise ReadError(f"{path} is not a web page: it has no tags.", hint="Read it with --reader text.")
    text = _ILLEGAL.sub(" ", text)
    if _XHTML.match(text):
        text = _CLOSED.sub(r"<\1\2></\1>", text)
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise ReadError(f"{path}: the page cannot be parsed: {error}.") from error
    return tree


def _meta(facts: About, path: str) -> Meta:
    columns = Columns({"cut": True} if facts.cut else {})
    return Meta(path=path, columns=columns, **attrs.asdict(facts, filter=lambda field, _: field.name != "cut"))
