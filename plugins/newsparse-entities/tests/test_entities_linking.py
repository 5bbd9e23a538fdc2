"""Entities linked to a list of one's own."""

from __future__ import annotations

import pytest

from newsparse.model import Entity, Span
from newsparse.testing import check_extractor, parsed
from newsparse_entities import Entry
from newsparse_entities.linking import EntitiesConfig, Linker
from newsparse_entities.plugin import newsparse_extractors

LIST = [
    {"id": "p1", "name": "Zoë Brandvold", "aliases": ["Zoë Holt"], "label": "Person"},
    {"id": "o1", "name": "Larkmoor Holdings Ltd", "aliases": ["LKM"], "label": "Organization"},
    {"id": "o2", "name": "Fenwick Rail", "label": "Organization"},
    {"id": "l1", "name": "Fenwick", "label": "Location"},
    {"id": "r7", "name": "Regiment 7 of Tarnholm"},
    {"id": "d1", "name": "Ivo Marsh", "label": "Person"},
    {"id": "d2", "name": "Ivo Marsh", "label": "Person"},
]

FOUND = {
    "same name": ("Zoë Brandvold", "Person", "p1"),
    "no diacritics": ("Zoe Brandvold", "Person", "p1"),
    "alias": ("Zoë Holt", "Person", "p1"),
    "other legal suffix": ("Larkmoor Inc.", "Organization", "o1"),
    "acronym of the list": ("LKM", "Organization", "o1"),
    "another spelling": ("Zoe Brandvolt", "Person", "p1"),
    "family name first": ("Brandvold Zoe", "Person", "p1"),
    "class decides": ("Fenwick", "Location", "l1"),
}

OPEN = {
    "not in the list": ("Nadia Reyes", "Person"),
    "another class": ("Fenwick", "Person"),
    "two that fit": ("Ivo Marsh", "Person"),
    "another first letter": ("Noe Brandvold", "Person"),
    "other figures": ("Regiment 8 of Tarnholm", "Organization"),
    "too short": ("LKN", "Organization"),
}


def entity(name: str, label: str, aliases: tuple[str, ...] = ()) -> Entity:
    return Entity.make(name, Span(0, len(name)), label=label, name=name, aliases=aliases)


@pytest.fixture
def linker() -> Linker:
    return Linker(EntitiesConfig(known=LIST))


@pytest.mark.parametrize("case", FOUND)
def test_an_entity_is_linked_to_the_entry_with_its_name(linker, case):
    name, label, wanted = FOUND[case]
    link = linker.link(entity(name, label))
    assert link is not None
    assert link.id == wanted


@pytest.mark.parametrize("case", OPEN)
def test_a_link_that_is_unsure_is_left_open(linker, case):
    assert linker.link(entity(*OPEN[case])) is None


def test_equal_names_score_one_and_similar_ones_less(linker):
    assert linker.link(entity("Zoe Brandvold", "Person")).score == 1
    assert 0.92 <= linker.link(entity("Zoe Brandvolt", "Person")).score < 1


def test_the_list_can_have_another_name_of_the_entity(linker):
    assert linker.link(entity("Z. Brandvold", "Person", aliases=("Zoë Holt",))).id == "p1"


def test_similarity_one_asks_for_equal_names():
    exact = Linker(EntitiesConfig(known=LIST, similarity=1))
    assert exact.link(entity("Zoe Brandvolt", "Person")) is None
    assert exact.link(entity("Zoe Brandvold", "Person")).id == "p1"


def test_entries_and_mappings_are_the_same():
    assert EntitiesConfig(known=[Entry(id=7, name="Ada")]) == EntitiesConfig(known=[{"id": "7", "name": "Ada"}])


@pytest.mark.parametrize("value", [0, -1, 1.5])
def test_a_similarity_out_of_range_is_refused(value):
    with pytest.raises(ValueError, match="similarity must be above 0"):
        EntitiesConfig(similarity=value)


def test_the_extractor_with_a_list_keeps_its_contract():
    article = parsed("{Zoe Brandvold:Person} left Tarnholm.")
    for spec in newsparse_extractors():
        check_extractor(spec, [article], settings={"known": LIST})
        made = list(spec.make(EntitiesConfig(known=LIST)).extract(article))
        assert [item.link.id for item in made if isinstance(item, Entity)] == ["p1"]
