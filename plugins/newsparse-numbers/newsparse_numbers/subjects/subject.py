"""The rules that find what a figure counts or measures, in the order of their precedence."""

from __future__ import annotations

from newsparse.rules import RuleSet
from newsparse_numbers.subjects import (
    asked,
    beside,
    bracketed,
    clauses,
    durations,
    elided,
    governed,
    joined,
    parts,
    wordorder,
)
from newsparse_numbers.subjects.ages import AGES
from newsparse_numbers.subjects.clauses import Way
from newsparse_numbers.subjects.elsewhere import ELSEWHERE
from newsparse_numbers.subjects.features import features
from newsparse_numbers.subjects.figure import Figure, Noun, once
from newsparse_numbers.subjects.ruling import Find, rule, unowned


@once
def _clause(figure: Figure) -> tuple[Noun, Way] | None:
    return clauses.clause(figure, figure.top)


def _of_clause(way: Way) -> Find:
    """What the clause is about in this ``way``, where it is before the figure or the figure is itself a subject."""

    def find(figure: Figure) -> Noun | None:
        found = _clause(figure)
        if found is None or found[1] is not way:
            return None
        return found[0] if found[0].index < figure.words[0] else None

    return find


RULES = (
    *AGES,
    rule(
        "joined-modifiers",
        "The plural after the next number, where an adjective alone follows the figure",
        joined.paired,
        asked.numbers,
        fires="Police held four male and two female suspects.",
        quiet="Police held four males and two female suspects.",
    ),
    rule(
        "next-noun",
        "The noun phrase right after the figure",
        beside.next_noun,
        asked.numbers,
        fires="Orlatech hired 2,800 workers.",
        quiet="Orlatech spent $2,800 on tents.",
    ),
    rule(
        "explained",
        "The noun alone in a bracket right after the figure",
        bracketed.explained,
        asked.numbers,
        fires="The command reports nine (sailors) dead.",
        quiet="The command reports nine (two sailors) dead.",
    ),
    rule(
        "hyphenated",
        "The noun that a hyphen ties to the figure",
        beside.hyphenated,
        asked.numbers,
        fires="They climbed a three-storey building.",
        quiet="The owners have 60 boats.",
    ),
    rule(
        "more-of",
        "The noun that is said to be more or less by the figure",
        beside.more_of,
        asked.may_compare,
        fires="The new pump uses 31% less electricity.",
        quiet="The new pump costs 31% less.",
    ),
    rule(
        "also-of",
        "The counted noun that “of” follows as it follows the figure",
        elided.also_of,
        asked.numbers,
        fires="She was fined for two counts of theft and one of fraud.",
        quiet="She was fined for two thefts and one of the frauds.",
    ),
    rule(
        "part-of",
        "The noun that “of” or “in” leads to right after the figure",
        parts.part_of,
        asked.not_age,
        fires="About 40% of voters agreed.",
        quiet="Prices rose 40% in May.",
    ),
    rule(
        "restated",
        "What a share in other words before the figure is a part of",
        governed.restated,
        asked.is_share,
        fires="A third of voters, 33%, stayed at home.",
        quiet="A third of voters stayed at home, 33% in Kell.",
    ),
    rule(
        "joined-figures",
        "The noun that the next figure of its kind modifies",
        joined.shared,
        asked.may_be_joined,
        fires="The money came in $500 and $2,000 notes.",
        quiet="The money came in $500 and a $2,000 note.",
    ),
    rule(
        "modified",
        "The noun that a duration, a sum or a measure comes before as its modifier",
        beside.modified,
        asked.may_modify,
        fires="The council signed a six-month lease.",
        quiet="The lease ended six months ago.",
    ),
    rule(
        "lasting",
        "The subject of a verb of lasting",
        durations.lasting,
        asked.is_duration,
        fires="The strike lasted 11 days.",
        quiet="The strike ended 11 days later.",
    ),
    rule(
        "valid-for",
        "What runs or is good for a time",
        durations.valid,
        asked.is_duration,
        fires="Visitors get a visa valid for 90 days.",
        quiet="Visitors get a bed for 90 days.",
    ),
    rule(
        "stretched",
        "What is made to last longer or shorter",
        durations.stretched,
        asked.is_duration,
        fires="The court cut the sentence to six years.",
        quiet="The court met for six hours.",
    ),
    rule(
        "timed",
        "The subject of the clause, where time is the size of it",
        durations.timed,
        asked.is_duration,
        fires="Life expectancy reached 81 years.",
        quiet="The drought reached 81 years.",
    ),
    rule(
        "marked-off",
        "The name before a signed figure, or before the bracket that the figure is in",
        bracketed.marked_off,
        asked.may_be_marked,
        fires="The shop sells a model boat (£3.50).",
        quiet="The shop sells a model boat for £3.50.",
    ),
    rule(
        "worth",
        "The noun before “worth”, “valued at” and similar words",
        unowned(beside.worth),
        asked.is_amount,
        fires="Police found painkillers worth $18,000.",
        quiet="Police found $18,000.",
    ),
    rule(
        "equals",
        "The noun before a sign of equality",
        beside.equals,
        asked.is_amount,
        fires="The poll has a margin = 4%.",
        quiet="The poll has a margin of 4%.",
    ),
    rule(
        "index-name",
        "The name of the scale before the figure",
        beside.index_name,
        asked.is_index,
        fires="A quake of magnitude 5.5 shook Orla.",
        quiet="A quake shook 5 towns.",
    ),
    rule(
        "put-on",
        "What the figure is added to, taken from or paid for",
        wordorder.put_on,
        asked.is_amount,
        fires="The works added $4 million to the bill.",
        quiet="The works cost $4 million.",
    ),
    rule(
        "exceeding",
        "The subject that is larger by the figure than the object",
        governed.exceeding,
        asked.is_by,
        fires="Rents surpass wages by 40 percent.",
        quiet="Rents raise wages by 40 percent.",
    ),
    rule(
        "moved-by",
        "The object that a verb moves by the figure",
        unowned(governed.moved),
        asked.is_by,
        fires="The bank cut rates by 2%.",
        quiet="Rates fell by 2%.",
    ),
    rule(
        "counted",
        "The noun that the figure modifies in the tree",
        governed.counted,
        asked.may_count,
        fires="Orlatech holds a 40 percent stake in the firm.",
        quiet="They paid $2 million.",
    ),
    *ELSEWHERE,
    rule(
        "gapped",
        "The noun before a figure whose verb is left out",
        unowned(wordorder.gapped),
        asked.is_amount,
        fires="Profits rose by 12% and sales by 8%.",
        quiet="Profits rose by 12% and sales rose by 8%.",
    ),
    rule(
        "of-figure",
        "The noun before “of” or another preposition and the figure",
        unowned(governed.of_figure),
        asked.may_follow_of,
        fires="The storm brought winds of 80 mph.",
        quiet="The wind reached 80 mph.",
    ),
    rule(
        "noun-of",
        "The noun before “of”, by the order of the words",
        unowned(wordorder.noun_of),
        asked.may_end_of,
        fires="It ended the quarter with net debt of 2.2 times earnings.",
        quiet="The gain was 2%.",
    ),
    rule(
        "noun-at",
        "The noun right before “at”",
        unowned(wordorder.noun_at),
        asked.is_amount,
        fires="Shares fell with oil at $80 a barrel.",
        quiet="Oil closed at $80 a barrel.",
    ),
    rule(
        "bounded",
        "The noun right before the bound of the figure",
        unowned(wordorder.bounded),
        asked.is_amount,
        fires="A subsidy is paid for water use under 9,000 gallons.",
        quiet="A subsidy of under 9,000 gallons is paid.",
    ),
    rule(
        "put-at",
        "What somebody puts or estimates at the figure",
        governed.put_at,
        asked.is_amount,
        fires="The firm faces a bill that insurers put at $90 million.",
        quiet="The firm faces a bill of $90 million.",
    ),
    rule(
        "multiplied",
        "The object of the verb that says the factor",
        governed.multiplied,
        asked.is_multiplied,
        fires="The school doubled its intake.",
        quiet="The intake doubled.",
    ),
    rule(
        "moved",
        "The object of the verb that the figure belongs to",
        unowned(governed.moved),
        asked.is_amount,
        fires="The bank cut rates to 5%.",
        quiet="Rates fell to 5%.",
    ),
    rule(
        "clause-subject",
        "The subject of the clause, before the figure",
        unowned(_of_clause(Way.SUBJECT)),
        asked.is_measuring,
        fires="The bridge cost $3 million.",
        quiet="They built a bridge for $3 million.",
    ),
    rule(
        "described",
        "The noun that a relative clause or an adjective with the figure describes",
        unowned(_of_clause(Way.DESCRIBED)),
        asked.is_describing,
        fires="They opened a bridge that cost $3 million.",
        quiet="The bridge cost $3 million.",
    ),
    rule(
        "caused",
        "The object that is made to do what the figure measures",
        unowned(_of_clause(Way.CAUSED)),
        asked.is_measuring,
        fires="The melt caused seas to rise 3%.",
        quiet="The seas rose 3%.",
    ),
    rule(
        "before-verb",
        "The noun phrase before the verb, by the order of the words",
        unowned(wordorder.before_verb),
        asked.is_no_subject,
        fires="Repairs to Orla bridge to cost $3 million, mayor says.",
        quiet="The price is 3%.",
    ),
)
SUBJECT: RuleSet[Figure, Noun] = RuleSet(
    name="numbers.subject",
    summary="What a figure counts or measures.",
    rules=RULES,
    key=lambda noun: noun.index,
    features=features,
    place=lambda noun: noun.head,
    shown=lambda noun: noun.passage.text,
)
