"""Two figures that differ in one thing: whether they may be about one thing, and how those of a group relate."""

from __future__ import annotations

import attrs
import pytest

from newsparse.linking.figures.comparing import compared
from newsparse.linking.figures.joining import is_possible
from newsparse.linking.figures.pairs import Pair, is_below
from newsparse.linking.figures.verdicts import verdict
from tests.linking.made_figures import at_least, at_most, figure, money, quantity, years

SHIPS = {"head": "ship", "words": frozenset(["sink", "storm"])}


class TestJoining:
    @pytest.mark.parametrize(
        ("one", "other", "may_be"),
        [
            ({}, {}, True),
            ({"fate": "lost"}, {"fate": "lost"}, True),
            ({"fate": "lost"}, {"fate": "found"}, False),
            ({"fate": "lost"}, {}, True),
            ({"role": "from"}, {}, False),
            ({"besides": frozenset(["boat"])}, {}, False),
            ({"besides": frozenset(["boat"])}, {"besides": frozenset(["boat"])}, True),
            ({"head": "boat", "split": True}, {}, False),
            ({"head": "boat"}, {}, True),
            ({"period": ("2025-01-01", "2025-12-31")}, {"period": ("2024-01-01", "2024-12-31")}, False),
        ],
    )
    def test_what_forbids_that_figures_of_two_articles_are_of_one_thing(self, one, other, may_be):
        first, second = figure(12, **{**SHIPS, **one}), figure(14, document="b", **{**SHIPS, **other})
        assert is_possible(first, second, 0.5) is is_possible(second, first, 0.5) is may_be

    @pytest.mark.parametrize(
        ("words", "alike", "may_be"),
        [
            (["sink", "storm"], 0.1, True),
            (["paint", "wall"], 0.1, False),
            (["paint", "wall"], 0.2, True),
            (["sink", "storm"], 0.0, False),
        ],
    )
    def test_articles_or_sentences_have_something_in_common(self, words, alike, may_be):
        other = figure(14, document="b", head="ship", words=frozenset(words))
        assert is_possible(figure(12, **SHIPS), other, alike) is may_be

    @pytest.mark.parametrize(
        ("one", "other", "may_be"),
        [
            (money(12), quantity(12), False),
            (money(12), quantity(12, kind="measure", unit="metre"), False),
            (money(4_000_000), quantity(4_000_000), True),
            (years(12, "age"), quantity(12), False),
            (years(12), years(12, "age"), False),
            (years(300), years(300, "age"), True),
            (quantity(14), quantity(14_000), True),
            (quantity(14), quantity(14_300), False),
            (quantity(14), quantity(1_430), True),
        ],
    )
    def test_sorts_and_magnitudes_that_are_never_of_one_thing(self, one, other, may_be):
        first, second = figure(one, words=SHIPS["words"]), figure(other, document="b", words=SHIPS["words"])
        assert is_possible(first, second, 0.5) is is_possible(second, first, 0.5) is may_be

    @pytest.mark.parametrize(
        ("one", "other", "may_be"),
        [
            ({}, {}, False),
            ({"earlier": True}, {}, True),
            ({"taken_back": True}, {}, True),
            ({"earlier": True, "head": "boat"}, {}, False),
            ({"earlier": True, "head": ""}, {}, True),
            ({"headline": True}, {}, True),
            ({"elliptical": True}, {}, True),
            ({"negated": True}, {}, True),
            ({"negated": True}, {"negated": True}, False),
            ({"speaker": "Brook"}, {"speaker": "Varga"}, True),
            ({"speaker": "Brook"}, {"speaker": "Brook"}, False),
            ({"head": "", "words": frozenset(["sink"])}, {}, True),
            ({"head": "", "words": frozenset(["sink", "storm"])}, {}, False),
        ],
    )
    def test_two_figures_of_one_article_are_of_one_thing_where_it_gives_a_sign(self, one, other, may_be):
        first, second = figure(12, sentence=1, **{**SHIPS, **one}), figure(14, sentence=2, **{**SHIPS, **other})
        assert is_possible(first, second, 1.0) is is_possible(second, first, 1.0) is may_be

    @pytest.mark.parametrize(
        ("value", "may_be"),
        [(12, True), (14, False), (quantity(12, exactness="about"), True), (quantity(12, unit="piece"), False)],
    )
    def test_the_same_value_again_is_a_sign(self, value, may_be):
        first, second = figure(12, sentence=1, **SHIPS), figure(value, sentence=2, **SHIPS)
        assert is_possible(first, second, 1.0) is may_be

    @pytest.mark.parametrize(
        ("one", "other", "may_be"),
        [
            ({"taken_back": True}, {}, True),
            ({}, {}, False),
            ({"taken_back": True, "head": "boat"}, {}, False),
            ({"taken_back": True, "head": ""}, {"head": ""}, False),
            ({"taken_back": True, "head": ""}, {}, True),
            ({"taken_back": True}, {"head": ""}, True),
            ({"speaker": "Brook"}, {"speaker": "Varga"}, True),
        ],
    )
    def test_in_one_sentence_only_a_correction_or_another_speaker_is(self, one, other, may_be):
        first, second = figure(12, **{**SHIPS, **one}), figure(14, **{**SHIPS, **other})
        assert is_possible(first, second, 1.0) is may_be

    @pytest.mark.parametrize(("head", "may_be"), [("rent", True), ("wage", False)])
    def test_in_one_sentence_two_people_speak_of_the_same_thing(self, head, may_be):
        said = {"near": frozenset(["rise"]), "words": frozenset(["rise"])}
        first = figure(money(12), head="rent", speaker="Brook", **said)
        assert is_possible(first, figure(money(14), head=head, speaker="Varga", **said), 1.0) is may_be


class TestVerdicts:
    @pytest.mark.parametrize(
        ("one", "other", "rule"),
        [
            ({}, {}, "same-day"),
            ({}, {"published": "2026-03-03"}, "unexplained"),
            ({"taken_back": True}, {}, "taken-back"),
            ({"changing": True}, {}, "later"),
            ({"changing": True}, {"changing": True}, "same-day"),
            ({"role": "to"}, {}, "later"),
            ({"changing": True, "document": "b"}, {}, "same-day"),
            (
                {"sources": frozenset(["brook"])},
                {"sources": frozenset(["varga"]), "published": "2026-03-03"},
                "two-sources",
            ),
            ({"sources": frozenset(["brook"])}, {"sources": frozenset(["varga"]), "published": "2026-03-24"}, "later"),
            (
                {"sources": frozenset(["brook"])},
                {"sources": frozenset(["varga"]), "published": "2026-03-23"},
                "two-sources",
            ),
            ({"sources": frozenset(["brook"])}, {"sources": frozenset(["brook"]), "published": "2026-03-03"}, "later"),
            ({}, {"published": "2026-03-24"}, "later"),
            ({"outlook": "forecast"}, {"outlook": "forecast", "published": "2026-03-03"}, "later"),
            ({"outlook": "forecast"}, {"published": "2026-03-03"}, "unexplained"),
            (
                {"period": ("2025-01-01", "2025-12-31")},
                {"period": ("2025-01-01", "2025-12-31"), "published": "2026-03-03"},
                "settled",
            ),
            (
                {"period": ("2025-01-01", "2025-12-31")},
                {"period": ("2025-01-01", "2026-12-31"), "published": "2026-03-03"},
                "later",
            ),
        ],
    )
    def test_why_two_articles_differ(self, one, other, rule):
        first = figure(12, **{"published": "2026-03-02", **one})
        second = figure(14, document="b", **{"published": "2026-03-02", **other})
        assert verdict([first, second])[1] == f"across.figures.{rule}"

    @pytest.mark.parametrize(
        ("amount", "fields", "rule"),
        [
            ({"kind": "measure", "unit": "metre"}, {}, "lasting"),
            ({"kind": "age", "unit": "year"}, {}, "lasting"),
            ({"kind": "measure", "unit": "degree Celsius"}, {}, "unexplained"),
            ({"kind": "measure", "unit": "metre"}, {"changing": True}, "later"),
            ({"kind": "measure", "unit": "metre"}, {"direction": "up"}, "unexplained"),
            ({"kind": "percent"}, {}, "unexplained"),
        ],
    )
    def test_sizes_and_ages_last_from_day_to_day(self, amount, fields, rule):
        first = figure(quantity(12, **amount), published="2026-03-02", **fields)
        second = figure(quantity(14, **amount), document="b", published="2026-03-03")
        assert verdict([first, second])[1] == f"across.figures.{rule}"

    @pytest.mark.parametrize(
        ("values", "rule"),
        [
            ((2, 3, 2), "back-again"),
            ((2, 3, 6), "unexplained"),
            ((2, 2, 2), "agree"),
            ((2, 2, 3), "unexplained"),
            ((2, at_least(2), 2), "agree"),
            ((2, 3, quantity(2, kind="percent")), "unexplained"),
            ((quantity(2, kind="percent"), 3, 2), "unexplained"),
        ],
    )
    def test_a_value_that_comes_back(self, values, rule):
        days = ("2026-03-02", "2026-03-03", "2026-03-04")
        given = [figure(value, document=day, published=day) for value, day in zip(values, days, strict=True)]
        assert verdict(given)[1] == f"across.figures.{rule}"

    @pytest.mark.parametrize(
        ("one", "other", "rule"),
        [
            (
                {"period": ("2025-01-01", "2025-12-31"), "published": ""},
                {"period": ("2025-01-01", "2025-12-31")},
                "same-day",
            ),
            (
                {"period": ("2025-01-01", "2025-12-31"), "role": "change"},
                {"period": ("2025-01-01", "2025-12-31")},
                "unexplained",
            ),
            (
                {"period": ("2025-01-01", "2025-12-31")},
                {"period": ("2025-01-01", "2025-12-31"), "role": "change"},
                "unexplained",
            ),
            ({"period": ("2025-01-01", "2025-12-31")}, {"period": ("2024-01-01", "2024-12-31")}, "unexplained"),
            ({"period": ("2025-01-01", "2026-03-01")}, {"period": ("2025-01-01", "2026-03-01")}, "settled"),
            ({"outlook": "forecast"}, {"outlook": "forecast"}, "later"),
        ],
    )
    def test_a_time_is_over_before_the_article(self, one, other, rule):
        first = figure(12, **{"published": "2026-03-02", **one})
        second = figure(14, document="b", **{"published": "2026-03-03", **other})
        assert verdict([first, second])[1] == f"across.figures.{rule}"

    @pytest.mark.parametrize(
        ("fields", "rule"),
        [({}, "lasting"), ({"outlook": "forecast"}, "lasting"), ({"role": "change"}, "unexplained")],
    )
    def test_what_a_size_is_going_to_be_lasts_too(self, fields, rule):
        size = {"kind": "measure", "unit": "metre"}
        first = figure(quantity(12, **size), published="2026-03-02", **fields)
        second = figure(quantity(14, **size), document="b", published="2026-03-03", **fields)
        assert verdict([first, second])[1] == f"across.figures.{rule}"

    @pytest.mark.parametrize(("kind", "unit"), [("age", "year"), ("measure", "hour")])
    def test_how_long_something_is_going_to_take_does_not_last(self, kind, unit):
        given = [
            figure(quantity(value, kind=kind, unit=unit), document=day, published=day, outlook="forecast")
            for value, day in ((12, "2026-03-02"), (14, "2026-03-03"))
        ]
        assert verdict(given)[1] == "across.figures.later"

    def test_the_earlier_figure_may_come_first_and_be_one_of_several(self):
        day = {"published": "2026-03-02"}
        first, second = figure(12, earlier=True, **day), figure(14, **day)
        assert verdict([first, second])[1] == "across.figures.said-earlier"
        assert verdict([first, second, figure(16, document="b", **day)])[1] == "across.figures.same-day"
        assert verdict([first, figure(14, document="b", **day)])[1] == "across.figures.same-day"

    @pytest.mark.parametrize(
        ("document", "published", "why"),
        [
            ("b", "2026-03-02", "both are of the same day"),
            ("b", "", "no date says that they are of different days"),
            ("a", "", "both are of the same day"),
        ],
    )
    def test_only_what_has_a_date_is_called_of_the_same_day(self, document, published, why):
        day = "" if document == "a" else "2026-03-02"
        found = verdict([figure(12, published=day), figure(14, document=document, published=published)])[0]
        assert found.reason.endswith(f"have no value in common: {why}")

    def test_an_article_says_which_figure_is_the_earlier_one(self):
        first = figure(12, published="2026-03-02")
        assert verdict([first, figure(14, published="2026-03-02", earlier=True)])[1] == "across.figures.said-earlier"
        assert verdict([first, figure(14, published="2026-03-02")])[1] == "across.figures.same-day"
        assert verdict([first, figure(14, published="2026-03-02", headline=True)])[1] == "across.figures.headline"

    @pytest.mark.parametrize(
        ("one", "other", "below"),
        [
            (quantity(2), quantity(3), True),
            (quantity(3), quantity(3), False),
            (quantity(2, 4), quantity(3), False),
            (at_least(2), quantity(3), True),
            (quantity(2), at_most(3), True),
            (money(2), quantity(3), False),
            (money(2), money(3, "USD"), False),
        ],
    )
    def test_a_figure_is_certainly_smaller(self, one, other, below):
        assert is_below(figure(one), figure(other)) is below

    @pytest.mark.parametrize(
        ("one", "other", "is_same", "is_long"),
        [
            ("2026-03-02", "2026-03-02", True, False),
            ("2026-03-02", "", True, False),
            ("", "2026-03-02", True, False),
            ("", "", True, False),
            ("2026-03-02", "2026-03-03", False, False),
            ("2026-03-02", "2026-03-23", False, False),
            ("2026-03-02", "2026-03-24", False, True),
        ],
    )
    def test_days_are_the_same_where_one_is_unknown(self, one, other, is_same, is_long):
        first, second = figure(1, published=one), figure(2, published=other)
        pair = Pair(first, second, compared(first, second))
        assert (pair.same_day, pair.long) == (is_same, is_long)


def test_a_figure_goes_on_where_its_words_or_its_time_say_so():
    day = {"published": "2026-03-02"}
    plain = figure(12, **day)
    assert not plain.running
    for fields in (
        {"changing": True},
        {"role": "to"},
        {"role": "from"},
        {"fate": "dead"},
        {"period": ("2026-01-01", "2026-12-31")},
    ):
        assert attrs.evolve(plain, **fields).running
    for fields in (
        {"period": ("2025-01-01", "2025-12-31")},
        {"period": ("2026-01-01", "2026-12-31"), "outlook": "forecast"},
        {"fate": "length", "quantity": quantity(12, kind="measure", unit="metre")},
    ):
        assert not attrs.evolve(plain, **fields).running
