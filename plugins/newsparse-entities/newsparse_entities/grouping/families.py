"""Relatives and families: family names that people share, who is only brought in beside somebody, "the Farrows"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from itertools import pairwise

from newsparse.model import Mention
from newsparse_entities.lexicon import POSSESSIVES, given_gender, listed, listed_in, openings
from newsparse_entities.mentions.context import DESCRIBING, follows_relative
from newsparse_entities.names.parse import person_name
from newsparse_entities.reading import Reading

_NEAR_WORDS = 4
"""How many words are looked at between a noun for a relative and whose it is."""
_SETTLED = 4
"""How often somebody is called by a family name alone before it stays theirs when another is named once."""


def borrowed(reading: Reading, mentions: Sequence[Mention]) -> dict[str, str]:
    """The family names of people with a given name only, by the id of the mention; ``mentions`` are all people's."""
    found: dict[str, str] = {}
    for at, item in enumerate(mentions):
        name = person_name(item.text)
        if not name.short or item.title is not None:
            continue
        if given_gender(name.key) and at + 1 < len(mentions) and _joined(reading, item, mentions[at + 1]):
            found[item.id] = person_name(mentions[at + 1].text).units[-1]
        elif _is_kin(reading, item, mentions[at - 1]):
            found[item.id] = person_name(mentions[at - 1].text).units[-1]
    return found


def perhaps(reading: Reading, mentions: Sequence[Mention]) -> frozenset[str]:
    """The family names that somebody with a given name only may have, too: Brook in "Velmo and Nirela Brook".

    What is no common given name must be called so only once: "Holt and Martin Kell" has two family names.
    """
    used = Counter(unit for item in mentions for unit in person_name(item.text).units)
    found: set[str] = set()
    for one, other in pairwise(mentions):
        name = person_name(one.text)
        given = name.short and one.title is None and (given_gender(name.key) is not None or used[name.key] == 1)
        if given and _joined(reading, one, other):
            found.add(person_name(other.text).units[-1])
    return frozenset(found)


def relatives(reading: Reading, mentions: Sequence[Mention]) -> frozenset[str]:
    """The ids of full names that the text gives to somebody's relative: "her husband, Paul Farrow", "married Paul"."""
    full = (item for item in mentions if not person_name(item.text).short)
    tests = (follows_relative, _is_kin_of_named, _is_kin_in_apposition, _is_married)
    return frozenset(item.id for item in full if any(test(reading, item) for test in tests))


def asides(reading: Reading, mentions: Sequence[Mention]) -> frozenset[str]:
    """The ids of names that only say whose relative the one before them is: "Ada Brook, mother of the late Tom Brook".

    The two have one family name, by which whoever is told of is called.
    """
    return frozenset(other.id for one, other in pairwise(mentions) if _is_aside(reading, one, other))


def passing(reading: Reading, mentions: Sequence[Mention]) -> frozenset[str]:
    """The ids of full names that come up once, not to speak or act, where another is often called by the family name.

    "Holt" goes on to mean whom it has meant so far: "Ada Holt ... Holt ... The bank hired Eve Holt. Holt".
    """
    names = [person_name(item.text) for item in mentions]
    whole, called, found = Counter(name.key for name in names if not name.short), Counter[str](), set[str]()
    for item, name in zip(mentions, names, strict=True):
        if name.short:
            called.update(name.units[:1])
        elif whole[name.key] == 1 and called[name.units[-1]] >= _SETTLED and not _acts(reading, item):
            found.add(item.id)
    return frozenset(found)


def _acts(reading: Reading, item: Mention) -> bool:
    """Whether somebody named is a subject, named beside one, or the source of what is said."""
    tree, top = reading.tree, reading.top_index(reading.starting_in(item.span))
    top = next((word for word in (top, *tree.above(top)) if tree.relation(word) != "appos"), top)
    sources = (span for said in reading.attributions for span in said.source)
    return reading.subject_rank(top) > 0 or any(span.overlaps(item.span) for span in sources)


def _is_aside(reading: Reading, item: Mention, other: Mention) -> bool:
    """Whether a comma and a noun for a relative are between two full names in a sentence, and no other comma."""
    name, after = person_name(item.text), person_name(other.text)
    if name.short or after.short or name.units[-1] != after.units[-1]:
        return False
    between = reading.lower[reading.starting_in(item.span).stop : reading.starting_in(other.span).start]
    if between[:1] != [","] or not listed("grammar.and").isdisjoint(between) or "," in between[1:]:
        return False
    if reading.sentence_at(item.span.start) != reading.sentence_at(other.span.start):
        return False
    return any(word in listed("nouns.people.kin") for word in between)


def families(reading: Reading, mentions: Sequence[Mention]) -> dict[str, str]:
    """The family names by which several people are meant, by the id of the mention: "the Farrows", "Farrow brothers".

    A plural needs the full name of somebody in the article who has that family name, and nobody called as it is.
    """
    names = [person_name(item.text) for item in mentions]
    known = {name.units[-1] for name in names if not name.short}
    short = (item for item, name in zip(mentions, names, strict=True) if name.short and name.units)
    found = {item.id: _family(reading, item, known) for item in short if item.title is None}
    return {mention: family for mention, family in found.items() if family is not None}


def _family(reading: Reading, item: Mention, known: Set[str]) -> str | None:
    """The family name if several people are meant by a single name; ``known`` are the last parts of full names."""
    inside, unit = reading.starting_in(item.span), person_name(item.text).units[0]
    if reading.word(inside.stop) in listed("people.families"):
        return unit
    if unit in known or reading.word(inside.start - 1) not in listed("grammar.the"):
        return None
    one = unit.removesuffix("s")
    return one if one in known else None


def aliases(reading: Reading, mentions: Sequence[Mention]) -> dict[str, str]:
    """The keys of names that the text says to be one person's, each with the other: "Ada Brook, known as Lena Holt"."""
    pairs = [
        (person_name(one.text).key, person_name(other.text).key)
        for one, other in pairwise(mentions)
        if _is_called(reading, one, other)
    ]
    return {key: partner for one, other in pairs for key, partner in ((one, other), (other, one))}


def _is_called(reading: Reading, item: Mention, other: Mention) -> bool:
    """Whether nothing but "known as", "nicknamed" and the like, with marks, is between two names in one sentence."""
    if reading.sentence_at(item.span.start) != reading.sentence_at(other.span.start):
        return False
    between = reading.lower[reading.starting_in(item.span).stop : reading.starting_in(other.span).start]
    words = {word for word in between if word[0].isalpha()}
    return words <= listed("names.called") and not listed("names.called.telling").isdisjoint(words)


def _is_kin_of_named(reading: Reading, item: Mention) -> bool:
    """Whether a noun for a relative of somebody named, or without an article, is right before a name.

    So it is in "Brook's late husband, Paul Farrow" and "with husband Paul Farrow".
    """
    first = reading.starting_in(item.span).start
    comma = reading.word(first - 1) == ","
    noun = first - 2 if comma else first - 1
    if not _is_kinship(reading, noun):
        return False
    owner = next((at for at in range(noun - 1, noun - _NEAR_WORDS, -1) if reading.tag(at) not in DESCRIBING), -1)
    if reading.word(owner) in POSSESSIVES[:2]:
        return True
    return not comma and owner == noun - 1 and reading.word(owner) not in openings()


def _is_kin_in_apposition(reading: Reading, item: Mention) -> bool:
    """Whether a noun for somebody's relative is after a name and a comma: ", her late husband", ", Brook's son"."""
    comma = reading.starting_in(item.span).stop
    if reading.word(comma) != ",":
        return False
    owned = reading.word(comma + 1) in listed_in("evidence.pronouns", "person")
    for at in range(comma + 2, comma + 2 + _NEAR_WORDS):
        if owned and _is_kinship(reading, at):
            return True
        owned |= reading.word(at) in POSSESSIVES[:2]
        if reading.tag(at) not in (*DESCRIBING, "PROPN", "PART"):
            return False
    return False


def _is_kinship(reading: Reading, index: int) -> bool:
    """Whether a word in small letters is a noun for a relative."""
    return reading.word(index) in listed("nouns.people.kin") and reading.tokens[index].text.islower()


def _is_married(reading: Reading, item: Mention) -> bool:
    """Whether a name is the object of a verb for marrying."""
    top = reading.top_index(reading.starting_in(item.span))
    verb = reading.tree.head(top)
    married = verb is not None and reading.tree.lemma(verb) in listed("evidence.marrying")
    return married and reading.tree.relation(top) == "obj"


def _joined(reading: Reading, item: Mention, other: Mention) -> bool:
    """Whether "and" and a full name follow, with or without an age: "Tom and 14-year-old Lucy Farrow"."""
    between = reading.lower[reading.starting_in(item.span).stop : reading.starting_in(other.span).start]
    if not between or between[0] not in listed("grammar.and") or person_name(other.text).short:
        return False
    return len(between) == 1 or between[-1].rpartition("-")[2] in listed("people.aged")


def _is_kin(reading: Reading, item: Mention, other: Mention) -> bool:
    """Whether "her brother" and the like come right before a name, after a full name in the same sentence."""
    if person_name(other.text).short or reading.sentence_at(other.span.start) != reading.sentence_at(item.span.start):
        return False
    return follows_relative(reading, item)
