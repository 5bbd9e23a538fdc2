"""Figures about one thing at one time, in several articles or in one: where they conflict, drift or agree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from newsparse.corpus.findings.asking import EVERY, Kind, Part, Wanted
from newsparse.corpus.words import of_topic, within
from newsparse.linking.figures import Relation

_MEMBER = "figure_groups.id IN (SELECT figure_group FROM grouped_figures WHERE {})"
_MATCHING = "figure IN (SELECT rowid FROM figures_words WHERE figures_words MATCH ?)"


def _condition(wanted: Wanted) -> Iterator[Part]:
    if not wanted.what:
        yield "relation IN ('conflict', 'drift')", []
    elif wanted.what != EVERY:
        yield "relation = ?", [wanted.what]
    query = within("what about sentence", wanted.words)
    if query:
        yield _MEMBER.format(_MATCHING), [query]
    topic = of_topic(wanted.topic)
    query = within("what about sentence", topic.words)
    if query:
        yield _MEMBER.format(_MATCHING), [query]
    if topic.kinds:
        kinds = f"figure IN (SELECT id FROM figures WHERE kind IN ({', '.join('?' * len(topic.kinds))}))"
        yield _MEMBER.format(kinds), list(topic.kinds)
    if wanted.outlet:
        yield _MEMBER.format("document IN (SELECT id FROM documents WHERE outlet = ?)"), [wanted.outlet]
    if wanted.entity is not None:
        said = "figure IN (SELECT id FROM figures WHERE entity = ?)"
        about = "figure IN (SELECT figure FROM figures_about WHERE entity = ?)"
        yield _MEMBER.format(f"{said} OR {about}"), [wanted.entity, wanted.entity]
    if wanted.document is not None:
        yield _MEMBER.format("document = ?"), [wanted.document]
    if wanted.since:
        yield "last_day >= ?", [wanted.since]
    if wanted.until:
        yield "day <= ?", [wanted.until]


FIGURES = Kind(
    name="figures",
    choices=(*get_args(Relation), EVERY),
    key="figure_group",
    heads="""SELECT id AS finding, relation, reason, rule, subject, day AS first_day, last_day, figures, articles,
        outlets, one, other FROM figure_groups""",
    order="last_day DESC, articles DESC, id",
    all_places="""SELECT figure_group, figures.id AS figure, figures.local, figures.document,
        documents.title, documents.day, documents.outlet, figures.text, figures.quantity, figures.what,
        figures.sentence, figures.start, figures.stop, figures.speaker, figures.entity, figures.scale,
        figures.scale_low, figures.scale_high, figures.in_title, headline FROM grouped_figures
        JOIN figures ON figures.id = figure JOIN documents ON documents.id = figures.document""",
    places_order="documents.published, figures.document, figures.in_title DESC, figures.id",
    condition=_condition,
)
"""The kind of these findings."""
