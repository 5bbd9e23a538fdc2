"""The tables in Arrow's form: whole, and as record batches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from newsparse.extras import extra
from newsparse.model import Document
from newsparse.tables.rows import CHUNK_DOCUMENTS, TABLES, Row, Stream, named
from newsparse.tables.schema import Heading

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Tables:
    """What some documents say, as Arrow tables; ``newsparse.tables.columns(name)`` lists their columns."""

    articles: pyarrow.Table
    quotes: pyarrow.Table
    numbers: pyarrow.Table
    entities: pyarrow.Table
    mentions: pyarrow.Table
    roles: pyarrow.Table

    def __repr__(self) -> str:
        """How many rows each table has."""
        return f"Tables({', '.join(f'{name} {getattr(self, name).num_rows:,}' for name in TABLES)})"

    def to_pandas(self) -> dict[str, pandas.DataFrame]:
        """Each table as a pandas frame, by its name."""
        with extra("pandas"):
            import pandas  # noqa: F401 - Arrow asks for it
        return {name: getattr(self, name).to_pandas() for name in TABLES}

    def to_polars(self) -> dict[str, polars.DataFrame]:
        """Each table as a polars frame, by its name."""
        with extra("polars"):
            import polars
        return {name: polars.DataFrame(getattr(self, name)) for name in TABLES}


def of(documents: Iterable[Document]) -> Tables:
    """The tables of all ``documents``, which are taken one by one; every free column has a column in ``articles``."""
    stream = Stream.of(documents, size=None)
    chunk = next(stream.chunks, {})
    return Tables(**{name: table(stream.columns[name], chunk.get(name, ())) for name in TABLES})


def batches(
    documents: Iterable[Document], name: str = "quotes", *, size: int = CHUNK_DOCUMENTS
) -> Iterator[pyarrow.RecordBatch]:
    """One table as record batches of one schema, each from ``size`` documents."""
    stream = Stream.of(documents, [named(name)], size=size)
    for chunk in stream.chunks:
        yield from table(stream.columns[named(name)], chunk[named(name)]).combine_chunks().to_batches()


def schema(headings: Sequence[Heading]) -> pyarrow.Schema:
    """The columns as an Arrow schema; the metadata of each field has its ``meaning``."""
    with extra("tables"):
        import pyarrow
    types: dict[str, Any] = {
        "string": pyarrow.string(),
        "int64": pyarrow.int64(),
        "float64": pyarrow.float64(),
        "bool": pyarrow.bool_(),
    }
    return pyarrow.schema(
        [pyarrow.field(item.name, types[item.type], metadata={"meaning": item.meaning}) for item in headings]
    )


def table(headings: Sequence[Heading], rows: Sequence[Row]) -> pyarrow.Table:
    """Rows as an Arrow table."""
    fields = schema(headings)
    with extra("tables"):
        import pyarrow
    cells = list(zip(*rows, strict=True)) or [()] * len(headings)
    arrays = [pyarrow.array(values, type=field.type) for values, field in zip(cells, fields, strict=True)]
    return pyarrow.Table.from_arrays(arrays, schema=fields)
