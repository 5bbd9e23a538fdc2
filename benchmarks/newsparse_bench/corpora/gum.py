"""GUM (Zeldes 2017): entities and coreference from the ``Entity`` column of its CoNLL-U files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import attrs

from newsparse.model import Document, Entity, Mention, Span
from newsparse.model.annotation import Annotation, distinct
from newsparse.model.entities import MentionForm
from newsparse_bench.corpora.corpus import files
from newsparse_bench.corpora.treebanks import Builder, builders

LABELS = {"person": "Person", "organization": "Organization", "place": "Location"}
BRACKET = re.compile(r"\((?P<group>\d+)-(?P<label>\w+)-(?P<rest>[^()]*)(?P<whole>\))?|(?P<close>\d+)\)")


@attrs.frozen
class Marked:
    """A mention as GUM has it: entity number, type, words, and the numbers of its head words within it."""

    group: str
    label: str
    first: int
    last: int
    heads: tuple[int, ...]


def load(data: Path | None, part: str) -> Iterator[Document]:
    """The news and interviews of ``part``; people, organisations and places."""
    for path in files(data, f"coref/gum/{part}", "*.conllu"):
        for builder in builders(path):
            yield document(builder)


def document(builder: Builder) -> Document:
    """The builder's document with mentions and entities."""
    result = builder.document()
    groups: dict[str, list[Mention]] = {}
    for mark in _marks(builder.misc):
        if mark.label not in LABELS:
            continue
        tokens = result.tokens[mark.first : mark.last]
        heads = [tokens[i - 1] for i in mark.heads if i <= len(tokens)] or [tokens[0]]
        span = Span(tokens[0].span.start, tokens[-1].span.end)
        form: MentionForm = "nominal"
        if any(token.upos == "PROPN" for token in heads):
            form = "named"
        elif len(tokens) == 1 and heads[0].xpos in ("PRP", "PRP$", "WP", "WP$"):
            form = "pronoun"
        groups.setdefault(mark.group, []).append(
            Mention.make(result.text, span, label=LABELS[mark.label], form=form, head=heads[0].span)
        )
    mentions: list[Annotation] = []
    entities: list[Annotation] = []
    for group in groups.values():
        kept = sorted({mention.id: mention for mention in group}.values(), key=lambda mention: mention.span)
        named = [mention.text for mention in kept if mention.form == "named"]
        name = max(named, key=len) if named else kept[0].text
        entities.append(
            Entity.make(result.text, kept[0].span, label=kept[0].label, name=name, mentions=tuple(m.id for m in kept))
        )
        mentions += kept
    return result.with_layer("mentions", distinct(mentions)).with_layer("entities", distinct(entities))


def _marks(misc: list[str]) -> Iterator[Marked]:
    waiting: dict[str, list[tuple[str, str, int]]] = {}
    for index, column in enumerate(misc):
        found = re.search(r"(?:^|\|)Entity=([^|]+)", column)
        for part in BRACKET.finditer(found[1]) if found else ():
            if part["close"]:
                label, rest, first = waiting[part["close"]].pop()
                yield Marked(part["close"], label, first, index + 1, _heads(rest))
            elif part["whole"]:
                yield Marked(part["group"], part["label"], index, index + 1, (1,))
            else:
                waiting.setdefault(part["group"], []).append((part["label"], part["rest"], index))


def _heads(rest: str) -> tuple[int, ...]:
    """The minimal span, the fourth of the fields after the type ("new-snsnn-cf1-1,2-sgl")."""
    fields = rest.split("-")
    return tuple(int(piece) for piece in fields[3].split(",") if piece.isdigit()) if len(fields) > 3 else ()
