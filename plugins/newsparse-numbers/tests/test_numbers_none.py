"""Figures that are no quantities: dates, times, telephone numbers, scores, names, pronouns."""

from __future__ import annotations

import pytest

from newsparse_numbers import find_quantities, find_rejected

NONE = [
    "The bridge opened in 2021.",
    "On January 20, 2024, it rained.",
    "On 5 March it rained.",
    "It opened in the 1990s.",
    "It opened in the '80s.",
    "The hearing starts at 7:30pm.",
    "The hearing starts at 9 a.m. sharp.",
    "Call 020 7946 0018 now.",
    "Call 713-853-3989 now.",
    "Call +44 20 7946 0018 now.",
    "Orla won 3-1 on Saturday.",
    "The board voted 9-2 to close it.",
    "A Boeing 737 landed.",
    "The A100 is a chip.",
    "It trained GPT-4.",
    "It trained R1.",
    "An F-16 flew past.",
    "Covid-19 spread.",
    "Article 50 was invoked.",
    "Section 230 protects them.",
    "The FTSE 100 closed early.",
    "It runs iOS 17.2 now.",
    "She lives at 221 Baker Street.",
    "Turn to page 3.",
    "They took Flight 93 home.",
    "The M25 was shut.",
    "The 5G network failed.",
    "After 9/11 much changed.",
    "Dial 911 now.",
    "It is open 24/7.",
    "It was one of the best.",
    "They love one another.",
    "No one came.",
    "On the one hand, it rained.",
    "One day, it rained.",
    "1. Wash the plums.",
    "It runs version 2.4.1 now.",
    "Mail ann7@example.org today.",
    "See https://example.org/2024/17 today.",
    "The 2019-20 season ended.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_quantity(text):
    assert [text[found.span.start : found.span.end] for found in find_quantities(text)] == []


def test_what_is_no_quantity_has_a_reason():
    found = find_rejected("In 2021 the FTSE 100 fell; call 713-853-3989.")
    assert {item.reason for item in found} == {"year", "name", "phone"}


def test_numbers_of_lines_that_count_up_number_them_and_others_count():
    table = "Who leads\n1 Kell Town - 64 points\n2 Orla Rovers - 61 points\n3 Lund - 60 points"
    assert [figure.quantity.low for figure in find_quantities(table)] == [64, 61, 60]
    assert find_quantities("1\nAda Brook\n2\nTomas Varga\n3\nMilo Brandt") == []
    assert [figure.quantity.low for figure in find_quantities("2 Danes came\n3 Swedes left\n7 Finns sat")] == [2, 3, 7]


def test_an_age_after_a_name_may_end_the_line():
    (age,) = find_quantities("Ada Brook, 62\nBrook was a nurse.")
    assert age.quantity.kind == "age"
    (count,) = find_quantities("a bill for the quay, 62\nBrook was a nurse.")
    assert count.quantity.kind == "count"


def test_figures_are_not_among_the_numerals_that_are_none():
    assert find_rejected("Nine ships sank.") == []
