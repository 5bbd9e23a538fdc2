"""Whether "a third", "one fifth", "a quarter" is a part of a whole, by the words around it; "a third bid" counts."""

from __future__ import annotations

from functools import cache

from newsparse_numbers.lexicon import endings, table, unit_surfaces, units, values, words
from newsparse_numbers.numerals.phrases import Phrases, phrases
from newsparse_numbers.numerals.words import HYPHENS, Gap, Stream, Word

_RATE_WORDS = 14
"""How far from a point words for rates may show that it is one of theirs."""
_MARKS = frozenset(".,;:)”?!—–…\"’'")


def is_share(stream: Stream, start: int, behind: int) -> bool:
    """Whether a part is a share and not an ordinal; ``start``, ``behind``: its indexes.

    It is one where no noun follows: a mark, a function word or a verb of answers ("a third would", "a fifth think"),
    and after a hedge of amounts before any word but a noun that goes with ordinals ("nearly a quarter live", not
    "more than a third party"). A hedge that may be a preposition needs a verb after: "about a third back the plan",
    but "about a third term".
    """
    follows = stream[behind]
    if follows.gap >= Gap.PARAGRAPH:
        return True
    if superlative(stream, behind) or phrases("shares.in_a_row").starting(stream, behind) or _listed(stream, behind):
        return False
    if follows.text in _MARKS:
        return True
    if not _alone(stream, behind):
        return False
    if follows.lower in words("shares.after", "shares.answers"):
        return True
    return not follows.capital and _is_hedged(stream, start, behind)


def _is_hedged(stream: Stream, start: int, behind: int) -> bool:
    """Whether a hedge before a part shows that no noun follows that it puts in order: "nearly a quarter live"."""
    firm = _hedges(loose=False).ending(stream, start - 1) is not None
    if firm and stream[behind].lower not in _ordered():
        return True
    return (firm or _hedges(loose=True).ending(stream, start - 1) is not None) and _verb_behind(stream, behind)


def superlative(stream: Stream, behind: int) -> bool:
    """Whether a superlative follows, as in "third-largest", "second most deadly", "third-to-last"."""
    at = behind
    while stream[at].text in HYPHENS:
        at += 1
    if stream[at].glued and at == behind:
        return False
    if is_superlative(stream[at].lower):
        return True
    second = at + 2 if stream[at + 1].text in HYPHENS else at + 1
    return stream[at].kind == "word" and is_superlative(stream[second].lower)


def is_superlative(word: str) -> bool:
    """Whether a word is a superlative, as its letters tell: "largest", "most"; not "arrest"."""
    if word in words("shares.superlatives"):
        return True
    return word.endswith(endings("shares.superlative_endings")) and word not in words("shares.no_superlatives")


def _alone(stream: Stream, index: int) -> bool:
    """Whether the word at ``index`` is apart from the one before, and no hyphen joins it to the next."""
    following = stream[index + 1]
    return not stream[index].glued and following.text not in HYPHENS


def _listed(stream: Stream, behind: int) -> bool:
    """Whether another ordinal is joined: "a third and fourth bid"."""
    joined = stream[behind].lower in words("bounds.joints")
    return joined and stream[behind + 1].lower in values("numerals.ordinals")


def _verb_behind(stream: Stream, behind: int) -> bool:
    """Whether a verb follows, as its object or the next word shows: "back the plan", "voted for"."""
    verb, following = stream[behind], stream[behind + 1]
    if following.glued:
        return False
    past = verb.lower.endswith(endings("names.past_endings"))
    return following.lower in words("shares.objects") or (past and following.lower in words("shares.after"))


@cache
def _ordered() -> frozenset[str]:
    """Nouns that ordinals and quarters go with, and that no share is before."""
    return words("names.ordinals_in_names", "shares.ordered")


@cache
def _hedges(*, loose: bool) -> Phrases:
    """Hedges of amounts; the ``loose`` ones are prepositions too, or may be before an ordinal."""
    known = {*table("bounds.before"), *table("bounds.near"), *words("modality.approximations.bound")}
    firm = words("shares.firm")
    return Phrases(phrase for phrase in known if phrase[-1].isalpha() and (phrase in firm) != loose)


@cache
def _units() -> Phrases:
    halved = [unit for unit in units().values() if unit.kind == "measure" or unit.name in words("shares.halved")]
    return Phrases(word for unit in halved for word in unit.words)


def measured(stream: Stream, index: int) -> bool:
    """Whether a unit that is taken in parts follows, hyphens aside: "a quarter mile", "half-hour"."""
    at = index
    while stream[at].text in HYPHENS:
        at += 1
    return _units().starting(stream, at) is not None or is_point_of_rate(stream, at)


def is_point_of_rate(stream: Stream, index: int) -> bool:
    """Whether a point of a rate of interest is at ``index``: "raised rates by a quarter point"."""
    if stream[index].lower not in words("measures.poll_points"):
        return False
    near = stream.lowers(index - _RATE_WORDS, index + _RATE_WORDS)
    return not words("measures.rates").isdisjoint(near)


@cache
def _counted_units() -> Phrases:
    """The words of all units."""
    return Phrases(unit_surfaces()[0])


def past_half(stream: Stream, index: int) -> int | None:
    """The index after "and a half" behind the unit at ``index``: "a month and a half"; None where there is none."""
    found = _counted_units().starting(stream, index)
    if found is None or stream[index].glued:
        return None
    joint, article, half, following = (stream[found[1] + place] for place in range(4))
    fits = joint.lower in words("claims.joining") and article.lower in words("bounds.articles")
    after = words("shares.after", "shares.after_half")
    ends = following.lower in after if following.kind == "word" else following.text not in HYPHENS
    return found[1] + 3 if fits and ends and half.lower in words("names.partly") else None


def next_word(stream: Stream, index: int) -> Word | None:
    """The word at ``index`` or after hyphens there, if there is one and it does not touch the word before."""
    at = index
    while stream[at].text in HYPHENS:
        at += 1
    word = stream[at]
    return word if word.kind == "word" and word.gap < Gap.PARAGRAPH else None
