"""Entities as rows of names and evidence: which are one, which stay apart, right at each limit and beside it."""

from __future__ import annotations

from array import array

import attrs
import pytest

from newsparse.linking import Profile, groups
from newsparse.linking.joining import (
    Cluster,
    Kind,
    Row,
    alone,
    chosen,
    common_from,
    features,
    fits,
    hashed,
    looked_up,
    may_be_several,
    placed,
    split,
)
from newsparse.linking.members import fullest, member, rank, shown
from newsparse.linking.names import initials, may_be_one_body, may_be_one_person, parts
from newsparse.linking.voices import Voice, fit

PERSON, BODY, PLACE = "Person", "Organization", "Location"


def row(number, name="Ada Brook", stated=(), company=(), *, common=()):
    evidence = frozenset({*stated, *company}.difference(common))
    return Row(number, (name,), array("q", stated), array("q", company), evidence)


def numbers(clusters):
    return sorted(sorted(item.number for item in cluster.rows) for cluster in clusters)


@pytest.mark.parametrize(
    ("label", "name", "link", "place"),
    [
        (PERSON, "Ada Brook", None, (Kind.FULL, "ada brook")),
        (PERSON, "Ada M. Brook", None, (Kind.FULL, "ada brook")),
        (PERSON, "A. Brook", None, (Kind.PART, "a brook")),
        (PERSON, "Brook", None, (Kind.PART, "brook")),
        (BODY, "Orla Dock Union", None, (Kind.FULL, "orla dock union")),
        (BODY, "O. Union", None, (Kind.FULL, "o union")),
        (BODY, "ODU", None, (Kind.PART, "odu")),
        (PLACE, "Orla", None, (Kind.NAMED, "orla")),
        (PLACE, "New Orla", None, (Kind.NAMED, "new orla")),
        (PERSON, "Ada Brook", "Q1", (Kind.LISTED, "Q1")),
    ],
)
def test_by_what_an_entity_is_looked_up(label, name, link, place):
    assert placed(Profile(document="a", entity="e", label=label, names=(name,), link=link)) == place


def test_the_kinds_of_look_ups_are_kept_in_databases():
    assert [(kind.name, kind.value) for kind in Kind] == [("LISTED", 0), ("NAMED", 1), ("FULL", 2), ("PART", 3)]
    assert hashed("role", "mayor") == hashed("role", "mayor") != hashed("role mayor")
    assert all(abs(hashed(word)) < 1 << 63 for word in ("a", "b", "c"))
    assert any(abs(hashed(word)) > 1 << 60 for word in ("a", "b", "c"))


def test_the_evidence_of_a_profile_is_in_order():
    profile = Profile(
        document="a",
        entity="e",
        label=PERSON,
        names=("Ada Brook",),
        roles=frozenset(["mayor", "baker"]),
        bodies=frozenset(["The Mill", "the mill", "Kell Guild"]),
        company=frozenset(["Tom Varga", "Nora Beck"]),
    )
    assert list(features(profile)) == [
        ("role", "baker"),
        ("role", "mayor"),
        ("organisation", "kell guild"),
        ("organisation", "the mill"),
        ("company", "nora beck"),
        ("company", "tom varga"),
    ]
    assert profile.place == ("a", "e")


@pytest.mark.parametrize(
    ("articles", "most"),
    [(0, 20), (1, 20), (256, 20), (512, 25), (513, 51), (1024, 51), (1025, 102)],
)
def test_names_are_common_from_a_share_of_all_articles_on(articles, most):
    assert common_from(articles) == most


def test_bodies_are_found_by_their_initials_too():
    assert looked_up(BODY, ["Bank of Kell"]) == {"bank", "of", "kell", "bok", "bk"}
    assert looked_up(PERSON, ["Ada Brook", "Brook"]) == {"ada", "brook"}
    assert [may_be_several(kind, PERSON) for kind in Kind] == [False, False, True, False]
    assert not may_be_several(Kind.FULL, BODY)


class TestSplit:
    @pytest.mark.parametrize(
        ("rows", "found"),
        [
            ([row(1), row(2)], [[1, 2]]),
            ([row(1, stated=[7]), row(2)], [[1, 2]]),
            ([row(1, stated=[7]), row(2, stated=[8])], [[1], [2]]),
            ([row(1, stated=[7]), row(2, stated=[7])], [[1, 2]]),
            ([row(1, stated=[7], company=[9]), row(2, stated=[8], company=[9])], [[1, 2]]),
            ([row(1, company=[7]), row(2, company=[8])], [[1, 2]]),
            ([row(1, stated=[7]), row(2, stated=[8]), row(3)], [[1], [2], [3]]),
            ([*(row(at, stated=[7]) for at in range(4)), row(8, stated=[8]), row(9)], [[0, 1, 2, 3, 9], [8]]),
            ([*(row(at, stated=[7]) for at in range(3)), row(8, stated=[8]), row(9)], [[0, 1, 2], [8], [9]]),
            (
                [*(row(at, stated=[7]) for at in range(8)), row(20, stated=[8]), row(21, stated=[9]), row(22)],
                [[*range(8), 22], [20], [21]],
            ),
            (
                [*(row(at, stated=[7]) for at in range(7)), row(20, stated=[8]), row(21, stated=[9]), row(22)],
                [[*range(7)], [20], [21], [22]],
            ),
        ],
    )
    def test_people_of_one_name_who_are_described_with_nothing_in_common_stay_apart(self, rows, found):
        assert numbers(split(Kind.FULL, PERSON, rows)) == found

    def test_bodies_and_what_is_in_a_list_are_one(self):
        rows = [row(1, stated=[7]), row(2, stated=[8])]
        assert numbers(split(Kind.FULL, BODY, rows)) == numbers(split(Kind.LISTED, PERSON, rows)) == [[1, 2]]

    def test_people_known_by_one_word_are_one_where_evidence_connects_them(self):
        rows = [row(1, "Brook", company=[7]), row(2, "Brook", company=[7, 8]), row(3, "Brook", company=[8]), row(4)]
        assert numbers(alone(PERSON, rows)) == [[1, 2, 3], [4]]
        assert numbers(alone(BODY, rows)) == [[1, 2, 3, 4]]

    def test_a_cluster_has_all_that_its_rows_have(self):
        cluster = Cluster.of([row(5, "Ada Brook", stated=[7]), row(3, "Brook", company=[8])])
        assert (cluster.key, cluster.stated, cluster.evidence) == (3, True, {7, 8})
        assert cluster.names == {"Ada Brook", "Brook"}
        assert not Cluster.of([row(3, company=[8])]).stated


class TestChosen:
    ADA = Cluster.of([row(1, "Ada Brook", stated=[7], company=[9])])
    IDA = Cluster.of([row(2, "Ida Brook", company=[8])])

    @pytest.mark.parametrize(
        ("part", "fitting", "found"),
        [
            (row(3, "Brook"), [ADA], None),
            (row(3, "A. Brook"), [ADA], ADA),
            (row(3, "A. Brook", stated=[5]), [ADA], None),
            (row(3, "A. Brook", stated=[5]), [IDA], IDA),
            (row(3, "A. Brook", company=[5]), [ADA], ADA),
            (row(3, "A. Brook"), [], None),
            (row(3, "Brook", company=[9]), [], ADA),
            (row(3, "Brook", stated=[7]), [], ADA),
            (row(3, "Brook", stated=[5], company=[9]), [], None),
            (row(3, "Brook", stated=[5], company=[8]), [], IDA),
            (row(3, "Brook", stated=[7], company=[8]), [], None),
            (row(3, "Brook", stated=[7], company=[8, 9]), [], ADA),
        ],
    )
    def test_a_part_of_a_name_belongs_to_who_shares_most_or_the_only_one_whom_an_initial_fits(
        self, part, fitting, found
    ):
        assert chosen(PERSON, [part], [self.ADA, self.IDA], fitting) == [found]

    def test_a_body_is_known_by_a_name_that_an_article_uses(self):
        union = Cluster.of([Row(1, ("Orla Dock Union", "ODU"), array("q", [7]), array("q"), frozenset([7]))])
        assert chosen(BODY, [row(2, "ODU")], [union], [union]) == [union]
        assert chosen(BODY, [row(2, "ODB")], [union], [union]) == [None]
        assert chosen(BODY, [row(2, "ODB", stated=[5], company=[7])], [union], [union]) == [union]
        assert chosen(PERSON, [row(2, "ODU")], [union], [union]) == [None]

    def test_what_is_too_common_is_no_evidence(self):
        assert chosen(PERSON, [row(3, "Brook", company=[9], common=[9])], [self.ADA], []) == [None]

    def test_a_part_of_a_name_fits_any_of_the_names(self):
        cluster = Cluster.of([row(1, "Ada Brook"), row(2, "Ada Holt")])
        assert [fits(name, cluster) for name in ("Brook", "A. Holt", "Ida Holt", "Varga")] == [True, True, False, False]


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [("Brook Ada", "Ada Brook", True), ("Ada", "Ada Brook", True), ("Ada Ada", "Ada", True), ("A", "Brook Ada", False)],
)
def test_the_same_words_are_one_person_or_body_in_any_order(one, other, fits):
    assert may_be_one_person(one, other) is may_be_one_person(other, one) is fits
    assert may_be_one_body(one, other) is may_be_one_body(other, one) is fits


def test_titles_are_left_out_but_not_the_only_word():
    assert parts("Dr. Dr. Ada Brook") == ("ada", "brook")
    assert parts("Dr.") == ("dr",)
    assert initials("Ada Brook") == {"ab"}
    assert initials("of the Ada") == {"ota"}


class TestMembers:
    def test_the_fullest_name_has_most_words_that_are_no_initials(self):
        assert fullest(["A. M. Brook", "Ada Brook"]) == "Ada Brook"
        assert fullest(["Ada Brook", "Anna Brook"]) == "Anna Brook"
        assert fullest(["Ida Brook", "Ada Brook"]) == "Ada Brook"

    @pytest.mark.parametrize(
        ("rows", "given"),
        [
            ([row(1)], [""]),
            ([row(1), row(2)], ["2", "2"]),
            ([row(1), row(2, "Brook")], ["1", "1"]),
            ([row(1, stated=[7]), row(2, stated=[5, 7])], ["2 0", "2 1"]),
            ([row(1, stated=[6], company=[8]), row(2, stated=[7], company=[8])], ["2 1", "2 1"]),
            ([row(1, company=[5, 6, 7, 8]), row(2, company=[5, 6, 7, 8])], ["2 0 1 2", "2 0 1 2"]),
            ([row(1, stated=[4, 5, 6, 7]), row(2, stated=[4, 5, 6, 7])], ["2 0 1 2 3", "2 0 1 2 3"]),
        ],
    )
    def test_what_rows_share_is_told_by_its_place(self, rows, given):
        assert list(shown(rows)) == given

    def test_reasons_have_weights(self):
        profile = Profile(
            document="a",
            entity="e",
            label=PERSON,
            names=("Ada Brook",),
            roles=frozenset(["mayor"]),
            company=frozenset(["Nora Beck"]),
            link="Q1",
        )
        found = member(profile, "2 0 1")
        assert [(item.ground, item.words, item.weight) for item in found.reasons] == [
            ("id", "Q1", 1.0),
            ("name", "Ada Brook", 0.6),
            ("role", "mayor", 0.35),
            ("company", "nora beck", 0.3),
        ]
        assert found.score == 1.0
        apart = member(attrs.evolve(profile, link=None), "1")
        assert ([item.weight for item in apart.reasons], apart.score) == ([0.3], 0.3)
        assert member(profile, "").reasons == ()

    def test_groups_in_most_documents_come_first(self):
        one, two = (groups.Member(key, "e", "Ada", 0.0, ()) for key in "ab")
        given = [groups.Group("a#e", PERSON, "Zoe", (one,)), groups.Group("b#e", PERSON, "Ida", (one, two))]
        assert [item.name for item in sorted(given, key=rank)] == ["Ida", "Zoe"]


def test_a_record_of_a_group_keeps_its_letters_and_has_no_other_fields():
    group = groups.Group("a#e", PERSON, "Zoë Brook", (groups.Member("a", "e", "Zoë Brook", 0.0, ()),))
    written = groups.dumps(group)
    assert "Zoë" in written
    assert groups.loads(written) == group
    with pytest.raises(ValueError, match="mood"):
        groups.loads(written.replace('"label"', '"mood": 1, "label"'))


@pytest.mark.parametrize(
    ("names", "fitting"),
    [(("Kell Guild", "Guild"), True), (("Orla Guild", "Guild"), True), (("Orla Mills",), False)],
)
def test_bodies_fit_by_any_of_their_names_and_people_by_the_full_ones(names, fitting):
    def voice(kind, *given):
        return Voice(kind=kind, names=given, described=False, near=frozenset())

    assert fit(voice("organisation", "Kell Guild", "Guild"), voice("organisation", *names)) is fitting
    assert not fit(voice("person", "Ada Brook", "Brook"), voice("person", "Ida Brook", "Brook"))
