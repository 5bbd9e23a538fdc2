"""Descriptions as sources: names inside them, nouns for anybody, and what quotes inside quotes leave as it was."""

from __future__ import annotations

import attrs
import pytest

from newsparse.model import Mention, Span
from newsparse.syntax import Tree
from newsparse.testing import parsed, written
from newsparse_quotes.marks.stretches import Outer
from newsparse_quotes.speakers import Speakers


def place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


POLICE = [
    ("Additional", "ADJ", "amod", 6),
    ("DIG", "PROPN", "compound", 6),
    ("Ada", "PROPN", "compound", 6),
    ("Brook", "PROPN", "compound", 6),
    ("of", "ADP", "case", 6),
    ("Lowmere", "PROPN", "compound", 6),
    ("police", "NOUN", "nsubj", 7),
    ("said", "VERB", "root", 7),
]
SUPPORTERS = [
    ("Ada", "PROPN", "compound", 2),
    ("Brook", "PROPN", "flat", 0),
    ("supporters", "NOUN", "nsubj", 3),
    ("said", "VERB", "root", 3),
]
FORMER = [
    ("former", "ADJ", "amod", 6),
    ("Sen.", "NOUN", "compound", 6),
    ("Ada", "PROPN", "compound", 6),
    ("Brook", "PROPN", "compound", 6),
    (",", "PUNCT", "punct", 6),
    ("a", "DET", "det", 6),
    ("Democrat", "NOUN", "nsubj", 7),
    ("said", "VERB", "root", 7),
]


@pytest.mark.parametrize(
    ("words", "name"), [(POLICE, "Ada Brook"), (FORMER, "Ada Brook"), (SUPPORTERS, "Ada Brook supporters")]
)
def test_a_name_after_titles_alone_is_the_speaker_whatever_the_tree(words, name):
    document = parsed(words, names={"Ada Brook": "Person"})
    source = Span(0, document.text.index(" said"))
    assert Speakers(Tree(document), Outer([])).at(source).speaker.name == name


OFFICIAL = [
    ("Ada", "PROPN", "nsubj", 1),
    ("laughed", "VERB", "root", 1),
    (".", "PUNCT", "punct", 1),
    ("Tom", "PROPN", "nsubj", 4),
    ("spoke", "VERB", "root", 4),
    (".", "PUNCT", "punct", 4),
    ("The", "DET", "det", 7),
    ("official", "NOUN", "nsubj", 8),
    ("spoke", "VERB", "root", 8),
]


@pytest.mark.parametrize(("noun", "name"), [("official", "Tom"), ("judge", "Ada")])
def test_the_official_is_whoever_spoke_last(noun, name):
    rows = [(noun if row[0] == "official" else row[0], *row[1:]) for row in OFFICIAL]
    document = parsed(rows, names={"Ada": "Person", "Tom": "Person"})
    source = place(document.text, f"The {noun}")
    ada = next(entity for entity in document.entities if entity.name == "Ada")
    linked = Mention.make(document.text, source, label="Person", form="nominal", entity=ada.id)
    document = document.with_layer("mentions", [*document.mentions, linked])
    entities = [attrs.evolve(e, mentions=(*e.mentions, linked.id)) if e is ada else e for e in document.entities]
    speakers = Speakers(Tree(document.with_layer("entities", entities)), Outer([]))
    speakers.at(place(document.text, "Tom"))
    assert speakers.at(source).speaker.name == name
    assert speakers.at(source).speaker.name == name


def test_a_source_with_another_name_in_it_is_not_whoever_spoke_last():
    document = written("Ada Brook said no. The baker of Kell, Tom Varga said so.", names={"Ada Brook": "Person"})
    speakers = Speakers(Tree(document), Outer([]))
    speakers.at(Span(0, 9))
    assert speakers.at(place(document.text, "The baker of Kell, Tom Varga")).speaker.entity is None


def test_it_is_not_what_a_quote_inside_a_quote_names():
    document = written("The council said a survey shows no. It said yes.", names={"The council": "Organization"})
    speakers = Speakers(Tree(document), Outer([]))
    outer = speakers.at(place(document.text, "The council")).speaker
    speakers.inside(place(document.text, "a survey"), outer, spoken=False)
    assert speakers.at(place(document.text, "It")).speaker.name == "The council"


BODIES = [
    ("Lund Lines said the quay would sink. The company said nobody cared.", "Lund Lines"),
    (
        "The Lowmere Sailors' Association said it was late. “Nobody cares,” the group said.",
        "Lowmere Sailors' Association",
    ),
    ("Ada Brook said the quay would sink. The company said nobody cared.", "The company"),
    ("The Ministry of Trade said the quay would sink. The company said nobody cared.", "The company"),
]


@pytest.mark.parametrize(("text", "name"), BODIES, ids=[text[:40] + text[-30:] for text, _ in BODIES])
def test_the_company_is_the_body_that_spoke_last_if_it_can_be_one(said, text, name):
    assert said(text)[-1][1] == name


NAMED_BESIDE_BODIES = [
    "Harbour Lights Agency (HLA) Director-General Lin Mei-hua (林美華) said the quay was old.",
    "Taipei Harbour Authority director Lin Mei-hua (林美華) said the quay was old.",
    "Secretary-General of the Council for the Harbours and Lights of the North (CHL) Dr. Lin Mei-hua came "
    "to Lowmere on Friday.\n\nCHL Secretary-General said the quay was old.",
]


@pytest.mark.parametrize(
    "text", NAMED_BESIDE_BODIES, ids=["a name in another script", "no acronym", "an office far away"]
)
def test_who_holds_an_office_speaks_and_not_the_body(said, text):
    assert said(text)[-1][1] == "Lin Mei-hua"


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("Former Orla Gov. Tom Varga left early.", "former three-term governor"),
        ("Orla mayor Tom Varga left early.", "two-term mayor"),
        ("Olympic champion Tom Varga left early.", "five-time Olympic champion"),
        ("Tom Varga, the champion of Orla, left early.", "two-time champion"),
    ],
)
def test_how_often_somebody_was_that_is_no_other_office(pipeline, before, words):
    speaker = (
        pipeline(f"{before}\n\n“It is over,” Ada Holt said.\n\nThe {words} said the quay would sink.")
        .quotes[-1]
        .speaker
    )
    assert (speaker.name, speaker.entity is not None) == ("Tom Varga", True)


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("Orla mayor Tom Varga left early.", "two-term governor"),
        ("Orla mayor Tom Varga met Lowmere mayor Paul Kell.", "two-term mayor"),
        ("Orla mayor Tom Varga left early.", "two mayors"),
        ("Former Orla mayor Tom Varga left early.", "two-term mayor"),
        ("Part-time mayor Tom Varga met full-time mayor Paul Kell.", "first-time mayor"),
    ],
)
def test_another_who_was_that_as_often_stays_open(pipeline, before, words):
    speaker = (
        pipeline(f"{before}\n\n“It is over,” Ada Holt said.\n\nThe {words} said the quay would sink.")
        .quotes[-1]
        .speaker
    )
    assert speaker.entity is None
