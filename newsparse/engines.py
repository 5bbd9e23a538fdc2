"""Articles parsed inside a data engine, such as Ray Data or Spark: Arrow tables in, one row for each article out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from typing import TYPE_CHECKING, Any, cast

import attrs

from newsparse.configs import filled
from newsparse.errors import NewsparseError, OptionError
from newsparse.extras import extra
from newsparse.model import Document
from newsparse.pipeline import Pipeline, load
from newsparse.pipeline.config import settings_digest
from newsparse.readers.failing import unread
from newsparse.readers.records import Columns, Fields
from newsparse.tables import Heading, Stream, TableName, named
from newsparse.tables import columns as headings
from newsparse.tables.arrow import schema as arrow_schema
from newsparse.tables.arrow import table as arrow_table
from newsparse.tables.schema import ARTICLE

if TYPE_CHECKING:
    import pyarrow

__all__ = ["ArticleParser"]

ID = "id"
FAILURES = (
    Heading("stage", "string", "read, analyse, extract or contract"),
    Heading("where", "string", "what failed: an extractor, the backend or the input"),
    Heading("code", "string", "code of the error"),
    Heading("message", "string", "what happened, in a sentence"),
)
_BUILT: dict[str | None, Pipeline] = {}


def _tables(names: Iterable[str]) -> tuple[TableName, ...]:
    found = tuple(dict.fromkeys(map(named, names)))
    if "articles" in found:
        raise OptionError("the table 'articles' has no rows within an article.", hint="Join your own columns by id.")
    return found


def _fields(names: Mapping[str, str]) -> Fields:
    """Which columns are what, as readers are told; raises ``OptionError`` for what no column can be."""
    (found,) = filled("the parser of articles", Fields, names)
    return cast("Fields", found)


def _known_columns(_instance: object, _field: object, value: Mapping[str, str]) -> None:
    _fields(value)


@attrs.define(kw_only=True)  # not frozen: Ray Data sets an attribute of the classes that it calls
class ArticleParser:
    """Parses the articles of Arrow tables; made for engines that send it to their worker processes.

    ``tables`` are what is kept of an article. ``columns`` names the columns of its text, id, title and so on where they
    have unusual names (``{"text": "words"}``); ``options`` are arguments of ``newsparse.load``, with one thread unless
    they say otherwise. At most ``batch_size`` articles are held as documents at a time.

    The model is loaded when the first articles arrive, once in each process; an unused parser is small and pickles.
    """

    tables: tuple[TableName, ...] = attrs.field(default=("quotes", "numbers"), converter=_tables)
    columns: Mapping[str, str] = attrs.field(factory=dict, validator=_known_columns)
    options: Mapping[str, Any] = attrs.field(factory=dict)
    batch_size: int = attrs.field(default=32, validator=attrs.validators.ge(1))

    @property
    def schema(self) -> pyarrow.Schema:
        """The columns of what is returned: the id, a list for each table, and the list ``failures``.

        The lists are of structs with the columns of the table, without those that only repeat the article. The id has
        the name that it has in ``columns``, else ``id``.
        """
        with extra("tables"):
            import pyarrow
        lists = {name: headings(name)[len(ARTICLE) :] for name in self.tables} | {"failures": FAILURES}
        return pyarrow.schema(
            [
                pyarrow.field(self.columns.get("id", ID), pyarrow.string()),
                *(pyarrow.field(name, pyarrow.list_(_struct(parts))) for name, parts in lists.items()),
            ]
        )

    def __call__(self, articles: pyarrow.Table) -> pyarrow.Table:
        """One row for each of ``articles``, in their order, whatever fails: what Ray Data's ``map_batches`` calls.

        Raises what ``newsparse.load`` does, and ``ReadError`` or ``OptionError`` where no column is the text.
        """
        with extra("tables"):
            import pyarrow
        return pyarrow.Table.from_batches(self.record_batches(articles.to_batches()), schema=self.schema)

    def record_batches(self, batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        """The same for a stream of record batches, ``batch_size`` articles at a time: for Spark's ``mapInArrow``."""
        for batch in batches:
            chosen = Columns(batch.schema.names, _fields(self.columns), "the table")
            for start in range(0, batch.num_rows, self.batch_size):
                articles = [_document(row, chosen) for row in batch.slice(start, self.batch_size).to_pylist()]
                yield self.rows(_pipeline(self.options).pipe(articles, batch_size=self.batch_size))

    def rows(self, documents: Iterable[Document]) -> pyarrow.RecordBatch:
        """One row for each of ``documents``, which have been parsed, in their order."""
        with extra("tables"):
            import pyarrow
        kept = [(item, next(Stream.of([item], self.tables).chunks)) for item in documents]
        lists = [_list(headings(name), [chunk[name] for _, chunk in kept]) for name in self.tables]
        failures = [[(f.stage, f.where, f.code, f.message) for f in item.failures] for item, _ in kept]
        ids = pyarrow.array([item.id for item, _ in kept], pyarrow.string())
        return pyarrow.RecordBatch.from_arrays([ids, *lists, _list(FAILURES, failures, skip=0)], schema=self.schema)


def _pipeline(options: Mapping[str, Any]) -> Pipeline:
    """The pipeline of this process for these options."""
    key = settings_digest(options)
    if key not in _BUILT:
        _BUILT[key] = load(**{"threads": 1, **options})
    return _BUILT[key]


def _document(row: Mapping[str, object], chosen: Columns) -> Document:
    """The article of a row; what has no text is empty, keeps its id and says why."""
    key = row.get(chosen.roles.get("id", ""))
    place = f"article {key}"
    try:
        return chosen.document(row, "", place)
    except NewsparseError as error:
        return attrs.evolve(unread("input", error, place), id="" if key is None else str(key))


def _struct(parts: Iterable[Heading]) -> pyarrow.StructType:
    import pyarrow

    return pyarrow.struct(list(arrow_schema(list(parts))))


def _list(parts: tuple[Heading, ...], articles: list[Any], *, skip: int = len(ARTICLE)) -> pyarrow.ListArray:
    """The rows of each article as one array of lists, without their first ``skip`` columns."""
    import pyarrow

    rows = arrow_table(parts[skip:], [row[skip:] for article in articles for row in article])
    structs = pyarrow.StructArray.from_arrays(
        [cells.combine_chunks() for cells in rows.columns], fields=list(rows.schema)
    )
    ends = [0, *accumulate(map(len, articles))]
    return pyarrow.ListArray.from_arrays(pyarrow.array(ends, pyarrow.int32()), structs)
