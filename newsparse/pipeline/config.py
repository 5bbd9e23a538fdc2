"""What a pipeline is made from: one frozen record that another process can build the same pipeline from."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Callable, Mapping
from typing import Any, Literal

import attrs

from newsparse.errors import PluginBuildError
from newsparse.model import Failure

OnFailure = Literal["record", "raise"] | Callable[[Failure, Exception], object]
"""What to do when something fails on one document: record it and continue, raise, or call this and then continue."""


MAX_LENGTH = 1_000_000
"""The most characters of a text, unless a pipeline is told otherwise; an article has some thousand."""


def _known_policy(_instance: object, _field: object, value: object) -> None:
    if value not in ("record", "raise") and not callable(value):
        raise PluginBuildError(f"on_failure must be 'record', 'raise' or a function, got {value!r}.")


def _some_threads(_instance: object, _field: object, value: int | None) -> None:
    if value is not None and value < 1:
        raise PluginBuildError(f"threads must be at least 1, got {value}.")


def _above_zero(_instance: object, field: Any, value: float | None) -> None:
    if value is not None and not 0 < value < math.inf:
        raise PluginBuildError(f"{field.name} must be above 0, got {value}.")


@attrs.frozen(kw_only=True)
class Settings:
    """The arguments of ``newsparse.load``, and ``host``: the modules that make the host, None for what is installed."""

    language: str = "en"
    extractors: tuple[str, ...] | None = None
    exclude: tuple[str, ...] = ()
    backend: str | None = None
    layers: tuple[str, ...] = ()
    settings: Mapping[str, Mapping[str, Any]] = attrs.field(factory=dict)
    on_failure: OnFailure = attrs.field(default="record", validator=_known_policy)
    backend_options: Mapping[str, Any] = attrs.field(factory=dict)
    threads: int | None = attrs.field(default=None, validator=_some_threads)
    timeout: float | None = attrs.field(default=None, validator=_above_zero)
    max_length: int | None = attrs.field(default=MAX_LENGTH, validator=_above_zero)
    host: tuple[str, ...] | None = None


def settings_digest(settings: object) -> str | None:
    """The SHA-256, in hexadecimal, of an attrs instance or a mapping; None where nothing is set.

    Values that JSON does not know count by their ``repr``, sets in an order that every process gives them.
    """
    plain = _plain(settings)
    if not plain:
        return None
    canonical = json.dumps(plain, sort_keys=True, default=repr, ensure_ascii=True)
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()


def _plain(value: Any) -> Any:
    if attrs.has(type(value)):
        return {field.name: _plain(getattr(value, field.name)) for field in attrs.fields(type(value))}
    if isinstance(value, Mapping):
        if all(isinstance(key, str) for key in value):
            return {key: _plain(item) for key, item in value.items()}
        return sorted(([repr(key), _plain(item)] for key, item in value.items()), key=repr)
    if isinstance(value, (set, frozenset)):
        return sorted((_plain(item) for item in value), key=repr)
    return [_plain(item) for item in value] if isinstance(value, (list, tuple)) else value
