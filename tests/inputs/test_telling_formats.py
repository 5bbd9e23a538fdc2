"""What is no article is named, whatever its name says, and prose is read as prose."""

from __future__ import annotations

import base64

import pytest

import newsparse

PROSE = "The ferry was late on Tuesday, and nobody at the harbour could say why.\n" * 3


@pytest.fixture(scope="module")
def host():
    return newsparse.Host.of("newsparse.builtin")


LETTER = """Return-Path: <ada@orla.example>
Received: from a (192.0.2.1)
 by b; Tue, 1 Oct 2024 10:00:00 +0000
From: Ada Brook <ada@orla.example>
Subject: Rain

VGhyZWUgc2hpcHMgY2FtZSBpbi4=
"""
MISREAD = [
    ("page.txt", b"%PDF-1.7\n%\xe2\xe3", "a PDF file"),
    ("page.txt", b"PK\x03\x04\x14\0[Content_Types].xml word/document.xml", "a Word document"),
    ("page.txt", b"PK\x03\x04\x14\0a.txt", "a zip archive"),
    ("page.txt", "<?xml version='1.0'?><note>Rain.</note>", "XML or HTML"),
    ("page.txt", "<note>Rain fell.</note>", "XML or HTML"),
    ("page.txt", '["one", "two"]', "JSON"),
    ("page.md", "name,place\nAda,Orla\nTom,Selwyn\nEve,Tarn\n", "a table (CSV)"),
    ("page.txt", "name\tplace\nAda\tOrla\nTom\tSelwyn\nEve\tTarn\n", "a table (CSV)"),
    ("page.png", b"\x89PNG\r\n\x1a\n\0", "an image"),
    ("film", b"\0\0\0\x18ftypmp42", "an image, a sound or a video"),
    ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file"),
    ("book.db", b"SQLite format 3\0", "an SQLite database"),
    ("code.py", "def f(x):\n    return {'a': [x == 3]}\n" * 5, "neither prose nor in a format"),
    ("noise", bytes(range(256)), "neither prose nor in a format"),
    ("letter.eml", LETTER, "an e-mail"),
    ("letter.txt", LETTER.replace("\n", "\r\n"), "an e-mail"),
    ("box", "From ada@orla.example Tue Oct  1 10:00:00 2024\nSubject: Rain\n\nIt rained.\n", "an e-mail"),
    ("page.mht", "From: <Saved by a browser>\nMIME-Version: 1.0\n\n<html>", "an e-mail"),
    ("short.eml", "From: Ada\nSubject: Rain\n\nIt rained.\n", "neither prose nor in a format"),
    ("talk.srt", "1\n00:00:01,000 --> 00:00:03,500\nWe lost 3 ships.\n", "subtitles"),
    ("talk.txt", "WEBVTT\n\n00:01.000 --> 00:03.500\nWe lost 3 ships.\n", "subtitles"),
    ("day", "BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n", "a calendar"),
    ("change.txt", "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-3 ships\n+4 ships\n", "a list of changes"),
    ("harbour.log", "Three ships came in.\n", "neither prose nor in a format"),
    ("settings.yaml", "ships: 3\n", "neither prose nor in a format"),
    ("tides.dat", "1.5 2.5 3.5\n" * 30, "neither prose nor in a format"),
    ("packed", base64.encodebytes(b"Three ships came in." * 30), "neither prose nor in a format"),
]


@pytest.mark.parametrize(("name", "content", "words"), MISREAD)
def test_what_is_no_article_is_named_and_not_read(put, host, name, content, words):
    path = put(name, content)
    (document,) = newsparse.read(path, host=host)
    assert document.text == ""
    assert words in document.failures[0].message
    assert path in document.failures[0].message


KEPT = [
    PROSE,
    "Smith, Jones and Brook, the three who stayed, said nothing.\nLater, they left, one by one, without a word.\n" * 2,
    "“No, no, no,” she said, “never.”\n\nThe vote, due on Friday, was off.\n\nRain, wind, hail.\n",
    "BMW and RIFF are names; ID3 is a tag. Nothing here is binary.",
    "Prices rose [by 3%] in May; “{sic}” said a note.",
    "Rain",
    "From: the harbour master\nTo: all captains\nSubject: rain\n\nIt rained, and 3 ships stayed.",
    "From Orla, Tue 1 Oct: rain.\n--- and more rain ---\nBEGIN: at ten.",
    "Orla 3, Selwyn 2. Tarn 0, Kell 0. Sula 1, Barrow 4, after extra time; the other 12 matches were put off. " * 3,
]


@pytest.mark.parametrize("text", KEPT)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a", "a.story"])
def test_prose_is_read_as_prose(put, host, name, text):
    (document,) = newsparse.read(put(name, text), host=host)
    assert (document.text, document.failures) == (text, ())
