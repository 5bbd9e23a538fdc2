"""Doubts, claims that are spelled out to be rejected, and which claim or figure a noun means; what is none of these."""

from __future__ import annotations

import pytest

from tests.linking.conftest import disputes

CLAIM = "Lena Marsh, the headmistress, said the roof of the school had collapsed."
OTHER = "Nora Beck, a teacher, said the door of the school was green."


@pytest.mark.parametrize(
    "answer",
    [
        "Paul Stein was not so sure that the roof had collapsed.",
        "Paul Stein is doubtful that the roof of the school had collapsed.",
        "Paul Stein has doubts about the roof.",
        "Paul Stein does not believe in the collapsed roof.",
        "Paul Stein thinks little of her claim that the roof had collapsed.",
        "Paul Stein made light of her story.",
        "Paul Stein saw no truth in the tale that the roof had collapsed.",
        "Paul Stein would not accept what the headmistress said about the roof.",
    ],
)
def test_doubt_of_what_was_said_or_of_a_thing_that_was_spoken_of(statuses, answer):
    assert set(disputes(statuses(f"{CLAIM} {answer}"))) == {"Paul Stein"}


@pytest.mark.parametrize(
    "answer",
    [
        "Paul Stein was not sure whether the roof had collapsed.",
        "Paul Stein told friends about the roof.",
        "Paul Stein has doubts about the weather.",
        "Paul Stein makes benches that do not match the desks.",
        "Paul Stein said that it was just too much for him.",
        "Paul Stein said there was a lot more to learn.",
        "Behind the school lies a past that Paul Stein knows.",
        "Paul Stein was questioned for a day over the same allegations.",
        '"Why is the door shut?" Paul Stein questioned.',
        "Paul Stein said the door was shut so that nobody came in.",
        "Paul Stein said it was impossible to climb up there.",
        "People who hold different views met Paul Stein.",
        "The storm denied Paul Stein much-needed sleep.",
    ],
)
def test_words_of_doubt_about_anything_else_dispute_nothing(statuses, answer):
    assert not disputes(statuses(f"{CLAIM} {answer}"))


@pytest.mark.parametrize("verb", ["rejected", "disputed", "denied"])
def test_a_claim_that_somebody_spells_out_to_reject_it_is_that_of_whoever_made_it(statuses, verb):
    found = statuses(
        f"The builder Paul Stein {verb} the headmistress's claim that the roof of the school had collapsed."
    )
    assert {item.labels for item in found} == {frozenset({"reported", "disputed"})}


def test_the_last_claim_whose_verb_goes_with_the_noun_is_meant(statuses):
    text = (
        "Lena Marsh complained that the roof of the school had collapsed. Nora Beck said the door was green. "
        "Paul Stein rejected the complaint."
    )
    found = statuses(text)
    assert set(disputes(found)) == {"Paul Stein"}
    assert not disputes(found, "green")


@pytest.mark.parametrize("noun", ["the number named by the council", "the figure that the council had mentioned"])
def test_a_figure_is_that_of_whoever_gives_it(statuses, noun):
    found = statuses(
        "The council said the school in Orla had 310 pupils. Lena Marsh said it had 24 classes.",
        f"The school in Orla is shut. The builder Paul Stein disputes {noun}.",
    )
    assert set(disputes([item for item in found if item.kind == "figure"], "310")) == {"Paul Stein"}
    assert not disputes([item for item in found if item.kind == "figure"], "24")


def test_a_figure_beside_the_reply_is_not_what_it_is_about(statuses):
    found = statuses(f"{CLAIM} The builder, who has 40 workers, denied that the roof had collapsed.")
    assert not disputes([item for item in found if item.kind == "figure"], "40")


def test_a_general_denial_is_about_what_was_said_right_before(statuses):
    found = statuses(f"{CLAIM} {OTHER} The builder Paul Stein denied that any door had been touched.")
    assert set(disputes(found, "door")) == {"Paul Stein"}
    assert not disputes(found)


@pytest.mark.parametrize("reply", ['"Not true," said Paul Stein.', '"Nonsense," Paul Stein said.'])
def test_an_exclamation_is_not_about_what_was_said_two_sentences_before(statuses, reply):
    assert set(disputes(statuses(f"{CLAIM} {reply}"))) == {"Paul Stein"}
    assert not disputes(statuses(f"{CLAIM} The school has been sold. {reply}"))


def test_a_noun_that_says_what_is_counted_means_no_other_figure(statuses):
    found = statuses("The council said the school has 24 classes. Paul Stein disputed the turnout.")
    assert not disputes(found, "24")


@pytest.mark.parametrize("verb", ["undermined", "supported", "challenged"])
def test_verbs_that_may_be_about_anything_need_a_noun_for_a_claim(statuses, verb):
    assert not [effect for item in statuses(f"{CLAIM} Paul Stein {verb} that.") for effect in item.effects]
    assert [effect for item in statuses(f"{CLAIM} Paul Stein {verb} that claim.") for effect in item.effects]


def test_of_two_people_of_one_family_name_the_one_who_is_named_made_the_claim(statuses):
    other = "Anna Marsh, a teacher, said the door of the school was green."
    found = statuses(f"{CLAIM} {other}", "The school is shut. The builder Paul Stein rejected Anna Marsh's claim.")
    assert set(disputes(found, "green")) == {"Paul Stein"}
    assert not disputes(found)
