"""Courtesies before names, of the Gulf, India, Malaysia, Nigeria and others: outside the name, and no role."""

from __future__ import annotations

import pytest

COURTESIES = [
    *("H E", "H.E.", "H. E.", "HE", "HH", "H.H.", "HRH", "His Excellency", "Her Highness"),
    *("Eng.", "Engr.", "Engr", "Barr.", "Arc.", "Surv.", "Evang.", "Adv.", "Cde", "Comrade", "Drs.", "Fr."),
    *("Smt.", "Shrimati", "Thiru", "Hon'ble", "Hon’ble", "Honorable"),
    *("Dato'", "Dato’", "Dato Sri", "Dato' Sri", "Dato’ Seri", "Datuk Sri", "Datuk Seri Panglima", "Tun Dr"),
    *("Datuk Wira", "Toh Puan", "Puan Sri", "Puan", "Cik", "YB", "Hj.", "Hajah", "Ustazah"),
]
CHIEF = {
    "chief": ("ADJ", "amod", "executive"),
    "executive": ("NOUN", None, None),
    **dict.fromkeys(("Minister", "Chairman", "Barrister", "Bishop", "Professor", "Amb", "Prince"), ("PROPN",) * 3),
}


@pytest.mark.parametrize("courtesy", COURTESIES)
def test_a_courtesy_is_no_part_of_the_name(read, courtesy):
    result = read(f"They met {{{courtesy} Akram Al Holt:Person}} at noon. {{Al Holt:Person}} left at one.")
    assert result.names == ["Akram Al Holt"]
    assert result.entity("Akram Al Holt").titles == (courtesy,)


@pytest.mark.parametrize("courtesy", COURTESIES)
def test_a_role_before_a_courtesy_is_whole(read, courtesy):
    text = f"They met the chief executive {courtesy} {{Akram Holt:Person}} at noon."
    assert roles(read(text, tree=CHIEF), "Akram Holt") == ["chief executive"]


def roles(result, name):
    """The words of somebody's roles."""
    return [item.role.text for item in result.entity(name).affiliations]


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("H.E. Brook", "H.E. Brook"),
        ("H. E. Brook", "H. E. Brook"),
        ("H.E. Ada Brook", "Ada Brook"),
        ("H.E. Dr. Ada Brook", "Ada Brook"),
        ("He Brook", "He Brook"),
        ("Barr Brook", "Barr Brook"),
        ("Eng Hock Brook", "Eng Hock Brook"),
        ("Sri Mulya Brook", "Sri Mulya Brook"),
        ("Judge Brook", "Judge Brook"),
        ("Lim Guan Eng", "Lim Guan Eng"),
    ],
)
def test_what_can_be_a_name_of_its_own_stays_one(read, name, whole):
    assert read(f"They met {{{name}:Person}} at noon.").names == [whole]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Then Dato' {Seri Anwar Holt:Person} left.", ["Anwar Holt"]),
        ("Then Datuk Seri {Panglima Musa Holt:Person} left.", ["Musa Holt"]),
        ("Then {Seri Holt:Person} left.", ["Seri Holt"]),
        ("Then Mr. {Judge Holt:Person} left.", ["Judge Holt"]),
    ],
)
def test_the_last_word_of_a_title_is_no_part_of_the_name(read, text, names):
    assert read(text).names == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Then {Barr:Person}. {Emeka Holt:Person} spoke.", ["Emeka Holt"]),
        ("Then {Barr:Person} spoke. {Emeka Holt:Person} left.", ["Barr", "Emeka Holt"]),
        ("Then {Will Barr:Person} saw {Barr:Person}. {Emeka Holt:Person} left.", ["Will Barr", "Emeka Holt"]),
        ("Then they saw {Holm:Person}. {Emeka Holt:Person} left.", ["Holm", "Emeka Holt"]),
        ("They met {Barr:Person}.", ["Barr"]),
    ],
    ids=["a title", "a name", "somebody's family name", "no title", "at the end"],
)
def test_a_title_with_a_full_stop_is_nobody(read, text, names):
    assert read(text).names == names


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("They met {Kell:Person} Gov. {Emeka Holt:Person}.", "Location"),
        ("They met {Kell:Person}, Gov. {Emeka Holt:Person}.", "Person"),
        ("They met {Kell:Person} and Gov. {Emeka Holt:Person}.", "Person"),
        ("They met {Kell:Person} Chief {Emeka Holt:Person}.", "Person"),
        ("They met {Kell:Organization} Gov. {Emeka Holt:Person}.", "Organization"),
    ],
    ids=["a place", "a comma", "two people", "no abbreviation", "a body"],
)
def test_a_name_before_a_title_and_another_is_that_of_a_place(read, text, label):
    assert read(text).entity("Kell").label == label


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They met chief executive Barrister {Ada Holt:Person}.", ["chief executive", "Barrister"]),
        ("They met Chairman Bishop {Ada Holt:Person}.", ["Chairman", "Bishop"]),
        ("They met Minister of Health Bishop {Ada Holt:Person}.", ["Minister of Health", "Bishop"]),
        ("They met chief executive Amb {Ada Holt:Person}.", ["chief executive", "Amb"]),
        ("They met HRH Prince {Ada Holt:Person}.", ["Prince"]),
        ("They met Lord Mayor {Ada Holt:Person}.", ["Lord Mayor"]),
        ("They met First Lady {Ada Holt:Person}.", ["First Lady"]),
    ],
)
def test_a_rank_after_an_office_is_a_role_of_its_own(read, text, wanted):
    tree = CHIEF | dict.fromkeys(("HRH", "Lord", "Mayor", "First", "Lady", "Health"), ("PROPN", None, None))
    assert roles(read(text, tree=tree), "Ada Holt") == wanted


@pytest.mark.parametrize(
    ("full", "short", "count"),
    [
        ("Syed Yusuf Ali Holt", "Yusuf Ali Holt", 1),
        ("Makhdoom Javed Holt", "Javed Holt", 1),
        ("Javed Raja Holt", "Javed Holt", 1),
        ("Raja Holt", "Javed Holt", 2),
        ("Raja Javed Holt", "Raja Holt", 1),
        ("Karim Javed Holt", "Javed Holt", 2),
    ],
)
def test_a_title_written_as_a_first_name_may_be_left_out(read, full, short, count):
    assert len(read(f"{{{full}:Person}} came. {{{short}:Person}} left.").names) == count
