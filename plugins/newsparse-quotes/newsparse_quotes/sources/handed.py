"""Words in marks that one person hands on from another: “It sinks,” Ada Brook recalled Tom Varga saying."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse_quotes.drafts.attributing import reporting
from newsparse_quotes.drafts.draft import Draft, Tie
from newsparse_quotes.grammar import ACTIVE, CLAUSES, FINITE, NOMINAL, OBJECTS, RELATIVE
from newsparse_quotes.lexicon import is_human, words
from newsparse_quotes.sources.case import SourceCase
from newsparse_quotes.sources.speaking import may_say

_BETWEEN = NOMINAL | {"ADJ", "ADV", "AUX", "DET", "NUM", "PART"}
"""Parts of speech of the words between the verb of handing on and that of whoever said it."""
_ASKING = RELATIVE | {"WRB", "WP$"}
"""Tags of the words that open a clause about something or somebody: "who", "when"."""
_LEADING = frozenset({"ccomp", "xcomp", "advcl", "acl:relcl", "obj"})
"""Relations between the clause of whoever said it and the verb of handing on."""
_SAID = frozenset({"ccomp", "parataxis"})
"""Relations of a clause to the verb that says it."""
BESIDE = (*ACTIVE, *sorted(OBJECTS))
"""Relations of a subject or an object to its verb."""
_LEAST_VERBS = 2
"""Verbs after words in marks that one person hands on from another: "recalled", "saying"."""
_MORE = ("ccomp", "xcomp", "parataxis")
"""Relations of what a verb says besides words in marks."""


def handed_on(case: SourceCase) -> Draft | None:
    """The draft with the verb and the subject of whoever first said it, where another hands on the words."""
    tree, marked = case.tree, in_marks(case)
    if case.top is None:
        return None
    found = _before(case, marked or case.draft.content) or (_after(case, marked) if marked else None)
    marked = marked or case.draft.content
    if found is None or not all(_holds(tree, piece, found) for piece in case.draft.content if piece not in marked):
        return None
    verb, speaker = found
    source = tree.phrase(speaker, ("case", "punct", "cc"), {verb})
    return attrs.evolve(case.draft, content=marked, cue=tree.tokens[verb].span, source=source, tie=Tie.SUBJECT)


def in_marks(case: SourceCase) -> list[Span]:
    """The pieces of the content that are in marks, where the cue is not."""
    cue = case.draft.cue
    if cue is None or case.quoted.around(cue) is not None:
        return []
    return [piece for piece in case.draft.content if case.quoted.around(piece) is not None]


def _holds(tree: Tree, piece: Span, words: tuple[int, int]) -> bool:
    """Whether a piece is only the clause of whoever said it: “It sinks,” she said that (he had told her)."""
    return all(piece.covers(tree.tokens[word].span) for word in words)


def _before(case: SourceCase, pieces: Sequence[Span]) -> tuple[int, int] | None:
    """The verb below the cue that leads to the content, with its subject: "she claimed (he had said): “It sinks.”"."""
    tree, cue = case.tree, case.top
    verb = _leading(case, pieces[0])
    if cue is None or verb is None or not cue < verb or not _is_below(tree, verb, cue):
        return None
    subjects = [word for word in tree.children(verb, *ACTIVE) if cue < word < verb] or _seen(tree, cue, verb)
    if not subjects or tree.tokens[subjects[-1]].xpos in RELATIVE:
        return None
    return verb, subjects[-1]


def _leading(case: SourceCase, piece: Span) -> int | None:
    """The verb of speech before a piece on which it hangs, without marks as a clause."""
    tree, inside = case.tree, case.tree.index.overlapping(piece)
    head = tree.top(inside)
    verb = tree.head(head) if head is not None else None
    if head is None or verb is None or verb >= inside[0] or tree.lemma(verb) not in reporting():
        return None
    return verb if tree.relation(head) in _SAID or case.quoted.around(piece) is not None else None


def _seen(tree: Tree, cue: int, verb: int) -> list[int]:
    """Whoever is heard or shown to say it, right before a participle: "filmed (a sailor) shouting"."""
    showing = words("cues.witnessing", "cues.filming", "cues.posting", "cues.passing")
    if tree.tokens[verb].xpos != "VBG" or tree.lemma(cue) not in showing or not tree.is_noun(verb - 1):
        return []
    noun = verb - 1
    for above in tree.above(noun):
        if tree.relation(noun) not in {"flat", "compound"} or above <= cue:
            break
        noun = above
    person = tree.tokens[noun].upos == "PROPN" or is_human(tree.lemma(noun))
    return [noun] if person and cue < noun else []


def _is_below(tree: Tree, verb: int, cue: int) -> bool:
    """Whether a verb is that of a clause which the cue hands on."""
    for word in (verb, *tree.above(verb)):
        if word == cue:
            return True
        if tree.relation(word) not in _LEADING:
            return False
    return False


def _after(case: SourceCase, marked: Sequence[Span]) -> tuple[int, int] | None:
    """The second of two verbs after the marks, with whoever is named between: “It sinks,” she recalled (him saying)."""
    tree, verbs = case.tree, _verbs_after(case, marked[-1].end)
    if len(verbs) < _LEAST_VERBS:
        return None
    first, verb = verbs[:2]
    between = range(first + 1, verb)
    if not _hands_on(tree, first, verb) or not all(_is_between(tree, word) for word in between):
        return None
    near = [word for word in tree.children(verb, *ACTIVE) if word in between]
    near = near or [word for word in tree.children(first, *BESIDE) if word in between]
    return (verb, near[-1]) if near and _is_somebody(tree, near[-1]) else None


def _verbs_after(case: SourceCase, end: int) -> list[int]:
    """The verbs in the sentence of the cue after the character ``end`` in the same line."""
    tree, cue = case.tree, case.top
    if cue is None or "\n" in case.text[end : tree.tokens[cue].span.start]:
        return []
    rest = (word for word in tree.index.sentence(cue) if tree.tokens[word].span.start > end)
    return [word for word in rest if tree.tokens[word].upos == "VERB"]


def _is_between(tree: Tree, word: int) -> bool:
    """Whether a word can be between the two verbs: of a noun phrase, an auxiliary, "that"."""
    token = tree.tokens[word]
    fits = token.upos in _BETWEEN or tree.lemma(word) in words("grammar.that")
    return fits and token.xpos not in _ASKING


def _hands_on(tree: Tree, first: int, verb: int) -> bool:
    """Whether one verb, right after its subject, can hand on what is said by the other."""
    if tree.lemma(verb) not in reporting() or not any(word < first for word in tree.children(first, *ACTIVE)):
        return False
    if _says_more(tree, verb) or tree.relation(verb) in CLAUSES or tree.lemma(verb) in words("speech.verbs.estimating"):
        return False
    if tree.lemma(first) in words("cues.witnessing", "cues.filming", "cues.hearing"):
        return True
    told = tree.tokens[verb].xpos in FINITE or any(w > first for w in tree.children(verb, "aux"))
    return told and tree.lemma(first) in reporting()


def _says_more(tree: Tree, verb: int) -> bool:
    """Whether a verb says something else than words in marks before it."""
    if any(child > verb for child in tree.children(verb, *_MORE)):
        return True
    objects = [child for child in tree.children(verb, *OBJECTS) if child > verb]
    return any(tree.tokens[noun].upos == "NOUN" and not is_human(tree.lemma(noun)) for noun in objects)


def _is_somebody(tree: Tree, noun: int) -> bool:
    """Whether a word can be whoever or whatever says something: not "week" or "Monday"."""
    return may_say(tree, noun) and tree.lemma(noun) not in words("dates.weekdays", "dates.months")
