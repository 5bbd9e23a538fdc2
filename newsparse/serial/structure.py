"""Records to plain values and back, by cattrs, with every value held to its declared type."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Set
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any, TypeVar, get_args, get_origin

import attrs
from cattrs import BaseConverter, ForbiddenExtraKeysError, override
from cattrs.cols import list_structure_factory
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn
from cattrs.preconf.json import JsonConverter, make_converter
from cattrs.v import transform_error

from newsparse.errors import KindError, NewsparseError, SchemaError
from newsparse.model import Columns, Span

Record = TypeVar("Record")
Hook = Callable[[Any, Any], Any]

SPAN_VALUES = 2
"""A span is written as [start, end]."""

_NAMES = {
    dict: "an object",
    list: "a list",
    str: "a string",
    int: "a whole number",
    float: "a number",
    bool: "a truth value",
}
_COLLECTIONS: dict[object, Callable[[list[Any]], Any]] = {list: list, tuple: tuple, set: set, frozenset: frozenset}


def to_plain(record: object, path: str, *, slim: bool = False) -> dict[str, Any]:
    """The fields of an attrs instance as JSON values, those left out that are None or empty by default.

    With ``slim`` those are left out that have their default value, whatever it is.
    """
    try:
        fields: dict[str, Any] = (_slim_converter() if slim else _converter()).unstructure(record)
    except Exception as error:  # a field of a plugin's own type may fail in any way
        raise SchemaError(f"{path} ({type(record).__name__}) cannot be written: {error}.") from error
    return fields


def from_plain(value: object, record: type[Record], path: str) -> Record:
    """The instance of ``record`` that ``value`` describes; raises ``SchemaError`` naming the path of each fault."""
    converter = _converter()
    try:
        hook = converter.get_structure_hook(record)
    except Exception as error:  # annotations of a plugin's type that name nothing
        raise KindError(
            f"the fields of {record.__name__} cannot be read from JSON: {str(error).rstrip('.')}."
        ) from error
    try:
        structured: Record = hook(value, record)
    except Exception as error:  # whatever a type's own validators raise is a fault in the data
        faults = transform_error(error, path, _worded)
        more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
        raise SchemaError(f"{_at(faults[0])}{more}.") from error
    return structured


def expect(value: object, kind: type[Record], path: str) -> Record:
    """``value`` itself when it is exactly of that JSON type; raises ``SchemaError`` when not."""
    if type(value) is kind:
        return value
    raise SchemaError(f"{path}: {_mismatch(value, kind)}.")


@lru_cache(maxsize=1)
def _converter() -> JsonConverter:
    converter = make_converter(unstruct_collection_overrides={Set: _in_order})
    for primitive in (str, int, bool):
        converter.register_structure_hook(primitive, _exactly)
    converter.register_structure_hook(float, _finite)
    converter.register_structure_hook(Decimal, _decimal)
    converter.register_unstructure_hook(Decimal, str)
    converter.register_structure_hook_factory(_is_collection, _collection_hook)
    converter.register_structure_hook_factory(attrs.has, _record_hook)
    converter.register_unstructure_hook_factory(attrs.has, _plain_hook)
    converter.register_structure_hook(Columns, _columns)
    converter.register_unstructure_hook(Columns, dict)
    converter.register_structure_hook(Span, _span)
    converter.register_unstructure_hook(Span, _ends)
    return converter


@lru_cache(maxsize=1)
def _slim_converter() -> JsonConverter:
    converter = make_converter(unstruct_collection_overrides={Set: _in_order}, omit_if_default=True)
    converter.register_unstructure_hook(Decimal, str)
    converter.register_unstructure_hook(Columns, dict)
    converter.register_unstructure_hook(Span, _ends)
    return converter


def _exactly(value: object, kind: type[Record]) -> Record:
    if type(value) is kind:
        return value
    raise _FaultError(_mismatch(value, kind))


def _finite(value: object, _: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise _FaultError(_mismatch(value, float))
    return float(value)


def _decimal(value: object, _: object) -> Decimal:
    try:
        return Decimal(_exactly(value, str))
    except InvalidOperation:
        raise _FaultError(f"{value!r} is not a decimal number") from None


def _span(value: object, _: object) -> Span:
    ends = _exactly(value, list)
    if len(ends) != SPAN_VALUES:
        raise _FaultError(f"expected [start, end], got {len(ends)} values")
    return Span(_exactly(ends[0], int), _exactly(ends[1], int))


def _columns(value: object, _: object) -> Columns:
    found: dict[str, Any] = _exactly(value, dict)
    for name, item in found.items():
        if isinstance(item, (list, dict)) or (isinstance(item, float) and not math.isfinite(item)):
            raise _FaultError(f"the column {name!r} is not a string, a number, a truth value or null")
    return Columns(found)


def _ends(span: Span) -> list[int]:
    return [span.start, span.end]


def _in_order(values: Set[Any]) -> list[Any]:
    return sorted(values, key=str)


def _is_collection(kind: object) -> bool:
    """Whether this is list[X], set[X], frozenset[X] or tuple[X, ...]; cattrs would take any iterable, even a string."""
    arguments = get_args(kind)
    origin = get_origin(kind)
    return origin in _COLLECTIONS and (origin is not tuple or arguments[-1] is Ellipsis)


def _collection_hook(kind: type[Any], converter: BaseConverter) -> Hook:
    read = list_structure_factory(kind, converter)
    build = _COLLECTIONS[get_origin(kind)]

    def structure(value: object, _: object) -> object:
        return build(read(_exactly(value, list), kind))

    return structure


def _record_hook(kind: type[Any], converter: BaseConverter) -> Hook:
    read = make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True)

    def structure(value: object, _: object) -> object:
        return read(_exactly(value, dict), kind)

    return structure


def _plain_hook(kind: type[Any], converter: BaseConverter) -> Callable[[Any], Mapping[str, Any]]:
    empty = [field.name for field in attrs.fields(kind) if field.default in (None, (), "", Columns())]
    omitted: dict[str, Any] = {name: override(omit_if_default=True) for name in empty}
    return make_dict_unstructure_fn(kind, converter, **omitted)


class _FaultError(TypeError):
    """A value of the wrong JSON type; its words are the message."""


def _mismatch(value: object, kind: type) -> str:
    got = "null" if value is None else _NAMES.get(float if isinstance(value, float) else type(value), repr(value))
    return f"expected {_NAMES[kind]}, got {got}"


def _worded(error: BaseException, _kind: type | None) -> str:
    if isinstance(error, KeyError):
        return "the field is missing"
    if isinstance(error, ForbiddenExtraKeysError):
        return f"unknown field {sorted(error.extra_fields)[0]!r}"
    if isinstance(error, NewsparseError):
        return error.message.rstrip(".")
    return str(error).rstrip(".") or type(error).__name__


def _at(fault: str) -> str:
    """Cattrs words a fault as "what @ path"; the path goes first here."""
    what, _, path = fault.rpartition(" @ ")
    return f"{path}: {what}"
