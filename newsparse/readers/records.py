"""Rows and records as documents: which column is the text, which the title, and all others travel along."""

from __future__ import annotations

import datetime
import json
import logging
import math
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from importlib import resources

import attrs

from newsparse.errors import OptionError, ReadError
from newsparse.model import Document, Meta
from newsparse.model.columns import Columns as Free
from newsparse.model.columns import Scalar
from newsparse.readers.dates import iso_date

ROLES = ("text", "id", "title", "date", "url", "author", "outlet", "country", "language")
"""What a column can be; each is an option that names the column."""

_GIVE = "and is kept as it is; give date_format=..."
_LOG = logging.getLogger(__name__)
_COUNTRY_LETTERS = 2


@attrs.frozen(kw_only=True)
class Fields:
    """Options of all readers of rows and records: the names of the columns, where the usual ones do not fit.

    ``date_format`` says how dates are written, in the letters of ``strptime`` ("%d/%m/%Y"), where that is not beyond
    doubt. A column that is named must exist.
    """

    text: str | None = None
    id: str | None = None
    title: str | None = None
    date: str | None = None
    url: str | None = None
    author: str | None = None
    outlet: str | None = None
    country: str | None = None
    language: str | None = None
    date_format: str | None = None


class Columns:
    """The columns of one file, and what each is for."""

    def __init__(self, names: Collection[str], fields: Fields, place: str) -> None:
        """Find the columns by their names.

        Raises ``OptionError`` for a column that is named and not there, and ``ReadError`` where none is the text; both
        list the columns that there are.
        """
        self._fields, self._warned = fields, False
        given = {role: name for role in ROLES if (name := getattr(fields, role)) is not None}
        for role, name in given.items():
            if name not in names:
                raise OptionError(f"{place} has no column {name!r} for {role!r} (there are: {_listed(names)}).")
        self.roles = given | _by_usual_names(names, given)
        if "text" not in self.roles:
            raise ReadError(
                f"{place} has no column that is known to be the text (there are: {_listed(names)}).",
                hint="Name it: --reader-option text=COLUMN.",
            )

    def document(self, row: Mapping[str, object], path: str, place: str) -> Document:
        """The document of one row, at ``place`` ("a.csv, row 7"); raises ``ReadError`` for one without a text."""
        values = {role: row.get(name) for role, name in self.roles.items()}
        text, about = values.pop("text"), {}
        if text is None:
            raise ReadError(f"{place}: there is no text in {self.roles['text']!r}.")
        if not isinstance(text, str):
            raise ReadError(f"{place}: {self.roles['text']!r} must be a string, got {type(text).__name__}.")
        used = {self.roles["text"]}
        for role, value in values.items():
            fact = self._fact(role, value, place)
            if fact is not None:
                about["published" if role == "date" else role] = fact
                used.add(self.roles[role])
        key = about.pop("id", None)
        columns = {str(name): scalar(value) for name, value in row.items() if name not in used}
        meta = Meta(path=path, columns=Free(columns), **about)
        return Document(text=text, id=key, meta=meta) if key is not None else Document(text=text, meta=meta)

    def _fact(self, role: str, value: object, place: str) -> str | None:
        """The value of a column as a string, None where there is none, or none that can be relied on."""
        if role == "date":
            return self._date(value, place)
        found = scalar(value)
        if found is None or isinstance(found, bool):
            return None
        text = str(int(found) if isinstance(found, float) and found.is_integer() else found).strip()
        if role == "country":
            return text.upper() if len(text) == _COUNTRY_LETTERS and text.isalpha() else None
        return text or None

    def _date(self, value: object, place: str) -> str | None:
        found = iso_date(value, self._fields.date_format)
        if found is None and value not in (None, "") and not self._warned:
            self._warned = True
            column = self.roles["date"]
            layout = self._fields.date_format
            other = f"and not written as {layout}; it is kept as it is" if layout else _GIVE
            _LOG.warning("%s: %r in %r is not a date beyond doubt, %s", place, value, column, other)
        return found


def scalar(value: object) -> Scalar:
    """A value as a free column has it: dates in ISO 8601, lists and objects as JSON, nothing for what is no number."""
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, (datetime.datetime, datetime.date)):
        return iso_date(value)
    if isinstance(value, (list, tuple, dict)):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


@cache
def usual() -> Mapping[str, tuple[str, ...]]:
    """The usual names of columns by what they are for, the likeliest first."""
    lists = json.loads(resources.files("newsparse").joinpath("data", "columns.json").read_text("utf-8"))
    return {role: tuple(names) for role, names in lists.items()}


def _by_usual_names(names: Collection[str], given: Mapping[str, str]) -> dict[str, str]:
    """The columns whose names say what they are for, by what that is, unless another column is ``given`` for it."""
    rest = {_plain(name): name for name in reversed(list(names)) if name not in given.values()}
    found: dict[str, str] = {}
    for role, aliases in usual().items():
        known = [rest[alias] for alias in aliases if alias in rest]
        if known and role not in given:
            found[role] = known[0]
    return found


def looks_tabular(names: Iterable[str]) -> bool:
    """Whether two or more of the names are usual for columns, the text's among them."""
    found = set(map(_plain, names))
    roles = {role for role, aliases in usual().items() if found & set(aliases)}
    return "text" in roles and len(roles) > 1


def _plain(name: str) -> str:
    """A name without the differences in writing that do not count: "Pub Date" and "pub_date" are one."""
    return str(name).strip().casefold().replace(" ", "_").replace("-", "_").replace(".", "_")


def _listed(names: Collection[str], most: int = 30) -> str:
    shown = ", ".join(repr(name)[1:-1] for name in list(names)[:most]) or "none"
    return shown + (f" and {len(names) - most} more" if len(names) > most else "")
