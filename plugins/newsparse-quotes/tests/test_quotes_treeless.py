"""Speakers where the backend gives no trees: who is named in the words of the source, and how much of it that is."""

from __future__ import annotations

import pytest

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse.testing import written
from newsparse_quotes.marks.stretches import Outer
from newsparse_quotes.speakers import Speakers

NAMES = {
    "Ada Brook": "Person",
    "Tom Varga": "Person",
    "Quay Watch": "Organization",
    "Lowmere": "Location",
    "Kingsham": "Location",
    "Kellish": "NORP",
    "Monday": "Date",
    "$40": "Money",
    "Orla Cup": "Event",
}


def meant(source):
    """The name of the entity that a source means, or None."""
    text = f"{source} said no."
    document = written(text, names={name: label for name, label in NAMES.items() if name in text})
    found = Speakers(Tree(document), Outer([])).at(Span(0, len(source))).speaker
    return next((item.name for item in document.entities if item.id == found.entity), None)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Ada Brook", "Ada Brook"),
        ("the mayor of the old harbour town, Ada Brook", "Ada Brook"),
        ("Ada Brook and Tom Varga", "Ada Brook"),
        ("Quay Watch and Ada Brook", "Ada Brook"),
        ("a long letter to Ada Brook", "Ada Brook"),
        ("nobody at all", None),
    ],
)
def test_the_first_person_speaks_even_beside_a_body(source, name):
    assert meant(source) == name


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Ada Brook's son", "Ada Brook"),
        ("Ada Brook’s son", "Ada Brook"),
        ("Ada Brook's uncle", "Ada Brook"),
        ("Ada Brook's sister", None),
        ("Ada Brook's lawyers", None),
        ("Ada Brook's lawyer Tom Varga", "Tom Varga"),
        ("Ada Brook’s lawyer Tom Varga", "Tom Varga"),
        ("Ada Brook-led group", "Ada Brook"),
    ],
)
def test_whoever_owns_the_source_speaks_where_nobody_else_is_named_and_they_are_most_of_it(source, name):
    assert meant(source) == name


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Quay Watch", "Quay Watch"),
        ("the Quay Watch", "Quay Watch"),
        ("the group Quay Watch", "Quay Watch"),
        ("a new group Quay Watch", None),
        ("the group Quay Watch,", "Quay Watch"),
        ("Quay Watch now", None),
        ("Orla Cup", "Orla Cup"),
    ],
)
def test_a_body_speaks_where_it_ends_the_source_and_is_half_of_it(source, name):
    assert meant(source) == name


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Lowmere", "Lowmere"),
        ("in Lowmere", "Lowmere"),
        ("from Lowmere", None),
        ("the Kellish", None),
        ("all Kingsham", "Kingsham"),
        ("both Kingsham", None),
        ("Monday", None),
        ("$40", None),
        ("on Monday", None),
    ],
)
def test_a_place_or_people_speaks_where_it_is_two_thirds_of_the_source_and_days_never_do(source, name):
    assert meant(source) == name
