"""Halves, ends and scales at which measures, fits and plots change what they say."""

from __future__ import annotations

import base64
import re

import attrs
import pytest

from benchmarks.tests.test_report import SIGNATURE, result, speed
from newsparse.model import Affiliation, Document, Entity, Mention, Passage, Quote, Span
from newsparse_bench.fitting import command
from newsparse_bench.fitting.cases import Case
from newsparse_bench.fitting.fit import fitted
from newsparse_bench.fitting.judging import quotation, quote_at
from newsparse_bench.report import document, page
from newsparse_bench.report.charts import Point, ranges
from newsparse_bench.results import Comparison, Figure
from newsparse_bench.validate import problems

TEXT = "We lost it all, said Ada Brook, the mayor"


def quoted(*spans):
    return Document(text=TEXT).with_layer("quotes", [Quote.of(TEXT, Span(*span), form="indirect") for span in spans])


class TestHalves:
    @pytest.mark.parametrize(("stop", "is_there"), [(10, True), (9, False)])
    def test_a_quote_is_at_a_place_if_it_has_half_of_it(self, stop, is_there):
        gold, at = quoted((5, stop)), Span(5, 15)
        assert (quote_at(gold, at) is not None) is is_there
        assert bool(quotation(attrs.make_class("Trace", {"at": attrs.field()})(at), gold)) is is_there

    def test_of_two_quotes_the_one_with_more_of_the_place_is_there(self):
        gold = quoted((0, 7), (8, 14))
        assert quote_at(gold, Span(5, 14)) is gold.quotes[1]
        assert quote_at(Document(text=TEXT), Span(5, 14)) is None
        assert quote_at(gold, Span(30, 34)) is None


def test_a_role_may_end_with_the_text():
    name = Mention.make(TEXT, Span(21, 30), label="Person", form="named")
    role = Affiliation(role=Passage.at(TEXT, len(TEXT) - 5, len(TEXT)))
    ada = Entity.make(TEXT, name.span, label="Person", name="Ada Brook", mentions=(name.id,), affiliations=(role,))
    made = Document(text=TEXT).with_layer("mentions", [name]).with_layer("entities", [ada])
    assert TEXT.endswith(role.role.text)
    assert list(problems(made)) == []


@pytest.mark.parametrize("times", [10.0, 0.1])
def test_the_unit_of_a_feature_changes_nothing_but_its_weight(times):
    def weight(factor):
        options = tuple({"distance": value * factor} for value in (1.0, 3.0, 2.0))
        cases = [Case(article=f"a{n}", options=options, right=frozenset({n % 3 and 1})) for n in range(9)]
        return fitted(cases, penalty=1.0).weights["distance"] * factor

    assert weight(times) == pytest.approx(weight(1.0), abs=0.002)


def test_decisions_are_collected_from_the_first_articles_of_each_corpus():
    asked = ("quotes.dismissed", "quotes.quotation", "quotes.speaker")
    one, two = (command.cases(["shipped:dev"], None, asked, limit=limit) for limit in (1, 2))
    for question, found in one.items():
        assert found == two[question][: len(found)]
        assert len({case.article for case in found}) == 1
    assert {case.article for found in two.values() for case in found} > {
        case.article for found in one.values() for case in found
    }
    assert set(two) <= set(asked)


class TestDocument:
    def given(self, **changes):
        figure = Figure(f1=0.738, low=0.7, high=0.8, gold=4)
        whole = result("quantulum3", signature=attrs.evolve(SIGNATURE, corpus="newsquant", **changes))
        system = attrs.evolve(whole.systems["quantulum3"], figures={"newsquant: value": figure})
        return attrs.evolve(whole, systems={"quantulum3": system})

    def test_only_what_was_measured_on_all_articles_is_compared_with_others(self):
        row = r"\| newsquant, dev \| quantulum3 .* \| newsquant: value \| 73\.8 \| 73\.8 \| \+0\.0 \| .+ \|"
        assert re.search(row, document([self.given()]))
        assert "They are not\ncompared here." in document([self.given()])
        for others in (self.given(limit=5), self.given(part="test"), result()):
            assert "measured by" not in document([others])

    def test_speed_comes_last_and_only_where_it_was_measured(self):
        words = document([result()], speed())
        assert words.index("## tiny, dev") < words.index("## Speed")
        assert "## Speed" not in document([result()])


def test_a_difference_at_the_level_of_significance_is_not_significant():
    test = Comparison(figure="quotes: end-to-end", one="a", other="b", difference=0.125, p=0.01, p_adjusted=0.05)
    assert "0.0500, not significant" in page([result(compared=(test,))])
    assert "+12.5" in page([result(compared=(test,))])


def drawn(*points, **options):
    address = ranges({"words/s": list(points)}, {"mine": "#123456", "theirs": "#654321"}, **options)
    return base64.b64decode(address.partition(",")[2]).decode("utf-8")


class TestPlots:
    def test_lines_stand_below_each_other_in_their_order(self):
        image = drawn(Point("mine", 50.0, 40.0, 60.0, "50"), Point("theirs", 30.0, 20.0, 35.0, "30"))
        places = [
            float(re.search(rf"<!-- {words} -->\s*<g[^>]*translate\([\d.]+ ([\d.]+)\)", image)[1])
            for words in ("words/s", "mine", "theirs")
        ]
        assert places == sorted(set(places))

    def test_a_scale_from_nothing_is_straight_and_begins_there(self):
        image = drawn(Point("mine", 50.0, 0.0, 100.0, "50"))
        assert "<!-- 0 -->" in image
        assert "<!-- 80 -->" in image
        assert "<!-- 0.8 -->" in drawn(Point("mine", 0.0, 0.0, 0.0, "0"))
        assert "<!-- 80 -->" in drawn(Point("mine", 5.0, 4.0, 6.0, "5"), top=100)
