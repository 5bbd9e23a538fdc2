"""GUM (Zeldes 2017): entities, coreference and appositions from the ``Entity`` column of its CoNLL-U files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import attrs

from newsparse.model import Document, Entity, Mention, Span, Token
from newsparse.model.annotation import Annotation, distinct
from newsparse.model.entities import Affiliation, MentionForm
from newsparse_bench.corpora import appositions
from newsparse_bench.corpora.corpus import files
from newsparse_bench.corpora.treebanks import Builder, builders

LABELS = {"person": "Person", "organization": "Organization", "place": "Location"}
BRACKET = re.compile(r"\((?P<group>\d+)-(?P<label>\w+)-(?P<rest>[^()]*)(?P<whole>\))?|(?P<close>\d+)\)")


ENTITY = re.compile(r"(?:^|\|)Entity=([^|]+)")
NEWS = "*_news_*.conllu"
BOTH = "train+dev"


@attrs.frozen
class Marked:
    """A mention as GUM has it: entity number, type, words, numbers of its main words within it, and its link."""

    group: str
    label: str
    first: int
    last: int
    main: tuple[int, ...]
    link: str


def load(data: Path | None, part: str) -> Iterator[Document]:
    """The news and interviews of ``part``, with people, organisations and places."""
    for path in files(data, f"coref/gum/{part}", "*.conllu"):
        for builder in builders(path):
            yield document(builder)


def news(data: Path | None, part: str) -> Iterator[Document]:
    """Only the news of ``part``; "train+dev" is both parts."""
    for folder in ("train", "dev") if part == BOTH else (part,):
        for path in files(data, f"coref/gum/{folder}", NEWS):
            for builder in builders(path):
                yield document(builder)


def document(builder: Builder) -> Document:
    """The builder's document with mentions, entities, roles, and the spans where roles are not labelled."""
    result = builder.document()
    groups: dict[str, list[tuple[Marked, Mention]]] = {}
    for mark in _marks(builder.misc):
        if mark.label in LABELS:
            groups.setdefault(mark.group, []).append((mark, _mention(result, mark)))
    mentions: list[Annotation] = []
    entities: list[Annotation] = []
    for group in groups.values():
        kept = sorted({mention.id: mention for _, mention in group}.values(), key=lambda mention: mention.span)
        named = [mention.text for mention in kept if mention.form == "named"]
        roles = appositions.roles(result, [(mark.link, mention) for mark, mention in group])
        entity = Entity.make(
            result.text,
            kept[0].span,
            label=kept[0].label,
            name=max(named, key=len) if named else kept[0].text,
            mentions=tuple(m.id for m in kept),
            affiliations=tuple(Affiliation(role=role) for role in roles),
        )
        entities.append(entity)
        mentions += kept
    result = result.with_layer("mentions", distinct(mentions)).with_layer("entities", distinct(entities))
    return result.with_layer("unlabelled", distinct(appositions.unlabelled(result)))


def _mention(document: Document, mark: Marked) -> Mention:
    """The mention with its syntactic head; a name if a main word is a proper noun."""
    tokens = document.tokens[mark.first : mark.last]
    main = [tokens[i - 1] for i in mark.main if i <= len(tokens)] or [tokens[0]]
    form: MentionForm = "nominal"
    if any(token.upos == "PROPN" for token in main):
        form = "named"
    elif len(tokens) == 1 and main[0].xpos in ("PRP", "PRP$", "WP", "WP$"):
        form = "pronoun"
    span = Span(tokens[0].span.start, tokens[-1].span.end)
    head = _head(document, mark, main[0])
    return Mention.make(document.text, span, label=LABELS[mark.label], form=form, head=head.span)


def _head(document: Document, mark: Marked, otherwise: Token) -> Token:
    """The first word whose governor lies outside the mention."""
    for index in range(mark.first, mark.last):
        token = document.tokens[index]
        if token.head is not None and (token.head == index or not mark.first <= token.head < mark.last):
            return token
    return otherwise


def _marks(misc: list[str]) -> Iterator[Marked]:
    waiting: dict[str, list[tuple[str, str, int]]] = {}
    for index, column in enumerate(misc):
        found = ENTITY.search(column)
        for part in BRACKET.finditer(found[1]) if found else ():
            if part["close"]:
                label, rest, first = waiting[part["close"]].pop()
                yield Marked(part["close"], label, first, index + 1, _main(rest), _link(rest))
            elif part["whole"]:
                yield Marked(part["group"], part["label"], index, index + 1, (1,), _link(part["rest"]))
            else:
                waiting.setdefault(part["group"], []).append((part["label"], part["rest"], index))


def _main(rest: str) -> tuple[int, ...]:
    """The minimal span, the fourth of the fields after the type ("new-snsnn-cf1-1,2-sgl")."""
    return tuple(int(piece) for piece in _field(rest, 3).split(",") if piece.isdigit())


def _link(rest: str) -> str:
    """How the mention is linked to an earlier one: "ana", "appos", "coref", ...; the fifth field."""
    return _field(rest, 4)


def _field(rest: str, index: int) -> str:
    return next(iter(rest.split("-")[index : index + 1]), "")
