"""IPTC ninjs, versions 1 to 3: news items in JSON, one, an array of them, or one on each line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from newsparse.errors import NewsparseError, ReadError
from newsparse.model import Document
from newsparse.model.columns import Scalar
from newsparse.readers.articles import article, iso_time, on_one_line
from newsparse.readers.encoding import decoded
from newsparse.readers.failing import unread
from newsparse.readers.markup import plain_text, text_of_fragment

Item = Mapping[str, Any]

_BEGINNING = re.compile(rb"\s*(?:\[\s*)?\{")
_MEMBER = re.compile(rb'"([$A-Za-z_]+)"\s*:')
_SIGNS = frozenset({"standard", "versioncreated", "firstcreated", "pubstatus", "headlines", "bodies", "altids"})
_SIGN_PREFIXES = ("body_", "description_")
_OTHER_MEDIA = frozenset({"audio", "video", "picture", "graphic", "planning", "event"})
_XML = re.compile("xml|nitf")
_FACTS = frozenset({"uri", "headline", "byline", "by", "language"})


@attrs.frozen(kw_only=True)
class NinjsOptions:
    """``body`` names the body to read: "text" for ``body_text`` in ninjs 1, else the role or media type of a body.

    Without it, a body in HTML is preferred, for its paragraphs, and then one in plain text.
    """

    body: str | None = None


def begins_ninjs(data: bytes) -> bool:
    """Whether a file that begins with ``data`` holds ninjs: an object with ``uri`` and members that only ninjs has."""
    if not _BEGINNING.match(data.removeprefix(b"\xef\xbb\xbf")):
        return False
    names = {name.decode().lstrip("$").lower() for name in _MEMBER.findall(data)}
    return "uri" in names and any(name in _SIGNS or name.startswith(_SIGN_PREFIXES) for name in names)


def read_ninjs(data: bytes, path: str, options: NinjsOptions | None = None) -> Iterator[Document]:
    """A document for each item of text; items of other media are left out, as is what is associated with an item.

    The id is the ``uri``, the date ``versioncreated``, the outlet the first ``infosource``, else the copyright holder;
    other members with one value, and the names of subjects, places and the like, are columns. An item that cannot be
    read gives an empty document with a failure. Raises ``ReadError`` for what is not JSON in UTF-8.
    """
    for place, item in _items(decoded(data, path), path):
        try:
            document = _document(item, place, path, options or NinjsOptions())
        except NewsparseError as error:
            yield unread(path, error, place)
        else:
            if document is not None:
                yield document


def _items(text: str, path: str) -> Iterator[tuple[str, object]]:
    """Each item and where it stands."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        lines = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
        if len(lines) <= 1 or not _is_object(lines[0][1]):
            raise ReadError(f"{path} is not JSON: {error}.") from error
        for number, line in lines:
            yield f"{path}, line {number}", _Line(line)
        return
    several = whole if isinstance(whole, list) else [whole]
    for number, item in enumerate(several, start=1):
        yield (path if len(several) == 1 else f"{path}, item {number}"), item


@attrs.frozen
class _Line:
    """A line of JSON lines, before it is read."""

    text: str


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _document(item: object, place: str, path: str, options: NinjsOptions) -> Document | None:
    if isinstance(item, _Line):
        try:
            item = json.loads(item.text)
        except (ValueError, RecursionError) as error:
            raise ReadError(f"{place}: not JSON: {error}.") from error
    if not isinstance(item, dict):
        raise ReadError(f"{place}: expected an object, got {type(item).__name__}.")
    item = {name.lower(): value for name, value in item.items()}
    if _string(item, "type", place) in _OTHER_MEDIA:
        return None
    return article(
        _body(item, place, options),
        path,
        _string(item, "uri", place),
        _columns(item),
        title=on_one_line(_string(item, "headline", place) or _headline(item)),
        author=on_one_line(_string(item, "byline", place) or _string(item, "by", place)),
        published=_published(item, place),
        language=_string(item, "language", place),
        outlet=_outlet(item, place),
    )


def _string(item: Item, name: str, place: str) -> str:
    """A member that must be a string where it is there; empty where it is not."""
    value = item.get(name)
    if value is not None and not isinstance(value, str):
        raise ReadError(f"{place}: {name!r} must be a string, got {type(value).__name__}.")
    return value or ""


def _objects(item: Item, name: str) -> list[dict[str, Any]]:
    """The objects of an array, their names in lower case (ninjs 3 writes ``contentType``, ninjs 2 ``contenttype``)."""
    values = item.get(name)
    several = values if isinstance(values, list) else []
    return [{key.lower(): part for key, part in value.items()} for value in several if isinstance(value, dict)]


def _headline(item: Item) -> str:
    headlines = _objects(item, "headlines")
    main = [headline for headline in headlines if headline.get("role") == "main"]
    values = (headline.get("value") for headline in [*main, *headlines])
    return next((_text(value, markup="<" in value) for value in values if isinstance(value, str) and value), "")


def _body(item: Item, place: str, options: NinjsOptions) -> str:
    bodies = [body for body in _bodies(item) if options.body in (None, *body.names)]
    for markup in (True, False):
        for body in bodies:
            text = _text(body.value, markup=markup) if body.markup is markup else ""
            if text:
                return text
    wanted = f"body {options.body!r}" if options.body else "body in HTML or plain text"
    there = ", ".join(dict.fromkeys(name for body in _bodies(item) for name in body.names if name))
    raise ReadError(f"{place}: the item has no {wanted} (it has: {there or 'none'}).")


@attrs.frozen
class _Body:
    """A rendition of the text; ``markup`` is None for XML and other types that are not read."""

    names: tuple[str, ...]
    value: str
    markup: bool | None


def _bodies(item: Item) -> list[_Body]:
    found = []
    for name, value in item.items():
        if name.startswith("body_") and isinstance(value, str):
            kind = name.removeprefix("body_")
            is_html = "html" in kind
            found.append(_Body((kind,), value, is_html if is_html or not _XML.search(kind) else None))
    for body in _objects(item, "bodies"):
        role, media, value = (body.get(name) for name in ("role", "contenttype", "value"))
        if isinstance(value, str):
            found.append(_Body(_strings(role, media), value, _is_markup(media, value)))
    return found


def _strings(*values: object) -> tuple[str, ...]:
    return tuple(value for value in values if isinstance(value, str))


def _is_markup(media: object, value: str) -> bool | None:
    """Whether a body is HTML rather than plain text, by its media type if it has one; None for neither."""
    if not isinstance(media, str):
        return value.lstrip().startswith("<")
    kind = media.partition(";")[0].strip().lower()
    if kind in ("text/html", "application/xhtml+xml"):
        return True
    return False if kind == "text/plain" else None


def _text(value: str, *, markup: bool) -> str:
    return text_of_fragment(value) if markup else plain_text(value)


def _published(item: Item, place: str) -> str | None:
    names = ("versioncreated", "firstcreated", "contentcreated")
    return next(filter(None, (iso_time(_string(item, name, place)) for name in names)), None)


def _outlet(item: Item, place: str) -> str:
    sources = (source.get("name") for name in ("infosource", "infosources") for source in _objects(item, name))
    named = next((source for source in sources if isinstance(source, str) and source), "")
    return on_one_line(named or _string(item, "copyrightholder", place))


def _columns(item: Item) -> dict[str, Scalar]:
    """Members with one value, and the names in lists of concepts, separated by semicolons."""
    columns: dict[str, Scalar] = {}
    for name, value in item.items():
        if name in _FACTS or name.startswith(("body_", "headline_")):
            continue
        if isinstance(value, (str, int, float, bool)):
            columns[name] = value
        else:
            columns[name] = "; ".join(_strings(*(part.get("name") for part in _objects(item, name))))
    return columns
