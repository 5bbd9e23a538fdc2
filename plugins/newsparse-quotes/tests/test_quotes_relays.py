"""What others say inside a quote, or in what somebody cites: agents of passives, asides, states, runs of clauses."""

from __future__ import annotations

import pytest

INSIDE = {
    "told by somebody": (
        "“They were told by the owner that the boat would sail,” Ada Brook said.",
        "the boat would sail",
        "the owner",
    ),
    "warned by a name": (
        "“The sailors were warned by Tom Varga that the quay was weak,” Ada Brook said.",
        "the quay was weak",
        "Tom Varga",
    ),
    "assured by somebody": (
        "Lena Holt said she had been assured by the minister that the bridge was safe.",
        "the bridge was safe",
        "the minister",
    ),
    "told in marks": (
        "“We were told by the owner: ‘The quay will sink.’ Nobody believed it,” said Ada Brook.",
        "The quay will sink.",
        "the owner",
    ),
    "as somebody put it": (
        "Ada Brook said that, as the mayor put it, the quay was a ruin.",
        "the quay was a ruin",
        "the mayor",
    ),
    "a state of somebody": (
        "The crew had reported her missing, according to Ada Brook.",
        "her missing",
        "The crew",
    ),
    "states of two": (
        "“The coastguard reports six sailors drowned and three missing,” the harbour office said.",
        "six sailors drowned and three missing",
        "The coastguard",
    ),
    "clauses that follow": (
        "“He called me and said, look, I am not coming,” Ada Brook said.",
        "look, I am not coming",
        "He",
    ),
    "a clause that results": (
        "“The mayor also said the road has never been shut, so the road will stay open,” Ada Brook said.",
        "the road has never been shut, so the road will stay open",
        "The mayor",
    ),
    "according to a pronoun": (
        "The council keeps the old lamps, which according to her are worth a fortune, Ada Brook said.",
        "are worth a fortune",
        "her",
    ),
}


@pytest.mark.parametrize(("text", "inner", "name"), INSIDE.values(), ids=INSIDE)
def test_who_says_what_stands_inside(pipeline, text, inner, name):
    own = [quote for quote in pipeline(text).quotes if quote.within is not None]
    assert [(quote.text, quote.speaker.mention.text) for quote in own] == [(inner, name)]


def test_what_the_next_speaker_says_is_not_given_to_the_one_before(pipeline):
    text = "“The police told us nothing, but the mayor keeps saying it will be over,” Ada Brook said."
    own = [quote for quote in pipeline(text).quotes if quote.within is not None]
    assert [quote.speaker.mention.text for quote in own] == ["the mayor"]


@pytest.mark.parametrize(
    "text",
    [
        "“Tom, if you are there, I hope that you are well,” Ada Brook said.",
        "“Russia, once you look at it, I think it is too late,” Ada Brook said.",
    ],
)
def test_whoever_is_spoken_to_does_not_hope(pipeline, text):
    assert [quote.speaker.name for quote in pipeline(text).quotes] == ["Ada Brook"]


CITED = {
    "a report that says": ("Ada Brook cited a report that said the plan was dead.", "the plan was dead", "a report"),
    "a study that finds": (
        "Tom Varga cited a study that found the dam would break.",
        "the dam would break",
        "a study",
    ),
}


@pytest.mark.parametrize(("text", "said", "name"), CITED.values(), ids=CITED)
def test_what_somebody_cites_is_said_by_the_text(pipeline, text, said, name):
    assert [(quote.text, quote.speaker.name) for quote in pipeline(text).quotes] == [(said, name)]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brook's office has not answered requests to explain the fares.",
        "Lund Lines never answered a request to explain the figures.",
    ],
)
def test_nobody_is_quoted_by_a_request_that_stays_open(pipeline, text):
    assert not pipeline(text).quotes


def test_an_aside_says_in_whose_words_it_is(pipeline):
    (quote,) = pipeline("The quay was a ruin, as the mayor put it.").quotes
    assert (quote.text, quote.speaker.mention.text) == ("The quay was a ruin", "the mayor")


DENIED = {
    "denied": ("Tom Varga said Lund Lines had denied sinking the boat.", "sinking the boat", "Lund Lines"),
    "advocated": (
        "Ada Brook said the union had advocated closing the north quay.",
        "closing the north quay",
        "the union",
    ),
}


@pytest.mark.parametrize(("text", "inner", "name"), DENIED.values(), ids=DENIED)
def test_what_somebody_denies_or_advocates_doing(pipeline, text, inner, name):
    own = [quote for quote in pipeline(text).quotes if quote.within is not None]
    assert [(quote.text, quote.speaker.name) for quote in own] == [(inner, name)]


COUNTED = {
    "deaths": ("Ada Brook said the city had reported 12 deaths.", "12 deaths", "the city"),
    "cases": (
        "Tom Varga said the hospital had confirmed 40 new cases.",
        "40 new cases",
        "the hospital",
    ),
}


@pytest.mark.parametrize(("text", "inner", "name"), COUNTED.values(), ids=COUNTED)
def test_how_many_somebody_reports(pipeline, text, inner, name):
    own = [quote for quote in pipeline(text).quotes if quote.within is not None]
    assert [(quote.text, quote.speaker.name) for quote in own] == [(inner, name)]


def test_a_word_for_what_was_said_before_thinks_nothing(pipeline):
    text = "“Lund Lines has put up its fares. That is because it thinks that nobody can walk,” said Tom Varga."
    own = [quote for quote in pipeline(text).quotes if quote.within is not None]
    assert [quote.speaker.mention.text for quote in own] == ["it"]


PUNISHED = {
    "fined": ("For claiming the quay was safe, the owner was fined 300 dollars.", "the owner"),
    "suspended": ("For claiming that the quay was safe, Tom Varga was suspended by the council.", "Tom Varga"),
}


@pytest.mark.parametrize(("text", "name"), PUNISHED.values(), ids=PUNISHED)
def test_what_somebody_is_punished_for_may_come_first(said, text, name):
    assert said(text) == [(("the quay was safe",), name)]
