"""Descriptions that fit nobody by their noun: of whoever, or of the body that, the sentences before are about."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("who", ["The retired sailor", "The retired surgeon", "The former winger"])
@pytest.mark.parametrize(
    "before",
    [
        "Ben Holt has left the big halls.\n\nHolt is taking questions in a pub, and met Ada Brook there.\n\n",
        "At a rally, Ben Holt showed the crowd a film of Ada Brook.\n\n",
        "Ben Holt met Ada Brook. In public, he was calm.\n\n",
    ],
)
def test_whoever_is_the_subject_before_is_described(last, before, who):
    assert last(f"{before}{who} said the quay would sink.") == ("Ben Holt", True)


def test_whoever_is_addressed_in_the_words_does_not_speak(last):
    text = "Ben Holt met Ada Brook on Monday.\n\n“Madam Brook, let me help you,” the Liberal nominee said."
    assert last(text) == ("Ben Holt", True)


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("Ben Holt met Ada Brook. Jane Mills slept.\n\n", "The retired sailor"),
        ("Ben Holt saw a retired sailor fall off the quay.\n\n", "The retired sailor"),
        ("Ben Holt met Ada Brook.\n\n", "The deputy mayor"),
        ("Ben Holt met Ada Brook.\n\n", "The local resident"),
        ("Ben Holt met Ada Brook.\n\n", "The sailor"),
        ("Ben Holt met Ada Brook.\n\n", "The young widow"),
        ("Ben Holt was let go. He went home before", "the Kelby psychologist"),
        ("Ada Brook was there. Ben Holt spoke to Ada Brook. ", "The Kelby psychologist"),
    ],
)
def test_others_may_be_described(last, before, who):
    assert last(f"{before}{who} said the quay would sink.")[1] is False


def test_an_office_is_that_of_the_one_who_is_called_so_right_before(last):
    text = (
        "Senator Ada Brook sat down. Senator Ben Holt slept.\n\nAda Brook has left.\n\nThe senator said it would sink."
    )
    assert last(text) == ("Ada Brook", True)


@pytest.mark.parametrize(
    ("before", "who", "body"),
    [
        (
            "The Anti Fraud Bureau held a clerk of the port on Monday.\n\n",
            "the anti-graft body",
            "Anti Fraud Bureau",
        ),
        ("The Larkmoor Motors plant closed. Larkmoor Motors stopped work.\n\n", "the Danish firm", "Larkmoor Motors"),
        ("Larkmoor Motors, which buys from Orla Steel, stopped work.\n\n", "the Danish company", "Larkmoor Motors"),
        ("Two writers of the Larkmoor Daily are in jail.\n\n", "the newspaper", "Larkmoor Daily"),
        ("A man fell, said a Larkmoor Motors spokesman.\n\n", "the German group", "Larkmoor Motors"),
    ],
)
def test_the_one_body_that_acts_before_is_described(last, before, who, body):
    assert last(f"{before}In a letter, {who} said it was sorry.") == (body, True)


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("Larkmoor Motors and Orla Steel stopped work.\n\n", "the Danish company"),
        ("Larkmoor Motors bought a company in Kelby.\n\n", "the Danish company"),
        ("Larkmoor Motors stopped work.\n\n", "the parent company"),
        ("Larkmoor Motors stopped work.\n\n", "the company of sailors"),
        ("Larkmoor Motors stopped work.\n\n", "the new company"),
        ("The Harbour Safety Bureau stopped work.\n\n", "the medical body"),
        ("The Ministry of Ports stopped work.\n\n", "the Danish company"),
        ("Jane Mills wrote to Larkmoor Motors.\n\n", "the Danish company"),
    ],
)
def test_another_body_may_be_described(last, before, who):
    assert last(f"{before}In a letter, {who} said it was sorry.")[1] is False


@pytest.mark.parametrize("title", ["Majesty", "Royal Highness", "Excellency"])
def test_a_style_is_of_the_one_whose_name_has_it(last, title):
    text = f"His {title} Prince Orlo Tarn came to the quay. Admiral Ben Holt led him. His {title} said it would sink."
    assert last(text)[0].endswith("Orlo Tarn")


def test_a_style_of_two_is_left_open(last):
    text = "His Excellency Orlo Tarn met His Excellency Ben Holt. His Excellency said the quay would sink."
    assert last(text)[1] is False


@pytest.mark.parametrize("who", ["The Ohio Republican", "the Maine Republican", "The Republican"])
def test_a_state_before_the_party_is_that_of_who_spoke_last(last, who):
    text = f"Republican Sen. Ada Brook says the talk is loose. Democrat Ben Holt was away.\n\n{who} said so twice."
    assert last(text) == ("Ada Brook", True)


@pytest.mark.parametrize(
    ("before", "who", "name"),
    [
        ("Mayor Ada Brook met Minister Ben Holt.", "the town's mayor", "Ada Brook"),
        ("Ada Brook, a lawyer, saw Ben Holt.", "the suspect's lawyer", "Ada Brook"),
        ("Gov. Ada Brook was asked by Ben Holt.", "the governor", "Ada Brook"),
    ],
)
def test_an_owner_who_is_known_tells_nothing_more(last, before, who, name):
    assert last(f"{before} Rain fell.\n\nIt would sink, {who} said.") == (name, True)


def test_an_owner_by_name_is_another_one(last):
    assert last("Mayor Ada Brook met Minister Ben Holt. Rain fell.\n\nIt would sink, Kelby's mayor said.")[1] is False


@pytest.mark.parametrize(
    ("before", "bank"),
    [
        ("The Harrow Bank said on Monday that it had taken Kell Bank to court.\n\n", "Harrow Bank"),
        ("The Harrow Bank told Kell Bank to pay.\n\nIt will not wait.\n\n", "Harrow Bank"),
        ("The Harrow Bank said on Monday that it was sorry. Kell Bank closed two halls.\n\n", "Kell Bank"),
    ],
)
def test_a_body_that_is_only_told_of_does_not_speak_next(last, before, bank):
    assert last(f"{before}The bank said it wanted 40 million crowns.") == (bank, True)


@pytest.mark.parametrize(
    "told",
    [
        "was elected mayor of Lowmere in May",
        "became mayor of Lowmere in May",
        "is the mayor of Lowmere and met Ben Holt",
    ],
)
def test_an_office_is_of_whoever_a_clause_says_to_have_it(last, told):
    assert last(f"Ada Brook {told}. Rain fell.\n\nThe mayor said the quay would sink.") == ("Ada Brook", True)


def test_an_office_is_of_nobody_whom_a_clause_denies_it(last):
    text = "Ada Brook is not the mayor of Lowmere. Rain fell.\n\nThe mayor said the quay would sink."
    assert last(text)[1] is False


def test_who_gives_an_office_does_not_have_it(last):
    text = "Ada Brook made her friend mayor of Lowmere. Rain fell.\n\nThe mayor said the quay would sink."
    assert last(text)[1] is False


def test_somebodys_lawyer_is_the_only_one_who_is_called_so(last):
    text = "Ben Holt was held on Monday. Lawyer Ada Brook saw him. The judge slept.\n\nHis lawyer said it would sink."
    assert last(text) == ("Ada Brook", True)


def test_nobody_is_their_own_mother(last):
    text = "Ada Brook, a mother of two, came at noon. Rain fell.\n\nHer mother said the quay would sink."
    assert last(text)[1] is False


def test_the_speakers_own_lawyer_is_another_one(last):
    text = "Lawyer Ada Brook saw Ben Holt on Monday. “My lawyer says that the quay will sink,” Tom Varga said."
    assert last(text) != ("Ada Brook", True)
