"""Whom pronouns and descriptions mean: the subject of the sentence, whoever "for" names, whoever holds an office."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("opening", ["For Dez Holt,", "As for Dez Holt,"])
def test_a_pronoun_means_whoever_for_names(last, opening):
    text = (
        "Eric Varga and Dez Holt are comics in Lowmere. Varga said writing was hard. “It is,” Varga said.\n\n"
        f"{opening} he said it was all about learning by heart."
    )
    assert last(text) == ("Dez Holt", True)


@pytest.mark.parametrize(
    "sentence",
    [
        "Major general Mattar Brook, a commander, praised the owners for the club, which he said would meet all needs.",
        "Mattar Brook, the owner of the quay, has bought a second club, which he said would meet all needs.",
    ],
)
def test_a_pronoun_in_a_relative_clause_means_the_subject_of_the_sentence(last, sentence):
    text = f"Colonel Abel Raisi said the club would open. He said that it came on time.\n\n{sentence}"
    assert last(text) == ("Mattar Brook", True)


def test_a_pronoun_in_what_somebody_says_tells_nothing_of_whom_the_next_one_means(last):
    text = (
        "The minister of culture, Jeanie Brook, said that tourism was big. She said 500 people came each year.\n\n"
        "Mona Holt, an officer for the harbour, said she had counted nobody.\n\n"
        "Yet she notes that more of them are about."
    )
    assert last(text) == ("Mona Holt", True)


@pytest.mark.parametrize("thing", ["fate is still unclear", "plan has failed", "house was sold"])
def test_a_pronoun_means_the_owner_of_the_subject_before_it(last, thing):
    text = (
        "“People stood for hours,” said Mina Holt of Quay Watch, who saw it all.\n\n"
        f"Ada Brook's {thing}, but she said last week that she would govern."
    )
    assert last(text) == ("Ada Brook", True)


def test_a_name_known_by_one_pronoun_is_not_meant_by_the_other(said):
    text = (
        "“We lack nothing,” Dania Brook said.\n\n"
        "Tuan Holt sat beside the pool. “They pay for all that we need,” he said.\n\n“It is hard here,” she said."
    )
    assert [name for _, name in said(text)] == ["Dania Brook", "Tuan Holt", "Dania Brook"]


@pytest.mark.parametrize("owner", ["Judge Ada Brook", "President Tom Varga"])
def test_somebodys_lawyer_is_somebody_else(last, owner):
    text = f"While many demand that the council suspend {owner}, their lawyer said the whole case might fall."
    assert last(text) == ("their lawyer", False)


def test_a_description_is_not_the_last_speaker_where_the_narrator_has_turned_to_somebody_else(last):
    text = (
        "“He listened to her,” Joel Holt added.\n\nBill Varga got in on the game, attacking the rivals on Monday. "
        "“They run against me,” the former president said."
    )
    assert last(text) != ("Joel Holt", True)


def test_an_adviser_of_a_named_body_is_not_the_spokesman_who_spoke_last(last):
    text = (
        "“We won,” said Orla spokesman Jeff Holt. “It was hard,” Holt added.\n\n"
        "The Larkmoor Bank's recent top adviser on the campaign went further, arguing it could make the threat worse."
    )
    assert last(text)[1] is False


@pytest.mark.parametrize("noun", ["retired neurosurgeon", "former surgeon"])
def test_a_surgeon_is_a_person(last, noun):
    text = f"Tom Varga said on Monday that the town needed help. “They have to listen,” the {noun} told the channel."
    assert last(text) == ("Tom Varga", True)


@pytest.mark.parametrize(
    ("role", "description"),
    [("Minister of Education", "the head of education"), ("Health Minister", "the head of health")],
)
def test_the_head_of_a_field_is_its_minister(last, role, description):
    text = (
        f"The {role}, Mauro Pineda, reported that help was given, and Tom Varga was there.\n\n"
        f"Tom Varga disagreed. “Countries like Orla have made an effort,” emphasized {description}."
    )
    assert last(text) == ("Mauro Pineda", True)


def test_the_ex_president_is_the_former_president(last):
    text = (
        "Former president Carlos Holt met Ada Brook in Lowmere. Brook said she was glad.\n\n"
        "“I shall learn to sail at last,” wrote the ex-president."
    )
    assert last(text) == ("Carlos Holt", True)


def test_they_are_not_the_body_that_counts_people(pipeline):
    text = "A recent Lowmere Bank poll showed that half of the customers said they were planning to leave."
    speakers = [quote.speaker for quote in pipeline(text).quotes]
    assert all(speaker.name != "Lowmere Bank" for speaker in speakers if speaker is not None)


def test_what_is_told_of_the_last_speaker_without_marks_may_be_his_own(last):
    text = "Mr. Varga admitted he had accepted bribes from businessmen. Mr. Varga paid much of that money forward, "
    text += "he said, to voters in the league of his country so that they would keep him."
    assert last(text) == ("Varga", True)


def test_a_description_means_who_leads_the_sentence_before_and_not_who_spoke_last(last):
    text = (
        "“I am a conservative,” Ted Holt said. Holt was glad.\n\n"
        "Harry Varga blasted Rubio Lind and defended Holt in an interview. “It is a sham,” the minority leader said."
    )
    assert last(text) == ("Harry Varga", True)


@pytest.mark.parametrize("description", ["the Norwegian president", "Norway's president"])
def test_a_minister_is_not_the_president_of_the_country(last, description):
    text = "Finance Minister Alex Holt said the bank had opened. “It is new,” he said. “Step by step,” wrote "
    text += f"{description}."
    assert last(text)[1] is False


def test_whoever_comes_in_without_a_name_is_not_somebody_with_the_same_office(last):
    text = (
        "Prawit Holt, the deputy leader of the Quay Party, was there in May. An official said that a deputy leader "
        "had left in June. The deputy leader claimed that nobody cared."
    )
    assert last(text) == ("The deputy leader", False)


def test_two_people_without_a_name_are_not_the_one_named_later(last):
    text = "A nurse and a baker have pleaded guilty to fraud.\n\nNurse Carmen Holt and Lia Brook were among them."
    assert last(text) == ("A nurse and a baker", False)
