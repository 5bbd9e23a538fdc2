"""Short forms of names that are neither the first nor the last part of the full one, or not its initials."""

from __future__ import annotations

import pytest


def test_the_first_of_two_surnames_is_a_short_form(read):
    result = read("{Luis Mena Prado:Person} spoke.", "{Mena:Person} left.")
    assert result.words("Luis Mena Prado") == ["Luis Mena Prado", "Mena"]


def test_a_middle_name_may_have_two_letters(read):
    result = read("{Regina Ip Lau Suk-yee:Person} spoke.", "{Ip:Person} left.")
    assert result.words("Regina Ip Lau Suk-yee") == ["Regina Ip Lau Suk-yee", "Ip"]


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


@pytest.mark.parametrize(("title", "who"), [("Judge", "Max Holt"), ("Sgt.", "Lena Holt"), ("Mr.", "Max Holt")])
def test_a_title_that_nobody_has_means_whoever_has_no_other_office(read, title, who):
    people = "{Max Holt:Person} met Sgt. {Lena Holt:Person}."
    assert read(people, f"{title} {{Holt:Person}} spoke.").means("Holt") == who


@pytest.mark.parametrize("title", ["Ch Insp", "Ch Supt", "Det Ch Insp", "DC", "DS"])
def test_short_ranks_are_titles(read, title):
    assert read(f"{title} {{Lena Holt:Person}} spoke.").entity("Lena Holt").titles == (title,)


def test_two_people_of_one_name_are_told_apart_by_their_generation(read):
    people = "{Anton Keller Jr.:Person} met {Anton Keller Sr.:Person}."
    assert read(people, "{Keller Jr.:Person} left.").words("Anton Keller Jr.") == ["Anton Keller Jr.", "Keller Jr."]


ENDINGS = {
    "two surnames": ("{Rui Pedro dos Santos Lima:Person} spoke.", "{Santos Lima:Person} left."),
    "a particle that a name begins with": ("{Samira Abu Tarek:Person} spoke.", "{Abu Tarek:Person} left."),
    "initials before": ("{K. V. Subba Nair:Person} spoke.", "{Subba Nair:Person} left."),
    "the short form first": ("{Soe Win:Person} spoke.", "{Ma Soe Win:Person} left."),
}


@pytest.mark.parametrize("case", ENDINGS)
def test_the_last_names_of_a_person_are_a_short_form(read, case):
    assert len(read(*ENDINGS[case]).names) == 1


APART = {
    "a given name": ("{Mary Ann Holt:Person} spoke.", "{Ann Holt:Person} left.", 2),
    "two people of these surnames": (
        "{Rui Santos Lima:Person} met {Eva Santos Lima:Person}.",
        "{Santos Lima:Person} left.",
        3,
    ),
    "who begins with it": ("{Soe Win Tun:Person} met {Ma Soe Win:Person}.", "{Soe Win:Person} left.", 2),
}


@pytest.mark.parametrize("case", APART)
def test_last_names_that_several_people_can_have_are_no_short_form(read, case):
    first, second, count = APART[case]
    assert len(read(first, second).names) == count


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("{Kwan Mi-ra:Person}, also known as {Lena Brook:Person}, spoke.", ["Kwan Mi-ra", "Lena Brook"]),
        ("{Tom Rook Holt:Person}, popularly known as {Marek:Person}, left.", ["Tom Rook Holt", "Marek"]),
        ("{Ada Brook:Person} (née {Ada Selwyn:Person}) left.", ["Ada Brook", "Ada Selwyn"]),
    ],
)
def test_two_names_that_the_text_says_to_be_of_one_person_are(read, sentence, names):
    assert read(sentence).words(names[0]) == names


@pytest.mark.parametrize("between", ["known for", "met", "and", "known as the friend of"])
def test_two_names_with_other_words_between_are_two_people(read, between):
    assert len(read(f"{{Kwan Mi-ra:Person}}, {between} {{Lena Brook:Person}}, spoke.").names) == 2


def test_a_family_name_of_somebody_with_two_names_is_theirs(read):
    result = read("{Kwan Mi-ra:Person}, known as {Kwan Bo-ra:Person}, spoke.", "{Kwan:Person} left.")
    assert result.words("Kwan Mi-ra") == ["Kwan Mi-ra", "Kwan Bo-ra", "Kwan"]


def test_a_firm_is_known_without_the_legal_form_before_its_name(read):
    result = read("{PT Sinar Bukit Tbk:Organization} fell.", "{Sinar Bukit:Organization} rose.")
    assert result.words("PT Sinar Bukit Tbk") == ["PT Sinar Bukit Tbk", "Sinar Bukit"]


def test_a_family_name_that_comes_first_means_the_only_one_whom_the_article_has_named(read):
    first = read("{Kwan Mi-ra:Person} spoke.", "{Kwan:Person} left.", "{Kwan Jo-il:Person} came.")
    assert first.words("Kwan Mi-ra") == ["Kwan Mi-ra", "Kwan"]
    both = read("{Kwan Mi-ra:Person} met {Kwan Jo-il:Person}.", "{Kwan:Person} left.")
    assert both.means("Kwan") == "Kwan"


@pytest.mark.parametrize(("times", "who"), [(1, "Kwan"), (2, "Kwan Mi-ra")])
def test_whoever_is_often_called_by_a_first_name_is_meant_by_it_again(read, times, who):
    text = ["{Kwan Mi-ra:Person} spoke.", *["{Kwan:Person} left."] * times, "{Kwan Jo-il:Person} came."]
    assert read(*text, "{Kwan:Person} slept.").means("Kwan", times) == who


def test_whoever_is_often_called_by_the_first_of_two_surnames_is_meant_before_a_namesake_appears(read):
    text = ["{Luis Mena Prado:Person} spoke.", *["{Mena:Person} left."] * 2, "{Ana Mena:Person} came."]
    assert read(*text).words("Luis Mena Prado") == ["Luis Mena Prado", "Mena", "Mena"]


@pytest.mark.parametrize(
    ("first", "later", "who"),
    [
        ("Ilan Khan, the former prime minister, was ill.", "The former prime minister Khan", "Ilan Khan"),
        ("Ilan Khan, the former prime minister, was ill.", "Former prime minister Khan", "Ilan Khan"),
        ("Ilan Khan, the mayor of Lowmere, was ill.", "Mayor Khan", "Ilan Khan"),
        ("The former president Ilan Khan was ill.", "Former president Khan", "Ilan Khan"),
        ("Ilan Khan, the mayor of Lowmere, was ill.", "The actor Khan", "Tom Khan"),
        ("Ilan Khan, the mayor of Lowmere, was ill.", "Khan", "Tom Khan"),
        ("Ilan Khan, the mayor of Lowmere, was ill.", "Khan, a neighbour,", "Tom Khan"),
    ],
)
def test_of_two_of_a_family_name_the_one_of_that_role_is_meant(meant, first, later, who):
    assert meant(f"{first} The actor Tom Khan praised the quay. {later} said it was safe.", "khan") == who
