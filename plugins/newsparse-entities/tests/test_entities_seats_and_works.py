"""States behind legislators and their abbreviations, and titles of works in which people are named."""

from __future__ import annotations

import pytest

HOLT = "{Nadia Holt:Person}"


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (f"Then {HOLT}, R-Ariz., left.", "Ariz."),
        (f"Then {HOLT}, {{R-Ariz.:Person}}, left.", "Ariz."),
        (f"Then {HOLT} (D-N.Y.) left.", "N.Y."),
        (f"Then {HOLT} (D-NY) left.", "NY"),
        (f"Then {HOLT} (I-North Kell), left.", "North Kell"),
        (f"Then {HOLT} (D-{{Kell:Organization}}) left.", "Kell"),
    ],
)
def test_the_state_of_a_legislator_is_a_place_and_the_party_is_nothing(read, text, state):
    result = read(text)
    assert result.names == ["Nadia Holt", state]
    assert result.entity(state).label == "Location"


@pytest.mark.parametrize(
    "text",
    [
        f"Then {HOLT} left (D-Kell).",
        f"Then {HOLT} (X-Kell) left.",
        f"Then {HOLT} (D-kell) left.",
        f"Then {HOLT} (D-Kell was late) left.",
        "The plan (D-Kell) failed.",
    ],
)
def test_other_letters_and_hyphens_are_no_state(read, text):
    assert set(read(text).names) <= {"Nadia Holt"}


@pytest.mark.parametrize(("short", "full"), [("Fla.", "Florida"), ("N.Y.", "New York"), ("Vt.", "Vermont")])
def test_an_abbreviated_state_is_the_state(read, short, full):
    assert read(f"Then {{{full}:Location}} voted.", f"They met in Kell, {{{short}:Location}}.").words(full) == [
        full,
        short,
    ]


def test_a_mass_is_no_state(read):
    result = read("They left {Massachusetts:Location}.", "They sang at {Mass:Misc}.")
    assert result.names == ["Massachusetts", "Mass"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("An essay, entitled “Mr. {Holt:Person} Is Wrong,” came.", ["Mr. Holt Is Wrong"]),
        (f'An essay titled: "{HOLT}\'s day in {{Kell:Location}}" came.', ["Nadia Holt's day in Kell"]),
        (f"An essay, “{HOLT} Is Wrong,” came.", ["Nadia Holt"]),
        ("An essay titled “Rain in {Kell:Location}” came.", ["Kell"]),
        (f"A lord titled “of {HOLT}” came.", ["Nadia Holt"]),
        (f"An essay titled “” by {HOLT} came.", ["Nadia Holt"]),
        (f"An essay titled “Rain” by {HOLT} came.", ["Nadia Holt"]),
    ],
    ids=["entitled", "titled", "no title", "nobody", "no capital", "empty", "outside"],
)
def test_nobody_is_named_in_the_title_of_a_work(read, text, names):
    assert read(text).names == names
