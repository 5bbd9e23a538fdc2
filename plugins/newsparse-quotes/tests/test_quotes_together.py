"""Words for those who were named together: "they", "the two", "the latter"; and people in the words that they say."""

from __future__ import annotations

import pytest


@pytest.fixture
def everybody(pipeline):
    """The names of everybody who says the last quote in a text, if they are known."""

    def found(text):
        document = pipeline(text)
        speaker = document.quotes[-1].speaker
        return [document.entity(name).name for name in (speaker.entity, *speaker.others) if name]

    return found


@pytest.mark.parametrize(
    "text",
    [
        "As for Ada Holt and Tom Varga, they say the quay will sink.",
        "Ada Holt and Tom Varga own two boats.\n\nThey said the quay would sink.",
        "Ada Holt and Tom Varga said the ferry was late.\n\nThey added that the quay would sink.",
        "The owners are Ada Holt, 30, and Tom Varga, 25. They said the quay would sink.",
        "Mayor Ada Holt and her guest Tom Varga “are shocked by the storm,” they said in a statement.",
        "Ada Holt and Tom Varga met at noon.\n\nThe two said the quay would sink.",
    ],
)
def test_two_people_named_together_speak_together(everybody, text):
    assert everybody(text) == ["Ada Holt", "Tom Varga"]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holt saw Tom Varga at noon.\n\nThey said the quay would sink.",
        "Ada Holt and Tom Varga met at noon. They shouted at Tom Varga that the quay would sink.",
        "Ada Holt and Tom Varga sold the quay, lawyers said. They said the quay would sink.",
        "Ada Holt and Tom Varga met two sailors. The sailors slept. They said the quay would sink.",
        "Ada Holt and Tom Varga met at noon. “The ferry is late,” said Ben Mills. They said the quay would sink.",
    ],
)
def test_others_are_not_taken_for_a_pair(everybody, text):
    assert everybody(text) != ["Ada Holt", "Tom Varga"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ada Holt called Tom Varga after the latter said the quay would sink.", "Tom Varga"),
        ("Tom Varga met Ada Holt at noon.\n\nThe latter said the quay would sink.", "Ada Holt"),
        (
            "Ada Holt wrote to the Lowmere Port Authority. The latter said the quay would sink.",
            "Lowmere Port Authority",
        ),
    ],
)
def test_the_latter_is_the_last_of_those_named(last, text, name):
    assert last(text) == (name, True)


def test_one_person_is_no_latter(last):
    assert last("Ada Holt came at noon. The latter said the quay would sink.")[1] is False


@pytest.mark.parametrize(
    "text",
    [
        "When Jane Reyes, 30, lit a lamp, sailors blew it out at her window, she said in an interview.",
        "The town was quiet. Ms. Reyes was saddened by how the race ended, she said.",
        "Tom Varga slept.\n\nMs. Reyes was saddened by how the race ended, she said.",
    ],
)
def test_people_are_named_in_what_they_say_of_themselves(last, text):
    assert last(text)[0].endswith("Reyes")


def test_who_is_named_in_marks_does_not_say_it(last):
    text = "The governor's race is open, after Tom Varga's speech. Ben Holt was “rude” to him, he said."
    assert last(text) == ("Tom Varga", True)


@pytest.mark.parametrize(
    "meeting",
    [
        "Tom Varga and Paul Kell met at noon.",
        "President Tom Varga met President Paul Kell at noon.",
        "Tom Varga, the president of Orla, met Paul Kell, the president of Larkmoor.",
        "Tom Varga spoke with Paul Kell by telephone.",
        "The president, Tom Varga, met the king, Paul Kell, at noon.",
        "Tom Varga and the king, Paul Kell, met at noon.",
        "Tom Varga held talks with Paul Kell on Monday.",
        "A meeting between Tom Varga and Paul Kell was held at noon.",
    ],
)
@pytest.mark.parametrize("said", ["He said the quay would be built.", "“The quay will be built,” he said."])
def test_it_stays_open_which_of_two_who_meet_speaks(last, meeting, said):
    assert last(f"{meeting} {said}") in {("He", False), ("he", False)}


@pytest.mark.parametrize(
    "before",
    [
        "Tom Varga and Ada Brook met at noon.",
        "“It is old,” Tom Varga said. He met Paul Kell at noon.",
        "“It is old,” Tom Varga said. Tom Varga met Paul Kell at noon.",
        "Tom Varga praised Paul Kell at noon.",
        "Tom Varga met the mayor at noon.",
    ],
)
def test_one_of_two_speaks_whom_the_text_sets_apart(last, before):
    assert last(f"{before} He said the quay would be built.") == ("Tom Varga", True)


@pytest.mark.parametrize(
    "said",
    [
        "The quarrel between Tom Varga and Paul Kell is not right, he said.",
        "President Tom Varga and Premier Paul Kell opened the quay after long talks, he said.",
        "Tom Varga or Paul Kell’s boats have been sold, he said.",
        "Tom Varga met Paul Kell on the quay, he added.",
    ],
)
def test_whoever_spoke_goes_on_about_two_others(last, said):
    assert last(f"The quay will sink, Martin Holt said.\n\n{said}") == ("Martin Holt", True)


@pytest.mark.parametrize(
    "before",
    ["The quay will sink, Ada Holt said.", "The quay will sink, a report said.", "The quay will sink."],
)
def test_it_stays_open_who_tells_of_two_where_nobody_fits(last, before):
    assert last(f"{before}\n\nTom Varga and Paul Kell opened the quay after long talks, he said.") == ("he", False)


def test_it_stays_open_which_of_two_speaks_after_another(last):
    text = "The quay will sink, Martin Holt said.\n\nTom Varga and Paul Kell met on Monday. He said it was safe."
    assert last(text) == ("He", False)
