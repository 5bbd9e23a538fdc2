"""An explanation puts each decision under its claim, with what every rule said."""

from __future__ import annotations

from decimal import Decimal

from click.testing import CliRunner

from newsparse.cli import main
from newsparse.cli.explain import explained, explanation
from newsparse.hookspecs import hookimpl
from newsparse.host import Host
from newsparse.model import Document, Meta, NumberClaim, Quantity, Quote, Span
from newsparse.pipeline import load
from newsparse.rules import Rule, RuleSet, Traced, about_title, traced
from newsparse.specs import ExtractorSpec
from newsparse.testing import fake_backend

COUNTED = RuleSet(
    name="digits.counted",
    summary="what a figure counts",
    rules=(
        Rule(name="digits.counted.none", summary="", find=lambda text: None, fires="", quiet=""),
        Rule(name="digits.counted.last", summary="", find=lambda text: text.split()[-1], fires="", quiet=""),
        Rule(name="digits.counted.first", summary="", find=lambda text: text.split()[0], fires="", quiet=""),
    ),
)


class Digits:
    """One claim about the first figure."""

    def extract(self, document):
        at = Span(document.text.index("9"), document.text.index("9") + 1)
        COUNTED.decide(document.text, at)
        COUNTED.decide(document.text, Span(0, 3))
        yield NumberClaim.make(document.text, at, quantity=Quantity(low=Decimal(9), high=Decimal(9)))


class Plugin:
    @hookimpl
    def newsparse_extractors(self):
        return [ExtractorSpec(name="digits", summary="Digits.", make=Digits, provides=("numbers",))]

    @hookimpl
    def newsparse_backends(self):
        return [fake_backend()]


def test_each_decision_is_under_its_claim_with_what_the_others_said():
    pipeline = load("en", host=Host.of(Plugin()))
    ((document, trace),) = explained(pipeline, ["Ada bought 9 pumps"])
    assert explanation(document, trace) == "\n".join(
        [
            "Why",
            '  number:11-12 "9"',
            '    digits.counted at "9": last says pumps',
            "      also: first says Ada",
            "      no answer: none",
            "  Other decisions",
            '    digits.counted at "Ada": last says pumps',
            "      also: first says Ada",
            "      no answer: none",
        ]
    )


def test_a_decision_about_the_title_is_not_shown_at_the_words_of_the_article():
    with traced() as trace, about_title():
        COUNTED.decide("Nine pumps", Span(5, 10))
    document = Document(text="Ada bought 9 pumps", meta=Meta(title="Nine pumps"))
    lines = explanation(document, trace).splitlines()
    assert lines[:3] == ["Why", "  The title", '    digits.counted at "pumps": last says pumps']


def test_where_no_rule_was_asked_nothing_is_explained():
    pipeline = load("en", extractors=(), host=Host.of(Plugin()))
    ((document, trace),) = explained(pipeline, ["Ada left"])
    assert explanation(document, trace) == ""


def test_an_explanation_goes_with_the_report_for_people_alone():
    result = CliRunner().invoke(main, ["parse", "--explain", "--format", "json"])
    assert (result.exit_code, "--explain goes with --format text" in result.output) == (2, True)


def test_a_decision_about_a_figure_is_under_the_figure_and_one_about_a_quote_under_the_quote():
    text = "“We bought 9 pumps,” said Ada."
    content, figure = Span(1, 18), Span(11, 12)
    quote = Quote.make(text, content, fragments=(content,), form="direct")
    claim = NumberClaim.make(text, figure, quantity=Quantity(low=Decimal(9), high=Decimal(9)))
    document = Document(text=text).with_layer("quotes", [quote]).with_layer("numbers", [claim])
    trace = [
        Traced(question=question, at=at, tried=(), decided=None, answer=None)
        for question, at in (("quotes.source", content), ("numbers.subject", figure))
    ]
    lines = explanation(document, trace).splitlines()
    assert [line.split(" at ")[0].strip() for line in lines] == [
        "Why", 'quote:1-18 "We bought 9 pumps"', "quotes.source", 'number:11-12 "9"', "numbers.subject",
    ]  # fmt: skip
