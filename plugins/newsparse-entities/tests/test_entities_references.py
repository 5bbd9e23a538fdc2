"""Names that the model missed, pronouns, nominals and roles: found where sure, left open where not."""

from __future__ import annotations

import pytest

SAID = ("VERB", "root", None)


def test_a_surname_that_the_model_missed_is_found(read):
    result = read("{Nadia Holt:Person} spoke.", "Later Holt left.", "And Holt's car broke.")
    assert result.words("Nadia Holt") == ["Nadia Holt", "Holt", "Holt"]


@pytest.mark.parametrize(
    "second",
    [
        "Holt Street was closed.",
        "The Royal Holt theatre closed and New Holt froze.",
        "They cried holt twice.",
    ],
)
def test_a_surname_inside_another_name_or_in_lower_case_is_not_taken(read, second):
    assert read("{Nadia Holt:Person} spoke.", second).words("Nadia Holt") == ["Nadia Holt"]


def test_a_surname_that_is_also_a_word_of_the_text_is_not_taken_without_tags(read):
    assert read("{Nadia Winter:Person} spoke.", "Winter came.", "It was a cold winter.").words("Nadia Winter") == [
        "Nadia Winter"
    ]


def test_a_tag_tells_a_surname_from_a_word(read):
    tree = {"Winter": ("NOUN", "nsubj", "came"), "came": SAID}
    assert read("{Nadia Winter:Person} spoke.", "Winter came.", tree=tree).words("Nadia Winter") == ["Nadia Winter"]


def test_a_full_name_that_the_model_missed_is_found(read):
    result = read("{Larkmoor Quiet Robotics:Organization} met.", "Today Larkmoor Quiet Robotics fell.")
    assert len(result.words("Larkmoor Quiet Robotics")) == 2


@pytest.mark.parametrize("pronoun", ["he", "she", "his", "her", "him", "herself"])
def test_a_pronoun_means_the_only_person_before_it(read, pronoun):
    result = read("{Merrin Holt:Person} spoke.", f"Then {pronoun} dog left.")
    assert result.means(pronoun) == "Merrin Holt"
    assert result.mention(pronoun).form == "pronoun"


def test_a_pronoun_does_not_mean_a_person_with_the_other_title(read):
    result = read("Ms. {Nadia Holt:Person} met Mr. {Simon Brandt:Person}.", "Then she left, and he slept.")
    assert (result.means("she"), result.means("he")) == ("Nadia Holt", "Simon Brandt")


def test_a_pronoun_used_is_evidence_for_the_next(read):
    assert read("{Nadia Holt:Person} spoke.", "Then she left.", "Then he woke.").means("he") is None


def test_a_pronoun_prefers_the_subject_of_the_sentence_before(read):
    tree = {
        "Holt": ("PROPN", "nsubj", "met"),
        "Nadia": ("PROPN", "flat", "Holt"),
        "met": SAID,
        "Brandt": ("PROPN", "obj", "met"),
        "Robin": ("PROPN", "flat", "Brandt"),
    }
    result = read("{Nadia Holt:Person} met {Robin Brandt:Person}.", "Then she left.", tree=tree)
    assert result.means("she") == "Nadia Holt"


@pytest.mark.parametrize("word", ["Like", "Unlike"])
def test_a_pronoun_is_not_whoever_it_is_compared_with(read, word):
    result = read("{Nadia Holt:Person} spoke.", f"{word} {{Petra Brandt:Person}}, she left.")
    assert result.means("she") == "Nadia Holt"


def test_an_object_pronoun_is_not_the_subject_of_its_own_clause(read):
    tree = {"Holt": ("PROPN", "nsubj", "thanked"), "thanked": SAID, "her": ("PRON", "obj", "thanked")}
    assert read("{Holt:Person} thanked her.", tree=tree).means("her") is None


def test_one_of_two_people_joined_by_and_is_not_chosen(read):
    assert read("{Merrin Holt:Person} and {Robin Brandt:Person} spoke.", "Then she left.").means("she") is None


@pytest.mark.parametrize(
    "text", ["{Nadia Holt:Person} and {Robin Brandt:Person}", "{Robin Brandt:Person} and {Nadia Holt:Person}"]
)
def test_a_given_name_of_women_goes_before_one_that_says_nothing(read, text):
    assert read(f"{text} spoke.", "Then she left.").means("she") == "Nadia Holt"


def test_a_pronoun_far_from_any_person_stays_open(read):
    result = read(
        "{Nadia Holt:Person} spoke.", "Rain fell.", "Snow fell.", "Hail fell.", "Frost came.", "Then she left."
    )
    assert result.means("she") is None


def test_a_speaker_is_not_the_one_spoken_of(read):
    result = read("{Nadia Holt:Person} said: “Nobody knows what she wants.”")
    assert result.means("she") is None


def test_who_means_the_person_right_before_it(read):
    result = read("{Robin Brandt:Person} met {Nadia Holt:Person}, who left.", "But who knows?")
    assert result.means("who") == "Nadia Holt"
    assert result.means("who", 1) is None


def test_it_means_the_only_organisation(read):
    assert read("{Larkmoor:Organization} fell.", "Then it rose.").means("it") == "Larkmoor"


def test_it_stays_open_between_two_organisations(read):
    assert read("{Larkmoor:Organization} sued {Tarnfield:Organization}.", "Then it rose.").means("it") is None


def test_it_does_not_mean_the_organisation_of_a_role(read):
    assert read("{Nadia Holt:Person}, a nurse at {Larkmoor:Organization}, said it helped.").means("it") is None


def test_an_expletive_means_nothing(read):
    tree = {"it": ("PRON", "expl", "rained"), "rained": SAID}
    assert read("{Larkmoor:Organization} fell.", "Then it rained.", tree=tree).means("it") is None


def test_they_means_an_organisation_and_no_single_person(read):
    assert read("{Larkmoor:Organization} fell.", "Then they rose.").means("they") == "Larkmoor"
    assert read("Ms. {Nadia Holt:Person} fell.", "Then they rose.").means("they") is None


def test_they_stays_open_between_two_organisations_alike(read):
    assert read("{Larkmoor:Organization} and {Tarnfield:Organization} fell.", "Then they rose.").means("they") is None


def test_the_acronym_it_is_no_pronoun(read):
    assert [m.text for m in read("{Larkmoor:Organization} fell.", "Its IT staff left.").document.mentions] == [
        "Larkmoor",
        "Its",
    ]


def test_the_company_means_the_only_organisation_in_reach(read):
    result = read("{Larkmoor:Organization} fell.", "Then the company rose.")
    assert result.means("the company") == "Larkmoor"
    assert result.mention("the company").form == "nominal"


@pytest.mark.parametrize(
    "second",
    [
        "Then {Tarnfield:Organization} sued the company.",
        "Then a company rose.",
        "She liked the company of cats.",
        "Then the bank rose.",
    ],
)
def test_a_nominal_that_is_not_sure_is_no_mention(read, second):
    assert "nominal" not in {
        mention.form for mention in read("{Larkmoor:Organization} fell.", second).document.mentions
    }


def test_the_company_is_no_union(read):
    union = read("The {Dock Workers Union:Organization} met.", "Then the company rose.")
    assert union.words("Dock Workers Union") == ["Dock Workers Union"]
    firm = read("The {Dock Workers Union:Organization} sued {Larkmoor:Organization}.", "Then the company rose.")
    assert firm.means("the company") == "Larkmoor"


def test_the_company_out_of_reach_or_among_several_is_the_one_that_the_article_is_about(read):
    about = "{Larkmoor:Organization} fell. {Larkmoor:Organization} sold ships."
    assert read(about, "{Tarnfield:Organization} rose.", "Then the company closed.").means("the company") == "Larkmoor"
    others = read("{Tarnfield:Organization} rose.", about, "Then the company closed.")
    assert "nominal" not in {mention.form for mention in others.document.mentions}


def test_the_union_is_the_one_body_named_for_workers(read):
    result = read("{United Dock Workers:Organization} met {Larkmoor:Organization}.", "Then the union left.")
    assert result.means("the union") == "United Dock Workers"
    several = read("{Dock Workers:Organization} met the {Rail Guild:Organization}.", "Then the union left.")
    assert "nominal" not in {mention.form for mention in several.document.mentions}


def test_a_description_right_before_a_name_means_that_name(read):
    result = read("{Larkmoor:Organization} fell.", "Then the company {Tarnfield:Organization} rose.")
    assert result.means("the company") == "Tarnfield"


def test_the_bank_means_the_organisation_with_that_word_in_its_name(read):
    assert (
        read("{Harrow Bank:Organization} sued {Larkmoor:Organization}.", "Then the bank rose.").means("the bank")
        == "Harrow Bank"
    )


ROLES = {
    "after the name": (
        "{Nadia Holt:Person}, a soil expert at the {Marsh Water Board:Organization}, left.",
        "soil expert",
        False,
    ),
    "of, with a longer role": (
        "{Nadia Holt:Person}, director of research at {Marsh Water Board:Organization}.",
        "director of research",
        False,
    ),
    "possessive after the name": (
        "{Nadia Holt:Person}, {Marsh Water Board:Organization}'s founder, left.",
        "founder",
        False,
    ),
    "before the name": ("{Marsh Water Board:Organization} founder {Nadia Holt:Person} left.", "founder", False),
    "possessive before the name": (
        "{Marsh Water Board:Organization}'s chief executive, {Nadia Holt:Person}, left.",
        "executive",
        False,
    ),
    "former before": ("former {Marsh Water Board:Organization} engineer {Nadia Holt:Person} left.", "engineer", True),
    "former after": (
        "{Nadia Holt:Person}, a former engineer at {Marsh Water Board:Organization}, left.",
        "engineer",
        True,
    ),
    "who was formerly": (
        "{Nadia Holt:Person}, who was formerly the director of the {Marsh Water Board:Organization}, left.",
        "director",
        True,
    ),
    "two fields": (
        "{Nadia Holt:Person}, head of soil and tides at {Marsh Water Board:Organization}.",
        "head of soil and tides",
        False,
    ),
    "country before the organisation": (
        "{Nadia Holt:Person}, head of the {Norwegian:NORP} {Marsh Water Board:Organization}.",
        "head",
        False,
    ),
    "who is": (
        "{Nadia Holt:Person}, who is the director of the {Marsh Water Board:Organization}, left.",
        "director",
        False,
    ),
    "organisation before the noun": (
        "{Nadia Holt:Person}, a {Marsh Water Board:Organization} engineer, left.",
        "engineer",
        False,
    ),
}


@pytest.mark.parametrize("case", ROLES)
def test_a_role_is_found_with_its_organisation(read, case):
    sentence, role, former = ROLES[case]
    result = read(sentence)
    (affiliation,) = result.entity("Nadia Holt").affiliations
    assert affiliation.role.text.endswith(role)
    assert affiliation.former is former
    assert affiliation.organisation == result.entity("Marsh Water Board").id


def test_a_role_without_an_organisation_is_kept(read):
    (affiliation,) = read("{Nadia Holt:Person}, an economist, left.").entity("Nadia Holt").affiliations
    assert (affiliation.role.text, affiliation.organisation) == ("economist", None)


@pytest.mark.parametrize(
    "sentence",
    [
        "{Nadia Holt:Person}, {Robin Brandt:Person} and {Larkmoor:Organization} left.",
        "{Nadia Holt:Person}, tired after the long ride, left {Larkmoor:Organization}.",
        "{Nadia Holt:Person} met the director of {Larkmoor:Organization}.",
        "In {Larkmoor:Organization}, {Nadia Holt:Person} left.",
    ],
)
def test_no_role_is_made_up(read, sentence):
    assert read(sentence).entity("Nadia Holt").affiliations == ()


@pytest.mark.parametrize(("noun", "found"), [("man", "Merrin Holt"), ("pilot", None)])
def test_a_noun_before_a_name_states_the_gender(read, noun, found):
    result = read(f"{{Merrin Holt:Person}} met a {noun} named {{Robin Quill:Person}}.", "Then she left.")
    assert result.means("she") == found
