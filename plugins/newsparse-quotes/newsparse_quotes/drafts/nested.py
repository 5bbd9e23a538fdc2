"""Quotes inside of quotes: what a speaker says that somebody else, or they themselves another time, said or asked."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse_quotes.drafts.drafts import SUBJECTS, Draft, trimmed
from newsparse_quotes.lexicon import words
from newsparse_quotes.marks.stretches import Outer


def nested(tree: Tree, draft: Draft, quoted: Outer, inner: Outer) -> list[Draft]:
    """The drafts inside of the words in marks of ``draft``; ``inner`` are the stretches in marks inside of others."""
    result: list[Draft] = []
    for stretch in quoted.touching(draft.content):
        for content in draft.content:
            low, high = max(content.start, stretch.content.start), min(content.end, stretch.content.end)
            for verb in _verbs(tree, Span(low, high)) if low < high else ():
                found = _draft(tree, verb, Span(low, high), inner)
                if found is not None and not any(
                    p.overlaps(o) for p in found.content for d in result for o in d.content
                ):
                    result.append(found)
    return result


def _verbs(tree: Tree, piece: Span) -> Iterator[int]:
    """Verbs of saying in ``piece`` that state a fact: not negated, no wish, no "I say"."""
    for index in tree.index.overlapping(piece):
        token = tree.tokens[index]
        if token.upos != "VERB" or tree.lemma(index) not in words("nested"):
            continue
        helpers = {tree.lemma(child) for child in tree.children(index, "aux", "aux:pass")}
        negated = any(tree.lemma(child) in words("negations") for child in tree.children(index, "advmod"))
        if not negated and not helpers & words("irreal"):
            yield index


def _draft(tree: Tree, verb: int, piece: Span, inner: Outer) -> Draft | None:
    subject = _subject(tree, verb)
    if subject is None or (tree.lemma(subject), tree.lemma(verb), tree.tokens[verb].xpos) == ("i", "say", "VBP"):
        return None
    source = tree.phrase(subject, ("punct", "cc"))
    cue = tree.tokens[verb].span
    content = _content(tree, verb, inner)
    if content is None or not piece.covers(source) or not content.overlaps(piece):
        return None
    content = Span(max(content.start, piece.start), min(content.end, piece.end))
    if content == piece or content.overlaps(cue) or content.overlaps(source):
        return None
    pieces = trimmed(tree.document.text, [content], inner)
    long = pieces and len(pieces[0].cut(tree.document.text).split()) > 1
    return Draft(pieces, cue, source, "nested") if long else None


def _subject(tree: Tree, verb: int) -> int | None:
    """The subject of a verb, or of the one that it is joined to."""
    for _ in range(2):
        found = tree.children(verb, *SUBJECTS)
        if found:
            return found[0]
        above = tree.head(verb)
        if tree.relation(verb) != "conj" or above is None:
            return None
        verb = above
    return None


def _content(tree: Tree, verb: int, inner: Outer) -> Span | None:
    """What is said: words in marks of their own in the verb's sentence, a clause, or what somebody is told to do."""
    sentence = tree.index.sentence(verb)
    start, end = tree.tokens[sentence.start].span.start, tree.tokens[sentence.stop - 1].span.end
    place = tree.tokens[verb].span
    near = [s for s in inner.near(Span(start, end)) if start <= s.open.start < end and not s.content.overlaps(place)]
    if near:
        return min((s.content for s in near), key=lambda c: min(abs(c.start - place.end), abs(place.start - c.end)))
    clauses = [c for c in tree.children(verb, "ccomp", "parataxis") if tree.relation(c) == "ccomp" or c < verb]
    if clauses:
        return _clause(tree, verb, clauses[0])
    following = _following(tree, verb)
    if following is not None:
        return following
    told, wish = tree.children(verb, "obj", "iobj"), tree.children(verb, "xcomp")
    if not told or not wish or not tree.children(wish[0], "mark"):
        return None
    first, last = tree.phrase(told[0]), tree.phrase(wish[0])
    return Span(first.start, last.end) if first.start < last.end else None


def _following(tree: Tree, verb: int) -> Span | None:
    """The clause right after a verb and whom it is told to, where the tree hangs it elsewhere."""
    sentence = tree.index.sentence(verb)
    first = verb + 1
    if first < sentence.stop and first in tree.children(verb, "obj", "iobj") and tree.tokens[first].upos == "PRON":
        first += tree.lemma(first) not in words("interrogative")
    first += first < sentence.stop and tree.lemma(first) == "that"
    if first >= sentence.stop - 1:
        return None
    asked = tree.lemma(first) in words("interrogative")
    above = tree.head(first) if tree.relation(first) in SUBJECTS else None
    if not asked and (above is None or above <= first):
        return None
    last = first
    while last + 1 < sentence.stop and tree.tokens[last + 1].upos != "PUNCT":
        last += 1
    return Span(tree.tokens[first].span.start, tree.tokens[last].span.end) if last > first else None


def _clause(tree: Tree, verb: int, clause: int) -> Span:
    """A clause without "that", with all words after the verb that are not whom it is told to."""
    skipped = [c for c in tree.children(clause, "mark") if tree.lemma(c) == "that"]
    told = {word for child in tree.children(verb, "obj", "iobj", "obl", "advmod") for word in tree.below(child)}
    found = tree.phrase(clause, barred=skipped)
    first = tree.index.overlapping(found).start
    while first - 1 > verb and first - 1 not in {*told, *skipped} and tree.tokens[first - 1].upos != "PUNCT":
        first -= 1
    return Span(min(found.start, tree.tokens[first].span.start), found.end)
