"""The values of a JSON text, one after the other: a list of any length is read in the memory of its longest item."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, TextIO

from newsparse.errors import ReadError

_CHUNK = 1 << 16
_BLANK_RUN = re.compile(r"[ \t\r\n]*")
_TAIL = 16
"""Characters at the end of a piece in which a fault may only mean that the piece ends there."""


class JsonText:
    """Takes a text apart from its beginning; every method raises ``ReadError`` for what is not JSON."""

    def __init__(self, text: TextIO, path: str) -> None:
        self._text, self._path = text, path
        self._held, self._at, self._passed, self._ended = "", 0, 0, False
        self._decoder = json.JSONDecoder()

    def next(self) -> str:
        """The next character that is not blank, which stays; empty at the end of the text."""
        while True:
            found = _BLANK_RUN.match(self._held, self._at)
            self._at = found.end() if found else self._at
            if self._at < len(self._held) or not self._more():
                return self._held[self._at : self._at + 1]

    def value(self) -> tuple[Any, str]:
        """The next value, and how it is written."""
        self.next()
        while True:
            try:
                value, end = self._decoder.raw_decode(self._held, self._at)
            except json.JSONDecodeError as error:
                if self._ended or not self._is_cut(error) or not self._more():
                    raise self._fault(error.msg, error.pos) from error
            except (ValueError, RecursionError) as error:  # a number too long, or values too deep in each other
                raise ReadError(f"{self._path} is not JSON that can be read: {error}.") from error
            else:
                if end < len(self._held) or not self._more():
                    written, self._at = self._held[self._at : end], end
                    return value, written

    def items(self) -> Iterator[tuple[Any, str]]:
        """The items of the list that comes next, each with how it is written."""
        self._take("[")
        if self.next() == "]":
            self._take("]")
            return
        while True:
            yield self.value()
            if self._take(",", "]") == "]":
                return

    def enter(self, name: str) -> bool:
        """Go to the value of a field of the object that comes next; False where there is no object or field."""
        if self.next() != "{":
            return False
        self._take("{")
        while self.next() == '"':
            key, _ = self.value()
            self._take(":")
            if key == name:
                return True
            self.value()
            if self._take(",", "}") == "}":
                return False
        return False

    def _take(self, *characters: str) -> str:
        found = self.next()
        if found not in characters or not found:
            wanted = " or ".join(map(repr, characters))
            raise self._fault(f"Expecting {wanted}" if found else f"It ends where {wanted} should follow", self._at)
        self._at += 1
        return found

    def _is_cut(self, error: json.JSONDecodeError) -> bool:
        return error.msg.startswith("Unterminated string") or error.pos + _TAIL >= len(self._held)

    def _more(self) -> bool:
        """Hold twice as much of what comes next; whether there is any more."""
        rest = self._held[self._at :]
        part = "" if self._ended else self._text.read(max(_CHUNK, len(rest)))
        self._ended = not part
        if part:
            self._passed += self._at
            self._held, self._at = rest + part, 0
        return bool(part)

    def _fault(self, message: str, place: int) -> ReadError:
        return ReadError(f"{self._path} is not JSON: {message} (character {self._passed + place}).")
