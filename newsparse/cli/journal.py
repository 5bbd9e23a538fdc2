"""What a run has finished so far, kept beside its output, so that a run that was stopped can go on."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import struct
import zlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, Literal

import attrs

from newsparse.errors import NewsparseError, WriteError
from newsparse.kinds import KindRegistry
from newsparse.model import Document
from newsparse.serial import dumps, loads

ENDING = ".part"
_MAGIC = b"newsparse journal 1\n"
_HEAD = struct.Struct(">16sI")
"""Before each document: 16 bytes of the SHA-256 of what was read, and the length of what was made of it, deflated."""
_LEVEL = 1

Conditions = Mapping[str, object]
Run = Callable[[Iterable[Document]], Iterator[Document]]


def beside(output: str) -> Path:
    """The journal of an output."""
    return Path(output.rstrip("/" + os.sep) + ENDING)


@attrs.define
class Journal:
    """Finished documents in a file, each under a digest of the article that it was made from.

    ``conditions`` say what decides a result besides the article. The file is made with the first document.
    """

    path: Path
    conditions: Conditions
    kinds: KindRegistry
    _done: dict[bytes, list[int]] = attrs.field(factory=dict, init=False)
    _file: BinaryIO | None = attrs.field(default=None, init=False)
    count: int = attrs.field(default=0, init=False)

    def recover(self) -> None:
        """Read which articles are done; a document that was cut off at the end is dropped.

        Raises ``WriteError`` for a journal with other conditions, or one that newsparse did not write.
        """
        file = self._opened("r+b")
        known = _conditions(file, self.path)
        differing = sorted(
            name
            for name in known.keys() | self.conditions.keys()
            if known.get(name) != _plain(self.conditions).get(name)
        )
        if differing:
            raise WriteError(
                f"{self.path} belongs to a run that differs in {', '.join(differing)}.",
                hint="Use the same settings again, or start over with --restart.",
            )
        size, end = self.path.stat().st_size, file.tell()
        while len(head := file.read(_HEAD.size)) == _HEAD.size:
            key, length = _HEAD.unpack(head)
            if end + _HEAD.size + length > size:
                break
            self._done.setdefault(key, []).append(end)
            self.count += 1
            end = file.seek(length, os.SEEK_CUR)
        file.seek(end)
        file.truncate()

    def results(self, articles: Iterable[Document], run: Run) -> Iterator[Document]:
        """One document for each article, in order: what is done already, and for the others what ``run`` makes of them.

        ``run`` gives a document for each that it takes, in their order; each is kept before it is given on.
        """
        waiting: deque[bytes | int] = deque()

        def missing() -> Iterator[Document]:
            for article in articles:
                key = _digest(article, self.kinds)
                places = self._done.get(key)
                waiting.append(places.pop(0) if places else key)
                if isinstance(waiting[-1], bytes):
                    yield article

        for made in run(missing()):
            while isinstance(waiting[0], int):
                yield self._kept(waiting.popleft())
            self._keep(waiting.popleft(), made)
            yield made
        while waiting:
            yield self._kept(waiting.popleft())

    @property
    def unasked(self) -> int:
        """How many documents are done that this run was not asked for."""
        return sum(map(len, self._done.values()))

    def close(self) -> None:
        """Close the file, and leave it where it is."""
        if self._file:
            with contextlib.suppress(OSError):  # a full disk has been complained of
                self._file.close()
            self._file = None

    def remove(self) -> None:
        """Delete the file: the run is complete."""
        self.close()
        self.path.unlink(missing_ok=True)

    def _kept(self, place: object) -> Document:
        assert isinstance(place, int)
        file = self._opened("r+b")
        file.seek(place)
        _, length = _HEAD.unpack(file.read(_HEAD.size))
        return loads(zlib.decompress(file.read(length)).decode("utf-8", "surrogatepass"), registry=self.kinds)

    def _keep(self, key: object, document: Document) -> None:
        assert isinstance(key, bytes)
        try:
            packed = zlib.compress(dumps(document, registry=self.kinds).encode("utf-8", "surrogatepass"), _LEVEL)
        except NewsparseError:
            return  # what JSON cannot hold is made anew
        try:
            file = self._opened("x+b")
            file.seek(0, os.SEEK_END)
            file.write(_HEAD.pack(key, len(packed)) + packed)
            file.flush()
        except OSError as error:
            hint = "Free some space and continue with --resume, or choose another place."
            raise WriteError(f"{self.path} cannot be written: {error.strerror or error}.", hint=hint) from error
        self.count += 1

    def _opened(self, mode: Literal["r+b", "x+b"]) -> BinaryIO:
        if self._file is None:
            self._file = self.path.open(mode)
            if mode == "x+b":
                head = json.dumps(_plain(self.conditions), sort_keys=True).encode("ascii")
                self._file.write(_MAGIC + head + b"\n")
        return self._file


def _plain(conditions: Conditions) -> dict[str, object]:
    """As JSON gives it back."""
    found: dict[str, object] = json.loads(json.dumps(conditions, default=str))
    return found


def _conditions(file: BinaryIO, path: Path) -> dict[str, object]:
    if file.readline() == _MAGIC:
        try:
            found = json.loads(file.readline())
        except ValueError:
            found = None
        if isinstance(found, dict):
            return found
    raise WriteError(f"{path} is not a journal of newsparse.", hint="Move it away, or choose another output.")


def _digest(article: Document, kinds: KindRegistry) -> bytes:
    try:
        known = dumps(article, registry=kinds)
    except NewsparseError:
        known = article.text
    return hashlib.sha256(known.encode("utf-8", "surrogatepass")).digest()[:16]
