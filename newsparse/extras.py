"""Libraries of extras: what is missing is one coded line that says which extra to install."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from newsparse.errors import ExtraMissingError


@contextlib.contextmanager
def extra(name: str, package: str = "newsparse") -> Iterator[None]:
    """A block that imports libraries of the extra ``name`` of ``package``.

    Raises ``ExtraMissingError`` when one is not installed.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        raise ExtraMissingError(
            f"the library {error.name!r} is not installed.", hint=f"Install it: pip install '{package}[{name}]'."
        ) from error
