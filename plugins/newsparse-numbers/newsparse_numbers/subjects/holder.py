"""The rules that find whose a figure is: an owner, a whole, a person of that age, the subject of the clause.

Events, times and abstractions hold nothing, and neither does whoever speaks or acts in another clause; where no rule
has an owner, the question is left open.
"""

from __future__ import annotations

from collections.abc import Callable

from newsparse.model import Passage
from newsparse.rules import Rule, RuleSet
from newsparse_numbers.lexicon import months, words
from newsparse_numbers.subjects import bracketed, rivals
from newsparse_numbers.subjects.about import PASSIVE, About
from newsparse_numbers.subjects.figure import Relation
from newsparse_numbers.subjects.page import POSSESSIVES

Find = Callable[[About], Passage | None]

_POSSESSIVE = POSSESSIVES | {"'", "’"}
_AGE_MARKS = frozenset([",", "("])
_BETWEEN_CLAUSES = frozenset(["CCONJ", "PUNCT"])


def _named_before(about: About) -> Passage | None:
    """For "Ada Brook, 44, ..." and "Ada Brook (44)": the person whose age it is."""
    page, index = about.figure.page, about.figure.words[0] - 1
    if about.figure.kind != "age" or index < 1:
        return None
    if page.lower[index] in words("claims.aged"):
        index -= 1
    if page.tokens[index].text in _AGE_MARKS and index > 0:
        index -= 1
    return _person(about, index)


def _named_behind(about: About) -> Passage | None:
    """For "18-year-old Ada Brook": the person whose age it is."""
    figure, page = about.figure, about.figure.page
    after = figure.words[-1] + 1
    return _person(about, after) if figure.kind == "age" and after < len(page.tokens) else None


def _meant(about: About) -> Passage | None:
    """For "Ada Brook was freed. The 34-year-old left": the person named as a subject in the sentence before."""
    figure, page = about.figure, about.figure.page
    article = figure.words[0] - 1
    alone = figure.kind == "age" and page.relation(figure.own_top).startswith("nsubj")
    if not alone or article < 0 or page.lower[article] not in words("claims.place_articles"):
        return None
    sentence = page.index.sentence_at(figure.span.start)
    for item in page.named.before(figure.span.start, "Person"):
        if page.index.sentence_at(item.span.start) < sentence - 1:
            return None
        top = page.top(page.index.overlapping(item.span))
        if top is not None and page.relation(top).startswith("nsubj"):
            return Passage(item.span, item.text)
    return None


def _person(about: About, word: int) -> Passage | None:
    """The name of a person that the word is part of."""
    named = about.figure.page.named.at(about.figure.page.tokens[word].span)
    return Passage(named.span, named.text) if named is not None and named.label == "Person" else None


def _named_after(about: About) -> Passage | None:
    """For "$52,000 for Orla Bank": the name that "for" leads to right after the figure."""
    page, head = about.figure.page, about.led_to(words("claims.for"))
    if head is None or page.tokens[head].upos != "PROPN":
        return None
    plain = page.lower[about.figure.outer_words[-1] + 2].rstrip(".")
    return None if plain in months() or plain in words("dates.weekdays") else about.full(head, range(0))


def _agent(about: About) -> Passage | None:
    """For "owned 55 percent by the union": the owner that "by" leads to right after the figure."""
    head = about.led_to(words("claims.moved_by"))
    return None if head is None else about.owner(head)


def _gapped(about: About) -> Passage | None:
    """For "Kell won 12 medals and Orla nine": the name before a figure that repeats a clause without its verb."""
    figure, page = about.figure, about.figure.page
    sentence, before, after = page.sentence(figure.words[0]), figure.outer_words[0] - 1, figure.outer_words[-1] + 1
    ends = after >= sentence.stop or page.tokens[after].upos in _BETWEEN_CLAUSES
    named = page.named.at(page.tokens[before].span) if ends and before > sentence.start else None
    if named is None or not page.can_own(before):
        return None
    joint = page.index.overlapping(named.span)[0] - 1
    joint -= page.lower[joint] in words("claims.place_articles")  # "the Tories 197 and the Greens four"
    joined = joint > sentence.start and page.tokens[joint].upos in _BETWEEN_CLAUSES
    repeats = joined and any(word in page.taken for word in range(sentence.start, joint))
    return Passage(named.span, named.text) if repeats else None


def _owner(about: About) -> Passage | None:
    """For "Orla's fleet of nine", "the debt of Orla": the owner of what is measured."""
    figure, page = about.figure, about.figure.page
    owned = about.noun.index if about.noun else figure.own_top if figure.kind == "duration" else None
    for child in page.children(owned) if owned is not None else ():
        if child in figure.words:
            continue
        if page.relation(child) == "nmod:poss":
            return about.owner(child)
        if page.relation(child) == "nmod" and page.case(child) in words("claims.owning"):
            return about.owner_or_thing(child) if _is_measured(about) else about.owner(child)
    return None


def _possessor(about: About) -> Passage | None:
    """For "81 votes to Ada Brook's 17": whose the figure itself is."""
    page, mark = about.figure.page, about.figure.outer_words[0] - 1
    elsewhere = about.noun is None or about.noun.index < mark
    if not elsewhere or page.tokens[mark].upos != "PART" or page.tokens[mark].text not in _POSSESSIVE:
        return None
    named = page.named.at(page.tokens[mark - 1].span)
    if named is not None:
        return Passage(named.span, named.text)
    owners = page.children(about.figure.own_top, "nmod:poss")
    return about.owner(owners[0]) if owners else None


def _is_measured(about: About) -> bool:
    """Whether the noun is measured, which things can be too; what is counted belongs to people and bodies alone."""
    return about.noun is not None and about.noun.relation is not Relation.COUNTED


def _place(about: About) -> Passage | None:
    """For "nine ships in Orla": the place or body, by name, that what is measured is in."""
    page = about.figure.page
    for child in page.children(about.noun.index, "nmod") if about.noun else ():
        if page.case(child) in words("claims.placing") and page.lower[child] not in words("claims.means"):
            return about.owner_or_thing(child) if _is_measured(about) else about.owner(child)
    return None


def _own_word(about: About) -> int:
    """The word by which a figure and what it counts hang in the tree: the noun, unless another figure has that."""
    noun = about.noun
    elsewhere = noun is not None and noun.index < about.figure.words[0] and noun.relation is Relation.COUNTED
    return about.figure.own_top if noun is None or elsewhere else noun.index


def _made_up(about: About) -> Passage | None:
    """For "a survey of 6,000 employers", "customers with $5 million": the noun that the figure depends on."""
    page = about.figure.page
    top = _own_word(about)
    head = page.head(top)
    if head is None or head > top or not page.noun(head) or page.relation(top) != "nmod" or about.points_back:
        return None
    if page.case(top) not in words("claims.holding"):
        return None
    counted = top if about.noun is None else about.noun.index
    amounts = words("frames.amounts", "claims.restating")
    if page.lower[head] in amounts or page.lower[head] == page.lower[counted]:
        return None
    things = _is_measured(about) or page.lemma(head) in words("claims.made_up")
    return about.owner_or_thing(head) if things else about.owner(head)


def _before_bracket(about: About) -> Passage | None:
    """For "Brook Mills (40 staff)": the name before the bracket."""
    if about.noun is None or about.noun.relation is not Relation.COUNTED:
        return None
    found = bracketed.named_before(about.figure)
    return found.passage if found else None


def _person_before_bracket(about: About) -> Passage | None:
    """For "Ada Brook (No. 8, $13 million)": the person before the bracket."""
    index = bracketed.before_bracket(about.figure, ranked=True)
    return _person(about, index) if index >= 0 else None


def _person_of_age(about: About) -> Passage | None:
    """For "the 60-year-old lost $9": the age that refers to somebody."""
    page, subject = about.figure.page, about.clause_subject
    if subject not in page.ages:
        return None
    span = page.ages[subject]
    return Passage.at(page.text, span.start, span.end)


def _subject(about: About) -> Passage | None:
    """For "Orlatech has nine ships": the subject of the clause, where it can own something."""
    subject = None if rivals.is_absolute(about) else about.clause_subject
    page = about.figure.page
    if subject is None or page.tokens[subject].upos == "PRON" or about.points_back:
        return None
    return about.owner(subject) if page.relation(subject) in PASSIVE else about.owner_or_thing(subject)


def _pronoun(about: About) -> Passage | None:
    """For "it has nine ships": the name that the subject of the clause refers to."""
    subject = about.clause_subject
    if subject is None or about.figure.page.tokens[subject].upos != "PRON" or about.points_back:
        return None
    return about.owner(subject)


def _rule(name: str, summary: str, find: Find, *, fires: str, quiet: str) -> Rule[About, Passage]:
    return Rule(name=f"numbers.holder.{name}", summary=summary, find=find, fires=fires, quiet=quiet)


HOLDER: RuleSet[About, Passage] = RuleSet(
    name="numbers.holder",
    summary="Whose a figure is.",
    rules=(
        _rule(
            "name-before-age",
            "The person whose name comes before an age",
            _named_before,
            fires="Rescuers found the skipper, Milo Brandt, 47.",
            quiet="Rescuers found 47 sailors.",
        ),
        _rule(
            "name-after-age",
            "The person whose name comes after an age",
            _named_behind,
            fires="The winner was 18-year-old Milo Brandt.",
            quiet="The winner was an 18-year-old student.",
        ),
        _rule(
            "meant-by-age",
            "The person that “the 34-year-old” refers to: the subject of the sentence before",
            _meant,
            fires="Petra Holm won the regatta. The 29-year-old thanked her crew.",
            quiet="Petra Holm won the regatta. A 29-year-old thanked her crew.",
        ),
        _rule(
            "for-name",
            "The name that “for” leads to right after the figure",
            _named_after,
            fires="The court set a penalty of $52,000 for Orlatech.",
            quiet="The court set a penalty of $52,000 for March.",
        ),
        _rule(
            "agent",
            "The owner that “by” leads to right after the figure",
            _agent,
            fires="The mill is owned 55 percent by the union.",
            quiet="The mill is owned by the union.",
        ),
        _rule(
            "gapped",
            "The name before a figure with which a clause is said again without its verb",
            _gapped,
            fires="Kell won 12 medals and Orla nine.",
            quiet="Kell and Orla won nine medals.",
        ),
        _rule(
            "person-before-bracket",
            "The person whose name comes before the bracket that a figure is in",
            _person_before_bracket,
            fires="The richest are Milo Brandt (No. 8, $13 million) and others.",
            quiet="The richest own $13 million.",
        ),
        _rule(
            "standing",
            "The person or body right before “on” or “at” and a share",
            rivals.standing,
            fires="Orlatech leads on 38%, with Ada Brook on 29%.",
            quiet="Orlatech leads with 38%, and Ada Brook has 29%.",
        ),
        _rule(
            "owner",
            "The owner of what is counted or measured",
            _owner,
            fires="Police saw nine of Orlatech's ships.",
            quiet="Police saw nine ships.",
        ),
        _rule(
            "possessor",
            "Whose a figure is that stands for what it counts",
            _possessor,
            fires="Kell won 90 votes to Ada Brook's 70.",
            quiet="Kell won 90 of Ada Brook's votes.",
        ),
        _rule(
            "made-up",
            "What the counted things make up, or who has them",
            _made_up,
            fires="They published a survey of 6,000 employers.",
            quiet="They asked 6,000 employers.",
        ),
        _rule(
            "before-bracket",
            "The name before the bracket in which things are counted",
            _before_bracket,
            fires="They closed Brook Mills (40 workers).",
            quiet="They hired 40 workers.",
        ),
        _rule(
            "person-of-age",
            "The person who is the subject of the clause as “the 34-year-old”",
            _person_of_age,
            fires="A 60-year-old lost $9,000.",
            quiet="Ada Brook lost $9,000.",
        ),
        _rule(
            "subject",
            "The subject of the clause, if it is a person or a body",
            _subject,
            fires="Orlatech has nine ships.",
            quiet="The earthquake killed nine people.",
        ),
        _rule(
            "pronoun",
            "The name that the subject of the clause, a pronoun, refers to",
            _pronoun,
            fires="Ada Brook said she has nine ships.",
            quiet="It rained for nine days.",
        ),
        _rule(
            "place",
            "The named place of what is counted",
            _place,
            fires="There are nine ships in Orla.",
            quiet="There are nine ships in the harbour.",
        ),
    ),
    place=lambda passage: passage.span,
    shown=lambda passage: passage.text,
)
