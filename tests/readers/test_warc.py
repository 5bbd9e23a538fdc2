"""Archives give the articles of their pages one at a time, and what can be read of a damaged one."""

import gc
import gzip
import io
import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.model import Document
from newsparse.readers.warc import WarcOptions, begins_warc, read_warc

PARAGRAPHS = (
    "The ferry Skua stays in port for a third day, the harbour master of Lowmere said on Tuesday.",
    "“We will not sail in this sea,” Ada Brook told reporters at the quay, where forty people waited for news.",
    "Tickets that cost 14 pounds can be returned until the end of the week, the company said in a statement.",
)


def article(title="Ferry stays in port"):
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    head = f'<title>{title}</title><meta property="article:published_time" content="2026-11-03">'
    return f"<html lang='en'><head>{head}</head><body><article><h1>{title}</h1>{body}</article></body></html>".encode()


def record(number, body, *, status="200 OK", media="text/html; charset=utf-8", headers="", kind="response"):
    http = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{headers}\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
        f"WARC-Target-URI: https://gazette.example/{number}\r\nWARC-Date: 2026-11-04T10:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def read(data):
    return list(read_warc(io.BytesIO(data), "crawl.warc"))


def test_a_page_is_an_article_with_its_address_and_the_date_of_its_fetching():
    (document,) = read(record(1, article()))
    assert document.text == "\n\n".join(PARAGRAPHS)
    assert document.id == "<urn:uuid:1>"
    meta = document.meta
    assert (meta.title, meta.url, meta.path) == ("Ferry stays in port", "https://gazette.example/1", "crawl.warc")
    assert (meta.published, meta.columns["warc-date"]) == ("2026-11-03", "2026-11-04T10:00:00Z")


def test_the_options_of_pages_apply_to_the_pages_of_an_archive():
    quoted = article().replace(b"</article>", b"<blockquote><p>Nobody asked us.</p></blockquote></article>")
    archive = record(1, quoted)
    assert read(archive)[0].text.endswith("“Nobody asked us.”")
    (document,) = read_warc(io.BytesIO(archive), "crawl.warc", WarcOptions(marks=False))
    assert document.text.endswith("\n\nNobody asked us.")


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(article(), mtime=0), "Content-Encoding: gzip\r\n"),
        (b"%x\r\n%b\r\n0\r\n\r\n" % (len(article()), article()), "Transfer-Encoding: chunked\r\n"),
    ],
)
def test_pages_are_decoded(body, headers):
    (document,) = read(record(1, body, headers=headers))
    assert document.text == "\n\n".join(PARAGRAPHS)


def test_whatever_is_no_article_page_is_skipped_and_counted(caplog):
    caplog.set_level(logging.INFO)
    data = (
        record(1, article(), status="404 Not Found")
        + record(2, b"\x89PNG", media="image/png")
        + record(3, b"<html><body></body></html>")
        + record(4, article(), kind="resource")
        + record(5, article())
    )
    assert [document.id for document in read(data)] == ["<urn:uuid:5>"]
    assert "crawl.warc: articles: 1; pages without an article, skipped: 1." in caplog.text


def test_a_page_that_cannot_be_decoded_is_a_failure_and_the_next_one_is_read():
    data = record(1, b"not gzip", headers="Content-Encoding: gzip\r\n") + record(2, article())
    first, second = read(data)
    assert "https://gazette.example/1 cannot be decoded" in first.failures[0].message
    assert second.text


@pytest.mark.parametrize("cut", [-30, -400, -len(record(3, article())) + 40])
def test_an_archive_that_is_cut_off_gives_what_is_whole_and_then_a_failure(cut):
    data = b"".join(record(number, article()) for number in (1, 2, 3))
    *whole, last = read(data[:cut])
    assert [document.id for document in whole] == ["<urn:uuid:1>", "<urn:uuid:2>"]
    assert last.text == ""
    assert last.failures[0].message.startswith("crawl.warc is damaged after 2 pages: ")


def test_a_compressed_archive_that_is_cut_off_gives_what_is_whole_and_then_a_failure():
    packed = b"".join(gzip.compress(record(number, article())) for number in (1, 2))
    stream = gzip.GzipFile(fileobj=io.BytesIO(packed[:-20]))
    first, last = read_warc(stream, "crawl.warc.gz")
    assert first.id == "<urn:uuid:1>"
    assert "EOFError" in last.failures[0].message


@pytest.mark.parametrize(("charset", "encoding"), [("windows-1251", "cp1251"), ("klingon", "utf-8"), ("hex", "utf-8")])
def test_the_server_s_encoding_counts_where_there_is_such_a_one(charset, encoding):
    words = "Мэр города заявил во вторник, что мост закрыт."
    body = article(words).decode().encode(encoding)
    (document,) = read(record(1, body, media=f"text/html; charset={charset}"))
    assert document.meta.title == words


@pytest.mark.parametrize("more", [0, 1])
def test_pages_that_are_too_long_are_skipped_packed_or_not(monkeypatch, more):
    packed = record(1, gzip.compress(article(), mtime=0), headers="Content-Encoding: gzip\r\n")
    plain = record(2, article())
    for data, size in ((packed, len(article())), (plain, len(plain.partition(b"\r\n\r\n")[2]) - 4)):
        monkeypatch.setattr("newsparse.readers.warc.MOST_BYTES", size - more)
        assert len(read(data)) == 1 - more


def test_what_is_no_response_of_a_server_is_skipped():
    head, _, _ = record(1, b"").partition(b"\r\n\r\n")
    odd = head.rpartition(b"Content-Length")[0] + b"Content-Length: 5\r\n\r\nRain.\r\n\r\n"
    assert [document.id for document in read(odd + record(2, article()))] == ["<urn:uuid:2>"]


def test_xhtml_is_a_page_too_and_its_record_may_have_no_id_and_its_address_brackets():
    data = record(1, article(), media="application/xhtml+xml").replace(b"WARC-Record-ID: <urn:uuid:1>\r\n", b"")
    (document,) = read(data.replace(b"https://gazette.example/1", b"<https://gazette.example/1>"))
    assert (document.meta.url, document.id) == ("https://gazette.example/1", Document(text=document.text).id)


def living():
    gc.collect()
    return sum(type(item) is Document for item in gc.get_objects())


def test_one_document_at_a_time_is_in_memory():
    stream = io.BytesIO(b"".join(record(number, article()) for number in range(60)))
    before = living()
    counts = [living() - before for number, _ in enumerate(read_warc(stream, "crawl.warc")) if number % 20 == 0]
    assert counts == [1, 1, 1]


def test_archives_are_known_by_their_beginning():
    assert begins_warc(record(1, article()))
    assert not begins_warc(article())


@given(st.binary(max_size=200), st.integers(0, 1500))
def test_whatever_the_bytes_are_there_are_documents(junk, start):
    data = record(1, article())
    for document in read(data[:start] + junk + data[start:]):
        assert document.text or document.failures
