"""What changes, where a figure is that of a noun of change: the output of "a 14% increase in output"."""

from __future__ import annotations

from newsparse_numbers.lexicon import words
from newsparse_numbers.subjects.figure import Figure, Noun


def changing(figure: Figure, change: int) -> Noun | None:
    """For "a 14% increase in output": what changes."""
    page = figure.page
    for child in page.children(change):
        if page.case(child) in words("claims.of_or_in") and page.noun(child) and not page.is_time(child):
            return figure.noun(child)
    return _led_behind(figure, change + 1)


def seeing(figure: Figure, change: int) -> Noun | None:
    """For "sales saw an increase of 12 percent": the subject, where that is nobody's name and no people or body."""
    page, verb = figure.page, figure.page.head(change)
    if page.relation(change) != "obj" or verb is None or page.lemma(verb) not in words("claims.undergoing"):
        return None
    subject = page.subject(verb)
    if subject is None or page.tokens[subject].upos != "NOUN" or page.can_own(subject):
        return None
    return figure.noun(subject)


def changing_behind(figure: Figure) -> Noun | None:
    """For "a drop of 17 percent in revenue": what changes, right after the figure."""
    return _led_behind(figure, figure.outer_words[-1] + 1)


def _led_behind(figure: Figure, lead: int) -> Noun | None:
    """The noun that "in" leads to at the word ``lead``, none that says when."""
    page = figure.page
    end = page.sentence(lead - 1).stop
    if lead + 1 >= end or page.lower[lead] not in words("claims.made_up_of"):
        return None
    head = page.phrase_from(lead + 1, end)
    return None if head is None or page.is_time(head) else figure.noun(head)
