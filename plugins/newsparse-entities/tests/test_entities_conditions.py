"""Cases that differ in one thing from those that a rule is for: what it needs, and what it must not need."""

from __future__ import annotations

import pytest

TAGS = {
    "former": ("ADJ", "amod", "minister"),
    "finance": ("NOUN", "compound", "minister"),
    "minister": ("NOUN", None, None),
    "director": ("NOUN", None, None),
    "company": ("NOUN", None, None),
    "airline": ("NOUN", None, None),
    "driver": ("NOUN", None, None),
    "head": ("NOUN", None, None),
    "sales": ("NOUN", None, None),
    "nurses": ("NOUN", None, None),
    "fast": ("ADV", None, None),
}


def employers(result, name):
    """The organisations of a person's roles by name."""
    names = {entity.id: entity.name for entity in result.document.entities}
    return [names.get(item.organisation) for item in result.entity(name).affiliations]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("{Nadia Holt:Person}, director, {Larkmoor:Organization}, left.", ["Larkmoor"]),
        ("{Nadia Holt:Person}, director {Larkmoor:Organization}, left.", ["Larkmoor"]),
        ("{Nadia Holt:Person}, director, {Larkmoor:Organization} staff and all, left.", [None]),
        ("{Nadia Holt:Person}, director, {Larkmoor:Location}, left.", [None]),
    ],
)
def test_a_body_after_a_role_and_a_comma_is_set_off_on_both_sides(read, sentence, found):
    assert employers(read(sentence, tree=TAGS), "Nadia Holt") == found


@pytest.mark.parametrize(
    ("description", "meant"),
    [("The finance minister", "Nadia Holt"), ("The minister", None)],
    ids=["in full", "by the noun alone"],
)
def test_a_description_before_the_name_is_one_in_full(read, description, meant):
    result = read(
        f"{description} left.", "{Simon Reyes:Person} waited for {Nadia Holt:Person}, the finance minister.", tree=TAGS
    )
    (found,) = [item.entity for item in result.document.mentions if item.span.start == 0] or [None]
    names = {entity.id: entity.name for entity in result.document.entities}
    assert names.get(found) == meant


@pytest.mark.parametrize("noun", ["company", "airline"])
def test_a_noun_for_companies_means_the_company_of_the_article(read, noun):
    result = read("{Larkmoor:Organization} fell.", f"{{Nadia Holt:Person}}, director of the {noun}, left.", tree=TAGS)
    assert employers(result, "Nadia Holt") == ["Larkmoor"]


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        ("{Nadia:Person}\n{Holt:Person} left.", "Nadia Holt"),
        ("{Nadia:Person} {Holt:Person} left.", "Nadia Holt"),
        ("{Nadia:Person} J. {Holt:Person} left.", "Nadia J. Holt"),
        ("{Larkmoor:Organization} {Mills:Organization} left.", "Larkmoor Mills"),
    ],
)
def test_two_halves_of_a_name_side_by_side_are_one(read, parts, name):
    assert read(parts).names == [name]


@pytest.mark.parametrize(
    "parts",
    [
        "{Larkmoor:Organization}\n{Holt:Organization} left.",
        "{Nadia Holt:Person}\n{Simon Reyes:Person} left.",
        "{Nadia:Person}\n{Larkmoor:Location} left.",
        "{Nadia:Person}, {Holt:Person} left.",
        "{Orla:Location} {Kell:Location} left.",
    ],
)
def test_two_names_side_by_side_are_two(read, parts):
    assert len(read(parts).names) == 2


@pytest.mark.parametrize(
    ("sentence", "over"),
    [
        ("They met {Nadia Holt:Person}, the former director, in May.", True),
        ("They met former director {Nadia Holt:Person} in May.", True),
        ("They met {Nadia Holt:Person}, then director, in May.", False),
        ("Former guests met director {Nadia Holt:Person} in May.", False),
        ("The former mayor met {Nadia Holt:Person}, the director, in May.", False),
    ],
)
def test_a_role_is_over_where_the_words_right_before_it_say_so(read, sentence, over):
    (affiliation,) = read(sentence, tree=TAGS).entity("Nadia Holt").affiliations
    assert (affiliation.role.text, affiliation.former) == ("director", over)


@pytest.mark.parametrize(
    ("sentence", "country"),
    [
        ("The minister, {Nadia Holt:Person}, left.", "Orla"),
        ("Her minister, {Nadia Holt:Person}, left.", None),
        ("{Kell:Location} minister {Nadia Holt:Person} left.", "Kell"),
        ("The driver, {Nadia Holt:Person}, left.", None),
    ],
)
def test_a_minister_without_a_country_beside_the_title_is_of_the_one_in_the_article(read, sentence, country):
    assert employers(read("{Orla:Location} fell.", sentence, tree=TAGS), "Nadia Holt") == [country]


@pytest.mark.parametrize(
    ("field", "roles"),
    [
        ("sales", ["head of sales"]),
        ("9", []),
        ("nurses", []),
        ("fast", []),
        ("Sales strategy", []),
        ("{Orla:Location} sales", []),
    ],
)
def test_the_field_of_a_head_is_nouns_for_what_somebody_works_on(read, field, roles):
    result = read(f"They met head of {field} {{Nadia Holt:Person}} in May.", tree=TAGS)
    assert [item.role.text for item in result.entity("Nadia Holt").affiliations] == roles
