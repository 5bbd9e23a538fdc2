"""Periods: the day, month, quarter or year that words such as "last Tuesday" or "a year earlier" mean."""

from __future__ import annotations

from datetime import date
from typing import Literal

import attrs

from newsparse.errors import AnnotationError
from newsparse.model.annotation import Passage

Granularity = Literal["day", "week", "month", "quarter", "half", "season", "year", "decade", "century"]
DateRelation = Literal["in", "since", "from", "until", "by", "before", "after"]
RelativeTo = Literal["published", "text"]


@attrs.frozen(kw_only=True)
class Period:
    """The days from ``start`` to ``end``, both included, as ISO 8601 dates ("2024-05-14").

    ``granularity`` is the unit that the words name and ``length`` how many of it: "the past two weeks" is 2 weeks.
    ``relation`` is how the words refer to it: "since 2019" is the year 2019 with the relation "since".
    ``relative_to`` says what it was counted from: the date of publication, another date of the text, or None for a date
    that stands by itself. ``words`` are those that were read, and ``rule`` is the name of what read them. Raises
    ``AnnotationError`` for a date that does not exist and for an end before the start.
    """

    words: Passage
    start: str
    end: str
    granularity: Granularity
    length: int = 1
    relation: DateRelation = "in"
    relative_to: RelativeTo | None = None
    rule: str = ""

    def __attrs_post_init__(self) -> None:
        """Refuse dates that do not exist, a period without a day, and fewer than one unit."""
        try:
            backwards = date.fromisoformat(self.start) > date.fromisoformat(self.end)
        except ValueError as error:
            raise AnnotationError(f"{self.start} to {self.end} is no period: {error}.") from error
        if backwards or self.length < 1:
            raise AnnotationError(f"{self.start} to {self.end} ({self.length}) is no period.")

    def __str__(self) -> str:
        """The shortest way to write it: "2024-05-14", "2024-05", "2024", "2024-05-06/2024-05-12", "since 2019"."""
        shown = f"{self.start}/{self.end}"
        if self.start == self.end:
            shown = self.start
        elif self.length == 1 and self.granularity == "month" and self.start.endswith("-01"):
            shown = self.start[: len("2024-05")]
        elif self.length == 1 and self.granularity == "year" and self.start.endswith("-01-01"):
            shown = self.start[: len("2024")]
        return shown if self.relation == "in" else f"{self.relation} {shown}"
