"""Entities across articles: joined with reasons, kept apart by evidence, the same whatever the order."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsparse
from newsparse.errors import ReadError
from newsparse.linking import Across, Group, Profile, across, dumps, loads, profiles, role_words
from newsparse.model import Affiliation, Document, Entity, Failure, Link, Passage
from newsparse.testing import documents, written


def profile(document, name, *, roles=(), bodies=(), company=(), label="Person", link=None, aliases=()):
    return Profile(
        document=document,
        entity=f"entity:{sum(map(ord, name))}-{sum(map(ord, name)) + 1}",
        label=label,
        names=(name, *aliases),
        roles=role_words(roles),
        bodies=frozenset(bodies),
        company=frozenset(company),
        link=link,
    )


def joined(*items):
    result = Across()
    for number, item in enumerate(items):
        result.add_profiles(f"{item.document}/{number}", [item])
    return sorted(sorted(member.document for member in group.members) for group in result.groups)


def test_one_name_in_two_articles_is_one_person():
    assert joined(profile("a", "Ada Brook"), profile("b", "Ada M. Brook")) == [["a", "b"]]


def test_two_people_of_one_name_with_different_roles_and_company_are_kept_apart():
    minister = [profile(key, "Lena Marsh", roles=["labour minister"], company=["Tomas Varga"]) for key in "ab"]
    keeper = [profile(key, "Lena Marsh", roles=["goalkeeper"], company=["Peter Okoro"]) for key in "cd"]
    assert joined(*minister, *keeper) == [["a", "b"], ["c", "d"]]


@pytest.mark.parametrize(
    "shared",
    [{"roles": ["minister of labour"]}, {"bodies": ["Labour Ministry"]}, {"company": ["Tomas Varga"]}],
)
def test_a_shared_role_organisation_or_companion_joins_what_else_differs(shared):
    one = profile("a", "Lena Marsh", roles=["labour minister"], bodies=["Labour Ministry"], company=["Tomas Varga"])
    fields = {"roles": ["author"], "bodies": ["Harbour Press"], "company": ["Amara Osei"], **shared}
    assert joined(one, profile("b", "Lena Marsh", **fields)) == [["a", "b"]]


def test_whom_nothing_describes_is_one_of_those_who_are_by_far_the_most():
    ministers = [profile(key, "Lena Marsh", roles=["labour minister"]) for key in "abcd"]
    others = [profile("e", "Lena Marsh", roles=["goalkeeper"]), profile("f", "Lena Marsh")]
    assert joined(*ministers, *others) == [["a", "b", "c", "d", "f"], ["e"]]
    assert joined(*ministers[1:], *others) == [["b", "c", "d"], ["e"], ["f"]]
    assert joined(*ministers, *others, profile("g", "Lena Marsh", roles=["author"])) == [
        ["a", "b", "c", "d"],
        ["e"],
        ["f"],
        ["g"],
    ]


def test_an_initial_belongs_to_the_only_person_it_fits():
    assert joined(profile("a", "Ada Brook"), profile("b", "A. Brook")) == [["a", "b"]]
    assert joined(profile("a", "Ada Brook"), profile("b", "E. Brook")) == [["a"], ["b"]]
    three = [profile("a", "Ada Brook"), profile("b", "Anna Brook"), profile("c", "A. Brook")]
    assert joined(*three) == [["a"], ["b"], ["c"]]


def test_a_family_name_alone_needs_evidence():
    ada = profile("a", "Ada Brook", company=["Tomas Varga"])
    assert joined(ada, profile("b", "Brook")) == [["a"], ["b"]]
    assert joined(ada, profile("b", "Brook", company=["Tomas Varga"])) == [["a", "b"]]


def test_an_acronym_belongs_to_the_body_that_an_article_calls_so():
    full = profile("a", "Orla Dock Union", label="Organization", aliases=["ODU"])
    assert joined(full, profile("b", "ODU", label="Organization")) == [["a", "b"]]


def test_the_ids_of_a_list_decide():
    apart = [profile("a", "Ada Brook", link="p1"), profile("b", "Ada Brook", link="p2")]
    assert joined(*apart) == [["a"], ["b"]]
    assert joined(profile("a", "Ada Brook", link="p1"), profile("b", "Ada Holt", link="p1")) == [["a", "b"]]


def test_every_member_has_its_reasons_and_a_score():
    group = _two().groups[0]
    (first, second) = group.members
    assert [(reason.ground, reason.words) for reason in first.reasons] == [
        ("name", "Ada Brook"),
        ("role", "president"),
        ("company", "tomas varga"),
    ]
    assert first.score == second.score == 0.818


def test_groups_are_written_and_read_as_json():
    group = _two().groups[0]
    assert isinstance(group, Group)
    assert loads(dumps(group)) == group
    with pytest.raises(ValueError, match="expected a group"):
        loads("{}")


def _two():
    result = Across()
    for key in "ab":
        result.add_profiles(key, [profile(key, "Ada Brook", roles=["president"], company=["Tomas Varga"])])
    return result


def test_articles_are_added_later_and_replaced():
    result = across([written("Ada Brook left.", names={"Ada Brook": "Person"})])
    assert len(result.groups[0].members) == 1
    result.add(written("Ada Brook came.", names={"Ada Brook": "Person"}))
    result.add(written("Ada Brook came.", names={"Ada Brook": "Person"}))
    assert (len(result), len(result.groups), len(result.groups[0].members)) == (2, 1, 2)
    document = written("Ada Brook left.", names={"Ada Brook": "Person"})
    assert result.group_of(document.id, document.entities[0].id) == result.groups[0]


def test_a_profile_has_what_an_article_says_of_an_entity():
    text = "Ada Brook, president of the Orla Dock Union, met Tomas Varga in Orla."
    document = written(
        text,
        names={"Ada Brook": "Person", "Orla Dock Union": "Organization", "Tomas Varga": "Person", "Orla": "Location"},
    )
    union = next(item for item in document.entities if item.label == "Organization")
    role = Affiliation(role=Passage.at(text, text.index("president"), text.index(" of the")), organisation=union.id)
    changed = [
        Entity.make(
            text, item.span, label=item.label, name=item.name, affiliations=(role,), link=Link(id="Q1", name="A")
        )
        if item.name == "Ada Brook"
        else item
        for item in document.entities
    ]
    first, *rest = profiles(document.with_layer("entities", changed))
    assert (first.names, first.roles, first.bodies) == (("Ada Brook",), {"president"}, {"Orla Dock Union"})
    assert (first.company, first.link) == ({"Orla Dock Union", "Tomas Varga"}, "Q1")
    assert [item.name for item in rest] == ["Orla Dock Union", "Tomas Varga"]


def test_a_name_of_signs_alone_is_compared_with_nothing():
    document = written("“***” met Ada Brook.", names={"***": "Organization", "Ada Brook": "Person"})
    (found,) = profiles(document)
    assert (found.names, found.company) == (("Ada Brook",), set())


@pytest.mark.parametrize("line", ["[]", "12", '"a"', "{}", '{"schema": "newsparse.other/1"}'])
def test_what_is_no_group_is_refused(line):
    with pytest.raises(ValueError, match="expected a group"):
        loads(line)


NAMES = ["Ada Brook", "A. Brook", "Brook", "Lena Marsh", "L. Marsh", "Orla Dock Union", "ODU"]


@settings(max_examples=60)
@given(st.data())
def test_the_order_of_the_articles_makes_no_difference(data):
    few = st.lists(st.sampled_from(["minister", "goalkeeper", "Tomas Varga"]), max_size=2, unique=True)
    names = data.draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=9))
    items = [
        profile(str(number), name, roles=data.draw(few), company=data.draw(few)) for number, name in enumerate(names)
    ]
    results = []
    for order in (items, data.draw(st.permutations(items))):
        result = Across()
        for item in order:
            result.add_profiles(item.document, [item])
        results.append(result.groups)
    assert results[0] == results[1]
    places = sorted(member.document for group in results[0] for member in group.members)
    assert places == sorted(item.document for item in items)


@settings(max_examples=30)
@given(st.lists(documents(), max_size=3))
def test_any_documents_can_be_joined(given_documents):
    groups = newsparse.across(given_documents).groups
    assert [loads(dumps(group)) for group in groups] == list(groups)


def test_an_empty_collection_has_no_groups():
    assert across([Document(text="")]).groups == ()


def test_what_is_no_document_is_refused_and_what_has_not_been_parsed_is_warned_of(caplog):
    with pytest.raises(ReadError, match="expected a parsed newsparse.Document, got str"):
        newsparse.across(["Ada Brook left."])
    assert newsparse.across([Document(text="Ada Brook left.", id="a")]).groups == ()
    assert "the document 'a' has not been parsed" in caplog.text


def test_documents_with_the_id_of_an_earlier_one_are_counted_in_the_log(caplog):
    first, second = (written(f"Ada Brook {verb}.", names={"Ada Brook": "Person"}) for verb in ("left", "spoke"))
    many = newsparse.across([first, second, attrs.evolve(first, id="other"), attrs.evolve(second, id=first.id)])
    assert len(many) == len({first.id, second.id, "other"})
    assert "1 of 4 documents have the id of an earlier one" in caplog.text
    caplog.clear()
    newsparse.across([first, second])
    assert not caplog.text


def test_what_could_not_be_read_has_nothing():
    failure = Failure(stage="read", where="a.txt", code="NP401", message="a.txt: it is not there.")
    assert newsparse.across([Document(text="", id="a"), Document(text="x", id="b", failures=(failure,))]).groups == ()
