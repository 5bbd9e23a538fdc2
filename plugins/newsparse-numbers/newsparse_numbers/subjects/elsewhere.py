"""The rules that find what a figure counts or measures in another part of its sentence."""

from __future__ import annotations

from newsparse_numbers.subjects import asked, elided, shared
from newsparse_numbers.subjects.ruling import rule

ELSEWHERE = (
    rule(
        "parallel",
        "What the object of the clause before counts",
        elided.parallel,
        asked.numbers,
        fires="The blast killed 49 people and wounded 53.",
        quiet="The blast killed 49 people and 53 cows.",
    ),
    rule(
        "counted-before",
        "What the nearest number before counts, for a number without a noun",
        elided.counted_before,
        asked.may_count,
        fires="The hall, built for 400 people, held more than 900.",
        quiet="The hall, built for 400 people, held more than 900 chairs.",
    ),
    rule(
        "placed",
        "What is put in an order, in another part of the sentence",
        elided.placed,
        asked.may_count,
        fires="She won her fifth title, her second on grass.",
        quiet="She won her fifth title, her second trophy.",
    ),
    rule(
        "of-whom",
        "The plural before the comma, of which some are told of",
        shared.of_whom,
        asked.not_age,
        fires="The party lost touch with its voters, 83% of whom want change.",
        quiet="The party lost touch with its voters, and 83% want change.",
    ),
    rule(
        "of-group",
        "The people before the colon or dash that a share follows",
        shared.of_group,
        asked.not_age,
        fires="The outlook is worse for rural pupils: 39% leave early.",
        quiet="The outlook is worse for rural pupils: 39% of girls leave early.",
    ),
    rule(
        "or-share",
        "What the share that says the same as a number is a part of",
        shared.or_share,
        asked.may_count,
        fires="Eighteen, or more than 75 percent of the mills, have closed.",
        quiet="Eighteen, and more than 75 percent of the mills, have closed.",
    ),
    rule(
        "of-the-same",
        "What the share before is the level or a part of",
        shared.of_the_same,
        asked.is_share,
        fires="The bank offered a rate of 3 percent when its rivals were asking for 8 percent.",
        quiet="The bank offered a rate of 3 percent when wages reached 8 percent.",
    ),
)
