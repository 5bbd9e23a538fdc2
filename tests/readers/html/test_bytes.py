"""The bytes of a web page: how they are decoded, and by which of them a page is known."""

from __future__ import annotations

import pytest

from newsparse.errors import OptionError
from newsparse.readers.html import begins_html
from tests.readers.html.dues_page import page, read

WORDS = "Kåre Brøndum said “the café – on Łódź quay – costs €4”."


@pytest.mark.parametrize(
    ("encoding", "declared", "words"),
    [
        ("utf-8", "", WORDS),
        ("utf-8-sig", "", WORDS),
        ("utf-16", "", WORDS),
        ("utf-8", "<meta charset=utf-8>", WORDS),
        ("utf-8", '<meta charset="iso-8859-1">', WORDS),
        ("windows-1252", '<meta charset="iso-8859-1">', WORDS.replace("Łódź", "Orla")),
        ("windows-1252", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', "“Fjörð” – €4"),
        ("windows-1250", '<meta charset="windows-1250">', "Łódź said “no”."),
        ("shift_jis", '<meta charset="Shift_JIS">', "東京の港は六月に閉まる。"),
    ],
)
def test_bytes_are_decoded_as_the_page_says(encoding, declared, words):
    html = page(f"<p>{words}</p>", head=declared).replace("<!DOCTYPE html>", "")
    assert words in read(html.encode(encoding)).text


def test_an_encoding_given_by_hand_counts_more_than_the_page():
    html = page("<p>Łódź sinks.</p>", head='<meta charset="utf-8">').encode("iso-8859-2")
    assert "Łódź sinks." in read(html, encoding="iso-8859-2").text
    with pytest.raises(OptionError, match="no encoding 'klingon'"):
        read(html, encoding="klingon")


@pytest.mark.parametrize(
    "start",
    [
        b"<!DOCTYPE html><html>",
        b"<!doctype HTML PUBLIC>",
        b"\xef\xbb\xbf\n <html lang=en>",
        b"<!-- saved from url -->\n<!--b--><HTML>",
        b"<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0'>",
        b"<head><title>x",
        "<html>".encode("utf-16"),
    ],
)
def test_a_page_is_known_by_its_beginning(start):
    assert begins_html(start)


@pytest.mark.parametrize(
    "start",
    [
        b"",
        b"It rained.",
        b"<?xml version='1.0'?><rss>",
        b'{"a": "<html>"}',
        b"a,b\n<p>,c",
        b"<newsItem>",
        b"WARC/1.0",
        b"\xff",
    ],
)
def test_other_files_are_no_pages(start):
    assert not begins_html(start)
