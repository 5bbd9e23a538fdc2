"""An explanation puts each decision under its claim, with what every rule said."""

from __future__ import annotations

from decimal import Decimal

import pytest
from click.testing import CliRunner

from newsparse.cli import main
from newsparse.cli.explain import explained, explanation
from newsparse.hookspecs import hookimpl
from newsparse.host import Host
from newsparse.model import Document, Meta, NumberClaim, Passage, Quantity, Quote, Span
from newsparse.pipeline import load
from newsparse.rules import Rule, RuleSet, Traced, Tried, about_title, traced
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


def asked(question, at, **more):
    return Traced(question=question, at=at, **{"tried": (), "decided": None, "answer": None, **more})


def explained_lines(document, *trace):
    return [line.strip() for line in explanation(document, list(trace)).splitlines()]


def quoted(text, content, **fields):
    return Quote.make(text, content, fragments=(content,), form="direct", **fields)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, "no rule decides"),
        ({"decided": "a.b.named", "answer": "Ada"}, "named says Ada"),
        ({"decided": "a.b.named", "answer": "Ada", "confidence": 0.876}, "named says Ada (88% sure)"),
        ({"decided": "a.b.named", "answer": "Ada", "confidence": 0.0}, "named says Ada (0% sure)"),
    ],
)
def test_a_decision_is_said_with_how_sure_it_is(more, said):
    lines = explained_lines(Document(text="Ada left."), asked("a.b", Span(0, 3), **more))
    assert lines == ["Why", "Other decisions", f'a.b at "Ada": {said}']


def test_rules_that_say_something_else_and_those_that_say_nothing_have_a_line_each():
    tried = tuple(
        Tried(rule=f"a.b.{name}", answer=answer)
        for name, answer in (("one", "Ada"), ("two", None), ("three", ""), ("four", "Bo"), ("five", None))
    )
    lines = explained_lines(
        Document(text="Ada left."),
        asked("a.b", Span(0, 3), tried=tried, decided="a.b.one", answer="Ada"),
        asked("a.b", Span(0, 3), tried=tried[:1], decided="a.b.one", answer="Ada"),
        asked("a.b", Span(0, 3), tried=tried[1:2]),
    )
    assert lines[2:] == [
        'a.b at "Ada": one says Ada',
        "also: three says ; four says Bo",
        "no answer: two, five",
        'a.b at "Ada": one says Ada',
        'a.b at "Ada": no rule decides',
        "no answer: two",
    ]


@pytest.mark.parametrize(("many", "shown"), [(49, "a" * 49), (50, "a" * 50), (51, "a" * 49 + "…")])
def test_long_words_are_cut(many, shown):
    text = "a" * many
    assert explained_lines(Document(text=text), asked("a.b", Span(0, many)))[2] == f'a.b at "{shown}": no rule decides'


def test_words_are_on_one_line():
    assert explained_lines(Document(text="Ada \n left."), asked("a.b", Span(0, 11)))[2].startswith('a.b at "Ada left."')


def test_of_claims_inside_each_other_the_shortest_has_the_decision_and_they_come_as_in_the_text():
    text = "“They said ‘no’ on Monday,” said Ada. “Yes,” said Bo."
    outer, inner, last = quoted(text, Span(1, 25)), quoted(text, Span(12, 14)), quoted(text, Span(39, 42))
    document = Document(text=text).with_layer("quotes", [last, inner, outer])
    lines = explained_lines(
        document,
        asked("quotes.last", last.span),
        asked("quotes.inner", inner.span),
        asked("quotes.outer", Span(1, 5)),
        asked("quotes.none", Span(33, 36)),
    )
    assert [line.split(" at ")[0] for line in lines] == [
        *("Why", f'{outer.id} "{outer.text}"', "quotes.outer", f'{inner.id} "{inner.text}"', "quotes.inner"),
        *(f'{last.id} "{last.text}"', "quotes.last", "Other decisions", "quotes.none"),
    ]


def test_a_decision_about_the_word_that_introduces_a_claim_is_about_the_claim():
    text = "“No,” said Ada, and 9 boats sank."
    quote = quoted(text, Span(1, 4), cue=Passage(Span(6, 10), "said"))
    document = Document(text=text).with_layer("quotes", [quote])
    lines = explained_lines(document, asked("quotes.cue", Span(6, 10)), asked("quotes.cue", Span(11, 14)))
    assert lines == [
        *("Why", f'{quote.id} "No,"', 'quotes.cue at "said": no rule decides'),
        *("Other decisions", 'quotes.cue at "Ada": no rule decides'),
    ]


def test_a_question_of_neither_belongs_to_whatever_claim_it_is_inside():
    text = "“We bought 9 pumps,” said Ada."
    quote = quoted(text, Span(1, 18))
    claim = NumberClaim.make(text, Span(11, 12), quantity=Quantity(low=Decimal(9), high=Decimal(9)))
    document = Document(text=text).with_layer("quotes", [quote]).with_layer("numbers", [claim])
    lines = explained_lines(document, asked("names.who", Span(11, 12)), asked("names.who", Span(1, 3)))
    assert [line.split(" at ")[0] for line in lines[1:]] == [
        *(f'{quote.id} "We bought 9 pumps"', "names.who", f'{claim.id} "9"', "names.who"),
    ]


@pytest.mark.parametrize(
    ("arguments", "able"),
    [
        ([], True),
        (["--format", "text"], True),
        (["--workers", "0"], True),
        (["--workers", "1"], False),
        (["--format", "jsonl"], False),
    ],
)
def test_only_a_report_of_one_process_is_explained(parse, files, arguments, able):
    result = parse(files[0], "--explain", *arguments)
    assert result.exit_code == (0 if able else 2)
    assert ("--explain goes with --format text, and without --workers." in result.output) is not able


def test_an_explanation_stands_below_the_report_where_there_is_one(monkeypatch, tmp_path):
    found = Host.of("newsparse.builtin", Plugin())
    monkeypatch.setattr(Host, "discover", lambda **_: found)
    (tmp_path / "a.txt").write_text("Ada bought 9 pumps", "utf-8")
    run = lambda *more: CliRunner().invoke(main, ["parse", str(tmp_path / "a.txt"), *more]).stdout  # noqa: E731
    report, whole = run(), run("--explain")
    assert whole.startswith(report.rstrip("\n") + "\n\nWhy\n")
    assert run("--explain", "--exclude", "digits") == run("--exclude", "digits")
