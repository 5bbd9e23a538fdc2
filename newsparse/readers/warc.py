"""WARC archives: the article of each page that was fetched whole, read one record at a time."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any, BinaryIO

import attrs

from newsparse.errors import NewsparseError, ReadError, described
from newsparse.extras import extra
from newsparse.model import Columns, Document
from newsparse.readers.failing import unread
from newsparse.readers.html import HtmlOptions, PageOptions, read_html
from newsparse.readers.html.decoding import encoding_known

_LOG = logging.getLogger(__name__)
_PAGES = ("text/html", "application/xhtml+xml")
_OK = 200
MOST_BYTES = 16_000_000
"""Bytes of a page, decompressed; longer ones are no articles, and could fill the memory."""


@attrs.frozen(kw_only=True)
class WarcOptions(PageOptions):
    """Options of the reader ``warc``: those of web pages, but for the address and the encoding, which it knows."""


def begins_warc(data: bytes) -> bool:
    """Whether a file that begins with ``data`` is a WARC archive, what it was compressed with taken off."""
    return data.startswith(b"WARC/")


def read_warc(stream: BinaryIO, path: str, options: WarcOptions = WarcOptions()) -> Iterator[Document]:
    """A document for each response with status 200 that is a web page with an article.

    The id is the record's, ``url`` its target, the column ``warc-date`` when it was fetched; all else is what the page
    says. Pages without an article are skipped, and counted in one line of the log. A damaged archive gives
    what comes before the damage, and then an empty document with a failure.
    """
    with extra("warc"):
        from fastwarc import ArchiveIterator, WarcRecordType

    pages, articles, fault = 0, 0, ""
    source = _Forward(stream)
    try:
        for record in ArchiveIterator(source, record_types=WarcRecordType.response, parse_http=False):
            page = _page(record, path)
            document = _document(page, path, options) if page is not None else None
            pages += page is not None
            articles += document is not None
            if document is not None:
                yield document
    except ReadError as error:
        fault = error.message
    except Exception as error:  # fastwarc raises many kinds
        fault = described(error)
    fault = described(source.fault) if source.fault else fault
    if fault:
        yield unread(path, ReadError(f"{path} is damaged after {pages} pages: {fault}."))
    _LOG.info("%s: articles: %d; pages without an article, skipped: %d.", path, articles, pages - articles)


@attrs.frozen
class _Page:
    """A web page in an archive: its record, and its bytes, decoded; ``fault`` says why they cannot be."""

    name: str
    url: str
    date: str
    encoding: str | None
    data: bytes
    fault: str = ""


class _Forward:
    """A stream that is read once, from its beginning, and ends where it breaks off; ``fault`` says why.

    fastwarc asks every stream for its place.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._read = getattr(stream, "read1", stream.read)  # read would lose what comes just before a fault
        self._place = 0
        self.fault: Exception | None = None

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        try:
            part: bytes = b"" if self.fault else self._read(size)
        except (OSError, EOFError, ValueError) as error:
            self.fault, part = error, b""
        self._place += len(part)
        return part

    def tell(self) -> int:
        """The number of bytes read so far."""
        return self._place

    def seek(self, *_: int) -> int:
        """Always raises ``OSError``."""
        raise OSError("the archive is read forward only")

    def close(self) -> None:
        """Nothing: whoever opened the stream closes it."""


def _page(record: Any, path: str) -> _Page | None:
    """The page of a response, None for other responses; raises ``ReadError`` for a record that is cut off."""
    url, length = record.headers.get("WARC-Target-URI"), record.content_length
    if length > MOST_BYTES:
        return None
    block = record.reader.read()
    if not url or len(block) < length:
        raise ReadError("the last record is cut off")
    page = _Page(record.record_id or "", url.strip("<>"), record.headers.get("WARC-Date") or "", None, b"")
    try:
        http = _response(block)
        if http is None or http.http_headers.status_code != _OK or http.http_content_type not in _PAGES:
            return None
        data = http.reader.read(MOST_BYTES + 1)
    except OSError as error:
        return attrs.evolve(page, fault=f"{path}: {url} cannot be decoded: {described(error)}.")
    if len(data) > MOST_BYTES:
        return None
    return attrs.evolve(page, data=data, encoding=encoding_known(http.http_charset) if http.http_charset else None)


def _response(block: bytes) -> Any:
    """The response in a record's block, in a record of its own: what cannot be decoded does not stop the archive."""
    from fastwarc import WarcRecord, WarcRecordType

    record = WarcRecord()
    record.init_headers(WarcRecordType.response, content_length=len(block))
    record.set_bytes_content(block)
    record.is_http = True
    record.parse_http(auto_decode="all")
    return record if record.is_http_parsed and record.http_headers is not None else None


def _document(page: _Page, path: str, options: WarcOptions) -> Document | None:
    """The article of a page; None for a page without one."""
    if page.fault:
        return unread(path, ReadError(page.fault), f"{path}, {page.url}")
    try:
        given = HtmlOptions(encoding=page.encoding, **attrs.asdict(options))
        (document,) = read_html(page.data, path, given)
    except NewsparseError:
        return None
    columns = Columns({**document.meta.columns, "warc-date": page.date})
    meta = attrs.evolve(document.meta, url=page.url, columns=columns)
    return attrs.evolve(document, id=page.name or document.id, meta=meta)
