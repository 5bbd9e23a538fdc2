"""The rules that find whose a figure is: an owner, a whole, a name, the subject of the clause."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import attrs

from newsparse.model import Passage
from newsparse.rules import Rule, RuleSet
from newsparse_numbers.lexicon import words
from newsparse_numbers.subjects import beside
from newsparse_numbers.subjects.figure import Figure, Noun, Relation
from newsparse_numbers.subjects.governed import antecedent

CLAUSE_STEPS = 5
"""How many heads above a figure the verb may be whose subject holds it."""

_HOLDERS = frozenset(["Organization", "Person", "Location", "NORP", "Facility", "Product", "Misc"])


@attrs.frozen(eq=False)
class About:
    """A figure with what it counts or measures."""

    figure: Figure
    noun: Noun | None


Find = Callable[[About], Passage | None]


def _named_after(about: About) -> Passage | None:
    """For "$52,000 for Orla Bank": the name that "for" leads to right after the figure."""
    figure, page = about.figure, about.figure.page
    first = figure.outer_words[-1] + 1
    if first + 1 >= page.sentence(first - 1).stop or page.tokens[first].text not in words("claims.for"):
        return None
    name = page.tokens[first + 1]
    plain = page.lower[first + 1].rstrip(".")
    if name.upos != "PROPN" or plain in words("names.months") or plain in words("names.weekdays"):
        return None
    head = page.phrase_from(first + 1, page.sentence(first).stop)
    return None if head is None else _full(figure, head, range(0))


def _owner(about: About) -> Passage | None:
    """For "Orla's fleet of nine", "the debt of Orla": the noun that owns what is measured."""
    for child in _dependents(about):
        relation, case = about.figure.page.relation(child), about.figure.page.case(child)
        if relation == "nmod:poss" or (relation == "nmod" and case in words("claims.owning")):
            return _full(about.figure, child)
    return None


def _place(about: About) -> Passage | None:
    """For "nine ships in Orla": the noun that says where what is measured is."""
    for child in _dependents(about):
        if about.figure.page.relation(child) == "nmod" and about.figure.page.case(child) in words("claims.placing"):
            return _full(about.figure, child)
    return None


def _dependents(about: About) -> list[int]:
    """The nouns that hang on what is measured."""
    if about.noun is None:
        return []
    figure, page = about.figure, about.figure.page
    return [child for child in page.children(about.noun.index) if child not in figure.words and page.noun(child)]


def _made_up(about: About) -> Passage | None:
    """For "a survey of 6,000 employers", "customers with $5 million": the noun that the figure hangs on."""
    figure, page = about.figure, about.figure.page
    top = figure.own_top if about.noun is None else about.noun.index
    head = page.head(top)
    if head is None or head > top or not page.noun(head) or page.relation(top) != "nmod":
        return None
    if page.case(top) not in words("claims.holding") or page.lower[head] in _holding_nothing():
        return None
    return _full(figure, head)


@cache
def _holding_nothing() -> frozenset[str]:
    """Nouns of amount, kind or event, which things counted do not make up."""
    return words("frames.amounts") | words("frames.containers") | words("frames.events")


def _before_bracket(about: About) -> Passage | None:
    """For "Brook Mills (40 staff)": the name before the bracket."""
    if about.noun is None or about.noun.relation is not Relation.COUNTED:
        return None
    found = beside.marked_off(about.figure)
    return found.passage if found else None


def _clause_subject(about: About) -> int | None:
    """The subject of the clause, other than what is measured; a relative pronoun gives the noun before it."""
    figure, page = about.figure, about.figure.page
    for at in figure.climb(figure.own_top, CLAUSE_STEPS):
        subject = page.subject(at)
        if subject is not None and subject not in figure.words:
            above = antecedent(figure, subject) if page.lower[subject] in words("claims.relative") else None
            subject = subject if above is None else above
            return None if about.noun is not None and about.noun.index == subject else subject
    return None


def _person_of_age(about: About) -> Passage | None:
    """For "the 60-year-old lost $9": the age that refers to somebody."""
    page, subject = about.figure.page, _clause_subject(about)
    if subject not in page.ages or about.figure.words[0] in page.ages:
        return None
    span = page.ages[subject]
    return Passage.at(page.text, span.start, span.end)


def _subject(about: About) -> Passage | None:
    """For "Orlatech has nine ships": the noun that is the subject of the clause."""
    subject = _clause_subject(about)
    return _full(about.figure, subject) if subject is not None and about.figure.page.noun(subject) else None


def _pronoun(about: About) -> Passage | None:
    """For "it has nine ships": the name that the subject of the clause refers to."""
    page, subject = about.figure.page, _clause_subject(about)
    named = None if subject is None or page.noun(subject) else page.chains.name(page.tokens[subject].span)
    return Passage(named.span, named.text) if named is not None else None


def _full(figure: Figure, index: int, apart: range | None = None) -> Passage:
    """The name that the word ``index`` is part of, else the noun phrase around it, without the words ``apart``."""
    page = figure.page
    named = page.named.at(page.tokens[index].span)
    if named is not None and named.label in _HOLDERS:
        return Passage(named.span, named.text)
    return page.noun_phrase(index, figure.words if apart is None else apart)


def _rule(name: str, summary: str, find: Find, *, fires: str, quiet: str) -> Rule[About, Passage]:
    return Rule(name=f"numbers.holder.{name}", summary=summary, find=find, fires=fires, quiet=quiet)


HOLDER: RuleSet[About, Passage] = RuleSet(
    name="numbers.holder",
    summary="Whose a figure is.",
    rules=(
        _rule(
            "for-name",
            "The name that “for” leads to right after the figure.",
            _named_after,
            fires="The court set a penalty of $52,000 for Orlatech.",
            quiet="The court set a penalty of $52,000 for March.",
        ),
        _rule(
            "owner",
            "The owner of what is counted or measured.",
            _owner,
            fires="Police saw nine of Orlatech's ships.",
            quiet="Police saw nine ships.",
        ),
        _rule(
            "made-up",
            "What the counted things make up, or who has them.",
            _made_up,
            fires="They published a survey of 6,000 employers.",
            quiet="They asked 6,000 employers.",
        ),
        _rule(
            "before-bracket",
            "The name before the bracket in which things are counted.",
            _before_bracket,
            fires="They closed Brook Mills (40 workers).",
            quiet="They hired 40 workers.",
        ),
        _rule(
            "person-of-age",
            "The person who is the subject of the clause by their age.",
            _person_of_age,
            fires="A 60-year-old lost $9,000.",
            quiet="Ada Brook lost $9,000.",
        ),
        _rule(
            "subject",
            "The noun that is the subject of the clause.",
            _subject,
            fires="Orlatech has nine ships.",
            quiet="Nine ships sank.",
        ),
        _rule(
            "pronoun",
            "The name that the subject of the clause, a pronoun, refers to.",
            _pronoun,
            fires="Ada Brook said she has nine ships.",
            quiet="It rained for nine days.",
        ),
        _rule(
            "place",
            "The place where what is counted is.",
            _place,
            fires="There are nine ships in Orla.",
            quiet="There are nine ships.",
        ),
    ),
    place=lambda passage: passage.span,
    shown=lambda passage: passage.text,
)
