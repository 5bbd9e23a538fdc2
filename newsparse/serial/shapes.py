"""Whether records can be written and read again: their values against the declared types, a column at a time.

Writing and reading every annotation twice would say the same and cost as much as finding them. Types that are not known
here (``Known``) are left to that test.
"""

from __future__ import annotations

import math
import re
import types
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from newsparse.model.columns import Columns

Column = Sequence[Any]
Check = Callable[[Column, str], str]
"""Gives what is wrong with the values of a column, whose path is given; empty when nothing is."""

MAX_INTEGER_BITS = 14_000
"""Python writes and reads whole numbers of 4,300 digits at most."""

MAX_FLOAT_BITS = 1_023
"""A whole number in place of a float is read again as a float, which holds no larger one."""

_NULL = type(None)
_INTEGER = frozenset([int])
PLAIN = frozenset([str, int, float, bool, Decimal, _NULL])
"""Types of values that hold no places in a text."""
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_COLLECTIONS = (tuple, list, set, frozenset)
_MODEL = "newsparse.model."
_MAKERS = frozenset(["__attrs_init__", "__attrs_post_init__", "__attrs_pre_init__", "__new__"])
"""What a class has that does more than keep its values; ``__attrs_init__`` where its ``__init__`` is its own."""


class UnknownShapeError(TypeError):
    """A declared type that values cannot be checked against."""


@lru_cache(maxsize=64)
def has_pair(text: str) -> bool:
    """Whether a text holds a surrogate pair as two code points, which JSON cannot tell from one character.

    Every layer of an article asks this of the same text: the answers for the last texts are kept.
    """
    return not text.isascii() and _PAIR.search(text) is not None


@lru_cache(maxsize=256)
def field_names(kind: type) -> tuple[str, ...]:
    """The names of the fields of an attrs class; none for any other."""
    return tuple(field.name for field in attrs.fields(kind)) if attrs.has(kind) else ()


def field_hints(kind: type) -> dict[str, Any]:
    """The declared types of the fields of a class; raises ``UnknownShapeError``."""
    try:
        return get_type_hints(kind)
    except Exception as error:  # annotations of a plugin's own type may name nothing
        raise UnknownShapeError(f"the types of {kind.__name__} cannot be looked up: {error}") from error


@lru_cache(maxsize=256)
def place_names(kind: type) -> tuple[str, ...]:
    """The names of the fields of an attrs class whose declared types leave room for places in the text."""
    try:
        hints = field_hints(kind)
    except UnknownShapeError:  # refused where the records are checked
        return field_names(kind)
    return tuple(name for name in field_names(kind) if not _is_plain(hints.get(name, Any)))


def _is_plain(hint: Any) -> bool:
    """Whether values of a type hold no places: words, figures, literals, and collections of them."""
    if get_origin(hint) is Literal or hint in PLAIN or hint is Ellipsis:
        return True
    return bool(get_args(hint)) and all(map(_is_plain, get_args(hint)))


def is_optional(hint: Any) -> bool:
    """Whether values of a type may be None: those of ``str | None``."""
    return get_origin(hint) in (Union, types.UnionType) and _NULL in get_args(hint)


def besides_none(hint: Any) -> list[Any]:
    """The types that values of an optional type have if they are not None: ``[str]`` for ``str | None``."""
    return [argument for argument in get_args(hint) if argument is not _NULL]


def is_collection(hint: Any) -> bool:
    """Whether values of a type hold any number of values of one type: ``tuple[str, ...]``, but not ``tuple[int, str]``.

    Dictionaries are not among them.
    """
    origin = get_origin(hint)
    return origin in _COLLECTIONS and (origin is not tuple or get_args(hint)[-1] is Ellipsis)


def misshapen(records: Sequence[object]) -> str:
    """What in ``records``, all of one attrs class, JSON cannot hold: a path and the fault; empty when nothing.

    Raises ``UnknownShapeError`` for a class with a field whose type cannot be judged here.
    """
    if not records:
        return ""
    kind: type = type(records[0])
    return record_check(kind)(records, "")


@lru_cache(maxsize=256)
def record_check(kind: type) -> Check:
    """The check for records of exactly this attrs class; raises ``UnknownShapeError``."""
    if _makes_itself(kind):
        raise UnknownShapeError(f"what {kind.__name__} makes of its values shows when they are read.")
    hints = field_hints(kind)
    names = [field.name for field in attrs.fields(kind) if field.init]
    checks = [(f".{name}", attrgetter(name), _check_for(hints.get(name, Any))) for name in names]

    def check(values: Column, path: str) -> str:
        if set(map(type, values)) != {kind}:
            return _odd_one(values, path, kind, lambda value: type(value) is kind)
        faults = (part(list(map(get, values)), path + name) for name, get, part in checks)
        return next(filter(None, faults), "")

    return check


def _makes_itself(kind: type) -> bool:
    """Whether an attrs class that is not of newsparse's own model converts, checks or takes its values in its own way.

    It may then refuse, when it is read, what it was written with, or make something else of it.
    """
    foreign = [base for base in kind.__mro__ if base is not object and not base.__module__.startswith(_MODEL)]
    own = any(_MAKERS & set(vars(base)) for base in foreign)
    return own or (bool(foreign) and any(field.converter or field.validator for field in attrs.fields(kind)))


def _check_for(hint: Any) -> Check:
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal and all(type(value) is str for value in arguments):
        return _one_of(frozenset(arguments))
    if is_optional(hint):
        return _optional(_only(besides_none(hint), hint))
    if is_collection(hint):
        return _collection(origin, _check_for(arguments[0]))
    if origin is dict and arguments[0] is str:
        return _mapping(_check_for(arguments[1]))
    if isinstance(hint, type) and attrs.has(hint):
        return record_check(hint)
    raise UnknownShapeError(f"values of type {hint} cannot be checked against it.")


def _only(hints: list[Any], union: Any) -> Check:
    if len(hints) > 1:
        raise UnknownShapeError(f"values of type {union} cannot be checked against it.")
    return _check_for(hints[0])


def _string(values: Column, path: str) -> str:
    try:
        apart = "\n".join(values)
    except TypeError:
        return _odd_one(values, path, str, lambda value: isinstance(value, str))
    paired = not apart.isascii() and _PAIR.search(apart) is not None
    return f"{path} holds a surrogate pair as two code points" if paired else ""


def _integer(values: Column, path: str) -> str:
    if not set(map(type, values)) <= _INTEGER and not all(map(_is_integer, values)):
        return _odd_one(values, path, int, _is_integer)
    large = bool(values) and max(min(values).bit_length(), max(values).bit_length()) > MAX_INTEGER_BITS
    return f"{path} is a whole number too long to write" if large else ""


def _is_integer(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _number(values: Column, path: str) -> str:
    if not set(map(type, values)) <= {float}:
        allowed = (int, float)
        if not all(isinstance(value, allowed) and not isinstance(value, bool) for value in values):
            return _odd_one(values, path, float, lambda v: isinstance(v, allowed) and not isinstance(v, bool))
        if any(isinstance(value, int) and value.bit_length() > MAX_FLOAT_BITS for value in values):
            return f"{path} is a whole number too large for a float"
    return "" if all(map(math.isfinite, values)) else f"{path} is not a finite number"


def _truth(values: Column, path: str) -> str:
    return "" if _are(values, bool) else _odd_one(values, path, bool, lambda value: isinstance(value, bool))


def _decimal(values: Column, path: str) -> str:
    if not _are(values, Decimal):
        return _odd_one(values, path, Decimal, lambda value: isinstance(value, Decimal))
    return f"{path} is not a number" if any(value.is_nan() for value in values) else ""


def _free(values: Column, path: str) -> str:
    """What is wrong with free columns: their names are strings, their values of the types of ``Scalar``."""
    if not _are(values, Columns):
        return _odd_one(values, path, Columns, lambda value: isinstance(value, Columns))
    fault = _string([name for item in values for name in item], f"{path} (a key)")
    held = [(f"{path}.{name}", value) for item in values for name, value in item.items() if value is not None]
    return fault or next(filter(None, (_scalar(value, place) for place, value in held)), "")


def _scalar(value: object, path: str) -> str:
    kind = type(value)
    if kind not in _SCALARS:
        return f"{path} is of type {kind.__name__}, not a string, a number or a truth value"
    return _SCALARS[kind]([value], path)


_SCALARS: dict[object, Check] = {str: _string, int: _integer, float: _number, bool: _truth}
_SIMPLE: dict[object, Check] = {**_SCALARS, Decimal: _decimal, Columns: _free}


def _one_of(allowed: frozenset[str]) -> Check:
    names = ", ".join(map(repr, sorted(allowed)))

    def check(values: Column, path: str) -> str:
        if not _are(values, str):
            return _odd_one(values, path, str, lambda value: isinstance(value, str))
        odd = set(values) - allowed
        return f"{path} is {min(odd)!a}, which is not one of {names}" if odd else ""

    return check


def _optional(rest: Check) -> Check:
    def check(values: Column, path: str) -> str:
        given = [value for value in values if value is not None]
        return rest(given, path) if given else ""

    return check


def _collection(kind: type, rest: Check) -> Check:
    def check(values: Column, path: str) -> str:
        if not set(map(type, values)) <= {kind}:
            return _odd_one(values, path, kind, lambda value: type(value) is kind)
        items = list(chain.from_iterable(values))
        return rest(items, f"{path}[]") if items else ""

    return check


def _mapping(rest: Check) -> Check:
    def check(values: Column, path: str) -> str:
        if not set(map(type, values)) <= {dict}:
            return _odd_one(values, path, dict, lambda value: type(value) is dict)
        items: list[Mapping[Any, Any]] = [value for value in values if value]
        fault = _string([key for item in items for key in item], f"{path} (a key)")
        held = [value for item in items for value in item.values()]
        return fault or (rest(held, f"{path}[]") if held else "")

    return check


def _are(values: Iterable[Any], kind: type) -> bool:
    types = set(map(type, values))
    return types <= {kind} or all(issubclass(found, kind) for found in types)


def _odd_one(values: Iterable[Any], path: str, kind: type, fits: Callable[[Any], bool]) -> str:
    found = type(next(value for value in values if not fits(value)))
    if found.__module__ == "numpy":
        hint = "" if found.__name__ == "ndarray" else ": convert it with .item()"
        return f"{path} is of type numpy.{found.__name__}, not {kind.__name__}{hint}"
    return f"{path} is of type {found.__name__}, not {kind.__name__}"
