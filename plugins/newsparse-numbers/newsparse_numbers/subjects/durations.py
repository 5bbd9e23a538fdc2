"""What a duration is the length of: "the strike lasted 11 days", "life expectancy is 81 years"."""

from __future__ import annotations

from newsparse_numbers.lexicon import words
from newsparse_numbers.subjects.beside import tells_when
from newsparse_numbers.subjects.figure import Figure, Noun
from newsparse_numbers.subjects.governed import Way, clause
from newsparse_numbers.subjects.page import Page


def lasting(figure: Figure) -> Noun | None:
    """For "the strike lasted 11 days": only verbs of lasting and "be" make a duration a measure of something."""
    page, index = figure.page, figure.words[0] - 1
    while index > 0 and (page.lower[index] in words("claims.lasting_fillers") or page.tokens[index].upos == "SYM"):
        index -= 1
    if index < 0 or not (page.lower[index] in words("frames.lasting") or _goes_on(page, index)):
        return None
    verb = page.tokens[index].upos in ("VERB", "AUX") or (index > 0 and page.lower[index - 1] in words("claims.to"))
    found = clause(figure, figure.top) if verb or _goes_on(page, index) else None
    return None if found is None or page.is_person(found[0].index) else found[0]


def stretched(figure: Figure) -> Noun | None:
    """For "extended her jail term to six years", "the trip was cut by two hours": what is made longer or shorter."""
    page, top = figure.page, figure.own_top
    verb = page.head(top)
    led = page.case(top) in words("claims.to", "claims.moved_by", "claims.from")
    if verb is None or not led or page.lemma(verb) not in words("claims.stretching"):
        return None
    objects = [child for child in page.children(verb, "obj") if child < top]
    for child in objects or page.children(verb, "nsubj:pass"):
        if page.tokens[child].upos == "NOUN" and child not in page.taken:
            return None if page.is_person(child) or page.is_time(child) else figure.noun(child)
    return None


def _goes_on(page: Page, word: int) -> bool:
    """Whether "on" belongs to a verb of going on: "the talks went on for nine days"."""
    return word > 0 and page.lower[word] in words("claims.on") and page.lemma(word - 1) in words("claims.going_on")


def timed(figure: Figure) -> Noun | None:
    """For "the average wait rose to 14 weeks", "life expectancy reached 81 years": a noun that time is the size of."""
    page = figure.page
    led = page.case(figure.own_top)
    if led and led not in words("claims.to", "claims.from", "claims.moved_by", "claims.put_at"):
        return None
    found = clause(figure, figure.top)
    if found is None or found[1] is not Way.SUBJECT or found[0].index >= figure.words[0] or tells_when(figure):
        return None
    return found[0] if page.lemma(found[0].index) in words("claims.timed") else None
