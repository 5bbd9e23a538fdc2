"""The encoding of a text: told by a byte order mark, proved for UTF-8, and guessed only where little can go wrong."""

from __future__ import annotations

import codecs
import io
import logging
import re
from typing import BinaryIO

from newsparse.errors import OptionError, ReadError
from newsparse.readers.streams import joined

UTF8 = "utf-8-sig"
WESTERN = "cp1252"
CHUNK = 1 << 20
"""Bytes that are looked at together."""

_LOG = logging.getLogger(__name__)
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, UTF8),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HINT = "Name its encoding: --reader-option encoding=windows-1252, or another."
_ESCAPED = 0xDC00
_UNREADABLE = re.compile("[\0\udc80-\udcff]")
_NOT_UTF8 = re.compile("[\udc80-\udcff]")
_LETTERS = re.compile(r"[^\W\d_¹²³¼½¾]+")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_ACCENTED_RUN = re.compile(r"[À-ÖØ-öø-ÿ]{3}")
_SIGNS = frozenset("‘’“”–—…•€£¥¢©®™°±½¼¾«»‹›„‚§\u00a0\u00ad·×²³¡¿†ªº´¨")
_INSIDE_WORDS = re.compile(
    r"[^\W\d_](?![’\u00ad])[^\w\s\x00-\x7f–—…·]+[^\W\d_]|[^\W\d_]{3}[¹²³¼½¾]|[^\W\d_][¹²³¼½¾][^\W\d_]|[¿¡][a-zà-ÿ]{2}|(?=[^\x00-\x7f])[^\W\d_]\d"
)
_ICELANDIC = re.compile("[þýðÞÝÐ]")
"""What Turkish in its own encoding is full of, and Western languages but Icelandic are not."""
_MOST_ACCENTED, _ANY_ACCENTED = 0.08, 10
_ANY_ICELANDIC = 3
_ODD = 20


def decoded(data: bytes, path: str, encoding: str | None = None) -> str:
    """The text of ``data`` without a byte order mark, in ``encoding`` or the one that it is found to be in.

    Raises ``ReadError`` for what is not text, and for bytes that do not fit the encoding or leave it open.
    """
    name = encoding_named(encoding) or _found(data, path)
    try:
        text = data.decode(name)
    except UnicodeError as error:
        start = error.start if isinstance(error, UnicodeDecodeError) else 0
        named = "UTF-8" if name == UTF8 else name
        fault = f"{path} is not {named}: byte {start} is 0x{data[start]:02x}."
        raise ReadError(fault, hint=_HINT) from error
    if "\0" in text:
        place = text.index("\0")
        raise ReadError(f"{path} is not a text file: there is a zero byte at {place}.", hint="Give a text file.")
    _warn_of_guess(name, encoding, path)
    return text


def text_stream(stream: BinaryIO, path: str, encoding: str | None = None) -> io.TextIOWrapper:
    """The text of an open file, decoded piece by piece; line ends are kept as they are.

    A stream that can seek is looked through up to the first byte that is not UTF-8, any other for its first MiB. A byte
    that does not fit is a character for ``misread`` to find, so that it costs the row that it is in and no other.
    Raises ``ReadError`` where the encoding is left open.
    """
    name = encoding_named(encoding)
    if name is None:
        sample, stream = _sampled(stream)
        name = _found(sample, path)
    _warn_of_guess(name, encoding, path)
    errors = "strict" if name.startswith(("utf-16", "utf-32")) else "surrogateescape"
    return io.TextIOWrapper(stream, encoding=name, errors=errors, newline="")


def misread(text: str) -> str | None:
    """What is wrong with a piece of ``text_stream``: a byte that does not fit its encoding, or a zero byte."""
    found = _UNREADABLE.search(text)
    if found is None:
        return None
    code = ord(found.group())
    return f"the byte 0x{code - _ESCAPED:02x} does not fit the encoding" if code else "there is a zero byte"


def encoding_named(name: str | None) -> str | None:
    """Python's name of an encoding; raises ``OptionError`` for one that does not exist."""
    if name is None:
        return None
    try:
        io.TextIOWrapper(io.BytesIO(), encoding=name)  # unlike lookup, refuses codecs that are no encodings of text
        found = codecs.lookup(name).name
    except (LookupError, ValueError) as error:
        raise OptionError(f"there is no encoding {name!r}; try utf-8, windows-1252 or utf-16.") from error
    return UTF8 if found == "utf-8" else found


def is_western(data: bytes) -> bool:
    """Whether ``data`` reads like a Western European language in windows-1252.

    Its accented letters are few, in words that are written as words are (not "ItÕs", from an old Macintosh), and its
    signs are those of newspapers; one in twenty may be odd. Other encodings of one byte per character look different.
    """
    try:
        text = data.decode(WESTERN)
    except UnicodeDecodeError:
        return False
    foreign = _FOREIGN.findall(text)
    words = [word for word in _LETTERS.findall(text) if not word.isascii()]
    odd = sum(not _is_written(word) for word in words)
    odd += sum(not character.isalpha() and character not in _SIGNS for character in foreign)
    odd += len(_INSIDE_WORDS.findall(text))
    accented, letters = sum(map(str.isalpha, foreign)), sum(map(str.isalpha, text))
    return (
        odd * _ODD <= len(foreign)
        and accented <= _ANY_ACCENTED + _MOST_ACCENTED * letters
        and len(_ICELANDIC.findall(text)) * _ODD <= _ANY_ICELANDIC * _ODD + len(foreign)
    )


def _is_written(word: str) -> bool:
    if _ACCENTED_RUN.search(word):
        return False
    alone = len(word) == 1 and word.isupper() and word not in "ÀÉÓ"
    return not alone and (word.islower() or word.istitle() or word.isupper())


def _found(sample: bytes, path: str) -> str:
    """The encoding of a file that begins with, or is, ``sample``; raises ``ReadError`` where it is open."""
    for mark, name in _MARKS:
        if sample.startswith(mark):
            return name
    wide = _wide(sample)
    if wide:
        return wide
    text = sample.decode("utf-8", "surrogateescape")
    bad = len(_NOT_UTF8.findall(text))
    good = len(_FOREIGN.findall(text)) - bad
    if bad <= good or _is_cut(sample):
        return UTF8
    if not is_western(sample):
        raise ReadError(f"{path} is not UTF-8, and its encoding cannot be told.", hint=_HINT)
    return WESTERN


def _warn_of_guess(name: str, given: str | None, path: str) -> None:
    if name == WESTERN and given is None:
        _LOG.warning("%s is not UTF-8, and was read as windows-1252; if that is wrong, give encoding=...", path)


def _is_cut(sample: bytes) -> bool:
    """Whether the only fault is a character that the end of the sample has cut."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return False
    return len(sample) >= CHUNK


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Western text is zero."""
    half = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if half and min(even, odd) * 20 < max(even, odd) and max(even, odd) * 2 > half:
        return "utf-16-le" if odd > even else "utf-16-be"
    return None


def _sampled(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """The first piece of the stream that is not UTF-8, or else its first, and the stream from its beginning."""
    if not stream.seekable():
        head = stream.read(CHUNK)
        return head, joined(head, stream)
    start = stream.tell()
    head = part = stream.read(CHUNK)
    decoder = codecs.getincrementaldecoder("utf-8")()
    while part and not head.startswith(tuple(mark for mark, _ in _MARKS)) and b"\0" not in part:
        try:
            decoder.decode(part)
        except UnicodeDecodeError:
            head = part
            break
        part = stream.read(CHUNK)
    stream.seek(start)
    return head, stream
