"""Settings of the extractor: the marks, the manners and the verbs that it reads; without any, the usual ones."""

from __future__ import annotations

import attrs
import pytest

from newsparse_quotes.extractor import Quotes, QuotesConfig

TEXT = "“The quay is old,” said Ada Brook. Tom Varga believes that it leaks. «It is new,» said Mara Dell."


@pytest.fixture(scope="module")
def document(pipeline):
    """The text as the backend reads it, and the same without what its model attributes."""
    found = pipeline(TEXT)
    return attrs.evolve(found, layers=tuple(layer for layer in found.layers if layer.name != "attributions"))


def quoted(document, **settings):
    found = Quotes(QuotesConfig(**settings)).extract(document)
    return [quote.text for quote in found if hasattr(quote, "manner")]


def test_nothing_is_left_out_without_settings(document):
    assert [quote.text for quote in Quotes().extract(document)] == quoted(document)
    assert quoted(document) == ["The quay is old,", "it leaks", "It is new,"]


def test_only_some_manners_are_returned(document):
    assert quoted(document, only=("thought",)) == ["it leaks"]
    assert quoted(document, only=("speech",)) == ["The quay is old,", "It is new,"]


def test_only_the_marks_of_the_outlet_are_read(document):
    forms = {
        quote.text: quote.form
        for quote in Quotes(QuotesConfig(marks=("«»",))).extract(document)
        if hasattr(quote, "manner")
    }
    assert forms["It is new,"] == "direct"
    assert "direct" not in {form for text, form in forms.items() if "old" in text}


def test_verbs_that_are_left_out_attribute_nothing(document):
    assert "it leaks" not in quoted(document, without=("believe",))
