"""Where role phrases begin and end, and the bodies behind brackets and datelines."""

from __future__ import annotations

import pytest

HOLT, REED, BRANDT = "{Nadia Holt:Person}", "{Tom Reed:Person}", "{Robin Brandt:Person}"
BANK, LARK, TARN = "{Harrow Bank:Organization}", "{Larkmoor:Organization}", "{Tarn:Location}"
NOUNS = {
    **dict.fromkeys(
        ("chef", "writer", "lawyer", "manager", "founders", "actors", "director", "envoy", "water", "chairperson"),
        ("NOUN", None, None),
    ),
    **dict.fromkeys(("renowned", "interim", "acting", "local", "Municipal"), ("ADJ", None, None)),
    **dict.fromkeys(("born", "have", "paid", "United"), ("VERB", None, None)),
    "States": ("PROPN", None, None),
    "the": ("DET", None, None),
}

EDGES = {
    "fame before a name": (f"They met renowned chef {HOLT}.", ["chef"]),
    "fame after a name": (f"{HOLT}, a renowned local chef, left.", ["chef"]),
    "a time in office": (f"They met interim manager {HOLT}.", ["manager"]),
    "acting": (f"{HOLT}, the acting director of {BANK}, left.", ["director (Harrow Bank)"]),
    "origin": (f"{HOLT}, a {{Velian:NORP}} - born water lawyer, left.", ["water lawyer"]),
    "seat": (f"They met {TARN}-based lawyer {HOLT}.", ["lawyer"]),
    "a country with an article": (
        f"{HOLT}, envoy to the {{United States:Location}}, left.",
        ["envoy to the United States"],
    ),
    "an acronym after the body": (
        f"The {BANK} ({{HB:Organization}}) director {HOLT} left.",
        ["director (Harrow Bank)"],
    ),
    "an acronym after the body after a name": (
        f"{HOLT}, {BANK} ({{HB:Organization}}) director, left.",
        ["director (Harrow Bank)"],
    ),
    "a field in brackets": (f"{HOLT}, director (water), {BANK}, left.", ["director (Harrow Bank)"]),
    "an age in brackets": (f"{HOLT}, director (44), of late, left {BANK}.", ["director"]),
    "a dateline": (f"{TARN} – Municipal manager of {BANK}, {HOLT}, left.", ["Municipal manager (Harrow Bank)"]),
    "what a dash joins to": (f"{HOLT}, a chairperson - have you heard - left.", ["chairperson"]),
    "what is before a dash": (f"They chose their lawyer - former chef {HOLT}.", ["chef"]),
    "one of several": (f"They met one of its founders {HOLT}.", ["founders"]),
    "several": (f"They met its founders {HOLT}.", []),
}


def roles(result, name):
    """The roles of a person with the names of the bodies."""
    names = {entity.id: entity.name for entity in result.document.entities}
    return [
        item.role.text + (f" ({names[item.organisation]})" if item.organisation else "")
        for item in result.entity(name).affiliations
    ]


@pytest.mark.parametrize("case", EDGES)
def test_a_role_has_its_words_and_its_body(read, case):
    text, wanted = EDGES[case]
    assert roles(read(text, tree=NOUNS), "Nadia Holt") == wanted


def test_one_of_several_whom_the_next_one_paid_is_not_the_one_who_paid(read):
    tree = NOUNS | {"Nadia": ("PROPN", "nsubj", "paid")}
    assert roles(read(f"They met one of the founders {HOLT} paid.", tree=tree), "Nadia Holt") == []


def test_a_plural_before_three_names_is_that_of_each(read):
    result = read(f"The actors {HOLT}, {REED} and {BRANDT} left.", tree=NOUNS)
    assert [roles(result, name) for name in ("Nadia Holt", "Tom Reed", "Robin Brandt")] == [["actors"]] * 3
