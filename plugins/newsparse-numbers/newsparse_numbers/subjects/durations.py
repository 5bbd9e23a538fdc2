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
    while index > 0 and page.lower[index] in words("claims.lasting_fillers"):
        index -= 1
    after = figure.words[-1] + 1
    if after < len(page.tokens) and page.lower[after] in words("claims.apart", "claims.directions"):
        return None  # "the port is nine hours away"
    if after < len(page.tokens) and page.lower[after] in words("claims.dimensions"):
        described = page.head(after)
        if page.relation(after) == "amod" and described is not None and described < figure.words[0]:
            return figure.noun(described)  # "the talks, nine hours long,"
    on = index > 0 and (_goes_on(page, index) or _in_force(page, index))
    held = not on and _holds(page, index)
    if index < 0 or not (on or held or page.lower[index] in words("frames.lasting")):
        return None
    verb = page.tokens[index].upos in ("VERB", "AUX") or (index > 0 and page.lower[index - 1] in words("claims.to"))
    if index > 1 and page.lower[index - 1] in words("claims.relative") and page.tokens[index - 2].upos == "NOUN":
        return figure.noun(index - 2)
    found = clause(figure, figure.top) if verb or on else None
    if found is None or page.is_person(found[0].index) or ((on or held) and page.is_owner(found[0].index)):
        return None
    return found[0]


def _holds(page: Page, word: int) -> bool:
    """Whether a verb without an object says that something goes on: "the truce held for nine days"; no passive does."""
    held = page.lemma(word) in words("claims.holding_on") and page.tokens[word].upos == "VERB"
    return held and not page.children(word, "obj", "aux:pass")


def _in_force(page: Page, word: int) -> bool:
    """Whether something stays as it is: "the curfew remains in place for two weeks"."""
    return page.lower[word] in words("claims.in_force") and page.lower[word - 1] in words("claims.made_up_of")


def valid(figure: Figure) -> Noun | None:
    """For "a visa valid for 90 days", "signed a contract for nine years": what runs or is good for that long."""
    page, lead = figure.page, figure.outer_words[0] - 1
    if lead < 1 or page.lower[lead] not in words("claims.for"):
        return None
    before = lead - 1
    if page.lower[before] in words("claims.valid"):
        head = page.head(before)
        noun = head if head is not None and head < before else page.subject(before)
    else:
        noun = before if page.lemma(before) in words("claims.granted") else None
    return figure.noun(noun) if noun is not None and page.noun(noun) and not page.is_owner(noun) else None


def stretched(figure: Figure) -> Noun | None:
    """For "extended her jail term to six years", "the trip was cut by two hours": what is made longer or shorter."""
    page, top = figure.page, figure.own_top
    verb = page.head(top)
    led = page.case(top) in words("claims.to", "claims.moved_by", "claims.from")
    if verb is None or not (led or _prolongs(figure, verb)) or page.lemma(verb) not in words("claims.stretching"):
        return None
    objects = page.children(verb, "obj")
    for child in objects or page.children(verb, "nsubj:pass"):
        if child not in page.taken:
            return None if page.is_person(child) or page.is_time(child) else figure.noun(child)
    return None


def _prolongs(figure: Figure, verb: int) -> bool:
    """Whether "for" tells the length that is added: "extended the ban for another six months"."""
    page = figure.page
    return page.lemma(verb) in words("claims.prolonging") and page.case(figure.own_top) in words("claims.for")


def _goes_on(page: Page, word: int) -> bool:
    """Whether "on" belongs to a verb of going on: "the talks went on for nine days"."""
    return word > 0 and page.lower[word] in words("claims.on") and page.lemma(word - 1) in words("claims.going_on")


def timed(figure: Figure) -> Noun | None:
    """For "the average wait rose to 14 weeks", "life expectancy reached 81 years": a noun that time is the size of."""
    page = figure.page
    led = page.case(figure.own_top)
    if led and led not in words("claims.to", "claims.from", "claims.moved_by", "claims.put_at", "ranges.between"):
        return None
    found = clause(figure, figure.top)
    if found is None or found[1] is not Way.SUBJECT or found[0].index >= figure.words[0] or tells_when(figure):
        return None
    return found[0] if page.lemma(found[0].index) in words("claims.timed") else None
