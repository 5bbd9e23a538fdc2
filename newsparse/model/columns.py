"""Free columns: what a table or a record says about an article besides the fields that newsparse knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

Scalar = str | int | float | bool | None
"""A value of a column; dates are strings in ISO 8601."""


class Columns(Mapping[str, Scalar]):
    """Named values in the order in which they were given; they cannot be changed, and equal ones have equal hashes."""

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, Scalar] | Iterable[tuple[str, Scalar]] = ()) -> None:
        self._values: dict[str, Scalar] = dict(values)

    def __getitem__(self, name: str) -> Scalar:
        """The value of the column of that name; raises ``KeyError``."""
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        """The names, in their order."""
        return iter(self._values)

    def __len__(self) -> int:
        """The number of columns."""
        return len(self._values)

    def __hash__(self) -> int:
        """Equal for equal names and values, whatever their order."""
        return hash(frozenset(self._values.items()))

    def __repr__(self) -> str:
        """The call that makes it."""
        return f"Columns({self._values!r})"
