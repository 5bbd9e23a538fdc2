"""Which company "the company" is: the only one near, the one that the article is about, not one told of before."""

from __future__ import annotations

from newsparse_entities.grouping.groups import Group
from newsparse_entities.lexicon import listed
from newsparse_entities.names.parse import fold
from newsparse_entities.references.memory import Described, only

REACH_SENTENCES = 2
"""How many sentences before its own "the company" looks back for the only organisation."""


def only_company(case: Described) -> Group | None:
    """The only company in reach for "the company"."""
    if case.phrase.word not in listed("nouns.bodies.company") or case.phrase.modifiers:
        return None
    return only(group for group in near(case) if is_company(group, case.phrase.word))


def main_company(case: Described) -> Group | None:
    """The company that the article is about so far: named first of all and more often than any other."""
    phrase = case.phrase
    if phrase.word not in listed("nouns.bodies.company") or phrase.modifiers:
        return None
    groups = dict.fromkeys(group for row in case.memory.named.values() for group in row)
    companies = [group for group in groups if is_company(group, phrase.word)]
    ranked = sorted(companies, key=lambda group: -len(group.named))
    if not ranked or (len(ranked) > 1 and len(ranked[1].named) == len(ranked[0].named)):
        return None
    first = min(companies, key=lambda group: group.named[0].span.start)
    return first if first is ranked[0] else None


def has_turned(case: Described, group: Group) -> bool:
    """Whether a company is told of in the sentence before, and the one of a description is not mentioned there."""
    if case.phrase.word not in listed("nouns.bodies.company") or case.phrase.modifiers:
        return False
    sentence = case.memory.reading.sentence_at(case.phrase.span.start)
    row = case.memory.history.row(sentence - 1)
    if any(seen.group is group for seen in (*row, *case.memory.history.row(sentence))):
        return False
    told = [seen.group for seen in row if seen.rank > 1 and seen.group.label == "Organization" and seen.group.named]
    return any(is_company(other, case.phrase.word) for other in told)


def near(case: Described) -> set[Group]:
    """The organisations named in the last sentences; only by the article itself where the description is its own."""
    reading, start = case.memory.reading, case.phrase.span.start
    near = case.memory.history.back(reading.sentence_at(start), REACH_SENTENCES)
    own = reading.quote_at(start) is None
    bodies = (seen for seen in near if seen.group.label == "Organization" and seen.group.named)
    return {seen.group for seen in bodies if not (own and seen.quote is not None)}


def is_company(group: Group, noun: str) -> bool:
    """Whether no word of a name says that the body is no company; an association can still be "the group"."""
    loose = listed("nouns.bodies.loose")
    public = listed("nouns.bodies.public") - loose if noun in loose else listed("nouns.bodies.public")
    return public.isdisjoint(words_of(group))


def words_of(group: Group) -> list[str]:
    """The folded words of all names of a group."""
    return [word for name in group.surfaces() for word in fold(name).split()]
