"""Documents as rows of plain values, a chunk of documents at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, get_args

import attrs

from newsparse.errors import OptionError
from newsparse.model import Document, Entity, Mention, NumberClaim, Quote
from newsparse.model.columns import Columns, Scalar
from newsparse.model.parsed import given_documents
from newsparse.tables.claims import NUMBERS, QUOTES
from newsparse.tables.free import OTHER, FreeColumns
from newsparse.tables.others import ARTICLES, ENTITIES, MENTIONS, ROLES
from newsparse.tables.schema import Column, Heading, Role, TableName, View

CHUNK_DOCUMENTS = 256
TABLES: tuple[TableName, ...] = get_args(TableName)

Row = tuple[Scalar, ...]
Chunk = Mapping[TableName, Sequence[Row]]
"""The rows of some documents, by table."""


def _layer(name: str, kind: type) -> Callable[[View], Iterable[Any]]:
    return lambda view: (item for item in view.document.get(name) if isinstance(item, kind))


def _roles(view: View) -> Iterator[Role]:
    for item in view.document.get("entities"):
        if isinstance(item, Entity):
            yield from (Role(item, held) for held in item.held)


@attrs.frozen
class _Table:
    columns: tuple[Column, ...]
    items: Callable[[View], Iterable[Any]]


_TABLES: dict[TableName, _Table] = {
    "articles": _Table(ARTICLES, lambda view: (view.document,)),
    "quotes": _Table(QUOTES, _layer("quotes", Quote)),
    "numbers": _Table(NUMBERS, _layer("numbers", NumberClaim)),
    "entities": _Table(ENTITIES, _layer("entities", Entity)),
    "mentions": _Table(MENTIONS, _layer("mentions", Mention)),
    "roles": _Table(ROLES, _roles),
}


def columns(table: TableName) -> tuple[Heading, ...]:
    """The columns of a table in their order; ``articles`` has a column per free column of the articles besides."""
    fixed = _TABLES[named(table)].columns
    return (*fixed, OTHER) if table == "articles" else fixed


def named(table: str) -> TableName:
    """The table of that name; raises ``OptionError`` naming those that there are."""
    found = next((name for name in TABLES if name == table), None)
    if found is None:
        raise OptionError(f"there is no table {table!r} (there are: {', '.join(TABLES)}).")
    return found


@attrs.frozen
class Stream:
    """Rows by chunks of documents, each of which is dropped once its rows are made; ``columns`` hold for all chunks.

    ``articles`` has a column for each free column that occurs in the first chunk; what comes later, or does not fit the
    type that a column then has, is in ``other_columns``.
    """

    columns: Mapping[TableName, tuple[Heading, ...]]
    chunks: Iterator[Chunk]

    @classmethod
    def of(
        cls, documents: Iterable[Document], tables: Iterable[str] = TABLES, *, size: int | None = CHUNK_DOCUMENTS
    ) -> Stream:
        """The rows of ``tables``, read ``size`` documents at a time, None for all at once; takes the first chunk."""
        names = tuple(dict.fromkeys(map(named, tables)))
        numbered = iter(enumerate(given_documents(documents), 1))
        first = _rows(islice(numbered, size), names)
        headings = {name: columns(name) for name in names}
        free = FreeColumns.of(first.free, (heading.name for heading in headings.get("articles", ())))
        if "articles" in names:
            headings["articles"] += tuple(heading for _, heading in free.headings)
        return cls(headings, _chunks(first, numbered, names, size, free))


@attrs.define
class _Rows:
    rows: dict[TableName, list[Row]]
    free: list[Columns] = attrs.field(factory=list)
    count: int = 0

    def finished(self, free: FreeColumns) -> Chunk:
        """The rows, with their free columns."""
        if "articles" in self.rows:
            cells = (tuple(map(_clean, free.values(row))) for row in self.free)
            self.rows["articles"] = [(*row, *more) for row, more in zip(self.rows["articles"], cells, strict=True)]
        return self.rows


def _chunks(
    first: _Rows,
    numbered: Iterator[tuple[int, Document]],
    names: tuple[TableName, ...],
    size: int | None,
    free: FreeColumns,
) -> Iterator[Chunk]:
    found = first
    while found.count:
        yield found.finished(free)
        found = _rows(islice(numbered, size), names)


def _rows(numbered: Iterable[tuple[int, Document]], names: tuple[TableName, ...]) -> _Rows:
    found = _Rows({name: [] for name in names})
    for position, document in numbered:
        view = View(document, position)
        found.count += 1
        found.free.append(document.meta.columns)
        for name in names:
            table = _TABLES[name]
            found.rows[name].extend(
                tuple(_clean(column.value(view, item)) for column in table.columns) for item in table.items(view)
            )
    return found


def _clean(value: Scalar) -> Scalar:
    r"""The value; a lone surrogate, which no file format has, as ``\ud800``."""
    if isinstance(value, str) and not value.isascii():
        return value.encode("utf-8", "backslashreplace").decode("utf-8")
    return value
