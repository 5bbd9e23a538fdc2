"""Documents as tables: articles, quotes, numbers, entities, mentions and roles, with documented columns."""

from newsparse.tables.arrow import Tables, batches, of, schema, table
from newsparse.tables.files import FORMATS, write
from newsparse.tables.rows import CHUNK_DOCUMENTS, TABLES, Chunk, Row, Stream, columns, named
from newsparse.tables.schema import Heading, TableName

__all__ = [
    "CHUNK_DOCUMENTS",
    "FORMATS",
    "TABLES",
    "Chunk",
    "Heading",
    "Row",
    "Stream",
    "TableName",
    "Tables",
    "batches",
    "columns",
    "named",
    "of",
    "schema",
    "table",
    "write",
]
