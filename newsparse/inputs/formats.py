"""What a file looks like by its first bytes, so that what no reader takes can be named, and is not read as prose."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Callable

import attrs

CONVERT = "Convert it to text or HTML first."
UNPACK = "Unpack it and give the folder."
NO_TEXT = "There is no text in it to read."


@attrs.frozen
class Format:
    """A format that is told by its first bytes; ``reader`` is the name of the reader for it, where there can be one.

    ``may_be`` names the readers whose formats can look like that too: a workbook is a zip archive.
    """

    label: str
    tells: Callable[[bytes], bool]
    reader: str | None = None
    hint: str = ""
    may_be: tuple[str, ...] = ()


def recognised(head: bytes) -> Format | None:
    """The format that a file with these first bytes is in, as far as it can be told; None for prose."""
    return next((found for found in FORMATS if found.tells(head)), None)


def plain(head: bytes) -> bytes:
    """Text in UTF-8 without a byte order mark, where the bytes begin with a mark; all others as they are."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", "ignore").encode("utf-8", "replace")
    return head.removeprefix(codecs.BOM_UTF8)


def is_prose(head: bytes) -> bool:
    """Whether the bytes read like running text: no control characters, hardly any of those that code is full of.

    Nor are they mostly digits, or letters without a blank between them.
    """
    text = _decoded(head)
    if _CONTROL.search(text) or text.count("\N{REPLACEMENT CHARACTER}") > _MOST_UNREADABLE * len(text):
        return False
    if len(text) > _SHORT:
        solid = text.isascii() and len(_BLANK.findall(text)) < _LEAST_BLANK * len(text)
        if solid or len(_DIGIT.findall(text)) > _MOST_DIGITS * len(text):
            return False
    return len(_CODE.findall(text)) <= _ANY_CODE + _MOST_CODE * len(text)


def is_mail(head: bytes) -> bool:
    """Whether the first lines are those of an e-mail, of a box of them, or of a page that was saved as one."""
    found = _HEADER.match(head)
    names = set(_HEADER_NAME.findall(found.group().lower())) if found else set()
    return _BOX.match(head) is not None or (b"from" in names and bool(names & _OF_SERVERS))


def is_table(head: bytes) -> bool:
    """Whether three lines or more have equally many cells, the first of them names, as the columns of a table have."""
    lines = [line for line in _decoded(head).splitlines() if line.strip()][:-1]
    if len(lines) < _LEAST_LINES - 1:
        return False
    for delimiter in DELIMITERS:
        try:
            rows = list(csv.reader(lines[:_LEAST_LINES], delimiter=delimiter, strict=True))
        except csv.Error:
            continue
        if len(rows[0]) > 1 and len({len(row) for row in rows}) == 1 and all(map(_NAME.fullmatch, rows[0])):
            return True
    return False


DELIMITERS = ",\t;|"
NO_PROSE = frozenset(
    [
        *(".eml", ".mht", ".mhtml", ".ics", ".vcf", ".srt", ".vtt"),
        *(".bib", ".ris", ".tex", ".log", ".sql", ".cfg", ".conf", ".ini", ".json5", ".toml", ".yaml", ".yml"),
        *(
            ".bat",
            ".c",
            ".cpp",
            ".css",
            ".go",
            ".h",
            ".java",
            ".js",
            ".php",
            ".pl",
            ".py",
            ".r",
            ".rb",
            ".rs",
            ".sh",
            ".ts",
        ),
    ]
)
"""Endings of files that are not articles, even if they read like text."""
_CODE = re.compile(r"[{}<>=;|\\_~^\[\]]")
_NAME = re.compile(r"[^\W\d][\w .:/-]{0,30}")
_CONTROL = re.compile(r"[\0-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CODE, _ANY_CODE = 0.03, 5
_BLANK, _DIGIT = re.compile(r"\s"), re.compile(r"\d")
_SHORT, _LEAST_BLANK, _MOST_DIGITS = 200, 0.05, 0.25
_MOST_UNREADABLE = 0.3
_LEAST_LINES = 3
_HEADER = re.compile(rb"(?:[!-9;-~]+:.*\n(?:[ \t]+\S.*\n)*)+")
_HEADER_NAME = re.compile(rb"^([!-9;-~]+):", re.MULTILINE)
_OF_SERVERS = frozenset([b"received", b"mime-version", b"message-id", b"return-path", b"delivered-to", b"x-mailer"])
"""Lines that programs add to e-mails and that nobody writes above an article."""
_BOX = re.compile(rb"From \S+ +\w{3} \w{3} +\d+ \d\d:\d\d")
_CUES = re.compile(rb"WEBVTT\b|\s*\d+\r?\n\d\d:\d\d:\d\d[,.]\d{3} --> ")
_CARDS = re.compile(rb"BEGIN:V(?:CALENDAR|CARD)\b")
_PATCH = re.compile(rb"(?:diff |index |Index: |--- ).*\n(?:.*\n){0,4}?\+\+\+ ")
_TAG = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_XML = re.compile(rb"\s*<(?:\?xml|[a-z][\w:.-]*(?:\s[^<>]*)?>)", re.IGNORECASE)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)\b")
_OBJECT = re.compile(rb'\s*\{\s*(?:"|\}\s*$)')
_ARRAY = re.compile(rb'\s*\[\s*(?:\{|\]\s*$|"[^"]*"\s*[,\]])')


def _decoded(head: bytes) -> str:
    return head.decode("utf-8", "replace")


def _starts(*magic: bytes) -> Callable[[bytes], bool]:
    return lambda head: head.startswith(magic)


def _matches(pattern: re.Pattern[bytes]) -> Callable[[bytes], bool]:
    return lambda head: pattern.match(head) is not None


def _zip_with(*parts: bytes) -> Callable[[bytes], bool]:
    return lambda head: head.startswith(b"PK\x03\x04") and any(part in head for part in parts)


def _is_media(head: bytes) -> bool:
    return b"\0" in head and (head.startswith((b"BM", b"ID3", b"OggS", b"fLaC", b"RIFF")) or head[4:8] == b"ftyp")


FORMATS = (
    Format("a PDF file", _starts(b"%PDF-"), "pdf", "Convert it first: pdftotext -layout FILE.pdf."),
    Format(
        "a Word document",
        _zip_with(b"word/"),
        "docx",
        "Convert it first: pandoc --track-changes=accept FILE.docx -o FILE.html.",
    ),
    Format("an Excel workbook", _zip_with(b"xl/"), "xlsx", "Save it as CSV first."),
    Format("an OpenDocument or EPUB file", _zip_with(b"mimetypeapplication/"), None, CONVERT),
    Format("a zip archive", _starts(b"PK\x03\x04", b"PK\x05\x06"), None, UNPACK, ("xlsx", "docx")),
    Format("a tar archive", lambda head: head[257:262] == b"ustar", None, UNPACK),
    Format("a 7z or rar archive", _starts(b"7z\xbc\xaf\x27\x1c", b"Rar!"), None, UNPACK),
    Format("a file compressed with bzip2 or xz", _starts(b"BZh", b"\xfd7zXZ"), None, "Decompress it first."),
    Format("a file compressed twice", _starts(b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd"), None, "Decompress it first."),
    Format("an old Office file (.doc, .xls, .ppt)", _starts(b"\xd0\xcf\x11\xe0"), None, CONVERT, ("xlsx",)),
    Format("a rich text file (RTF)", _starts(b"{\\rtf"), None, CONVERT),
    Format("a Parquet file", _starts(b"PAR1"), "parquet"),
    Format("an Arrow file", _starts(b"ARROW1", b"\xff\xff\xff\xff"), None, "Save it as Parquet first."),
    Format("an SQLite database", _starts(b"SQLite format 3"), None, "Export the table as CSV first."),
    Format("a WARC file", _starts(b"WARC/"), "warc"),
    Format("an image", _starts(b"\x89PNG", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*"), None, NO_TEXT),
    Format("an image, a sound or a video", _is_media, None, NO_TEXT),
    Format("a program", _starts(b"\x7fELF", b"MZ\x90", b"\xca\xfe\xba\xbe"), None, NO_TEXT),
    Format("an e-mail", is_mail, None, "Save its text, or the page in it as HTML."),
    Format("subtitles", _matches(_CUES), None, "Take the times out of it first."),
    Format("a calendar or an address card", _matches(_CARDS), None, NO_TEXT),
    Format("a list of changes (diff)", _matches(_PATCH), None, NO_TEXT),
    Format("an HTML page", _matches(_TAG), "html"),
    Format("a feed (RSS or Atom)", lambda head: bool(_XML.match(head) and _FEED.search(head)), "feed"),
    Format("XML or HTML", _matches(_XML), None, "If it is a page, name the reader: --reader html."),
    Format("JSON", _matches(_ARRAY), "json", may_be=("jsonl",)),
    Format("JSON", _matches(_OBJECT), "json", may_be=("jsonl",)),
    Format("a table (CSV)", is_table, "csv", may_be=("tsv",)),
)
