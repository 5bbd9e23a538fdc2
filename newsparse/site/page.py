"""What every page is: a template, what it shows, and the tables that can be taken away from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from newsparse.corpus.results import Table


@attrs.frozen(kw_only=True)
class Page:
    """A page before it is rendered; ``tables`` are made when they are asked for, whole, whatever the page shows."""

    template: str
    title: str
    values: Mapping[str, Any]
    tables: Mapping[str, Callable[[], Table]] = attrs.field(factory=dict)


class NotFound(Exception):  # noqa: N818
    """There is no such person, article or table."""


@attrs.frozen
class Elsewhere(Exception):  # noqa: N818
    """The page lies at another address."""

    address: str
