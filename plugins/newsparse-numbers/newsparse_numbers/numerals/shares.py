"""Whether "a third", "one fifth", "a quarter" is a part of a whole, by the words around it; "a third bid" counts."""

from __future__ import annotations

import re
from functools import cache

from newsparse_numbers.lexicon import BLANK, one_of, table, values, words

_BEST = re.compile(r"[\s-]+(?:[a-z]+[\s-])?(?:[a-z]+est|most|least|best|worst|last)\b", re.IGNORECASE)
_MARK = re.compile(r"\s*(?:[.,;:)”?!—–…]|\Z)|[\"’']")
_WORD = re.compile(r"\s+([a-z]+)(?![\w-])", re.IGNORECASE)
_JOINED = re.compile(r"\s+(?:and|or)\s+([a-z]+)", re.IGNORECASE)
_IN_A_ROW = re.compile(r"\s+(?:in a row|running)\b", re.IGNORECASE)
_VERB = re.compile(r"\s+[a-z]+(?:ed)?\s+(?:the|their|his|her|its|it|them|him)\b|\s+[a-z]+ed\s+([a-z]+)\b")


def is_share(text: str, start: int, end: int) -> bool:
    """Whether the part at ``start``-``end``, its article or "one" included, is a share and not an ordinal.

    It is one where no noun follows: a mark, a function word or a verb of answers ("a third would", "a fifth think"),
    and behind a hedge of amounts before any word but a noun that goes with ordinals ("nearly a quarter live", not
    "more than a third party"). A hedge that may be a preposition needs a verb behind: "about a third back the plan",
    but "about a third term".
    """
    if _BEST.match(text, end) or _IN_A_ROW.match(text, end) or _listed(text, end):
        return False
    if _MARK.match(text, end):
        return True
    follows = _WORD.match(text, end)
    word = follows.group(1).lower() if follows else ""
    if word in words("shares.behind") or word in words("shares.answers"):
        return True
    if follows is None or follows.group(1)[0].isupper():
        return False
    before = text[max(0, start - 40) : start]
    firm = _hedges(loose=False).search(before) is not None
    if firm and word not in _ordered():
        return True
    return (firm or _hedges(loose=True).search(before) is not None) and _verb_behind(text, end)


def _listed(text: str, end: int) -> bool:
    """Whether another ordinal is joined: "a third and fourth bid"."""
    joined = _JOINED.match(text, end)
    return joined is not None and joined.group(1).lower() in values("numerals.ordinals")


def _verb_behind(text: str, end: int) -> bool:
    """Whether a verb follows, as its object or the next word shows: "back the plan", "voted for"."""
    verb = _VERB.match(text, end)
    return verb is not None and (verb.group(1) is None or verb.group(1) in words("shares.behind"))


@cache
def _ordered() -> frozenset[str]:
    """Nouns that ordinals and quarters go with, and that no share stands before."""
    return words("names.ordinal_heads_no") | words("shares.ordered")


@cache
def _hedges(*, loose: bool) -> re.Pattern[str]:
    """Hedges that end right before; the ``loose`` ones are prepositions too, or may stand before an ordinal."""
    known = {*table("bounds.before"), *table("bounds.near"), *table("bounds.approximate")}
    kept = [phrase for phrase in known if phrase[-1].isalpha() and (phrase in words("shares.firm")) != loose]
    return re.compile(rf"(?<![\w-]){one_of(kept)}{BLANK}+\Z", re.IGNORECASE)
