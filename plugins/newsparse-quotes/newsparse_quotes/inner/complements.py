"""What the clause of a verb says inside a quote: where it begins and ends, and where the tree attaches it elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse_quotes.grammar import ACTIVE, that_before
from newsparse_quotes.inner.case import InnerCase
from newsparse_quotes.lexicon import words

_STARTING = frozenset({"NOUN", "PROPN", "PRON", "DET", "VERB", "AUX", "ADJ", "NUM"})
"""Parts of speech of the word after a clause from which the tree breaks off the rest."""
_GOING_ON = _STARTING | {"ADP", "ADV", "PART"}
"""Parts of speech of the words after that, as far as the rest goes."""


def clause_of(case: InnerCase) -> Span | None:
    """A clause without "that", with all words after the verb except the person told."""
    tree, verb = case.tree, case.verb
    clauses = _complements(tree, verb)
    if not clauses:
        return None
    clause = clauses[0]
    skipped = that_before(tree, clause)
    found = tree.phrase(clause, barred=skipped)
    if skipped and verb < skipped[-1] < clause:  # "tells us that if we wait, God will forgive us"
        found = Span(min(found.start, _start_after(tree, skipped[-1], found.start)), found.end)
    if clause > verb:
        found = Span(found.start, max(found.end, _run_on(tree, clauses)))
    if tree.lemma(verb) in words("cues.naming"):
        named = [tree.phrase(child).start for child in tree.children(verb, "obj")]
        return Span(min([found.start, *named]), found.end)
    inside = tree.index.overlapping(found)
    first = _open_start(tree, verb, inside.start, skipped)
    if tree.tokens[first].upos == "CCONJ" and tree.tokens[first - 1].text == ",":
        return None  # "told us nothing, but the mayor says it is old"
    return Span(min(found.start, tree.tokens[first].span.start), _open_end(tree, inside))


def _start_after(tree: Tree, that: int, start: int) -> int:
    """Where the first word after a "that" begins, without a comma or dots; ``start`` where there is none."""
    rest = range(that + 1, tree.index.sentence(that).stop)
    return next((tree.tokens[word].span.start for word in rest if tree.tokens[word].upos != "PUNCT"), start)


def _complements(tree: Tree, verb: int) -> list[int]:
    """The clauses that a verb attributes: its complements, what it stands in as an aside, or the question it asks."""
    near = [c for c in tree.children(verb, "ccomp", "parataxis") if tree.relation(c) == "ccomp" or c < verb]
    clauses = [clause for clause in near if not _gives_reason(tree, clause)]
    return clauses or [clause for clause in tree.children(verb, "advcl") if _is_question(tree, verb, clause)]


def _run_on(tree: Tree, clauses: Sequence[int]) -> int:
    """Where the last clause ends that goes on with the first: "look, (I am not coming)", "is shut, (so we wait)".

    A whole clause after one with a subject and a comma is another's, or nobody's: "it is shut, no one would say so".
    """
    whole = bool(tree.children(clauses[0], *ACTIVE))
    end = tree.phrase(clauses[0]).end
    for clause in clauses[1:]:
        own = [child for child in tree.children(clause, "conj") if tree.children(child, *ACTIVE)]
        found = tree.phrase(clause, barred=own)
        first = tree.index.overlapping(found).start
        apart = whole and tree.tokens[first - 1].text == "," and tree.lemma(first) not in words("grammar.resulting")
        if apart or tree.children(clause, "cc"):
            break
        end = max(end, found.end)
    return end


def _open_start(tree: Tree, verb: int, first: int, skipped: Sequence[int]) -> int:
    """Where a clause begins that the tree breaks off: after the verb, a mark, an adverb and whoever is told."""
    told = tree.children(verb, "obj", "iobj", "obl", "obl:unmarked", "advmod")
    barred = {*skipped, *(word for child in told for word in tree.below(child))}
    while first - 1 > verb and first - 1 not in barred and tree.tokens[first - 1].upos != "PUNCT":
        first -= 1
    return first


def _gives_reason(tree: Tree, clause: int) -> bool:
    """Whether a clause says why or when somebody says something, and not what: "plans to close, as it is cold"."""
    reasons = words("grammar.as", "grammar.resuming")
    return any(tree.lemma(mark) in reasons for mark in tree.children(clause, "mark"))


def _is_question(tree: Tree, verb: int, clause: int) -> bool:
    """Whether a clause with "when" or "how" is what a verb of asking asks."""
    if tree.lemma(verb) not in words("speech.verbs.asked"):
        return False
    first = tree.index.overlapping(tree.phrase(clause)).start
    return tree.lemma(first) in words("grammar.interrogatives")


def _open_end(tree: Tree, inside: range) -> int:
    """Where a clause ends that the tree breaks off: before a mark, a conjunction or a preposition."""
    last, stop = inside[-1], tree.index.sentence(inside[-1]).stop
    while last + 1 < stop and tree.tokens[last + 1].upos in (_STARTING if last == inside[-1] else _GOING_ON):
        last += 1
    return tree.tokens[last].span.end


def following(case: InnerCase) -> Span | None:
    """The clause right after a verb and the person told, where the tree attaches it elsewhere."""
    tree, first = case.tree, _first_after(case.tree, case.verb)
    sentence = tree.index.sentence(case.verb)
    if first >= sentence.stop - 1:
        return None
    asked = tree.lemma(first) in words("grammar.interrogatives")
    above = tree.head(first) if tree.relation(first) in ACTIVE else None
    if not asked and (above is None or above <= first):
        return None
    last = first
    while last + 1 < sentence.stop and tree.tokens[last + 1].upos != "PUNCT":
        last += 1
    return tree.index.span(range(first, last + 1)) if last > first else None


def _first_after(tree: Tree, verb: int) -> int:
    """The first word after a verb, the pronoun for the person told, and "that"."""
    stop = tree.index.sentence(verb).stop
    first = verb + 1
    if first in tree.children(verb, "obj", "iobj") and tree.tokens[first].upos == "PRON":
        first += tree.lemma(first) not in words("grammar.interrogatives")
    return first + (first < stop and tree.lemma(first) in words("grammar.that"))
