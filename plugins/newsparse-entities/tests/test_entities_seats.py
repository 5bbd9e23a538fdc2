"""Bodies named by whose office they are: "the Mayor's Office"; not "the mayor's office" nor "the Doctor's Office"."""

from __future__ import annotations

import pytest

OFFICES = ("Mayor", "Minister", "Prime", "Attorney", "General", "Public", "Prosecutor", "Sheriff", "Doctor", "Deputy")
TREE = {
    **dict.fromkeys((*OFFICES, "Prosecutors", "Office", "Secretary", "County"), ("PROPN", None, None)),
    **dict.fromkeys(("Then", "Former"), ("ADV", None, None)),
    "spoke": ("VERB", "root", None),
}


@pytest.mark.parametrize(
    "name",
    [
        "Mayor's Office",
        "Mayor’s Office",
        "Prime Minister's Office",
        "Attorney General's Office",
        "Public Prosecutor's Office",
        "Prosecutors' Office",
        "Secretary-General's Office",
        "Deputy Prime Minister's Office",
    ],
)
def test_the_office_of_an_office_is_a_body(read, name):
    mention = read(f"Then the {name} spoke.", tree=TREE).mention(name)
    assert (mention.label, mention.entity is not None) == ("Organization", True)


@pytest.mark.parametrize(
    "text",
    [
        "Then the mayor's office spoke.",
        "Then the Mayor's office spoke.",
        "Then the Doctor's Office spoke.",
        "Then Brook's Office spoke.",
        "Then the Mayor Office spoke.",
    ],
)
def test_other_offices_are_none(read, text):
    assert read(text, tree=TREE).document.mentions == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Then the {Tarn:Location} Mayor's Office spoke.", ["Tarn", "Mayor's Office"]),
        ("Then {Velia:Location} 's Mayor's Office spoke.", ["Velia", "Mayor's Office"]),
        ("Then the {Prosecutor:Person} 's Office spoke.", ["Prosecutor 's Office"]),
        ("Then the {Public Prosecutor:Organization}'s Office spoke.", ["Public Prosecutor's Office"]),
        ("Then {Tarn Mayor's Office:Organization} spoke.", ["Tarn Mayor's Office"]),
        ("Then the Mayor's {Office for Tarn:Organization} spoke.", ["Mayor's Office for Tarn"]),
        ("Then the Former Mayor's Office spoke.", ["Mayor's Office"]),
    ],
)
def test_what_is_marked_beside_it_is_kept_or_part_of_it(read, text, names):
    assert read(text, tree=TREE).names == names


def test_two_offices_and_an_acronym(read):
    result = read("The Mayor's Office spoke. Then {MO:Organization} left the Attorney General's Office.", tree=TREE)
    assert result.means("MO") == "Mayor's Office"
    assert result.names == ["Mayor's Office", "Attorney General's Office"]
