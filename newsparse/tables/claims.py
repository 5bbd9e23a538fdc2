"""The columns of the tables ``quotes`` and ``numbers``."""

from __future__ import annotations

from decimal import Decimal
from math import isfinite

from newsparse.model import Claim, Quote, digits
from newsparse.tables.schema import ARTICLE, Column, View, at, flag, joined, real, string, whole, words


def _role(view: View, item: Claim) -> str | None:
    """The role in the speaker's own words, else the first that the article or its title gives the speaker anywhere."""
    if item.speaker is None:
        return None
    known = view.entity(item.speaker.entity)
    held = known.held[0].role if known and known.held else None
    return words(item.speaker.role or held)


def _organisation(view: View, item: Claim) -> str | None:
    if item.speaker is None:
        return None
    known = view.entity(item.speaker.entity)
    return words(item.speaker.affiliation) or (view.home(known) if known else None)


def _number(value: Decimal | None) -> float | None:
    found = float(value) if value is not None else None
    return found if found is not None and isfinite(found) else None


def _exact(value: Decimal | None) -> str | None:
    return digits(value) if value is not None else None


_SPEAKER: tuple[Column, ...] = (
    string("speaker", "who says it: the entity's full name, else the words", lambda _, i: words(i.speaker)),
    string(
        "speaker_kind",
        "person, unnamed, organisation, document, record, author or unresolved",
        lambda _, i: i.speaker.kind if i.speaker else None,
    ),
    string("role", "the speaker's role in the article's words", _role),
    string("organisation", "what the speaker belongs to", _organisation),
)


def _renamed(column: Column) -> Column:
    return Column(f"speaker_{column.name}", column.type, column.meaning, column.value)


def _about(view: View, item: Claim) -> str | None:
    return joined(tuple(name for name in map(view.name, item.about) if name))


def _other_speakers(view: View, item: Quote) -> str | None:
    """Those whom the words name as speakers beside the first: "Ada Brook and Tom Varga write"."""
    known = (view.entity(name) for name in item.speaker.others) if item.speaker else ()
    return joined(tuple(entity.name for entity in known if entity is not None))


_ABOUT: tuple[Column, ...] = (
    string("about", "names of the entities that it is about", _about),
    string("about_entities", "ids of these entities in `entities`", lambda _, i: joined(i.about)),
)


def _when(meaning: str) -> tuple[Column, ...]:
    """The columns for words that say when, and for the days that they mean."""
    return (
        string("when", meaning, lambda _, i: words(i.when)),
        string("when_start", "first day of that period, ISO 8601", lambda _, i: i.period.start if i.period else None),
        string("when_end", "last day of that period, ISO 8601", lambda _, i: i.period.end if i.period else None),
        string(
            "when_granularity",
            "day, week, month, quarter, half, season, year, decade or century",
            lambda _, i: i.period.granularity if i.period else None,
        ),
        string(
            "when_relation",
            "in, since, from, until, by, before or after that period",
            lambda _, i: i.period.relation if i.period else None,
        ),
    )


QUOTES: tuple[Column, ...] = (
    *ARTICLE,
    string("id", "id of the quote, unique in the article", lambda _, i: i.id),
    string("text", "the words; fragments are joined by a space", lambda _, i: i.text),
    *_SPEAKER,
    string("speaker_words", "the words that name the speaker", lambda _, i: words(i.speaker and i.speaker.mention)),
    string("speaker_entity", "id of the speaker in `entities`", lambda _, i: i.speaker and i.speaker.entity),
    string("other_speakers", "names of those who say it together with the speaker", _other_speakers),
    string(
        "other_speaker_entities",
        "ids of these in `entities`",
        lambda _, i: joined(i.speaker.others) if i.speaker else None,
    ),
    string("anonymity", "why the speaker is not named", lambda _, i: words(i.speaker and i.speaker.anonymity)),
    string("unattributed", "why nobody is the speaker", lambda _, i: i.unattributed or None),
    string("form", "direct, indirect or mixed", lambda _, i: i.form),
    string("manner", "speech, writing, thought or act", lambda _, i: i.manner),
    string("act", "said, denied, asked, demanded, ...", lambda _, i: i.act),
    string("modality", "asserted, hedged, negated, asked or forecast", lambda _, i: i.modality),
    string("cue", "the words that introduce it", lambda _, i: words(i.cue)),
    string("addressee", "who is addressed", lambda _, i: words(i.addressee)),
    *_when("when it was said, in the article's words"),
    *_ABOUT,
    string("within", "id of the quote that contains this one", lambda _, i: i.within),
    whole("fragments", "number of pieces of the words", lambda _, i: len(i.fragments)),
    *at("quote"),
    string("rule", "what found the source", lambda _, i: i.rule or None),
    real("confidence", "a model's confidence, 0 to 1", lambda _, i: i.confidence),
)

NUMBERS: tuple[Column, ...] = (
    *ARTICLE,
    string("id", "id of the figure, unique in the article", lambda _, i: i.id),
    string("text", "the words of the figure", lambda _, i: i.text),
    real("value", "the value; empty for a range or an open bound", lambda _, i: _number(i.quantity.value)),
    real("low", "the lower end; empty where it is open", lambda _, i: _number(i.quantity.low)),
    real("high", "the upper end; empty where it is open", lambda _, i: _number(i.quantity.high)),
    string("low_exact", "the lower end with all its digits", lambda _, i: _exact(i.quantity.low)),
    string("high_exact", "the upper end with all its digits", lambda _, i: _exact(i.quantity.high)),
    flag("low_inclusive", "whether the lower end belongs to the range", lambda _, i: i.quantity.low_inclusive),
    flag("high_inclusive", "whether the upper end belongs to the range", lambda _, i: i.quantity.high_inclusive),
    string("bound", "at least, more than, at most or fewer than", lambda _, i: i.quantity.bound or None),
    string("exactness", "exact, about or vague", lambda _, i: i.quantity.exactness),
    string("near", "side of the true value: below or above", lambda _, i: i.quantity.near),
    string("kind", "count, money, percent, measure, ...", lambda _, i: i.quantity.kind),
    string("unit", "unit, a singular English name", lambda _, i: i.quantity.unit),
    string("currency", "currency, ISO 4217", lambda _, i: i.quantity.currency),
    string("per", "denominator: hour, 100000", lambda _, i: i.quantity.per),
    string("role", "level, change, from or to", lambda _, i: i.role),
    string("direction", "up or down", lambda _, i: i.direction),
    string("outlook", "forecast or target", lambda _, i: i.outlook),
    string("modality", "asserted, hedged, negated, asked or forecast", lambda _, i: i.modality),
    string("what", "what is counted or measured", lambda _, i: words(i.subject)),
    string("holder", "whose it is", lambda _, i: words(i.holder)),
    *_ABOUT,
    string("to", "who receives it", lambda _, i: words(i.to)),
    string("whole", "what it is a part of", lambda _, i: words(i.whole)),
    *_when("when, in the article's words"),
    string("where", "where, in the article's words", lambda _, i: words(i.where)),
    *_SPEAKER[:2],
    *map(_renamed, _SPEAKER[2:]),
    string("quote", "id of the quote that contains it", lambda _, i: i.quote),
    *at("figure"),
    string("rule", "what read the figure", lambda _, i: i.rule or None),
)
