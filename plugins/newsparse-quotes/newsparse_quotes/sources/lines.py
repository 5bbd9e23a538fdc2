"""Lines that name their speaker: "NAME:" at their start, a name after a dash at their end, a clause before a colon."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

import attrs

from newsparse.model import Mention, Span
from newsparse.syntax import Index, Tree
from newsparse_quotes.drafts.draft import Draft, Tie
from newsparse_quotes.grammar import names_person
from newsparse_quotes.lexicon import words
from newsparse_quotes.lines import line_end, line_start
from newsparse_quotes.sources.datelines import is_dateline
from newsparse_quotes.sources.tree import source

_NAME = r"[A-Z][A-Z.'\u2019\- ]{1,40}|[A-Z][\w.'\u2019\-]*(?: [A-Z][\w.'\u2019\-]*){0,3}"
_TRANSCRIPT = re.compile(rf"[\"\u201c']?(?P<name>{_NAME})(?P<mark>:)\s+")
_DASH = r"[.,]?\s{0,2}(?P<mark>\u2013|\u2014|\u2015|--?)\s{0,2}"
_PART = r"[^\s\"\u201c\u201d]"
_MARK = re.compile("[\"\u201d\u2019']")
_DOUBLE = re.compile('["\u201c\u201d]')
_SIGNED = re.compile(
    rf"{_MARK.pattern}{{1,2}}{_DASH}(?P<name>[A-Z]{_PART}*?(?:[ \u00a0]{_PART}+?){{0,9}})\.?[ \u00a0]*(?:\n|$)"
)
_BLANKS = r"[ \u00a0]"
_NAMED = re.compile(
    rf"{_BLANKS}*(?:[\u2022*]{_BLANKS}*)?(?P<name>[A-Z][^\n]{{1,80}}?)"
    rf"(?:{_BLANKS}*(?P<mark>[\u2013\u2014\u2015]|--)|{_BLANKS}+(?P<hyphen>-)){_BLANKS}*(?=[\"\u201c\u2018'])"
)
_OPENING = frozenset({'"', "\u201c", "\u201d", "'", "\u2018"})
_LEADING = frozenset("\"\u201c\u2018'` \n\r\t")
"""Blanks and marks between a colon and the content that it leads to."""
_REACH_WORDS = 60
"""Words after a content in which the dash that ends its line is looked for."""


def labelled(text: str, draft: Draft, tree: Tree) -> Draft:
    """The draft with "NAME:" at the start of a line taken out of its content, as cue and source."""
    first = draft.content[0]
    found = _TRANSCRIPT.match(text, line_start(text, first.start), draft.content[-1].end)
    if found is None or not first.start <= found.end() or not (rest := _after(draft.content, found.end())):
        return draft
    name = Span(*found.span("name"))
    if _counts(tree, name):
        return draft
    if draft.source is not None and found.start() <= draft.source.start < found.end() <= first.start + 1:
        return draft
    if is_dateline(tree, name) or (draft.source is not None and _is_topic(tree, name)):
        return attrs.evolve(draft, content=rest)
    return attrs.evolve(draft, content=rest, source=name, cue=Span(*found.span("mark")), tie=Tie.LABEL)


def _counts(tree: Tree, name: Span) -> bool:
    """Whether a label only counts what is said: "First: ..., Second: ..."."""
    return tree.known and all(tree.tokens[word].upos in {"ADV", "NUM"} for word in tree.index.overlapping(name))


def _is_topic(tree: Tree, name: Span) -> bool:
    """Whether a label names nobody, but what its line is about: "Turnout: Half the sailors voted, she said"."""
    around = tree.index.overlapping(name)
    return not any(m.span.overlaps(name) for m in tree.document.mentions) and all(
        tree.tokens[word].upos in {"NOUN", "ADJ", "ADP", "VERB"} for word in around
    )


def _after(pieces: Sequence[Span], place: int) -> list[Span]:
    """``pieces`` without what comes before ``place``."""
    return [Span(max(piece.start, place), piece.end) for piece in pieces if piece.end > place]


def signed(index: Index, draft: Draft) -> Draft | None:
    """The draft with the name after a dash that ends its line, right after closing marks; None where there is none.

    The line is all in marks: the content ends right before the last one, or the line begins with a mark and closes none
    between. What is after the name in brackets, such as an account, is no part of it.
    """
    text, last = index.text, draft.content[-1]
    found = _signature(index, last)
    if found is None:
        return None
    begin = line_start(text, last.start)
    mark = _DOUBLE.search(text, last.end, found.start())
    whole = text[begin : begin + 1] in _OPENING and (mark is None or mark.group() == "\u201c")
    if found.start() > last.end and not whole:
        return None
    start, end = found.span("name")
    bracket = text.find(" (", start, end)
    name = Span(start, bracket if bracket > 0 else end)
    return attrs.evolve(draft, cue=Span(*found.span("mark")), source=name, tie=Tie.SIGNATURE)


def _signature(index: Index, last: Span) -> re.Match[str] | None:
    """The first mark with a dash and a name after it that is in the last two characters of a piece or on its line."""
    text, end = index.text, index.end_after(last.end, _REACH_WORDS)
    for mark in _MARK.finditer(text, max(last.start, last.end - 2), min(line_end(text, last.end), end)):
        found = _SIGNED.match(text, mark.start(), end)
        if found is not None:
            return found
    return None


def dashed(draft: Draft, tree: Tree) -> Draft | None:
    """The draft with the person named before a dash that begins a line and leads to the content in marks, or None.

    What the person is may be behind the name, after a comma or in brackets: "Ada Brook, a baker – “It sank.”"
    """
    text, first = tree.document.text, draft.content[0]
    begin = line_start(text, first.start)
    found = _NAMED.match(text, begin, first.start + 1)
    if found is None or text[found.end() : first.start].strip("\"\u201c\u2018'"):
        return None
    start, end = found.span("name")
    mentions = tree.document.mentions
    at = bisect_left(mentions, start, key=_start)
    named = next((m for m in mentions[at : at + 2] if m.span.start == start), None)
    if named is None or named.label != "Person" or not f"{text[named.span.end : end].lstrip()},".startswith((",", "(")):
        return None
    return attrs.evolve(draft, cue=Span(*found.span(found.lastgroup or "mark")), source=named.span, tie=Tie.LABEL)


def led(draft: Draft, tree: Tree, colon: int) -> Draft | None:
    """The draft with the cue and source of the line that ends in the colon at ``colon``, or None."""
    inside = tree.index.overlapping(Span(max(0, colon - 1), colon + 1))
    return (_introduced(draft, tree, inside) or _headed(draft, tree, colon, inside)) if inside else None


def _introduced(draft: Draft, tree: Tree, inside: range) -> Draft | None:
    """The draft with the last verb and its subject of the clause that ends in words with a colon, or None."""
    sentence = tree.index.sentence(inside[0])
    for word in range(min(inside[-1], sentence.stop - 1), sentence.start - 1, -1):
        if tree.tokens[word].upos == "VERB" and tree.relation(word) != "amod":
            found = source(tree, tree.tokens[word].span, set(tree.index.overlapping(draft.content[0])))
            if found is not None:
                return attrs.evolve(draft, cue=tree.tokens[word].span, source=found.span, tie=Tie.INTRODUCED)
    return None


def _headed(draft: Draft, tree: Tree, colon: int, inside: range) -> Draft | None:
    """The draft with the person named right before the colon of a line without a verb: "A word from Ada Brook: ..."."""
    mentions = tree.document.mentions
    first = bisect_left(mentions, tree.index.span(tree.index.sentence(inside[0])).start, key=_start)
    near = mentions[first : bisect_left(mentions, colon, key=_start)]
    named = [mention for mention in near if names_person(mention) and mention.span.end == colon]
    if not named:
        return None
    others = [mention for mention in near if names_person(mention) and mention.entity != named[0].entity]
    source = _speaking_to(tree, named[0], others)
    if source is None:
        return None
    return attrs.evolve(draft, cue=Span(colon, colon + 1), source=source.span, tie=Tie.INTRODUCED)


def _speaking_to(tree: Tree, named: Mention, others: Sequence[Mention]) -> Mention | None:
    """Who speaks where others are named before: the only one, "to" whom it is not said; None beside one or of one.

    So it is Ada Brook in "Ada Brook to Tom Varga: ...", and open in "Ada Brook, right, with Tom Varga: ...".
    """
    top = tree.top(tree.index.overlapping(named.span))
    case = tree.case(top) if top is not None else ""
    if not others or not case or case in words("grammar.origins"):
        return named
    told = case in words("grammar.to") or case in words("cues.topics")
    return others[0] if told and len(others) == 1 else None


def _start(mention: Mention) -> int:
    return mention.span.start


def colon_before(text: str, piece: Span) -> int | None:
    """The place of the colon right before a piece and its opening mark."""
    place = piece.start
    while place > 0 and text[place - 1] in _LEADING:
        place -= 1
    return place - 1 if text[place - 1 : place] == ":" else None
