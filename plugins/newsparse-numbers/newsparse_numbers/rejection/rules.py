"""The rules by which a numeral is not a quantity, in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from operator import attrgetter

from newsparse.rules import BySort, Rule, RuleSet, where
from newsparse_numbers.kinds import REASONS, Reason
from newsparse_numbers.numerals.lexing import Form
from newsparse_numbers.rejection import idioms, names, scores, times, years
from newsparse_numbers.rejection.case import Case

CaseRule = Rule[Case, Reason]


NOT_MULTIPLIER, NOT_ONE = attrgetter("counting"), attrgetter("not_one")
FIRM, BARE = attrgetter("firm"), attrgetter("bare")
ALONE = attrgetter("alone")
"""For which cases a rule is asked, as the fields of a case say."""


def of_form(*forms: Form) -> Callable[[Case], bool]:
    """The cases of numerals of one of ``forms``."""
    return lambda case: case.numeral.form in forms


def sort(case: Case) -> tuple[Hashable, ...]:
    """All that says of which cases a rule is asked."""
    return case.placed, case.numeral.form, case.alone, case.not_one, case.firm, case.bare


def _rule(
    name: str,
    reason: Reason,
    summary: str,
    holds: Callable[[Case], bool],
    *,
    fires: str,
    quiet: str,
    applies: Callable[[Case], bool] | None = None,
) -> CaseRule:
    """A rule that gives ``reason`` where ``holds``; it decides in ``fires`` and not in ``quiet``."""
    return Rule(
        name=f"numbers.rejection.{name}",
        summary=summary,
        find=where(holds, reason),
        fires=fires,
        quiet=quiet,
        applies=applies,
    )


def _place(reason: Reason, summary: str, fires: str, quiet: str) -> CaseRule:
    def holds(case: Case) -> bool:
        return case.placed == reason

    return _rule(reason, reason, summary, holds, fires=fires, quiet=quiet, applies=attrgetter("placed"))


_PLACES = (
    _place("date", "A day with its month, or a month with its year", "It opened on 5 March.", "It has 5 halls."),
    _place(
        "year", "A decade, a span of years, a quarter or fiscal year", "It grew in the 1990s.", "It has 1,990 halls."
    ),
    _place("time", "A time of the day", "It opens at 7:30 each day.", "It has 730 halls."),
    _place("link", "A web address, an e-mail address, a tag", "See www.orla.example/55 now.", "It has 55 halls."),
    _place("phone", "Groups of digits as in a phone number", "Call 713-853-3989 now.", "It has 713 halls."),
    _place("list", "The number of an item at the beginning of a line", "1. Wash the plums.", "Wash 7 plums."),
    _place(
        "score", "A pair of numbers near words of matches or votes", "Orla won the match 3-1.", "It takes 3-4 days."
    ),
    _place("address", "A postal code or a block", "The office is in Orla, OH 44101.", "It has 44,101 halls."),
    _place("name", "A model, an index or a round named by a number", "He flew a Boeing 747.", "He flew 747 miles."),
    _place("idiom", "Digits that are an expression: 24/7", "The shop is open 24/7.", "The shop has 24 shelves."),
)
_GLUED = (
    _rule(
        "named-ordinal",
        "name",
        "An ordinal that is part of a name, or more digits than figures have",
        lambda _case: True,
        fires="It was built in the 19th century.",
        quiet="It was the 19th ship.",
        applies=of_form("name"),
    ),
    _rule(
        "decade",
        "year",
        "An abbreviated calendar decade",
        years.is_decade,
        fires="It grew in the 90s.",
        quiet="Ada Brook is in her 90s.",
        applies=of_form("decade"),
    ),
    _rule(
        "letters-before",
        "name",
        "Letters right before the digits",
        names.letters_before,
        fires="Ada Brook drove an A100 there.",
        quiet="Ada Brook drove 100 there.",
        applies=NOT_MULTIPLIER,
    ),
    _rule(
        "letters-after",
        "name",
        "Letters right after the digits that are not a unit",
        names.letters_behind,
        fires="Ada Brook drove a 40zx there.",
        quiet="Ada Brook drove 40 km there.",
        applies=NOT_MULTIPLIER,
    ),
)
_TIMES = (
    _rule(
        "clock",
        "time",
        "An hour of the day without a colon",
        times.is_clock,
        fires="Doors open at 7 tonight.",
        quiet="The hall has 7 doors.",
        applies=of_form("digits", "words"),
    ),
    _rule(
        "day",
        "date",
        "A day of the month",
        times.is_day,
        fires="He was held on the 23rd.",
        quiet="He was the 23rd suspect.",
        applies=of_form("ordinal"),
    ),
    _rule(
        "note",
        "list",
        "The number of a footnote in brackets",
        times.is_note,
        fires="It is a large group[7].",
        quiet="It has 7 groups.",
        applies=ALONE,
    ),
    _rule(
        "identifier",
        "name",
        "More digits without groups than figures have",
        times.is_identifier,
        fires="It is post 1234567890123456789 of the forum.",
        quiet="It is post 12 of the forum.",
        applies=ALONE,
    ),
)
_IDIOMS = (
    _rule(
        "scorer",
        "score",
        "The minute of a goal, in brackets after a score",
        scores.scorer,
        fires="Result: Lund 3 (Holm 31, Brandt 57 pen).",
        quiet="They built 3 (Holm built 31 of the rest).",
        applies=lambda case: case.alone and case.counting,
    ),
    _rule(
        "nil",
        "score",
        "A number that a dash joins to nil, all or love",
        scores.nil_score,
        fires="Orla won three-nil.",
        quiet="Orla won three cups.",
        applies=NOT_MULTIPLIER,
    ),
    _rule(
        "pointing-one",
        "idiom",
        '"One" that refers to something or replaces an article',
        idioms.points_only,
        fires="Orla is one of the ports.",
        quiet="In Orla one person died.",
        applies=idioms.is_one,
    ),
    _rule(
        "partly",
        "idiom",
        '"Half" that means "partly", before a state',
        idioms.only_partly,
        fires="They found a ship half loaded.",
        quiet="They sold half of the ships.",
        applies=NOT_ONE,
    ),
    _rule(
        "point-of-list",
        "list",
        "A place or number in words that begins a sentence alone, before a colon, or an ordinal before a comma",
        idioms.opens_point,
        fires="Third, the roof leaks.",
        quiet="The third, Ada Brook, left.",
        applies=of_form("ordinal", "words"),
    ),
    _rule(
        "saying",
        "idiom",
        "A number word in a fixed expression",
        idioms.in_saying,
        fires="It pays to work nine to five.",
        quiet="It has nine halls.",
        applies=of_form("words"),
    ),
    _rule(
        "joined-word",
        "idiom",
        "A number word joined by a hyphen to a word that is not counted",
        idioms.joined,
        fires="It was a four-sided box.",
        quiet="It was a four-mile road.",
        applies=NOT_ONE,
    ),
)
_NAMES = (
    _rule(
        "named-in-spite",
        "name",
        'A capitalised word such as "Fortune" before digits with a bound or a scale',
        names.named_in_spite,
        fires="Chapter 11 or so was read.",
        quiet="It has 11 halls or so.",
        applies=FIRM,
    ),
    _rule(
        "lettered-part",
        "law",
        "The number of a part of a text with a letter, which is no unit",
        names.lettered_part,
        fires="It is in Appendix 2C.",
        quiet="It is at 2C.",
        applies=FIRM,
    ),
    _rule(
        "place-of-length",
        "name",
        "A length in the name of a place",
        names.in_place_name,
        fires="They swam at Seven Mile Beach today.",
        quiet="They swam seven miles today.",
        applies=FIRM,
    ),
    _rule(
        "year-in-spite",
        "year",
        "Four digits that name a year, although a word for a bound comes before",
        years.in_spite,
        fires="It opened around 1994.",
        quiet="It has around 1,994 halls.",
        applies=FIRM,
    ),
    _rule(
        "plain-year",
        "year",
        "Four digits that name a year: nothing is counted, or something that goes with years",
        years.is_year,
        fires="It opened in 1994.",
        quiet="It has 1994 halls.",
        applies=BARE,
    ),
    _rule(
        "law",
        "law",
        "The number of a law or a part of it",
        names.led_by("numbered.words.law"),
        fires="It breaks Section 230.",
        quiet="It breaks 230 panes.",
        applies=BARE,
    ),
    _rule(
        "page",
        "list",
        "The number of a page, an item or a case",
        names.led_by("names.lists"),
        fires="It is on page 12.",
        quiet="It is on 12 pages.",
        applies=BARE,
    ),
    _rule(
        "room",
        "address",
        "The number of a room or a flat",
        names.led_by("names.addresses"),
        fires="She lives in flat 12.",
        quiet="She has 12 flats.",
        applies=BARE,
    ),
    _rule(
        "named-thing",
        "name",
        "The number of a thing that is known by its number",
        names.led_by_thing,
        fires="They boarded flight 93.",
        quiet="They boarded 93 flights.",
        applies=BARE,
    ),
    _rule(
        "street",
        "address",
        "Digits before the name of a street",
        names.in_street,
        fires="She lives at 12 Harbour Street.",
        quiet="She has 12 harbours.",
        applies=BARE,
    ),
    _rule(
        "after-name",
        "name",
        "Digits after a capitalised word inside a sentence",
        names.behind_name,
        fires="They sold the Orla 12 to him.",
        quiet="They sold 12 to him.",
        applies=BARE,
    ),
    _rule(
        "in-title",
        "name",
        "A number in the name of something, in a sentence",
        names.in_title,
        fires="They prayed at the Two Holy Mosques yesterday.",
        quiet="They prayed at two holy mosques yesterday.",
        applies=BARE,
    ),
    _rule(
        "leading-zero",
        "name",
        "Digits that begin with a zero",
        names.leading_zero,
        fires="They used 007 there.",
        quiet="They used 7 there.",
        applies=BARE,
    ),
)

REJECTION: RuleSet[Case, Reason] = RuleSet(
    name="numbers.rejection",
    summary="why a numeral is not a quantity",
    rules=(*_PLACES, *_GLUED, *_TIMES, *_IDIOMS, *_NAMES),
    shown=lambda reason: f"{reason} ({REASONS[reason]})",
)
FIRST = BySort(sort)
"""The chooser of the rules of rejection: each is for few sorts of numerals."""
