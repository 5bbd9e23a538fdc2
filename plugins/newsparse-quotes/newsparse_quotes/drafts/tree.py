"""Drafts from cues in the dependency tree: all of them without attributions of a model, else what those leave out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.drafts.listed import having, opening
from newsparse_quotes.drafts.passives import passives
from newsparse_quotes.grammar import ACTIVE, RELATIVE, has_finite
from newsparse_quotes.lexicon import words
from newsparse_quotes.marks.stretches import Outer
from newsparse_quotes.sources.speaking import inverted

_COMPLEMENTS = ("ccomp", "parataxis")
_LEAST_WORDS = 3
"""Words before a frame that ends the sentence, at least."""
_LEADING = frozenset({":", '"', "\u201c", "\u201d"})
"""Marks after a verb of speech that lead to what is said."""
_LEAST_CHARACTERS = 12
"""Characters of a stretch in marks above which it is what the cue of its sentence attributes."""
_MOST_STRETCHES = 16
"""Stretches in marks of one sentence that a cue attributes, at most: the ones closest to it."""
_LEAST_BEFORE = 3
"""Characters before "according to" above which they are what is attributed."""


def from_trees(tree: Tree, cues: frozenset[str], quoted: Outer, taken: Collection[int] = ()) -> list[Draft]:
    """Drafts from speech verbs with a subject, and from "according to"; each within its sentence.

    Words ``taken`` are neither.
    """
    rows = groupby(sorted({*having(tree, cues), *opening(tree)}.difference(taken)), tree.index.sentence_of)
    return [
        draft for number, row in rows if number is not None for draft in _in_sentence(tree, number, row, cues, quoted)
    ]


def left_out(tree: Tree, drafts: Sequence[Draft], more: Sequence[Draft], quoted: Outer) -> Iterator[Draft]:
    """Drafts in words that no draft has, outside marks: of "say", "according to", frames, passives, then ``more``."""
    taken = set[int]().union(*(tree.index.overlapping(span) for draft in drafts for span in draft.spans()))
    found = (*from_trees(tree, words("cues.saying"), quoted, taken), *_framed(tree, taken), *passives(tree), *more)
    for draft in found:
        own = set[int]().union(*map(tree.index.overlapping, draft.spans()))
        if taken.isdisjoint(own) and draft.cue is not None and not quoted.touching([draft.cue]):
            taken |= own
            yield draft


def _framed(tree: Tree, taken: Collection[int]) -> Iterator[Draft]:
    """Drafts from a free verb of speech and its subject at the end of a sentence: "..., Ada Brook told the court"."""
    for word in having(tree, words("speech.verbs.personal")):
        if word not in taken and tree.tokens[word].upos == "VERB" and _is_finite(tree, word):
            draft = _frame(tree, word)
            if draft is not None:
                yield draft


def _is_finite(tree: Tree, verb: int) -> bool:
    """Whether a verb is finite itself or by an auxiliary, and not passive: "wrote", "had written", "would write"."""
    auxiliaries = () if tree.children(verb, "aux:pass") else tree.children(verb, "aux")
    return has_finite(tree, (verb, *auxiliaries))


def _frame(tree: Tree, verb: int) -> Draft | None:
    """The draft of the words before such a verb, unless something else is said after it."""
    subjects = tree.children(verb, *ACTIVE) or inverted(tree, verb)
    subjects = [word for word in subjects if tree.tokens[word].xpos not in RELATIVE]  # "the quay, which claims a prize"
    if not subjects or any(child > verb for child in tree.children(verb, *_COMPLEMENTS)):
        return None
    source, sentence = tree.phrase(subjects[0]), tree.index.sentence(verb)
    first = min(verb, tree.index.overlapping(source).start)
    comma = first - 1
    if tree.tokens[comma].text != ",":
        return None
    before, after = range(sentence.start, comma), range(first, sentence.stop)
    if not _is_statement(tree, before) or any(tree.tokens[word].text in _LEADING for word in after):
        return None
    return Draft([tree.index.span(before)], tree.tokens[verb].span, source, "speech-verb")


def _is_statement(tree: Tree, inside: range) -> bool:
    """Whether words from the beginning of a sentence on are a main clause, not "when the quay sank"."""
    if len(inside) < _LEAST_WORDS or tree.tokens[inside[0]].upos == "SCONJ":
        return False
    return tree.lemma(inside[0]) not in words("grammar.interrogatives") and has_finite(tree, inside)


def _in_sentence(
    tree: Tree, number: int, opening: Iterable[int], cues: frozenset[str], quoted: Outer
) -> Iterator[Draft]:
    """The drafts from those of the words ``opening`` of a sentence that are cues or begin one."""
    sentence = tree.index.sentences[number]
    inside = quoted.near(sentence.span)
    own = [s.content for s in inside if sentence.span.covers(s.open) and len(s.content) > _LEAST_CHARACTERS]
    in_marks = {word for s in inside for word in tree.index.overlapping(s.content)}
    for word in opening:
        draft = None
        if word not in in_marks:
            draft = _cue(tree, word, cues, own)
        draft = draft or _according(tree, word, sentence.span)
        if draft is not None:
            yield draft


def _cue(tree: Tree, word: int, cues: frozenset[str], marked: Sequence[Span]) -> Draft | None:
    verb = tree.tokens[word]
    if verb.lemma not in cues or verb.upos not in {None, "VERB"}:
        return None
    subjects = tree.children(word, *ACTIVE)
    if not subjects:
        return None
    source = _subtree(tree, subjects[0])
    content = [_subtree(tree, child) for child in tree.children(word, *_COMPLEMENTS)[:1]]
    outside = [span for span in content if not span.overlaps(source) and not span.overlaps(verb.span)]
    pieces = [span for span in _closest(marked, verb.span) if not span.overlaps(source)] or outside
    return Draft(pieces, verb.span, source, "speech-verb") if pieces else None


def _closest(spans: Sequence[Span], place: Span) -> Sequence[Span]:
    if len(spans) <= _MOST_STRETCHES:
        return spans
    before = bisect_left(spans, place)
    return spans[max(0, before - _MOST_STRETCHES // 2) : before + _MOST_STRETCHES // 2]


def _according(tree: Tree, word: int, sentence: Span) -> Draft | None:
    tokens = tree.tokens
    if word + 2 >= len(tokens):
        return None
    phrase = f"{tokens[word].text} {tokens[word + 1].text}".lower()
    if phrase not in words("cues.according"):
        return None
    head = tree.head(word)
    governor = head if head is not None else word + 2
    source = _subtree(tree, governor, barred=range(word + 2))
    start = max(source.start, tokens[word + 1].span.end + 1)
    if start >= source.end:
        return None
    cue = tree.index.span(range(word, word + 2))
    before = Span(sentence.start, cue.start) if cue.start - sentence.start > _LEAST_BEFORE else None
    after = Span(source.end, sentence.end) if source.end < sentence.end else None
    content = before or after
    return Draft([content], cue, Span(start, source.end), "according-to") if content is not None else None


def _subtree(tree: Tree, word: int, barred: range = range(0)) -> Span:
    """The envelope of a word and all of its sentence that depends on it."""
    inside = tree.index.sentence(word)
    below = [other for other in tree.below(word, barred=barred) if other in inside]
    return tree.index.span(range(min(below), max(below) + 1))
