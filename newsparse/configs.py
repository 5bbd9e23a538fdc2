"""Options of readers and writers as an instance of their ``config``, with one clear line for what does not fit."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import attrs

from newsparse.errors import NewsparseError, OptionError, described
from newsparse.guard import Caught, attempt


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
    made = attempt(partial(config, **values))
    if not isinstance(made, Caught):
        return (made,)
    error = made.error
    if isinstance(error, NewsparseError):
        raise error
    expected = isinstance(error, (TypeError, ValueError)) and error.args
    reason = " ".join(str(error.args[0]).split()) if expected else described(error)
    raise OptionError(f"{what}: {reason.rstrip('.')}.") from error


def option_names(config: type | None) -> tuple[str, ...]:
    """The names of the options, in the order of the fields of ``config``."""
    return tuple(field.alias or field.name for field in attrs.fields(config) if field.init) if config else ()
