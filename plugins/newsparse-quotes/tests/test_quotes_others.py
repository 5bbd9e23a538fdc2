"""Somebody else is named beside the speaker: whoever is told, shares an office, is quoted, or gave a picture."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "told",
    ["Judge Robert M. Levy in court on Monday", "Senator Jane Holt on Monday", "Mayor Ada Brook in Lowmere"],
)
def test_whoever_is_told_does_not_speak(last, told):
    text = f"Rafael Varga pleaded guilty. “I abused my position,” Mr. Varga, 72, told {told}."
    assert last(text) == ("Rafael Varga", True)


@pytest.mark.parametrize(
    "content",
    [
        "He found the rhymes that none of us had and he made them sing",
        "He took what we had and he gave it to the world",
    ],
)
def test_nobody_calls_himself_he_in_his_own_words(last, content):
    text = (
        "Archie Brook sang here for forty years, and he was loved.\n\n"
        "Survivor Ian Varga said he was shaken. “It was a grey day,” Mr Varga said.\n\n"
        f"Archie wrote a hundred songs. He lived in Lowmere.\n\n“{content},” he said."
    )
    assert last(text) == ("Ian Varga", True)


@pytest.mark.parametrize(
    ("office", "own"),
    [("Commodities Minister", "commodities minister"), ("Trade Minister", "trade minister")],
)
def test_a_minister_of_another_field_is_named_later(said, office, own):
    text = (
        "Orlan Finance Minister Tom Varga said the country was stable. “It is,” he said.\n\n"
        f"Meanwhile, Orla’s {own} on Tuesday warned that exports would fall.\n\n"
        f"In a statement, Orla’s {office} Zura Holt said her ministry was ready."
    )
    assert [name for _, name in said(text)] == ["Tom Varga", "Tom Varga", "Zura Holt", "Zura Holt"]


def test_a_minister_of_another_field_who_is_not_named_stays_open(last):
    text = "Orlan Finance Minister Tom Varga said the country was stable. The trade minister warned that it was not."
    assert last(text) == ("The trade minister", False)


@pytest.mark.parametrize("called", ["his Lebanese counterpart Bassam Holt", "Lebanese Interior Minister Bassam Holt"])
def test_the_minister_of_another_country_is_the_one_named_with_it(last, called):
    text = (
        f"Interior Minister Mazen Varga of Jordan met {called} on Monday. Varga reviewed the work of his police. "
        "“Such attempts fail,” the minister said.\n\nThe Lebanese minister said that his country was calm."
    )
    assert last(text) == ("Bassam Holt", True)


def test_whoever_quotes_somebody_goes_on(last):
    text = (
        "Abel Sorin, who speaks for the committee, said on Friday that General Lodar warned of dangers.\n\n"
        "“We should make use of it,” Sorin quoted Lodar as saying.\n\n"
        "The legislator told reporters that the general had left."
    )
    assert last(text) == ("Abel Sorin", True)


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("The bill has the support of the Larkmoor, Lowmere and Tollen District Councils, and", "Crown Law"),
        ("Regarding the dispute that involves politicians like Quay Party leader Tom Varga and Brook,", "Jane Holt"),
    ],
)
def test_a_list_before_the_subject_does_not_speak(last, before, speaker):
    who = "political commentator Jane Holt" if speaker == "Jane Holt" else speaker
    assert last(f"{before} {who} said it does not breach the law.") == (speaker, True)


@pytest.mark.parametrize("word", ["Photo", "Picture", "Image"])
def test_a_credit_is_no_quote(said, word):
    text = f"Houses and the skyline of Lowmere are pictured earlier this month. {word}: Bloomberg\n\nIt rained."
    assert said(text) == []


@pytest.mark.parametrize("who", ["Harbour Minister, Tom Varga", "Secretary of Energy, Tom Varga", "Mayor Tom Varga"])
def test_an_office_and_a_name_right_after_the_marks_speak(last, who):
    text = f'"The high share of wind is a clear sign that the work must continue with more force," {who}.'
    assert last(text) == ("Tom Varga", True)


def test_a_paragraph_goes_on_with_the_name_right_after_the_marks_before(last):
    text = (
        "“It fell,” said Ada Brook, winner of the race.\n\n"
        "“The dry months have hit every village. We saw few cases,” Ben Lokol, a nurse in Larkmoor.\n\n"
        "“With the support of the city, we have done our work, but the challenge has been the rain.”"
    )
    assert last(text) == ("Ben Lokol", True)


@pytest.mark.parametrize(
    "text",
    [
        "It goes without saying that the presence of the state would help.",
        "She left the room without saying that the quay had sunk.",
    ],
)
def test_what_is_not_said_is_no_quote(said, text):
    assert said(text) == []


@pytest.mark.parametrize("participle", ["accusing them of fraud", "blaming them for the loss of the ships"])
def test_nobody_accuses_them_who_is_meant_by_them(last, participle):
    text = (
        "The quay collapsed. The owners of the boats filed complaints against the harbour's chief Tom Varga and his "
        f"deputy Martin Kell in May, {participle}."
    )
    assert last(text) == ("The owners of the boats", False)


@pytest.mark.parametrize("description", ["the Democratic front-runner", "the GOP nominee"])
def test_a_member_of_another_party_does_not_speak(last, description):
    own = "Conservative" if "GOP" in description else "Republican"
    text = (
        f"{own} candidate Donald Varga took to the talk shows. “It is a shame,” he said. Mr. Varga spoke on Sunday "
        f"after {description} had said that he was a danger."
    )
    assert last(text) != ("Donald Varga", True)


def test_a_member_of_the_party_speaks(last):
    text = "Senator Ada Brook, a Republican, said the quay was safe. The Republican senator said it would not sink."
    assert last(text) == ("Ada Brook", True)
