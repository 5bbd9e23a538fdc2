"""Speakers have colours that tell them apart where they are near each other."""

from __future__ import annotations

import time

from newsparse.view.colours import hues


def test_speakers_have_a_colour_each_in_the_order_of_their_first_words():
    assert hues(["ada", "bo", "ada", "cy"], 8) == {"ada": 0, "bo": 1, "cy": 2}


def test_those_who_share_a_colour_speak_far_apart():
    voices = ["ada", "bo", "cy", "dee", *["ada", "bo"] * 4, "eve", "ada"]
    found = hues(voices, 4)
    assert (found["eve"], found["cy"]) == (2, 2)


def test_two_who_take_turns_never_share_one_however_many_spoke_before():
    voices = [*(f"voice {number}" for number in range(20)), *["ada", "bo"] * 10]
    found = hues(voices, 8)
    assert found["ada"] != found["bo"]


def test_nobody_needs_no_colour():
    assert hues([], 8) == {}


def test_ten_thousand_speakers_take_little_time():
    started = time.perf_counter()
    assert len(hues([f"voice {number % 5000}" for number in range(10_000)], 8)) == 5000
    assert time.perf_counter() - started < 5
