"""Options of readers and writers: ``name=value`` on the command line becomes an instance of their ``config``."""

from __future__ import annotations

import types
from collections.abc import Callable, Collection, Iterable
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from newsparse.configs import SEVERAL, filled
from newsparse.errors import OptionError

_SWITCHES = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


def configured(what: str, config: type | None, given: Iterable[str], others: Collection[str] = ()) -> tuple[Any, ...]:
    """The last arguments of a reader or writer, as ``newsparse.configs.filled`` gives them.

    ``what`` names it in messages ("the writer 'csv'"); ``given`` are texts ``name=value``, where commas separate the
    values of a tuple. Those with one of the names ``others`` are left out. Raises ``OptionError`` for an unknown name
    and for a value that does not fit.
    """
    texts = {name: text for name, text in map(_pair, given) if name not in others}
    hints = get_type_hints(config) if config else {}
    aliases = {field.alias: field.name for field in attrs.fields(config)} if config else {}
    values: dict[str, object] = {}
    for name, text in texts.items():
        try:
            values[name] = _value(hints[aliases[name]], text) if name in aliases else text
        except ValueError as error:
            raise OptionError(f"{what}: {name}={text}: {error}.") from error
    return filled(what, config, values)


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
    if origin in SEVERAL:
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
