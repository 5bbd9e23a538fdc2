"""What the clause around a figure is about: "volumes fell 12%", "the bridge cost $3 million"."""

from __future__ import annotations

from enum import Enum

from newsparse.model import QuantityKind
from newsparse_numbers.lexicon import endings, words
from newsparse_numbers.subjects.changing import changing
from newsparse_numbers.subjects.figure import Figure, Noun, Relation
from newsparse_numbers.subjects.page import Page

CLAUSE_STEPS = 4
"""How many heads above a figure the verb may be whose subject it measures."""

_SHARES: frozenset[QuantityKind] = frozenset(["percent", "fraction", "money"])
_COMPLEMENTS = frozenset(["xcomp", "ccomp"])


class Way(Enum):
    """How a noun is the topic of a clause with a figure."""

    SUBJECT = "subject"
    DESCRIBED = "described"
    CAUSED = "caused"


def clause(figure: Figure, word: int) -> tuple[Noun, Way] | None:
    """What the clause around ``word`` is about: "volumes fell 12%", "the bridge cost $3 million"."""
    page = figure.page
    if page.relation(word) in ("nsubj", "nsubj:pass"):
        return None
    for at in figure.climb(word, CLAUSE_STEPS):
        subject = page.subject(at)
        if subject is not None:
            return _by_subject(figure, subject)
        head = page.head(at)
        if head is None or (page.relation(at) == "acl" and aims(page, at)):
            return None
        if _describes(figure, at) and page.noun(head):
            return figure.noun(_beyond_of(figure, head, at)), Way.DESCRIBED
        caused = _caused(figure, head) if _completes(page, head, at) else None
        if caused is not None:
            return figure.noun(caused), Way.CAUSED
    return None


def _is_sum_of(figure: Figure, subject: int) -> bool:
    """Whether a subject is only the word for the sum that a figure is: "a total of nine tonnes was sold"."""
    return subject == figure.hung != figure.top and figure.page.lower[subject] in words("frames.sums")


def _describes(figure: Figure, word: int) -> bool:
    """Whether a word above the figure describes the noun above it: "a bridge costing $9 million"."""
    relation = figure.page.relation(word)
    return relation.startswith("acl") or (relation == "amod" and word not in figure.words)


def _beyond_of(figure: Figure, noun: int, moving: int) -> int:
    """The noun that "of" follows, where what it leads to seems to move: "the value of exports rising by 7 percent"."""
    page, above = figure.page, figure.page.head(noun)
    led = above is not None and page.case(noun) in words("claims.of") and page.noun(above)
    if not led or above is None or figure.role == "level" or page.lower[above] in words("frames.amounts"):
        return noun
    return above if page.lower[moving].endswith(endings("changes.participle_endings")) else noun


def _completes(page: Page, verb: int, complement: int) -> bool:
    """Whether a word says what ``verb`` makes of its object: "caused seas to rise", "expects inflation to end at"."""
    return page.relation(complement) in _COMPLEMENTS or _is_expected(page, verb, complement)


def aims(page: Page, verb: int) -> bool:
    """Whether a verb only says what somebody means to do: "a plan to sink $30 million"."""
    if page.lemma(verb) in words("claims.reaching", "claims.pricing"):
        return False
    to = any(page.lower[child] in words("claims.to") for child in page.children(verb, "mark"))
    return to or (
        page.lower[verb - 1] in words("claims.of") and page.lower[verb].endswith(endings("changes.participle_endings"))
    )


def _is_expected(page: Page, verb: int, infinitive: int) -> bool:
    """Whether an infinitive apart from its object tells what is expected: "expects inflation, now 9%, to end at 8%"."""
    apart = page.relation(infinitive) == "advcl" and page.lemma(verb) in words("claims.undergoing")
    return apart and any(page.lower[child] in words("claims.to") for child in page.children(infinitive, "mark"))


def _caused(figure: Figure, verb: int) -> int | None:
    """For "the melt caused seas to rise 3%", "pulled shares 2% lower": the object that moves."""
    page = figure.page
    told = page.tokens[verb].lemma in words("speech.verbs.telling")
    for child in page.children(verb, "obj"):
        if page.noun(child):
            return None if told and (page.is_person(child) or page.is_owner(child)) else child
    return None


def _by_subject(figure: Figure, subject: int) -> tuple[Noun, Way] | None:
    """What a clause is about, by the word that is its subject: for "which", the noun that it refers to."""
    if figure.page.lower[subject] in words("claims.relative"):
        above = antecedent(figure, subject)
        return (figure.noun(above), Way.DESCRIBED) if above is not None else None
    found = None if _is_sum_of(figure, subject) else _named(figure, subject)
    return (found, Way.SUBJECT) if found is not None else None


def _named(figure: Figure, subject: int) -> Noun | None:
    """The noun that a subject names: for "the number of ships", the ships; for "the rise in output", the output."""
    page, word = figure.page, figure.page.lower[subject]
    if word in words("claims.worth") and subject and page.noun(subject - 1):
        return figure.noun(subject - 1)
    of = figure.of_child(subject) if word in words("frames.amounts", "frames.shares", "claims.restating") else None
    if of is not None:
        return figure.noun(of, Relation.PART_OF if figure.kind in _SHARES else Relation.MEASURED)
    changes = changing(figure, subject) if word in words("changes.nouns") else None
    if changes is not None:
        return changes
    return figure.noun(subject) if page.noun(subject) else figure.numbered(subject)


def antecedent(figure: Figure, pronoun: int) -> int | None:
    """The noun that a relative pronoun refers to."""
    page = figure.page
    verb = page.head(pronoun)
    above = page.head(verb) if verb is not None else None
    if verb is None or above is None or not page.relation(verb).startswith("acl"):
        return None
    return above if page.noun(above) else None
