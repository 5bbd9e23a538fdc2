"""Attributions in GUM's discourse trees (Zeldes 2017; rs4 of rstWeb): a source clause and the content it belongs to."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import attrs

from newsparse.model import Document, Entity, Mention, Passage, Quote, Span, Speaker
from newsparse.model.annotation import distinct
from newsparse_bench.corpora import gum
from newsparse_bench.corpora.corpus import files
from newsparse_bench.corpora.treebanks import builders
from newsparse_bench.forms import form_of_all, nested

RELATIONS = ("attribution-positive", "attribution-negative")


@attrs.frozen
class Tree:
    """A discourse tree: words by segment, and each node's parent and relation."""

    words: dict[str, tuple[int, int]]
    parents: dict[str, tuple[str, str]]
    joint: frozenset[str]
    sources: dict[str, tuple[int, ...]]

    def content(self, node: str) -> Iterator[str]:
        """The segments of a node; for a group, all those below it except its own satellites."""
        if node in self.words:
            yield node
            return
        for child, (parent, relation) in self.parents.items():
            if parent == node and (relation == "span" or relation in self.joint):
                yield from self.below(child)

    def below(self, node: str) -> Iterator[str]:
        """All segments under a node, including its satellites."""
        if node in self.words:
            yield node
        for child, (parent, _) in self.parents.items():
            if parent == node:
                yield from self.below(child)


def load(data: Path | None, part: str) -> Iterator[Document]:
    """The news of ``part`` with quotes from discourse and speakers from coreference; "train+dev" is both parts."""
    for folder in ("train", "dev") if part == gum.BOTH else (part,):
        for path in files(data, f"coref/gum/{folder}", "*_news_*.rs4"):
            for builder in builders(path.with_suffix(".conllu")):
                yield quoted(gum.document(builder), read(path.read_text("utf-8")))


def read(text: str) -> Tree:
    """The tree of an rs4 file; segments have consecutive numbers, and words are counted from 0."""
    root = ElementTree.fromstring(text)
    joint = {item.get("name", "") for item in root.iter("rel") if item.get("type") == "multinuc"}
    words: dict[str, tuple[int, int]] = {}
    at = 0
    for segment in root.iter("segment"):
        size = len((segment.text or "").split())
        words[segment.get("id", "")] = (at, at + size)
        at += size
    nodes = itertools.chain(root.iter("segment"), root.iter("group"))
    parents = {n.get("id", ""): (n.get("parent", ""), n.get("relname", "")) for n in nodes}
    signals = (s for s in root.iter("signal") if s.get("subtype") == "attribution_source")
    numbers = {s.get("source", ""): tuple(int(n) - 1 for n in (s.get("tokens") or "").split(",") if n) for s in signals}
    return Tree(words, parents, frozenset(joint), numbers)


def quoted(document: Document, tree: Tree) -> Document:
    """The document with a quote for each attribution; one without any words is left out."""
    owners = {key: entity for entity in document.entities for key in entity.mentions}
    quotes = []
    for node, (parent, relation) in tree.parents.items():
        if relation in RELATIONS:
            clause = _words(tree, tree.below(node))
            content = _fragments(document, _words(tree, tree.content(parent)) - clause)
            if content:
                quotes.append(_quote(document, content, clause, tree.sources.get(node, ()), owners))
    return document.with_layer("quotes", nested(distinct(quotes)))


def _words(tree: Tree, segments: Iterator[str]) -> set[int]:
    return {word for segment in segments for word in range(*tree.words[segment])}


def _fragments(document: Document, words: set[int]) -> list[Span]:
    """The spans of uninterrupted runs of words, without punctuation at their ends."""
    result = []
    ordered = [word for word in sorted(words) if document.tokens[word].upos != "PUNCT"]
    inner = {word for word in words if document.tokens[word].upos == "PUNCT"}
    while ordered:
        first = last = ordered.pop(0)
        while ordered and all(word in inner for word in range(last + 1, ordered[0])):
            last = ordered.pop(0)
        result.append(Span(document.tokens[first].span.start, document.tokens[last].span.end))
    return result


def _quote(
    document: Document, content: list[Span], clause: set[int], source: tuple[int, ...], owners: dict[str, Entity]
) -> Quote:
    """The quote; its cue is the first verb, noun or preposition of the clause next to its source."""
    source = tuple(sorted(source))
    rest = [word for word in sorted(clause - set(source)) if document.tokens[word].upos in {"VERB", "NOUN", "ADP"}]
    cue = document.tokens[rest[0]].span if rest else None
    named = [mention.span for mention in document.mentions if _is_named(mention)]
    return Quote.make(
        document.text,
        *content,
        fragments=tuple(content),
        form=form_of_all(document.text, content, named),
        cue=Passage(cue, document.cut(cue)) if cue else None,
        speaker=_speaker(document, source, owners) if source else None,
    )


def _speaker(document: Document, source: tuple[int, ...], owners: dict[str, Entity]) -> Speaker:
    span = Span(document.tokens[source[0]].span.start, document.tokens[source[-1]].span.end)
    entity = _named_inside(document, span, owners)
    return Speaker(
        name=entity.name if entity else document.cut(span),
        mention=Passage(span, document.cut(span)),
        entity=entity.id if entity else None,
    )


def _named_inside(document: Document, span: Span, owners: dict[str, Entity]) -> Entity | None:
    """The entity of the longest mention whose head is inside a span; None where it has no name in the document."""
    inside = [
        m for m in document.mentions if m.id in owners and m.head and span.covers(m.head) and m.span.overlaps(span)
    ]
    if not inside:
        return None
    entity = owners[max(inside, key=lambda m: len(m.span)).id]
    return entity if any(_is_named(m) and m.id in entity.mentions for m in document.mentions) else None


def _is_named(mention: Mention) -> bool:
    return mention.form == "named"
