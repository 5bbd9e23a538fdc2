"""What reports and fits say, word by word, and what the validator says at the ends of a text."""

from __future__ import annotations

import base64
import json
from decimal import Decimal

import attrs
import pytest
from click.testing import CliRunner

from benchmarks.tests.test_measure_edges import TEXT as PLACE
from benchmarks.tests.test_measure_edges import told
from benchmarks.tests.test_quote_measures import GOLD, document, quote, speaker
from benchmarks.tests.test_report import SIGNATURE, result, speed
from newsparse.model import Document, Mention, NumberClaim, Quantity, Quote, Span
from newsparse.rules import Option
from newsparse_bench.commands import bench
from newsparse_bench.fitting import command
from newsparse_bench.fitting.cases import Case, articles, measured
from newsparse_bench.fitting.fit import THRESHOLDS, Outcome, fitted, in_order, out_of_fold, outcome, threshold
from newsparse_bench.kinds import Numeral
from newsparse_bench.metrics import Counts
from newsparse_bench.metrics.quotes import quotes
from newsparse_bench.metrics.roles import held
from newsparse_bench.report import markdown, page
from newsparse_bench.report.charts import COLOURS, Point, colours, curves, ranges
from newsparse_bench.report.tables import cell, number, speed_markdown
from newsparse_bench.report.texts import pair
from newsparse_bench.results import Comparison, Figure, Spread, Timing
from newsparse_bench.validate import problems, roundtrip

FIGURE = Figure(f1=0.5, low=0.4, high=0.6, gold=4, precision=0.6, recall=0.43)


class TestTables:
    def test_a_result_is_a_table_with_its_tests_and_what_is_missing(self):
        tests = tuple(
            Comparison(figure="quotes: end-to-end", one="mine", other="theirs", difference=gap, p=0.01, p_adjusted=p)
            for gap, p in ((0.125, 0.02), (-0.05, 0.05))
        )
        own = result().systems["mine"]
        silent = attrs.evolve(
            own, articles={"one": {"quotes: end-to-end": (0.0, 0.0, 0.0, 2.0)}}, crashes={"one": "no"}
        )
        whole = result(systems={"mine": own, "silent": silent}, skipped={"peer": "not installed"}, compared=tests)
        assert markdown(whole).splitlines()[:-1] == [
            "## tiny, dev (2 articles)",
            "",
            "| F1 (95% interval) | mine | silent |",
            "|---|---|---|",
            "| quotes: end-to-end | 50.0 (40.0–60.0) | – |",
            "| articles with a crash | 0 | 1 |",
            "",
            "- quotes: end-to-end: mine against theirs +12.5 (p = 0.0100, corrected 0.0200)",
            "- quotes: end-to-end: mine against theirs -5.0 (p = 0.0100, corrected 0.0500: not significant)",
            "- peer was skipped: not installed",
            "- silent gave nothing for quotes",
            "",
        ]
        assert markdown(whole).endswith(".\n")
        assert markdown(result(systems={})).splitlines()[:3] == ["## tiny, dev (2 articles)", "", ""]

    @pytest.mark.parametrize(
        ("figure", "whole", "shown"),
        [
            (FIGURE, False, "50.0 (40.0–60.0)"),
            (FIGURE, True, "50.0 (40.0–60.0; P 60.0, R 43.0)"),
            (attrs.evolve(FIGURE, recall=0.6), True, "50.0 (40.0–60.0)"),
            (attrs.evolve(FIGURE, precision=None), True, "50.0 (40.0–60.0)"),
            (attrs.evolve(FIGURE, recall=None), True, "50.0 (40.0–60.0)"),
            (attrs.evolve(FIGURE, gold=0), True, "–"),
            (None, True, "–"),
        ],
    )
    def test_a_cell_has_precision_and_recall_where_they_say_more(self, figure, whole, shown):
        assert cell(figure, whole=whole) == shown

    @pytest.mark.parametrize(
        ("runs", "shown"),
        [
            (Spread(99.94, 0.1234, 1234.5), "99.9 (0.123–1,234)"),
            (Spread(100.4, 100.0, 12345.6), "100 (100–12,346)"),
            (None, "–"),
        ],
    )
    def test_numbers_have_as_many_digits_as_mean_something(self, runs, shown):
        assert number(runs) == shown

    def test_a_run_for_speed_is_a_table_with_how_each_system_runs(self):
        fast = speed()
        other = {"theirs": {"memory": Spread(2.0, 1.0, 3.0)}}
        both = attrs.evolve(fast, systems={**fast.systems, **other}, skipped={"peer": "too slow"})
        assert speed_markdown(both).splitlines() == [
            "## Speed",
            "",
            "|  | mine | theirs |",
            "|---|---|---|",
            "| engine | openvino | – |",
            "| threads | 1 / 2 | – |",
            "| words/s, one thread, one batch | 900 (800–1,000) | – |",
            "| memory | – | 2 (1–3) |",
            "- peer was skipped: too slow",
            "",
            speed_markdown(both).splitlines()[-1],
        ]
        assert "<td>900 <small>(800–1,000)</small></td>" in page([], both)


def drawn(address):
    return base64.b64decode(address.partition(",")[2]).decode("utf-8")


POINTS = {"quotes": [Point("mine", 50.0, 40.0, 60.0, "50 of 100"), Point("theirs", 30.0, 20.0, 35.0, "30 of 100")]}


class TestPlots:
    def test_a_point_has_its_interval_its_colour_and_its_words(self):
        image = drawn(ranges(POINTS, {"mine": "#123456", "theirs": "#654321"}, top=100))
        for colour in ("#123456", "#654321"):
            assert image.count(f"stroke: {colour}; stroke-width: 2.5") == 1
            assert f"fill: {colour}" in image or f'fill="{colour}"' in image
        for words in ("quotes", "mine", "theirs", "50 of 100", "30 of 100", "100"):
            assert f"<!-- {words} -->" in image

    def test_curves_have_the_names_of_their_systems_and_of_both_sides(self):
        lines = {"mine": [Timing(1.0, 1.0), Timing(50.0, 50.0)], "none": [Timing(0.0, 1.0), Timing(1.0, 0.0)]}
        image = drawn(curves(lines, {"mine": "#123456", "none": "#654321"}, across="words of the article"))
        for words in ("mine", "words of the article", "seconds", "20"):
            assert f"<!-- {words} -->" in image
        assert "#123456" in image
        assert "#654321" not in image
        assert curves({"none": lines["none"]}, {"none": "#654321"}, across="words") == ""

    @pytest.mark.parametrize(("highest", "is_straight"), [(100.0, True), (101.0, False)])
    def test_values_that_are_25_times_apart_are_on_a_straight_scale(self, highest, is_straight):
        points = {"words/s": [Point("a", value, value, value, "") for value in (4.0, highest)]}
        assert ("<!-- 80 -->" in drawn(ranges(points, {"a": "#000"}))) is is_straight
        assert "<!-- 80 -->" in drawn(ranges(points, {"a": "#000"}, top=highest))

    def test_nothing_is_drawn_of_values_that_are_nothing(self):
        assert ranges({"words/s": [Point("a", 0.0, 0.0, 0.0, "")]}, {"a": "#000"}).startswith("data:image/svg+xml")

    def test_more_systems_than_colours_begin_again(self):
        palette = colours([f"system {place}" for place in range(len(COLOURS) + 1)])
        assert list(palette.values()) == [*COLOURS, COLOURS[0]]
        assert len(set(COLOURS)) == 9


def test_the_page_leads_with_the_leading_figures_that_there_are():
    whole = result(leading=("quotes: end-to-end", "numbers: value"))
    assert page([whole]) == page([attrs.evolve(whole, leading=("quotes: end-to-end",))])
    assert "data:image/svg+xml" in page([attrs.evolve(whole, leading=("numbers: value",))])
    empty = attrs.evolve(whole.systems["mine"], figures={"quotes: end-to-end": attrs.evolve(FIGURE, gold=0)})
    assert "data:image/svg+xml" not in page([result(systems={"mine": empty})])


def decided(count, right=1, first=0):
    """Decisions between two options, each of an article of its own."""
    options = ({"rule.far": 1.0}, {"rule.near": 1.0})
    return [Case(article=f"a{n}", options=options, right=frozenset({right}), first=first) for n in range(count)]


class TestFits:
    def test_thresholds_go_from_30_to_90_in_steps_of_five(self):
        assert THRESHOLDS == (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9)
        assert threshold(decided(2), [(1, 0.95)] * 2) == 0.3
        assert threshold(decided(2), [(0, 0.5), (1, 0.95)]) == 0.55

    @pytest.mark.parametrize(("sure", "expected"), [(0.5, Outcome(1, 0, 0, 0)), (0.49, Outcome(0, 0, 1, 0))])
    def test_what_is_as_sure_as_the_threshold_is_answered(self, sure, expected):
        assert outcome(decided(1), [(1, sure)], 0.5) == expected

    def test_an_outcome_is_a_share_of_all_and_of_what_was_answered(self):
        one = Outcome(1, 0, 0, 0)
        assert (one.accuracy, one.precision, one.gain) == (1.0, 1.0, 1.0)
        some = Outcome(2, 1, 1, 1)
        assert (some.accuracy, some.precision, some.gain) == (0.75, pytest.approx(2 / 3), 0.0)
        assert (Outcome(0, 0, 0, 0).accuracy, Outcome(0, 0, 0, 0).precision) == (0.0, 0.0)

    def test_the_first_rule_is_that_of_the_case_and_else_the_first_option(self):
        assert in_order(decided(1, right=0)) == Outcome(1, 0, 0, 0)
        assert in_order(decided(1, right=1)) == Outcome(0, 1, 0, 0)
        assert in_order(decided(1, right=1, first=1)) == Outcome(1, 0, 0, 0)

    def test_weights_have_four_digits_and_none_that_is_nothing(self):
        options = ({"rule.far": 1.0, "never": 0.0}, {"rule.near": 1.0})
        fit = fitted([Case(article="a", options=options, right=frozenset({1}))] * 3, penalty=0.37)
        assert set(fit.weights) == {"rule.far", "rule.near"}
        assert all(weight == round(weight, 4) != round(weight, 3) for weight in fit.weights.values())
        with pytest.raises(ValueError, match="nothing to fit"):
            fitted([], penalty=1.0)

    def test_without_articles_in_other_folds_nothing_is_sure(self):
        assert out_of_fold(decided(1), folds=2, penalty=1.0) == [(0, 0.0)]

    def test_an_option_is_measured_by_its_features_and_its_rules(self):
        option = Option(found=1, rules=("near",), features={"distance": 3.0})
        assert measured(option) == {"near": 1.0, "distance": 3.0}
        assert articles(decided(2) + decided(2)) == ["a0", "a1"]

    def fit(self, monkeypatch, known, *words, dev=()):
        given = {"train": list(known), "dev": list(dev)}
        monkeypatch.setattr(
            command, "cases", lambda names, *_: {"numbers.role": given[next(iter(names), "dev")], "quotes.speaker": []}
        )
        done = CliRunner().invoke(bench, ["fit", "-t", "train", "-q", "numbers.role", *words])
        assert done.exit_code == 0, done.output
        return done.output.splitlines()

    def test_with_fewer_than_ten_articles_nothing_is_fitted(self, monkeypatch):
        assert self.fit(monkeypatch, decided(9)) == ["numbers.role: 9 decisions in 9 articles, too few to fit."]
        assert len(self.fit(monkeypatch, decided(10))) == 5

    def test_a_fit_says_how_it_answers_in_fold_out_of_fold_and_elsewhere(self, monkeypatch, tmp_path):
        words = ["--threshold", "0.5", "-o", str(tmp_path / "out")]
        all_right = "accuracy 100.0  precision 100.0  (10 right, 0 wrong, 0 open)"
        assert self.fit(monkeypatch, decided(10), *words, dev=decided(2, right=0)) == [
            "numbers.role: 10 decisions in 10 articles, threshold 0.5",
            "  rules in order         accuracy   0.0  precision   0.0  (0 right, 10 wrong, 0 open)",
            f"  weights, in fold       {all_right}",
            f"  weights, out of fold   {all_right}",
            f"  best option            {all_right}",
            "  rules in order, dev    accuracy 100.0  precision 100.0  (2 right, 0 wrong, 0 open)",
            "  weights, dev           accuracy   0.0  precision   0.0  (0 right, 2 wrong, 0 open)",
            "  best option, dev       accuracy 100.0  precision 100.0  (2 right, 0 wrong, 0 open)",
        ]
        written = json.loads((tmp_path / "out" / "numbers.role.json").read_text("utf-8"))
        assert (written["question"], written["threshold"]) == ("numbers.role", 0.5)
        assert written["fitted"] == {"articles": 10, "decisions": 10, "corpora": ["train"]}


WORDS = "Ada Brook met 12 or 13 people"


class TestValidator:
    def labels(self, **layers):
        made = Document(text=WORDS)
        for name, items in layers.items():
            made = made.with_layer(name, items)
        return list(problems(made))

    def test_labels_may_begin_and_end_with_the_text(self):
        names = [Mention.make(WORDS, span, label="Misc", form="named") for span in (Span(0, 9), Span(23, 29))]
        whole = Span(0, len(WORDS))
        said = Quote.make(WORDS, whole, fragments=(whole,), form="indirect")
        assert self.labels(mentions=names, quotes=[said]) == []
        assert roundtrip(Document(text=WORDS).with_layer("mentions", names)).startswith("{")

    def test_numerals_are_asked_for_where_both_layers_are_labelled(self):
        twelve = NumberClaim.make(WORDS, Span(14, 16), quantity=Quantity(low=Decimal(12), high=Decimal(12)))
        thirteen = Numeral.make(WORDS, Span(20, 22), reason="name")
        assert self.labels(numerals=[thirteen]) == self.labels(numbers=[twelve]) == []
        assert self.labels(numerals=[thirteen], numbers=[twelve]) == []
        other = Mention.make(WORDS, Span(20, 22), label="Misc")  # of a kind that says nothing of numerals
        assert self.labels(numerals=[other], numbers=[twelve]) == self.labels(numerals=[], numbers=[twelve])
        (line,) = self.labels(numerals=[], numbers=[twelve])
        assert line == "'13' at 20 is labelled neither as a figure nor as a numeral without a quantity."


def test_a_role_is_told_by_words_of_four_letters():
    def words(role):
        (item,) = held(told(("Ada Brook", role, None)))
        return sorted(PLACE[start:].split()[0] for start in item.words)

    assert (words("met former"), words("head of")) == (["former"], ["head"])


def test_half_of_the_words_of_a_quote_are_that_quote():
    half = quote("a lot", speaker("she", "ada"), form="direct")
    found = quotes(document(*GOLD), document(half))
    assert (found["end-to-end"], found["content strict"]) == (Counts(1, 1, 1, 3), Counts(0, 1, 0, 3))
    assert {name: (found[name].right, found[name].gold) for name in found if name.startswith(("direct", "speech"))} == {
        "direct: strict recall": (0, 1),
        "direct: attribution": (1, 1),
        "speech: strict recall": (0, 2),
        "speech: soft recall": (0.5, 2),
        "speech: end-to-end recall": (1, 2),
    }


def test_an_article_says_how_much_differs():
    assert pair(result().systems["mine"].worst[0]).summary == (
        "4 words, 1 of 1 labels not found as labelled, 0 of 0 predictions not in gold, "
        "0 with another speaker, value or class"
    )
    assert SIGNATURE.articles == 2
