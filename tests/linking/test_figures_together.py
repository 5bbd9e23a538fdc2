"""Two figures that differ in one thing: whether they are scored at all, and whether they may be about one thing."""

from __future__ import annotations

import pytest

from newsparse.linking.figures.joining import between, is_possible
from tests.linking.made_figures import at_least, figure, money, quantity, years

DAY = "2026-03-02"
SINK = frozenset(["sink", "storm"])


@pytest.mark.parametrize(
    ("one", "other", "are_scored"),
    [
        ({"head": "ship"}, {"head": "lamp"}, False),
        ({"head": "ship", "near": frozenset(["grey"])}, {"head": "lamp", "near": frozenset(["grey"])}, True),
        ({"head": "ship", "words": SINK}, {"head": "lamp", "words": SINK}, True),
        ({"head": "ship", "fate": "lost"}, {"head": "lamp", "fate": "lost"}, True),
        ({"head": "ship", "fate": "lost"}, {"head": "lamp"}, False),
        ({"head": "ship"}, {}, True),
    ],
)
def test_counts_of_two_things_share_more_than_one_word(one, other, are_scored):
    shared = {"words": frozenset(["sink"]), "only": True}
    first = figure(40, **{**shared, **one})
    second = figure(41, document="b", **{**shared, **other})
    found = [pair[1:] for pair in between([first], [second], 1.0)]
    assert (found == [(first, second)]) is are_scored


def test_the_same_value_of_two_things_is_scored():
    shared = {"words": frozenset(["sink", "grey"]), "near": frozenset(["grey"]), "only": True}
    first, second = figure(1240, head="ship", **shared), figure(1240, document="b", head="lamp", **shared)
    assert list(between([first], [second], 1.0))


@pytest.mark.parametrize(
    ("value", "head", "may_be"),
    [(1240, "ship", True), (1240, "", True), (1240, "lamp", False), (7, "ship", False), (1241, "ship", False)],
)
def test_articles_that_have_little_in_common_need_a_telling_value_of_one_thing(value, head, may_be):
    first = figure(1240 if value > 10 else 7, head="ship", words=SINK)
    assert is_possible(first, figure(value, document="b", head=head, words=frozenset(["mill"])), 0.1) is may_be


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        (money(5), money(5), True),
        (money(5), money(6), False),
        (quantity(5, kind="percent"), quantity(5, kind="percent"), True),
        (quantity("0.5", kind="fraction"), quantity(50, kind="percent"), True),
        (quantity("0.5", kind="fraction"), quantity("0.5", kind="fraction"), False),
        (quantity(5), quantity(5), False),
        (years(5), years(5), False),
        (quantity(5, kind="measure", unit="metre"), quantity(5, kind="measure", unit="metre"), True),
        (quantity(5, kind="measure", unit="metre"), quantity(5, kind="measure", unit="litre"), False),
        (at_least(5, kind="money", currency="EUR"), at_least(5, kind="money", currency="EUR"), False),
    ],
)
def test_one_amount_share_or_size_is_all_that_two_figures_need_in_common(one, other, may_be):
    assert is_possible(figure(one), figure(other, document="b"), 0.5) is may_be


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        (money(5), quantity(5, kind="measure", unit="metre"), False),
        (money(50), quantity(50), False),
        (quantity(5, kind="percent"), quantity(5), True),
    ],
)
def test_amounts_are_no_sizes_nor_counts(one, other, may_be):
    assert is_possible(figure(one, words=SINK), figure(other, document="b", words=SINK), 0.5) is may_be


@pytest.mark.parametrize(
    ("fields", "may_be"),
    [
        ({"period": ("2025-01-01", "2025-12-31"), "published": DAY}, True),
        ({"period": ("2025-01-01", DAY), "published": DAY}, False),
        ({"period": ("2025-01-01", "2025-12-31")}, False),
        ({"published": DAY}, False),
        ({"role": "from"}, True),
    ],
)
def test_a_former_value_is_that_of_a_time_that_is_over(fields, may_be):
    former = figure(12, head="ship", words=SINK, role="from", published=DAY)
    assert is_possible(former, figure(12, document="b", head="ship", words=SINK, **fields), 0.5) is may_be


def test_an_open_value_has_no_digits():
    first, second = figure(at_least(14), words=SINK), figure(at_least(14_000), document="b", words=SINK)
    assert is_possible(first, second, 0.5)
    assert not is_possible(first, figure(14_300, document="b", words=SINK), 0.5)


def test_an_open_value_again_is_no_sign():
    said = {"head": "ship", "words": SINK}
    first, second = figure(at_least(12), sentence=1, **said), figure(at_least(12), sentence=2, **said)
    assert not is_possible(first, second, 1.0)
