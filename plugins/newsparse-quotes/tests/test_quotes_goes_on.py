"""Who spoke goes on speaking under a pronoun, and not whom the article names most or whom the words are about."""

from __future__ import annotations

import pytest

OFTEN = (
    "Mr. Peter Sand opened the quay at noon. Sand, a rich man, built it. Sand is proud of it. "
    "He lives beside it, and he owns the ferry.\n\n"
)


@pytest.fixture
def last(pipeline):
    """The speaker of the last quote in a text."""

    def found(text):
        speaker = pipeline(text).quotes[-1].speaker
        return speaker.name if speaker is not None else None

    return found


@pytest.mark.parametrize(
    "told",
    [
        "Ivan Novak, an engineer, also doubted Sand's figures.\n\n“The piles are rotten,” he said.",
        "Ivan Novak, an engineer, said that Sand's ferry was too heavy. He said the piles were rotten.",
        "Ivan Novak criticised Sand for his haste. But he said the quay could be saved.",
        "Ivan Novak said it was “not right” of Sand to open it.\n\n“The piles are rotten,” he said. “They will break.”",
    ],
)
def test_who_spoke_goes_on_and_not_whom_it_is_about(last, told):
    assert last(OFTEN + told) == "Ivan Novak"


def test_what_somebody_does_after_others_spoke_is_theirs(last):
    told = "Ivan Novak said that the piles were rotten. Sand shook his head. He said the quay was safe."
    assert last(OFTEN + told) == "Peter Sand"


@pytest.mark.parametrize(
    ("first", "second"),
    [("Hillary Frost", "Eric Vogel"), ("Neera Frost", "Justin Vogel"), ("Maggie Frost", "Ben Vogel")],
)
def test_a_question_put_to_a_man_is_not_answered_by_she(last, first, second):
    text = f"{first}, a member of the panel, asked {second} if the quay was safe. She said nobody knew."
    assert last(text) == first
