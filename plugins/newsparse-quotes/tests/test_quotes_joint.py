"""Several people or bodies that say something together: the first is the speaker, and the others are named with it."""

from __future__ import annotations

import pytest


@pytest.fixture
def together(pipeline):
    """The names of everybody who says the first quote in a text."""

    def found(text):
        document = pipeline(text)
        speaker = document.quotes[0].speaker
        return [speaker.name, *(document.entity(name).name for name in speaker.others)]

    return found


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("Ruth Mills and Oskar Doon", ["Ruth Mills", "Oskar Doon"]),
        ("Both Ruth Mills and Oskar Doon", ["Ruth Mills", "Oskar Doon"]),
        ("The mayor, Ruth Mills, and the sailor Oskar Doon", ["Ruth Mills", "Oskar Doon"]),
        ("Ruth Mills, Oskar Doon and Hanna Orlo", ["Ruth Mills", "Oskar Doon", "Hanna Orlo"]),
        ("Toyota and Volkswagen", ["Toyota", "Volkswagen"]),
        ("Their leaders, Ruth Mills of Kelby, and Oskar Doon of Lowmere,", ["Ruth Mills", "Oskar Doon"]),
    ],
)
def test_those_whom_and_joins_say_it_together(together, source, names):
    assert together(f"{source} said that the pier would sink.") == names


@pytest.mark.parametrize(
    "source",
    [
        "Ruth Mills of Kelby and Lowmere",
        "Ruth Mills, who met Oskar Doon and Hanna Orlo,",
        "Ruth Mills, a friend of Oskar Doon and the mayor,",
        "Ruth Mills, or Ruth M,",
        "Ruth Mills",
    ],
)
def test_others_who_are_named_beside_the_speaker_say_nothing(together, source):
    assert together(f"{source} said that the pier would sink.") == ["Ruth Mills"]


def test_a_quote_is_one_of_each_of_those_who_say_it(pipeline):
    document = pipeline("Ruth Mills and Oskar Doon said that the pier would sink.")
    counts = [len(document.quotes_of(entity)) for entity in document.entities]
    assert counts == [1, 1]
