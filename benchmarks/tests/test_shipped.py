"""The shipped articles: enough of them, of all kinds, well labelled, and newsparse above its floors on them."""

from __future__ import annotations

import itertools
import re
import subprocess
import sys
from functools import lru_cache
from pathlib import Path

import pytest

from newsparse_bench import gate
from newsparse_bench.corpora import find
from newsparse_bench.metrics.quotes import speech_cues
from newsparse_bench.results import load_floors
from newsparse_bench.running import Settings, run
from newsparse_bench.systems import choose
from newsparse_bench.validate import problems

BASELINES = Path(__file__).parents[1] / "baselines"
SHIPPED = find("shipped")[0]


@lru_cache
def articles(part):
    return tuple(SHIPPED.load(None, part))


def style(words):
    return lambda document: re.search(words, document.meta.outlet or "") is not None


def pattern(words):
    return lambda document: re.search(words, document.text) is not None


def figure(wanted):
    return lambda document: any(wanted(claim) for claim in document.numbers)


def quote(wanted):
    return lambda document: any(wanted(quote, document) for quote in document.quotes)


def kind(name):
    return figure(lambda claim: claim.quantity.kind == name)


def currency(name):
    return figure(lambda claim: claim.quantity.currency == name)


def numeral(reason):
    return lambda document: any(item.reason == reason for item in document.get("numerals"))


def marked(opening):
    def found(quote, document):
        return quote.form == "direct" and any(
            document.text[: piece.start].endswith(opening) for piece in quote.fragments
        )

    return found


def nested(inner, document):
    return any(
        outer is not inner and any(piece.covers(inner.span) for piece in outer.fragments) for outer in document.quotes
    )


def over_paragraphs(quote, document):
    pieces = quote.fragments
    gaps = [document.text[a.end : b.start] for a, b in itertools.pairwise(pieces)]
    return any(re.fullmatch(r"\n\n[“\"‘']+", gap) for gap in gaps)


def said_by(words):
    return lambda quote, _: (
        quote.speaker is not None
        and bool(re.fullmatch(words, quote.speaker.mention.text if quote.speaker.mention else ""))
    )


def a_list_of_figures(document):
    sentences = re.finditer(r"[^.?!\n]+(?:\.\d[^.?!\n]*)*", document.text)
    return any(sum(s.start() <= n.span.start < s.end() for n in document.numbers) >= 4 for s in sentences)


def in_three_currencies(document):
    return len({claim.quantity.currency for claim in document.numbers} - {None}) >= 3


STYLES = {
    name: style(words)
    for name, words in {
        "wire report": "wire",
        "interview": "interview",
        "court report": "court",
        "business": "business",
        "science": "science",
        "sport": "sport",
        "local politics": "local politics",
        "press release": "press release",
        "opinion": "opinion",
    }.items()
}
LANGUAGE = {
    "American conventions": pattern(r"\bpercent\b|\bDefense\b|\bcolor\b|\bkilometers\b"),
    "British conventions": pattern(r"\bper cent\b|\bmetres\b|\borganis|£"),
    "straight double marks": quote(marked('"')),
    "curly double marks": quote(marked("“")),
    "two apostrophes as marks": quote(marked("''")),
    "curly single marks": quote(lambda q, d: marked("‘")(q, d) and not nested(q, d)),
    "straight single marks": quote(lambda q, d: marked("'")(q, d) and not marked("''")(q, d) and not nested(q, d)),
}
QUOTES = {
    "nested quotes": quote(nested),
    "nested direct quotes": quote(lambda q, d: nested(q, d) and q.form == "direct"),
    "quotes over paragraphs": quote(over_paragraphs),
    "broken indirect quotes": quote(lambda q, _: q.form == "indirect" and len(q.fragments) > 1),
    "anonymous sources": pattern(
        r"anonym|not to be (?:named|identified)|would not give|were not named|to be quoted by"
    ),
    "unnamed speakers": quote(lambda q, _: q.speaker is not None and q.speaker.kind == "unnamed"),
    "documents that speak": quote(lambda q, _: q.speaker is not None and q.speaker.kind == "document"),
    "authors who speak": quote(lambda q, _: q.speaker is not None and q.speaker.kind == "author"),
    "pronoun speakers": quote(said_by("[Ss]?[Hh]e|[Tt]hey|[Ii]t")),
    "first-person speakers": quote(said_by("I|[Ww]e")),
    "described speakers with an entity": quote(
        lambda q, d: bool(q.speaker and q.speaker.entity and said_by("[Tt]he .*|[Ii]ts? .*|[Hh]er .*|[Hh]is .*")(q, d))
    ),
    "implied speakers": quote(lambda q, _: q.speaker is not None and q.speaker.mention is None),
    "quotes that nobody says": quote(lambda q, _: q.speaker is None),
    "thoughts": quote(lambda q, _: q.cue is not None and not set(q.cue.text.lower().split()) & speech_cues()),
    "refusals": quote(
        lambda q, _: q.cue is not None and re.search("declined|refused|would not", q.cue.text) is not None
    ),
    "questions": quote(lambda q, _: q.modality == "asked"),
    "former roles": lambda document: any(role.former for entity in document.entities for role in entity.affiliations),
}
FIGURES = {
    "lists of figures": a_list_of_figures,
    "ranges": figure(lambda n: n.quantity.low is not None and n.quantity.high not in (None, n.quantity.low)),
    "lower bounds": figure(lambda n: n.quantity.high is None),
    "upper bounds": figure(lambda n: n.quantity.low is None),
    "changes": figure(lambda n: n.role == "change"),
    "levels that change": figure(lambda n: n.role == "from"),
    "three currencies in one article": in_three_currencies,
    **{f"money in {name}": currency(name) for name in ("USD", "EUR", "GBP", "INR", "CHF")},
    "lakh": pattern(r"\d lakh\b"),
    "crore": pattern(r"\d crore\b"),
    "ages": kind("age"),
    "ratios": kind("ratio"),
    "rates": kind("rate"),
    "multipliers": kind("multiplier"),
    "ranks": kind("rank"),
    "basis points": kind("basis-point"),
    "spelled figures": pattern(r"(?i)\b(?:twelve|twenty|thirty|eleven)\b"),
    "vague figures": figure(lambda n: n.quantity.exactness == "vague"),
    "scores": numeral("score"),
    "dates": numeral("date"),
    "phone numbers": numeral("phone"),
    "model names": lambda document: any(re.search(r"\d", m.text) for m in document.mentions if m.label == "Product"),
    "section numbers": pattern(r"(?i)\b(?:section|article) \d"),
    "versions": numeral("version"),
    "addresses": numeral("address"),
    "list numbers": numeral("list"),
    "idioms": numeral("idiom"),
}
FEATURES = STYLES | LANGUAGE | QUOTES | FIGURES


@pytest.mark.parametrize("part", SHIPPED.parts)
class TestArticles:
    def test_there_are_twenty_of_the_length_of_news(self, part):
        lengths = [len(document.text.split()) for document in articles(part)]
        assert len(lengths) >= 20
        assert min(lengths) >= 250
        assert max(lengths) <= 900
        assert sum(length >= 500 for length in lengths) >= 3

    @pytest.mark.parametrize("feature", FEATURES)
    def test_everything_that_news_is_made_of_occurs(self, part, feature):
        assert any(FEATURES[feature](document) for document in articles(part)), feature

    def test_the_labels_are_sound(self, part):
        assert {d.id: found for d in articles(part) if (found := list(problems(d)))} == {}

    def test_every_article_has_all_kinds_of_label(self, part):
        for document in articles(part):
            assert document.quotes, document.id
            assert document.numbers, document.id
            assert document.entities, document.id

    def test_every_form_and_kind_occurs(self, part):
        documents = articles(part)
        assert {quote.form for d in documents for quote in d.quotes} == {"direct", "indirect", "mixed"}
        kinds = {claim.quantity.kind for d in documents for claim in d.numbers}
        assert {"count", "money", "percent", "percentage-point", "measure", "duration", "age", "ordinal"} <= kinds
        assert {claim.role for d in documents for claim in d.numbers} == {"level", "change", "from", "to"}

    def test_people_have_roles(self, part):
        roles = [role for d in articles(part) for entity in d.entities for role in entity.affiliations]
        assert len(roles) >= 30
        assert {role.former for role in roles} == {True, False}
        assert sum(role.organisation is not None for role in roles) >= 20

    def test_newsparse_holds_its_floors(self, part):
        result = run(Settings(SHIPPED, part, None), [choose("newsparse")])
        assert gate.check(result, load_floors(BASELINES / f"shipped-{part}.json")) == []


def test_no_article_is_in_both_parts():
    assert not {d.text for d in articles("dev")} & {d.text for d in articles("test")}


def test_the_agreement_in_the_docs_is_that_of_the_shipped_passes():
    root = Path(__file__).parents[2]
    command = [sys.executable, str(root / "benchmarks" / "agreement" / "table.py")]
    rows = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    assert rows in (root / "docs" / "reference" / "agreement.md").read_text("utf-8")
