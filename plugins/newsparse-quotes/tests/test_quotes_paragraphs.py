"""Quotes and paragraphs: words in marks in a paragraph of their own are a quote, unless the marks before stay open."""

from __future__ import annotations

import pytest

from newsparse.model import Layer, Quote
from newsparse.testing import attributed, written
from newsparse_quotes import Quotes

PARAGRAPHS = [
    (
        "“We waited,” Ada Brook said.{}“Nobody asked us.”{}She left.",
        ["We waited,", "Nobody asked us."],
        [(["We waited,"], "said"), (["Nobody asked us."], None)],
    ),
    (
        "“We waited,” Ada Brook said. “Nobody asked us.”{}She left.{}",
        ["We waited,", "Nobody asked us."],
        [(["We waited,", "Nobody asked us."], "said")],
    ),
    (
        "“We waited,” Ada Brook said. “It rained.{}“Nobody asked us.”{}She left.",
        ["We waited,", "It rained.", "Nobody asked us."],
        [(["We waited,", "It rained.", "Nobody asked us."], "said")],
    ),
]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(("article", "pieces", "expected"), PARAGRAPHS, ids=["closed", "same paragraph", "open"])
def test_only_open_marks_carry_a_quote_into_the_next_paragraph(article, pieces, expected, gap):
    text = article.format(gap, gap)
    attributions = Layer.of("attributions", [attributed(text, "Ada Brook", "said", *pieces, confidence=0.99)])
    document = written(text, names={"Ada Brook": "Person"}, layers=[attributions])
    quotes = [item for item in Quotes().extract(document) if isinstance(item, Quote)]
    assert [(list(map(document.cut, quote.fragments)), quote.cue and quote.cue.text) for quote in quotes] == expected
    assert {quote.speaker and quote.speaker.name for quote in quotes} == {"Ada Brook"}


def test_a_text_may_end_with_the_closing_mark():
    text = "Ada Brook said: “We waited,”"
    attributions = Layer.of("attributions", [attributed(text, "", "", "We waited,", confidence=0.99)])
    document = written(text, names={"Ada Brook": "Person"}, layers=[attributions])
    assert [item.text for item in Quotes().extract(document) if isinstance(item, Quote)] == ["We waited,"]


@pytest.mark.parametrize(
    "between",
    [
        " Tom Varga, the chief executive of the port, sat beside her.\n\n",
        "\n\nTom Varga, who runs the port, came an hour late.\n\n",
        "\n\nTom Varga has run the port since 2010.\n",
    ],
)
def test_a_paragraph_in_marks_is_left_open_after_a_sentence_about_somebody_else(pipeline, between):
    quote = pipeline(f"“We waited for a year,” Ada Brook said.{between}“Nobody asked the people who pay.”").quotes[-1]
    assert (quote.speaker, quote.unattributed) == (None, "somebody else is named since the speaker before it")


@pytest.mark.parametrize(
    "between",
    [
        " said of Tom Varga.\n\n",
        " said after she met Tom Varga.\n\n",
        " said.\n\nShe has run the port since 2010.\n\n",
        " said.\n\nMs Brook has run the port since 2010.\n\n",
        " told Tom Varga.\n\n",
    ],
)
def test_it_goes_on_with_the_same_speaker_otherwise(pipeline, between):
    quotes = pipeline(f"“We waited for a year,” Ada Brook{between}“Nobody asked the people who pay.”").quotes
    assert [quote.speaker.name for quote in quotes] == ["Ada Brook", "Ada Brook"]


@pytest.mark.parametrize("who", ["the captain, Oskar Doon", "Oskar Doon"])
def test_whoever_says_the_paragraph_that_closes_the_marks_says_those_before(pipeline, who):
    document = pipeline(
        "The harbour board said the ferry was safe.\n\n“We have looked at every bolt and found nothing.\n\n"
        f"“We sail at dawn,” {who} said.\n\n“We sail alone,” he added."
    )
    assert [str(quote.speaker) for quote in document.quotes][1:] == ["Oskar Doon"] * (len(document.quotes) - 1)


def test_words_in_marks_that_stay_open_after_a_sentence_keep_its_speaker(pipeline):
    document = pipeline(
        "Ruth Mills said the ferry was safe. “We have looked at every bolt and found nothing.\n\n"
        "“We sail at dawn,” the captain, Oskar Doon, said."
    )
    assert [str(quote.speaker) for quote in document.quotes] == ["Ruth Mills", "Ruth Mills", "Oskar Doon"]
