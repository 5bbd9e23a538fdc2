"""What a share or a number that stands alone is a part of: a group that another part of the sentence names."""

from __future__ import annotations

from newsparse.model import QuantityKind
from newsparse.syntax import SUBJECTS
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
    if figure.role != "level":
        return None
    if _is_beside_name(figure):
        return _same_whole(figure)
    if verb is None:
        return None
    asked = page.case(top) in words("claims.for")
    level = words("claims.reaching", "claims.contesting") - words("claims.holding_many")
    if not (asked or page.relation(top).startswith(_TAKEN)):
        return None
    first = page.sentence(figure.words[0]).start
    for word in range(figure.outer_words[0] - 1, first - 1, -1):
        if page.kinds.get(word) != "percent" or (page.lemma(verb) in level and not _is_taken_alike(page, word, verb)):
            continue
        found = _shared_by(page, word, acts=page.relation(top) in SUBJECTS)
        if found is not None:
            return figure.noun(found)
    return None


def _is_beside_name(figure: Figure) -> bool:
    """Whether "by" or the like leads to a share right behind a name: "Holm by 30%"."""
    page, lead = figure.page, figure.outer_words[0] - 1
    led = lead > 0 and page.lower[lead] in words("claims.sharing_leads")
    return led and page.tokens[lead - 1].upos == "PROPN"


def _same_whole(figure: Figure) -> Noun | None:
    """The whole that "of" gives for the nearest share before: voters in "chosen by 37% of voters, Holm by 30%"."""
    page = figure.page
    for word in range(figure.outer_words[0] - 1, page.sentence(figure.words[0]).start - 1, -1):
        if page.kinds.get(word) == "percent" and page.lower[min(word + 1, len(page.lower) - 1)] in words("claims.of"):
            head = page.phrase_from(word + 2, figure.outer_words[0]) if word + 2 < figure.outer_words[0] else None
            return None if head is None else figure.noun(head, Relation.PART_OF)
    return None


def _is_taken(figure: Figure) -> bool:
    """Whether a verb that says no level takes the figure: "burns only 380 tonnes"."""
    page, verb = figure.page, figure.verb
    taken = page.relation(figure.own_top).startswith(_TAKEN) and verb is not None
    return taken and page.lemma(verb if verb is not None else 0) not in words("claims.reaching", "claims.pricing")


def _is_listed(figure: Figure) -> bool:
    """Whether a figure is one of a list of names: "Kell makes 90 tonnes of rice; Orla, 80 tonnes; and Tollen, 70"."""
    page, name = figure.page, figure.outer_words[0] - 1
    name -= page.tokens[name].text == ","
    return name > 0 and page.tokens[name].upos == "PROPN" and page.tokens[name - 1].upos in ("CCONJ", "PUNCT")


def _is_taken_alike(page: Page, word: int, verb: int) -> bool:
    """Whether a share is the object of a verb of the same lemma: "won 58% of the seats, while Brook won 64%"."""
    head = page.head(word) if page.relation(word) == "obj" else None
    return head is not None and head != verb and page.lemma(head) == page.lemma(verb)


def of_the_same_unit(figure: Figure) -> Noun | None:
    """For "makes 500 tonnes of rubbish but burns only 380 tonnes": what the other measure is of."""
    page, top, unit = figure.page, figure.own_top, figure.words[-1]
    if figure.kind != "measure" or page.case(top) or not (_is_taken(figure) or _is_listed(figure)):
        return None
    for word in range(figure.outer_words[0] - 2, page.sentence(unit).start, -1):
        same = page.kinds.get(word) == "measure" and page.lower[word] == page.lower[unit]
        if same and page.lower[word + 1] in words("claims.of"):
            head = page.phrase_from(word + 2, figure.outer_words[0])
            return None if head is None else figure.noun(head, Relation.PART_OF)
    return None


def _shared_by(page: Page, word: int, *, acts: bool) -> int | None:
    """The noun that a share at ``word`` modifies or is the level of, else the whole that it is a part of.

    The whole alone for a share that ``acts``: the "34%" of "a divide of 62%: 34% agree".
    """
    head = page.head(word)
    if not acts and head is not None and page.noun(head) and (head > word or page.case(word) in words("claims.of")):
        return head
    wholes = (child for child in page.children(word, "nmod") if page.case(child) in words("claims.of"))
    return next((child for child in wholes), None)
