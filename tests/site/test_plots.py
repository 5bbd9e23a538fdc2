"""Plots show what they are given, inside their box."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.site import plots


def inside(plot):
    return all(
        0 <= bar.box.x <= bar.box.x + bar.box.width <= plot.width + 0.2
        and 0 <= bar.box.y <= bar.box.y + bar.box.height <= plot.height + 0.2
        for bar in plot.bars
    )


def test_months_without_anything_leave_a_gap():
    plot = plots.months({"2023-12": 4, "2024-02": 2}, "Articles", lambda month: f"/?since={month}", "articles")
    assert [bar.label for bar in plot.bars] == ["2023-12: 4 articles", "2024-02: 2 articles"]
    assert [label.words for label in plot.labels] == ["2023-12", "2024-01", "2024-02"]
    assert plot.bars[0].box.height == 2 * plot.bars[1].box.height
    assert inside(plot)


def test_one_month_is_no_plot():
    assert plots.months({"2024-02": 2}, "Articles", str, "articles") is None
    assert plots.months({}, "Articles", str, "articles") is None


def test_months_are_written_inside_the_plot_and_not_over_each_other():
    counts = {f"20{year}-{month:02}": 1 for year in range(10, 25) for month in range(1, 13)}
    labels = plots.months(counts, "Articles", str, "articles").labels
    assert len(labels) == 5
    edges = {"start": (0, 80), "middle": (-40, 40), "end": (-80, 0)}
    reach = [(label.x + edges[label.anchor][0], label.x + edges[label.anchor][1]) for label in labels]
    assert reach[0][0] >= 0
    assert reach[-1][1] <= plots.WIDTH
    assert all(left[1] <= right[0] for left, right in pairwise(reach))


def test_lying_bars_have_a_piece_per_kind_and_one_scale():
    rows = [("Kell Times", {"named": 3, "unnamed": 1}), ("Orla Post", {"named": 0, "unnamed": 2})]
    plot = plots.stacked(rows, "Sources", ["named", "unnamed"], lambda name, kind: f"{name}/{kind}")
    assert [(bar.label, bar.style) for bar in plot.bars] == [
        ("Kell Times: 3 named", "k0"),
        ("Kell Times: 1 unnamed", "k1"),
        ("Orla Post: 2 unnamed", "k1"),
    ]
    assert plot.bars[2].box.width == 2 * plot.bars[1].box.width
    assert inside(plot)
    assert plots.stacked([("Kell Times", {})], "Sources", ["named"], lambda *_: "") is None


def value(day, low, high):
    return plots.Value(day=day, low=low, high=high, label=f"{low}-{high}", link="/")


def test_values_lie_by_day_and_height_and_reach_on_towards_an_open_end():
    plot = plots.values(
        [value("2024-05-06", 12, 12), value("2024-05-07", 14, None), value("2024-05-08", 20, 20)], "Toll"
    )
    first, second, third = (bar.box for bar in plot.bars)
    assert first.x < second.x < third.x
    assert first.y > third.y
    assert second.height > third.height
    assert plot.bars[1].style == "open"
    assert inside(plot)


def test_values_far_apart_have_a_logarithmic_axis():
    days = [value("2024-05-06", 1, 1), value("2024-05-07", 1000, 1000), value("2024-05-08", 1_000_000, 1_000_000)]
    plot = plots.values(days, "Toll")
    low, middle, high = (bar.box.y for bar in plot.bars)
    assert plot.title == "Toll (logarithmic)"
    assert low - middle == middle - high
    assert inside(plot)


def test_equal_values_are_no_plot():
    assert plots.values([value("2024-05-06", 12, 12), value("2024-05-07", 12, 12)], "Toll") is None
    assert plots.values([], "Toll") is None


def test_values_of_one_day_lie_in_the_middle():
    assert inside(plots.values([value("2024-05-06", 12, 12), value("2024-05-06", 14, 14)], "Toll"))


ENDS = st.none() | st.floats(-1e6, 1e6).map(lambda end: round(end, 2)) | st.integers(0, 10**9)
VALUES = st.lists(
    st.builds(
        lambda day, ends: value(day.isoformat(), *sorted(ends) if None not in ends else ends),
        st.dates(date(2023, 1, 1), date(2024, 12, 31)),
        st.tuples(ENDS, ENDS),
    ),
    max_size=6,
)


@given(VALUES)
def test_a_mark_per_figure_that_has_an_end_lies_inside_and_in_the_order_of_days_and_values(found):
    ends = [end for item in found for end in (item.low, item.high) if end is not None]
    plot = plots.values(found, "Toll")
    assert (plot is None) == (len(set(ends)) < 2)
    if plot is None:
        return
    shown = [item for item in found if item.low is not None or item.high is not None]
    assert [(bar.label, bar.link) for bar in plot.bars] == [(item.label, item.link) for item in shown]
    assert inside(plot)
    assert (plot.title == "Toll (logarithmic)") == (min(ends) > 0 and max(ends) / min(ends) > 100)
    for one, bar in zip(shown, plot.bars, strict=True):
        assert bar.style == ("open" if None in (one.low, one.high) else "")
        for other, beside in zip(shown, plot.bars, strict=True):
            assert one.day >= other.day or bar.box.x <= beside.box.x
            if None not in (one.low, one.high, other.low, other.high) and one.low > other.high:
                assert bar.box.y <= beside.box.y
    words = [label.words for label in plot.labels]
    assert words[:2] == [f"{end:,.12g}" for end in (min(ends), max(ends))]
    days = [item.day for item in shown]
    assert words[2:] == list(dict.fromkeys([min(days), max(days)]))


@pytest.mark.parametrize(
    ("low", "high", "logarithmic"), [(1, 100, False), (1, 101, True), (0, 101, False), (-1, 900, False), (2, 201, True)]
)
def test_only_values_above_zero_more_than_a_hundred_times_apart_need_a_logarithm(low, high, logarithmic):
    plot = plots.values([value("2024-05-06", low, low), value("2024-05-07", high, high)], "Toll")
    assert (plot.title == "Toll (logarithmic)") is logarithmic
    assert [label.y for label in plot.labels[:2]] == [bar.box.y + 8 for bar in plot.bars]


COUNTS = st.dictionaries(
    st.tuples(st.integers(2022, 2024), st.integers(1, 12)).map(lambda at: f"{at[0]}-{at[1]:02}"),
    st.integers(0, 2000),
    max_size=8,
)


@given(COUNTS)
def test_a_column_per_month_with_anything_is_as_high_as_its_count(counts):
    plot = plots.months(counts, "Articles", lambda month: f"/?since={month}", "articles")
    if plot is None:
        assert len(counts) < 2 or not any(counts.values())
        return
    every = [month for month in sorted(counts) if counts[month]]
    assert [bar.link for bar in plot.bars] == [f"/?since={month}" for month in every]
    assert [bar.label for bar in plot.bars] == [f"{month}: {counts[month]:,} articles" for month in every]
    assert inside(plot)
    top = max(counts.values())
    for month, bar in zip(every, plot.bars, strict=True):
        assert bar.box.height == pytest.approx(plots.HEIGHT * counts[month] / top, abs=0.06)
        assert bar.box.y + bar.box.height == pytest.approx(plot.bars[0].box.y + plot.bars[0].box.height, abs=0.11)
    assert all(left.box.x + left.box.width < right.box.x for left, right in pairwise(plot.bars))
    assert len(plot.labels) <= 5
    assert plot.labels[0].words == min(counts)


ROWS = st.lists(
    st.tuples(st.text("abc", min_size=1, max_size=40), st.dictionaries(st.sampled_from("xyz"), st.integers(0, 50))),
    max_size=5,
)


@given(ROWS)
def test_pieces_of_lying_bars_follow_each_other_without_a_gap(rows):
    plot = plots.stacked(rows, "Sources", ["x", "y", "z"], lambda name, kind: f"{name}/{kind}")
    if not any(sum(counts.values()) for _, counts in rows):
        assert plot is None
        return
    pieces = [(name, kind, counts[kind]) for name, counts in rows for kind in "xyz" if counts.get(kind)]
    assert [(bar.label, bar.link) for bar in plot.bars] == [
        (f"{name}: {count} {kind}", f"{name}/{kind}") for name, kind, count in pieces
    ]
    assert inside(plot)
    assert [kind for _, kind in plot.legend] == [kind for kind in "xyz" if any(piece[1] == kind for piece in pieces)]
    assert {bar.style for bar in plot.bars} == {style for style, _ in plot.legend}
    for left, right in pairwise(plot.bars):
        assert left.box.y != right.box.y or right.box.x == pytest.approx(left.box.x + left.box.width, abs=0.11)
    named = [label for label in plot.labels if label.anchor == "end"]
    assert [label.words for label in named] == [name if len(name) <= 24 else f"{name[:23]}…" for name, _ in rows]
    totals = [label.words for label in plot.labels if label.anchor == "start"]
    assert totals == [str(sum(counts.values())) for _, counts in rows]
