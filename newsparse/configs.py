"""Options of readers and writers as an instance of their ``config``, with one clear line for what does not fit."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, get_origin, get_type_hints

import attrs

from newsparse.errors import NewsparseError, OptionError, described
from newsparse.guard import Caught, attempt

SEVERAL = (tuple, list, frozenset, set)
"""The types of options with several values."""


def filled(what: str, config: type | None, values: Mapping[str, object]) -> tuple[Any, ...]:
    """The last arguments of a reader or writer: an instance of ``config``, or nothing where it has no options.

    ``what`` names it in messages ("the writer 'csv'"). Raises ``OptionError`` for an unknown name and for a value
    that does not fit.
    """
    known = option_names(config)
    for name in values:
        if not known:
            raise OptionError(f"{what} has no options, but was given {name!r}.")
        if name not in known:
            raise OptionError(f"{what} has no option {name!r} (there are: {', '.join(known)}).")
    if config is None:
        return ()
    made = attempt(partial(config, **{name: _several(config, name, value) for name, value in values.items()}))
    if not isinstance(made, Caught):
        return (made,)
    error = made.error
    if isinstance(error, NewsparseError):
        raise error
    expected = isinstance(error, (TypeError, ValueError)) and error.args
    reason = " ".join(str(error.args[0]).split()) if expected else described(error)
    raise OptionError(f"{what}: {reason.rstrip('.')}.") from error


def _several(config: type, name: str, value: object) -> object:
    """A value; for an option of several, a text as the values that commas separate, as on the command line."""
    fields = {field.alias: field.name for field in attrs.fields(config)}
    several = get_origin(get_type_hints(config)[fields[name]]) in SEVERAL
    if not (several and isinstance(value, str)):
        return value
    return tuple(item.strip() for item in value.split(",") if item.strip())


def option_names(config: type | None) -> tuple[str, ...]:
    """The names of the options, in the order of the fields of ``config``."""
    return tuple(field.alias or field.name for field in attrs.fields(config) if field.init) if config else ()
