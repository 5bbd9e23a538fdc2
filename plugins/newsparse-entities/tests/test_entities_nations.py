"""Names with a country in them, in two ways of writing, and titles of the world's press before names."""

from __future__ import annotations

import pytest

import newsparse
from newsparse_entities.grouping.nations import national
from newsparse_entities.mentions.normalise import country

SAME = [
    ("Football Federation of Chile", "Chilean Football Federation"),
    ("Government of Nicaragua", "Nicaraguan Government"),
    ("Parliament of the Netherlands", "Parliament of Netherlands"),
    ("Navy of Iran", "Iranian Navy"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_a_body_of_a_country_is_the_same_with_an_adjective(one, other):
    assert national(one) == national(other) != frozenset()


OTHERS = [
    ("Government of Austria", "Australian Government"),
    ("Government of Niger", "Nigerian Government"),
    ("Bank of Japan", "Japanese Senate"),
]


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_bodies_of_other_countries_or_kinds_stay_apart(one, other):
    assert national(one) != national(other)


@pytest.mark.parametrize("name", ["Larkmoor Robotics", "Board of Trade", "Harrow"])
def test_other_names_have_no_country(name):
    assert national(name) == frozenset()


@pytest.mark.parametrize(
    ("name", "short"),
    [("State of Qatar", "Qatar"), ("Sultanate of Oman", "Oman"), ("the Kingdom of the Netherlands", "Netherlands")],
)
def test_a_state_is_its_country(name, short):
    assert country(name) == short


@pytest.mark.parametrize("name", ["State of Ohio", "House of Qatar", "Republic", "State of"])
def test_other_names_with_of_are_no_countries(name):
    assert country(name) == name


@pytest.fixture(scope="module")
def pipeline():
    return newsparse.load("en", extractors=("entities",))


@pytest.mark.parametrize(
    "text",
    [
        "Khaleda Noor spoke. Begum Khaleda Noor left at noon.",
        "Alhaji Musa Bello spoke. Musa Bello left at noon.",
        "Lupe Vega spoke. Doña Lupe Vega left at noon.",
    ],
)
def test_a_title_of_the_worlds_press_is_no_part_of_a_name(pipeline, text):
    people = [entity.name for entity in pipeline(text).entities if entity.label == "Person"]
    assert len(people) == 1
    assert len(people[0].split()) == 2
