"""Options of readers and writers: ``name=value`` on the command line becomes an instance of their ``config``."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from newsparse.errors import NewsparseError, OptionError

_SWITCHES = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


def configured(what: str, config: type | None, given: Iterable[str]) -> tuple[Any, ...]:
    """The last arguments of a reader or writer: an instance of ``config``, or nothing where it has no options.

    ``what`` names it in messages ("the writer 'csv'"); ``given`` are texts ``name=value``, where commas separate the
    values of a tuple. Raises ``OptionError`` for an unknown name and for a value that does not fit.
    """
    pairs = [_pair(text) for text in given]
    if config is None:
        if pairs:
            raise OptionError(f"{what} has no options, but was given {pairs[0][0]!r}.")
        return ()
    hints = get_type_hints(config)
    fields = {field.alias: field.name for field in attrs.fields(config) if field.init}
    values = {}
    for name, text in pairs:
        if name not in fields:
            raise OptionError(f"{what} has no option {name!r} (there are: {', '.join(fields)}).")
        try:
            values[name] = _value(hints[fields[name]], text)
        except ValueError as error:
            raise OptionError(f"{what}: {name}={text}: {error}.") from error
    try:
        return (config(**values),)
    except NewsparseError:
        raise
    except (TypeError, ValueError) as error:
        raise OptionError(f"{what}: {' '.join(str(error).split()).rstrip('.')}.") from error


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise OptionError(f"an option needs the form name=value, got {text!r}.")
    return name.strip().replace("-", "_"), value


def _value(hint: Any, text: str) -> object:
    """``text`` as a value of the type; raises ``ValueError`` for what does not fit."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _value(next(item for item in inner if item is not type(None)), text)
    if origin is Literal:
        if text not in inner:
            raise ValueError(f"must be one of {', '.join(map(str, inner))}")
        return text
    if origin in (tuple, list, frozenset, set):
        return origin(_value(inner[0], item.strip()) for item in text.split(",") if item.strip())
    return _SCALARS.get(hint, str)(text)


def _switch(text: str) -> bool:
    if text.lower() not in _SWITCHES:
        raise ValueError("must be true or false")
    return _SWITCHES[text.lower()]


def _number(kind: type) -> Callable[[str], object]:
    def convert(text: str) -> object:
        try:
            return kind(text)
        except ValueError:
            raise ValueError("must be a whole number" if kind is int else "must be a number") from None

    return convert


_SCALARS: dict[Any, Callable[[str], object]] = {bool: _switch, int: _number(int), float: _number(float), str: str}
