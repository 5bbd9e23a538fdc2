"""Whose mouth words are not put in: two names side by side, whoever is excepted, makers who call goods back."""

from __future__ import annotations

import pytest

WHO = {
    "a subject before the frame": ("Tom Varga, Ada Brook said, had left the town.", "Ada Brook"),
    "a body before the frame": ("Lund Lines, Ada Brook warned, will close in May.", "Ada Brook"),
    "whoever is sentenced": ("Sentencing Tom Varga, Judge Jane Holt said the theft was mean.", "Jane Holt"),
    "whoever is described": ("Ada Brook, the mayor of Lowmere, said the quay was lost.", "Ada Brook"),
}


@pytest.mark.parametrize(("text", "name"), WHO.values(), ids=WHO)
def test_who_speaks_of_two_side_by_side(pipeline, text, name):
    (quote,) = pipeline(text).quotes
    assert quote.speaker.name == name


@pytest.mark.parametrize(
    "text",
    [
        "It was not Ada Brook who said the quay was lost.",
        "All but Ada Brook said the quay was lost.",
        "Everybody except Tom Varga said the boat was old.",
    ],
)
def test_whoever_is_excepted_has_not_said_it(pipeline, text):
    assert all(quote.speaker is None or quote.speaker.entity is None for quote in pipeline(text).quotes)


def test_an_aside_with_a_title_is_no_speaker_after_the_subject(pipeline):
    text = "The song, as the title suggests, is sad. Tom Varga said it was his last."
    assert [quote.text for quote in pipeline(text).quotes][-1] == "it was his last"


@pytest.mark.parametrize(
    "text", ["Lund Motors recalled 3,000 cars over faulty brakes.", "The maker recalled 40,000 toys in May."]
)
def test_goods_that_are_called_back_are_not_told(pipeline, text):
    assert not pipeline(text).quotes


def test_what_somebody_remembers_is_told(pipeline):
    assert [quote.cue.text for quote in pipeline("Ada Brook recalled how the quay had sunk.").quotes] == ["recalled"]
