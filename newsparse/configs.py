"""Options of readers and writers as an instance of their ``config``, with one clear line for what does not fit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from newsparse.errors import NewsparseError, OptionError


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
    try:
        return (config(**values),)
    except NewsparseError:
        raise
    except (TypeError, ValueError) as error:
        raise OptionError(
            f"{what}: {' '.join(str(error.args[0] if error.args else error).split()).rstrip('.')}."
        ) from error


def option_names(config: type | None) -> tuple[str, ...]:
    """The names of the options, in the order of the fields of ``config``."""
    return tuple(field.alias or field.name for field in attrs.fields(config) if field.init) if config else ()
