"""Records across articles as lines of JSON, each with the name and version of its kind."""

from __future__ import annotations

import json
from typing import Any, TypeVar

from newsparse.errors import SchemaError
from newsparse.serial.jsontext import escaped
from newsparse.serial.structure import from_plain, to_plain

Record = TypeVar("Record")


def line(record: object, schema: str) -> str:
    """The record as one line of JSON that names its ``schema``."""
    return escaped(json.dumps({"schema": schema, **to_plain(record, "record")}, ensure_ascii=False))


def record(written: str, kind: type[Record], schema: str) -> Record:
    """The record of ``kind`` in a line that ``line`` wrote; raises ``SchemaError`` for anything else."""
    try:
        raw: Any = json.loads(written)
    except ValueError as error:
        raise SchemaError(f"not a line of JSON: {error}.") from error
    if not isinstance(raw, dict) or raw.pop("schema", None) != schema:
        raise SchemaError(f"expected a record of the schema {schema}.")
    return from_plain(raw, kind, "record")
