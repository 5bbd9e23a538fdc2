"""Short forms of names that are neither the first nor the last part of the full one, or not its initials."""

from __future__ import annotations


def test_the_first_of_two_surnames_is_a_short_form(read):
    result = read("{Luis Mena Prado:Person} spoke.", "{Mena:Person} left.")
    assert result.words("Luis Mena Prado") == ["Luis Mena Prado", "Mena"]


def test_a_middle_name_that_two_people_have_is_nobody_sure(read):
    result = read("{Luis Mena Prado:Person} met {Ana Mena Holt:Person}.", "{Mena:Person} left.")
    assert result.means("Mena") == "Mena"


def test_an_acronym_in_brackets_need_not_be_the_initials(read):
    result = read("The {Central Reserve Bank:Organization} ({BCR:Organization}) met.", "Later {BCR:Organization} paid.")
    assert result.words("Central Reserve Bank") == ["Central Reserve Bank", "BCR", "BCR"]


def test_a_country_in_brackets_is_not_the_body_before_it(read):
    assert len(read("The {Labour Party:Organization} ({UK:Organization}) met.").names) == 2


def test_two_people_of_one_surname_are_told_apart_by_their_titles(read):
    people = "Professor {Lena Holt:Person} met Councillor {Max Holt:Person}."
    result = read(people, "Prof {Holt:Person} spoke.", "Councillor {Holt:Person} left.")
    assert [result.means("Holt", 0), result.means("Holt", 1)] == ["Lena Holt", "Max Holt"]


def test_two_people_of_one_name_are_told_apart_by_their_generation(read):
    people = "{Raymond Diaz Jr.:Person} met {Raymond Diaz Sr.:Person}."
    assert read(people, "{Diaz Jr.:Person} left.").words("Raymond Diaz Jr.") == ["Raymond Diaz Jr.", "Diaz Jr."]
