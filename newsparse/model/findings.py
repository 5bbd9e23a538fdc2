"""Findings: what a comparison of a text with its sources says of each quotation and figure in it."""

from __future__ import annotations

from typing import ClassVar, Literal

import attrs

from newsparse.errors import AnnotationError
from newsparse.model.annotation import Annotation, Passage

Checked = Literal["quote", "figure"]
Verdict = Literal[
    "verbatim", "shortened", "consistent", "altered", "speaker", "value", "unit", "bound", "date", "absent"
]
Differing = Literal["words", "speaker", "value", "unit", "bound", "date"]

SUPPORTED: frozenset[str] = frozenset({"verbatim", "shortened", "consistent"})
"""The verdicts on what the sources support."""


@attrs.frozen(kw_only=True)
class Located:
    """Words of another document: its id, the code points ``start`` to ``end`` (half-open) of its text, the words there.

    ``path`` is where that document was read from, where that is known. With ``in_title`` the words are those of its
    title, and the code points too. Raises ``AnnotationError`` for a place that is
    empty, backwards or negative.
    """

    document: str
    start: int
    end: int
    text: str
    path: str | None = None
    in_title: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse what cannot be a place in any text."""
        if not 0 <= self.start < self.end:
            raise AnnotationError(f"a place needs 0 <= start < end, got {self.start}-{self.end}.")

    def __str__(self) -> str:
        """The words alone."""
        return self.text


@attrs.frozen(kw_only=True)
class Difference:
    """One thing in which a text differs from its source; None on one side where that side has nothing there.

    ``part`` "words" are words of a quotation, "speaker" who says them, and "value", "unit", "bound" and "date" belong
    to a figure, which may be in a quotation.
    """

    part: Differing
    here: Passage | None = None
    there: Located | None = None

    def __str__(self) -> str:
        """Both sides: "will not" for "will"."""
        here, there = (repr(side.text) if side else "nothing" for side in (self.here, self.there))
        return f"{here} for {there}"


@attrs.frozen(kw_only=True)
class Finding(Annotation):
    """What the sources say of one quotation or figure of a text.

    ``verdict`` is "verbatim" for the same words or figure, "shortened" for words of a quotation with some left out at
    an end or where the text shows it, "consistent" for a figure that says the same less exactly or in another unit;
    "altered" where words differ, "speaker" where somebody else says them, "value", "unit", "bound" and "date" for what
    is wrong with a figure, or with the only words of a quotation that differ; "absent" where nothing in the sources
    corresponds. ``claim`` is the id of the quote or number claim, None for words in quotation marks that are no claim.
    ``there`` is the nearest place in the sources, and ``likeness`` how much of the words or of the sentence is found
    there, 0 to 1. ``differences`` are all that were found, in the order of the text, ``reason`` one line in English.
    """

    KIND: ClassVar[str] = "finding"

    checked: Checked
    verdict: Verdict
    claim: str | None = None
    there: Located | None = None
    likeness: float = 0.0
    differences: tuple[Difference, ...] = ()
    reason: str = ""

    @property
    def supported(self) -> bool:
        """Whether the sources say the same."""
        return self.verdict in SUPPORTED
