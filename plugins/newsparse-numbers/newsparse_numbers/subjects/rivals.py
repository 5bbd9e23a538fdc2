"""Figures beside the clause of a sentence, which are not those of its subject: "Orla Front leads, with Kell on 29%"."""

from __future__ import annotations

from newsparse.model import Passage
from newsparse_numbers.lexicon import words
from newsparse_numbers.subjects.about import About
from newsparse_numbers.subjects.figure import Relation
from newsparse_numbers.subjects.page import Page

_RIVALS = frozenset(["Person", "Organization", "NORP"])


def standing(about: About) -> Passage | None:
    """For "with Orla Front on 29%", "Kell is at 12 percent": the person or body right before the share."""
    figure, page, index = about.figure, about.figure.page, about.figure.outer_words[0] - 1
    counts = about.noun is not None and about.noun.relation is Relation.COUNTED  # "scolded Kell on 9% rents"
    if figure.kind != "percent" or counts or page.lower[index] not in words("claims.on", "claims.put_at"):
        return None
    index -= 1
    between = words("ages.adverbs", "claims.up_or_down")
    while index > 0 and (page.tokens[index].upos == "AUX" or page.lower[index] in between):
        index -= 1
    named = page.named.at(page.tokens[index].span) if index >= 0 else None
    if named is None or named.label not in _RIVALS or _is_led(page, page.index.overlapping(named.span)[0] - 1):
        return None
    return Passage(named.span, named.text)


def _is_led(page: Page, lead: int) -> bool:
    """Whether a preposition other than "with" is before a name, an article aside: "shares of Lund Lines"."""
    lead -= lead >= 0 and page.lower[lead] in words("claims.place_articles")
    return lead >= 0 and page.tokens[lead].upos == "ADP" and page.lower[lead] not in words("claims.with")


def is_absolute(about: About) -> bool:
    """Whether what is counted does something of its own: "With 85 percent of precincts reporting, Kell led"."""
    page, lead = about.figure.page, about.figure.outer_words[0] - 1
    sentence = page.sentence(about.figure.words[0])
    if lead != sentence.start or page.lower[lead] not in words("claims.with"):
        return False
    for word in range(about.figure.words[-1] + 1, sentence.stop):
        if page.tokens[word].text == ",":
            return page.tokens[word - 1].upos == "VERB"
    return False
