"""The question in an address: its parameters, checked, and addresses of questions that differ from it."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TypeVar
from urllib.parse import urlencode

import attrs

from newsparse.corpus.search import Search

LONGEST = 500
"""Characters of a parameter."""
MOST_PAGES = 10_000
_OF_ONE_PAGE = ("page", "download", "at")
"""Parameters that an address made from another one does not take over."""
_MONTH = re.compile(r"\d{4}-\d{2}")
_GROUPED = re.compile(r"[,_\s]")

Value = TypeVar("Value")


@attrs.define
class Asked:
    """The parameters of one request; what is not understood is a line in ``faults``, and is not asked.

    ``in_path`` are those that are part of the path, and so of every address that is made from it.
    """

    path: str
    given: Mapping[str, str]
    in_path: Mapping[str, str] = attrs.field(factory=dict)
    faults: list[str] = attrs.field(factory=list, init=False)

    def text(self, name: str) -> str:
        """A parameter on one line, empty where it is missing."""
        return " ".join((self.in_path.get(name) or self.given.get(name, "")).split())[:LONGEST]

    def number(self, name: str) -> int | None:
        """A whole number from 1 on, or None."""
        return self._read(name, "a whole number", _positive)

    def decimal(self, name: str) -> Decimal | None:
        """A number, with or without commas between thousands, or None."""
        return self._read(name, "a number, such as 1,500 or 2.5e6", _decimal)

    def first_day(self, name: str) -> str:
        """A day, or the first one of a month, in ISO 8601."""
        return self._read(name, "a day, such as 2024-05-14", _first) or ""

    def last_day(self, name: str) -> str:
        """A day, or the last one of a month, in ISO 8601."""
        return self._read(name, "a day, such as 2024-05-14", _last) or ""

    def page(self) -> int:
        """The number of the page of results, from 1."""
        return min(self.number("page") or 1, MOST_PAGES)

    def search(self) -> Search:
        """The search that the parameters describe."""
        texts = ("words", "speaker", "outlet", "who", "measure", "topic", "noun", "quantity")
        found = Search(
            **{name: self.text(name) for name in texts},
            entity=self.number("entity"),
            about=self.number("about"),
            beside=self.number("beside"),
            since=self.first_day("since"),
            until=self.last_day("until"),
            low=self.decimal("low"),
            high=self.decimal("high"),
        )
        if found.low is not None and found.high is not None and found.low > found.high:
            self.faults.append("The lower end is above the upper one: nothing lies between them.")
        return found

    def link(self, path: str | None = None, **changed: object) -> str:
        """The address of this question with some parameters changed, or left out where they are empty or None."""
        kept = {name: value for name, value in self.given.items() if value and name not in _OF_ONE_PAGE}
        asked = {**kept, **changed}
        query = urlencode({name: str(value) for name, value in asked.items() if value not in (None, "")})
        return f"{path or self.path}?{query}" if query else path or self.path

    def _read(self, name: str, meant: str, read: Callable[[str], Value]) -> Value | None:
        text = self.text(name)
        if not text:
            return None
        try:
            return read(text)
        except (ValueError, InvalidOperation):
            fault = f"{name}: {text!r} is not {meant}."
            if fault not in self.faults:
                self.faults.append(fault)
            return None


def _positive(text: str) -> int:
    number = int(text)
    if not 0 < number < 2**63:
        raise ValueError(text)
    return number


def _decimal(text: str) -> Decimal:
    number = Decimal(_GROUPED.sub("", text))
    if not number.is_finite():
        raise ValueError(text)
    return number


def _first(text: str) -> str:
    return date.fromisoformat(f"{text}-01" if _MONTH.fullmatch(text) else text).isoformat()


def _last(text: str) -> str:
    if _MONTH.fullmatch(text):
        first = date.fromisoformat(f"{text}-01")
        return first.replace(day=monthrange(first.year, first.month)[1]).isoformat()
    return date.fromisoformat(text).isoformat()
