"""Files of results: a place that cannot be written to is one line, and before the run where that is known by then."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from newsparse.cli.outputs import opened
from newsparse.errors import WriteError


def folder(path: Path) -> Path:
    """The folder, made where it is missing; raises ``WriteError`` unless files can be written into it."""
    try:
        path.mkdir(parents=True, exist_ok=True)
        if not os.access(path, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except OSError as error:
        raise WriteError(f"{path} cannot be written to: {error.strerror or error}.", hint="Choose another.") from error
    return path


def write(path: Path, text: str) -> None:
    """Writes the file, which replaces what is there only when it is complete; raises ``WriteError``."""
    with opened(str(path)) as stream:
        stream.write(text.encode("utf-8", "backslashreplace"))
