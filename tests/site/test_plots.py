"""Plots show what they are given, inside their box."""

from __future__ import annotations

from itertools import pairwise

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
