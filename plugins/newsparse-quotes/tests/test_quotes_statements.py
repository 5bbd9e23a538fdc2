"""The manner of a quote, and which quotes are given: what is done is told from what is said."""

from __future__ import annotations

import pytest
from attrs import evolve

from newsparse.model import Layer, Quote
from newsparse.testing import attributed, written
from newsparse_quotes.extractor import Quotes, QuotesConfig

TEXT = "Ada Brook resisted the sale. She said the quay would sink. She wrote that it rained. She hopes for rain."
PARTS = [
    ("Ada Brook", "resisted", "the sale"),
    ("She", "said", "the quay would sink"),
    ("She", "wrote", "that it rained"),
    ("She", "hopes", "for rain"),
]
LEMMAS = {"resisted": "resist", "said": "say", "wrote": "write", "hopes": "hope"}


def manners(confidence: float = 0.95, only: tuple[str, ...] = ()) -> dict[str, str]:
    layer = Layer.of("attributions", [attributed(TEXT, *part, confidence=confidence) for part in PARTS])
    document = written(TEXT, names={"Ada Brook": "Person"}, layers=[layer])
    tokens = [evolve(token, lemma=LEMMAS.get(token.text, token.text.lower())) for token in document.tokens]
    found = Quotes(QuotesConfig(only=only)).extract(document.with_layer("tokens", tokens))
    return {quote.text: quote.manner for quote in found if isinstance(quote, Quote)}


def test_the_cue_and_the_content_tell_how_something_is_said():
    assert manners() == {
        "the sale": "act",
        "the quay would sink": "speech",
        "that it rained": "writing",
        "for rain": "thought",
    }


def test_an_act_of_which_the_model_is_not_sure_is_left_out():
    assert "the sale" not in manners(confidence=0.8)
    assert "for rain" in manners(confidence=0.8)


@pytest.mark.parametrize(("only", "given"), [(("speech",), ["the quay would sink"]), (("act",), ["the sale"])])
def test_only_quotes_of_the_manners_that_are_asked_for_are_given(only, given):
    assert list(manners(only=only)) == given


def test_a_manner_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="only"):
        QuotesConfig(only=("shouting",))
