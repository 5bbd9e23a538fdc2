"""NewsML-G2 and NITF: news items in XML, alone or several in a message."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from newsparse.errors import NewsparseError, ReadError
from newsparse.model import Document
from newsparse.model.columns import Scalar
from newsparse.readers.articles import article, iso_time, on_one_line
from newsparse.readers.failing import unread
from newsparse.readers.html.rendering import Shown
from newsparse.readers.markup import plain_text, text_of, text_of_fragment
from newsparse.readers.safe_xml import language_of, parsed, prolog

G2 = "http://iptc.org/std/nar/2006-10-01/"
_ROOTS = frozenset({"newsItem", "newsMessage"})
_TEXT = ("", "text", "composite")
"""The kinds of items that are read, of the IPTC's news item natures; none is text, too."""


@attrs.frozen(kw_only=True)
class NewsmlOptions(Shown):
    """Options of the reader ``newsml``: what of an item is part of its text."""


def begins_newsml(data: bytes) -> bool:
    """Whether a file that begins with ``data`` is NewsML-G2 with news items, or NITF."""
    namespace, name = prolog(data).root
    return (namespace == G2 and name in _ROOTS) or name == "nitf"


def read_newsml(data: bytes, path: str, options: NewsmlOptions = NewsmlOptions()) -> Iterator[Document]:
    """A document for each news item with text in a NewsML-G2 file, or the one of an NITF file.

    The id is the ``guid``, the date ``versionCreated``, the outlet the provider; the text is the first rendition in
    XHTML, NITF or plain text. Packages, pictures and other media are left out. An item that cannot be read gives an
    empty document with a failure. Raises ``ReadError`` for what is not well-formed, declares entities, or is neither.
    """
    root = parsed(data, path)
    if _name(root) == "nitf":
        yield _nitf_document(root, path, options)
        return
    items = [root] if _name(root) == "newsItem" else _all(root, "newsItem")
    if _name(root) not in _ROOTS:
        raise ReadError(f"{path} is neither NewsML-G2 with news items nor NITF: it begins with <{_name(root)}>.")
    for number, item in enumerate(items, start=1):
        place = path if len(items) == 1 else f"{path}, item {number}"
        try:
            if _kind(item) in _TEXT:
                yield _item_document(item, path, place, options)
        except NewsparseError as error:
            yield unread(path, error, place)


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def _all(element: Any, *names: str) -> list[Any]:
    """The elements with that path of names below ``element``, the first at any depth, in any namespace."""
    found = [child for child in element.iter() if _name(child) == names[0] and child is not element]
    for name in names[1:]:
        found = [child for parent in found for child in parent if _name(child) == name]
    return found


def _first(element: Any, *names: str) -> Any:
    return next(iter(_all(element, *names)), None)


def _words(elements: Iterable[Any]) -> str:
    """The words of the first element that has any, on one line."""
    lines = (on_one_line(" ".join(element.itertext())) for element in elements if element is not None)
    return next(filter(None, lines), "")


def _names(elements: Iterable[Any]) -> str:
    """Names of concepts: the name, the literal, or the code without its scheme; separated by semicolons."""
    found = []
    for element in elements:
        code = element.get("literal") or (element.get("qcode") or "").rpartition(":")[2]
        found.append(_words(child for child in element if _name(child) == "name") or code)
    return "; ".join(dict.fromkeys(filter(None, found)))


def _kind(item: Any) -> str:
    nature = _first(item, "itemMeta", "itemClass")
    return (
        "" if nature is None else (nature.get("qcode") or nature.get("uri") or "").replace("/", ":").rpartition(":")[2]
    )


def _item_document(item: Any, path: str, place: str, options: NewsmlOptions) -> Document:
    content = _first(item, "contentSet")
    text = next(filter(None, _renditions(content, options)), "") if content is not None else ""
    if not text:
        raise ReadError(f"{place}: the item has no text in XHTML, NITF or plain text.")
    language = _first(item, "contentMeta", "language")
    nitf = _first(item, "nitf")
    times = [iso_time(_words(_all(item, "itemMeta", name))) for name in ("versionCreated", "firstCreated")]
    return article(
        text,
        path,
        item.get("guid"),
        _item_columns(item),
        title=_words([*_all(item, "contentMeta", "headline"), _first(item, "itemMeta", "title")]),
        author=_by(item) or (_nitf_author(nitf) if nitf is not None else ""),
        published=next(filter(None, times), None),
        language=(language.get("tag") if language is not None else None) or language_of(item),
        outlet=_names(_all(item, "itemMeta", "provider")) or _names(_all(item, "contentMeta", "infoSource")),
    )


def _by(item: Any) -> str:
    return _words(_all(item, "contentMeta", "by")) or _names(_all(item, "contentMeta", "creator")).replace("; ", ", ")


def _item_columns(item: Any) -> dict[str, Scalar]:
    columns: dict[str, Scalar] = {"version": item.get("version")}
    for name in ("firstCreated", "embargoed", "edNote"):
        columns[name] = _words(_all(item, "itemMeta", name))
    for name in ("pubStatus", "service"):
        columns[name] = _names(_all(item, "itemMeta", name))
    for name in ("urgency", "dateline", "slugline", "creditline", "description"):
        columns[name] = _words(_all(item, "contentMeta", name))
    for name in ("located", "subject", "genre"):
        columns[name] = _names(_all(item, "contentMeta", name))
    return columns


def _renditions(content: Any, options: NewsmlOptions) -> Iterator[str]:
    """The text of each rendition, empty where there is none: those in XML first, then those in HTML and plain text."""
    for part in content:
        if _name(part) == "inlineXML":
            yield _text_of_xml(part, options)
    data = [part for part in content if _name(part) == "inlineData" and not part.get("encoding")]
    yield from (text_of_fragment("".join(part.itertext()), options) for part in data if _is_html(part))
    yield from (plain_text("".join(part.itertext())) for part in data if _is_plain(part))


def _text_of_xml(part: Any, options: NewsmlOptions) -> str:
    """The text of a rendition in NITF or XHTML: that of its body, if it has one; empty without paragraphs."""
    for name in ("body.content", "body"):
        body = _first(part, name)
        if body is not None:
            return text_of(body, options)
    return "" if _first(part, "p") is None else text_of(part, options)


def _is_html(data: Any) -> bool:
    media = data.get("contenttype") or ""
    return media.startswith("text/") and "html" in media


def _is_plain(data: Any) -> bool:
    """Whether data are plain text, which they also are without a type."""
    media = data.get("contenttype") or "text/plain"
    return media.startswith("text/") and "html" not in media


def _nitf_document(root: Any, path: str, options: NewsmlOptions) -> Document:
    body = _first(root, "body.content")
    text = text_of(body, options) if body is not None else ""
    if not text:
        raise ReadError(f"{path}: the item has no text: <body.content> is missing or empty.")
    facts = {name: _attribute(root, name, attribute) for name, attribute in _NITF_FACTS.items()}
    return article(
        text,
        path,
        facts["doc-id"],
        {
            "dateline": _words(_all(root, "body.head", "dateline")),
            "urgency": facts["urgency"],
            "subheadline": _words(_all(root, "hedline", "hl2")),
        },
        title=_words([*_all(root, "hedline", "hl1"), _first(root, "head", "title")]),
        author=_nitf_author(root),
        published=iso_time(facts["date.issue"]) or iso_time(facts["date.release"]) or iso_time(facts["story.date"]),
        language=language_of(_first(root, "body")),
        outlet=facts["pubdata"] or facts["doc.copyright"],
    )


_NITF_FACTS = {
    "doc-id": "id-string",
    "urgency": "ed-urg",
    "date.issue": "norm",
    "date.release": "norm",
    "story.date": "norm",
    "pubdata": "name",
    "doc.copyright": "holder",
}


def _attribute(root: Any, name: str, attribute: str) -> str:
    element = _first(root, name)
    return "" if element is None else on_one_line(element.get(attribute))


def _nitf_author(root: Any) -> str:
    """The people of the byline, else its words."""
    people = [_words([person]) for person in _all(root, "byline", "person")]
    return ", ".join(dict.fromkeys(filter(None, people))) or _words(_all(root, "body.head", "byline"))
