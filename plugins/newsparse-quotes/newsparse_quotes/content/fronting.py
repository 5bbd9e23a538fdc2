"""Reported contents before their cue as whole clauses: "the quay sank at noon with all its lamps, she said"."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse_quotes.drafts.draft import Draft, trimmed
from newsparse_quotes.grammar import ACTIVE, FINITE, RELATIVE
from newsparse_quotes.lexicon import words
from newsparse_quotes.marks.stretches import Outer

_BREAKS = frozenset("-\u2013\u2014:()")
"""Marks after what is no subject, but a dateline."""
_CONNECTIVE_WORDS = 5
"""Words of a connective with the comma after it, at most."""
_LINKING = frozenset({"CCONJ", "ADV", "PUNCT", "SCONJ"})
"""Parts of speech of what may link a content to the sentence before, and is not a part of it."""


def fronted(tree: Tree, draft: Draft, quoted: Outer) -> Draft:
    """The draft with the clause that its cue follows, where the tree says so and all its pieces are in that clause."""
    return _without_connective(tree, _with_clause(tree, draft, quoted))


def _without_connective(tree: Tree, draft: Draft) -> Draft:
    """The draft without what links it to the sentence before: "(But) the quay sank, she said", "(However,) it sank"."""
    first = draft.content[0]
    inside = tree.index.overlapping(first) if tree.known and draft.cue is not None else range(0)
    if not inside or first.end > draft.beside()[0].start:
        return draft
    if inside[0] != tree.index.sentence(inside[0]).start:
        return draft
    start = _after_connective(tree, inside)
    if start not in inside[1:]:
        return draft
    return draft.having(content=[Span(tree.tokens[start].span.start, first.end), *draft.content[1:]])


def _after_connective(tree: Tree, inside: range) -> int:
    """The word after "However," or "But" at the beginning of words; the first of them where nothing links them."""
    first = inside[0]
    comma = next((word for word in inside[1:_CONNECTIVE_WORDS] if tree.tokens[word].text == ","), first)
    if " ".join(tree.words.lower[first:comma]) in words("grammar.connectives"):
        return comma + 1
    joins = first + 1 in inside and tree.words.lower[first] in words("grammar.contrasting")
    if joins and tree.words.lower[first + 1] not in words("grammar.for"):  # "but for the rain"
        return first + 1
    return first


def _with_clause(tree: Tree, draft: Draft, quoted: Outer) -> Draft:
    cue = draft.cue
    if cue is None or not tree.known:
        return draft
    if quoted.touching(draft.content):
        return _with_unmarked_subject(tree, draft, quoted)
    draft = _with_near_source(tree, _with_subject(tree, draft), cue)
    until = min(span.start for span in draft.beside())
    if draft.content[0].end <= until:
        draft = draft.having(content=[_from_clause(tree, draft.content[0]), *draft.content[1:]])
    if any(piece.end > until for piece in draft.content):
        return draft
    draft = draft.having(content=[_from_phrase(tree, draft.content[0]), *draft.content[1:]])
    whole = _clause_around(tree, cue, draft.content, until)
    if whole is None or quoted.touching([whole]):
        return draft
    whole = _without_links(tree, whole, min(piece.start for piece in draft.content))
    pieces = trimmed(tree.document.text, [whole], quoted)
    return attrs.evolve(draft, content=pieces) if pieces else draft


def _clause_around(tree: Tree, cue: Span, content: Sequence[Span], until: int) -> Span | None:
    """The clause that a cue follows, up to the character ``until``; None where it does not hold all of a content."""
    clause = _clause(tree, cue, content[0])
    if clause is None or clause.start >= until:
        return None
    whole = Span(clause.start, min(clause.end, until))
    return whole if all(whole.covers(piece) for piece in content) else None


def _without_links(tree: Tree, clause: Span, start: int) -> Span:
    """A clause from the character ``start`` on where only words that link it to others are before that."""
    before = tree.index.overlapping(Span(clause.start, start)) if clause.start < start else range(0)
    linked = all(tree.tokens[word].upos in _LINKING for word in before)
    return Span(start, clause.end) if linked else clause


def _with_unmarked_subject(tree: Tree, draft: Draft, quoted: Outer) -> Draft:
    """The draft with the subject before marks that begin with its verb: "(The firm) “has always paid,” he said"."""
    first = draft.content[0]
    stretch = next((s for s in quoted.near(first) if s.content.start == first.start), None)
    inside = tree.index.overlapping(first)
    if stretch is None or stretch.close is None or tree.tokens[inside[0]].xpos not in FINITE:
        return draft
    subject = _subject_before(tree, inside)
    if subject is None:
        return draft
    if draft.cue is not None and not _speaks(tree, draft.cue, subject):
        return draft
    source = draft.source if draft.source is not None and not draft.source.overlaps(subject) else None
    whole = Span(subject.start, max(first.end, stretch.close.end))
    return draft.having(content=[whole, *draft.content[1:]], source=source)


def _subject_before(tree: Tree, inside: range) -> Span | None:
    """The subject before words that begin with its verb or auxiliary: "(the firm) has always paid"."""
    verb = inside[0] if tree.children(inside[0], *ACTIVE) else tree.head(inside[0])
    own = tree.children(verb, *ACTIVE) if verb is not None and verb in inside else []
    before = [word for word in own if word < inside[0]]
    return tree.phrase(before[-1], ("cc",)) if before else None


def _speaks(tree: Tree, cue: Span, subject: Span) -> bool:
    """Whether a cue has a subject of its own, which is not in a phrase."""
    verb = tree.top(tree.index.overlapping(cue))
    own = tree.children(verb, *ACTIVE) if verb is not None else []
    return any(not subject.overlaps(tree.tokens[word].span) for word in own)


def _with_subject(tree: Tree, draft: Draft) -> Draft:
    """The draft with the subject of its content that its source holds: "According to X, (the council) sold it"."""
    source, first = draft.source, draft.content[0]
    if draft.cue is None or source is None or not draft.cue.end <= source.start < first.start:
        return draft
    around, verb = tree.index.overlapping(source), tree.index.overlapping(first)[0]
    commas = [word for word in around[1:-1] if tree.tokens[word].text == ","]
    if not commas or around[-1] + 1 != verb or tree.tokens[verb].xpos not in FINITE:
        return draft
    if tree.relation(tree.index.overlapping(draft.cue)[0]) not in {"case", "fixed"}:
        return draft
    cut, start = tree.tokens[commas[-1] - 1].span.end, tree.tokens[commas[-1] + 1].span.start
    rest = [Span(start, first.end), *draft.content[1:]]
    return attrs.evolve(draft, source=Span(source.start, cut), content=rest)


def _with_near_source(tree: Tree, draft: Draft, cue: Span) -> Draft:
    """The draft with the subject right before its cue, where its source comes before the content."""
    source, verb = draft.source, tree.top(tree.index.overlapping(cue))
    if source is None or verb is None or not source.end <= draft.content[0].start < draft.content[-1].end <= cue.start:
        return draft
    near = [word for word in tree.children(verb, *ACTIVE) if tree.tokens[word].span.start >= draft.content[-1].end]
    before = tree.index.overlapping(cue)[0] - 1
    if tree.tokens[before].xpos == "PRP" and tree.tokens[before - 1].text == ",":
        near = [before]  # "..., it said", whatever the tree says
    return draft.having(source=tree.phrase(near[-1], ("cc", "punct"))) if near else draft


def _from_clause(tree: Tree, piece: Span) -> Span:
    """A piece that begins with a clause about the noun before it, from the beginning of its sentence."""
    first = tree.index.overlapping(piece)[0]
    verb = tree.head(first) if tree.tokens[first].xpos in RELATIVE else None
    noun = tree.head(verb) if verb is not None and tree.relation(verb) == "acl:relcl" else None
    begin = tree.index.sentence(first).start
    if noun is None or noun >= first:
        return piece
    while begin < noun and tree.tokens[begin].upos in _LINKING:
        begin += 1
    return Span(tree.tokens[begin].span.start, piece.end)


def _from_phrase(tree: Tree, piece: Span) -> Span:
    """A piece from the beginning of the phrase in which it starts: "(the panel's) convener will leave"."""
    inside = tree.index.overlapping(piece)
    first, stop = inside[0], tree.index.sentence(inside[0]).start
    whole = range(first, inside[-1] + 1)
    while (
        first > stop and tree.tokens[first - 1].upos not in _LINKING and any(w in whole for w in tree.above(first - 1))
    ):
        first -= 1
    return Span(tree.tokens[first].span.start, piece.end) if first < inside[0] else piece


def _clause(tree: Tree, cue: Span, begun: Span) -> Span | None:
    """The clause before a cue that is its complement, or whose parenthesis the cue is; ``begun`` is its first piece."""
    verb = tree.top(tree.index.overlapping(cue))
    if verb is not None and tree.relation(verb) == "case":
        return _according(tree, verb, tree.index.overlapping(begun)[0])
    if verb is None or tree.tokens[verb].upos != "VERB":
        return None
    clause = next((word for word in tree.children(verb, "ccomp", "parataxis") if word < verb), None)
    if clause is not None:
        return _with_own_subject(tree, clause, verb)
    above = tree.head(verb)
    if tree.relation(verb) == "parataxis" and above is not None:
        return tree.phrase(above, barred=[verb])
    return None


def _with_own_subject(tree: Tree, clause: int, verb: int) -> Span:
    """A clause before the verb of its cue, with its subject where the tree gives that to the cue, besides the cue's."""
    whole = tree.phrase(clause)
    subjects = tree.children(verb, *ACTIVE)
    own = [tree.phrase(word) for word in subjects if word < clause < max(subjects)]
    told = [span.start for span in own if _BREAKS.isdisjoint(tree.document.text[span.end : whole.start])]
    return Span(min([whole.start, *told]), whole.end)


def _according(tree: Tree, cue: int, first: int) -> Span | None:
    """The clause from its word ``first`` to "according to", of which whoever says it is an adverbial."""
    source = tree.head(cue)
    verb = tree.head(source) if source is not None else None
    if source is None or verb is None or not first <= verb < cue or not tree.children(verb, *ACTIVE):
        return None
    return Span(tree.tokens[first].span.start, tree.phrase(verb, barred=[source]).end)
