"""What a duration is the length of: "the strike lasted 11 days", "life expectancy is 81 years"."""

from __future__ import annotations

from newsparse_numbers.lexicon import words
from newsparse_numbers.subjects.beside import tells_when
from newsparse_numbers.subjects.clauses import Way, clause
from newsparse_numbers.subjects.figure import Figure, Noun
from newsparse_numbers.subjects.page import Page


def lasting(figure: Figure) -> Noun | None:
    """For "the strike lasted 11 days": only verbs of lasting and "be" make a duration a measure of something."""
    page, after = figure.page, figure.words[-1] + 1
    if after < len(page.tokens) and page.lower[after] in words("claims.apart", "claims.directions"):
        return None  # "the port is nine hours away"
    if (long := _long(figure, after)) is not None:
        return figure.noun(long)
    verb = figure.back_over(words("claims.lasting_fillers"))
    if verb < 0 or not (page.lower[verb] in words("frames.lasting") or _keeps_on(page, verb) or _holds(page, verb)):
        return None
    if (described := _before_relative(page, verb)) is not None:
        return figure.noun(described)
    return _lasting_subject(figure, verb)


def _lasting_subject(figure: Figure, verb: int) -> Noun | None:
    """What a clause with "last", "be" or "go on" is about; no person, and no owner, for whom something else goes on."""
    page, on = figure.page, _keeps_on(figure.page, verb)
    found = clause(figure, figure.top) if on or _is_verb(page, verb) else None
    if found is None or page.is_person(found[0].index):
        return None
    owned = page.is_owner(found[0].index) and (on or _holds(page, verb))
    return None if owned else found[0]


def _keeps_on(page: Page, word: int) -> bool:
    """Whether a word ends what says that something goes on or stays: "went on", "remains in place"."""
    return _goes_on(page, word) or _in_force(page, word)


def _long(figure: Figure, after: int) -> int | None:
    """The noun before a duration that "long" behind it describes: "the talks, nine hours long,"."""
    page = figure.page
    if after >= len(page.tokens) or page.lower[after] not in words("claims.dimensions"):
        return None
    described = page.head(after)
    before = described is not None and described < figure.words[0]
    return described if before and page.relation(after) == "amod" else None


def _before_relative(page: Page, verb: int) -> int | None:
    """The noun before a relative pronoun that is right before a verb: "a strike that lasted 11 days"."""
    relative = verb > 1 and page.lower[verb - 1] in words("claims.relative")
    return verb - 2 if relative and page.tokens[verb - 2].upos == "NOUN" else None


def _is_verb(page: Page, word: int) -> bool:
    """Whether a word is a verb, or behind "to"."""
    return page.tokens[word].upos in ("VERB", "AUX") or (word > 0 and page.lower[word - 1] in words("claims.to"))


def _holds(page: Page, word: int) -> bool:
    """Whether a verb without an object says that something goes on: "the truce held for nine days"; no passive does."""
    held = page.lemma(word) in words("claims.holding_on") and page.tokens[word].upos == "VERB"
    return held and not page.children(word, "obj", "aux:pass")


def _in_force(page: Page, word: int) -> bool:
    """Whether something stays as it is: "the curfew remains in place for two weeks"."""
    placed = word > 0 and page.lower[word] in words("claims.in_force")
    return placed and page.lower[word - 1] in words("claims.made_up_of")


def valid(figure: Figure) -> Noun | None:
    """For "a visa valid for 90 days", "signed a contract for nine years": what runs or is good for that long."""
    page, lead = figure.page, figure.outer_words[0] - 1
    if lead < 1 or page.lower[lead] not in words("claims.for"):
        return None
    noun = _good_for(page, lead - 1)
    return figure.noun(noun) if noun is not None and page.noun(noun) and not page.is_owner(noun) else None


def _good_for(page: Page, word: int) -> int | None:
    """The noun at the word before "for": "a visa valid for", "a lease for", "a curfew was imposed for"."""
    if page.lower[word] in words("claims.valid"):
        head = page.head(word)
        return head if head is not None and head < word else page.subject(word)
    if page.tokens[word].upos == "VERB":
        return next((child for child in page.children(word, "nsubj:pass") if _is_granted(page, child)), None)
    return word if _is_granted(page, word) else None


def _is_granted(page: Page, noun: int) -> bool:
    """Whether a noun is for what is given or ordered for a time: "a visa", "a curfew"."""
    return page.lemma(noun) in words("claims.granted")


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
    """Whether "on" belongs to a verb of going on: "the talks went on for nine days", "dragged out for"."""
    drags = page.lemma(word - 1) in words("claims.dragging") and page.relation(word) == "compound:prt"
    on = page.lower[word] in words("claims.on") and page.lemma(word - 1) in words("claims.going_on")
    return word > 0 and (on or drags)


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
