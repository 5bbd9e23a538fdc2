"""Who says a figure that is in no quote: the subject of the verb of saying or wanting that the figure depends on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newsparse.syntax import SUBJECTS
from newsparse_numbers.lexicon import table, words
from newsparse_numbers.subjects.page import Page

MAX_STEPS = 8
"""Heads above a figure, at most, among which the verb of saying is."""

_ACTS = ("said", "denied", "demanded", "promised", "believed", "feared", "proposed")
_CONTENTS = frozenset(["ccomp", "xcomp"])
_OBJECTS = frozenset(["obj", "obl", "ccomp", "xcomp"])
_JOINED = frozenset(["conj", "parataxis"])
_PARTED = frozenset(["xcomp", "obj", "obl"])
_ASIDES = frozenset(["acl", "acl:relcl", "advcl", "appos"])


def sayer(page: Page, top: int) -> tuple[int, int] | None:
    """The head of the subject and the verb of saying of the figure that hangs at the word ``top``; None for neither."""
    for verb, branch in _verbs(page, top):
        said = _states(page, verb, branch) and (branch == verb or _is_of_content(page, top, branch))
        subject = _subject(page, verb) if said else None
        if subject is not None and subject != branch and can_say(page, subject):
            return subject, verb
    return None


def _verbs(page: Page, top: int) -> Iterator[tuple[int, int]]:
    """The verbs above a word, each with the word below it on the way; a clause after a noun asks for that first."""
    for relative in page.children(top, "acl:relcl"):
        yield relative, relative
    below, at = top, page.head(top)
    for _ in range(MAX_STEPS):
        if at is None or page.relation(below) in SUBJECTS:
            return
        if page.tokens[at].upos == "VERB":
            yield at, below
        below, at = (below if page.relation(at) in _JOINED else at), page.head(at)


def _subject(page: Page, verb: int) -> int | None:
    """The active subject of a verb, even of the one that it is joined to."""
    at: int | None = verb
    for _ in range(2):
        if at is None:
            return None
        if found := page.children(at, "nsubj"):
            return found[0]
        if page.children(at, *SUBJECTS) or page.relation(at) != "conj":
            return None
        at = page.head(at)
    return None


def _states(page: Page, verb: int, branch: int) -> bool:
    """Whether the verb says or wants what is below it: a clause with any verb of saying, an amount with some."""
    lemma, relation = page.lemma(verb), page.relation(branch)
    if is_undergone(page, verb):
        return False
    if branch == verb:  # "the $64 million that the agency asked for"
        return lemma in words("speech.verbs.stating")
    if relation in _CONTENTS and lemma in _cues():
        return True
    lead = page.case(branch)
    if relation not in _OBJECTS or lemma not in words("speech.verbs.stating"):
        return False
    return (not lead and relation != "obl") or lead in words("claims.for")


def _is_of_content(page: Page, top: int, branch: int) -> bool:
    """Whether no further clause parts a figure from an infinitive or an object that somebody plans or wants.

    None does in "confirmed the orbit, which takes nine years"; one does in "plans to close, which affects nine men".
    """
    at, relation = top, page.relation(branch)
    while at != branch and relation in _PARTED:
        above = page.head(at)
        own = relation == "obj" and (above == branch or page.relation(at) == "appos")
        if above is None or (page.relation(at) in _ASIDES and not own):
            return False
        at = above
    return True


@cache
def _cues() -> frozenset[str]:
    return frozenset().union(*(words(f"speech.verbs.{act}") for act in _ACTS))


def is_cue(lemma: str) -> bool:
    """Whether words, wishes or estimates are attributed with a verb."""
    return any(lemma in known for known in (_cues(), words("speech.verbs.stating"), table("frames.put_at")))


def is_undergone(page: Page, verb: int) -> bool:
    """Whether a verb tells what its subject went through, and says nothing: "the firm saw a rise of 5%"."""
    if page.lemma(verb) not in words("frames.undergoing"):
        return False
    return not any(page.lemma(item) in words("frames.chances") for item in page.children(verb, "obj"))


def can_say(page: Page, subject: int) -> bool:
    """Whether a word names somebody, a body, or by its pronoun somebody named before."""
    if page.tokens[subject].upos == "PRON":
        return page.chains.name(page.tokens[subject].span) is not None
    return page.can_own(subject)
