"""What a figure counts or measures where a pronoun stands for it: "5% of them", "it jumped to 55 percent"."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.model import QuantityKind
from newsparse_numbers.lexicon import words
from newsparse_numbers.subjects.elided import COUNTS, is_counted, is_plural, nouns_before
from newsparse_numbers.subjects.figure import Figure, Noun, Relation
from newsparse_numbers.subjects.page import Page

NEAR_WORDS = 2
"""How many words, a comma among them, may be between a noun and "$9 billion of it"."""

_PLACES: frozenset[QuantityKind] = frozenset(["rank", "ordinal"])
_JOINED = ("conj", "parataxis", "advcl", "acl", "ccomp")


def of_it(figure: Figure) -> Noun | None:
    """For "the debt, $1.9 billion of it": the noun before the comma."""
    page, after = figure.page, figure.outer_words[-1] + 1
    if not _is_of(page, after, "claims.of_it"):
        return None
    before = figure.outer_words[0] - 1
    while before > 0 and page.lower[before] in words("claims.all"):
        before -= 1
    if before < 1 or page.tokens[before].text != ",":
        return None
    for noun in nouns_before(figure):
        if page.tokens[noun].upos == "NOUN" and not is_plural(page, noun):
            return figure.noun(noun, Relation.PART_OF) if _is_near(page, noun, before) else None
    return None


def _is_near(page: Page, noun: int, comma: int) -> bool:
    """Whether a noun is right before a comma, with a short phrase between at most: "her budget for next year,"."""
    return comma - noun <= NEAR_WORDS or page.is_time(comma - 1)


def of_them(figure: Figure) -> Noun | None:
    """For "lets voters vote again if 5 percent of them sign": the nearest plural before."""
    page, after = figure.page, figure.outer_words[-1] + 1
    if not _is_of(page, after, "claims.of_them") or page.lower[figure.words[0] - 1] in words("claims.pointing"):
        return None  # "saw the two of them together"
    plurals = [word for word in nouns_before(figure) if page.tokens[word].upos == "NOUN" and is_plural(page, word)]
    counted = (word for word in plurals if is_counted(page, word, COUNTS))
    found = next(counted, plurals[0] if plurals else None)
    return None if found is None else figure.noun(found, Relation.PART_OF)


def _is_of(page: Page, after: int, pronouns: str) -> bool:
    end = page.sentence(after - 1).stop
    return after + 1 < end and page.lower[after] in words("claims.of") and page.lower[after + 1] in words(pronouns)


def subject_before(figure: Figure) -> Noun | None:
    """For "the rate was 4 percent; it rose to 9 percent": the subject that "it" or "they" takes up."""
    page, clause = figure.page, _clause(figure)
    pronoun = page.subject(clause) if clause is not None else None
    if clause is None or pronoun is None or page.lower[pronoun] not in words("claims.taken_up"):
        return None
    if figure.kind in _PLACES or not _tells_size(figure, clause):
        return None
    before = next((found for found in _joined_to(page, clause) if found[1] < pronoun), None)
    if before is None or not _is_taken_up(page, *before):
        return None
    subject = before[1]
    plural = page.lower[pronoun] in words("claims.plural_pronouns")
    return figure.noun(subject) if plural == is_plural(page, subject) else None


def _joined_to(page: Page, clause: int) -> Iterator[tuple[int, int]]:
    """The clauses that one is joined to, the nearest first, each with the noun that is its subject."""
    at: int | None = clause
    while at is not None and page.relation(at).startswith(_JOINED):
        at = page.head(at)
        subject = page.subject(at) if at is not None else None
        if at is not None and subject is not None and page.noun(subject):
            yield at, subject


def _is_taken_up(page: Page, clause: int, subject: int) -> bool:
    """Whether "it" or "they" can take up a subject: no person, and a body only where a figure is said of it."""
    if page.tokens[subject].upos != "NOUN":
        return False
    sized = clause in page.taken and not page.is_person(subject)  # "the population was 30,000, and later it was 48,000"
    return sized or not page.can_own(subject)


def _clause(figure: Figure) -> int | None:
    """The word, a verb or what is said with "be", that has a subject and that the figure depends on or is."""
    page = figure.page
    for at in figure.climb(figure.own_top, 3):
        if page.children(at, "nsubj", "nsubj:pass"):
            return at
    return None


def _tells_size(figure: Figure, clause: int) -> bool:
    """Whether a clause says how large its subject is, was or became."""
    page = figure.page
    if page.children(clause, "cop"):
        return True
    if any(child not in figure.words for child in page.children(clause, "obj")):
        return False  # "it cut them by two points"
    moves = figure.role in ("from", "to", "change")
    return moves or page.lemma(clause) in words("claims.reaching", "claims.pricing")
