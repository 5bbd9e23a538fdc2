"""Drafts of quotes, from the backend's attributions or, without those, from cues in the dependency tree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from newsparse.model import Document, Span, envelope
from newsparse.syntax import Tree
from newsparse_quotes.lexicon import words
from newsparse_quotes.marks.stretches import Outer, Stretch

COMPLEMENTS = ("ccomp", "parataxis")
SUBJECTS = ("nsubj", "nsubj:outer")
LOOSE = (*" \t\r\n\u00a0;:\u2014\u2013", "--")
"""What no content ends with."""


@attrs.define
class Draft:
    """A quote in the making: where its content, cue and source stand, and what found them."""

    content: list[Span]
    cue: Span | None
    source: Span | None
    rule: str
    confidence: float | None = None
    origin: str = attrs.field(default=attrs.Factory(lambda self: self.rule, takes_self=True))
    """What found the content."""
    far: tuple[Span | None, Span | None] = (None, None)
    """Cue and source that the model links to it from afar, for want of better ones."""


def from_attributions(document: Document) -> list[Draft]:
    """One draft for each attribution of the backend's model; the tree has the last word on who speaks."""
    return [
        Draft(
            content=list(item.content),
            cue=_unless_bare(document, envelope(item.cue)) if item.cue else None,
            source=_unless_bare(document, item.source[0]) if item.source else None,
            rule="attribution-model",
            confidence=item.confidence,
        )
        for item in document.attributions
    ]


def _unless_bare(document: Document, span: Span) -> Span | None:
    """``span`` where it is more than an article: "A" names nobody."""
    return None if document.cut(span).lower() in words("articles") else span


def from_trees(tree: Tree, cues: frozenset[str], quoted: Outer) -> list[Draft]:
    """Drafts from speech verbs with a subject, and from "according to"; in a sentence of its own each."""
    found = (
        _cue(tree, index, cues, quoted.near(sentence.span), sentence.span) or _according(tree, index, sentence.span)
        for sentence in tree.document.sentences
        for index in range(sentence.first, sentence.last)
    )
    return [draft for draft in found if draft is not None]


def _cue(tree: Tree, index: int, cues: frozenset[str], quoted: Sequence[Stretch], sentence: Span) -> Draft | None:
    verb = tree.tokens[index]
    if (verb.lemma or "").lower() not in cues or verb.upos not in {None, "VERB"}:
        return None
    subjects = tree.children(index, *SUBJECTS)
    if not subjects or any(s.content.covers(verb.span) for s in quoted):
        return None
    source = _subtree(tree, subjects[0])
    content = [_subtree(tree, child) for child in tree.children(index, *COMPLEMENTS)[:1]]
    outside = [span for span in content if not span.overlaps(source) and not span.overlaps(verb.span)]
    marked = [s.content for s in quoted if sentence.covers(s.open)]
    long = [span for span in marked if len(span) > 12 and not span.overlaps(source)]
    pieces = long or outside
    return Draft(pieces, verb.span, source, "speech-verb") if pieces else None


def _according(tree: Tree, index: int, sentence: Span) -> Draft | None:
    tokens = tree.tokens
    word = tokens[index]
    if word.text.lower() != "according" or index + 2 >= len(tokens) or tokens[index + 1].text.lower() != "to":
        return None
    head = tree.head(index)
    governor = head if head is not None and head in tree.index.sentence(index) else index + 2
    source = _subtree(tree, governor, barred=range(index + 2))
    start = max(source.start, tokens[index + 1].span.end + 1)
    if start >= source.end:
        return None
    cue = Span(word.span.start, tokens[index + 1].span.end)
    before, after = Span(sentence.start, cue.start) if cue.start > sentence.start else None, source.end
    rest = Span(after, sentence.end) if after < sentence.end else None
    content = before if before is not None and len(before) > 3 else rest
    return Draft([content], cue, Span(start, source.end), "according-to") if content is not None else None


def _subtree(tree: Tree, index: int, barred: range = range(0)) -> Span:
    """The envelope of a word and all of its sentence that depends on it."""
    inside = tree.index.sentence(index)
    words = [word for word in tree.below(index, barred=barred) if word in inside]
    return Span(tree.tokens[min(words)].span.start, tree.tokens[max(words)].span.end)


def trimmed(text: str, spans: Iterable[Span], quoted: Outer) -> list[Span]:
    """``spans`` without blanks, commas and unpaired quotation marks at their ends; what is empty then is left out."""
    ends, starts = quoted.opens, quoted.closes
    result = []
    for span in spans:
        start, end = span.start, span.end
        while start < end and (text[start] in " \t\r\n\u00a0,;:\u2014\u2013" or start in ends):
            start = ends.get(start, start + 1)
        while start < end and (text.endswith(LOOSE, start, end) or end in starts):
            end = starts.get(end, end - (2 if text.endswith("--", start, end) else 1))
        if start < end and any(c.isalnum() for c in text[start:end]):
            result.append(_paired(Span(start, end), quoted))
    return result


def _paired(span: Span, quoted: Outer) -> Span:
    """``span`` with the mark next to it whose partner lies inside: 'their "main challenge"' keeps both."""
    start, end = span.start, span.end
    for stretch in quoted.near(span):
        if stretch.close is None:
            continue
        if stretch.content.end == end and start <= stretch.open.start:
            end = stretch.close.end
        elif stretch.content.start == start and stretch.close.end <= end:
            start = stretch.open.start
    return Span(start, end)
