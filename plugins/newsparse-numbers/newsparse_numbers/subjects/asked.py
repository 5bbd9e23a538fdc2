"""Of which figures the rules of subjects are asked."""

from __future__ import annotations

from newsparse.model import QuantityKind
from newsparse.syntax import SUBJECTS
from newsparse_numbers.lexicon import words
from newsparse_numbers.subjects import bracketed, governed, parts
from newsparse_numbers.subjects.distances import is_apart, tells_where
from newsparse_numbers.subjects.figure import Figure, Noun, Relation, once

_NUMBERING: frozenset[QuantityKind] = frozenset(["count", "ratio", "rate", "ordinal", "rank"])
_PLACES: frozenset[QuantityKind] = frozenset(["age", "ordinal", "rank"])
_COUNTED = _NUMBERING | {"age"}
_MODIFYING: frozenset[QuantityKind] = frozenset(["duration", "measure", "money"])
_UNMARKED: frozenset[QuantityKind] = frozenset(["rank", "ordinal", "multiplier"])
_GIVEN: frozenset[QuantityKind] = frozenset(["money", "percent", "fraction"])
_COMPARING: frozenset[QuantityKind] = frozenset(["percent", "fraction", "multiplier"])
_PARTS: frozenset[QuantityKind] = frozenset(["percent", "fraction"])
UNMEASURED: frozenset[QuantityKind] = frozenset(["age", "duration"])


def is_age(figure: Figure) -> bool:
    """An age."""
    return figure.kind == "age"


def is_duration(figure: Figure) -> bool:
    """A duration."""
    return figure.kind == "duration"


def numbers(figure: Figure) -> bool:
    """What counts or ranks."""
    return figure.kind in _NUMBERING


def is_amount(figure: Figure) -> bool:
    """Neither an age nor a duration, which measure little, nor certain ones."""
    return figure.kind not in UNMEASURED and not _is_group(figure) and not is_done_to(figure)


def is_done_to(figure: Figure) -> bool:
    """A number of people after "of" and what is done to them: "the death of 10"."""
    page, before = figure.page, figure.outer_words[0] - 1
    of = figure.kind == "count" and before > 0 and page.lower[before] in words("claims.of")
    return of and page.lemma(before - 1) in words("claims.done_to")


@once
def _is_group(figure: Figure) -> bool:
    """Whether the figure stands for certain ones: "the final two", "the top 1 percent"."""
    page, before = figure.page, figure.outer_words[0] - 1
    if figure.kind == "percent":
        return page.lower[figure.words[0] - 1] in words("claims.top_shares")
    if figure.kind != "count" or words("claims.pointing").isdisjoint(page.lower[max(0, before - 2) : before + 1]):
        return False
    top = figure.own_top
    spelled = page.tokens[top].text.isalpha()
    pointed = (child for child in page.children(top, "det") if spelled or child < before)
    return any(page.lower[child] in words("claims.pointing") for child in pointed)


def not_age(figure: Figure) -> bool:
    """Anything but an age."""
    return figure.kind != "age"


def is_share(figure: Figure) -> bool:
    """A percentage."""
    return figure.kind == "percent"


def may_modify(figure: Figure) -> bool:
    """What can stand before a noun as its modifier."""
    return figure.kind in _MODIFYING


def may_be_joined(figure: Figure) -> bool:
    """What can stand before a noun together with another figure: "a 31% and 38% score"."""
    return figure.kind in _MODIFYING or figure.kind == "percent"


def may_be_marked(figure: Figure) -> bool:
    """What a sign or a bracket marks off."""
    return is_amount(figure) and figure.kind not in _UNMARKED


def is_multiple(figure: Figure) -> bool:
    """A multiple: "three times"."""
    return figure.kind == "multiplier"


def is_sum(figure: Figure) -> bool:
    """Money."""
    return figure.kind == "money"


def is_index(figure: Figure) -> bool:
    """A level on a scale."""
    return figure.kind == "index"


def may_compare(figure: Figure) -> bool:
    """What says how many times as much or how much more."""
    return figure.kind in _COMPARING


def may_count(figure: Figure) -> bool:
    """An amount that is no multiple."""
    return is_amount(figure) and figure.kind != "multiplier"


def may_follow_of(figure: Figure) -> bool:
    """An amount, or a duration after "of" or, in the same phrase, "for": "a debate of nine hours"."""
    return (is_amount(figure) and not is_multiplied(figure)) or (is_duration(figure) and _spans(figure))


def _spans(figure: Figure) -> bool:
    """Whether "of" or "for" ties a duration to a noun: "a levy on boats for ten years"."""
    page, top = figure.page, figure.top
    of = page.case(top) in words("claims.of")
    tied = page.lower[figure.outer_words[0] - 1] in words("claims.for") and page.relation(top) == "nmod"
    return of or tied


def may_end_of(figure: Figure) -> bool:
    """An amount or a duration, no verb that says a factor."""
    return (is_amount(figure) and not is_multiplied(figure)) or is_duration(figure)


def is_by(figure: Figure) -> bool:
    """An amount after "by"."""
    return is_amount(figure) and figure.page.case(figure.hung) in words("claims.moved_by")


def is_multiplied(figure: Figure) -> bool:
    """A verb that says a factor: "doubled"."""
    return figure.page.tokens[figure.words[0]].upos == "VERB"


@once
def is_measuring(figure: Figure) -> bool:
    """Whether the clause can say how large its subject is: not where it says who has, gives or receives a sum."""
    if not is_amount(figure) or _is_another(figure):
        return False
    verb = figure.verb
    if verb is None:
        return True
    if governed.contested(figure, verb) and (figure.kind == "percent" or is_by(figure)):
        return False
    lemma = figure.page.lemma(verb)
    if figure.kind in _PLACES:
        return lemma in words("claims.ranking")
    return not (
        lemma in words("claims.putting", "claims.relating") or _is_given(figure, verb) or _is_object(figure, verb)
    )


def _is_given(figure: Figure, verb: int) -> bool:
    """Whether a verb says that somebody gives or shares that much: "the bank lent $5 million", "they split half"."""
    lemma = figure.page.lemma(verb)
    if figure.kind in _GIVEN and figure.role == "level" and lemma in words("claims.giving"):
        return True
    return figure.kind in _PARTS and lemma in words("claims.sharing") and figure.page.children(verb, "nsubj") != []


def _is_another(figure: Figure) -> bool:
    """Whether no subject is measured: a part of another figure, a share in brackets, a distance, a number of dead."""
    if _is_share_beside(figure) or _is_retold(figure):
        return True
    return _is_way(figure) or _is_had_or_asked(figure) or tells_where(figure) or _is_left(figure)


def _is_share_beside(figure: Figure) -> bool:
    """Whether the figure is a share of another one, or stands in brackets behind its owner: "Brook Institute (18)"."""
    shared = figure.role == "level" and bracketed.has_share(figure)
    if figure.kind in _PARTS and (shared or parts.of_another(figure)):
        return True
    return shared and figure.page.is_owner(figure.words[0] - 2)


def _is_retold(figure: Figure) -> bool:
    """Whether a share only says the figure before in other words: "solved 360 cases, or 40 percent"."""
    page, before = figure.page, figure.outer_words[0] - 1
    if figure.kind not in _PARTS or figure.role != "level" or before <= 0:
        return False
    return page.lower[before] in words("ranges.or") and page.tokens[before - 1].text == ","


def _is_way(figure: Figure) -> bool:
    """Whether a measure is how far somebody goes: "moved three kilometres away"; not "sails at 9 knots"."""
    if figure.kind != "measure" or figure.verb is None or figure.page.case(figure.hung) in words("claims.put_at"):
        return False
    return figure.page.lemma(figure.verb) in words("claims.going_far")


def _is_had_or_asked(figure: Figure) -> bool:
    """Whether a preposition says that somebody has or wants that much: "left with $9 million", "asked for $9"."""
    page, verb, case = figure.page, figure.verb, figure.page.case(figure.hung)
    if case in words("claims.with"):
        return figure.kind == "money" or (figure.kind == "count" and verb is None)
    if figure.kind != "money" or verb is None or case not in words("claims.for"):
        return False
    return page.lemma(verb) in words("claims.asking_for")


def _is_left(figure: Figure) -> bool:
    """Whether that many people are dead or hurt: "the flood left 185 dead"."""
    page, after = figure.page, figure.outer_words[-1] + 1
    return after < len(page.tokens) and page.lower[after] in words("across.fates")


def is_describing(figure: Figure) -> bool:
    """An amount that may measure what its clause describes; no place in an order does."""
    return is_measuring(figure) and figure.kind not in _PLACES


def _is_object(figure: Figure, verb: int) -> bool:
    """Whether something is done to that many: "it wounded 53", "it burns 9 tonnes"; not "the crowd topped 53"."""
    page, top = figure.page, figure.own_top
    bounded = page.relation(top).startswith("obl") and figure.outer_words[0] - 1 == verb  # "killed at least 14"
    objects = figure.kind == "count" and figure.role == "level" and (bounded or page.relation(top) == "obj")
    return objects and page.lemma(verb) not in words("claims.reaching")


def has_figure(figure: Figure, noun: Noun) -> bool:
    """Whether a noun is somebody who has, gives, receives or reports the figure, or a place that it is reported of."""
    if figure.page.is_owner(noun.index):
        return True
    if noun.relation is Relation.PART_OF:
        return False
    if figure.kind not in _PLACES and (_reports(figure, noun) or _is_parent(figure, noun)):
        return True
    if figure.role != "level" or figure.kind in _COUNTED:
        counts = figure.kind == "count" or bracketed.has_share(figure)
        return counts and _is_place(figure, noun)
    return _has_level(figure, noun)


def _is_place(figure: Figure, noun: Noun) -> bool:
    """Whether a noun is a place, which no bare number counts: "Kell took in a record number, over 900"."""
    named = figure.page.named.at(figure.page.tokens[noun.index].span)
    return named is not None and named.label == "Location"


def _has_level(figure: Figure, noun: Noun) -> bool:
    """Whether a place, a body or people have an amount that does not say how large they are."""
    page = figure.page
    named = page.named.at(page.tokens[noun.index].span)
    if named is not None and named.label == "Location":
        return figure.kind in _PARTS or _undergoes(figure, noun)
    if page.lemma(noun.index) in words("nouns.bodies.owner") and _acts(figure, noun):
        return True
    people = page.is_person(noun.index) or (named is not None and named.label == "NORP")
    return people and not _is_tall(figure) and not _is_priced(figure, noun)


def _is_parent(figure: Figure, noun: Noun) -> bool:
    """Whether a noun only says whose children are counted: "a mother of three"."""
    page = figure.page
    of = figure.kind == "count" and page.lower[figure.words[0] - 1] in words("claims.of")
    parents = {page.lemma(noun.index), page.lemma(max(0, figure.words[0] - 2))}
    return of and not words("nouns.people.parent").isdisjoint(parents)


def _undergoes(figure: Figure, noun: Noun) -> bool:
    """Whether a place has, gets or does that much: "Kell could see 90 mm"; not "Kell stretches 90 km"."""
    verb = _own_verb(figure, noun)
    had = verb is not None and figure.page.lemma(verb) in words("claims.giving", "claims.undergoing")
    return had or _acts(figure, noun)


def _acts(figure: Figure, noun: Noun) -> bool:
    """Whether the figure is the object of what the noun does: "the council took $9 million"; not "it cost $9"."""
    page, top = figure.page, figure.hung
    verb = page.head(top) if page.relation(top) == "obj" else None
    acts = verb is not None and verb == _own_verb(figure, noun) and page.tokens[verb].upos == "VERB"
    return acts and verb is not None and page.lemma(verb) not in words("claims.reaching", "claims.pricing")


def _own_verb(figure: Figure, noun: Noun) -> int | None:
    """The verb that a noun is the subject of, else that of the figure."""
    page = figure.page
    return page.head(noun.index) if page.relation(noun.index).startswith("nsubj") else figure.verb


def _is_tall(figure: Figure) -> bool:
    """Whether people can be that large: "the man is 1.8 metres tall"; not "the man ran 3 miles", "3 miles away"."""
    return figure.kind == "measure" and figure.page.relation(figure.own_top) != "obj" and not is_apart(figure)


def _is_priced(figure: Figure, noun: Noun) -> bool:
    """Whether people have that price: "sold the striker for $5 million", "the striker cost $5 million"."""
    page, verb, before = figure.page, figure.verb, figure.back_over(words("frames.fillers"))
    if figure.kind != "money" or verb is None:
        return page.lower[before] in words("frames.worth")
    relation, lemma = page.relation(noun.index), page.lemma(verb)
    told = page.case(figure.hung) in words("claims.for", "claims.put_at")
    sold = (relation == "obj" and told) or (relation == "nsubj:pass" and lemma in words("claims.trading"))
    return sold or lemma in words("claims.pricing")


def _reports(figure: Figure, noun: Noun) -> bool:
    """Whether a noun only tells of the figure: "one poll shows Brook 16 points ahead", "polls that show her at 9%"."""
    page, verb = figure.page, figure.verb
    own = page.head(noun.index) if page.relation(noun.index) == "nsubj" else None
    subjects = page.children(verb, "nsubj") if verb is not None else []
    relative = verb if any(page.lower[word] in words("claims.relative") for word in subjects) else None
    told = (at is not None and page.lemma(at) in words("speech.verbs.figure") for at in (own, relative))
    poll = page.lemma(noun.index) in words("claims.polls")
    return (poll or figure.role == "level") and any(told)


def is_no_subject(figure: Figure) -> bool:
    """An amount that measures its clause and is not its subject."""
    return is_measuring(figure) and figure.page.relation(figure.top) not in SUBJECTS
