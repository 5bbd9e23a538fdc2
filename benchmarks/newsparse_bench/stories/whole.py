"""Reads the stories whose articles carry all labels: people and bodies, quotations, figures, and the status of claims.

The marks are those of ``marks``, and the status of a claim is the last label: ``{words|utterance relation|status}`` and
``‹words|group|value|status›``. A quotation about a claim that is not its own utterance, such as a denial, names it
in one more field. ``«words|claim|name»`` is where somebody disputes a claim, ``«words|claim»`` where it is confirmed
or taken back. Ids of people and bodies are those of the part, all other ids those of the story.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import resources

import attrs

from newsparse.errors import SchemaError
from newsparse.model import Span
from newsparse_bench.stories.claims import Telling, Told, ToldClaim, ToldDispute, article, figure, headed, verdicts
from newsparse_bench.stories.marks import Mark, plain
from newsparse_bench.stories.quoted import tellings
from newsparse_bench.stories.reading import Story, split, story

_FIGURE = 3
"""How many labels a figure has."""
_QUOTE = (2, 3)
"""How many labels a quotation has: more if it is about another claim."""


@attrs.frozen
class Whole:
    """The articles of a part with names and quotations, and the same articles with figures and claims."""

    stories: tuple[Story, ...]
    told: Told


def whole(part: str) -> Whole:
    """The stories of ``part``; raises ``SchemaError`` for marks that cannot be read."""
    name = f"whole-{part}.txt"
    text = resources.files(__package__).joinpath(name).read_text("utf-8")
    organisations, head, parts = split(name, text)
    found = [_article(*item, organisations) for item in parts]
    claims = tuple(telling for _, telling in found)
    return Whole(tuple(item for item, _ in found), Told(tellings=claims, verdicts=verdicts(head)))


def _article(key: str, outlet: str, day: str, body: str, organisations: frozenset[str]) -> tuple[Story, Telling]:
    body, titled = headed(body)
    text, marks = plain(body)
    name = key.partition("-")[0]
    document = article(text, key, outlet, day, titled=titled)
    quotations = tellings([_utterance(mark, name) for mark in marks])
    claims = (*_figures(marks), *_quotations(marks))
    telling = Telling(
        story=name,
        document=document,
        claims=tuple(sorted(claims, key=lambda claim: (claim.span.start, -claim.span.end))),
        disputes=tuple(_disputes(marks)),
    )
    return story(document, marks, organisations, quotations), telling


def _utterance(mark: Mark, name: str) -> Mark:
    """A quotation with the labels of its utterances alone, which are of the story ``name``; any other mark as it is."""
    if mark.opening != "{":
        return mark
    ids, *relation = mark.labels.partition("|")[0].split()
    utterances = "+".join(f"{name}/{item}" for item in ids.split("+"))
    return attrs.evolve(mark, labels=" ".join((utterances, *relation)))


def _figures(marks: Sequence[Mark]) -> Iterator[ToldClaim]:
    for mark in marks:
        if mark.opening == "‹":
            labels = mark.labels.split("|")
            if len(labels) != _FIGURE:
                raise SchemaError(f"no labels of a figure: {mark.labels!r}.")
            yield figure(Span(mark.start, mark.end), *labels)


def _quotations(marks: Sequence[Mark]) -> Iterator[ToldClaim]:
    """Each quotation once, from its first to its last passage."""
    places: dict[str, list[Mark]] = {}
    for mark in marks:
        if mark.opening == "{":
            places.setdefault(mark.labels, []).append(mark)
    for labels, found in places.items():
        fields = labels.split("|")
        if len(fields) not in _QUOTE:
            raise SchemaError(f"no labels of a quotation and its status: {labels!r}.")
        own, status, *claim = fields
        yield ToldClaim(
            span=Span(found[0].start, found[-1].end),
            id=claim[0] if claim else own.split()[0],
            labels=frozenset(status.split("+")),
        )


def _disputes(marks: Sequence[Mark]) -> Iterator[ToldDispute]:
    for mark in marks:
        claim, bar, by = mark.labels.partition("|")
        if mark.opening == "«" and bar:
            yield ToldDispute(span=Span(mark.start, mark.end), claim=claim, by=by)
