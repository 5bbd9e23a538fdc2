"""What each figure of a document counts or measures, whose it is, of which whole, when and where."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from newsparse.dates import Dates
from newsparse.model import Document, Passage, Period
from newsparse.rules import Decision
from newsparse.syntax import Mentions
from newsparse_numbers.attachments.countries import country_code
from newsparse_numbers.quantities.found import Found
from newsparse_numbers.subjects.about import About
from newsparse_numbers.subjects.asked import UNMEASURED
from newsparse_numbers.subjects.beside import tells_when
from newsparse_numbers.subjects.circumstances import Circumstances
from newsparse_numbers.subjects.distances import tells_where_done
from newsparse_numbers.subjects.figure import Figure, Noun, Relation
from newsparse_numbers.subjects.holder import HOLDER
from newsparse_numbers.subjects.page import Page
from newsparse_numbers.subjects.receiver import RECEIVER
from newsparse_numbers.subjects.subject import SUBJECT
from newsparse_numbers.subjects.wordorder import following

FOLLOWING = "numbers.subject.following"
"""The name of what replaces the rules of subjects on a document without trees."""


@attrs.frozen(kw_only=True)
class Measured:
    """What a figure is about, each with what decided it."""

    subject: Decision[Noun] | None = None
    holder: Decision[Passage] | None = None
    receiver: Decision[Passage] | None = None
    when: Passage | None = None
    period: Period | None = None
    where: Passage | None = None

    @property
    def noun(self) -> Noun | None:
        """What is counted or measured."""
        return self.subject.found if self.subject else None

    @property
    def whole(self) -> Passage | None:
        """What the figure is a part of: "three of the last four disputes", "9% of the grain"."""
        return self.noun.passage if self.noun is not None and self.noun.relation is Relation.PART_OF else None


class Measures:
    """Answers for the figures of one document."""

    def __init__(self, document: Document, figures: Iterable[Found]) -> None:
        """Read the layers of ``document``; the words of ``figures``, all it has, count and measure nothing."""
        self.page = Page(document, figures)
        self._around = Circumstances(self.page, Dates.of(document, country_code(document.meta.country)))
        self._mentions = Mentions(document)

    def of(self, found: Found) -> Measured:
        """What a figure is about."""
        when, period, where = self._around.of(found.outer)
        subject, holder, receiver = self._related(found)
        return Measured(
            subject=subject,
            holder=holder,
            receiver=receiver,
            when=when,
            period=period,
            where=where,
        )

    def _related(
        self, found: Found
    ) -> tuple[Decision[Noun] | None, Decision[Passage] | None, Decision[Passage] | None]:
        """What a figure counts or measures, whose it is, and who receives it."""
        figure = Figure.on(self.page, found)
        if figure is None:
            return None, None, None
        if not figure.parsed:
            return _unparsed(figure), None, None
        subject = SUBJECT.decide(figure, found.span)
        about = About(figure, subject.found if subject else None)
        held = not (figure.kind == "duration" and tells_when(figure)) and not tells_where_done(figure)
        holder = HOLDER.decide(about, found.span) if held else None
        return subject, holder, RECEIVER.decide(about, found.span) if figure.kind == "money" else None

    def entities(self, measured: Measured) -> tuple[str, ...]:
        """The ids of the entities that the holder and what is counted or measured are, where they are known."""
        noun = measured.noun.passage if measured.noun else None
        places = [measured.holder.found if measured.holder else None, noun]
        found = [self._mentions.last(place.span) for place in places if place]
        return tuple(dict.fromkeys(name for name in found if name))


def _unparsed(figure: Figure) -> Decision[Noun] | None:
    """The words after a figure, where there are no trees for rules to read."""
    noun = None if figure.kind in UNMEASURED else following(figure)
    return Decision(found=noun, rule=FOLLOWING) if noun else None
