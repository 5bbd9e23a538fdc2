"""Contents that run into the next attribution: "she said it sank, adding that nobody was hurt"."""

from __future__ import annotations

import attrs

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse_quotes.drafts.draft import Draft, trimmed
from newsparse_quotes.grammar import ACTIVE, FINITE, OBJECTS, that_before
from newsparse_quotes.lexicon import Cues, thoughts, words
from newsparse_quotes.marks.stretches import Outer

_JOINED = frozenset({"advcl", "conj", "parataxis"})
_PRESENT = "VBZ"
_PAST = "VBD"
_BARE = frozenset({"VB", "VBN", "VBG"})
"""Tags of verbs that need an auxiliary to be finite."""
_CLAUSES = ("ccomp", "parataxis")


def divided(tree: Tree, draft: Draft, quoted: Outer, cues: Cues) -> list[Draft]:
    """The draft up to a second cue in its last piece, and a draft of what that cue attributes."""
    last = draft.content[-1]
    if draft.cue is None or last.start < draft.cue.end or quoted.touching([last]):
        return [draft]
    inside, cue = tree.index.overlapping(last), tree.index.overlapping(draft.cue)
    for word in inside[1:]:
        start = _start(tree, word, inside, cue, cues) if tree.tokens[word].upos == "VERB" else None
        if start is None or start <= inside[0]:
            continue
        first = trimmed(tree.document.text, [Span(last.start, tree.tokens[start - 1].span.end)], quoted)
        rest = _said(tree, word)
        second = trimmed(tree.document.text, [rest], quoted) if rest is not None else []
        if first and second:
            cut = attrs.evolve(draft, content=[*draft.content[:-1], *first])
            subject = tree.children(word, *ACTIVE)
            source = tree.phrase(subject[0], ("case", "punct", "cc")) if subject else draft.source
            made = Draft(second, _cue(tree, word), source, draft.origin, draft.confidence)
            return [cut, *divided(tree, made, quoted, cues)]
    return [draft]


def _start(tree: Tree, verb: int, inside: range, cue: range, cues: Cues) -> int | None:
    """The first word of the clause of a second cue: "adding", or a joined clause with a subject that says something."""
    if tree.lemma(verb) not in cues.verbs and _carried(tree, verb) is None:
        return None
    if tree.tokens[verb].xpos == "VBG":
        return _participle(tree, verb) if _clause(tree, verb) else None
    if tree.relation(verb) == "advcl" and tree.head(verb) in cue:
        return _reason(tree, verb)
    return _conjunction(tree, verb, inside, cue) if tree.relation(verb) in _JOINED else None


def _conjunction(tree: Tree, verb: int, inside: range, cue: range) -> int | None:
    """The conjunction, with a comma before it, that joins a verb to what is said or to the first cue."""
    subject = tree.children(verb, *ACTIVE)
    joint = tree.children(verb, "cc")
    above = tree.head(verb)
    if not joint:
        return None
    comma = tree.tokens[joint[0] - 1].text == ","
    if above in inside:
        apart = not subject and _is_apart(tree, verb, above, cue)
    else:
        apart = bool(subject) or (tree.tokens[verb].xpos in FINITE and (comma or _goes_on(tree, verb, cue)))
    return joint[0] - comma if apart else None


def _goes_on(tree: Tree, verb: int, cue: range) -> bool:
    """Whether a verb is joined to the first cue in its own form, with a clause: "said it is old and (added that)"."""
    above, form = tree.head(verb), tree.tokens[verb].xpos
    if above is None or above not in cue or tree.tokens[above].xpos != form or _clause(tree, verb) is None:
        return False
    first = _clause(tree, above)
    return first is None or _finite(tree, first) != form


def _finite(tree: Tree, clause: int) -> str | None:
    """The tag of the finite verb of a clause: of its head, or of an auxiliary or copula."""
    verbs = (clause, *tree.children(clause, "aux", "aux:pass", "cop"))
    return next((tree.tokens[word].xpos for word in sorted(verbs) if tree.tokens[word].xpos in FINITE), None)


def _reason(tree: Tree, verb: int) -> int | None:
    """The conjunction of a clause with what a speaker thinks besides: "expects it to stay, (as it) believes that"."""
    marks = [mark for mark in tree.children(verb, "mark") if tree.lemma(mark) in words("cues.reasoning")]
    subjects = [word for word in tree.children(verb, *ACTIVE) if tree.tokens[word].xpos == "PRP"]
    if not marks or not subjects or _clause(tree, verb) is None:
        return None
    return marks[0] - (tree.tokens[marks[0] - 1].text == ",")


def _participle(tree: Tree, verb: int) -> int | None:
    """The first word of a participle after a comma, ", adding that", which "adding that" alone does without."""
    if tree.tokens[verb - 1].text == ",":
        return verb - 1 if tree.lemma(verb) in words("speech.verbs.adding") else None
    plain = tree.lemma(verb) in words("cues.resuming") and tree.lemma(verb + 1) in words("grammar.that")
    return verb if plain else None


def _is_apart(tree: Tree, verb: int, above: int | None, cue: range) -> bool:
    """Whether a verb that is joined to another in a content is the speaker's, by its form or its time."""
    if above is None or tree.tokens[verb].xpos not in FINITE:
        return False
    return _is_of_another_form(tree, verb, above) or _is_of_another_time(tree, verb, above, cue)


def _is_of_another_form(tree: Tree, verb: int, above: int) -> bool:
    """Whether a verb cannot share the auxiliary of the one that it is joined to: "had sunk and urged them to leave"."""
    asks = tree.lemma(verb) in words("speech.verbs.directing") and bool(tree.children(verb, *OBJECTS))
    if not asks and tree.tokens[verb].xpos != _PRESENT:
        return False  # "had been found and asked to leave"
    return tree.tokens[above].xpos in _BARE and bool(tree.children(above, "aux", "aux:pass"))


def _is_of_another_time(tree: Tree, verb: int, above: int, cue: range) -> bool:
    """Whether a verb with a clause is past as the cue is, and that before it is not: "will sink but admitted that"."""
    if tree.tokens[verb].xpos != _PAST or not any(tree.tokens[word].xpos == _PAST for word in cue):
        return False
    if tree.lemma(verb) in thoughts() or _clause(tree, verb) is None:
        return False
    forms = (above, *tree.children(above, "aux", "aux:pass", "cop"))
    finite = next((word for word in sorted(forms) if tree.tokens[word].xpos in FINITE), None)
    if finite is None or tree.tokens[finite].xpos == _PAST:
        return False
    return tree.lemma(finite) not in words("grammar.possible")


def _clause(tree: Tree, verb: int) -> int | None:
    """The clause under a verb, or under the noun that it carries."""
    own = next((child for child in tree.children(verb, *_CLAUSES) if child > verb), None)
    carried = _carried(tree, verb) if own is None else None
    return carried[1] if carried is not None else own


def _carried(tree: Tree, verb: int) -> tuple[int, int] | None:
    """The noun that a verb carries and the clause that says what: "expressed (hope) that (it would float)"."""
    if tree.lemma(verb) not in words("cues.carrying"):
        return None
    for noun in tree.children(verb, "obj"):
        if tree.lemma(noun) in words("cues.claims"):
            clauses = (child for child in tree.children(noun, "acl", "ccomp") if that_before(tree, child))
            clause = next(clauses, None)
            return (noun, clause) if clause is not None else None
    return None


def _cue(tree: Tree, verb: int) -> Span:
    """The verb of a second cue, with the noun that it carries."""
    carried = _carried(tree, verb)
    return tree.tokens[verb].span if carried is None else tree.index.span(range(verb, carried[0] + 1))


def _said(tree: Tree, verb: int) -> Span | None:
    """What a second cue attributes: the clause under it."""
    clause = _clause(tree, verb)
    if clause is None:
        return _asked(tree, verb)
    return tree.phrase(clause, barred=that_before(tree, clause))


def _asked(tree: Tree, verb: int) -> Span | None:
    """Whom a verb asks, and what to do."""
    asked = [child for child in tree.children(verb, "xcomp", "ccomp", "advcl") if child > verb]
    marks = [mark for child in asked for mark in tree.children(child, "mark")]
    to = any(tree.lemma(mark) in words("grammar.to") for mark in marks)
    if not to or tree.lemma(verb) not in words("speech.verbs.directing"):
        return None
    start, end = tree.tokens[verb + 1].span.start, tree.phrase(verb).end
    return Span(start, end) if start < end else None
