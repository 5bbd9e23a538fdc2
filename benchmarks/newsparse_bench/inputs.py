"""Files from users: one that cannot be read is reported in one line, never by a traceback."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from newsparse.errors import ReadError, SchemaError


def text(path: Path, *, keep_line_ends: bool = False) -> str:
    """The text of a UTF-8 file; raises ``ReadError``.

    Line ends become line feeds unless ``keep_line_ends`` is set, which formats that count characters need.
    """
    try:
        with path.open(encoding="utf-8", newline="" if keep_line_ends else None) as stream:
            return stream.read()
    except UnicodeDecodeError as error:
        raise ReadError(f"{path.name}: not UTF-8 at byte {error.start}.", hint="Convert the file to UTF-8.") from error
    except OSError as error:
        raise ReadError(f"{path.name}: cannot be read: {error.strerror or error}.") from error


def parsed(path: Path) -> Any:
    """The JSON value in a file; raises ``ReadError``, or ``SchemaError`` where the file is not JSON."""
    try:
        return json.loads(text(path))
    except RecursionError as error:
        raise SchemaError(f"{path.name}: JSON nested too deep.") from error
    except ValueError as error:
        raise SchemaError(f"{path.name}: not JSON: {error}.") from error
