"""Figures of a group that differ in one thing: which of them goes on, is told again, or answers another."""

from __future__ import annotations

import attrs
import pytest

from newsparse.linking.figures.answering import with_answers
from newsparse.linking.figures.comparing import compared
from newsparse.linking.figures.joining import is_possible
from newsparse.linking.figures.likeness import contrasted
from newsparse.linking.figures.pairs import Pair, Related
from newsparse.linking.figures.sources import one_source
from newsparse.linking.figures.verdicts import taken_back, verdict
from tests.linking.made_figures import figure, money, quantity, years

DAY = {"published": "2026-03-03"}
BEFORE = {"published": "2026-03-02", "document": "z"}


def paired(one, other, *others):
    """The figures as a group, and the first two of them as a pair."""
    return Related([*others, one, other]), Pair(one, other, compared(one, other))


class TestGrowing:
    @pytest.mark.parametrize(
        ("one", "other", "grows"),
        [
            ({"moment": "08:00"}, {"moment": "12:00"}, True),
            ({"moment": "12:00"}, {"moment": "08:00"}, False),
            ({"moment": "08:00"}, {"moment": "08:00"}, False),
            ({"moment": "08:00"}, {}, False),
            ({}, {"moment": "12:00"}, False),
            ({"moment": "08:00"}, {"moment": "12:00", "document": "a"}, False),
        ],
    )
    def test_the_smaller_figure_of_an_earlier_hour_is_behind(self, one, other, grows):
        first = figure(12, changing=True, **DAY, **one)
        second = figure(14, **DAY, **{"document": "b", **other})
        group, pair = paired(first, second)
        assert group.grows(pair) is grows

    def test_a_larger_one_of_an_earlier_hour_is_not_nor_one_that_does_not_go_on(self):
        first, second = figure(14, moment="08:00", **DAY), figure(12, document="b", moment="12:00", **DAY)
        for changing in (True, False):
            group, pair = paired(attrs.evolve(first, changing=changing), second)
            assert not group.grows(pair)
        group, pair = paired(figure(12, moment="08:00", **DAY), figure(14, document="b", moment="12:00", **DAY))
        assert not group.grows(pair)

    @pytest.mark.parametrize(("value", "grows"), [(12, True), (14, True), (13, False)])
    def test_a_value_of_the_day_before_is_behind_too(self, value, grows):
        first, second = figure(12, changing=True, **DAY), figure(14, document="b", **DAY)
        group, pair = paired(first, second, figure(value, **BEFORE))
        assert group.grows(pair) is grows

    def test_values_of_the_day_before_are_no_sign_where_both_were_given_or_the_day_is_unknown(self):
        first, second = figure(12, changing=True, **DAY), figure(14, document="b", **DAY)
        group, pair = paired(first, second, figure(12, **BEFORE), figure(14, **BEFORE))
        assert not group.grows(pair)
        group, pair = paired(first, second, figure(12, document="z", published=""))
        assert not group.grows(pair)


class TestRecounting:
    @pytest.mark.parametrize(
        ("fields", "recounts"),
        [
            ({}, True),
            ({"disputed": True}, False),
            ({"sources": frozenset(["varga"])}, False),
            ({"document": "b"}, False),
        ],
    )
    def test_an_article_gives_a_value_with_the_one_of_the_day_before(self, fields, recounts):
        first = figure(26, sources=frozenset(["brook"]), **DAY)
        second = figure(19, **DAY, **fields)
        for one, other in ((first, second), (second, first)):
            group, pair = paired(one, other, figure(19, **BEFORE))
            assert group.recounts(pair) is recounts

    def test_a_dispute_beside_either_figure_counts(self):
        first, second = figure(26, disputed=True, **DAY), figure(19, **DAY)
        group, pair = paired(first, second, figure(19, **BEFORE))
        assert not group.recounts(pair)

    def test_nothing_is_recounted_where_nothing_was_given_before(self):
        group, pair = paired(figure(26, **DAY), figure(19, **DAY), figure(18, **BEFORE))
        assert not group.recounts(pair)


@pytest.mark.parametrize(
    ("first", "second", "is_one"),
    [
        (["brook"], ["brook"], True),
        (["brook"], ["brook", "the mayor"], True),
        (["brook", "the mayor"], ["brook"], True),
        (["ada brook"], ["brook"], True),
        (["brook"], ["ada brook"], True),
        (["ada brook"], ["ida brook"], False),
        (["brook"], ["varga"], False),
        (["brook"], [], False),
        ([], ["brook"], False),
    ],
)
def test_one_source_by_its_names(first, second, is_one):
    assert bool(one_source(frozenset(first), frozenset(second))) is is_one


SAID = {"speaker": "Brook", "head": "ship", "words": frozenset(["sink"]), "near": frozenset(["storm"]), "fate": "lost"}


class TestAnswering:
    @pytest.mark.parametrize(
        ("before", "after", "is_answer"),
        [
            ({}, {}, True),
            ({}, {"head": "boat"}, False),
            ({}, {"words": frozenset(["sail"])}, False),
            ({}, {"headline": True}, False),
            ({"headline": True}, {"headline": True}, True),
            ({}, {"fate": "found"}, False),
            ({}, {"fate": "lost"}, True),
            ({}, {"speaker": "Brook"}, False),
            ({}, {"speaker": ""}, False),
            ({"speaker": ""}, {}, False),
            ({}, {"quantity": money(14)}, False),
            ({"quantity": money(12)}, {}, True),
            ({"quantity": money(12)}, {"quantity": quantity(14, unit="piece")}, False),
            ({"quantity": quantity(12, kind="percent")}, {}, False),
            ({"quantity": quantity(12, kind="measure", unit="mile")}, {"quantity": years(14)}, False),
        ],
    )
    def test_somebody_else_gives_a_figure_for_what_the_one_before_is_for(self, before, after, is_answer):
        first = attrs.evolve(figure(12, **{**SAID, "role": "change", "direction": "up"}), **before)
        second = attrs.evolve(figure(14, speaker="Varga"), **after)
        _, found = with_answers([first, second])
        assert (found.answered == first.claim) is is_answer
        if is_answer:
            kept = ("head", "words", "near", "fate", "role", "direction")
            assert [getattr(found, name) for name in kept] == [getattr(first, name) for name in kept]
        else:
            assert found == second

    def test_one_that_answers_may_be_answered(self):
        first = figure(12, **SAID)
        given = [first, figure(14, speaker="Varga"), figure(16, speaker="Beck")]
        assert [item.head for item in with_answers(given)] == ["ship", "ship", "ship"]
        assert list(with_answers(given[1:2])) == given[1:2]


class TestCountering:
    @pytest.mark.parametrize(
        ("before", "after", "is_countered"),
        [
            ({}, {}, True),
            ({}, {"countering": False}, False),
            ({}, {"head": "boat"}, False),
            ({}, {"sentence": 1}, False),
            ({}, {"sentence": 9}, False),
            ({}, {"speaker": "Brook"}, False),
            ({"speaker": ""}, {}, False),
            ({"headline": True}, {}, False),
            ({}, {"quantity": money(14)}, False),
            ({"quantity": money(12)}, {}, True),
            ({"quantity": money(12)}, {"quantity": quantity(14, unit="piece")}, False),
            ({"quantity": quantity(12, kind="percent")}, {}, False),
        ],
    )
    def test_a_sentence_that_disputes_a_figure_gives_another_one_for_it(self, before, after, is_countered):
        first = attrs.evolve(figure(12, sentence=1, speaker="Brook", head="ship"), **before)
        second = attrs.evolve(figure(14, sentence=2, countering=True), **after)
        _, found = with_answers([first, second])
        assert (found.answered == first.claim) is is_countered

    def test_it_may_say_itself_what_happened(self):
        first = figure(12, sentence=1, speaker="Brook", head="ship")
        _, found = with_answers([first, figure(14, sentence=2, countering=True, fate="lost")])
        assert (found.head, found.fate) == ("ship", "lost")


class TestContrast:
    def test_a_figure_that_answers_another_one_of_its_article_is_for_the_same_thing(self):
        first, second = figure(12, head="ship"), figure(14, head="boat")
        assert not contrasted(first, second)
        assert contrasted(first, attrs.evolve(second, answered=first.claim))
        assert contrasted(attrs.evolve(first, answered=second.claim), second)
        elsewhere = attrs.evolve(second, answered=first.claim, place=attrs.evolve(second.place, document="b"))
        assert not contrasted(first, elsewhere)

    @pytest.mark.parametrize(
        ("amount", "is_contrast"), [(quantity(14), True), (money(14), False), (quantity(14, kind="percent"), False)]
    )
    def test_two_people_give_figures_that_can_be_compared(self, amount, is_contrast):
        first = figure(12, head="ship", speaker="Brook")
        assert contrasted(first, figure(amount, head="ship", speaker="Varga")) is is_contrast


SIZE = {"kind": "measure", "unit": "metre"}
BRIDGE = frozenset(["bridge"])


class TestOneSize:
    @pytest.mark.parametrize(
        ("values", "heads", "may_be"),
        [
            ((127, 127), ("bridge", "bridge"), True),
            ((127, 128), ("bridge", "bridge"), False),
            ((127, 127), ("bridge", "tower"), False),
            ((127, 127), ("", ""), False),
            ((7, 7), ("bridge", "bridge"), False),
        ],
    )
    def test_the_very_same_size_of_a_thing_is_no_other_aspect_of_it(self, values, heads, may_be):
        first = figure(quantity(values[0], **SIZE), fate="length", head=heads[0], words=BRIDGE)
        second = figure(quantity(values[1], **SIZE), document="b", fate="height", head=heads[1], words=BRIDGE)
        assert is_possible(first, second, 0.5) is may_be

    def test_that_holds_for_sizes_alone(self):
        first = figure(127, fate="dead", head="man", words=BRIDGE)
        second = figure(127, document="b", fate="hurt", head="man", words=BRIDGE)
        assert not is_possible(first, second, 0.5)


@pytest.mark.parametrize(
    ("amount", "is_bare"),
    [(quantity(19), True), (money(19), True), (quantity(19, kind="percent"), True), (years(19, "age"), False)],
)
def test_only_numbers_amounts_and_shares_leave_what_they_are_about_to_what_was_said_before(amount, is_bare):
    assert figure(amount, words=frozenset(["be"])).bare is is_bare
    assert not figure(amount, head="ship").bare


@pytest.mark.parametrize(
    ("amount", "runs"),
    [(quantity(19), True), (money(19), False), (years(19, "age"), False), (quantity(19, kind="percent"), True)],
)
def test_words_for_what_goes_on_say_so_of_numbers_and_not_of_amounts_or_ages(amount, runs):
    words = [word for word in ("case", "infection", "turnout", "vote", "casualty") if figure(amount, head=word).running]
    assert bool(words) is runs


@pytest.mark.parametrize(
    ("earlier", "gone"),
    [(None, [45]), (45, [45, 45]), (60, [45])],
)
def test_the_value_that_is_taken_back_is_one_that_an_article_gave(earlier, gone):
    given = [figure(45, **DAY), figure(54, document="b", taken_back=True, **DAY)]
    if earlier:
        given.append(figure(earlier, document="b", taken_back=True, earlier=True, **DAY))
    assert [int(item.quantity.low) for item, _ in taken_back(Related(given))] == gone


@pytest.mark.parametrize(
    ("back", "rule"),
    [
        ([{"taken_back": True}], "taken-back"),
        ([{"taken_back": True, "negated": True}], "taken-back"),
        ([{"taken_back": True, "earlier": True}], "taken-back"),
        ([{}], "same-day"),
    ],
)
def test_an_article_that_takes_a_figure_back_explains_the_other(back, rule):
    given = [figure(54, document="b", **DAY, **fields) for fields in back]
    assert verdict([figure(45, **DAY), *given])[1] == f"across.figures.{rule}"
