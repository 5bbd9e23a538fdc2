"""Groups of figures about one thing at one time: how they relate, why, and where each is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from newsparse.linking.figures.profiles import Figure
from newsparse.linking.figures.verdicts import Relation, verdict
from newsparse.linking.lines import line, record
from newsparse.model import Located, Quantity

SCHEMA = "newsparse.figures/1"


@attrs.frozen(kw_only=True)
class FigureMember:
    """One figure of a group: its place, the id of its claim, its quantity, and who states it when and where.

    ``speaker`` is None for what the article states itself, ``published`` the day of the article where it is known, and
    ``headline`` says that the figure is in its headline. That may be the title alone: the place is one ``in_title``
    then, and the id of the claim that in the numbers of ``Document.headline``, behind "title:".
    """

    place: Located
    claim: str
    quantity: Quantity
    speaker: str | None = None
    published: str | None = None
    outlet: str | None = None
    headline: bool = False


@attrs.frozen(kw_only=True)
class FigureGroup:
    """Figures about one thing at one time, in one article or in several, by day.

    ``relation`` is "agree" where all can be true, "drift" where they differ as time passes, "conflict" where they
    contradict each other, and "incomparable" where another unit, currency or kind forbids a comparison. ``one`` and
    ``other`` are the places that show it, ``reason`` says why in one line, and ``rule`` names what decided. ``subject``
    is what is counted or measured, in the words of one of the articles. ``id`` names the first figure.
    """

    id: str
    relation: Relation
    subject: str
    one: Located
    other: Located
    reason: str
    rule: str
    members: tuple[FigureMember, ...]

    @property
    def documents(self) -> tuple[str, ...]:
        """The ids of its documents, each once."""
        return tuple(dict.fromkeys(member.place.document for member in self.members))


def figure_groups(joined: Iterable[Sequence[Figure]]) -> tuple[FigureGroup, ...]:
    """The groups with their verdicts; ``joined`` are figures about one thing, two or more, sorted by time."""
    return tuple(map(_group, joined))


def dumps(group: FigureGroup) -> str:
    """The group as one line of JSON, which ``loads`` reads."""
    return line(group, SCHEMA)


def loads(written: str) -> FigureGroup:
    """The group that ``dumps`` wrote; raises ``SchemaError`` for anything else."""
    return record(written, FigureGroup, SCHEMA)


def _group(figures: Sequence[Figure]) -> FigureGroup:
    found, rule = verdict(figures)
    first = figures[0]
    return FigureGroup(
        id=f"{first.place.document}#{first.claim}",
        relation=found.relation,
        subject=min({item.subject for item in figures}, key=lambda words: (-len(words), words)),
        one=found.pair.one.place,
        other=found.pair.other.place,
        reason=found.reason,
        rule=rule,
        members=tuple(map(_member, figures)),
    )


def _member(figure: Figure) -> FigureMember:
    return FigureMember(
        place=figure.place,
        claim=figure.claim,
        quantity=figure.quantity,
        speaker=figure.speaker or None,
        published=figure.published or None,
        outlet=figure.outlet or None,
        headline=figure.headline,
    )
