"""Named mentions as backends give them, split into names and descriptions: "the mayor Ada Brook", "the President"."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import attrs

from newsparse.model import Mention, Span
from newsparse_entities.lexicon import POSSESSIVES, listed, offices, openings
from newsparse_entities.reading import Reading

_WARD_WORDS = 2
"""How many words the ward of an office takes: "Ward 5 Coun."."""


def split(reading: Reading, mentions: Iterable[Mention]) -> tuple[list[Mention], list[Mention]]:
    """Names cut to their words; mentions that describe without naming become nominal.

    Only people and organisations are looked at; a mention of capitalised words only stays as it is.
    """
    names: list[Mention] = []
    described: list[Mention] = []
    given = list(mentions)
    acronyms = office_acronyms(reading, given)
    for item in given:
        if item.text in acronyms:
            described.append(attrs.evolve(item, form="nominal", label="Person"))
            continue
        span = _name(reading, item) if item.label in ("Person", "Organization") else item.span
        span = span if span is None or item.span.covers(span) else item.span
        if span is None:
            described.append(attrs.evolve(item, form="nominal"))
        elif span == item.span:
            names.append(item)
        else:
            names.append(_cut(reading, item, span))
    return names, described


def office_acronyms(reading: Reading, mentions: Iterable[Mention]) -> frozenset[str]:
    """The acronyms among ``mentions`` that are in brackets after an office in the article, or that always mean one.

    Not those in brackets after something else, which is then what they mean.
    """
    found: set[str] = set()
    bodies: set[str] = set()
    for item in mentions:
        if item.label != "Organization" or not item.text.isupper() or not item.text.isalpha():
            continue
        first = reading.starting_in(item.span).start
        if reading.word(first - 1) != "(":
            found.update({item.text} & listed("roles.acronyms"))
        elif _is_office(reading, first - 1, item.text):
            found.add(item.text)
        else:
            bodies.add(item.text)
    return frozenset(found - bodies)


def _is_office(reading: Reading, end: int, acronym: str) -> bool:
    """Whether the capitalised words before ``end`` have these first letters, and the last is a noun for a role."""
    first = end - len(acronym)
    if reading.word(end - 1) not in listed("nouns.people.role"):
        return False
    return "".join(token.text[0] for token in reading.tokens[first:end]) == acronym


def _cut(reading: Reading, item: Mention, span: Span) -> Mention:
    made = Mention.make(reading.text, span, label=item.label)
    return attrs.evolve(made, confidence=item.confidence, origin=item.origin)


def _name(reading: Reading, item: Mention) -> Span | None:
    """The span of the name inside a mention; None where the mention is a description."""
    people = item.label == "Person"
    whole = reading.starting_in(item.span)
    inside = _without_body(reading, whole) if people else whole
    words = [reading.tokens[index].text for index in inside]
    odd = len(inside) < len(whole) or any(_odd(reading, index, people=people) for index in inside)
    if odd:
        return _name_around_head(reading, item, inside)
    return None if people and _bare_title(words) else item.span


def _name_around_head(reading: Reading, item: Mention, inside: range) -> Span | None:
    """The capitalised words around the head of a mention that is more than a name; None where they are no name."""
    people = item.label == "Person"
    words = [reading.tokens[index].text for index in inside]
    head = reading.head_index(item)
    head = head if head in inside else inside.stop - 1
    if not _capital(reading.tokens[head].text):
        return None if people or words[0] in openings() else item.span
    first, last = _around(reading, inside, head, people=people)
    own = [reading.tokens[index].text for index in range(first, last)]
    if people and (_is_title(own) or not listed("grammar.and").isdisjoint(words)):
        return None
    return Span(reading.tokens[first].span.start, reading.tokens[last - 1].span.end)


def _without_body(reading: Reading, inside: range) -> range:
    """The words of a person's full name without the body that it begins or ends with: "DAB's Ada Brook of KLP"."""
    words = [reading.tokens[index].text for index in inside]
    owned = max((at + 1 for at, word in enumerate(words[:-1]) if word in POSSESSIVES[:2]), default=0)
    ends = (at for at, word in enumerate(words) if word in listed("names.ends_before") and at > owned + 1)
    return inside[owned : next(ends, len(words))]


def _odd(reading: Reading, index: int, *, people: bool) -> bool:
    """Whether a word shows that a mention is more than a name: an article, a common word, a comma after a person."""
    word = reading.tokens[index].text
    if word in openings():
        return not _is_attached(reading, index)
    if word == ",":
        return people
    common = reading.tokens[index].upos in (None, "NOUN", "VERB", "ADJ", "PRON", "ADV")
    small = word[0].islower() and word.isalpha() and word not in listed("names.small_words", "names.particles")
    return small and common and not _is_attached(reading, index)


def _is_attached(reading: Reading, index: int) -> bool:
    """Whether a hyphen or an apostrophe joins a word to the one before it, without blanks: the "an" of "Wen-an"."""
    words = reading.tokens[max(index - 2, 0) : index + 1]
    joint = words[-2].text if words[2:] else ""
    beside = all(one.span.end == other.span.start for one, other in pairwise(words))
    return joint in ("-", "’", "'") and beside


def _capital(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit()


def _around(reading: Reading, inside: range, head: int, *, people: bool) -> tuple[int, int]:
    """The capitalised words around ``head``, with particles, or the small words of an organisation's name, between."""
    joints = listed("names.particles") if people else listed("names.small_words")
    first = head
    for index in reversed(range(inside.start, head)):
        if _capital(reading.tokens[index].text):
            first = index
        elif not _joint(reading.tokens[index].text, joints):
            break
    last = head + 1
    for index in range(head + 1, inside.stop):
        if _capital(reading.tokens[index].text):
            last = index + 1
        elif not _joint(reading.tokens[index].text, joints):
            break
    while first < head and reading.tokens[first].text.lower() in openings():
        first += 1
    return first, last


def _joint(word: str, joints: frozenset[str]) -> bool:
    return word.lower() in joints or word in ("-", ".", "’", "'")


def _bare_title(words: list[str]) -> bool:
    return _is_title(words) and words[0] not in listed("titles.words.family-name")


def _is_title(words: list[str]) -> bool:
    """Whether the words are a title or role and not a name: "President", "Prime Minister"."""
    folded = [word.strip(".").casefold() for word in words if word not in POSSESSIVES[:2]]
    folded = folded[1:] if folded and folded[0] in listed("grammar.the") else folded
    roles = offices()
    folded = folded[2:] if len(folded) > _WARD_WORDS and folded[1].isdigit() else folded
    return bool(folded) and (" ".join(folded) in roles or all(word in roles for word in folded))
