"""What a figure counts or measures by its governor in the tree: "winds of 80 mph", "the bridge cost $3 million"."""

from __future__ import annotations

from newsparse.model import QuantityKind
from newsparse_numbers.lexicon import table, words
from newsparse_numbers.subjects.changing import changing, changing_behind, seeing
from newsparse_numbers.subjects.clauses import clause
from newsparse_numbers.subjects.distances import tells_where
from newsparse_numbers.subjects.figure import Figure, Noun, Relation
from newsparse_numbers.subjects.page import Page

MOST_WORDS = 3
"""How many words before a plural "most" may be."""

_DASHES = frozenset("—–")
_COUNTING = frozenset(["nummod", "compound", "amod", "advmod", "det", "nmod", "obl", "dep"])
_FOLLOWING = ("nmod", "appos", "dep", "nummod", "parataxis", "obl")
_SHARES: frozenset[QuantityKind] = frozenset(["percent", "fraction", "money"])
_PLACES: frozenset[QuantityKind] = frozenset(["ordinal", "rank"])
_STEPS: frozenset[QuantityKind] = frozenset(["percent", "percentage-point", "basis-point"])
_OBJECTS = ("obl", "xcomp", "advmod", "nmod")


def counted(figure: Figure) -> Noun | None:
    """For "nine ships", "a $2 million scoreboard": the noun that the figure is before."""
    page, top = figure.page, figure.top
    head = page.head(top)
    if head is None or not _modifies(figure, head) or _compares_periods(figure, head):
        return None
    head = _beyond_compound(page, head)
    if page.lower[head] in words("changes.nouns"):
        return changing(figure, head) or seeing(figure, head) or figure.noun(head)
    if _is_bare_mark(figure, head) or page.lower[head] in words("claims.fated") or _has_preposition(page, head, top):
        return None  # "the 4,000 mark", "leaving 11 hurt"
    of = figure.of_child(head) if page.lower[head] in words("frames.containers") else None
    return figure.noun(head if of is None else of, Relation.COUNTED)


def _is_bare_mark(figure: Figure, head: int) -> bool:
    """Whether a noun is "mark" and no noun says of what: "the 4,000 mark"; not "a 36 percent approval mark"."""
    page = figure.page
    return page.lower[head] in words("claims.marks") and not page.noun(head - 1)


def _has_preposition(page: Page, head: int, top: int) -> bool:
    """Whether a preposition is between a figure and a noun: "embezzling $9 million from welfare funds"."""
    cases = (child for child in page.children(head, "case") if child > top)
    return any(child + 1 == len(page.tokens) or page.tokens[child + 1].text != "-" for child in cases)


def _modifies(figure: Figure, head: int) -> bool:
    """Whether the figure is before the noun that it hangs on, with no preposition of its own: "nine ships"."""
    page, top = figure.page, figure.top
    if head < top or head in figure.outer_words or not page.noun(head):
        return False
    behind = figure.outer_words[-1] + 1
    if behind < len(page.tokens) and page.tokens[behind].text in _DASHES:
        return False  # "a record number last year — over 900 — and three ships"
    return page.relation(top).partition(":")[0] in _COUNTING and not page.case(top)


def _beyond_compound(page: Page, head: int) -> int:
    """The last of nouns in a row: the target of "a 9 percent emissions reduction target"."""
    while page.relation(head) == "compound" and page.head(head) == head + 1 and page.noun(head + 1):
        head += 1
    return head


def _compares_periods(figure: Figure, head: int) -> bool:
    """Whether the noun only tells the times that are compared: "9% year over year"."""
    page = figure.page
    if page.lower[head] not in words("frames.periods") or head + 1 >= len(page.tokens):
        return False
    after = page.tokens[head + 1].text
    return after == "-" or after in words("claims.compared_periods")


def of_figure(figure: Figure) -> Noun | None:
    """For "inflation of 3 percent", "winds of 80 mph", "a margin of error of two points"."""
    page, top = figure.page, figure.top
    head, case = page.head(top), page.case(top)
    if head is None or not _takes_figure(figure, head, case) or tells_where(figure) or _is_measured(figure, head):
        return None
    if page.lower[head] in words("claims.amounting") and page.noun(head - 1):
        head -= 1  # "gifts amounting to $9 million"
    head = _beyond_amount(figure, head, case)
    if head is None:
        return None
    return _of_change(figure, head) if page.lower[head] in words("changes.nouns") else figure.noun(head)


def _of_change(figure: Figure, change: int) -> Noun | None:
    """What changes by a figure after a noun of change: the sales of "sales saw an increase of 12 percent"."""
    changes = changing(figure, change) or changing_behind(figure)
    if changes is None and figure.page.relation(change) in ("obj", "nsubj"):
        return seeing(figure, change) or figure.noun(change)
    if changes is not None:
        return changes
    found = clause(figure, change)
    about = found is not None and not figure.page.is_person(found[0].index)  # not "traders counting on an increase of"
    return found[0] if found is not None and about else figure.noun(change)


def _takes_figure(figure: Figure, head: int, case: str) -> bool:
    """Whether the figure can be the amount of the noun ``head`` before it, after the preposition ``case``."""
    page, top = figure.page, figure.top
    if head in figure.outer_words or not page.noun(head) or head > top:
        return False
    if case and case not in words("claims.leading") and not _has_many(page, head, case):
        return False
    if page.is_time(head) and (case not in words("claims.of") or page.lower[head] not in words("frames.periods")):
        return False
    return page.relation(top).startswith(_FOLLOWING) and (bool(case) or not _is_of_another(figure, head))


def _has_many(page: Page, head: int, case: str) -> bool:
    """Whether "with" leads to how many a group are: "a valley with over 3 million"."""
    return case in words("claims.with") and page.lower[head] in words("claims.peopled")


def _is_of_another(figure: Figure, name: int) -> bool:
    """Whether a figure right behind a name is none of its own: a share or sum, a distance behind a place."""
    page = figure.page
    if page.tokens[name].upos != "PROPN":
        return False
    place = page.named.at(page.tokens[name].span) if figure.kind == "measure" else None
    return figure.kind in _SHARES or (place is not None and place.label == "Location")


def _is_measured(figure: Figure, head: int) -> bool:
    """Whether another figure already measures a noun before the one right before "of": "a subsidy of 5% for use of"."""
    page, before = figure.page, figure.outer_words[0] - 1
    near = before > 0 and page.lower[before] in words("claims.of") and page.noun(before - 1) and before - 1 != head
    others = (child for child in page.children(head, "nmod") if child < figure.words[0])
    return near and any(child in page.taken and page.case(child) in words("claims.of") for child in others)


def _beyond_amount(figure: Figure, head: int, case: str) -> int | None:
    """The noun above a word of amount, and above the last of "the odds of approval at three in four".

    None for the sum of nothing that is named: "a total of $104 million".
    """
    page = figure.page
    put = case in words("claims.put_at") and page.case(head) in words("claims.of")
    above = page.head(head) if page.relation(head) != "conj" else None
    amount = put or page.lower[head] in words("frames.amounts")
    if above is not None and page.noun(above) and (amount or _is_valued(figure, head, case)):
        return above
    return None if _is_bare_sum(page, head) else head


def _is_bare_sum(page: Page, head: int) -> bool:
    """Whether a noun for a sum has no other noun that says of what: "a total"; not "the prize money"."""
    if page.lower[head] not in words("frames.sums"):
        return False
    parts = (child for child in page.children(head, "compound") if child not in page.taken)
    return not any(page.tokens[child].upos == "NOUN" for child in parts)


def _is_valued(figure: Figure, head: int, case: str) -> bool:
    """Whether a sum is that of a word of value before: "a loss in value of homes of $3 million"."""
    page, above = figure.page, figure.page.head(head)
    chained = case in words("claims.of") and page.case(head) in words("claims.of") and figure.kind == "money"
    return chained and above is not None and page.lower[above] in words("claims.valued")


def moved(figure: Figure) -> Noun | None:
    """For "cut rates to 5%", "pulled shares 2% lower": the object of the verb that the figure belongs to."""
    page, top = figure.page, figure.hung
    verb, relation = page.head(top), page.relation(top)
    if verb is not None and page.tokens[verb].upos != "VERB" and page.case(top) in words("claims.moved_by"):
        verb = figure.verb  # "cut the distance between Kell and the port by 9 km"
    if verb is None or _stays(figure, verb) or not (relation.startswith(_OBJECTS) or _second_object(figure)):
        return None
    for child in page.children(verb, "obj"):
        if child < top and page.noun(child):
            return None if page.lower[child] in words("frames.periods") else figure.noun(child)
    return _moved_behind(figure, verb)


def exceeding(figure: Figure) -> Noun | None:
    """For "rents exceed wages by 40 percent": the subject, where that is nobody's name and no people or body."""
    page, verb = figure.page, figure.verb
    if verb is None or page.lemma(verb) not in words("claims.exceeding"):
        return None
    found = clause(figure, figure.top)
    larger = found is not None and page.tokens[found[0].index].upos == "NOUN" and not page.can_own(found[0].index)
    return found[0] if found is not None and larger else None


def _moved_behind(figure: Figure, verb: int) -> Noun | None:
    """For "raised by 7 percent the pay of nurses": an object with an article right behind the figure."""
    page, first = figure.page, figure.outer_words[-1] + 1
    end = page.sentence(first - 1).stop
    by = first < end and page.case(figure.hung) in words("claims.moved_by")
    if not by or page.lower[first] not in words("names.determiners"):
        return None
    head = page.phrase_from(first, end)
    object_ = head is not None and page.head(head) == verb and page.relation(head).startswith(("obj", "obl"))
    return figure.noun(head) if head is not None and object_ and not page.is_time(head) else None


def _stays(figure: Figure, verb: int) -> bool:
    """Whether the figure says nothing of the object: "won the county by 38 points", "took first place with 94%"."""
    apart = figure.page.case(figure.hung) in words("claims.with", "claims.including")
    return apart or figure.kind in _PLACES or contested(figure, verb) or tells_where(figure) or _exceeds(figure, verb)


def _exceeds(figure: Figure, verb: int) -> bool:
    """Whether an amount says by how much a subject is larger than an object: "rents exceed wages by 40 percent"."""
    by = figure.page.case(figure.hung) in words("claims.moved_by")
    return by and figure.page.lemma(verb) in words("claims.exceeding")


def contested(figure: Figure, verb: int) -> bool:
    """Whether a percentage is that of a side: "won the county by 38 points", "voters preferred Brook 51% to 24%"."""
    lemma = figure.page.lemma(verb)
    if figure.kind == "percentage-point":
        return lemma in words("claims.contesting")
    side = lemma in words("claims.contesting") and lemma not in words("claims.reaching")
    return figure.kind == "percent" and figure.role == "level" and (side or lemma in words("claims.choosing"))


def restated(figure: Figure) -> Noun | None:
    """For "a third of voters, 33%,", "a majority of voters, 56%,": the whole of a share that is put in other words."""
    page, top = figure.page, figure.own_top
    if (most := _most_of(figure)) is not None:
        return figure.noun(most, Relation.PART_OF)
    head = page.head(top) if page.relation(top) == "appos" else None
    if head is None or not (head in page.taken or page.lower[head] in _shares()):
        return None
    of = figure.of_child(head)
    return None if of is None else figure.noun(of, Relation.PART_OF)


def _most_of(figure: Figure) -> int | None:
    """The plural of "most voters, 62 percent," and "most Americans - 63 percent in May -"."""
    page, mark = figure.page, figure.outer_words[0] - 1
    if mark <= 1 or page.tokens[mark].text not in (",", "(", "-", "–", "—"):
        return None
    noun = mark - 1
    named = page.named.at(page.tokens[noun].span)
    people = page.noun(noun) and (page.tokens[noun].upos == "NOUN" or (named is not None and named.label == "NORP"))
    before = page.lower[max(0, noun - MOST_WORDS) : noun]
    return noun if people and not words("claims.most_of").isdisjoint(before) else None


def _shares() -> frozenset[str]:
    return words("frames.amounts", "frames.shares")


def multiplied(figure: Figure) -> Noun | None:
    """For "doubled its intake": the object of the verb that says the factor."""
    page, verb = figure.page, figure.words[0]
    return next(map(figure.noun, page.children(verb, "obj")), None)


def _second_object(figure: Figure) -> bool:
    """Whether the figure is an object that only measures another: "pulled shares 2% lower"."""
    page, top, after = figure.page, figure.top, figure.words[-1] + 1
    if page.relation(top) != "obj":
        return False
    if figure.kind in _STEPS and page.tokens[figure.words[0] - 1].upos in ("NOUN", "PROPN"):
        return True
    return bool(page.case(top)) or (after < len(page.tokens) and page.lower[after] in table("changes.comparatives"))


def put_at(figure: Figure) -> Noun | None:
    """For "put the cost at $90m", "a bill that insurers put at $90m": what somebody says the level of."""
    page, verb = figure.page, figure.verb
    if verb is None or not _is_said_by(figure, verb):
        return None
    for child in page.children(verb, "obj", "nsubj:pass"):
        if page.noun(child):
            return figure.noun(child)
    above = page.head(verb)
    described = above is not None and page.relation(verb).startswith("acl") and page.noun(above)
    return figure.noun(above) if above is not None and described else None


def _is_said_by(figure: Figure, verb: int) -> bool:
    """Whether a verb of putting says that the figure is a level; not "put out the fire at Kell, 4 km from Orla"."""
    page, top = figure.page, figure.hung
    if page.lemma(verb) not in words("claims.putting") or page.case(top) in words("claims.to") or tells_where(figure):
        return False
    if page.children(verb, "compound:prt"):
        return False  # "put it down to a 9 percent fall in orders"
    return page.relation(top) != "obj" or page.case(top) != ""  # "backers who put $9m behind it"
