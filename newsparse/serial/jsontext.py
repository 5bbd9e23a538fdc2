"""JSON text in and out, exactly: no key lost, no number reworded, lone surrogates kept."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any, NoReturn

from newsparse.errors import SchemaError

_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
_ESCAPED = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_BLANKS = " \t\r\n"
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


class Number(float):
    """A number with a decimal point or an exponent, and how it was written: 1.50 stays 1.50."""

    written: str

    def __new__(cls, written: str) -> Number:
        """The number written as ``written``."""
        number = super().__new__(cls, written)
        number.written = written
        return number

    def __reduce__(self) -> tuple[type[Number], tuple[str]]:
        """Pickles as it was written."""
        return (Number, (self.written,))


def encode(value: object, path: str) -> str:
    """The value as compact JSON, characters unescaped; raises ``SchemaError`` for what JSON cannot hold."""
    try:
        return _ENCODER.encode(value)
    except (TypeError, ValueError, RecursionError) as error:
        raise SchemaError(f"{path} cannot be written as JSON: {error}.") from error


def encode_as_read(value: object) -> str:
    """A value that ``decode`` gave, as compact JSON with every number as it was written.

    Raises ``SchemaError`` for one that is nested deeper than Python can follow.
    """
    try:
        return _as_read(value)
    except RecursionError as error:
        raise SchemaError("not JSON that can be read: it is nested too deep.") from error


def _as_read(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ",".join(f"{_ENCODER.encode(key)}:{_as_read(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(_as_read, value)) + "]"
    return value.written if isinstance(value, Number) else _ENCODER.encode(value)


def escaped(text: str) -> str:
    r"""JSON text that UTF-8 can hold, that stays one line and that no terminal obeys, by escapes ``\uXXXX``.

    These are for lone surrogates, for line separators (``str.splitlines`` takes U+0085, U+2028 and U+2029 for line
    ends), for control characters that JSON itself leaves alone, and for directional overrides. Raises ``SchemaError``
    where two surrogates would be read as one character.
    """
    if not _ESCAPED.search(text):
        return text
    if _PAIR.search(text):
        raise SchemaError(
            "the document holds a surrogate pair as two code points, which JSON cannot tell from one character.",
            hint="Join them first: text.encode('utf-16', 'surrogatepass').decode('utf-16', 'surrogatepass').",
        )
    return _ESCAPED.sub(_escape, text)


def decode(text: str) -> object:
    """The value of a JSON text; raises ``SchemaError`` naming the line and column of the fault."""
    value, end = decode_first(text, len(text) - len(text.lstrip(_BLANKS)))
    rest = text[end:].lstrip(_BLANKS)
    if rest:
        raise SchemaError(f"not JSON: more text after the end of the value, at {rest[:20]!a}.")
    return value


def decode_first(text: str, position: int) -> tuple[object, int]:
    """The value that starts at ``position`` and where it ends; raises ``SchemaError`` as ``decode`` does."""
    try:
        return _DECODER.raw_decode(text, position)
    except json.JSONDecodeError as error:
        raise SchemaError(f"not JSON: {error.msg} at line {error.lineno}, column {error.colno}.") from error
    except RecursionError as error:
        raise SchemaError("not JSON that can be read: it is nested too deep.") from error
    except SchemaError:
        raise
    except ValueError as error:  # a whole number longer than Python reads
        raise SchemaError(f"not JSON that can be read: {error}.") from error


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) < len(pairs):
        (twice, _), *_ = Counter(key for key, _ in pairs).most_common(1)
        raise SchemaError(f"the key {twice!r} occurs twice in one object.")
    return result


def _refuse_constant(name: str) -> NoReturn:
    raise SchemaError(f"{name} is not a number in JSON.")


_DECODER = json.JSONDecoder(object_pairs_hook=_unique, parse_float=Number, parse_constant=_refuse_constant)
