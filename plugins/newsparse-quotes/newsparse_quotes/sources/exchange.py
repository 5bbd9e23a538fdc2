"""Exchanges in one paragraph: words in marks right after others in marks are somebody else's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse_quotes.drafts.draft import Draft, top_at
from newsparse_quotes.grammar import OBJECTS
from newsparse_quotes.lexicon import LISTS, is_human, words
from newsparse_quotes.lines import line_end
from newsparse_quotes.marks.stretches import Outer, Stretch

_BLANKS = " \t\u00a0"
_CLOSING = " \u201d\u2019\"'"


def with_next(text: str, drafts: Sequence[Draft], quoted: Outer) -> list[Draft]:
    """``drafts`` with the words in marks that a comma joins to their cue and source, where nobody else says these.

    A short answer may be left out: “Is it safe?” “Perfectly,” said the vet. But whoever says more after the cue says no
    title of a show: On “Midday,” she said it was.
    """
    taken = [piece for draft in drafts for piece in draft.content]
    return [_with_next(text, draft, quoted, taken) for draft in drafts]


def _with_next(text: str, draft: Draft, quoted: Outer, taken: Sequence[Span]) -> Draft:
    if draft.cue is None or draft.source is None:
        return draft
    start = min(draft.cue.start, draft.source.start)
    end = len(text[:start].rstrip(_BLANKS + ","))
    found = quoted.near(Span(end - 1, end)) if draft.content[-1].end <= end else []
    for stretch in found:
        joined = stretch.close is not None and stretch.close.end == end and "," in text[stretch.content.end - 1 : start]
        if joined and not any(stretch.content.overlaps(piece) for piece in taken):
            return draft.having(content=sorted([*draft.content, stretch.content]))
    return draft


def exchanged(text: str, draft: Draft, tree: Tree, quoted: Outer) -> list[Draft]:
    """The draft, and apart from it those of its pieces that take turns with words in marks right beside them.

    In “Did it hurt?” “A little,” said Varga., the cue reaches the words next to it, not those of the other speaker.
    Whoever is asked answers: “Did it hurt?” she asked Varga. “A little.”
    """
    found = _asked(text, draft, tree, quoted) or _taking_turns(text, draft, tree, quoted)
    return [part for turn in found for part in _replied(tree, turn, quoted)]


def _replied(tree: Tree, draft: Draft, quoted: Outer) -> list[Draft]:
    """The draft, and apart from it what its question gets for an answer: “Never,” came the reply."""
    cue, verb = draft.cue, top_at(tree, draft.cue)
    if cue is None or verb is None or len(draft.content) == 1:
        return [draft]
    replies = _replies(tree, _after_cue(draft, cue, quoted))
    kept = [piece for piece in draft.content if piece not in replies]
    if not kept or not replies:
        return [draft]
    told = tree.children(verb, *OBJECTS) if tree.lemma(verb) in words("cues.asking") else []
    source = tree.phrase(told[0]) if told else None
    made = [
        Draft([piece], tree.tokens[noun].span, source, origin=draft.origin, confidence=draft.confidence)
        for piece, noun in replies.items()
    ]
    return [attrs.evolve(draft, content=kept), *made]


def _replies(tree: Tree, pieces: Sequence[Span]) -> dict[Span, int]:
    """Those of some pieces that are answers, each with the noun that says so."""
    nouns = ((piece, _reply(tree, piece)) for piece in pieces)
    return {piece: noun for piece, noun in nouns if noun is not None}


def _after_cue(draft: Draft, cue: Span, quoted: Outer) -> list[Span]:
    """The pieces of a draft in marks that come after its cue."""
    return [piece for piece in draft.content if piece.start > cue.end and quoted.touching([piece])]


def _reply(tree: Tree, piece: Span) -> int | None:
    """The noun for an answer by which a sentence in marks ends: "came the (reply)", "was the (answer)"."""
    inside = tree.index.overlapping(piece)
    after = (word for word in tree.index.sentence(inside[-1]) if word > inside[-1]) if inside else ()
    return next((w for w in after if tree.lemma(w) in words("cues.replies") and tree.tokens[w].upos == "NOUN"), None)


def _taking_turns(text: str, draft: Draft, tree: Tree, quoted: Outer) -> list[Draft]:
    """The draft, and apart from it what others say in turn, and what whoever its cue asks answers."""
    cue = draft.cue
    if cue is None or len(draft.content) == 1:
        return [draft]
    pieces = _turns(text, draft.content, quoted)
    told = _told(text, draft, tree)
    answers = [piece for piece in pieces if _is_answer(text, piece, told)]
    apart = [piece for piece in pieces if piece not in answers and _is_apart(text, piece, cue, quoted)]
    kept = [piece for piece in pieces if piece not in (*apart, *answers)]
    if not kept or len(kept) == len(pieces):
        return [draft]
    return [attrs.evolve(draft, content=kept), *_each(apart, draft), *_each(answers, draft, told)]


def _each(pieces: Sequence[Span], draft: Draft, source: Span | None = None) -> list[Draft]:
    """A draft for each of the pieces of another one, without its cue."""
    return [Draft([piece], source=source, origin=draft.origin, confidence=draft.confidence) for piece in pieces]


def _is_apart(text: str, piece: Span, cue: Span, quoted: Outer) -> bool:
    """Whether a piece takes turns with words in marks beside it, and the cue does not reach it."""
    return takes_turns(text, piece, quoted) and not _is_next(piece, cue, text)


def _asked(text: str, draft: Draft, tree: Tree, quoted: Outer) -> list[Draft]:
    """The draft of a question without marks, and one of the paragraphs in marks after it, said by whoever is asked.

    Empty where there is no such question: "I asked Varga what it was.", then a paragraph “It was a boat.”
    """
    cue = draft.cue
    verb = top_at(tree, cue)
    if cue is None or verb is None or tree.lemma(verb) not in words("cues.asking"):
        return []
    told = tree.children(verb, *OBJECTS)
    answers = _in_later_lines(text, draft.content, cue, quoted) if told else []
    if not answers or any(_ends_with_question(text, piece) for piece in answers):
        return []
    kept = [piece for piece in draft.content if piece not in answers]
    made = Draft(answers, source=tree.phrase(told[0]), origin=draft.origin, confidence=draft.confidence)
    return [*([attrs.evolve(draft, content=kept)] if kept else []), made]


def _in_later_lines(text: str, pieces: Sequence[Span], cue: Span, quoted: Outer) -> list[Span]:
    """The pieces in marks in paragraphs after that of a cue."""
    line = line_end(text, cue.end)
    return [piece for piece in pieces if piece.start > line and quoted.touching([piece])]


def _turns(text: str, pieces: Sequence[Span], quoted: Outer) -> list[Span]:
    """The pieces; of one that holds a question and its answer, the words in marks."""
    result: list[Span] = []
    for piece in pieces:
        inside = quoted.touching([piece])
        parted = any(_is_close(text, before, after) for before, after in pairwise(inside))
        result += [stretch.content for stretch in inside] if parted else [piece]
    return result


def _told(text: str, draft: Draft, tree: Tree) -> Span | None:
    """To whom the question before a cue is put, in the sentence of the cue: a person named there, or who is asked."""
    first, cue = draft.content[0], draft.cue
    if cue is None or first.end > cue.start or not _ends_with_question(text, first):
        return None
    verb = tree.top(tree.index.overlapping(cue))
    asking = verb if verb is not None and tree.lemma(verb) in words("cues.asking") else None
    asked = tree.children(asking, "nsubj:pass") if asking is not None else []
    if asked:
        return tree.phrase(asked[0])
    told = list(_named_after(tree, draft, cue, verb))
    if told:
        return told[0] if len(told) == 1 else None
    return _whom(tree, asking) if asking is not None else None


def _named_after(tree: Tree, draft: Draft, cue: Span, verb: int | None) -> Iterator[Span]:
    """The names of people after a cue in its sentence, and of whatever its verb is put to; not of who says it."""
    inside = tree.index.overlapping(cue)
    sentence = tree.index.span(tree.index.sentence(inside[0])) if inside else cue
    for mention in tree.document.mentions:
        span = mention.span
        if mention.form != "named" or span.start < cue.end or not sentence.covers(span) or _is_source(span, draft):
            continue
        if mention.label == "Person" or _depends(tree, span, verb):
            yield span


def _depends(tree: Tree, span: Span, verb: int | None) -> bool:
    """Whether a name is an object of a verb, or what it is put "to" or shouted "at"; not "asked in Lowmere"."""
    top = tree.top(tree.index.overlapping(span))
    if top is None or verb is None or tree.head(top) != verb:
        return False
    to = words("grammar.to") | LISTS.groups("cues.aimed").get(tree.lemma(verb), frozenset())
    return tree.relation(top) in OBJECTS or tree.case(top) in to


def _whom(tree: Tree, verb: int) -> Span | None:
    """The one person without a name who is asked: "asked her brother"."""
    objects = tree.children(verb, *OBJECTS)
    people = [word for word in objects if is_human(tree.lemma(word))]
    return tree.phrase(people[0]) if len(people) == len(objects) == 1 else None


def _is_source(span: Span, draft: Draft) -> bool:
    return draft.source is not None and draft.source.overlaps(span)


def _is_answer(text: str, piece: Span, told: Span | None) -> bool:
    """Whether a piece follows somebody who is asked, in the same paragraph, and asks nothing."""
    if told is None or told.end >= piece.start or "\n" in text[told.end : piece.start]:
        return False
    return not _ends_with_question(text, piece)


def _ends_with_question(text: str, piece: Span) -> bool:
    return piece.cut(text).rstrip(_CLOSING).endswith("?")


def takes_turns(text: str, piece: Span, quoted: Outer) -> bool:
    """Whether other words in marks are right before or right after a piece, as question and answer."""
    own = quoted.touching([piece])
    if any(_is_close(text, quoted.before(stretch), stretch) for stretch in own[:1]):
        return True
    return any(_is_close(text, stretch, after) for stretch in own[-1:] for after in quoted.near(_beyond(text, stretch)))


def _beyond(text: str, stretch: Stretch) -> Span:
    """Where the stretch after one begins, if only blanks are between them."""
    end = stretch.close.end if stretch.close is not None else stretch.content.end
    place = end
    while place < len(text) and text[place].isspace():
        place += 1
    return Span(end, place + 2)


def _is_close(text: str, before: Stretch | None, after: Stretch) -> bool:
    """Whether there are only blanks between two stretches, and one of them asks."""
    if before is None or before.close is None or before.close.end >= after.open.start:
        return False
    asks = any(_ends_with_question(text, stretch.content) for stretch in (before, after))
    return asks and not text[before.close.end : after.open.start].strip(_BLANKS)


def _is_next(piece: Span, cue: Span, text: str) -> bool:
    """Whether a cue is in the sentence beside a piece: neither a full stop nor other words in marks are between."""
    between = text[piece.end : cue.start] if piece.end <= cue.start else text[cue.end : piece.start]
    marks = sum(between.count(mark) for mark in '"\u201c\u201d')
    return marks <= 1 and "." not in between
