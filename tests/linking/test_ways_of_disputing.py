"""More ways in which newsrooms say that somebody disputes a claim, and words built alike that dispute nothing."""

from __future__ import annotations

import pytest

from tests.linking.conftest import disputes

CLAIM = "Lena Marsh, the headmistress, said the roof of the school had collapsed."


@pytest.mark.parametrize(
    "answer",
    [
        "Paul Stein was of a different opinion.",
        "Paul Stein said the reverse was true.",
        "Paul Stein gave her claim short shrift.",
        "Paul Stein shook his head at that.",
        "Paul Stein has no time for that theory.",
        "Paul Stein took issue with the headmistress.",
        "Paul Stein had his doubts.",
        "Paul Stein was not so sure.",
        "Paul Stein pushed back.",
        "Paul Stein said she had got her facts wrong.",
        "Paul Stein called that a fairy tale.",
        "Paul Stein called the headmistress's claim a slur.",
        "Nonsense, says Paul Stein.",
        "Paul Stein denied wrongdoing.",
        "Paul Stein denied everything.",
        "Paul Stein denied all knowledge.",
        "Her claim cut no ice with Paul Stein.",
        "Her claim failed to convince Paul Stein.",
        "Her claim drew a denial from Paul Stein.",
    ],
)
def test_a_claim_is_disputed_in_the_idioms_of_newsrooms(statuses, answer):
    assert set(disputes(statuses(f"{CLAIM} {answer}"))) == {"Paul Stein"}


@pytest.mark.parametrize(
    "answer",
    [
        "Paul Stein was of a different party.",
        "The reverse of the coin was true gold, Paul Stein said.",
        "Paul Stein gave the boy a short ladder.",
        "Paul Stein shook his head in his sleep.",
        "Paul Stein has no time for lunch.",
        "Her dog was doubtful.",
        "The weather is doubtful.",
        "Paul Stein was so sure of the way.",
        "The opening was pushed back.",
        "Paul Stein got the soup wrong.",
        "Paul Stein called his boat Fairy Tale.",
        "Nonsense verse was read by Paul Stein.",
        "Paul Stein was denied everything he asked for.",
        "Paul Stein denied knowledge of the password.",
        "Paul Stein denied anything to the guests.",
        "Paul Stein denied everything that the paper had printed.",
        "Paul Stein rejected her claim for damages.",
        "A fake painting was called absurd by Paul Stein.",
        "Paul Stein failed to convince the jury of his skill.",
        "The film drew a rebuke from the church.",
        "Paul Stein carries weight in the party.",
    ],
)
def test_words_that_only_look_like_these_idioms_dispute_nothing(statuses, answer):
    assert not disputes(statuses(f"{CLAIM} {answer}"))


@pytest.mark.parametrize(
    "words",
    [
        "something that Paul Stein, the builder, has ruled out.",
        "a suggestion that Paul Stein called disgraceful.",
        "an allegation that Paul Stein has branded a fairy tale.",
        "a claim rejected by Paul Stein.",
        "a charge that Paul Stein denies.",
    ],
)
def test_a_noun_behind_a_claim_says_who_disputes_it(statuses, words):
    found = disputes(statuses(f"{CLAIM.removesuffix('.')}, {words}"))
    assert len(found) == 1
    assert "Paul Stein" in found[0]


@pytest.mark.parametrize(
    "words",
    [
        "a school that Paul Stein, the builder, has left.",
        "a roof that the builder Paul Stein called disgraceful.",
        "an allegation that the builder Paul Stein has branded a rival a liar.",
    ],
)
def test_a_noun_behind_a_claim_that_means_something_else_disputes_nothing(statuses, words):
    assert not disputes(statuses(f"{CLAIM.removesuffix('.')}, {words}"))


@pytest.mark.parametrize(
    "answer",
    [
        "Marsh's claim, which Paul Stein denies, was in the papers.",
        "Marsh's claim, rejected by Paul Stein, was in the papers.",
        "Marsh's charge, which Paul Stein called absurd, was in the papers.",
    ],
)
def test_a_clause_within_another_sentence_disputes_the_claim_that_its_noun_means(statuses, answer):
    assert set(disputes(statuses(f"{CLAIM} {answer}"))) == {"Paul Stein"}


def test_a_number_that_somebody_calls_fanciful_is_disputed(statuses):
    found = statuses("Lena Marsh spoke of 800 pupils, a number that Paul Stein called fanciful.")
    assert disputes(found, "800") == ["Paul Stein"]


@pytest.mark.parametrize(
    "answer",
    [
        "Paul Stein denied any such event.",
        '"There was no such thing," Paul Stein said.',
        "Paul Stein said nothing of the sort had happened.",
        "Paul Stein denied doing anything of the kind.",
    ],
)
def test_there_is_said_to_be_no_such_thing(statuses, answer):
    assert set(disputes(statuses(f"{CLAIM} {answer}"))) == {"Paul Stein"}


@pytest.mark.parametrize(
    "answer",
    [
        "Paul Stein had never seen such a crowd.",
        "There were no such rules for boats, Paul Stein said.",
        "Paul Stein rejected such offers.",
        "Paul Stein likes this sort of music.",
        "Nothing of the old mill was left, Paul Stein said.",
    ],
)
def test_such_a_thing_as_nobody_spoke_of_disputes_nothing(statuses, answer):
    assert not disputes(statuses(f"{CLAIM} {answer}"))


@pytest.mark.parametrize(
    "answer",
    ["Paul Stein denied that it rained in Kell.", "Paul Stein denied that they had eaten eels."],
)
def test_who_denies_something_else_does_not_dispute_the_claim_before(statuses, answer):
    assert not disputes(statuses(f"{CLAIM} {answer}"))


@pytest.mark.parametrize(
    "answer",
    [
        "Paul Stein denied what he called a plot.",
        "Paul Stein rejected what he described as bullying.",
        "Paul Stein condemned what he termed a scandal.",
    ],
)
def test_what_somebody_has_a_word_of_their_own_for_is_not_what_was_said_before(statuses, answer):
    assert not disputes(statuses(f"{CLAIM} {answer}"))


@pytest.mark.parametrize(
    "answer", ["rejected what she said", "disputed what Marsh claimed", "denied what the headmistress had alleged"]
)
def test_what_another_said_is_disputed_by_naming_who_said_it(statuses, answer):
    assert set(disputes(statuses(f"{CLAIM} Paul Stein {answer}."))) == {"Paul Stein"}


@pytest.mark.parametrize(
    ("claim", "answer", "thing"),
    [
        ("the flu was linked to the well", "rejects any such link", "linked"),
        ("the mill had a deal with the bank", "denied any such deal", "deal"),
        ("there was a leak at the dam", "denied such a leak", "leak"),
    ],
)
def test_of_several_claims_the_one_with_what_is_denied_is_meant(statuses, claim, answer, thing):
    found = statuses(f"Lena Marsh said {claim}. Nora Beck said the door was green. The ministry {answer}.")
    assert disputes(found, thing)
    assert not disputes(found, "green")


def test_the_last_claim_is_meant_where_none_has_what_is_denied(statuses):
    found = statuses(
        "Lena Marsh said the mill was old. Nora Beck said the door was green. Paul Stein denied any fault."
    )
    assert disputes(found, "green")


@pytest.mark.parametrize("answer", ["They denied this.", "They denied it on Monday.", "They deny this."])
def test_two_who_are_named_together_are_they(statuses, answer):
    found = statuses(f"Police say Paul Stein and Nora Beck broke the roof. {answer}")
    assert disputes(found, "broke") == ["Paul Stein"]


def test_two_who_say_something_together_do_not_deny_it(statuses):
    assert not disputes(statuses("Paul Stein and Nora Beck said the roof had collapsed. They denied this."))
