"""Blocks and lists without marks: the whole paragraph after "the statement read:", and each item of a list."""

from __future__ import annotations

import attrs
import pytest

from newsparse.model import Document, Layer, Quote
from newsparse.testing import attributed, written
from newsparse_quotes.extractor import Quotes

LEMMAS = {"read": "read", "wrote": "write", "demanded": "demand", "laughed": "laugh", "slept": "sleep"}


def parsed(text: str, *attributions: tuple[str, str, str]) -> Document:
    """The text with a tree of its first sentence: its last verb, and the word before that as the subject."""
    found = [attributed(text, *words, confidence=0.95) for words in attributions]
    document = written(text, layers=[Layer.of("attributions", found)])
    verb = next(index for index, token in enumerate(document.tokens) if token.text in LEMMAS)
    tokens = list(document.tokens)
    tokens[verb] = attrs.evolve(tokens[verb], upos="VERB", deprel="root", lemma=LEMMAS[tokens[verb].text], head=verb)
    tokens[verb - 1] = attrs.evolve(tokens[verb - 1], upos="NOUN", deprel="nsubj", head=verb)
    return document.with_layer("tokens", tokens)


def quotes(text: str, *attributions: tuple[str, str, str]) -> list[Quote]:
    return [item for item in Quotes().extract(parsed(text, *attributions)) if isinstance(item, Quote)]


BLOCK = "The statement read:\n\nWe regret the loss. We will pay every family.\n\nThe board met on Monday."


def test_the_whole_paragraph_after_read_belongs_to_the_statement():
    (quote,) = quotes(BLOCK)
    assert (quote.text, quote.form, quote.evidence[0].rule) == (
        "We regret the loss. We will pay every family.",
        "indirect",
        "block",
    )
    assert (str(quote.speaker.mention), quote.speaker.kind, str(quote.cue)) == ("statement", "document", "read")


def test_a_block_is_whole_where_the_model_finds_its_first_sentence():
    (quote,) = quotes(BLOCK, ("statement", "read", "We regret the loss"))
    assert quote.text == "We regret the loss. We will pay every family."


@pytest.mark.parametrize(
    "text",
    [
        BLOCK.replace("read", "laughed"),
        BLOCK.replace(":", "."),
        BLOCK.replace("The statement", "You"),
        BLOCK.replace("We regret the loss. We will pay every family.", "Photo"),
    ],
    ids=["no cue of writing", "no colon", "the reader", "one word"],
)
def test_a_paragraph_is_no_block(text):
    assert quotes(text) == []


def test_a_block_in_marks_is_a_direct_quote():
    (quote,) = quotes(BLOCK.replace("We regret", "“We regret").replace("family.", "family.”"))
    assert (quote.form, quote.text) == ("direct", "We regret the loss. We will pay every family.")


LIST = "The sailors demanded:\n\n{0} a raise of 9 percent;\n{1} two days of rest.\n\nThe board met on Monday."


@pytest.mark.parametrize("bullets", [("-", "-"), ("•", "•"), ("1.", "2."), ("(a)", "(b)")], ids=" ".join)
def test_each_item_of_a_list_is_a_fragment_of_one_quote(bullets):
    text = LIST.format(*bullets)
    (quote,) = quotes(text)
    assert [text[span.start : span.end] for span in quote.fragments] == ["a raise of 9 percent", "two days of rest."]
    assert (quote.act, str(quote.speaker.mention), quote.rule) == ("demanded", "sailors", "quotes.source.block")


@pytest.mark.parametrize(
    "text",
    [LIST.format("-", "-").replace("demanded", "slept"), LIST.format("-", "and")],
    ids=["no cue", "one item"],
)
def test_items_are_no_quote(text):
    assert quotes(text) == []


@pytest.mark.parametrize(
    "line",
    [
        "The inquiry made 12 recommendations including:",
        "The report made a number of recommendations, including:",
        "The council has plans including:",
    ],
)
@pytest.mark.parametrize("items", ["- build a new quay\n- close the old one", "• A new quay.\n• Lower fares."])
def test_a_list_of_what_is_included_is_no_quote(pipeline, line, items):
    assert not pipeline(f"{line}\n{items}").quotes
