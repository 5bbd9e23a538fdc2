"""Who "he said" and "she said" are, where only these tell the gender of a name, and in clauses with "which"."""

from __future__ import annotations

import pytest

GOES_ON = {
    "he, beside another she": (
        "Wei Lan, keeper of the lighthouse, said sailors had asked the captain if she wanted a pilot. "
        "The lamp has not failed since 2011, he said. The tower is sound, he added.",
        "Wei Lan",
    ),
    "she, beside another he": (
        "Noor Sabe, a guide, said the tourist had lost his hat when he left the boat. "
        "The boat leaks, she said. It is old, she added.",
        "Noor Sabe",
    ),
}


@pytest.mark.parametrize(("text", "name"), GOES_ON.values(), ids=GOES_ON)
def test_whoever_goes_on_speaking_has_the_gender_of_the_pronoun(pipeline, text, name):
    said = [quote for quote in pipeline(text).quotes if quote.within is None]
    assert [quote.speaker.name for quote in said] == [name] * 3


IN_CLAUSES = {
    "of a speech": (
        "Tom Varga said the bank was safe. "
        "A large part of Ada Brook's speech was on prices, which she said were too high.",
        "Ada Brook",
    ),
    "of an address": (
        "Tom Varga said the bank was safe. "
        "Half of Jon Holt's speech dealt with harbour fees, which he said were far too low.",
        "Jon Holt",
    ),
}


@pytest.mark.parametrize(("text", "name"), IN_CLAUSES.values(), ids=IN_CLAUSES)
def test_in_a_clause_with_which_it_is_whose_speech_it_was(pipeline, text, name):
    assert [quote.speaker.name for quote in pipeline(text).quotes] == ["Tom Varga", name]
