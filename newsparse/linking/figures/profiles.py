"""What is kept of an article so that its figures can be compared: the figures, and words by which it is known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache

import attrs

from newsparse.comparison.conversion import measure
from newsparse.lexicon import SHARED, lexicon
from newsparse.linking.articles import published_at
from newsparse.linking.figures.answering import counters, disputing, with_answers
from newsparse.linking.figures.fates import fate_of
from newsparse.linking.figures.heads import carried_from, head_of, joined, quantity_of
from newsparse.linking.figures.lending import is_of_time, lender, lent
from newsparse.linking.figures.parts import Part, is_whole, part_of
from newsparse.linking.figures.sources import giver, giving_words, sources
from newsparse.linking.figures.surroundings import around, had_been, has, included, subject_words, telling
from newsparse.linking.figures.titles import title_of
from newsparse.linking.synonyms import same_words
from newsparse.model import (
    Direction,
    Document,
    Located,
    NumberClaim,
    NumberRole,
    Outlook,
    Quantity,
    Span,
    envelope,
)
from newsparse.syntax import Index

MOST_FIGURES = 80
"""How many figures of one article are kept: lists and tables have more, and none of them is told elsewhere."""
FAR = 10
"""How many times as large as another a figure is that nobody takes for it."""
BEFORE_TEXT = -1
"""The number of the title among the sentences of an article."""
OFTEN = "time"
"""What "twice" counts, by its lemma."""
_PEOPLE = ("across.anybody", "across.people", "nouns.people")
_SHARES = frozenset({"percent", "percentage-point", "fraction", "ratio"})


@attrs.frozen(kw_only=True)
class Figure:
    """One figure of one article.

    ``words`` are the lemmas of its sentence that tell something, with one name for those that mean the same, ``near``
    those right beside it but names, and ``head`` that of what is counted. ``fate`` is what happens to people who are
    counted ("dead", "hurt"), or what is measured ("length"). ``included`` are words for what an amount includes or
    not ("fees"). ``speaker`` is who states it, ``period`` the first and the last day that it is about, ``sentence``
    the number of its sentence. ``part`` says that it counts some of several, ``only`` that all figures of the article
    of its sort have its value: of the same kind, for a measure of the same dimension, for a count of the same things
    or of people, ``headline`` that it is in the headline, ``elliptical`` that what it counts is left to the figure
    before, ``split`` that something else is counted beside it ("198 passengers and 14 crew"), ``earlier`` and
    ``taken_back`` that its sentence has words that say so of a figure, ``changing`` that it has words for something
    that grows or shrinks from day to day, and ``negated`` that it is said not to be the figure. ``besides`` are the
    lemmas of what is counted along with the head ("passengers and crew"), ``sources`` all names and descriptions of
    the speaker. ``moment`` is when the article came out, in UTC, where it says that; ``disputed`` says that its
    sentence has a word for a dispute. ``answered`` is the id of the figure before where it leaves what it is about to
    that, which somebody else gives. ``countering`` says that the words before it in its sentence dispute a figure,
    ``whole`` that some of those that it counts are counted too: "12 of the **40** dams".
    """

    place: Located
    claim: str
    quantity: Quantity
    role: NumberRole = "level"
    direction: Direction | None = None
    outlook: Outlook | None = None
    subject: str = ""
    head: str = ""
    words: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    fate: str = ""
    included: frozenset[str] = frozenset()
    speaker: str = ""
    published: str = ""
    outlet: str = ""
    period: tuple[str, str] | None = None
    sentence: int = 0
    part: bool = False
    whole: bool = False
    only: bool = False
    headline: bool = False
    elliptical: bool = False
    besides: frozenset[str] = frozenset()
    split: bool = False
    earlier: bool = False
    taken_back: bool = False
    changing: bool = False
    negated: bool = False
    sources: frozenset[str] = frozenset()
    moment: str = ""
    disputed: bool = False
    answered: str = ""
    countering: bool = False

    @property
    def running(self) -> bool:
        """Whether it goes on growing or shrinking: it counts what something happens to, or its words say so."""
        if self.changing or self.role in ("to", "from") or (self.fate and self.quantity.kind == "count"):
            return True
        if self.period and self.period[0] <= self.published <= self.period[1] and not self.outlook:
            return True  # so far, in a time that is not over
        return self.quantity.kind not in ("money", "age") and not _running().isdisjoint({self.head, *self.near})

    @property
    def bare(self) -> bool:
        """Whether it leaves all that it is about to what was said before: "On Monday it had been 19"."""
        return not self.head and len(self.words) <= 1 and self.quantity.kind in ("count", "money", "percent")

    @property
    def order(self) -> tuple[str, str, str, bool, int, int]:
        """Where it comes among all figures: by day and time, then by article and place, those of its title first."""
        place = self.place
        return self.published, self.moment, place.document, not place.in_title, place.start, place.end


@attrs.frozen(kw_only=True)
class Article:
    """One article: the words that say what it is about, and its figures."""

    document: str
    published: str = ""
    words: frozenset[str] = frozenset()
    figures: tuple[Figure, ...] = ()


def article(document: Document) -> Article:
    """What is kept of ``document``, which comes from a pipeline with numbers."""
    index = Index(document)
    published = _day(document.meta.published or "")
    figures = [_figure(document, index, claim, published) for claim in document.numbers[:MOST_FIGURES]]
    figures = [*_in_title(document, published), *figures]
    figures = [attrs.evolve(item, only=not any(_is_rival(item, other) for other in figures)) for item in figures]
    figures = list(with_answers(figures))
    return Article(
        document=document.id, published=published, words=subject_words(document, index), figures=tuple(figures)
    )


def _in_title(document: Document, published: str) -> Iterator[Figure]:
    """The figures of the title, where that is not in the text too."""
    title = title_of(document)
    if title is None:
        return
    index = Index(title)
    for claim in title.numbers:
        figure = _figure(title, index, claim, published)
        place = attrs.evolve(figure.place, in_title=True)
        yield attrs.evolve(figure, place=place, sentence=BEFORE_TEXT, headline=True)


def sort_of(figure: Figure) -> tuple[object, ...]:
    """What figures have in common that may be about one thing, as far as their quantities and what they count say."""
    quantity = figure.quantity
    if quantity.kind == "count":
        return "count", "" if of_people(figure) else figure.head
    if quantity.kind == "measure":
        found = measure(quantity.unit or "", quantity.per)
        return "measure", found.dimension if found else quantity.unit
    return ("share",) if quantity.kind in _SHARES else (quantity.kind,)


def _is_rival(one: Figure, other: Figure) -> bool:
    """Whether another figure of an article may be mistaken for one: of its sort and magnitude, with another value."""
    if sort_of(one) != sort_of(other) or one.fate != other.fate or one.part != other.part:
        return False
    if _ends(one) == _ends(other):
        return False
    return not _is_far(one.quantity, other.quantity)


def _ends(figure: Figure) -> tuple[Decimal | None, Decimal | None]:
    return figure.quantity.low, figure.quantity.high


def _is_far(one: Quantity, other: Quantity) -> bool:
    """Whether one of two quantities in the same unit is more than ``FAR`` times as large as the other."""
    low, high = sorted(abs(item.low if item.low is not None else item.high or Decimal(0)) for item in (one, other))
    return (one.unit, one.currency, one.per) == (other.unit, other.currency, other.per) and high > FAR * low


def of_people(figure: Figure) -> bool:
    """Whether a figure counts people, whatever they are called."""
    return figure.head in _people()


@cache
def _people() -> frozenset[str]:
    """The lemmas for people, with the names of those that have others of the same meaning."""
    words = {word for name in _PEOPLE for word in lexicon(SHARED).words(name)}
    return frozenset(words | {same_words().get(word, word) for word in words})


def _day(published: str) -> str:
    """The day of a date or time in ISO 8601; empty for anything else."""
    day = published[: len("2026-03-02")]
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError:
        return ""


def _moment(published: str) -> str:
    """The time in UTC of a day with a time in ISO 8601, to the minute; empty for a day alone."""
    found = published_at(published) if len(published) > len("2026-03-02") else None
    return found.isoformat(timespec="minutes") if found else ""


@cache
def _running() -> frozenset[str]:
    """The names of lemmas for what is counted while it goes on."""
    return frozenset(same_words().get(word, word) for word in lexicon(SHARED).words("across.running"))


def _figure(document: Document, index: Index, claim: NumberClaim, published: str) -> Figure:
    inside = index.overlapping(claim.span)
    sentence = index.sentence(inside[0]) if inside else range(0)
    rest, near = around(document, index, claim, sentence)
    besides, split = joined(index, claim.head)
    givers = giver(document, index, claim)
    figure = Figure(
        place=located(document, _span(claim)),
        claim=claim.id,
        quantity=claim.quantity,
        role=claim.role,
        direction=claim.direction,
        outlook=claim.outlook,
        subject=claim.subject.text if claim.subject else "",
        besides=besides,
        split=split,
        words=frozenset(telling(index, rest)),
        near=frozenset(telling(index, near)),
        speaker=min(givers, default=_speaker(claim)),
        published=published,
        moment=_moment(document.meta.published or ""),
        outlet=document.meta.outlet or "",
        sentence=index.sentence_at(claim.span.start),
        headline=index.in_headline(claim.span.start),
        negated=claim.negation is not None,
        countering=counters(index, sentence, claim.span),
        sources=givers or sources(document, claim.speaker),
    )
    return _counting(document, index, claim, _with_signs(figure, index, claim, sentence), sentence)


def _with_signs(figure: Figure, index: Index, claim: NumberClaim, sentence: range) -> Figure:
    """The figure with what words of its sentence say of it."""
    lower, lemmas = ({forms[word] for word in sentence} for forms in (index.words.lower, index.words.lemmas))
    lists = lexicon(SHARED)
    before = not figure.speaker and had_been(index, claim)
    return attrs.evolve(
        figure,
        included=included(lower),
        earlier=before or bool(lower & lists.words("across.earlier")),
        taken_back=bool(lower & lists.words("across.taken_back")),
        disputed=not disputing().isdisjoint(lemmas),
        changing=has(index, sentence, lower | lemmas, lists.words("across.changing")),
    )


def _counting(document: Document, index: Index, claim: NumberClaim, figure: Figure, sentence: range) -> Figure:
    """The figure with what it counts, as a part or a whole, in what unit, and what happened to that."""
    part, lending = part_of(document, index, claim), lender(document, index, claim)
    fate = _fate(document, index, claim, part, sentence)
    before = lending if lending and is_of_time(index, claim) else carried_from(document, index, claim)
    quantity = lent(claim.quantity, lending) if lending else quantity_of(index, claim, before, counts=bool(fate))
    return attrs.evolve(
        figure,
        quantity=quantity,
        head=_head(document, index, claim, part, before),
        elliptical=before is not None,
        fate=fate,
        period=None if fate in lexicon(SHARED).words("across.lasting") else _period(document, claim),
        part=part is not None and lending is None,
        whole=is_whole(document, index, claim),
    )


def _fate(document: Document, index: Index, claim: NumberClaim, part: Part | None, sentence: range) -> str:
    """What happens to those who are counted, or else to those of whom they are a part: "27 dead, five of them boys"."""
    whole = part.whole if part else None
    found = fate_of(document, index, claim, sentence, head_of(index, claim.head))
    return found or (fate_of(document, index, whole, sentence, head_of(index, whole.head)) if whole else "")


def _head(document: Document, index: Index, claim: NumberClaim, part: Part | None, before: NumberClaim | None) -> str:
    """What is counted: as a part, or else that of the figure before where it leaves that out, or else its own.

    "Twice" counts times.
    """
    if part is not None and part.head:
        return part.head
    if claim.quantity.kind == "count" and claim.text.casefold() in lexicon(SHARED).words("across.often"):
        return OFTEN
    return head_of(index, (before.head if before else None) or _counted(document, index, claim))


def _counted(document: Document, index: Index, claim: NumberClaim) -> Span | None:
    """The words for what a figure counts or measures, which are not those for whoever gives it."""
    giving = giving_words(document, index, claim)
    return claim.head if claim.head and giving.isdisjoint(index.overlapping(claim.head)) else None


def _span(claim: NumberClaim) -> Span:
    """A figure with the words of its bound."""
    return envelope([claim.span, claim.bound.span]) if claim.bound else claim.span


def located(document: Document, span: Span) -> Located:
    """The place of ``span`` in ``document``."""
    return Located(
        document=document.id, start=span.start, end=span.end, text=document.cut(span), path=document.meta.path
    )


def _speaker(claim: NumberClaim) -> str:
    return claim.speaker.name.casefold() if claim.speaker else ""


def _period(document: Document, claim: NumberClaim) -> tuple[str, str] | None:
    """The period if it is longer than a day; a single day may be the one on which somebody said it.

    A former value is of an earlier time than the one that it is put against: "slowed to 3.1% in May from 3.6%".
    """
    period = claim.period
    if claim.role == "from" and any(item.role == "to" and item.period == period for item in document.numbers):
        return None
    return (period.start, period.end) if period is not None and period.granularity != "day" else None
