"""Descriptions that name a party, another body or a town: whom they mean, and whom they cannot mean."""

from __future__ import annotations

import pytest

MEMBERS = {
    "spoke last": "“The pier is ours,” said Senator Ruth Mills.",
    "just named": "Ruth Mills, who runs for mayor, walked on the pier on Friday.",
    "of that party": "Oskar Doon, a Republican, met Ruth Mills, a Democrat, on the pier.",
    "letter in brackets": "Governor Oskar Doon (R) met Senator Ruth Mills (D) on the pier.",
    "letter and state": "Sen. Oskar Doon, R-Ohio, met Sen. Ruth Mills, D-Maine, on the pier.",
    "adjective": "Republican Senator Oskar Doon met Democratic Senator Ruth Mills on the pier.",
}


@pytest.mark.parametrize("text", MEMBERS.values(), ids=MEMBERS)
def test_a_party_means_its_member_or_whoever_was_last_in_mind(last, text):
    assert last(f"{text}\n\n“It will stay ours,” the Democrat added.") == ("Ruth Mills", True)


OTHERS = {
    "another party": "“The pier is ours,” said Senator Ruth Mills, a Republican.",
    "letter of another party": "“The pier is ours,” said Senator Ruth Mills (R-Ohio).",
    "two people": "Senator Ruth Mills met Senator Oskar Doon on the pier.",
    "two members": "Ruth Mills, a Democrat, met Oskar Doon, a Democrat, on the pier.",
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_a_party_leaves_open_who_is_meant_where_nobody_alone_fits(last, text):
    assert last(f"{text}\n\n“It will stay ours,” the Democrat said.") == ("the Democrat", False)


@pytest.mark.parametrize(
    "text",
    [
        "The Rovers lost to Kelby United. The United coach, Ruth Mills, praised her team.",
        "Norr Oil and Kelby Motors met on Friday. “We will merge,” said Kelby Motors president Ruth Mills.",
        "“We will merge,” said Kelby Motors president Ruth Mills.",
    ],
)
@pytest.mark.parametrize("who", ["the Rovers coach", "the Norr Oil director"])
def test_an_office_in_another_body_is_that_of_somebody_else(last, text, who):
    assert last(f"{text}\n\n“We were not asked,” {who} said.") == (who, False)


@pytest.mark.parametrize(
    "who",
    ["the Fell Motors boss", "the Fell Motors president", "the former Norr Oil director", "the ex-chief of Norr Oil"],
)
def test_an_office_in_a_body_of_a_name_that_is_alike_or_one_that_is_over_is_that_of_somebody_else(last, who):
    text = f"“We will merge,” said Kelby Motors president Ruth Mills.\n\n“We were asked,” {who} said."
    assert last(text) == (who, False)


@pytest.mark.parametrize("who", ["the Kelby Motors boss", "the Kelby boss", "the Norr Oil founder", "the union leader"])
def test_an_office_in_the_same_body_and_one_beside_it_may_be_theirs(last, who):
    text = f"“We will merge,” said Kelby Motors president Ruth Mills.\n\n“We were asked,” {who} said."
    assert last(text) == ("Ruth Mills", True)


@pytest.mark.parametrize("told", ["Mills left Norr Oil in May.", "Before that, Mills had been at Norr Oil."])
def test_an_office_that_is_over_is_theirs_in_a_body_that_is_named_with_them(last, told):
    text = f"Kelby Motors president Ruth Mills said the plants were old. {told}"
    assert last(f"{text}\n\n“We were asked,” the former Norr Oil director said.") == ("Ruth Mills", True)


@pytest.mark.parametrize("who", ["the Oslo-based company", "the Norwegian-owned firm", "the London-listed company"])
def test_where_a_company_is_based_does_not_make_it_another(last, who):
    assert last(f"Ferry operator Norline cancelled ten sailings.\n\n“It was the wind,” {who} said.") == (
        "Norline",
        True,
    )


def test_two_companies_are_not_told_apart_by_where_one_is_based(last):
    text = "Norline Inc. met Kelby Motors plc on Friday.\n\n“We will merge,” the Oslo-based company said."
    assert last(text) == ("the Oslo-based company", False)
