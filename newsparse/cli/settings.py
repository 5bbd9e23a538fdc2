"""Settings of a run from a file in TOML: options by name, and a table of settings for each extractor."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newsparse.errors import OptionError, ReadError

_KINDS: dict[str, tuple[type, str]] = {
    "language": (str, "a string"),
    "backend": (str, "a string"),
    "size": (str, "a string"),
    "threads": (int, "a whole number above 0"),
    "workers": (int, "a whole number from 0 on"),
    "timeout": (float, "a number of seconds above 0"),
    "max_length": (int, "a whole number above 0"),
    "extractors": (list, "a list of names"),
    "exclude": (list, "a list of names"),
}
_LEAST = {"threads": 1, "workers": 0, "max_length": 1}


def from_file(path: str) -> tuple[dict[str, Any], dict[str, Mapping[str, Any]]]:
    """The options in a file, and its tables: settings of extractors by name.

    Raises ``ReadError`` where the file cannot be read, and ``OptionError`` for what is not TOML, an unknown option, or
    a value of another type.
    """
    try:
        content = tomllib.loads(Path(path).read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadError(f"the settings {path} cannot be read: {reason}.") from error
    except tomllib.TOMLDecodeError as error:
        raise OptionError(f"{path} is not TOML: {error}.") from error
    tables: dict[str, Mapping[str, Any]] = {name: value for name, value in content.items() if isinstance(value, dict)}
    return {name: _option(path, name, value) for name, value in content.items() if name not in tables}, tables


def _option(path: str, name: str, value: object) -> object:
    if name not in _KINDS:
        hint = f"Options are {', '.join(_KINDS)}; settings of an extractor stand in a table, such as [quotes]."
        raise OptionError(f"{path}: there is no option {name!r}.", hint=hint)
    kind, meant = _KINDS[name]
    if kind is float and type(value) is int:
        value = float(value)
    if type(value) is not kind or not _fits(name, value):
        raise OptionError(f"{path}: {name!r} must be {meant}, got {value!r}.")
    return tuple(value) if isinstance(value, list) else value


def _fits(name: str, value: object) -> bool:
    if isinstance(value, list):
        return all(isinstance(item, str) for item in value)
    if isinstance(value, float):
        return 0 < value < math.inf
    return not isinstance(value, int) or value >= _LEAST[name]
