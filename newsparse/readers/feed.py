"""RSS and Atom files: an article for each entry, in full where the feed has it in full."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Iterator
from email.utils import parseaddr
from typing import Any

import attrs

from newsparse.errors import ReadError, described
from newsparse.extras import extra
from newsparse.model import Document
from newsparse.readers.articles import article, iso_time, on_one_line
from newsparse.readers.failing import unread
from newsparse.readers.markup import plain_text, text_of_fragment
from newsparse.readers.safe_xml import prolog, refuse_entities

_RSS1 = (b"http://purl.org/rss/1.0/", b"http://my.netscape.com/rdf/simple/0.9/")
_ENTRY = re.compile(rb"<(/?)(?:[A-Za-z]\w*:)?(?:item|entry)[\s>]")
_PLAIN = "text/plain"


@attrs.frozen(kw_only=True)
class FeedOptions:
    """``summaries`` says whether entries without their full text are read, too: from the summary they have."""

    summaries: bool = True


def begins_feed(data: bytes) -> bool:
    """Whether a file that begins with ``data`` is an RSS or Atom feed."""
    namespace, name = prolog(data).root
    if name == "RDF":
        return any(rss in data.replace(b"\0", b"") for rss in _RSS1)
    return name == "rss" or (name == "feed" and "atom" in namespace.lower())


def read_feed(data: bytes, path: str, options: FeedOptions | None = None) -> Iterator[Document]:
    """A document for each entry of a feed, in the order of the file; nothing is ever fetched.

    The text is the entry's content (``content:encoded``, Atom ``content``), or else its summary; the column
    ``feed-text`` says which. The outlet is the feed's title. An entry without any text is an empty document with a
    failure. A feed that is not well-formed gives the entries that can be told, without one that is cut off, and then
    such a document. Raises ``ReadError`` for what is not a feed and for a feed that declares entities.
    """
    refuse_entities(data, path)
    feed = _parsed(data, path)
    fault = _fault(feed)
    if not feed.get("version") and not feed.entries:
        raise ReadError(f"{path} is not an RSS or Atom feed{f': {fault}' if fault else ''}.")
    entries = feed.entries[:-1] if fault and _is_cut_off(data) else feed.entries
    for number, entry in enumerate(entries, start=1):
        document = _document(entry, feed, f"{path}, entry {number}", path, options or FeedOptions())
        if document is not None:
            yield document
    if fault:
        lost = f"; the entry after these {len(entries)} is cut off" if len(entries) < len(feed.entries) else ""
        yield unread(path, ReadError(f"{path} is a damaged feed: {fault}{lost}.", hint="Entries may be missing."))


def _parsed(data: bytes, path: str) -> Any:
    with extra("feeds"):
        import feedparser
    try:
        return feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # feedparser promises none, but goes through the codec that the file names
        raise ReadError(f"{path} is not an RSS or Atom feed: {described(error)}.") from error


def _fault(feed: Any) -> str:
    """Why a feed is not well-formed; empty where it is, or where only its encoding was declared wrongly."""
    error = feed.get("bozo_exception") if feed.bozo else None
    if error is None or type(error).__name__ in ("CharacterEncodingOverride", "NonXMLContentType"):
        return ""
    place = f" in line {error.getLineNumber()}" if hasattr(error, "getLineNumber") else ""
    words = error.getMessage() if hasattr(error, "getMessage") else str(error)
    return on_one_line(words) + place


def _is_cut_off(data: bytes) -> bool:
    """Whether the file ends within an entry."""
    tags = _ENTRY.findall(data)
    return bool(tags) and tags[-1] != b"/"


def _document(entry: Any, feed: Any, place: str, path: str, options: FeedOptions) -> Document | None:
    literal = feed.version.startswith("atom")
    full = "\n\n".join(filter(None, (_text(part, literal=literal) for part in entry.get("content", ()))))
    if not full and not options.summaries:
        return None
    text = full or _text(entry.get("summary_detail"), literal=literal)
    if not text:
        return unread(path, ReadError(f"{place}: the entry has no text."), place)
    link, published, updated = entry.get("link", ""), _time(entry, "published"), _time(entry, "updated")
    return article(
        text,
        path,
        entry.get("id") or link,
        {
            "feed-text": "content" if full else "summary",
            "tags": _tags(entry),
            "updated": updated if published else None,
        },
        title=on_one_line(_text(entry.get("title_detail"), literal=literal)),
        author=_authors(entry),
        published=published or updated,
        url=link if "://" in link else None,
        outlet=on_one_line(_text(feed.feed.get("title_detail"), literal=literal)),
        language=_language(entry, feed),
    )


def _text(detail: Any, *, literal: bool) -> str:
    """The words of a text construct; in RSS all of them may hold HTML, in Atom only those that say so."""
    value = (detail or {}).get("value") or ""
    return plain_text(value) if literal and detail.get("type") == _PLAIN else text_of_fragment(value)


def _authors(entry: Any) -> str:
    given = entry.get("author", "")
    names = [author.get("name") or author.get("email") for author in entry.get("authors", ())]
    if len(names) <= 1 and "@" in given:  # feedparser cuts addresses after four letters of their last part
        return next(filter(None, parseaddr(given)), given)
    return ", ".join(dict.fromkeys(filter(None, names))) or given


def _tags(entry: Any) -> str:
    tags = (tag.get("label") or tag.get("term") for tag in entry.get("tags", ()))
    return "; ".join(dict.fromkeys(filter(None, tags)))


def _time(entry: Any, name: str) -> str | None:
    """The time as the feed has it, with its offset; where only feedparser can read it, in UTC."""
    if name not in entry:  # feedparser would take another time in its place
        return None
    parsed = entry.get(f"{name}_parsed")
    in_utc = time.strftime("%Y-%m-%dT%H:%M:%SZ", parsed) if parsed else None
    return iso_time(entry.get(name)) or in_utc


def _language(entry: Any, feed: Any) -> str | None:
    details = [*entry.get("content", ()), entry.get("summary_detail") or {}]
    languages = [*(detail.get("language") for detail in details), feed.feed.get("language")]
    return next(filter(None, languages), None)
