"""Many annotations at once, from columns: for backends, which make more words than anything else."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from operator import attrgetter
from typing import Any, TypeVar

import attrs

from newsparse.model.annotation import Annotation
from newsparse.model.span import Span

Record = TypeVar("Record")
Place = TypeVar("Place", bound=Annotation)


def made(kind: type[Record], count: int, columns: dict[str, Iterable[Any]]) -> list[Record]:
    """``count`` records of an attrs class with slots, whose fields have the values of ``columns``, else their defaults.

    Nothing is checked, which is why this takes half the time of calling the class: for values that are known to be
    right. Raises ``TypeError`` for a field that is neither given nor has a plain default.
    """
    records = [object.__new__(kind) for _ in range(count)]
    for name, values in _complete(kind, columns):
        deque(map(getattr(kind, name).__set__, records, values), maxlen=0)
    return records


def made_at(kind: type[Place], text: str, spans: Sequence[Span], **columns: Iterable[Any]) -> list[Place]:
    """Annotations over ``spans`` of ``text``, with the ids, words and fields that ``kind.make`` would give each.

    As with ``made``, nothing is checked: all spans must lie in the text.
    """
    ends = [(span.start, span.end) for span in spans]
    ids = [f"{kind.KIND}:{start}-{end}" for start, end in ends]
    words = [text[start:end] for start, end in ends]
    return made(kind, len(spans), dict(columns, id=ids, span=spans, text=words))


def remade(records: list[Record], **values: Any) -> list[Record]:
    """Copies of records of one attrs class in which the fields ``values`` have the same value in each.

    Where the class has slots nothing is checked; ``attrs.evolve`` checks each copy as if it were new.
    """
    if not records or hasattr(records[0], "__dict__"):
        return [attrs.evolve(record, **values) for record in records]  # type: ignore[misc]
    kind: type = type(records[0])
    copies: list[Record] = [object.__new__(kind) for _ in records]
    for field in attrs.fields(kind):
        name = field.name
        column = repeat(values[name]) if name in values else map(attrgetter(name), records)
        deque(map(getattr(kind, name).__set__, copies, column), maxlen=0)
    return copies


def _complete(kind: type, columns: dict[str, Iterable[Any]]) -> Iterator[tuple[str, Iterable[Any]]]:
    for field in attrs.fields(kind):
        is_plain = field.default is not attrs.NOTHING and not hasattr(field.default, "factory")
        if field.name not in columns and not is_plain:
            raise TypeError(f"{kind.__name__} needs a column {field.name!r}.")
        yield field.name, columns.get(field.name, repeat(field.default))
