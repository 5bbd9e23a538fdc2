"""Names that the model left unmarked and that words tell: full names of people, and chambers such as "the Senate"."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence, Set

from newsparse.model import Mention
from newsparse_entities.lexicon import given_gender, listed, listed_in, title_genders
from newsparse_entities.mentions.normalise import head_of
from newsparse_entities.names.parse import fold, without_possessive
from newsparse_entities.reading import Reading

_PARTS = ("flat", "flat:name")
_NAME = "PROPN"
_BLANKS = (" ", "\xa0")


def unmarked_people(reading: Reading, mentions: Sequence[Mention]) -> list[Mention]:
    """New mentions for names of two or more words that no mention touches.

    The first word is a given name, or the last one is the last word of somebody's name in the article. The tree must
    have them as one name, and no other name may be next to it.
    """
    if not reading.tree.known:
        return []
    taken = {index for item in mentions for index in reading.overlapping(item.span)}
    people = (item.text for item in mentions if item.label == "Person")
    called = functools.cache(lambda: {fold(without_possessive(word)) for text in people for word in text.split()[-1:]})
    found = []
    for words in _names(reading, taken):
        given = given_gender(fold(reading.tokens[words[0]].text)) is not None
        if (given or fold(reading.tokens[words[-1]].text) in called()) and _stands_alone(reading, words, taken):
            span = reading.span(words)
            found.append(Mention.make(reading.text, span, label="Person", head=head_of(reading, span, "Person")))
    return found


def unmarked_chambers(reading: Reading, mentions: Sequence[Mention]) -> list[Mention]:
    """New mentions for parliaments and the like whose names need nothing else: "Congress", "the Senate".

    Not those of a role: "a Member of Parliament".
    """
    known = listed("organisations.chambers")
    if not any(word in reading.text for word in known):
        return []
    taken = {index for item in mentions for index in reading.overlapping(item.span)}
    return [
        Mention.make(reading.text, token.span, label="Organization", head=token.span)
        for index, token in enumerate(reading.tokens)
        if token.text in known
        and index not in taken
        and reading.word(index - 1) not in listed("grammar.of")
        and _stands_alone(reading, range(index, index + 1), taken)
    ]


def _names(reading: Reading, taken: Set[int]) -> Iterator[range]:
    """Proper nouns and those after each that the tree makes parts of the same name, none of them in ``taken``."""
    tokens, tree = reading.tokens, reading.tree
    parts: dict[int, int] = {}
    for index in reading.capitals:
        part = tree.relation(index) in _PARTS and tokens[index].upos == _NAME
        head = tree.head(index) if part else None
        if head is not None and index == parts.get(head, head + 1) and _follows(reading, index):
            parts[head] = index + 1
    for first, end in parts.items():
        words = range(first, end)
        whole = taken.isdisjoint(words)
        if whole and tokens[end - 1].text[1:2].islower():
            yield words


def _follows(reading: Reading, index: int) -> bool:
    """Whether only a blank is between a word and the one before it."""
    return reading.text[reading.tokens[index - 1].span.end : reading.tokens[index].span.start] in _BLANKS


def _stands_alone(reading: Reading, words: range, taken: Set[int]) -> bool:
    """Whether a name is neither part of a longer one nor ends like a place or a body of several words."""
    if words[1:] and any(
        reading.word(words[-1]) in listed_in("evidence.last_words", kind) for kind in ("place", "body")
    ):
        return False
    beside = [index for index in (words[0] - 1, words[-1] + 1) if 0 <= index < len(reading.tokens)]
    return not any(index not in taken and _continues(reading, index) for index in beside)


def _continues(reading: Reading, index: int) -> bool:
    """Whether a word beside a name is another part of it: a proper noun that is not a title."""
    word = reading.tokens[index]
    return word.upos == _NAME and word.text.strip(".").casefold() not in title_genders()
