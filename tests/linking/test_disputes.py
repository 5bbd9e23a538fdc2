"""Disputes by words that oppose a claim without a verb of disputing, and what is not one."""

from __future__ import annotations

import pytest

from tests.linking.conftest import disputes

CLAIM = "Lena Marsh, the headmistress, said the roof of the school had collapsed."


@pytest.mark.parametrize(
    "answer",
    [
        "Paul Stein said the roof of the school had not collapsed.",
        "The roof of the school never collapsed, Paul Stein insisted.",
        '"The roof of the school has not collapsed," said Paul Stein.',
        "The builder, Paul Stein, denied any fault.",
        "The builder, Paul Stein, denied responsibility.",
        "Paul Stein denied a collapse of the roof.",
        "Paul Stein rejected any suggestion of a collapse.",
        "Paul Stein said that was far from the truth.",
        '"Nothing could be further from the truth," Paul Stein said.',
        "Paul Stein said the headmistress was wide of the mark.",
        "Paul Stein called her statement into question.",
        "Paul Stein scoffed at her statement.",
        "Paul Stein laughed at her statement.",
        "Paul Stein opposed her view that the roof had collapsed.",
        "Paul Stein picked holes in her statement.",
        "Paul Stein would have none of it.",
        "Paul Stein remained sceptical of her statement.",
        "Paul Stein has another version of events.",
        "Paul Stein proved her wrong.",
        "Paul Stein called her statement unfair and false.",
        "Paul Stein maintained his innocence.",
        "Paul Stein accused the headmistress of spreading rumours.",
        '"Utter and complete nonsense," said Paul Stein.',
        '"What nonsense," said Paul Stein.',
    ],
)
def test_who_opposes_a_claim_disputes_it(statuses, answer):
    assert set(disputes(statuses(f"{CLAIM} {answer}"))) == {"Paul Stein"}


@pytest.mark.parametrize(
    "answer",
    [
        "Paul Stein said the door of the school had not been locked.",
        "Paul Stein said the roof of the church had not leaked.",
        "Paul Stein was denied access to the school.",
        "Paul Stein denied the school permission to reopen.",
        "Paul Stein lives far from the school.",
        "Paul Stein laughed at the weather.",
        "Paul Stein opposed the sale of the school.",
        '"What a day," said Paul Stein.',
        "Paul Stein put his house up for sale.",
        "Paul Stein called the fire brigade into the school.",
    ],
)
def test_other_words_with_the_same_verbs_dispute_nothing(statuses, answer):
    assert not disputes(statuses(f"{CLAIM} {answer}"))


def test_a_negation_in_a_later_article_disputes_the_claim_and_one_in_an_earlier_article_does_not(statuses):
    denial = "The roof of the school has not collapsed, Paul Stein said. Nora Beck teaches there."
    assert set(disputes(statuses(CLAIM, denial))) == {"Paul Stein"}
    assert not disputes(statuses(denial, CLAIM))


def test_a_claim_with_a_negation_is_not_the_same_as_one_without(statuses):
    one = "Lena Marsh, the headmistress, said the locks of the school had been changed."
    other = "Paul Stein, the caretaker, said no locks of the school had been changed."
    found = statuses(one, other)
    assert not [effect for item in found for effect in item.effects if effect.effect == "confirmed"]


def test_a_story_from_which_another_differs_may_be_one_of_another_article(statuses):
    other = "Teachers at the school told a different story from Lena Marsh's. Its roof was repaired in May."
    assert disputes(statuses(CLAIM, other)) == ["Teachers at the school"]


def test_what_somebody_is_asked_to_take_back_is_not_taken_back(statuses):
    found = statuses(f"{CLAIM} Paul Stein demanded that she withdraw the claim.")
    assert not [effect for item in found for effect in item.effects]


@pytest.mark.parametrize(
    ("later", "by"),
    [
        ("Lena Marsh says the roof of the school has collapsed, which Paul Stein denies.", "Paul Stein"),
        ('Asked about Lena Marsh\'s claim that the roof had collapsed, Paul Stein said: "Nonsense."', "Paul Stein"),
        ('Builders of the roof answered Lena Marsh\'s claim. "Pure fantasy," said Paul Stein.', "Paul Stein"),
        ("Lena Marsh's story of the collapsed roof does not convince the builder Paul Stein.", "Paul Stein"),
        ("It is not true that the roof of the school has collapsed, the builder Paul Stein said.", "Paul Stein"),
        ("Paul Stein has distanced himself from Lena Marsh's claim that the roof had collapsed.", "Paul Stein"),
        ("Engineers measured the walls of the school. They saw no sign that the roof had collapsed.", "Engineers"),
        ("He did not share Lena Marsh's view of the roof of the school, the builder Paul Stein said.", "Paul Stein"),
    ],
)
def test_a_later_article_disputes_a_claim_that_it_only_names(statuses, later, by):
    assert set(disputes(statuses(CLAIM, later))) == {by}


def test_a_claim_that_nobody_is_named_against_is_disputed_by_nobody_in_particular(statuses):
    later = "Lena Marsh's claim that the roof of the school had collapsed is contested. It was repaired in May."
    assert disputes(statuses(CLAIM, later)) == [None]


def test_a_moral_judgement_of_what_happens_disputes_nothing(statuses):
    later = "It is wrong that the roof of the school collapsed, the builder Paul Stein said."
    assert not disputes(statuses(CLAIM, later))


@pytest.mark.parametrize(
    "answer",
    [
        "Paul Stein called her statement a hoax.",
        "Paul Stein labels that a myth.",
        "Paul Stein doubted the headmistress's word that the roof of the school had collapsed.",
    ],
)
def test_what_a_claim_is_called_may_be_a_noun_behind_it(statuses, answer):
    assert set(disputes(statuses(f"{CLAIM} {answer}"))) == {"Paul Stein"}


@pytest.mark.parametrize(
    "answer",
    [
        "Paul Stein dismissed as gossip the headmistress's story that the roof of the school had collapsed.",
        '"Not a word of that is true," Paul Stein said.',
        "Paul Stein said there was nothing to support her claim.",
        "Paul Stein had found nothing to confirm this claim.",
        "Paul Stein called this slander.",
        "Paul Stein thinks otherwise.",
        "Paul Stein would hear nothing of her statement.",
        "Paul Stein could not let her statement stand.",
        "Paul Stein set the headmistress right.",
        "Paul Stein blew holes in her account.",
        "Paul Stein judged this to be hogwash.",
        '"Her claim is old and has no basis," Paul Stein said.',
        "Paul Stein took aim at the Marsh version.",
    ],
)
def test_a_claim_is_disputed_in_roundabout_words(statuses, answer):
    assert set(disputes(statuses(f"{CLAIM} {answer}"))) == {"Paul Stein"}


@pytest.mark.parametrize(
    "answer",
    [
        "Paul Stein said there was nothing to support the ceiling.",
        '"Not a tile of that roof is new," Paul Stein said.',
        "Paul Stein called this school.",
        "Paul Stein let the ladder stand.",
        "Paul Stein set the clock right.",
        "Paul Stein heard nothing of the concert.",
        "Paul Stein called the liar.",
        '"The church is old and has no tower," Paul Stein said.',
    ],
)
def test_words_that_are_built_alike_dispute_nothing(statuses, answer):
    assert not disputes(statuses(f"{CLAIM} {answer}"))


@pytest.mark.parametrize("claim", ["The headmistress, Lena Marsh, said the roof of the school had collapsed.", CLAIM])
def test_a_claim_is_that_of_whoever_is_described_before_the_name(statuses, claim):
    later = "The roof of the school was repaired in May. Paul Stein rejected the headmistress's remarks."
    assert set(disputes(statuses(claim, later))) == {"Paul Stein"}


def test_whoever_sees_it_differently_from_somebody_disputes_their_claim(statuses):
    later = "The roof of the school was repaired in May. The builder Paul Stein sees it differently from Lena Marsh."
    assert set(disputes(statuses(CLAIM, later))) == {"Paul Stein"}


@pytest.mark.parametrize("of", ["said of Lena Marsh's claim", "replied to Lena Marsh's accusation"])
def test_what_is_said_of_a_claim_is_about_one_of_another_article(statuses, of):
    later = f'The roof of the school was repaired in May. "That is nonsense," the builder Paul Stein {of}.'
    assert set(disputes(statuses(CLAIM, later))) == {"Paul Stein"}


def test_the_claims_of_a_body_are_those_of_whoever_speaks_for_it(statuses):
    claim = "Lena Marsh, the spokeswoman of Orla Clinic, said the roof of the clinic had collapsed."
    later = "The builder Paul Stein rejected Orla Clinic's claim. He had repaired the roof of the clinic in May."
    assert set(disputes(statuses(claim, later))) == {"Paul Stein"}


def test_a_reply_that_is_spelled_out_is_about_the_only_claim_with_a_word_of_it(statuses):
    later = "Paul Stein disputes the school's version that its roof is gone. He repaired the roof of the school in May."
    assert set(disputes(statuses(CLAIM, later))) == {"Paul Stein"}
    other = "Nora Beck, a teacher, said the roof of the school was green."
    assert not disputes(statuses(CLAIM, other, later))


def test_two_words_of_one_sentence_dispute_a_claim_once(statuses):
    later = '"Lena Marsh\'s claim is a disgrace and has no basis in fact," Paul Stein said. The roof was repaired.'
    assert disputes(statuses(CLAIM, later)) == ["Paul Stein"]


@pytest.mark.parametrize("whom", ["the headmistress", "her", "Lena Marsh"])
def test_whoever_agrees_with_somebody_confirms_their_claim(statuses, whom):
    (claim, *_) = statuses(f"{CLAIM} The builder Paul Stein agreed with {whom}.")
    assert [(effect.effect, effect.by) for effect in claim.effects] == [("confirmed", "Paul Stein")]


def test_whoever_is_said_to_speak_for_it_speaks_for_the_body_that_was_the_subject(statuses):
    claim = "The union met in Orla. Its spokeswoman, Lena Marsh, said the roof of the clinic had collapsed."
    later = "The builder Paul Stein rejected the union's claim. He had repaired the roof of the clinic in Orla in May."
    assert set(disputes(statuses(claim, later))) == {"Paul Stein"}
    other = "Orla has a union. The spokeswoman Lena Marsh said the roof of the clinic had collapsed."
    assert not disputes(statuses(other, later))


def test_what_is_said_of_a_claim_by_its_name_is_not_about_the_claim_before_it(statuses):
    other = "Nora Beck, a teacher, said the door of the school was shut."
    reply = '"That is not the case," Paul Stein said of Lena Marsh\'s claim.'
    found = statuses(f"{CLAIM} {other} {reply}")
    disputed = [item.place.text for item in found if "disputed" in item.labels]
    assert disputed == ["the roof of the school had collapsed"]
    assert disputes(found) == ["Paul Stein"]


@pytest.mark.parametrize(
    "answer",
    [
        "Paul Stein took issue with what the headmistress said about the roof.",
        "Paul Stein begged to disagree with the headmistress.",
        'Nora Beck said it rained. "They are making it up," Paul Stein said of the headmistress\'s claim.',
    ],
)
def test_a_claim_is_that_of_whoever_says_it(statuses, answer):
    assert set(disputes(statuses(f"{CLAIM} {answer}"))) == {"Paul Stein"}


def test_a_noun_says_what_the_claim_of_another_article_is_about(statuses):
    later = "The school of Lena Marsh is shut. Paul Stein dismissed the tale of a collapsed roof."
    assert set(disputes(statuses(CLAIM, later))) == {"Paul Stein"}


def test_whoever_is_named_by_what_another_article_says_of_them_made_the_last_claim_here(statuses):
    first = "The school board met in Orla, the headmistress, Lena Marsh, said."
    later = "Marsh said the roof of the school in Orla had collapsed. Paul Stein doubts the headmistress's assertion."
    found = statuses(first, later)
    disputed = [item.place.text for item in found if "disputed" in item.labels]
    assert disputed == ["the roof of the school in Orla had collapsed"]


def test_a_word_for_what_is_said_means_no_figure_of_the_same_speaker(statuses):
    claim = "Lena Marsh said the roof of the school in Orla had collapsed. The school has 310 pupils, Marsh said."
    later = "The school in Orla has a new roof. Paul Stein took exception to Lena Marsh's remarks."
    found = statuses(claim, later)
    assert set(disputes(found, "collapsed")) == {"Paul Stein"}
    assert not disputes([item for item in found if item.kind == "figure"], "310")


def test_whoever_calls_it_nonsense_means_what_is_said_of_them(statuses):
    claim = (
        "Lena Marsh said the builder of the school in Orla had used rotten beams. Nora Beck said all pupils were safe."
    )
    later = "The school in Orla stays shut. The builder, Paul Stein, spoke of a malicious lie."
    assert set(disputes(statuses(claim, later), "rotten")) == {"Paul Stein"}
    assert not disputes(statuses(claim, later), "safe")
