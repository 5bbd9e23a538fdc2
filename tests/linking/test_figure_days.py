"""How figures relate that stand right at a limit of days, and which of them a correction takes back."""

from __future__ import annotations

import pytest

from newsparse.linking.figures.pairs import Related
from newsparse.linking.figures.verdicts import taken_back, verdict
from tests.linking.made_figures import figure

DAY = "2026-03-02"


class TestVerdicts:
    """On which days."""

    @pytest.mark.parametrize(
        ("one", "other", "rule"),
        [
            ({"headline": True}, {}, "headline"),
            ({"headline": True}, {"document": "b"}, "same-day"),
            ({"headline": True}, {"headline": True, "document": "b"}, "same-day"),
        ],
    )
    def test_a_headline_is_that_of_its_own_article(self, one, other, rule):
        assert verdict([figure(12, published=DAY, **one), figure(14, published=DAY, **other)])[1].endswith(rule)

    @pytest.mark.parametrize(
        ("values", "gone"),
        [((45, 54), "45"), ((54, 45), "54"), ((45, 45), None)],
    )
    def test_a_correction_takes_back_what_others_gave(self, values, gone):
        given = [figure(values[0], published=DAY), figure(values[1], document="b", published=DAY, taken_back=True)]
        assert next((f"{item.quantity.low}" for item, _ in taken_back(Related(given))), None) == gone

    def test_an_earlier_value_of_a_correction_is_taken_back_only_if_somebody_gave_it(self):
        back = {"document": "b", "published": DAY, "taken_back": True}
        given = [figure(45, published=DAY), figure(54, **back), figure(60, earlier=True, **back)]
        assert [f"{item.quantity.low}" for item, _ in taken_back(Related(given))] == ["45"]
        given = [figure(45, published=DAY), figure(54, **back), figure(45, earlier=True, **back)]
        assert [f"{item.quantity.low}" for item, _ in taken_back(Related(given))] == ["45", "45"]
        given = [figure(45, published=DAY), figure(54, **back), figure(45, **back)]
        assert [f"{item.quantity.low}" for item, _ in taken_back(Related(given))] == []

    @pytest.mark.parametrize(("ends", "rule"), [("2026-03-01", "settled"), (DAY, "later")])
    def test_a_time_is_over_on_the_day_behind_it(self, ends, rule):
        period = ("2025-01-01", ends)
        first = figure(12, period=period, published=DAY)
        second = figure(14, document="b", period=period, published="2026-03-03")
        assert verdict([first, second])[1] == f"across.figures.{rule}"

    @pytest.mark.parametrize(
        ("days", "rule"),
        [
            (("2026-03-01", DAY, "2026-03-03"), "back-again"),
            (("2026-03-02", DAY, "2026-03-03"), "same-day"),
            (("2026-03-01", DAY, DAY), "same-day"),
        ],
    )
    def test_a_value_comes_back_on_a_later_day(self, days, rule):
        given = [
            figure(value, document=f"{at}", published=day)
            for at, (value, day) in enumerate(zip((2, 3, 2), days, strict=True))
        ]
        assert verdict(given)[1] == f"across.figures.{rule}"

    def test_nothing_comes_back_in_two_figures_alone(self):
        given = [figure(value, document=f"{value}", published=f"2026-03-0{value}") for value in (2, 3)]
        assert verdict(given)[1] == "across.figures.unexplained"

    @pytest.mark.parametrize(("one", "other"), [("", DAY), (DAY, ""), ("", "")])
    def test_no_date_says_on_which_day(self, one, other):
        found, _ = verdict([figure(12, published=one), figure(14, document="b", published=other)])
        assert found.reason.endswith("no date says that they are of different days")

    def test_what_takes_back_has_to_be_against_something(self):
        given = [figure(12, published=DAY), figure(12, document="b", published=DAY, taken_back=True)]
        assert verdict(given)[1] == "across.figures.agree"

    @pytest.mark.parametrize(("number", "pairs"), [(40, 780), (41, 780)])
    def test_forty_figures_of_a_group_are_compared(self, number, pairs):
        given = [figure(12, document=f"{at:02}", published=DAY) for at in range(number)]
        assert len(Related(given).pairs) == pairs
