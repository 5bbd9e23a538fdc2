"""Role phrases by their form: asides, plurals, ages, fields of work, people's names between role and person."""

from __future__ import annotations

import pytest

from newsparse.testing import written
from newsparse_entities.reading import Reading
from newsparse_entities.roles.grammar import RoleGrammar

VARGA = "{Tomas Varga:Person}"
COMMON = (
    "actors",
    "mayor",
    "midfielder",
    "nurse",
    "head",
    "sales",
    "suspect",
    "lawyer",
    "murder",
    "singers",
    "producer",
)
NOUNS = {
    **dict.fromkeys((*COMMON, "president", "year"), ("NOUN", None, None)),
    "elected": ("VERB", None, None),
    "newly": ("ADV", None, None),
    "old": ("ADJ", None, None),
}

FOUND = {
    "between dashes": (f"{VARGA} – the mayor of Tarn – left.", ["mayor of Tarn"]),
    "in brackets": (f"{VARGA} (a nurse) left.", ["nurse"]),
    "after a people": (f"They met its producer, the {{Velian:NORP}} {VARGA}.", ["producer"]),
    "an age of hyphens before": (f"The 22-year-old midfielder {VARGA} left.", ["midfielder"]),
    "an age of hyphens after": (f"{VARGA}, a 34-year-old nurse, left.", ["nurse"]),
    "a field of work": (f"The head of sales {VARGA} left.", ["head of sales"]),
    "elected": (f"The newly elected president, {VARGA}, left.", ["president"]),
    "one of several": (f"{VARGA}, one of the singers, left.", ["singers"]),
    "several": (f"The actors {VARGA} and {{Nadia Holt:Person}} left.", ["actors"]),
    "a rank in capitals": (f"They met AIG {VARGA}.", ["AIG"]),
}

NONE = {
    "a dash alone": f"{VARGA} – the mayor of Tarn had gone.",
    "what somebody does": f"{VARGA} – who met the mayor – left.",
    "a lawyer of somebody": f"The lawyer for murder suspect {VARGA} left.",
}


@pytest.mark.parametrize("case", FOUND)
def test_a_role_is_found_whatever_its_form(read, case):
    text, roles = FOUND[case]
    entity = read(text, tree=NOUNS).entity("Tomas Varga")
    assert [item.role.text for item in entity.affiliations] == roles


@pytest.mark.parametrize("case", NONE)
def test_what_only_looks_like_a_role_is_none(read, case):
    assert read(NONE[case], tree=NOUNS).entity("Tomas Varga").affiliations == ()


@pytest.mark.parametrize(
    ("before", "body"),
    [
        ("The {Kell Board:Organization} met.", "Kell Board"),
        ("The {Kell Board:Organization} met. The ferry company waited.", None),
    ],
    ids=["a name", "a description since"],
)
def test_its_role_is_in_what_was_spoken_of_last(read, before, body):
    tree = {"company": ("NOUN", "nsubj", "waited"), "waited": ("VERB", "root", None)}
    first, *rest = before.split(". ")
    result = read(first.removesuffix(".") + ".", *rest, f"{VARGA}, its director, left.", tree=tree)
    (role,) = result.entity("Tomas Varga").affiliations
    assert role.organisation == (result.entity(body).id if body else None)


def test_a_minister_belongs_to_the_only_country_however_often_cities_are_named(read):
    named = "In {Norway:Location} it rained.", "{Tarn:Location} and {Tarn:Location} flooded."
    result = read(*named, f"Interior minister {VARGA} left.", tree={"minister": ("NOUN", None, None)})
    (role,) = result.entity("Tomas Varga").affiliations
    assert role.organisation == result.entity("Norway").id


@pytest.mark.parametrize("titles", [1, 3, 40])
def test_only_so_many_titles_before_a_name_are_passed(titles):
    grammar = RoleGrammar(Reading(written("Mr " * titles + "Brook left.")), {})
    assert grammar.past_courtesy(titles) == max(titles - 6, 0)


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("veteran nurse", "nurse"),
        ("local nurse", "nurse"),
        ("new managing director", "managing director"),
        ("wealthy local lawyer", "lawyer"),
        ("local council leader", "local council leader"),
        ("new media director", "new media director"),
    ],
)
def test_what_somebody_is_like_is_no_part_of_a_role(read, words, role):
    nouns = dict.fromkeys(("director", "leader", "council", "media"), ("NOUN", None, None))
    likes = dict.fromkeys(("veteran", "local", "new", "wealthy"), ("ADJ", None, None))
    entity = read(f"{VARGA}, a {words}, left.", tree={**NOUNS, **nouns, **likes}).entity("Tomas Varga")
    assert [item.role.text for item in entity.affiliations] == [role]
