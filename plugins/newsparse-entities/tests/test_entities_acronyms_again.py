"""Letters in brackets later on: those of an event are the event in all uses; and treaties are no bodies."""

from __future__ import annotations

import pytest


def labels(result):
    """The classes of the names in the order of the text."""
    return [item.label for item in result.document.mentions if item.form == "named"]


def test_what_stands_for_an_event_is_the_event_again(read):
    result = read("The {Tarn Energy Week:Misc} ({TEW:Organization}) began.", "{TEW:Organization} ended.")
    assert labels(result) == ["Misc"] * 3
    assert result.words("Tarn Energy Week") == ["Tarn Energy Week", "TEW", "TEW"]


@pytest.mark.parametrize(
    "texts",
    [
        ("The {Tarn Energy Week:Misc} ({TEW:Misc}) began.", "{TEWS:Organization} met."),
        ("The {Tarn Energy Week:Misc} (of rain) began.", "{TEW:Organization} met."),
    ],
    ids=["other letters", "no letters"],
)
def test_other_letters_keep_their_class(read, texts):
    assert labels(read(*texts))[-1] == "Organization"


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("United Conventions against Rain", "Misc"),
        ("Convention on the Seas", "Misc"),
        ("Tarn Treaty", "Misc"),
        ("Tarn Accord on Water", "Misc"),
        ("Tarn Party Convention", "Organization"),
        ("Convention Centre", "Organization"),
        ("Treaty", "Organization"),
    ],
)
def test_a_treaty_is_no_body(read, name, label):
    assert labels(read(f"They left the {{{name}:Organization}}.", tree={"against": ("ADP", None, None)})) == [label]


@pytest.mark.parametrize(
    ("short", "count"), [("Tarn-WRU", 1), ("Tarn-WRX", 2), ("WRU-Tarn", 2)], ids=["acronym", "other letters", "first"]
)
def test_an_acronym_after_a_hyphen_in_brackets_is_the_body_before(read, short, count):
    result = read(f"The {{Water Research Unit:Organization}} ({{{short}:Organization}}) left.")
    assert len(result.names) == count
