"""The record of articles that are near copies of each other, such as one wire story in several papers."""

from __future__ import annotations

import attrs

from newsparse.linking.lines import line, record

SCHEMA = "newsparse.copies/1"
LEAST = 2
"""How many articles are copies of each other at least."""


@attrs.frozen(kw_only=True)
class Copies:
    """The ids of articles that are near copies of each other, two or more, the earliest first."""

    documents: tuple[str, ...] = attrs.field(validator=attrs.validators.min_len(LEAST))

    @property
    def id(self) -> str:
        """The id of the first."""
        return self.documents[0]


def dumps(copies: Copies) -> str:
    """The group as one line of JSON, which ``loads`` reads."""
    return line(copies, SCHEMA)


def loads(written: str) -> Copies:
    """The group that ``dumps`` wrote; raises ``SchemaError`` for anything else."""
    return record(written, Copies, SCHEMA)
