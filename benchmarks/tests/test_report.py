"""Pages: what differs is marked, escaped and counted as it scores; plots have round scales."""

from __future__ import annotations

import re

from newsparse_bench.report.charts import Point, ranges
from newsparse_bench.report.texts import highlighted, pair


def test_highlights_are_escaped_and_cut_where_they_cross():
    marks = [(0, 3, "quote", "Vell"), (2, 5, "name", "Person")]
    assert highlighted("a<b c", marks, wrong={(2, 5, "name")}, word="missed") == (
        "<div class='text'><mark class='quote' title='quote: Vell'>a&lt;</mark>"
        "<mark class='name wrong' title='quote: Vell; name: Person (missed)'>b</mark>"
        "<mark class='name wrong' title='name: Person (missed)'> c</mark></div>"
    )


def test_punctuation_at_the_ends_of_a_quote_is_no_error_of_it():
    text = "“We lost,” said Vell."
    article = {"id": "a", "text": text, "gold": [[1, 8, "quote", "Vell"]], "guess": [[1, 9, "quote", "Vell"]]}
    assert "0 of 1 labels not found as labelled, 0 of 1 predictions not in gold" in pair("mine", article)
    article["guess"] = [[4, 9, "quote", "Vell"]]
    assert "1 of 1 labels not found as labelled, 1 of 1 predictions not in gold" in pair("mine", article)


def test_the_scale_of_a_plot_is_round_and_logarithmic_where_values_are_far_apart():
    def ticks(*values):
        rows = {"words/s": [Point("a", value, value, value, "") for value in values]}
        return re.findall(r"class='tick'[^>]*>([^<]+)<", ranges(rows, {"a": "#000"}))

    assert ticks(40.0, 93.0) == ["0", "20", "40", "60", "80", "100"]
    assert ticks(1400.0, 450000.0) == ["1,000", "10,000", "100,000", "1,000,000"]
    assert ticks(0.0) == ["0", "1"]
