"""Distances that only tell where something is: "at Kell, 80 kilometres from Orla", "caught 70 km west of Orla"."""

from __future__ import annotations

from newsparse_numbers.lexicon import words
from newsparse_numbers.subjects.figure import Figure, once
from newsparse_numbers.subjects.page import Page


@once
def tells_where(figure: Figure) -> bool:
    """Whether a distance says where something is or happens, and not how far anything reaches."""
    page, after, before = figure.page, figure.outer_words[-1] + 1, figure.outer_words[0] - 1
    if figure.kind != "measure" or before < 1:
        return False
    while before > 0 and (page.tokens[before].text == "(" or before in page.taken or _is_about(page, before)):
        before -= 1
    end = page.sentence(figure.words[0]).stop
    while after < end and (page.tokens[after].text in "()" or after in page.taken or _is_about(page, after)):
        after += 1
    if after >= end or page.lower[after] not in words("claims.apart", "claims.directions"):
        return False
    mark = page.tokens[before].text
    off = mark == "," or mark in words("claims.dashes")
    return off or (page.lower[after] in words("claims.directions") and _happens(figure, before))


def tells_where_done(figure: Figure) -> bool:
    """Whether a distance only says where somebody does something, so that it is not theirs."""
    return tells_where(figure) and _acts(figure)


def _happens(figure: Figure, before: int) -> bool:
    """Whether the word before a distance does not say that something lies, goes or reaches that far."""
    return figure.page.lemma(before) not in words("claims.reaching") and _acts(figure)


def _acts(figure: Figure) -> bool:
    """Whether the verb above a distance says neither where something lies nor how far anybody goes."""
    verb = figure.verb
    return verb is None or figure.page.lemma(verb) not in words("claims.lying", "claims.going_far")


def _is_about(page: Page, word: int) -> bool:
    return page.lower[word] in words("frames.fillers")
