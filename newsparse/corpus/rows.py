"""What one article says, as rows of the corpus: values by the names of the columns, ids still those of the article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from newsparse.corpus.scales import measure, scaled
from newsparse.corpus.writing import Values
from newsparse.linking.figures.titles import title_of as title_figures
from newsparse.model import Affiliation, Document, Entity, NumberClaim, Quote, Speaker
from newsparse.tables.claims import NUMBERS, QUOTES
from newsparse.tables.schema import Column, View
from newsparse.visible import one_line, shortened

TITLE_CHARACTERS = 200
_DAY = len("2024-05-14")
_MONTH = len("2024-05")


def _chosen(columns: Sequence[Column], same: str, **others: str) -> Mapping[str, Column]:
    """Columns of ``newsparse.tables`` by their names in the corpus: the ``same``, or ``others``."""
    known = {column.name: column for column in columns}
    names = {**{name: name for name in same.split()}, **others}
    return {name: known[other] for name, other in names.items()}


_QUOTE = _chosen(
    QUOTES,
    "text speaker speaker_kind role organisation anonymity unattributed about cue addressee form manner act modality"
    " sentence start confidence",
    stop="end",
    together_with="other_speakers",
)
_FIGURE = _chosen(
    NUMBERS,
    "text low high kind unit currency per bound exactness direction outlook modality what holder about speaker"
    " speaker_kind sentence start",
    stop="end",
    part="role",
    role="speaker_role",
    organisation="speaker_organisation",
    period="when",
    period_start="when_start",
    period_end="when_end",
    place="where",
)
_BELONGING = ("role", "organisation")


@attrs.define
class Source:
    """One source of an article: its speaker, and how much it says."""

    speaker: Speaker
    role: str | None
    organisation: str | None
    quotes: int = 0
    figures: int = 0
    words: int = 0


class Reading:
    """One parsed article, read once for all tables."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.view = View(document, 0)
        self.entities = tuple(item for item in document.get("entities") if isinstance(item, Entity))
        self.quotes = tuple(item for item in document.get("quotes") if isinstance(item, Quote))
        self.figures = tuple(item for item in document.get("numbers") if isinstance(item, NumberClaim))
        self.title = title_figures(document)

    def article(self) -> Values:
        """The row of ``documents``, but for its key."""
        document, meta = self.document, self.document.meta
        day = (meta.published or "")[:_DAY] or None
        return {
            "article": document.id,
            "title": title_of(document),
            "published": meta.published,
            "day": day,
            "month": day[:_MONTH] if day else None,
            "outlet": one_line(meta.outlet) if meta.outlet else None,
            **{name: getattr(meta, name) for name in ("author", "url", "language", "country", "path")},
            "text": document.text,
            "words": len(document.text.split()),
            "quotes": len(self.quotes),
            "figures": len(self.figures),
            "failures": "; ".join(f"[{item.code}] {item.where}: {item.message}" for item in document.failures) or None,
        }

    def quote(self, item: Quote) -> Values:
        """The row of a quote."""
        values = _values(self.view, item, _QUOTE)
        return {**values, "local": item.id, "words": len(item.text.split())}

    def figure(self, item: NumberClaim) -> Values:
        """The row of a figure of the text."""
        return _figure(self.view, item, in_title=False)

    def figures_in_title(self) -> list[Values]:
        """The rows of the figures of the title, where that is not in the text too."""
        if self.title is None:
            return []
        view = View(self.title, 0)
        return [_figure(view, item, in_title=True) for item in self.title.numbers]

    def sources(self) -> dict[str, Source]:
        """The sources by what tells them apart, in the order in which they speak."""
        found: dict[str, Source] = {}
        inside = {item.id for item in self.quotes if item.within}
        for item in (*self.quotes, *self.figures):
            if item.speaker is None:
                continue
            source = found.get(source_key(item.speaker))
            if source is None:
                columns = _QUOTE if isinstance(item, Quote) else _FIGURE
                known = _values(self.view, item, {name: columns[name] for name in _BELONGING})
                source = found[source_key(item.speaker)] = Source(item.speaker, **known)
            if isinstance(item, Quote):
                source.quotes += 1
                source.words += 0 if item.id in inside else len(item.text.split())
            else:
                source.figures += 1
        return found

    def roles(self) -> Iterator[tuple[Entity, Values]]:
        """Who has which role; ``home_appearance`` is the id of the organisation in the article.

        Roles that only the title gives have no place in the text.
        """
        for item in self.entities:
            for held in item.held:
                place = held.role.span if isinstance(held, Affiliation) else None
                yield (
                    item,
                    {
                        "role": held.role.text,
                        "organisation": self.view.organisation(held),
                        "home_appearance": held.organisation,
                        "former": held.former,
                        "start": place.start if place else None,
                        "stop": place.end if place else None,
                    },
                )


def source_key(speaker: Speaker) -> str:
    """What two claims of an article share when one speaker makes both."""
    return speaker.entity or f"name:{speaker.name.casefold()}"


def title_of(document: Document) -> str:
    """The title of an article, or else its first line, on one line."""
    words = document.meta.title or next((line for line in document.text.splitlines() if line.strip()), document.id)
    return shortened(one_line(words), TITLE_CHARACTERS)


def _figure(view: View, item: NumberClaim, *, in_title: bool) -> Values:
    values = _values(view, item, _FIGURE)
    scale = scaled(item.quantity)
    return {
        **values,
        "local": item.id,
        "quantity": str(item.quantity),
        "measure": measure(item.quantity),
        "scale": scale.scale,
        "scale_low": scale.low,
        "scale_high": scale.high,
        "noun": item.head.cut(view.document.text).lower() if item.head else None,
        "in_title": in_title,
        "confidence": item.confidence,
    }


def _values(view: View, item: object, columns: Mapping[str, Column]) -> Values:
    return {name: column.value(view, item) for name, column in columns.items()}
