"""Whose mouth words are not put in: two names side by side, whoever is excepted, makers who call goods back."""

from __future__ import annotations

import pytest

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse.testing import parsed
from newsparse_quotes.marks.stretches import Outer
from newsparse_quotes.speakers import Speakers

WHO = {
    "a subject before the frame": ("Tom Varga, Ada Brook said, had left the town.", "Ada Brook"),
    "a body before the frame": ("Lund Lines, Ada Brook warned, will close in May.", "Ada Brook"),
    "a text after the verb": ("Tom Varga, said the report, has left the town.", "the report"),
    "a statement after the verb": ("Ada Brook, noted the statement, was among the fastest.", "the statement"),
    "a body after the verb": ("Tom Varga, warned the Lowmere Council, will close the quay.", "Lowmere Council"),
    "a noun before whoever tells the court": ("The woman, Tom Varga told the court, was ill.", "Tom Varga"),
    "a body before whoever tells a paper": ("Police, Tom Varga told the Courier, had left.", "Tom Varga"),
    "an office after a name": ("Ada Brook, the minister said, is ill.", "the minister"),
    "an office that tells reporters": ("Ada Brook, the mayor told reporters, is ill.", "the mayor"),
    "an office that tells a court": ("Tom Varga, the judge told the court, was late.", "the judge"),
    "whoever a clause is about": ("Martin Kell, said Tom Varga, who was at sea, was ill.", "Tom Varga"),
    "a noun that a clause is about": ("Ada Brook, said the baker, who had seen her, was ill.", "the baker"),
    "an office between commas": ("Ada Brook, the mayor, said the quay, which is old, was lost.", "Ada Brook"),
    "the only subject": ("Tom Varga entered, said the quay was wet, and left.", "Tom Varga"),
    "whoever is sentenced": ("Sentencing Tom Varga, Judge Jane Holt said the theft was mean.", "Jane Holt"),
    "a speaker for a chief": (
        "“It may sink,” added a spokeswoman for harbour chief Tom Varga.",
        "a spokeswoman for harbour chief Tom Varga",
    ),
    "a lawyer for a mayor": (
        "A lawyer for Lowmere port chief Ada Brook said the quay was lost.",
        "A lawyer for Lowmere port chief Ada Brook",
    ),
    "a speaker for a body, named": ("“It may sink,” added the spokesman for Lund Lines Tom Varga.", "Tom Varga"),
    "a lawyer for a family, named": ("“It may sink,” added the lawyer for the family, Tom Varga.", "Tom Varga"),
    "a lawyer for several, named": ("“It may sink,” added the lawyer for the victims Tom Varga.", "Tom Varga"),
    "supporters of a member": (
        "Supporters of Democrat Ada Brook say the quay will sink.",
        "Supporters of Democrat Ada Brook",
    ),
    "critics of a member": (
        "On Monday, critics of Republican Tom Varga said the quay would sink.",
        "critics of Republican Tom Varga",
    ),
    "a group that some lead and others support": (
        "The press group, led by Minister Jane Holt and supported by Ada Varga, Eve Lund-Lee, and Paul Hale, "
        "is calling for her resignation.",
        "The press group, led by Minister Jane Holt and supported by Ada Varga, Eve Lund-Lee, and Paul Hale",
    ),
    "somebody with only a surname": ("A police officer surnamed Kell, 31, said the quay was lost.", "Kell"),
    "a surname after a comma": ("A harbour guard, surnamed Lund, asked her if the quay was lost.", "Lund"),
    "whoever some send and others back": (
        "The harbour master, Ada Brook, sent by Jane Holt and backed by Tom Varga, said the quay was lost.",
        "Ada Brook",
    ),
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
        "It wasn't Ada Brook who claimed the quay was lost.",
        "It was never Tom Varga who said the quay was lost.",
        "All but Ada Brook said the quay was lost.",
        "Everybody except Tom Varga said the boat was old.",
    ],
)
def test_whoever_is_excepted_has_not_said_it(pipeline, text):
    assert all(quote.speaker is None or quote.speaker.entity is None for quote in pipeline(text).quotes)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brook praised the new quay, considered the pride of the town.",
        "Ada Brook closed the north quay, considered the oldest in the region.",
        "Ada Brook met the sailors, described as friends of the mayor.",
        "Ada Brook left the harbour, regarded as the finest in Orla.",
    ],
)
def test_nobody_is_said_to_see_something_so(pipeline, text):
    assert pipeline(text).quotes[-1].speaker is None


@pytest.mark.parametrize("text", ["Ada Brook came and considered the quay a ruin.", "Ada Brook considered it a ruin."])
def test_whoever_sees_something_so_is_the_subject(pipeline, text):
    assert pipeline(text).quotes[-1].speaker.name == "Ada Brook"


@pytest.mark.parametrize("who", ["the police", "the union"])
def test_whoever_describes_somebody_is_not_the_one_described(pipeline, who):
    (quote,) = pipeline(f"Tom Varga met Ada Brook, described by {who} as a friend of the mayor.").quotes
    assert quote.speaker.name == who


@pytest.mark.parametrize("verb", ["did feel", "feels", "sounds"])
def test_it_feels_so_to_nobody(pipeline, verb):
    text = f"Lund Lines has a new boat. “It {verb} that nobody cares,” Ada Brook said."
    assert [quote.speaker.name for quote in pipeline(text).quotes] == ["Ada Brook"]


@pytest.mark.parametrize("heading", ["‘Thieves on our own land’", "‘A hole in the law’"])
def test_a_heading_in_marks_is_not_what_was_said_before(pipeline, heading):
    text = f"“It is a shame,” Ada Brook said.\n\n{heading}\n\nThe quay was sold in 2005 to Lund Lines."
    assert [quote.text for quote in pipeline(text).quotes] == ["It is a shame,"]


@pytest.mark.parametrize("rest", ["Tom Varga left on Monday.", "Paul Kell sold the quay in 2005."])
def test_a_heading_in_marks_is_not_given_to_whoever_does_something_after_it(pipeline, rest):
    found = pipeline(f"“It is a shame,” Ada Brook said.\n\n“The cost of delay”\n\n{rest}").quotes
    assert [quote.speaker.name for quote in found if quote.speaker is not None] == ["Ada Brook"]


def test_a_heading_in_marks_is_what_is_said_later(pipeline):
    text = (
        "“It is a shame,” Ada Brook said.\n\n‘A hole in the quay we need’\n\nThe quay was sold.\n\n"
        "“It is a hole in the quay we need,” said Tom Varga."
    )
    assert [quote.speaker.name for quote in pipeline(text).quotes] == ["Ada Brook", "Tom Varga", "Tom Varga"]


def test_a_sentence_in_marks_goes_on(pipeline):
    text = "“It is a shame,” Ada Brook said.\n\n“They are thieves on our own land.”\n\nThe quay was sold."
    assert [quote.speaker.name for quote in pipeline(text).quotes] == ["Ada Brook", "Ada Brook"]


TALKS = {
    "somebody without a name": ("an interview with a baker in Orla", "he", "he"),
    "a sailor": ("a talk with a sailor", "he", "he"),
    "somebody with a name": ("an interview with Paul Kell", "he", "Paul Kell"),
    "a letter from somebody": ("a letter from a woman", "she", "she"),
}


@pytest.mark.parametrize(("talk", "pronoun", "name"), TALKS.values(), ids=TALKS)
def test_who_speaks_in_a_talk(last, talk, pronoun, name):
    text = f"“It was late,” Tom Varga said.\n\nThe paper printed {talk} in which {pronoun} said the quay was safe."
    assert last(text) == (name, name == "Paul Kell")


@pytest.mark.parametrize("talk", ["an interview", "a speech at the university", "a letter to a sailor"])
def test_whoever_gives_a_talk_speaks_in_it(last, talk):
    assert last(f"Tom Varga gave {talk} in which he said the quay was safe.") == ("Tom Varga", True)


@pytest.mark.parametrize(
    "talk",
    ["a speech with jokes from Paul Kell", "an interview with photos by Paul Kell", "a talk with help from Paul"],
)
def test_whoever_gives_a_talk_with_something_of_anothers_speaks_in_it(last, talk):
    assert last(f"Tom Varga gave {talk} in which he said the quay was safe.") == ("Tom Varga", True)


@pytest.mark.parametrize("talk", ["gave an interview", "held a meeting", "had a conversation"])
def test_it_stays_open_which_of_two_speaks_in_their_talk(last, talk):
    assert last(f"Tom Varga {talk} with Paul Kell in which he said the quay was safe.") == ("he", False)


def test_whoever_is_told_says_nothing(pipeline):
    found = pipeline("Tom Varga, the mayor, told reporters, was ill.").quotes
    assert "reporters" not in {quote.speaker.name for quote in found if quote.speaker is not None}


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


BACKERS = [
    ("the", "DET", "det", 1),
    ("group", "NOUN", "nsubj", 5),
    ("backing", "NOUN", "acl", 1),
    ("Ada", "PROPN", "nsubj", 2),
    ("Brook", "PROPN", "flat", 3),
    ("said", "VERB", "root", 5),
]


def test_whom_a_group_backs_is_not_the_speaker():
    document = parsed(BACKERS, names={"Ada Brook": "Person"})
    found = Speakers(Tree(document), Outer([])).at(Span(0, document.text.index(" said"))).speaker
    assert (found.name, found.entity) == ("the group backing Ada Brook", None)
