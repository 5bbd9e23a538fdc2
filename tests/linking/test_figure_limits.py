"""Figures that stand right at a limit, and beside it; and what is so of a figure of which nothing is said."""

from __future__ import annotations

from decimal import Decimal

import attrs
import pytest

from newsparse.linking.figures.answering import with_answers
from newsparse.linking.figures.comparing import compared, equal, maybe_age, unlike
from newsparse.linking.figures.groups import FigureMember
from newsparse.linking.figures.likeness import at_other_times, evidence, far_apart, same_value
from newsparse.linking.figures.pairs import is_below
from newsparse.linking.figures.profiles import Figure, sort_of
from newsparse.linking.figures.sources import one_source
from newsparse.linking.status.claims import Stated
from newsparse.linking.status.meaning import Word
from newsparse.linking.status.targets import Answer
from newsparse.linking.status.triggers import Reply
from newsparse.model import Quantity
from tests.linking.made_figures import at_least, at_most, figure, money, quantity, years

DAY = "2026-03-02"
SINK = frozenset(["sink", "storm"])
MAY = ("2026-05-01", "2026-05-31")


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (Figure, {"role": "level"}),
        (FigureMember, {}),
        (Stated, {"verbal": True}),
        (Answer, {}),
        (Reply, {}),
        (Word, {"head": -1, "content": True}),
    ],
)
def test_nothing_is_said_of_a_record_but_what_is_given(record, said):
    defaults = {field.name: field.default for field in attrs.fields(record) if field.default is not attrs.NOTHING}
    assert {name: value for name, value in defaults.items() if value} == said


class TestLikeness:
    """At the limits of what speaks for one thing."""

    @pytest.mark.parametrize(("value", "telling"), [(900, 0), (1000, 1), (2000, 1), (10, 0), (11, 1)])
    def test_thousands_tell(self, value, telling):
        assert same_value(figure(value), figure(value)) == telling

    @pytest.mark.parametrize(
        ("ends", "published", "past"),
        [("2026-01-01", DAY, 0), ("2025-12-31", DAY, 1), ("2026-01-02", DAY, 0)],
    )
    def test_sixty_days_ago_is_not_long_ago(self, ends, published, past):
        first = figure(12, period=("2025-01-01", ends), published=published)
        assert evidence(first, figure(14), 1.0)["past"] == past

    def test_the_very_same_value_of_nothing_in_particular_may_be_past(self):
        first = figure(1240, period=("2025-01-01", "2025-12-31"), published=DAY)
        assert evidence(first, figure(1240), 1.0)["past"] == 1

    def test_times_that_meet_on_a_day_are_one(self):
        later = ("2026-05-31", "2026-06-30")
        assert not at_other_times(figure(1, period=MAY), figure(1, period=later))
        assert not at_other_times(figure(1, period=later), figure(1, period=MAY))
        assert at_other_times(figure(1, period=MAY), figure(1, period=("2026-06-01", "2026-06-30")))

    @pytest.mark.parametrize(("low", "high", "times"), [(10, 100, 0), (10, 101, 1), (10, 110, 1), (10, 999, 1)])
    def test_ten_times_is_not_far(self, low, high, times):
        assert far_apart(figure(low), figure(high)) == times

    @pytest.mark.parametrize(
        ("one", "other", "agrees"),
        [
            (at_least(18), quantity(36), 1),
            (at_least(18), quantity(37), 0),
            (at_most(18), quantity(9), 1),
            (at_most(18), quantity(8), 0),
            (at_least(18), at_least(18, kind="percent"), 0),
        ],
    )
    def test_twice_a_bound_is_near_it(self, one, other, agrees):
        assert evidence(figure(one), figure(other), 1.0)["value"] == agrees

    @pytest.mark.parametrize(
        ("one", "other", "close"),
        [(quantity(0), quantity(0), 0), (quantity(0), quantity(1), 0), (quantity(-40), quantity(45), 1)],
    )
    def test_nothing_is_close_to_nothing(self, one, other, close):
        assert evidence(figure(one), figure(other), 1.0)["close"] == close

    def test_a_share_that_is_lost_may_be_told_as_a_fraction_of_what_is_left(self):
        lost = figure(quantity(25, kind="percent"), role="change", direction="down", head="ship")
        assert evidence(lost, figure(quantity("0.25", kind="fraction"), head="ship"), 1.0)["change"] == 0
        assert evidence(lost, figure(quantity(25), head="ship"), 1.0)["change"] == 1


class TestComparing:
    """Where the words leave open of what kind a figure is."""

    @pytest.mark.parametrize(
        ("count", "average", "word"),
        [(28, "27.5", "agree"), (27, "27.4", "agree"), (28, "28.5", "agree"), (29, "28.5", "conflict")],
    )
    def test_halves_are_rounded_to_even(self, count, average, word):
        assert compared(figure(count), figure(quantity(average))).verdict == word

    def test_two_whole_counts_are_not_rounded(self):
        assert compared(figure(28), figure(29)).verdict == "conflict"
        assert compared(figure(at_least(30)), figure(quantity("27.8"))).verdict == "conflict"

    @pytest.mark.parametrize(
        ("one", "other", "word"),
        [
            ("rice", "rice", "agree"),
            ("rice", "", "agree"),
            ("", "rice", "agree"),
            ("", "", "agree"),
            ("rice", "oven", "incomparable"),
        ],
    )
    def test_bare_degrees_of_one_thing_are_of_its_scale(self, one, other, word):
        bare, told = (
            quantity(value, kind="measure", unit=unit) for value, unit in ((40, "degree"), (104, "degree Fahrenheit"))
        )
        assert compared(figure(bare, head=one), figure(told, head=other)).verdict == word

    @pytest.mark.parametrize(("one", "is_age"), [(years(200), True), (years(199), False), (years(200, "age"), True)])
    def test_two_hundred_years_are_no_age_of_a_person(self, one, is_age):
        assert maybe_age(figure(one), figure(years(300))) is is_age

    def test_only_an_amount_of_money_makes_a_number_one(self):
        assert compared(figure(400_000), figure(quantity(400_000, kind="percent"))).verdict == "incomparable"

    @pytest.mark.parametrize(
        ("one", "other", "word"),
        [
            (quantity(28), quantity("27.8", kind="percent"), "incomparable"),
            (quantity(28, kind="percent"), quantity("27.8"), "incomparable"),
            (quantity(28, kind="percent"), quantity("27.8", kind="percent"), "agree"),
            (money(15), quantity(15, kind="percent", per="ticket"), "incomparable"),
            (quantity(15, per="ticket"), quantity(15), "incomparable"),
            (quantity(2, kind="multiplier"), quantity(2, kind="multiplier"), "agree"),
            (years(300), years(300), "agree"),
            (years(300), years(400), "conflict"),
            (quantity(400_000), quantity(500_000), "conflict"),
        ],
    )
    def test_kinds_stay_apart_where_the_words_say_which(self, one, other, word):
        assert compared(figure(one), figure(other)).verdict == compared(figure(other), figure(one)).verdict == word

    @pytest.mark.parametrize(
        ("one", "other", "is_other"),
        [
            ({"fate": "dead"}, {}, True),
            ({}, {"fate": "dead"}, True),
            ({"fate": "dead"}, {"fate": "hurt"}, False),
            ({"fate": "dead"}, {"fate": "dead"}, True),
        ],
    )
    def test_figures_of_other_fates_are_no_rivals(self, one, other, is_other):
        assert unlike([figure(12, **one)], [figure(14, **other)]) is is_other

    @pytest.mark.parametrize(
        ("amount", "same"),
        [(Quantity(low=Decimal(200), high=None, exactness="vague"), True), (at_least(200), False)],
    )
    def test_a_vague_figure_is_the_same_as_any_that_it_allows(self, amount, same):
        assert equal(figure(amount), figure(900)) is equal(figure(900), figure(amount)) is same


@pytest.mark.parametrize(
    ("one", "other", "below"),
    [(at_least(2), at_most(3), True), (at_most(2), at_least(3), True), (at_most(3), at_least(3), False)],
)
def test_open_ends_are_compared_by_the_end_that_is_known(one, other, below):
    assert is_below(figure(one), figure(other)) is below


@pytest.mark.parametrize(
    ("measured", "other", "is_one"),
    [
        (quantity(2, kind="measure", unit="metre"), quantity(3, kind="measure", unit="kilometre"), True),
        (quantity(2, kind="measure", unit="metre"), quantity(3, kind="measure", unit="litre"), False),
        (quantity(2, kind="measure", unit="spoon"), quantity(3, kind="measure", unit="spoon"), True),
        (quantity(2, kind="measure", unit="spoon"), quantity(3, kind="measure", unit="cup"), False),
        (quantity(2, kind="percent"), quantity(3, kind="ratio", per="4"), True),
        (quantity(2, kind="percent"), quantity(3), False),
        (money(2), money(3, "USD"), True),
    ],
)
def test_figures_of_one_sort(measured, other, is_one):
    assert (sort_of(figure(measured)) == sort_of(figure(other))) is is_one


@pytest.mark.parametrize(
    ("period", "runs"),
    [
        ((DAY, "2026-12-31"), True),
        (("2026-01-01", DAY), True),
        (("2026-01-01", "2026-03-01"), False),
        (("2026-03-03", "2026-12-31"), False),
    ],
)
def test_a_time_begins_and_ends_with_its_days(period, runs):
    assert figure(12, published=DAY, period=period).running is runs


@pytest.mark.parametrize(("sentence", "is_countered"), [(2, True), (3, True), (4, False)])
def test_a_figure_is_put_against_one_two_sentences_before(sentence, is_countered):
    first = figure(12, sentence=1, speaker="Brook", head="ship")
    _, found = with_answers([first, figure(14, sentence=sentence, countering=True)])
    assert (found.answered == first.claim) is is_countered


def test_a_share_answers_no_amount():
    first = figure(money(12), speaker="Brook", head="repair", words=SINK)
    for amount, is_answer in (
        (quantity(14), True),
        (quantity(14, kind="percent"), False),
        (quantity(14, unit="piece"), False),
    ):
        _, found = with_answers([first, figure(amount, speaker="Varga")])
        assert (found.answered == first.claim) is is_answer


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [("ada brook", "brook ada", True), ("ada brook", "brook", True), ("brook", "ada brook", True)],
)
def test_a_source_is_known_by_a_part_of_its_name(one, other, is_one):
    assert one_source(frozenset([one]), frozenset([other])) is is_one


@pytest.mark.parametrize(
    ("one", "other", "times"),
    [
        (at_least(0), quantity(50), 1),
        (quantity(50), at_least(0), 1),
        (at_most(0), quantity(5), 1),
        (quantity(0), quantity(0), 0),
    ],
)
def test_nothing_at_all_is_an_end_too(one, other, times):
    assert far_apart(figure(one), figure(other)) == times
    assert evidence(figure(one), figure(other), 1.0)["close"] == 0


def test_a_bound_of_decimals_is_as_it_stands():
    assert far_apart(figure(quantity(Decimal("0.2"))), figure(quantity(Decimal("1.9")))) == 0
