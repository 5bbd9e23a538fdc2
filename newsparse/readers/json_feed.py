"""JSON Feed, versions 1 and 1.1: an article for each item, in full where the feed has it in full."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from newsparse.errors import NewsparseError, ReadError
from newsparse.model import Document
from newsparse.readers.articles import article, iso_time, on_one_line
from newsparse.readers.encoding import decoded
from newsparse.readers.failing import unread
from newsparse.readers.feed import FeedOptions
from newsparse.readers.markup import plain_text, text_of_fragment

Object = Mapping[str, Any]

_BEGINNING = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{")
_VERSION = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/version')
_TEXTS = ("content_html", "content_text", "summary")
"""Where the text of an item may be, the best first; plain text has no paragraphs to rely on."""
_COLUMNS = ("date_modified", "external_url")


def begins_json_feed(data: bytes) -> bool:
    """Whether a file that begins with ``data`` is an object with the version of JSON Feed."""
    return bool(_BEGINNING.match(data) and _VERSION.search(data))


def read_json_feed(data: bytes, path: str, options: FeedOptions | None = None) -> Iterator[Document]:
    """A document for each item of a feed, in the order of the file; nothing is ever fetched.

    The text is ``content_html``, else ``content_text``, else ``summary``; the column ``feed-text`` says whether it is
    the content or a summary. The outlet is the feed's title. An item that cannot be read is an empty document with a
    failure. Raises ``ReadError`` for what is not JSON in UTF-8 or has no items.
    """
    try:
        feed = json.loads(decoded(data, path))
    except (ValueError, RecursionError) as error:
        raise ReadError(f"{path} is not JSON: {error}.") from error
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        raise ReadError(f"{path} is not a JSON Feed: it has no items.")
    for number, item in enumerate(feed["items"], start=1):
        place = f"{path}, item {number}"
        try:
            document = _document(item, feed, place, path, options or FeedOptions())
        except NewsparseError as error:
            yield unread(path, error, place)
        else:
            if document is not None:
                yield document


def _document(item: object, feed: Object, place: str, path: str, options: FeedOptions) -> Document | None:
    if not isinstance(item, dict):
        raise ReadError(f"{place}: expected an object, got {type(item).__name__}.")
    name, text = _text(item)
    if not text:
        raise ReadError(f"{place}: the item has no text.")
    if name == "summary" and not options.summaries:
        return None
    columns = {
        "feed-text": "summary" if name == "summary" else "content",
        "tags": "; ".join(_strings(item.get("tags"))),
    }
    return article(
        text,
        path,
        _id(item),
        {**columns, **{name: _string(item, name) for name in _COLUMNS}},
        title=on_one_line(_string(item, "title")),
        author=_authors(item) or _authors(feed),
        published=iso_time(_string(item, "date_published")),
        language=_string(item, "language") or _string(feed, "language"),
        outlet=on_one_line(_string(feed, "title")),
        url=_string(item, "url") or _string(item, "external_url"),
    )


def _text(item: Object) -> tuple[str, str]:
    """Where the text of an item is, and the text; empty without one."""
    for name in _TEXTS:
        value = _string(item, name)
        text = text_of_fragment(value) if name == "content_html" else plain_text(value)
        if text:
            return name, text
    return "", ""


def _id(item: Object) -> str:
    """The id; a number, which some feeds have, as a string."""
    value = item.get("id")
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else _string(item, "id")


def _authors(thing: Object) -> str:
    """The names of the authors, separated by semicolons: a list in version 1.1, one object in version 1."""
    several = thing.get("authors")
    given = several if isinstance(several, list) else [thing.get("author")]
    names = (_string(author, "name") for author in given if isinstance(author, dict))
    return "; ".join(name for name in map(on_one_line, names) if name)


def _string(thing: Object, name: str) -> str:
    """A member that is a string, else nothing."""
    value = thing.get(name)
    return value if isinstance(value, str) else ""


def _strings(values: object) -> list[str]:
    return [value for value in values if isinstance(value, str)] if isinstance(values, list) else []
