"""Full names: found under another class, and joined with the shorter names that an article goes on with."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("label", ["Misc", "Organization"])
@pytest.mark.parametrize("full", ["Hillary Frost", "Bernie Frost", "Donald J. Frost"])
def test_a_given_name_before_a_known_person_is_that_persons_name(read, label, full):
    result = read("{Frost:Person} spoke.", f"The {{{full}:{label}}} rally was long.")
    assert (result.names, result.entity(full).label) == ([full], "Person")


@pytest.mark.parametrize(
    ("other", "full"),
    [
        ("{Peter Frost:Person} spoke.", "{Hillary Frost:Misc}"),
        ("{Frost:Person} spoke.", "{Larkmoor Frost:Misc}"),
        ("{Larkmoor:Organization} met.", "{Hillary Frost:Misc}"),
    ],
)
def test_another_name_keeps_its_class(read, other, full):
    result = read(other, f"The {full} festival was long.")
    assert [entity.label for entity in result.document.entities][-1] == "Misc"


@pytest.mark.parametrize("full", ["Ben Frost", "Al Frost", "Md Frost"])
def test_a_name_that_may_be_one_part_says_more_than_its_ending(read, full):
    assert read(f"{{{full}:Person}} spoke.", "{Frost:Person} left.", "{Frost:Person} slept.").names == [full]


def test_a_given_name_that_may_be_a_particle_is_one_for_whoever_is_named_before(read):
    assert read("{Frost:Person} spoke.", "{Ben Frost:Person} left.", "{Frost:Person} slept.").names == ["Ben Frost"]


def test_a_particle_begins_a_family_name_where_somebody_has_it(read):
    result = read("{Zine Ben Holm:Person} spoke.", "{Ben Holm:Person} left.", "{Holm:Person} slept.")
    assert result.names == ["Zine Ben Holm"]


def test_whoever_is_brought_in_as_a_relative_is_not_meant_by_the_family_name(read):
    result = read(
        "{Hillary Frost:Person} left. It showed two others: her husband, {Bill Frost:Person} and a baker.",
        "{Frost:Person} slept.",
    )
    assert result.words("Hillary Frost") == ["Hillary Frost", "her", "Frost"]


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Larkmoor Post", "Post"),
        ("New Larkmoor Times", "Times"),
        ("Tarnside Evening Tribune", "Tribune"),
    ],
)
def test_a_newspaper_is_called_by_its_last_word(read, full, short):
    result = read(f"The {{{full}:Organization}} wrote.", f"The {{{short}:Organization}} said so.")
    assert result.words(full) == [full, short]


def test_which_of_two_newspapers_is_meant_stays_open(read):
    result = read(
        "The {Larkmoor Times:Organization} and the {Tarnside Times:Organization} wrote.",
        "The {Times:Organization} said so.",
    )
    assert result.names == ["Larkmoor Times", "Tarnside Times", "Times"]


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Central Bank", "Central Bank of Kenya"),
        ("Electoral Commission", "Electoral Commission of Uganda"),
        ("Navy", "Uruguayan Navy"),
        ("Senate", "U.S. Senate"),
        ("Congress", "Salvadoran Congress"),
        ("Larkaid", "Larkaid International"),
    ],
)
def test_a_body_is_its_longer_name_with_a_country_though_that_comes_later(read, short, full):
    result = read(f"The {{{short}:Organization}} met.", f"The {{{full}:Organization}} agreed.")
    assert result.words(full) == [short, full]


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Centre for Larkmoor Studies", "Polish Centre for Larkmoor Studies"),
        ("Democratic Party", "Democratic Party of Larkmoor"),
        ("Church", "Catholic Church"),
        ("Larkmoor", "Larkmoor Labs"),
        ("Larkmoor", "Larkmoor India"),
    ],
)
def test_a_later_name_that_adds_more_is_another_body(read, short, full):
    result = read(f"The {{{short}:Organization}} met.", f"The {{{full}:Organization}} agreed.")
    assert result.names == [short, full]


@pytest.mark.parametrize("short", ["LCU", "Union"])
def test_a_long_name_is_that_of_the_body_known_in_short(read, short):
    result = read("The {Larkmoor Carters Union:Misc} met.", f"The {{{short}:Organization}} agreed.")
    assert result.entity("Larkmoor Carters Union").label == "Organization"


def test_a_long_name_without_a_noun_for_bodies_keeps_its_class(read):
    result = read("The {Larkmoor Quay Week:Misc} began.", "{LQW:Organization} is long.")
    assert result.entity("Larkmoor Quay Week").label == "Misc"


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Jose Tomas Kellada Orla", "Tomas Kellada"),
        ("Juan Orlando Lobo Castro", "Orlando Lobo"),
        ("Mohamed Abdi Holt", "Mohammed Holt"),
        ("Yousef Ali Karim", "Youssef Karim"),
        ("Ali Hussain Karim", "Ali Hussein Karim"),
    ],
)
def test_a_person_is_called_by_the_middle_of_four_names_or_in_another_spelling(read, full, short):
    assert read(f"{{{full}:Person}} spoke.", f"{{{short}:Person}} left.").words(full) == [full, short]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Eric Moor", "Erica Moor"), ("Jose Kellada Orla", "Tomas Kellada"), ("Hassan Karim", "Hussein Karim")],
)
def test_names_that_only_look_alike_stay_apart(read, one, other):
    assert read(f"{{{one}:Person}} spoke.", f"{{{other}:Person}} left.").names == [one, other]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ministry of the Interior", "Interior Ministry"),
        ("Ministry of Interior", "Ministry of the Interior"),
        ("Health Department", "Department of Health"),
    ],
)
def test_a_ministry_is_one_whichever_word_comes_first(read, one, other):
    result = read(f"The {{{one}:Organization}} met.", f"The {{{other}:Organization}} agreed.")
    assert len(result.names) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("University of Kelby", "Kelby University"), ("Ministry of Health", "Ministry of Health and Water")],
)
def test_other_bodies_with_the_same_words_stay_apart(read, one, other):
    result = read(f"The {{{one}:Organization}} met.", f"The {{{other}:Organization}} agreed.")
    assert result.names == [one, other]
