"""Lists of voices: a line with a name, and under it what that person says."""

from __future__ import annotations

import pytest

HEAD = "The new ferry has been in the port for a week."
SAID = ["It will sink, and nobody has looked at its bolts.", "I would sail on it to the end of the world."]
LINES = {
    "ages and jobs": ("Ruth Mills, 34, teacher", "Oskar Doon, 51, sailor"),
    "names alone": ("Ruth Mills", "Oskar Doon"),
    "firms": ("Ruth Mills, Kelby Partners", "Oskar Doon (Harbour Bank)"),
}


@pytest.mark.parametrize("case", LINES)
@pytest.mark.parametrize("dash", ["", "– ", "• "])
def test_those_named_above_words_in_marks_say_them(said, case, dash):
    lines = [f"{name}\n\n{dash}“{words}”" for name, words in zip(LINES[case], SAID, strict=True)]
    assert said("\n\n".join([HEAD, *lines])) == [((SAID[0],), "Ruth Mills"), ((SAID[1],), "Oskar Doon")]


def test_one_person_may_say_several_paragraphs(said):
    lines = ["Ruth Mills", f"“{SAID[0]}”", f"“{SAID[1]}”", "Oskar Doon", "“I have no view of it at all.”"]
    assert [name for _, name in said("\n\n".join([HEAD, *lines]))] == ["Ruth Mills", "Ruth Mills", "Oskar Doon"]


def test_names_below_words_in_marks_are_not_taken_for_those_of_the_next(said):
    lines = [f"“{SAID[0]}”", "Ruth Mills, teacher", f"“{SAID[1]}”", "Oskar Doon, sailor"]
    assert (SAID[1], "Ruth Mills") not in [(words[0], name) for words, name in said("\n\n".join([HEAD, *lines]))]


@pytest.mark.parametrize("line", ["Ruth Mills sails the ferry", "Ruth Mills:", "Ruth Mills and her ferry."])
def test_a_line_that_says_more_than_who_it_is_begins_no_list(pipeline, line):
    text = f"{HEAD}\n\n{line}\n\n“{SAID[0]}”\n\nOskar Doon sails too.\n\n“{SAID[1]}”"
    assert all(item.rule != "name-line" for quote in pipeline(text).quotes for item in quote.evidence)
