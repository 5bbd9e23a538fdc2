"""What somebody takes back or admits, what an article corrects, and who is shown to be right."""

from __future__ import annotations

import pytest

CLAIM = "Lena Marsh, the headmistress, said the roof of the school in Orla had collapsed."
OTHER = "Nora Beck, a teacher, said the door of the school in Orla was green."


def effects(found, words):
    """What is said of the claims with these words, and by whom."""
    claims = [item for item in found if words in item.place.text]
    assert claims
    return {(effect.effect, effect.by) for item in claims for effect in item.effects}


@pytest.mark.parametrize(
    "answer",
    [
        "Marsh later took back the remark.",
        "Marsh has since retracted it.",
        "Marsh now regrets it.",
        "Marsh has apologised for the first part.",
        "Marsh no longer believes that the roof had collapsed.",
        "Marsh no longer maintains that the roof of the school had collapsed.",
        "Marsh admitted that she had been wrong.",
        "Marsh conceded that she had been mistaken about the roof.",
        '"I was wrong," Marsh said.',
        "Marsh abandoned her claim that the roof had collapsed.",
        "Marsh conceded that her claim was wrong.",
        "Marsh admitted her statement had been false.",
    ],
)
def test_whoever_said_it_takes_it_back_whatever_others_said_since(statuses, answer):
    found = statuses(f"{CLAIM} {OTHER} {answer}")
    assert effects(found, "collapsed") == {("corrected", "Lena Marsh")}
    assert not effects(found, "green")


@pytest.mark.parametrize(
    "answer",
    [
        "Marsh took the tiles back.",
        "Marsh no longer works at the school.",
        "Marsh no longer says what she earns.",
        "Marsh has apologised for the delay.",
        "Marsh regretted that the school had to close.",
        "Marsh admitted that she had been ill.",
        "Marsh admitted that the builder had been wrong.",
        "Marsh left. She admitted that he had been wrong.",
        "Marsh left. She acknowledged that he had been mistaken about the roof.",
        "Marsh left. She conceded that they had been wrong.",
        "Marsh opened the second half of the match.",
    ],
)
def test_words_that_take_nothing_back(statuses, answer):
    assert "corrected" not in {effect for effect, _ in effects(statuses(f"{CLAIM} {OTHER} {answer}"), "collapsed")}


@pytest.mark.parametrize(
    ("later", "by"),
    [
        ("The roof of the school in Orla stands. Lena Marsh has withdrawn her claim.", "Lena Marsh"),
        ("The roof of the school in Orla stands. Lena Marsh, the headmistress, admitted that she was wrong.", None),
    ],
)
def test_what_is_taken_back_may_be_in_another_article(statuses, later, by):
    found = effects(statuses(CLAIM, later), "collapsed")
    assert found == {("corrected", by or "Lena Marsh")}


def test_of_two_claims_that_somebody_made_elsewhere_none_is_taken_back(statuses):
    both = f"{CLAIM} Marsh said the cellar of the school in Orla was flooded."
    found = statuses(both, "The school in Orla is open again. Lena Marsh has withdrawn her claim.")
    assert not effects(found, "collapsed")
    assert not effects(found, "flooded")


@pytest.mark.parametrize(
    "correction",
    [
        "The council corrected the length of the bridge in Orla to 96 metres from 69 metres.",
        "Correction: The bridge in Orla is 96 metres long, not 69 metres as we wrote.",
        "(Corrects the length of the bridge in Orla to 96 metres, not 69 metres)",
    ],
)
def test_the_figure_that_is_replaced_is_corrected_and_not_the_one_in_its_place(statuses, correction):
    found = statuses(correction)
    assert {effect for effect, _ in effects(found, "69")} == {"corrected"}
    assert not effects(found, "96")


def test_a_figure_that_is_only_raised_is_not_corrected(statuses):
    assert not effects(statuses("The council raised the height of the wall to 96 metres from 69 metres."), "69")


@pytest.mark.parametrize(
    "answer",
    [
        "A film of the roof proves her right.",
        "An engineer said the headmistress had it right.",
        "An engineer had established that Lena Marsh was right.",
        "The engineer Paul Stein said the same.",
    ],
)
def test_whoever_is_shown_to_be_right_is_confirmed(statuses, answer):
    assert "confirmed" in {effect for effect, _ in effects(statuses(f"{CLAIM} {answer}"), "collapsed")}


@pytest.mark.parametrize(
    "answer", ["Paul Stein wore the same coat.", "A nail has the right size.", "Paul Stein did not say the same."]
)
def test_other_words_for_same_and_right_confirm_nothing(statuses, answer):
    assert not effects(statuses(f"{CLAIM} {answer}"), "collapsed")


def test_what_a_colon_tells_behind_a_judgement_says_which_claim_is_right(statuses):
    both = f"{CLAIM} Marsh said the cellar of the school in Orla was flooded."
    found = statuses(f"{both} A film proves her right: the roof of the school had collapsed.")
    assert "confirmed" in {effect for effect, _ in effects(found, "the roof of the school in Orla had collapsed")}
    assert not effects(found, "flooded")


def test_admitting_to_be_wrong_confirms_nothing(statuses):
    found = statuses(f"{CLAIM} Lena Marsh has admitted that she was wrong about Nora Beck.", OTHER)
    assert "confirmed" not in {effect for item in found for effect in {one.effect for one in item.effects}}


def test_somebody_who_repeats_the_very_words_of_another_is_no_second_source(statuses):
    one = 'The school in Orla stays shut. "We hear the rain under the desks every single night," Lena Marsh said.'
    other = 'Rain again in Orla. "We hear the rain under the desks every single night," the cook, Paul Stein, said.'
    assert not effects(statuses(one, other), "desks")
