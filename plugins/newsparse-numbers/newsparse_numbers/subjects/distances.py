"""Distances that only tell where something is: "at Kell, 80 kilometres from Orla", "caught 70 km west of Orla"."""

from __future__ import annotations

from newsparse_numbers.lexicon import words
from newsparse_numbers.subjects.figure import Figure, once
from newsparse_numbers.subjects.page import Page


@once
def tells_where(figure: Figure) -> bool:
    """Whether a distance says where something is or happens, and not how far anything reaches."""
    page, before = figure.page, figure.outer_words[0] - 1
    if figure.kind != "measure" or before < 1:
        return False
    after = _word_behind(figure)
    if after is None or page.lower[after] not in words("claims.apart", "claims.directions"):
        return False
    before = _back_over(page, before)
    mark = page.tokens[before].text
    off = mark == "," or mark in words("claims.dashes")
    return off or (page.lower[after] in words("claims.directions") and _happens(figure, before))


def is_apart(figure: Figure) -> bool:
    """Whether a word behind a measure makes it a distance: "30 miles (48 km) south of Orla"."""
    after = _word_behind(figure)
    return after is not None and figure.page.lower[after] in words("claims.apart", "claims.directions")


def _back_over(page: Page, before: int) -> int:
    """The word at or before ``before`` that is no bracket, other figure or "about"; at least the first of the page."""
    while before > 0 and (page.tokens[before].text == "(" or before in page.taken or _is_about(page, before)):
        before -= 1
    return before


def _word_behind(figure: Figure) -> int | None:
    """The first word of its sentence behind a distance that is no bracket, other figure or "about"."""
    page, after = figure.page, figure.outer_words[-1] + 1
    end = page.sentence(figure.words[0]).stop
    while after < end and (page.tokens[after].text in "()" or after in page.taken or _is_about(page, after)):
        after += 1
    return after if after < end else None


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
