"""What a figure counts where the next one has the noun: "two gold and three silver medals", "10 km and 42 km races"."""

from __future__ import annotations

from newsparse.model import QuantityKind
from newsparse_numbers.lexicon import words
from newsparse_numbers.subjects.elided import is_plural
from newsparse_numbers.subjects.figure import Figure, Noun, Relation
from newsparse_numbers.subjects.page import HYPHENS, Page

ITEMS = 4
"""How many more figures there may be before the one with the noun."""

_MODIFYING: frozenset[QuantityKind] = frozenset(["measure", "duration", "money", "percent"])


def paired(figure: Figure) -> Noun | None:
    """For "four male and two female suspects": the plural behind the next number, where only an adjective follows."""
    page, first = figure.page, figure.words[-1] + 1
    end = page.sentence(first - 1).stop
    if figure.kind != "count" or first >= end or not _is_mere(page, first):
        return None
    for _ in range(ITEMS):
        following = _next(page, first + 1, end)
        if following is None or page.kinds.get(following) != "count":
            return None
        first = following + 1
        if _is_before_plural(page, first, end):
            return Noun(page.words_at(first + 1, first + 1), page.tokens[first + 1].span, first + 1, Relation.COUNTED)
        if first >= end or not _is_mere(page, first):
            return None
    return None


def _is_before_plural(page: Page, word: int, end: int) -> bool:
    """Whether a word modifies a plural right behind it: the "female" of "female suspects"."""
    plural = word + 1
    return plural < end and is_plural(page, plural) and page.noun(plural) and _modifies(page, word)


def _is_mere(page: Page, word: int) -> bool:
    """Whether a word alone cannot be what is counted: an adjective, or a noun such as "gold" that stands for one."""
    return page.tokens[word].upos == "ADJ" or page.lower[word] in words("claims.mere_modifiers")


def _modifies(page: Page, word: int) -> bool:
    return page.tokens[word].upos in ("ADJ", "NOUN", "PROPN")


def _next(page: Page, at: int, end: int) -> int | None:
    """The first word of the figure that "and", a comma or both lead to from the word ``at``."""
    if at < end and page.tokens[at].text == ",":
        at += 1
        if at < end and page.lower[at] in words("claims.joining"):
            at += 1
    elif at < end and page.lower[at] in words("claims.joining"):
        at += 1
    else:
        return None
    return at if at < end and at in page.taken else None


def shared(figure: Figure) -> Noun | None:
    """For "₹500 and ₹2000 notes", "two- and three-year bonds": the noun that the next figure of its kind modifies."""
    page = figure.page
    end = page.sentence(figure.words[-1]).stop
    following = _joined_alike(figure, end) if figure.kind in _MODIFYING else None
    if following is None:
        return None
    last = next((word for word in range(following, end) if word not in page.taken), end)
    if last >= end or page.tokens[last].upos != "NOUN" or page.is_time(last):
        return None
    head = page.phrase_from(last, end)
    if head is None:
        return None
    phrase = range(last, head + 1)
    tied = figure.kind == "money" or any(page.head(word) in phrase for word in range(following, last))
    return figure.noun(head) if tied else None


def _joined_alike(figure: Figure, end: int) -> int | None:
    """The first word of a figure of the same kind that "and" or "or" joins: the "three" of "two- or three-year"."""
    page, at = figure.page, figure.words[-1] + 1
    if at >= end:
        return None
    at += page.tokens[at].text in HYPHENS
    if at + 1 >= end or page.lower[at] not in words("claims.joining", "ranges.or"):
        return None
    return at + 1 if page.kinds.get(at + 1) == figure.kind else None
