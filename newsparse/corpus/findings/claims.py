"""What is said of claims, in their own article or in another: they are disputed, denied, confirmed or corrected."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from newsparse.corpus.findings.asking import EVERY, Kind, Part, Wanted
from newsparse.corpus.words import within
from newsparse.linking.status.triggers import Effect

DENIED = "denied"
"""What whoever is named as the source of a claim says of it."""
_DISPUTED = "disputed"
_EFFECT = "statuses.id IN (SELECT status FROM effects WHERE {})"
_OUTLET = "document IN (SELECT id FROM documents WHERE outlet = ?)"


def _condition(wanted: Wanted) -> Iterator[Part]:
    if wanted.what == EVERY:
        yield f"base = 'denied' OR {_EFFECT.format('TRUE')}", []
    elif wanted.what == DENIED:
        yield "base = 'denied'", []
    else:
        yield _EFFECT.format("effect = ?"), [wanted.what or _DISPUTED]
    query = within("text about sentence", wanted.words)
    if query:
        yield (
            """statuses.quote IN (SELECT rowid FROM quotes_words WHERE quotes_words MATCH ?)
            OR statuses.figure IN (SELECT rowid FROM figures_words WHERE figures_words MATCH ?)""",
            [query, within("what about sentence", wanted.words)],
        )
    if wanted.outlet:
        yield f"statuses.{_OUTLET} OR {_EFFECT.format(_OUTLET)}", [wanted.outlet, wanted.outlet]
    if wanted.entity is not None:
        said = "quotes.entity = ? OR figures.entity = ?"
        yield f"{said} OR {_EFFECT.format('entity = ?')}", [wanted.entity] * 3
    if wanted.document is not None:
        yield f"statuses.document = ? OR {_EFFECT.format('document = ?')}", [wanted.document] * 2
    if wanted.since:
        yield "documents.day >= ?", [wanted.since]
    if wanted.until:
        yield "documents.day <= ?", [wanted.until]


CLAIMS = Kind(
    name="claims",
    choices=(*(effect for effect in get_args(Effect) if effect != _DISPUTED), DENIED, EVERY),
    key="status",
    heads="""SELECT statuses.id AS finding, statuses.document AS claim_document, documents.title AS claim_title,
        documents.day AS claim_day, documents.outlet AS claim_outlet, statuses.quote, statuses.figure,
        coalesce(quotes.text, figures.text) AS claim, coalesce(quotes.sentence, figures.sentence) AS claim_sentence,
        coalesce(quotes.local, figures.local) AS claim_local,
        coalesce(quotes.speaker, figures.speaker) AS claim_speaker,
        coalesce(quotes.entity, figures.entity) AS claim_entity, base,
        (SELECT group_concat(text, '; ') FROM evidence WHERE status = statuses.id) AS evidence FROM statuses
        JOIN documents ON documents.id = statuses.document LEFT JOIN quotes ON quotes.id = statuses.quote
        LEFT JOIN figures ON figures.id = statuses.figure""",
    order="documents.day DESC, statuses.id",
    all_places="""SELECT status, effect, said_by, entity, effects.document, documents.title,
        documents.day, documents.outlet, effects.text, start, stop, rules,
        substr(documents.text, max(start - 79, 1), min(start, 80)) AS before,
        substr(documents.text, stop + 1, 80) AS after FROM effects
        JOIN documents ON documents.id = effects.document""",
    places_order="effects.id",
    condition=_condition,
)
"""The kind of these findings."""
