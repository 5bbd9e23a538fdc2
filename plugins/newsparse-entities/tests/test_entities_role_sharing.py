"""Plural roles and whom they name, roles after "as", and the body of a role with what it is for."""

from __future__ import annotations

import pytest

HOLT, REED, BRANDT = "{Nadia Holt:Person}", "{Tom Reed:Person}", "{Robin Brandt:Person}"
BANK, TARN = "{Harrow Bank:Organization}", "{Tarn:Location}"
NOUNS = ("mayors", "leaders", "governor", "director", "spokeswoman", "sales", "works", "family", "friends")
TREE = {
    **dict.fromkeys(NOUNS, ("NOUN", None, None)),
    **dict.fromkeys(("Sen", "Gov"), ("PROPN", None, None)),
    **dict.fromkeys(("the", "a"), ("DET", None, None)),
    "public": ("ADJ", None, None),
    "Holt": ("PROPN", "nsubj", "left"),
    "left": ("VERB", "root", None),
}


@pytest.mark.parametrize(
    "text",
    [
        f"The two mayors, {HOLT} and {REED}, left.",
        f"Then the two mayors, {HOLT} and {REED}, left.",
        f"The mayors {HOLT}, {REED}, and others left.",
        f"The mayors {HOLT}, {REED} and others left.",
        f"The mayors Sen {HOLT} and Gov {REED} left.",
    ],
)
def test_a_plural_role_is_that_of_everybody_named_after_it(read, text):
    result = read(text, tree=TREE)
    assert ["mayors" in result.roles(name) for name in ("Nadia Holt", "Tom Reed")] == [True, True]


@pytest.mark.parametrize(
    "text",
    [
        f"The three mayors, {HOLT} and {REED} left.",
        f"They met mayors, {HOLT} and {REED}.",
        f"They met two friends, {HOLT} and {REED}.",
        f"The two mayors left {HOLT} and {REED}.",
    ],
    ids=["another number", "no number", "no role", "not beside"],
)
def test_a_list_that_begins_with_a_plural_role_gives_it_to_nobody(read, text):
    result = read(text, tree=TREE)
    assert (result.roles(), result.roles("Tom Reed")) == ([], [])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"As {TARN}'s governor, {HOLT} left.", ["governor (Tarn)"]),
        (f"As the governor of {TARN}, {HOLT} left.", ["governor (Tarn)"]),
        (f"With {TARN}'s governor, {HOLT} left.", []),
        (f"As a rule, {TARN}'s governor, {HOLT} left.", []),
    ],
)
def test_a_role_after_as_is_that_of_whoever_follows(read, text, wanted):
    tree = TREE | {"governor": ("NOUN", "obl", "left"), "rule": ("NOUN", "obl", "left")}
    assert read(text, tree=tree).roles() == wanted


@pytest.mark.parametrize(
    ("role", "wanted"),
    [
        ("the director for public works", "director for public works (Harrow Bank)"),
        ("a spokeswoman for sales", "spokeswoman for sales (Harrow Bank)"),
        ("a spokeswoman for the family", "spokeswoman for the family"),
        ("the governor for public works", "governor for public works"),
    ],
)
def test_a_role_for_a_field_is_held_in_the_body_that_the_article_is_about(read, role, wanted):
    result = read(f"{BANK} closed early.", f"{HOLT}, {role}, left.", tree=TREE)
    assert result.roles() == [wanted]
