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
    told = [f"{month}: {counts[month]:,} article{'s' * (counts[month] != 1)}" for month in every]
    assert [bar.label for bar in plot.bars] == told
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


def middle(bar):
    return bar.box.x + bar.box.width / 2


def bottom(bar):
    return bar.box.y + bar.box.height


def test_two_months_are_a_plot():
    plot = plots.months({"2024-01": 2, "2024-02": 1}, "Articles", str, "articles")
    assert [bar.label for bar in plot.bars] == ["2024-01: 2 articles", "2024-02: 1 article"]


@pytest.mark.parametrize(("many", "named"), [(2, 2), (5, 5), (6, 3), (8, 4), (10, 5), (11, 4), (12, 4)])
def test_a_month_is_written_below_the_middle_of_its_column(many, named):
    plot = plots.months({f"2024-{month:02}": month for month in range(1, many + 1)}, "Articles", str, "articles")
    columns = {bar.link: bar for bar in plot.bars}
    assert len(plot.labels) == named
    for label in plot.labels:
        if label.anchor == "middle":
            assert label.x == pytest.approx(middle(columns[label.words]), abs=0.11)
            assert 40 <= label.x <= plot.width - 40
        else:
            assert label.x == (0 if label.anchor == "start" else plot.width)
        assert bottom(columns[label.words]) < label.y < plot.height
    assert plot.labels[0].anchor == ("middle" if many <= 8 else "start")


@pytest.mark.parametrize(("many", "last"), [(21, "2001-09"), (26, "2002-01")])
def test_a_month_at_the_right_edge_ends_there(many, last):
    counts = {f"{2000 + month // 12}-{month % 12 + 1:02}": 1 for month in range(many)}
    label = plots.months(counts, "Articles", str, "articles").labels[-1]
    assert (label.words, label.x, label.anchor) == (last, plots.WIDTH, "end")


def test_names_stand_left_of_their_bars_and_sums_right_of_them():
    rows = [("Kell Times", {"named": 3, "unnamed": 1}), ("Orla Post", {"unnamed": 2}), ("Sail Weekly", {"named": 1})]
    plot = plots.stacked(rows, "Sources", ["named", "unnamed", "records"], lambda name, kind: name)
    names = [label for label in plot.labels if label.anchor == "end"]
    sums = [label for label in plot.labels if label.anchor == "start"]
    assert [label.words for label in sums] == ["4", "2", "1"]
    assert plot.legend == (("k0", "named"), ("k1", "unnamed"))
    for name, total in zip(names, sums, strict=True):
        pieces = [bar for bar in plot.bars if bar.link == name.words]
        assert name.x < pieces[0].box.x
        assert pieces[-1].box.x + pieces[-1].box.width < total.x < plot.width
        assert all(bar.box.y < label.y < bottom(bar) for bar in pieces for label in (name, total))
    for above, below in pairwise(["Kell Times", "Orla Post", "Sail Weekly"]):
        one, other = (next(bar for bar in plot.bars if bar.link == name) for name in (above, below))
        assert bottom(one) < other.box.y
    assert bottom(plot.bars[-1]) < plot.height


@pytest.mark.parametrize(("letters", "shown"), [(23, 23), (24, 24), (25, 24)])
def test_a_name_beside_a_bar_has_24_letters_at_most(letters, shown):
    (name, _) = plots.stacked([("a" * letters, {"named": 1})], "Sources", ["named"], lambda *_: "").labels
    assert len(name.words) == shown
    assert name.words.endswith("…") is (letters > 24)


def test_a_mark_has_its_day_in_its_middle_and_its_value_beside_it():
    days = ["2024-05-06", "2024-05-08", "2024-05-10"]
    plot = plots.values([value(day, number, number) for day, number in zip(days, (12, 16, 20), strict=True)], "Toll")
    low, high, first, last = plot.labels
    assert [middle(bar) for bar in plot.bars] == [first.x, (first.x + last.x) / 2, last.x]
    assert (first.words, first.anchor, last.words, last.anchor) == (days[0], "start", days[2], "end")
    assert (low.words, high.words, low.anchor, high.anchor) == ("12", "20", "end", "end")
    assert [low.y - bottom(plot.bars[0]), high.y - bottom(plot.bars[2])] == [0, 0]
    assert all(label.x < bar.box.x for label in (low, high) for bar in plot.bars)
    assert all(bottom(bar) < label.y < plot.height for bar in plot.bars for label in (first, last))
    assert plot.bars[1].box.y == (plot.bars[0].box.y + plot.bars[2].box.y) / 2


def test_a_mark_reaches_from_one_end_of_its_figure_to_the_other_and_on_where_that_is_open():
    day = "2024-05-06"
    ends = [(10, 10), (20, 20), (10, 20), (None, 20), (10, None)]
    plot = plots.values([value(day, low, high) for low, high in ends], "Toll")
    low, high, between, below, above = plot.bars
    assert (between.box.y, bottom(between)) == (high.box.y, bottom(low))
    assert below.box.y == high.box.y
    assert bottom(above) == bottom(low)
    assert bottom(below) - bottom(high) == low.box.y - above.box.y > 0
    assert [bar.style for bar in plot.bars] == ["", "", "", "open", "open"]


def test_a_single_day_is_in_the_middle_and_written_once():
    plot = plots.values([value("2024-05-06", 12, 12), value("2024-05-06", 14, 14)], "Toll")
    day = plot.labels[-1]
    assert [label.words for label in plot.labels] == ["12", "14", "2024-05-06"]
    assert (day.anchor, day.x) == ("middle", middle(plot.bars[0]))
    two = plots.values([value("2024-05-06", 12, 12), value("2024-05-07", 14, 14)], "Toll")
    assert day.x == (two.labels[-2].x + two.labels[-1].x) / 2


@given(COUNTS, ROWS, VALUES)
def test_places_have_one_decimal_at_most(counts, rows, found):
    drawn = (
        plots.months(counts, "Articles", str, "articles") if any(counts.values()) else None,
        plots.stacked(rows, "Sources", ["x", "y", "z"], lambda name, kind: name),
        plots.values(found, "Toll"),
    )
    for plot in filter(None, drawn):
        places = [place for bar in plot.bars for place in (bar.box.x, bar.box.y, bar.box.width, bar.box.height)]
        places += [place for label in plot.labels for place in (label.x, label.y)]
        assert places == [round(place, 1) for place in places]
