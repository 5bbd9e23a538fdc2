"""Figures that count some of those whom another one counts: "27 dead, five of them children"."""

from __future__ import annotations

import attrs

from newsparse.lexicon import SHARED, lexicon
from newsparse.linking.figures.order import earlier
from newsparse.linking.synonyms import same_words
from newsparse.model import Document, NumberClaim, envelope
from newsparse.syntax import Index

_NEXT = 2
"""How many words behind "of them" the noun is that says what they are: "five of them small children"."""
_MOST = 3
"""How many words before a figure lead it in at most: "including", "among them", "of the more than"."""
_NOUNS = ("NOUN", "PROPN")


@attrs.frozen
class Part:
    """What those are who are counted as a part, a lemma if it is said, and the figure of the whole, if it is given."""

    head: str = ""
    whole: NumberClaim | None = None


def part_of(document: Document, index: Index, claim: NumberClaim) -> Part | None:
    """What a figure counts of a whole; None where it counts no part."""
    words = index.overlapping(claim.span)
    if claim.quantity.kind != "count" or claim.quantity.unit or not words:
        return None
    behind = _behind_pronoun(index, words[-1])
    before = _before(document, index, claim)
    if behind is not None:
        return Part(_named(index, behind) or _predicate(index, words), before)
    if _is_led_in(index, claim):
        return Part(whole=before)
    if claim.whole is not None:
        return Part(_predicate(index, words), before)
    named = _predicate(index, words)
    return Part(named, before) if named and before is not None and _is_of(index, before) else None


def is_whole(document: Document, index: Index, claim: NumberClaim) -> bool:
    """Whether what is said of a figure's noun is only said of some: "12 of the **40** dams leaked"."""
    first = next(iter(index.overlapping(claim.span)), 0)
    return any(_leads_to(index, item, first) for item in earlier(document, index, claim))


def _leads_to(index: Index, claim: NumberClaim, word: int) -> bool:
    """Whether a figure stands before the number of those of whom it counts some: "**12 of the** 40"."""
    inside = index.overlapping(claim.span)
    between = range(inside[-1] + 1, word) if inside and claim.quantity.kind == "count" else ()
    return 0 < len(between) <= _MOST and index.words.lower[between[0]] in lexicon(SHARED).words("across.counted")


def _behind_pronoun(index: Index, last: int) -> int | None:
    """The word behind "of them", "of those" or "of whom", which follows a figure."""
    lists, lower = lexicon(SHARED), index.words.lower
    if last + 2 >= len(lower) or lower[last + 1] not in lists.words("across.counted"):
        return None
    return last + 3 if lower[last + 2] in lists.words("across.wholes") else None


def _named(index: Index, start: int) -> str:
    """The lemma of the noun that follows "of them"; empty where other words do: "six of them seriously"."""
    for word in range(start, min(start + _NEXT, len(index.tokens))):
        if index.tokens[word].upos in _NOUNS:
            return _name(index, word)
        if index.tokens[word].upos != "ADJ":
            break
    return ""


def _predicate(index: Index, words: range) -> str:
    """The lemma of what somebody says that those who are counted are: "five of the dead were **children**"."""
    above = index.words.heads[words[0]]
    if above is None or not index.words.relations[words[0]].startswith("nsubj") or index.tokens[above].upos != "NOUN":
        return ""
    below = index.words.children.get(above, ())
    return _name(index, above) if any(index.words.relations[child] == "cop" for child in below) else ""


def _name(index: Index, word: int) -> str:
    lemma = index.words.lemmas[word]
    return same_words().get(lemma, lemma)


def _is_led_in(index: Index, claim: NumberClaim) -> bool:
    """Whether words before a figure say that it is a part: "including at least five children"."""
    whole = envelope([claim.span, claim.bound.span]) if claim.bound else claim.span
    first = index.overlapping(whole)[0]
    lead = range(max(0, first - _MOST), first)
    text = f" {' '.join(index.words.lower[word] for word in lead)}"
    return any(text.endswith(f" {words}") for words in lexicon(SHARED).words("across.members"))


def _before(document: Document, index: Index, claim: NumberClaim) -> NumberClaim | None:
    """The first count before a figure in its sentence, which is not smaller."""
    low = claim.quantity.low
    for other in earlier(document, index, claim):
        size = other.quantity.low if other.quantity.low is not None else other.quantity.high
        if other.quantity.kind == "count" and low is not None and size is not None and size >= low:
            return other
    return None


def _is_of(index: Index, claim: NumberClaim) -> bool:
    """Whether a sentence begins with a figure as a whole: "Of the 27 dead, five were children"."""
    first = index.overlapping(claim.span)[0]
    sentence = index.sentence(first)
    return index.words.lower[sentence[0]] in lexicon(SHARED).words("across.counted") and first - sentence[0] <= _MOST
