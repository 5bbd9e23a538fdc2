"""Drafts of quotes, from the backend's attributions or, without those, from cues in the dependency tree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from newsparse.model import Document, Span, Token, envelope
from newsparse_quotes.marks import Outer, Stretch

COMPLEMENTS = ("ccomp", "parataxis")
SUBJECTS = ("nsubj", "nsubj:outer")


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
            cue=envelope(item.cue) if item.cue else None,
            source=item.source[0] if item.source else None,
            rule="attribution-model",
            confidence=item.confidence,
        )
        for item in document.attributions
    ]


def from_trees(document: Document, cues: frozenset[str], quoted: Outer) -> list[Draft]:
    """Drafts from speech verbs with a subject, and from "according to"; in a sentence of its own each."""
    drafts: list[Draft] = []
    tokens = document.tokens
    for sentence in document.sentences:
        near = quoted.near(sentence.span)
        words = range(sentence.first, sentence.last)
        children: dict[int, list[int]] = {index: [] for index in words}
        for index in words:
            head = tokens[index].head
            if head is not None and head != index and head in children:
                children[head].append(index)
        for index in words:
            draft = _cue(document, index, children, cues, near, sentence.span)
            draft = draft or _according(document, index, children, sentence.span)
            if draft is not None:
                drafts.append(draft)
    return drafts


def _cue(
    document: Document,
    index: int,
    children: dict[int, list[int]],
    cues: frozenset[str],
    quoted: Sequence[Stretch],
    sentence: Span,
) -> Draft | None:
    tokens = document.tokens
    verb = tokens[index]
    if (verb.lemma or "").lower() not in cues or verb.upos not in {None, "VERB"}:
        return None
    subjects = [child for child in children[index] if tokens[child].deprel in SUBJECTS]
    if not subjects or any(s.content.covers(verb.span) for s in quoted):
        return None
    complements = [child for child in children[index] if tokens[child].deprel in COMPLEMENTS]
    source = _subtree(tokens, subjects[0], children)
    content = [_subtree(tokens, child, children) for child in complements[:1]]
    outside = [span for span in content if not span.overlaps(source) and not span.overlaps(verb.span)]
    marked = [s.content for s in quoted if sentence.covers(s.open)]
    long = [span for span in marked if len(span) > 12 and not span.overlaps(source)]
    pieces = long or outside
    return Draft(pieces, verb.span, source, "speech-verb") if pieces else None


def _according(document: Document, index: int, children: dict[int, list[int]], sentence: Span) -> Draft | None:
    tokens = document.tokens
    word = tokens[index]
    if word.text.lower() != "according" or index + 2 >= len(tokens) or tokens[index + 1].text.lower() != "to":
        return None
    governor = word.head if word.head is not None and word.head in children and word.head != index else index + 2
    source = _subtree(tokens, governor, {k: [c for c in v if c > index + 1] for k, v in children.items()})
    start = max(source.start, tokens[index + 1].span.end + 1)
    if start >= source.end:
        return None
    cue = Span(word.span.start, tokens[index + 1].span.end)
    before, after = Span(sentence.start, cue.start) if cue.start > sentence.start else None, source.end
    rest = Span(after, sentence.end) if after < sentence.end else None
    content = before if before is not None and len(before) > 3 else rest
    return Draft([content], cue, Span(start, source.end), "according-to") if content is not None else None


def _subtree(tokens: Sequence[Token], index: int, children: dict[int, list[int]]) -> Span:
    """The envelope of a word and all that depends on it."""
    low = high = index
    waiting = [index]
    while waiting:
        current = waiting.pop()
        low, high = min(low, current), max(high, current)
        waiting.extend(children.get(current, ()))
    return Span(tokens[low].span.start, tokens[high].span.end)


def trimmed(text: str, spans: Iterable[Span], quoted: Outer) -> list[Span]:
    """``spans`` without blanks, commas and unpaired quotation marks at their ends; what is empty then is left out."""
    ends, starts = quoted.opens, quoted.closes
    result = []
    for span in spans:
        start, end = span.start, span.end
        while start < end and (text[start] in " \t\r\n\u00a0,;:\u2014\u2013" or start in ends):
            start = ends.get(start, start + 1)
        while start < end and (text[end - 1] in " \t\r\n\u00a0;:\u2014\u2013" or end in starts):
            end = starts.get(end, end - 1)
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
