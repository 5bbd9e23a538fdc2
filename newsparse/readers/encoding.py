"""The encoding of a text: told by a byte order mark, proved for UTF-8, and guessed only where little can go wrong."""

from __future__ import annotations

import codecs
import io
import logging
import re
from typing import TYPE_CHECKING, BinaryIO, cast

from newsparse.errors import OptionError, ReadError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

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
_MARKED = tuple(mark for mark, _ in _MARKS)
_MARK_BYTES = 4
"""The longest mark, and the longest letter of UTF-8."""
_HINT = "Name its encoding: --reader-option encoding=windows-1252, or another."
_ESCAPED = 0xDC00
_UNREADABLE = re.compile("[\0\udc80-\udcff]")
_ASCII = re.compile(rb"[\x00-\x7f]+")
_UTF8_LETTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
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

    A stream that can seek is looked through up to the first byte that is not UTF-8. Any other is read as it comes:
    ASCII leaves nothing to decide, a first letter in UTF-8 decides for that, and otherwise the next MiB does. A byte
    that does not fit is a character for ``misread`` to find, so that it costs the row that it is in and no other.
    Raises ``ReadError`` where the encoding is left open, for a stream that cannot seek when it is read that far.
    """
    name = encoding_named(encoding)
    if name is None and not stream.seekable():
        stream = cast("BinaryIO", io.BufferedReader(_Piped(stream, path)))
        name = UTF8
    elif name is None:
        sample, stream = _sampled(stream)
        name = _found(sample, path)
    _warn_of_guess(name, encoding, path)
    return io.TextIOWrapper(stream, encoding=name, errors=_errors(name), newline="")


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


def _errors(name: str) -> str:
    """How to decode what does not fit an encoding."""
    return "strict" if name.startswith(("utf-16", "utf-32")) else "surrogateescape"


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
    start = stream.tell()
    head = part = stream.read(CHUNK)
    decoder = codecs.getincrementaldecoder("utf-8")()
    while part and not head.startswith(_MARKED) and b"\0" not in part:
        try:
            decoder.decode(part)
        except UnicodeDecodeError:
            head = part
            break
        part = stream.read(CHUNK)
    stream.seek(start)
    return head, stream


class _Piped(io.RawIOBase):
    """A stream that cannot seek as UTF-8, whatever its encoding, which is decided as late as possible."""

    def __init__(self, stream: BinaryIO, path: str) -> None:
        self._path = path
        self._read = getattr(stream, "read1", stream.read)
        self._held, self._ready = b"", memoryview(b"")
        self._decoder: codecs.IncrementalDecoder | None = None
        self._begun = self._decided = self._ended = False

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fill ``buffer`` with as much as is there at once; the number of bytes, none at the end."""
        while not self._ready and not self._ended:
            self._ready = memoryview(self._next())
        target = memoryview(buffer).cast("B")
        part, self._ready = self._ready[: len(target)], self._ready[len(target) :]
        target[: len(part)] = part
        return len(part)

    def _next(self) -> bytes:
        """What comes next, in UTF-8; a piece that leaves the encoding open is ASCII."""
        part, self._held = self._more(self._held, 1 if self._begun else _MARK_BYTES), b""
        self._ended = not part
        if self._decided:
            return self._decoded(part)
        if not self._begun and (part.startswith(_MARKED) or b"\0" in part[:_MARK_BYTES]):
            return self._decide(part)
        self._begun = True
        plain = _ASCII.match(part)
        if plain and plain.end():
            self._held = part[plain.end() :]
            return plain.group()
        return self._decide(self._more(part, _MARK_BYTES)) if part else b""

    def _decide(self, part: bytes) -> bytes:
        """The next piece in UTF-8, once it is clear, from it or from the next MiB, what encoding it is in."""
        self._begun = self._decided = True
        name = UTF8 if _UTF8_LETTER.match(part) else ""
        if not name:
            part = self._more(part, CHUNK)
            name = _found(part, self._path)
        _warn_of_guess(name, None, self._path)
        if name != UTF8:
            self._decoder = codecs.getincrementaldecoder(name)(_errors(name))
        return self._decoded(part)

    def _decoded(self, part: bytes) -> bytes:
        if self._decoder is None:
            return part
        return self._decoder.decode(part, final=not part).encode("utf-8", "surrogateescape")

    def _more(self, part: bytes, size: int) -> bytes:
        """``part`` and what comes after it, up to ``size`` bytes or more, fewer at the end."""
        pieces, count = [part], len(part)
        while count < size and (piece := self._read(CHUNK)):
            pieces.append(piece)
            count += len(piece)
        return b"".join(pieces)
