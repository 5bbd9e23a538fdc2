"""Whose age a figure is, where it is that of no named person: "a resident aged 94", "15-year-old students"."""

from __future__ import annotations

import attrs

from newsparse.model import Passage
from newsparse_numbers.lexicon import words
from newsparse_numbers.subjects.about import PASSIVE
from newsparse_numbers.subjects.elided import is_plural
from newsparse_numbers.subjects.figure import Figure, Noun, Relation
from newsparse_numbers.subjects.page import POSSESSIVES

NOUN_BEFORE_AS = 3
"""How many words the noun of "boys as young as" is before the last."""
AGED_WORDS = 4
"""How many words after an age the noun of its person may be."""

_AGE_MODIFIES = frozenset(["amod", "compound", "nmod:desc", "nmod", "nummod"])


def aged(figure: Figure) -> Noun | None:
    """For "a resident aged 94", "the men, aged 19 and 22", "a boy of seven": the noun before "aged" or "of"."""
    page, index = figure.page, figure.words[0] - 1
    if index < 1:
        return None
    if page.lower[index] in words("ranges.between"):
        index -= 1  # "suspects aged between 16 and 21"
    if page.lower[index] in words("claims.of") and page.lower[index - 1] in words("nouns.people.of-age"):
        return figure.noun(index - 1, Relation.AGED)
    if page.lower[index] not in words("claims.aged"):
        return None
    before = index - 2 if page.tokens[index - 1].text == "," else index - 1
    common = page.noun(before) and (before == index - 1 or page.tokens[before].upos == "NOUN")
    return figure.noun(before, Relation.AGED) if common else None


def as_old_as(figure: Figure) -> Noun | None:
    """For "boys as young as 12": the noun before "as"."""
    page, index = figure.page, figure.words[0] - 1
    noun = index - NOUN_BEFORE_AS
    if noun >= 0 and page.lower[index - 1] in words("claims.young_or_old") and page.noun(noun):
        return figure.noun(noun, Relation.AGED)
    return None


def over_age(figure: Figure) -> Noun | None:
    """For "players over the age of 21", "players aged over 21": the noun before."""
    page, last = figure.page, figure.words[0] - 1
    if page.lower[last] in words("frames.over_age") and page.lower[last - 1] in words("claims.aged"):
        return _who(figure, last - 2)
    index = last
    while index > 1 and page.lower[index] in words("claims.age_fillers"):
        index -= 1
    told = index < last or (index > 0 and page.lower[index - 1] in words("ages.groups"))
    return _who(figure, index - 1) if told and page.lower[index] in _sides() else None


def _who(figure: Figure, index: int) -> Noun | None:
    """The noun at ``index``, as those who have the age; None where another word or none is there."""
    return figure.noun(index, Relation.AGED) if index >= 0 and figure.page.noun(index) else None


def _sides() -> frozenset[str]:
    return words("frames.over_age", "ranges.between")


def are_under(figure: Figure) -> Noun | None:
    """For "most patients were under five": the people who are on one side of the age."""
    page, top = figure.page, figure.own_top
    after = figure.words[-1] + 1
    if after < len(page.tokens) and page.lower[after] in words("claims.young_or_old"):
        return _old(figure, after)
    if not page.children(top, "cop") or page.lower[figure.words[0] - 1] not in words("frames.over_age"):
        return None
    subject = page.subject(top)
    if subject is not None and subject in page.taken:
        subject = figure.of_child(subject)
    people = subject is not None and page.tokens[subject].upos == "NOUN" and is_plural(page, subject)
    return figure.noun(subject, Relation.AGED) if subject is not None and people else None


def _old(figure: Figure, old: int) -> Noun | None:
    """For "the dam is 50 years old": the thing, not the person, that is that old."""
    page = figure.page
    subject = page.subject(old) if page.children(old, "cop") else None
    above = page.head(old)
    if subject is None and above is not None and page.relation(old) == "xcomp":  # "is thought to be 50 years old"
        subject = next(iter(page.children(above, *PASSIVE)), None)
    thing = subject is not None and page.tokens[subject].upos == "NOUN" and not page.is_person(subject)
    return figure.noun(subject, Relation.AGED) if subject is not None and thing else None


def old_enough(figure: Figure) -> Noun | None:
    """For "ferries more than 30 years old": the noun right before an age that "old" follows."""
    page, before, after = figure.page, figure.outer_words[0] - 1, figure.words[-1] + 1
    old = after < len(page.tokens) and page.lower[after] in words("claims.young_or_old")
    return figure.noun(before, Relation.AGED) if old and before >= 0 and page.tokens[before].upos == "NOUN" else None


def years_old(figure: Figure) -> Noun | None:
    """For "15-year-old students": the noun that the age modifies."""
    page, top = figure.page, figure.own_top
    head = page.head(top)
    if head is not None and page.lower[head] in words("claims.young_or_old") and page.relation(head) == "amod":
        return _beyond_old(figure, head)
    if head is None or not top < head <= figure.words[-1] + AGED_WORDS or not page.noun(head):
        head = _hyphened_before(figure)
        return None if head is None else figure.noun(head, Relation.AGED)
    if page.relation(top) not in _AGE_MODIFIES:
        return None
    owner = _owner_before(figure, head)
    if owner is None:
        return figure.noun(head, Relation.AGED)
    return figure.noun(owner, Relation.AGED) if page.tokens[owner].upos == "NOUN" else None


def _owner_before(figure: Figure, head: int) -> int | None:
    """The first owner between an age and a noun: "the 22-year-old daughter's treatment"."""
    page = figure.page
    inside = range(figure.words[-1] + 2, head)
    return next((word - 1 for word in inside if page.tokens[word].text in POSSESSIVES), None)


def _beyond_old(figure: Figure, old: int) -> Noun | None:
    """The noun right after "old": "the two year old baby"."""
    page, head = figure.page, figure.page.head(old)
    if head is None or not old < head <= old + AGED_WORDS or not page.noun(head):
        return None
    passage = Passage.at(page.text, page.tokens[old + 1].span.start, page.tokens[head].span.end)
    return attrs.evolve(figure.noun(head, Relation.AGED), passage=passage)


def _hyphened_before(figure: Figure) -> int | None:
    """The noun of the phrase that "23-year-old" begins: "a 23-year-old pregnant woman"."""
    page, first = figure.page, figure.words[-1] + 1
    hyphens = "-" in page.text[figure.span.start : figure.span.end]
    end = page.sentence(first - 1).stop
    if not hyphens or first >= end or page.tokens[first].upos not in ("NOUN", "ADJ"):
        return None
    head = page.phrase_from(first, min(end, first + AGED_WORDS))
    return head if head is not None and page.tokens[head].upos == "NOUN" else None
