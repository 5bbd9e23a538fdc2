"""What a share or a number that stands alone is a part of: a group that another part of the sentence names."""

from __future__ import annotations

from newsparse.model import QuantityKind
from newsparse_numbers.lexicon import words
from newsparse_numbers.subjects.elided import are_people, is_plural, nouns_before
from newsparse_numbers.subjects.figure import Figure, Noun, Relation
from newsparse_numbers.subjects.page import Page

OR_WORDS = 8
"""How many words behind "or" the share may be that says the same as a number."""

_PARTS: frozenset[QuantityKind] = frozenset(["percent", "fraction"])
_GROUPED: frozenset[QuantityKind] = frozenset(["percent", "fraction", "count"])
_BEGINS = frozenset(":–—-")
_TAKEN = ("obj", "nsubj")


def of_whom(figure: Figure) -> Noun | None:
    """For "its voters, 83% of whom want change": the plural before the comma."""
    page, after = figure.page, figure.outer_words[-1] + 1
    if figure.kind not in _GROUPED or after + 1 >= len(page.tokens) or page.lower[after] not in words("claims.of"):
        return None
    relative = page.lower[after + 1]
    if relative not in words("claims.of_relatives"):
        return None
    for noun in nouns_before(figure):
        if is_plural(page, noun) and (relative in words("claims.relative") or are_people(page, noun)):
            return figure.noun(noun, Relation.PART_OF)
    return None


def of_group(figure: Figure) -> Noun | None:
    """For "most workers are young: almost 60% are under ten": the people before the colon or dash."""
    page, before = figure.page, figure.outer_words[0] - 1
    alone = figure.kind in _PARTS and figure.role == "level" and page.relation(figure.own_top) == "nsubj"
    if not alone or before < 0 or page.tokens[before].text not in _BEGINS:
        return None
    people = (noun for noun in nouns_before(figure) if is_plural(page, noun) and are_people(page, noun))
    found = next(people, None)
    return None if found is None else figure.noun(found, Relation.PART_OF)


def or_share(figure: Figure) -> Noun | None:
    """For "eighteen, or more than 75 percent of the mills": what the share that follows is a part of."""
    page, at = figure.page, figure.words[-1] + 1
    end = page.sentence(figure.words[0]).stop
    acts = page.relation(figure.own_top).startswith("nsubj")
    if figure.kind != "count" or not acts or at + 1 >= end or page.tokens[at].text != ",":
        return None
    if page.lower[at + 1] not in words("ranges.or"):
        return None
    share = [word for word in range(at + 2, min(end, at + OR_WORDS)) if page.kinds.get(word) in _PARTS]
    if not share or share[-1] + 2 >= end or page.lower[share[-1] + 1] not in words("claims.of"):
        return None
    head = page.phrase_from(share[-1] + 2, end)
    return None if head is None else figure.noun(head, Relation.PART_OF)


def of_the_same(figure: Figure) -> Noun | None:
    """For "owns a 45% stake, while Brook holds 30%": what the share before is one of, or the level of."""
    page, top, verb = figure.page, figure.own_top, figure.verb
    if figure.role != "level" or verb is None:
        return None
    asked = page.case(top) in words("claims.for")
    level = words("claims.reaching", "claims.contesting") - words("claims.holding_many")
    if page.lemma(verb) in level or not (asked or page.relation(top).startswith(_TAKEN)):
        return None
    first = page.sentence(figure.words[0]).start
    for word in range(figure.outer_words[0] - 1, first - 1, -1):
        if page.kinds.get(word) == "percent":
            found = _shared_by(page, word)
            if found is not None:
                return figure.noun(found)
    return None


def of_the_same_unit(figure: Figure) -> Noun | None:
    """For "makes 500 tonnes of rubbish but burns only 380 tonnes": what the other measure is of."""
    page, top, unit = figure.page, figure.own_top, figure.words[-1]
    taken = figure.kind == "measure" and page.relation(top).startswith(_TAKEN) and not page.case(top)
    if not taken or figure.verb is None or page.lemma(figure.verb) in words("claims.reaching", "claims.pricing"):
        return None
    for word in range(figure.outer_words[0] - 2, page.sentence(unit).start, -1):
        same = page.kinds.get(word) == "measure" and page.lower[word] == page.lower[unit]
        if same and page.lower[word + 1] in words("claims.of"):
            head = page.phrase_from(word + 2, figure.outer_words[0])
            return None if head is None else figure.noun(head, Relation.PART_OF)
    return None


def _shared_by(page: Page, word: int) -> int | None:
    """The noun that a share at ``word`` modifies or is the level of, else the whole that it is a part of."""
    head = page.head(word)
    if head is not None and page.noun(head) and (head > word or page.case(word) in words("claims.of")):
        return head
    wholes = (child for child in page.children(word, "nmod") if page.case(child) in words("claims.of"))
    return next((child for child in wholes), None)
