"""Figures that differ in one field which decides: what is put against what, which rule tells how two relate."""

from __future__ import annotations

from decimal import Decimal

import pytest

from newsparse.linking.figures.answering import with_answers
from newsparse.linking.figures.comparing import compared, counts_more, equal, only_one_changes, unlike
from newsparse.linking.figures.joining import inside
from newsparse.linking.figures.pairs import Pair, Related
from newsparse.linking.figures.verdicts import verdict
from newsparse.model import Quantity
from tests.linking.made_figures import at_least, figure, money, quantity, years

SINK = frozenset(["sink", "storm"])


def pair(one, other):
    return Pair(one, other, compared(one, other))


def test_a_figure_without_fate_may_be_any_that_somebody_else_gives_a_fate():
    dead, none, other = figure(40, fate="dead"), figure(30), figure(money(5))
    assert unlike([dead], [none, other])
    assert unlike([none], [dead, other])
    assert not unlike([dead], [figure(30, fate="hurt"), other])
    assert not unlike([dead], [other])


def test_a_part_and_a_whole_are_not_told_for_each_other():
    dams, some = figure(40, whole=True), figure(40)
    assert counts_more(dams, some)
    assert not counts_more(dams, figure(40, whole=True))
    assert unlike([dams], [some])
    assert not unlike([some], [figure(40)])


@pytest.mark.parametrize(
    ("one", "other", "changes"),
    [
        (figure(5), figure(5), False),
        (figure(5, role="change"), figure(5, role="change"), False),
        (figure(5, role="change"), figure(5), True),
        (figure(5), figure(5, role="change"), True),
        (figure(5, role="change", fate="length"), figure(5, fate="length"), False),
        (figure(5, role="change", fate="length"), figure(5, fate="depth"), True),
        (figure(quantity(5, kind="percent"), role="change"), figure(quantity(5, kind="percent")), False),
        (figure(quantity(5, kind="percent"), role="change"), figure(quantity(6, kind="percent")), True),
        (figure(quantity(5, kind="percent"), role="change", head="vote"), figure(quantity(5, kind="percent")), True),
    ],
)
def test_a_change_is_not_a_level(one, other, changes):
    assert only_one_changes(one, other) is changes


def test_a_change_is_not_told_for_a_level():
    assert unlike([figure(5, role="change")], [figure(5)])
    assert not unlike([figure(5, role="change")], [figure(5, role="change")])


def test_dozens_are_any_number_that_they_may_be():
    dozens = Quantity(low=Decimal(24), high=None, exactness="vague")
    assert equal(figure(dozens), figure(40))
    assert not equal(figure(at_least(24)), figure(40))


def test_only_what_somebody_gives_is_put_against_another_figure():
    counter = figure(400, sentence=1, countering=True, speaker="police")
    crowd = {"head": "person", "words": SINK}
    spoken = [*with_answers([figure(900, speaker="brook", **crowd), counter])]
    assert spoken[1].head == "person"
    stated = [*with_answers([figure(900, **crowd), counter])]
    assert stated[1].head == ""
    own = [*with_answers([figure(900, speaker="police", **crowd), counter])]
    assert own[1].head == ""


def test_a_bound_without_value_is_not_the_same_value_again():
    many = [figure(at_least(300), head="person", words=SINK, sentence=at) for at in (0, 1)]
    assert not list(inside(many))
    same = [figure(300, head="person", words=SINK, sentence=at) for at in (0, 1)]
    assert len(list(inside(same))) == 1


def test_a_headline_is_put_against_the_body_of_its_own_article():
    body = figure(12, head="person")
    assert verdict([figure(14, head="person", headline=True), body])[1] == "across.figures.headline"
    other = figure(14, "b", head="person", headline=True)
    assert verdict([other, body])[1] == "across.figures.same-day"


@pytest.mark.parametrize(("day", "long"), [("2026-03-23", False), ("2026-03-24", True)])
def test_three_weeks_are_not_long(day, long):
    assert pair(figure(12, published="2026-03-02"), figure(14, "b", published=day)).long is long


@pytest.mark.parametrize(
    ("moments", "grows"),
    [
        (("2026-03-02T07:00+00:00", "2026-03-02T09:00+00:00"), True),
        (("2026-03-02T09:00+00:00", "2026-03-02T07:00+00:00"), False),
        (("2026-03-02T07:00+00:00", ""), False),
        (("", "2026-03-02T09:00+00:00"), False),
    ],
)
def test_what_grows_is_behind_in_the_article_that_came_out_before(moments, grows):
    dead = [
        figure(value, key, fate="dead", published="2026-03-02", moment=moment)
        for value, key, moment in zip((12, 14), "ab", moments, strict=True)
    ]
    assert Related(dead).grows(pair(*dead)) is grows


def test_an_age_is_one_beside_an_age_only():
    assert compared(figure(years(300)), figure(years(300))).reason == compared(figure(12), figure(12)).reason
