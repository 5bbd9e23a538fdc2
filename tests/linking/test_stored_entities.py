"""Entities of articles that are added later are joined as if all had been there at once."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsparse.linking import Across, Profile, joining, role_words
from newsparse.linking.joining import common_from
from newsparse.linking.stored.collected import Collected
from newsparse.linking.stored.namesakes import MOST

NAMES = {
    "Ada Brook": "Person", "Ada M. Brook": "Person", "A. Brook": "Person", "Brook": "Person", "Anna Brook": "Person",
    "Lena Marsh": "Person", "Marsh": "Person", "Orla Dock Union": "Organization", "ODU": "Organization",
    "Dock": "Organization", "Orla": "Location",
}  # fmt: skip
few = st.lists(st.sampled_from(["minister", "goalkeeper", "author"]), max_size=1)
company = st.lists(st.sampled_from(["Tomas Varga", "Nora Beck", "Orla Dock Union"]), max_size=2)
entity = st.tuples(st.sampled_from(sorted(NAMES)), few, few, company, st.sampled_from([None, None, None, "Q1"]))


def profiles(document, entities):
    """The profiles of an article in which these are named."""
    return tuple(
        Profile(
            document=document,
            entity=f"entity:{place}-{place + 1}",
            label=NAMES[name],
            names=(name,) if name != "Orla Dock Union" or place else (name, "ODU"),
            roles=role_words(roles),
            bodies=frozenset(bodies),
            company=frozenset(beside) if NAMES[name] != "Location" else frozenset(),
            link=link,
        )
        for place, (name, roles, bodies, beside, link) in enumerate(entities)
    )


def added(runs):
    """The groups of articles that were added in some runs, each of which was compared with those before."""
    result = Across()
    for run in runs:
        for document, found in run:
            result.add_profiles(document, found)
        places = [(member.document, member.entity) for group in result.groups for member in group.members]
        assert len(set(places)) == len(places), "an entity is in two groups"
    return result.groups


@settings(max_examples=150)
@given(st.data(), st.integers(1, 4))
def test_neither_the_order_nor_the_number_of_runs_makes_a_difference(data, least):
    texts = data.draw(st.lists(st.lists(entity, min_size=1, max_size=4), min_size=2, max_size=9))
    articles = [(f"a{number}", profiles(f"a{number}", found)) for number, found in enumerate(texts)]
    order = data.draw(st.permutations(articles))
    ends = sorted(data.draw(st.sets(st.integers(1, len(articles)), max_size=4)) - {len(articles)})
    runs = [order[start:end] for start, end in itertools.pairwise([0, *ends, len(order)])]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(joining, "COMMON_LEAST", least)  # names become too common, and evidence again with more articles
        patch.setattr(joining, "COMMON_SHARE", 0.5)
        assert added(runs) == added([articles])


def test_what_is_too_common_to_tell_anybody_by_seldom_changes():
    assert [common_from(articles) for articles in (0, 400, 512, 513, 1024, 1025)] == [20, 25, 25, 51, 51, 102]


def test_a_name_that_becomes_common_is_no_evidence_any_more(monkeypatch):
    monkeypatch.setattr(joining, "COMMON_LEAST", 3)
    result = Across()
    for number, role in enumerate(["minister", "goalkeeper"]):
        key = f"a{number}"
        result.add_profiles(key, profiles(key, [("Lena Marsh", [role], [], ["Nora Beck"], None)]))
    assert len(result.groups) == 1
    for number in range(4):
        key = f"b{number}"
        result.add_profiles(key, (Profile(document=key, entity="e", label="Person", names=("Nora Beck",)),))
    assert sorted(len(group.members) for group in result.groups) == [1, 1, 4]


def test_an_article_that_takes_the_place_of_another_leaves_nothing_of_its_entities():
    one, other = profiles("a", [("Ada Brook", [], [], [], None)]), profiles("a", [("Lena Marsh", [], [], [], None)])
    result = Across()
    for found in (one, other):
        result.add_profiles("a", found)
        assert [group.name for group in result.groups] == [found[0].name]


def test_a_part_of_a_name_follows_the_evidence_of_articles_that_come_later():
    result = Across()
    result.add_profiles("a", profiles("a", [("Brook", [], [], ["Nora Beck"], None)]))
    result.add_profiles("b", profiles("b", [("Ada Brook", [], [], ["Nora Beck"], None)]))
    assert [len(group.members) for group in result.groups] == [2]
    result.add_profiles("c", profiles("c", [("Anna Brook", [], [], ["Nora Beck"], None)]))
    assert sorted(len(group.members) for group in result.groups) == [1, 1, 1]
    assert result.group_of("a", "entity:0-1").name == "Brook"
    assert result.group_of("a", "entity:7-8") is None
    assert result.group_of("z", "entity:0-1") is None


@pytest.mark.parametrize("last", [0, 1, 2, MOST])
def test_a_part_of_a_name_that_very_many_full_names_have_means_none_of_them_whatever_came_first(last):
    told = [("Ada Brook", {"Nora Beck"}), ("Brook", {"Nora Beck"}), *((f"Eva{n} Brook", set()) for n in range(MOST))]
    result = Across()
    for number, (name, beside) in enumerate([*told[:last], *told[last + 1 :], told[last]]):
        profile = Profile(document=f"a{number}", entity="e", label="Person", names=(name,), company=frozenset(beside))
        result.add_profiles(f"a{number}", (profile,))
        if number == 1 and last > 1:
            assert [len(group.members) for group in result.groups] == [2]
    assert {len(group.members) for group in result.groups} == {1}


@pytest.mark.parametrize("last", [0, 1, 2, MOST + 2])
def test_bodies_known_by_a_word_of_very_many_names_are_one_by_that_word_alone_whatever_came_first(last):
    beside = {"Nora Beck"}
    told = [("Brook Mills", beside), *[("Brook", beside)] * 2, *((f"Eva{n} Brook", set()) for n in range(MOST))]
    result = Across()
    for number, (name, company) in enumerate([*told[:last], *told[last + 1 :], told[last]]):
        names = Profile(
            document=f"a{number}", entity="e", label="Organization", names=(name,), company=frozenset(company)
        )
        result.add_profiles(f"a{number}", (names,))
        if number == 2 and last > 2:
            assert [len(group.members) for group in result.groups] == [3]
    first, *others = result.groups
    assert [member.name for member in first.members] == ["Brook", "Brook"]
    assert {reason.ground for member in first.members for reason in member.reasons} == {"name"}
    assert {len(group.members) for group in others} == {1}


def test_only_entities_that_share_something_with_new_articles_are_compared_again():
    collected = Collected()
    for number in range(20):
        name = f"Ada {chr(ord('A') + number)}brook"
        collected.put(f"a{number}", (Profile(document=f"a{number}", entity="e", label="Person", names=(name,)),))
    collected.compare()
    collected.put("new", (Profile(document="new", entity="e", label="Person", names=("Ada Abrook",)),))
    collected.compare()
    changed = list(collected.entities.changed())
    assert sorted(member.document for _, _, member in changed) == ["a0", "new"]


def test_places_of_one_name_are_one_under_the_fullest_form_of_it_and_only_the_first_and_new_ones_change():
    collected = Collected()
    for number, name in enumerate(["ORLA", "Orla", "Orla's", "Orla"]):
        roles = role_words(["port"])
        profile = Profile(document=f"a{number}", entity="e", label="Location", names=(name,), roles=roles)
        collected.put(f"a{number}", (profile,))
        collected.compare()
        changed = {member.document for _, _, member in collected.entities.changed()}
        assert changed == ({"a0", "a1"} if number == 1 else {f"a{number}"})
    (group,) = collected.entities.groups()
    assert group.name == "Orla's"
    assert {reason.ground for member in group.members for reason in member.reasons} == {"name"}


@pytest.mark.parametrize(("role", "together"), [("goalkeeper", False), ("minister", True)])
def test_a_part_of_a_name_with_a_role_does_not_mean_somebody_with_another_one(role, together):
    result = Across()
    result.add_profiles("a", profiles("a", [("Ada Brook", ["minister"], [], ["Nora Beck"], None)]))
    result.add_profiles("b", profiles("b", [("Brook", [role], [], ["Nora Beck"], None)]))
    assert (len(result.groups) == 1) is together


def test_a_part_of_a_name_without_a_role_means_who_is_named_beside_the_same_people():
    result = Across()
    result.add_profiles("a", profiles("a", [("Ada Brook", ["minister"], [], ["Nora Beck"], None)]))
    result.add_profiles("b", profiles("b", [("Brook", [], [], ["Nora Beck"], None)]))
    assert len(result.groups) == 1
