"""Links that grammar gives: appositions ("Ada Brook, the mayor") and predicates ("she is a nurse")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from newsparse_entities.asides import speaks_between
from newsparse_entities.lexicon import listed
from newsparse_entities.phrases import Phrase
from newsparse_entities.reading import Reading

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
"""Relations of a subject."""
_ADVERBIALS = frozenset({"obl", "advcl"})
_MARKS = frozenset(',.;:)—–"”')


class Known(NamedTuple):
    """A name or pronoun: its tokens (half-open), its head word, its class, and whether it is a name."""

    first: int
    last: int
    token: int
    label: str
    named: bool


def partners(reading: Reading, known: Iterable[Known], found: Sequence[Phrase]) -> dict[int, int]:
    """The token of each phrase to the token of the name, pronoun or phrase that it describes; names come first."""
    at = {index: item for item in known for index in range(item.first, item.last)}
    by_token = {phrase.token: phrase for phrase in found}
    result: dict[int, int] = {}
    named: set[int] = set()
    for one, other in _pairs(reading, at, by_token):
        phrase, partner = _sides(by_token, at, one, other)
        if phrase is None or phrase.token in named:
            continue
        if partner in at and _agree(phrase, at[partner].label):
            result[phrase.token] = at[partner].token
            if at[partner].named:
                named.add(phrase.token)
        elif partner in by_token and by_token[partner].label == phrase.label:
            result.setdefault(phrase.token, partner)
    return result


def _pairs(reading: Reading, at: Mapping[int, Known], by_token: Mapping[int, Phrase]) -> Iterator[tuple[int, int]]:
    """The tokens of what may be one: first what punctuation links, then the appositions and predicates of the trees."""
    yield from _beside(reading, at, by_token.values())
    for one, other in reading.tree.appositions:
        apposed = by_token.get(other)
        if not _of_another(reading, at, by_token, one, other) and not _opens_clause(reading, apposed):
            yield one, other
    yield from reading.tree.predicates


def _sides(by_token: Mapping[int, Phrase], at: Mapping[int, Known], one: int, other: int) -> tuple[Phrase | None, int]:
    """The phrase of a pair and the token of its partner; the apposed one where both are phrases."""
    if other in by_token:
        return by_token[other], one
    return (by_token.get(one), other) if one not in at else (None, other)


def _of_another(
    reading: Reading, at: Mapping[int, Known], by_token: Mapping[int, Phrase], noun: int, apposed: int
) -> bool:
    """Whether a name is of somebody else than it is taken for: "an aide (to) Ada Brook", "of the (mayor) Ada Brook"."""
    if apposed not in at or noun not in by_token or noun > apposed:
        return False
    before = at[apposed].first - 1
    closer = before != noun and before in by_token
    return closer or bool(reading.tree.children(apposed, "case"))


def _opens_clause(reading: Reading, phrase: Phrase | None) -> bool:
    """Whether a phrase is the subject of a frame, "Ada Brook, (the mayor) told reporters, is ill", or of "whose"."""
    if phrase is None:
        return False
    inside = reading.starting_in(phrase.span)
    return speaks_between(reading, inside.start, inside.stop) or reading.word(inside.start) in listed("grammar.whose")


def _agree(phrase: Phrase, label: str) -> bool:
    return phrase.label == label or label == "Misc"


def _beside(reading: Reading, at: Mapping[int, Known], found: Iterable[Phrase]) -> Iterator[tuple[int, int]]:
    """The names and the phrases that are next to each other."""
    for phrase in found:
        inside = reading.starting_in(phrase.span)
        name = None if phrase.plural else _name_beside(reading, at, phrase, inside)
        if name is not None:
            yield name.token, phrase.token


def _name_beside(reading: Reading, at: Mapping[int, Known], phrase: Phrase, inside: range) -> Known | None:
    """The name of "NAME, phrase," or "phrase, NAME,", or the one right after a phrase that ends with its noun."""
    if reading.word(inside.start - 1) == ",":
        before = _name_ending(at, inside.start - 1)
        if before is not None and _may_follow(reading, phrase, inside, before):
            return before
    elif reading.word(inside.stop) == ",":
        after = _name_starting(at, inside.stop + 1)
        if after is not None and _ends(reading, after.last) and not _are_apart(reading, phrase.token, after.token):
            return after
    next_to = _name_starting(at, inside.stop) if inside.stop == phrase.token + 1 else None
    return None if next_to is None or reading.begins_paragraph(inside.stop) else next_to


def _may_follow(reading: Reading, phrase: Phrase, inside: range, name: Known) -> bool:
    """Whether a phrase after a name and a comma, at the words ``inside``, may describe that name."""
    if not _ends(reading, inside.stop) or speaks_between(reading, inside.start, inside.stop):
        return False
    if reading.word(inside.start) in listed("grammar.whose"):
        return False
    return not _begins_clause(reading, phrase.token, name.token)


def _begins_clause(reading: Reading, noun: int, name: int) -> bool:
    """Whether a noun is the subject of a verb, before which a name is an adverbial: "with Ada Brook, the man left"."""
    tree = reading.tree
    verb = tree.head(noun) if tree.relation(noun) in _SUBJECTS else None
    for word in (name, *tree.above(name)):
        if verb is not None and tree.head(word) == verb:
            return tree.relation(word) in _ADVERBIALS
    return False


def _are_apart(reading: Reading, noun: int, name: int) -> bool:
    """Whether a noun and a name are the subjects of different verbs: "the man, Ada Brook said, was ill"."""
    tree = reading.tree
    return tree.relation(noun) in _SUBJECTS and tree.relation(name) in _SUBJECTS and tree.head(noun) != tree.head(name)


def _name_starting(at: Mapping[int, Known], index: int) -> Known | None:
    found = at.get(index)
    return found if found is not None and found.named and found.first == index else None


def _name_ending(at: Mapping[int, Known], end: int) -> Known | None:
    found = at.get(end - 1)
    return found if found is not None and found.named else None


def _ends(reading: Reading, index: int) -> bool:
    """Whether an apposition can end before this word: a mark, a verb, or the end of the text."""
    if index >= len(reading.tokens):
        return True
    token = reading.tokens[index]
    return token.text in _MARKS or token.upos in ("VERB", "AUX")
