"""Noun phrases that describe a person or an organisation: those that the backend gives and those of known nouns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Any

import attrs

from newsparse.model import Label, Mention, Span, Token
from newsparse_entities.grouping.groups import Group
from newsparse_entities.lexicon import (
    POSSESSIVES,
    Gender,
    Opening,
    label_of,
    listed,
    listed_in,
    noun_genders,
    noun_labels,
    openings,
)
from newsparse_entities.reading import Reading

_SHORTEST_PLURAL = 4
"""Letters of the shortest noun that loses a plural "s"."""
_DOUBLE = 2 * "s"
_LONGEST_WORDS = 8
"""How many words before its noun a phrase can have."""

_AGE_WORDS = 5
"""How many words "the 34-year-" has."""
_PLURAL = "Number=Plur"
"""How Universal Dependencies says that a noun is plural."""
_HYPHEN = "-"
_JOINED_WORDS = 2
"""Words after the first one of "Oslo-based"."""
_LEMMA = attrgetter("lemma")
_INSIDE = ("ADJ", "NOUN", "PROPN", "NUM", "DET", "PART")


@attrs.frozen(kw_only=True)
class Phrase:
    """A description: its span, the index of its head token, and what it says about what it can mean.

    ``aside`` says that it is no mention, only somebody new whom a pronoun may mean: "a spokeswoman for Lund Lines".
    ``word`` is the lower-case lemma of the head, ``modifiers`` the folded words before it other than those of
    "Oslo-based". ``owner`` is the token of a possessor ("his" of "his wife"), ``given`` the backend's mention that it
    was made from, if there was one. ``complement`` are the words after "of", ``names`` the capitalised words before the
    head, ``office`` says that the head itself is capitalised: "the Minister".
    """

    span: Span
    token: int
    word: str
    label: Label
    plural: bool
    opening: Opening
    modifiers: tuple[str, ...]
    owner: int | None
    given: Mention | None = None
    complement: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    office: bool = False
    aside: bool = False

    @property
    def tentative(self) -> bool:
        """Whether the phrase is kept only if what it refers to is known."""
        return bool(self.complement) or self.word in listed("people.aged") or self.office

    @property
    def years(self) -> str | None:
        """The age in "the 34-year-old"."""
        if self.word not in listed("people.aged") and listed("people.aged").isdisjoint(self.modifiers):
            return None
        return next((word for word in self.modifiers if word.isdigit()), None)

    @property
    def former(self) -> bool:
        """Whether the phrase says that a role is over."""
        return not listed("roles.former").isdisjoint(self.modifiers)

    def allows(self, group: Group) -> bool:
        """Whether the noun's gender is compatible with somebody."""
        return group.allows(self.gender)

    @property
    def gender(self) -> Gender | None:
        """The gender that the noun states: "woman" feminine, "neighbour" none."""
        return noun_genders().get(self.word)

    @property
    def anaphoric(self) -> bool:
        """Whether the phrase can refer to something mentioned before."""
        return self.opening in ("definite", "possessive")


def phrases(reading: Reading, taken: set[int], given: Iterable[Mention]) -> list[Phrase]:
    """The phrases in the order of their head words; ``taken`` are the indices of tokens that belong to names."""
    found: dict[int, Phrase] = {}
    spans: set[Span] = set()
    for phrase in (*_given(reading, given), *_known(reading, taken)):
        if phrase.token not in found and phrase.span not in spans:
            found[phrase.token] = phrase
            spans.add(phrase.span)
    return [found[token] for token in sorted(found)]


def _given(reading: Reading, mentions: Iterable[Mention]) -> Iterator[Phrase]:
    """The phrases of mentions that the backend gave; none for one in which no word starts."""
    for item in sorted(mentions, key=_place):
        inside = reading.starting_in(item.span)
        if inside:
            token = reading.head_index(item)
            yield _phrase(reading, inside.start, token, item.span, label=label_of(item), given=item)


def _known(reading: Reading, taken: set[int]) -> Iterator[Phrase]:
    """Phrases whose head is a noun for people or organisations."""
    labels, aged, lemmas = noun_labels(), listed("people.aged"), _lemmas(reading)
    pairs = zip(lemmas, reading.lower, strict=True)
    heads = [at for at, (base, word) in enumerate(pairs) if base in labels or word in aged]
    for index in heads:
        first = _aged(reading, index) if reading.lower[index] in aged else None
        if first is not None and not taken.issuperset(range(first, index + 1)):
            yield _phrase_of_age(reading, first, index)
        label = labels.get(lemmas[index])
        if label and index not in taken and _heads_phrase(reading, index):
            phrase = _around_head(reading, index, label)
            if phrase is not None:
                yield phrase


def _lemmas(reading: Reading) -> Sequence[str]:
    """The lemmas of all words, in small letters."""
    if all(map(_LEMMA, reading.tokens)):
        return reading.words.lemmas
    return [lemma(token) for token in reading.tokens]


def _phrase_of_age(reading: Reading, first: int, index: int) -> Phrase:
    """The phrase "the 34-year-old"."""
    span = Span(reading.tokens[first].span.start, reading.tokens[index].span.end)
    made = _phrase(reading, first, index, span, label="Person")
    return attrs.evolve(made, modifiers=(reading.word(first + 1),), plural=False)


def _heads_phrase(reading: Reading, index: int) -> bool:
    """Whether a noun can be the head of a description: a common one, or a role in capitals ("the Minister")."""
    token = reading.tokens[index]
    if token.upos not in ("NOUN", None) and not _is_office(reading, index):
        return False
    return not _compounded(reading, index)


def _is_office(reading: Reading, index: int) -> bool:
    return reading.tokens[index].upos == "PROPN" and reading.lower[index] in listed("nouns.people.role")


def _around_head(reading: Reading, index: int, label: Label) -> Phrase | None:
    """The phrase of a head; None for a role in capitals, or anything but a role before "of", without "the".

    Somebody new before "of" is kept aside.
    """
    start = _start(reading, index)
    complement = _complement(reading, index)
    office = _is_office(reading, index)
    opening = openings().get(reading.word(start))
    definite = opening == "definite"
    if office and not definite:
        return None
    aside = bool(complement) and not (definite and reading.lower[index] in listed("nouns.people.role"))
    if aside and (opening != "indefinite" or label != "Person"):
        return None
    span = Span(reading.tokens[start].span.start, reading.tokens[index].span.end)
    return _phrase(reading, start, index, span, label=label, complement=complement, office=office, aside=aside)


def lemma(token: Token) -> str:
    """The lower-case lemma of a word, without a plural "s" where the backend gives none."""
    if token.lemma:
        return token.lemma.lower()
    word = token.text.lower()
    plural = len(word) >= _SHORTEST_PLURAL and word.endswith("s") and not word.endswith(_DOUBLE)
    return word[:-1] if plural else word


def _compounded(reading: Reading, index: int) -> bool:
    """Whether a noun is the first part of a longer one: the "police" of "police station"."""
    token = reading.tokens[index]
    if token.deprel is not None:
        return token.deprel.split(":")[0] in ("compound", "flat")
    return index + 1 < len(reading.tokens) and reading.tokens[index + 1].upos == "NOUN"


def names_after(reading: Reading, span: Span) -> list[str]:
    """The words of the name after a description and "of": "lund" and "lines" for "the head of Lund Lines"."""
    at, end = reading.starting_in(span).stop, len(reading.tokens)
    if at >= end or reading.lower[at] not in listed("grammar.of"):
        return []
    begin = at = at + 1 + (at + 1 < end and reading.lower[at + 1] in listed("grammar.the"))
    while at < end and reading.tag(at) == "PROPN":
        at += 1
    return reading.lower[begin:at]


def _complement(reading: Reading, index: int) -> tuple[str, ...]:
    """The "of" or "for" phrase that belongs to a noun: "the company of cats"."""
    follows = reading.word(index + 1)
    of_role = follows in listed("roles.complements") and reading.word(index) in listed("nouns.people.role")
    if not of_role and follows not in listed("grammar.of"):
        return ()
    found = []
    for at in range(index + 2, min(index + 2 + _LONGEST_WORDS, len(reading.tokens))):
        if reading.tag(at) not in ("NOUN", "PROPN", "ADJ", "DET", None) or reading.starts_sentence(
            reading.tokens[at].span.start
        ):
            break
        if reading.tag(at) != "DET":
            found.append(reading.word(at))
    return tuple(found) or (reading.word(index + 1),)


def _aged(reading: Reading, index: int) -> int | None:
    """The first word of "the 34-year-old" whose last word is at ``index``."""
    first = index - _AGE_WORDS
    if first < 0:
        return None
    words = reading.lower[first:index]
    fits = words[0] in listed("grammar.the") and words[1].isdigit() and words[2] == words[4] == "-"
    return first if fits and reading.tag(index + 1) not in ("NOUN", "PROPN") else None


def _start(reading: Reading, index: int) -> int:
    """The first word of the phrase whose head is ``index``: over adjectives and nouns back to its determiner."""
    first = reading.sentences[reading.sentence_of_word(index)].first if reading.sentences else 0
    start = index
    determiners = openings()
    for before in reversed(range(max(first, index - _LONGEST_WORDS), index)):
        if reading.lower[before] in determiners:
            return before
        if not _can_be_inside(reading, before):
            break
        token = reading.tokens[before]
        loose = token.text in (_HYPHEN, "'s", "’s")
        if token.head is not None and not loose and not before < token.head <= index:
            break
        start = before
    while reading.tokens[start].upos in ("PUNCT", "PART"):
        start += 1
    return start


def _can_be_inside(reading: Reading, index: int) -> bool:
    """Whether the class of a word lets it be before the head of a phrase; a verb only in "Oslo-based"."""
    token = reading.tokens[index]
    if token.upos == "PUNCT":
        return token.text == _HYPHEN
    return token.upos in _INSIDE or (token.upos == "VERB" and reading.word(index - 1) == _HYPHEN)


def _phrase(reading: Reading, start: int, token: int, span: Span, *, label: Label, **more: Any) -> Phrase:
    words = reading.tokens[start:token]
    owner = _owner(reading, start, token)
    small = reading.lower[start:token]
    determiners = openings()
    opening: Opening = determiners.get(small[0], "bare") if small else "bare"
    if owner is not None:
        opening = "possessive"
    return Phrase(
        span=span,
        token=token,
        word=lemma(reading.tokens[token]),
        label=label,
        plural=_plural(reading, token),
        opening=opening,
        names=tuple(
            [low for low, w in zip(small, words, strict=True) if w.text[0].isupper() and low not in determiners]
        ),
        modifiers=tuple([small[at] for at, w in enumerate(words) if _modifies(w) and not _is_joined(words[at:])]),
        owner=owner,
        **more,
    )


def _is_joined(words: Sequence[Token]) -> bool:
    """Whether the first of some words only says where or by whom, before a participle: "Oslo-based"."""
    return len(words) > _JOINED_WORDS and words[_JOINED_WORDS].upos == "VERB"


def _modifies(token: Token) -> bool:
    """Whether a word before the head says more about it; without tags any word that is not a determiner."""
    if token.upos is None:
        return token.text.isalpha() and token.text.lower() not in openings()
    return token.upos in ("ADJ", "NOUN", "PROPN", "NUM")


def _plural(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    if token.xpos or token.feats:
        return token.xpos in ("NNS", "NNPS") or _PLURAL in (token.feats or "")
    return token.text.lower() != lemma(token) or token.text.lower() in listed("people.plural")


def _owner(reading: Reading, start: int, token: int) -> int | None:
    """The possessor among the words before the head: "his", or the word before "'s"."""
    possessive = listed_in("determiners.openings", "possessive")
    for index in reversed(range(start, token)):
        text = reading.lower[index]
        if text in ("'s", "’s"):
            return index - 1 if index > start else None
        if text in possessive:
            return index
    return start - 2 if reading.word(start - 1) in POSSESSIVES[:2] else None  # "Ada Brook's (lawyer)"


def _place(item: Mention) -> tuple[int, int, str]:
    return (item.span.start, -item.span.end, item.label)
