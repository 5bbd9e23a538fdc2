"""How much of a run's files has been read, to estimate how much is left."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable


class Watched(io.FileIO):
    """A file that knows whether it is read from beginning to end, so that its position says how much is done."""

    jumps = False

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """As for a file; a caller that seeks to the end does not read from beginning to end."""
        self.jumps = self.jumps or whence == io.SEEK_END
        return super().seek(offset, whence)


class Share:
    """The bytes of all files, of those that are done, and of the one that is being read."""

    def __init__(self, paths: Iterable[str]) -> None:
        """Look at the sizes of the files; for those that have none, such as pipes, nothing can be said."""
        self._sizes = {path: os.path.getsize(path) if os.path.isfile(path) else None for path in paths}
        self._file: Watched | None = None
        self._done = 0

    def begin(self, file: Watched | None) -> None:
        """A file is open and will be read."""
        self._file = file

    def end(self, path: str) -> None:
        """A file has been read."""
        self._file = None
        self._done += self._sizes.get(path) or 0

    def now(self) -> float | None:
        """The share that has been read, above 0 and at most 1; None where that cannot be told."""
        sizes = self._sizes.values()
        if None in sizes or (self._file is not None and (self._file.closed or self._file.jumps)):
            return None
        read = self._done + (self._file.tell() if self._file else 0)
        return min(1.0, read / sum(filter(None, sizes))) if read else None
