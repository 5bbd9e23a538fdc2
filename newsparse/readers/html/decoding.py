"""Bytes of a page as text: by a byte order mark, what the page declares, or what the bytes look like."""

from __future__ import annotations

import codecs
import re

from newsparse.errors import OptionError
from newsparse.extras import extra

_NO_CHARSETS = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined"})
"""What Python can decode as text, but no page is written in."""

SCANNED = 4096
"""The bytes in which a declaration is looked for; the standard asks for at least 1,024."""

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_WITHOUT_MARK = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
_DECLARED = re.compile(rb"<meta\b[^>]{0,500}?charset\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
_XML_DECLARED = re.compile(rb"^\s*<\?xml\b[^>]{0,200}?encoding\s*=\s*[\"']([\w:.-]+)", re.IGNORECASE)

_READ_AS = {
    **dict.fromkeys(("ascii", "iso8859-1"), "cp1252"),
    "iso8859-9": "cp1254",
    **dict.fromkeys(("iso8859-11", "tis-620"), "cp874"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    **dict.fromkeys(("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7"), "utf-8"),
}
"""The encodings that the Encoding Standard (https://encoding.spec.whatwg.org/#names-and-labels) reads as another."""


def page_text(data: bytes, encoding: str | None = None) -> str:
    """The text of a page; bytes that do not fit become U+FFFD.

    ``encoding`` overrides all that the page says. Bytes that are valid UTF-8, and not only ASCII, are UTF-8 whatever
    the page declares: browsers save pages in UTF-8 and leave the old declaration in place. Raises ``OptionError`` for
    an ``encoding`` that does not exist.
    """
    if encoding is not None:
        known = encoding_known(encoding)
        if known is None:
            raise OptionError(f"there is no encoding {encoding!r}.", hint="Try utf-8, windows-1252 or iso-8859-2.")
        return data.decode(known, "replace")
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    for start, name in _WITHOUT_MARK:
        if data.startswith(start):
            return data.decode(name, "replace")
    if not data.isascii() and (text := _strict(data, "utf-8")) is not None:
        return text
    declared = _declared(data[:SCANNED])
    if declared is not None and (text := _strict(data, declared)) is not None:
        return text
    return _guessed(data, declared)


def _declared(head: bytes) -> str | None:
    """The encoding that the page's XML declaration or first ``meta`` element names, as it is to be read."""
    for found in (_XML_DECLARED.search(head), _DECLARED.search(head)):
        if found is not None and (name := encoding_known(found[1].decode("ascii", "replace"))) is not None:
            return _READ_AS.get(name, name)
    return None


def encoding_known(label: str) -> str | None:
    """Python's name of a text encoding; None for an unknown one."""
    try:
        info = codecs.lookup(label)
        b" ".decode(info.name, "ignore")  # which refuses what decodes to bytes
    except (LookupError, ValueError):
        return None
    return None if info.name.replace("_", "-") in _NO_CHARSETS else info.name


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeError:
        return None


def _guessed(data: bytes, declared: str | None) -> str:
    """The text in the encoding that the bytes look like, if any; else in the declared one, or windows-1252."""
    with extra("html"):
        import charset_normalizer

    best = None if declared else charset_normalizer.from_bytes(data).best()
    return data.decode(best.encoding if best else declared or "cp1252", "replace")
