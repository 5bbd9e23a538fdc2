"""The values of a type inside records, by the declared types of their fields, a column at a time."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from typing import Any, get_args, get_origin

import attrs

from newsparse.serial.shapes import UnknownShapeError, besides_none, field_hints, is_collection, is_optional

Reader = Callable[[Sequence[Any]], Iterable[Any]]
"""Gives the values of the types sought that are inside the values of one field."""


@lru_cache(maxsize=256)
def inside(
    kind: type, sought: frozenset[type], *, without: frozenset[str] = frozenset(), closed: frozenset[type] = frozenset()
) -> Reader:
    """What reads the values of the types ``sought`` from records of the attrs class ``kind``, however deep they are.

    The fields of ``kind`` that are named in ``without`` are left out, and so is what is inside records of the types
    ``closed``, and inside those sought. Nothing is read from a class, or a field, whose declared type cannot be looked
    up or followed; such records are refused where their shapes are checked.
    """
    try:
        hints = field_hints(kind)
    except UnknownShapeError:
        return _nothing
    names = [field.name for field in attrs.fields(kind) if field.name not in without]
    parts = [(name, _of(hints.get(name), sought, closed)) for name in names]
    readers = [(attrgetter(name), part) for name, part in parts if part is not _nothing]

    def read(records: Sequence[Any]) -> Iterator[Any]:
        for get, part in readers:
            yield from part(list(map(get, records)))

    return read if readers else _nothing


def _of(hint: Any, sought: Collection[type], closed: Collection[type]) -> Reader:
    """What reads one field by its declared type."""
    if hint in sought:
        return _all
    if is_optional(hint):
        given = [_of(argument, sought, closed) for argument in besides_none(hint)]
        return _from(given[0], _present) if len(given) == 1 else _nothing
    if is_collection(hint):
        return _from(_of(get_args(hint)[0], sought, closed), _flat)
    if get_origin(hint) is dict:
        return _from(_of(get_args(hint)[1], sought, closed), _held)
    is_record = isinstance(hint, type) and attrs.has(hint) and hint not in closed
    return inside(hint, frozenset(sought), closed=frozenset(closed)) if is_record else _nothing


def _from(part: Reader, take: Callable[[Sequence[Any]], list[Any]]) -> Reader:
    if part is _nothing:
        return _nothing

    def read(values: Sequence[Any]) -> Iterable[Any]:
        taken = take(values)
        return part(taken) if taken else ()

    return read


def _all(values: Sequence[Any]) -> Iterable[Any]:
    return values


def _nothing(_values: Sequence[Any]) -> Iterable[Any]:
    return ()


def _present(values: Sequence[Any]) -> list[Any]:
    return [value for value in values if value is not None]


def _flat(values: Sequence[Any]) -> list[Any]:
    return list(chain.from_iterable(values))


def _held(values: Sequence[Any]) -> list[Any]:
    return [held for value in values for held in value.values()]
