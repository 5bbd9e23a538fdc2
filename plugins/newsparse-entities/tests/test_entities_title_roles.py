"""Roles in the title of an article: whom the title gives them, and what they are used for."""

from __future__ import annotations

import attrs
import pytest

from newsparse.model import Meta, TitlePassage
from newsparse.serial import dumps, loads
from newsparse.testing import parsed

STAYS = "{Nadia Holt:Person}, chief executive of {Kell Bank:Organization}, will stay"
HOLT = "{Holt:Person} said that she was tired."


def told(result, name="Nadia Holt"):
    """The roles that the title gives somebody, with the words for their bodies and whether they are over."""
    roles = result.entity(name).title_roles
    return [(held.role.text, held.body.text if held.body else None, held.former) for held in roles]


def test_a_role_that_only_the_title_gives_is_kept_with_its_place_there(read):
    entity = read(HOLT, title=STAYS).entity("Nadia Holt")
    (held,) = entity.title_roles
    assert held.role == TitlePassage(12, 27, "chief executive")
    assert held.body == TitlePassage(31, 40, "Kell Bank")
    assert (entity.affiliations, entity.held, held.organisation) == ((), (held,), None)


def test_a_body_that_the_article_names_too_is_its_entity(read):
    result = read(HOLT, "{Kell Bank:Organization} declined.", title=STAYS)
    (held,) = result.entity("Nadia Holt").title_roles
    assert held.organisation == result.entity("Kell Bank").id


@pytest.mark.parametrize(
    ("title", "roles"),
    [
        ("Mayor {Nadia Holt:Person} quits", [("Mayor", None, False)]),
        ("{Kell Bank:Organization} chairman {Nadia Holt:Person} quits", [("chairman", "Kell Bank", False)]),
        ("Former minister {Nadia Holt:Person} dies", [("minister", None, True)]),
        ("{Nadia Holt:Person} quits", []),
        ("{Nadia Holt:Person} meets mayor {Tomas Varga:Person}", []),
        ("Mayor {Nadine Holm:Person} quits", []),
    ],
    ids=["before", "in a body", "former", "no role", "of somebody else", "of somebody who is not in the article"],
)
def test_roles_of_titles(read, title, roles):
    name = "Holt" if "Holm" in title else "Nadia Holt"
    assert told(read(HOLT, title=title), name) == roles


def test_a_role_that_the_article_gives_in_the_same_words_counts_once(read):
    entity = read("Mayor {Nadia Holt:Person} was tired.", title="Mayor {Nadia Holt:Person} quits").entity("Nadia Holt")
    assert [held.role.text for held in entity.held] == ["Mayor"]
    assert entity.held == entity.affiliations


TREE = {
    "The": ("DET", "det", "executive"),
    "chief": ("ADJ", "amod", "executive"),
    "executive": ("NOUN", "nsubj", "left"),
    "left": ("VERB", "root", None),
}


@pytest.mark.parametrize(
    ("title", "means"),
    [(STAYS, "Nadia Holt"), ("{Nadia Holt:Person} will stay", None), (STAYS.replace("chief executive", "owner"), None)],
    ids=["the same role", "no role", "another role"],
)
def test_a_description_by_a_role_of_the_title_means_who_has_it(read, title, means):
    result = read(HOLT, "The chief executive left.", tree=TREE, title=title)
    found = [result.means(item.text) for item in result.document.mentions if item.text.startswith("The chief")]
    assert found == ([means] if means else [])


def test_roles_of_the_title_are_written_and_read_again(read):
    document = attrs.evolve(read(HOLT, title=STAYS).document, meta=Meta(title=parsed(STAYS).text))
    assert document.entities[0].title_roles
    assert loads(dumps(document)) == document


@pytest.mark.parametrize("title", ["Councilor", "Councillor", "Councilmember", "Alderman", "Alderwoman"])
def test_the_title_of_a_seat_in_a_council_is_no_part_of_the_name(read, title):
    result = read(f"{{{title} Nadia Holt:Person}} left early.")
    assert [entity.name for entity in result.document.entities] == ["Nadia Holt"]
