"""Whose words they are, where somebody or something else is mentioned nearby: wrong is worse than open."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The order, signed by the mayor Ada Brook, said the quay would be closed.", "The order"),
        ("The report, written by professor Tom Varga, warned that the quay would sink.", "The report"),
        ("A letter sent by Iva Novak said the talks had failed.", "A letter sent by Iva Novak"),
        ("The notice, which was signed by Ada Brook, stated that nobody may swim.", "The notice"),
    ],
)
def test_a_document_speaks_and_not_who_signed_it(last, text, name):
    assert last(text) == (name, False)


@pytest.mark.parametrize(
    "noun", ["The government", "The meeting", "The annual review", "The hearing", "The agreement", "The campaign"]
)
def test_no_person_is_called_by_the_noun_for_a_body_or_an_event(last, noun):
    text = (
        "Pro-government lawmaker Ada Brook came to the meeting late, after the annual review.\n\n"
        f"{noun} had announced that the quay would be closed."
    )
    assert last(text) == (noun, False)


@pytest.mark.parametrize("who", ["One health worker", "A senior official", "One mental health professional", "A baker"])
def test_a_pronoun_means_whoever_spoke_last_without_a_name(last, who):
    text = (
        "Tom Varga denied that he had sold the clinic. “I never did,” he said.\n\n"
        f"{who} warned that the clinic would close. “Nobody will help us,” he said."
    )
    assert last(text) == (who, False)


@pytest.mark.parametrize("many", ["reporters", "two officials", "local residents"])
def test_a_pronoun_of_one_person_does_not_mean_several(last, many):
    text = f"Deputy mayor Vivian Holt was asked by {many} whether the quay was safe. She said that it was."
    assert last(text) == ("Vivian Holt", True)


def test_it_means_the_office_that_spoke(last):
    text = (
        "Quay Radio reported in 2009 that the mayor had sold the pier.\n\n"
        "“This is false,” the mayor’s office said of the claim.\n\n“Nobody was ever paid,” it continued."
    )
    assert last(text)[0] == "the mayor’s office"


@pytest.mark.parametrize("participle", ["adding", "noting", "stressing"])
def test_who_says_a_clause_goes_on_speaking_after_it(last, participle):
    text = f"Ada Brook said the town was facing hard years, {participle} that the quay had to be closed."
    assert last(text) == ("Ada Brook", True)


def test_a_name_after_the_acronym_of_a_firm_speaks(last):
    text = "Managing director of Premier Quay Company (PQC) Tom Varga justified the rise, saying prices were too low."
    assert last(text) == ("Tom Varga", True)


def test_the_firm_speaks_and_not_its_owner(last):
    text = "The main insurer in the country QuayCare which is owned by the government announced that fees would rise."
    assert last(text)[0] == "QuayCare"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The girl, Asha, was the daughter of a farm worker, said Commissioner Tom Varga.", "Tom Varga"),
        ("The driver was asleep when the bus hit the wall, said police officer Ada Brook.", "Ada Brook"),
    ],
)
def test_whoever_follows_the_verb_says_what_precedes_it(last, text, name):
    assert last(text) == (name, True)


@pytest.mark.parametrize(
    "text",
    [
        "Despite complaints that they distort the vote, the delegates have never chosen a loser.",
        "The demonstrators ignored the rules, raising fears the violence would spread.",
        "He has endured questions about whether he would drop out before Tuesday.",
        "Amid reports that the bank was failing, Holt sold his shares.",
    ],
)
def test_a_claim_that_others_make_is_nobodys(last, text):
    assert last(text) is None


def test_who_is_asked_does_not_ask(said):
    found = said("Ted Holt, when asked specifically what was wrong with the plan, responded that it was too dear.")
    assert found == [(("what was wrong with the plan",), None), (("it was too dear",), "Ted Holt")]


def test_a_gerund_has_the_subject_of_its_sentence(said):
    found = said("In addition to stating that the quay was unsafe, Ada Brook has vowed to close it.")
    assert found[0] == (("the quay was unsafe",), "Ada Brook")


def test_the_name_of_an_agency_in_brackets_says_nothing(pipeline):
    text = (
        "Chang Holt urged him to resign on Monday.\n\n"
        "“No matter how good our reasons are, we should speak more gently,” he said.\n\n"
        "“We have all made mistakes, and we have all paid for them.” (Yonhap)"
    )
    assert [quote.cue.text for quote in pipeline(text).quotes if quote.cue] == ["urged", "said"]


def test_numbered_questions_and_answers_have_no_names(said):
    text = (
        "Q1: What brought you to Lowmere?\n\nA1: The work, and the sea that I had missed.\n\n"
        "Q2: And why did you stay?\n\nA2: Because the town is small and the ferry is slow."
    )
    assert {name for _, name in said(text)} == {None}


def test_a_name_after_the_marks_needs_no_verb(last):
    text = (
        "“We need a new well,” said Tom Varga, a farmer.\n\n"
        "“The drought has hurt us all, and nobody has come to help,” Ada Brook, a nurse in Lowmere."
    )
    assert last(text) == ("Ada Brook", True)


@pytest.mark.parametrize(
    "who", ["a spokeswoman for harbour chief Josef Holt", "a lawyer for former Prime Minister Ada Brook"]
)
def test_who_speaks_for_somebody_has_no_name(last, who):
    assert last(f"The offer “was never put to us by anybody,” added {who}.") == (who, False)


def test_whom_something_is_done_against_does_not_accuse(last):
    text = "The firm is in trouble after investors filed complaints against its chief Jo Kwan, accusing him of fraud."
    assert last(text) == ("investors", False)


@pytest.mark.parametrize(
    "text",
    [
        "REYES: Any critics?\n\nHOLT: My mother, yes! She told me that it looks like a ladder.\n\nREYES: Good.",
        "“My mother came by. She told me that it looks like a ladder,” Nadia Holt said.",
    ],
    ids=["a turn", "marks"],
)
def test_nobody_is_she_in_her_own_words(pipeline, text):
    document = pipeline(f"Nadia Holt met Max Reyes at noon.\n\n{text}")
    [inner] = [quote for quote in document.quotes if quote.text.startswith("it looks")]
    assert (inner.speaker.name, inner.speaker.entity) == ("She", None)


def test_she_may_be_the_speaker_in_words_that_others_tell(pipeline):
    document = pipeline("Nadia Holt said she had told the council that the quay was unsafe.")
    assert [quote.speaker.name for quote in document.quotes] == ["Nadia Holt", "Nadia Holt"]


RELATIVE = [
    ("Ada Brook, who said the quay was old, owns a boat.", "Ada Brook, who", "Ada Brook"),
    ("Two divers who said that the quay was rotten were dismissed.", "Two divers who", "Two divers"),
    ("The city ignored a report which warned that the quay would sink.", "a report which", "a report"),
    ("The city has a letter from Tom Varga, who warned that the quay would sink.", "Tom Varga, who", "Tom Varga"),
]


@pytest.mark.parametrize(("text", "words", "name"), RELATIVE, ids=[words for _, words, _ in RELATIVE])
def test_the_words_for_whoever_a_relative_clause_is_about_are_those_before_the_pronoun(pipeline, text, words, name):
    speaker = pipeline(text).quotes[0].speaker
    assert (str(speaker.mention), speaker.name) == (words, name)


@pytest.mark.parametrize(
    "told", ["told the Harbour Gazette", "told LNS", "told Radio Lowmere in an interview", "said to Quay News"]
)
def test_whoever_is_told_something_does_not_go_on_in_the_next_paragraph(last, told):
    text = (
        f"“The pilots had no map of the new channel,” Ada Brook {told}.\n\n"
        "“So we drew one ourselves, and it took us the whole winter.”"
    )
    assert last(text) == ("Ada Brook", True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The mayor faces criticism from sailors that the quay is unsafe.", "sailors"),
        ("Lund Lines has drawn complaints from Ada Brook that its boats are too loud.", "Ada Brook"),
    ],
)
def test_a_claim_that_the_subject_faces_is_made_by_whom_it_comes_from(last, text, name):
    assert last(text)[0] == name


@pytest.mark.parametrize(
    "text",
    [
        "Tom Varga is not on board with the plan and is not expected to vote for it.",
        "Ada Brook spoke softly, leaving doubts about how useful the new quay would be.",
        "Ada Brook left the harbour amid fears that the quay would sink before the spring.",
    ],
)
def test_nobody_says_what_is_only_expected_or_claimed_around_them(last, text):
    assert last(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tom Varga plays for Lowmere. At 35 he is still fast, and his agent said he would stay.", "his agent"),
        ("A friend of the family, Tom Varga, kept the keys.\n\nThe family believes he will come back.", "The family"),
        (
            "The Harbour Secretariat has confirmed that it will open.\n\nThe Larkmoor Party secretariat denied it "
            "would open.",
            "The Larkmoor Party secretariat",
        ),
        (
            "“If we had a vote, we would elect her,” Bal Varga said. "
            "The prime minister of Larkmoor said it was too late.",
            "The prime minister of Larkmoor",
        ),
        (
            "The survey, which was paid for by the Harbour Association, said the quay was old.",
            "The survey",
        ),
        (
            "A report from Quay Radio said trading halted in May. The central government banned it last year. "
            "It has also warned that prices may fall.",
            "It",
        ),
    ],
)
def test_a_description_is_left_open_where_it_means_somebody_else(last, text, name):
    assert last(text) == (name, False)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“The sea is cold,” said policy and shipping analyst Ada Brook, editor at the Harbour Project.", "Ada Brook"),
        ("Eng. Tom Varga, the managing director at Lund Lines, said the quay was safe.", "Tom Varga"),
        ("Mayor Ada Brook’s letter said the sailors had done well.", "Ada Brook"),
        ("“The quay is old,” said Maro Brook. The 27-year-old star believes that it will sink.", "Maro Brook"),
        (
            "“We had no map,” Mr Brook said. Though doctors said Mr Varga had no fracture, he insisted that it hurt.",
            "Varga",
        ),
    ],
)
def test_a_description_or_pronoun_finds_its_person(last, text, name):
    assert last(text) == (name, True)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The council fined the sailor Oskar Doon for claiming that the pier would sink.", ("Oskar Doon", True)),
        ("The party expelled Ruth Mills for saying that the pier would sink.", ("Ruth Mills", True)),
        ("The port authority apologised for saying that the pier would sink.", ("The port authority", False)),
    ],
)
def test_whoever_is_punished_for_saying_something_has_said_it(last, text, who):
    assert last(text) == who


@pytest.mark.parametrize("made", ["posters", "leaflets"])
def test_a_participle_right_after_a_noun_is_not_that_of_a_passive_before_it(last, made):
    text = f"Ruth Mills said 40 men had been shown {made} urging them to leave the town."
    assert last(text)[0] in {made, "Ruth Mills"}


@pytest.mark.parametrize(
    "source",
    [
        "former Ruth Mills speechwriter Oskar Doon",
        "longtime Ruth Mills adviser Oskar Doon",
        "Former Ruth A. Mills speechwriter Oskar Doon",
    ],
)
def test_whoever_works_for_somebody_speaks_for_themselves(last, source):
    assert last(f"“These are dark days,” {source} wrote in a column.") == ("Oskar Doon", True)


@pytest.mark.parametrize("noun", ["legislator", "head", "lawyer"])
def test_nobody_of_a_body_is_the_body_whose_short_name_is_in_brackets(last, noun):
    who = f"The {noun} of the Harbour Workers Union (HWU)"
    assert last(f"{who} confirmed that the pier would sink.") == (who, False)


def test_a_lawmaker_is_the_one_senator_named_before(last):
    text = "Senator Ruth Mills received a warning. The legislator of the Harbour Party (HP) confirmed that it was late."
    assert last(text) == ("Ruth Mills", True)


def test_a_survey_speaks_and_none_of_those_who_made_it(pipeline):
    text = (
        "Half of the firms planned to buy fewer boats too, according to the survey, which was made by the "
        "Harbour Firms Association and Dr Oskar Doon, a lecturer of the University of Kelby."
    )
    assert [quote.speaker.kind for quote in pipeline(text).quotes if quote.cue.text == "according to"] == ["record"]
