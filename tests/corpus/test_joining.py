"""Entities of different articles are one where name, kind and roles say so, and are kept apart where in doubt."""

from __future__ import annotations

import pytest

from newsparse.corpus.joining import Candidate, Described, matched, role_words
from newsparse.corpus.names import is_whole, name_key


def known(name="Ana Ruiz", label="Person", roles=(), homes=(), link=None):
    return Described(
        label=label, key=name_key(name), roles=role_words(roles), homes=frozenset(map(name_key, homes)), link=link
    )


def joined(found, *candidates, company=0):
    here = [Candidate(id=number, known=item, company=lambda: company) for number, item in enumerate(candidates, 1)]
    return matched(found, here)


@pytest.mark.parametrize(
    ("one", "other"), [("José O’Brien", "Jose O'BRIEN"), ("J.R.  Tolk", "JR Tolk"), ("Al-Rashid", "Al Rashid")]
)
def test_names_are_compared_without_case_diacritics_and_dots(one, other):
    assert name_key(one) == name_key(other)


def test_part_of_a_name_says_nothing_about_people():
    assert [is_whole("Person", name_key(name)) for name in ("Ana Ruiz", "Ruiz", "A. Ruiz")] == [True, False, False]
    assert is_whole("Organization", "un")
    assert joined(known("Ruiz"), known("Ruiz")).entity is None


def test_the_same_name_alone_is_the_same_person():
    assert joined(known(), known(roles=["finance minister"])).entity == 1


def test_two_of_one_name_with_different_roles_are_kept_apart():
    assert joined(known(roles=["swimmer"]), known(roles=["finance minister"])).entity is None


@pytest.mark.parametrize("shared", [{"roles": ["minister of finance"]}, {"roles": ["poet"], "homes": ["Kell Bank"]}])
def test_a_role_or_an_organisation_in_common_joins(shared):
    other = known(roles=["finance minister"], homes=["KELL BANK"])
    assert joined(known(**shared), other).entity == 1


def test_the_same_company_joins_where_roles_do_not():
    one, other = known(roles=["poet"]), known(roles=["finance minister"])
    assert joined(one, other, company=2).entity == 1
    assert joined(one, other, company=1).entity is None


def test_the_first_that_fits_is_taken():
    assert joined(known(roles=["swimmer"]), known(roles=["minister"]), known(roles=["swimmer"])).entity == 2


def test_a_kind_of_its_own_is_something_else():
    assert joined(known("Orla", "Location"), known("Orla", "Organization")).entity is None


def test_an_entry_in_a_list_decides_before_the_name():
    assert joined(known("Ruiz", link="Q1"), known(link="Q1")).entity == 1
    assert joined(known(link="Q2"), known(link="Q1")).entity is None
