"""Where in a plugin's code something went wrong: the file as its package names it, the line, and the code there."""

from __future__ import annotations

import inspect
import linecache
import logging
import traceback
from collections.abc import Iterator
from pathlib import PurePath

_LOG = logging.getLogger(__name__)
_LONGEST = 80
"""Characters of a line of code that are shown."""


def raised_at(error: BaseException, home: str) -> str:
    """The last line of the package ``home`` that an exception passed through, as ``polls/read.py:31, `return 1 / 0```.

    Where it passed through none, the last line outside newsparse and the import system; empty where there is none.
    """
    if isinstance(error, SyntaxError) and error.filename:
        return _place(error.filename, PurePath(error.filename).stem, error.lineno or 1)
    frames = list(_frames(error))
    own = [frame for frame in frames if _top(frame[1]) == home]
    others = [frame for frame in frames if _top(frame[1]) not in ("newsparse", "importlib", "_pytest")]
    last = next(reversed(own or others), None)
    return _place(*last) if last else ""


def defined_at(function: object) -> str:
    """The file and line of a function, as ``polls/read.py:24``; empty where they are unknown."""
    try:
        inner = inspect.unwrap(function)  # type: ignore[arg-type] # anything a plugin gave
        code = getattr(inner, "__code__", None)
        module = str(getattr(inner, "__module__", ""))
    except Exception as error:  # an object of a plugin may raise whenever it is looked at
        _LOG.debug("where a %s is defined cannot be read", type(function).__name__, exc_info=error)
        return ""
    return f"{_file(code.co_filename, module)}:{code.co_firstlineno}" if code else ""


def package_of(thing: object) -> str:
    """The top-level package that the class of an object is from."""
    return _top(type(thing).__module__)


def _frames(error: BaseException) -> Iterator[tuple[str, str, int]]:
    for frame, line in traceback.walk_tb(error.__traceback__):
        yield frame.f_code.co_filename, str(frame.f_globals.get("__name__", "")), line


def _place(filename: str, module: str, line: int) -> str:
    words = linecache.getline(filename, line).strip()
    short = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
    return f"{_file(filename, module)}:{line}" + (f", `{short}`" if short else "")


def _file(filename: str, module: str) -> str:
    """The file from its top-level package down: installed copies of a package have the same."""
    path = PurePath(filename)
    depth = len(module.split(".")) + (path.stem == "__init__")
    return "/".join(path.parts[-depth:])


def _top(module: str) -> str:
    return module.partition(".")[0]
