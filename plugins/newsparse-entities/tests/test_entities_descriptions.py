"""Descriptions by a role that the article gave before, and whom pronouns cannot mean."""

from __future__ import annotations

import pytest

from newsparse.testing import attributed, parsed

TAGS = {
    "former": ("ADJ", "amod", "minister"),
    "minister": ("NOUN", None, None),
    "official": ("NOUN", None, None),
    "prelate": ("NOUN", None, None),
    "the": ("DET", None, None),
    "The": ("DET", None, None),
}
MEANT = {
    "a role after the name": ("{Nadia Holt:Person}, the minister, met {Simon Reyes:Person}.", "The minister left."),
    "a title": ("Minister {Nadia Holt:Person} met {Simon Reyes:Person}.", "The minister left."),
    "not the former one": (
        "{Nadia Holt:Person}, the minister, met a friend.",
        "{Simon Reyes:Person}, the former minister, left.",
        "The minister left.",
    ),
    "another noun for the role": ("Bishop {Nadia Holt:Person} met {Simon Reyes:Person}.", "The prelate left."),
    "an office for a kind of role": ("Minister {Nadia Holt:Person} met {Simon Reyes:Person}.", "The official left."),
}


@pytest.mark.parametrize("case", MEANT)
def test_a_description_means_the_person_introduced_so(read, case):
    result = read(*MEANT[case], tree=TAGS)
    start = len(result.document.text) - len(MEANT[case][-1])
    found = [item for item in result.document.mentions if item.span.start == start]
    assert [item.entity for item in found] == [result.entity("Nadia Holt").id]


@pytest.mark.parametrize(
    "sentences",
    [
        ("{Nadia Holt:Person}, the former minister, left.", "The minister spoke."),
        ("Minister {Nadia Holt:Person} met minister {Simon Reyes:Person}.", "The official left."),
    ],
    ids=["over", "two officials"],
)
def test_a_description_of_nobody_sure_stays_open(read, sentences):
    result = read(*sentences, tree=TAGS)
    start = len(result.document.text) - len(sentences[-1])
    named = {entity.id for entity in result.document.entities if entity.name in ("Nadia Holt", "Simon Reyes")}
    assert not [item for item in result.document.mentions if item.span.start == start and item.entity in named]


def test_nobody_calls_himself_by_his_name_in_his_own_words(extract):
    document = parsed("{Ann Dell:Person} told {Olga Strand:Person} to wait.", "She said {Strand:Person} had paid.")
    said = attributed(document.text, "She", "said", "Strand had paid")
    assert extract(document.with_layer("attributions", [said])).means("She") == "Ann Dell"


BODIES = {
    "named in between": (
        ("A charity left.", "{Wellkeepers International:Organization} grew.", "The charity left."),
        ["Wellkeepers International"],
    ),
    "of another kind": (("A charity left.", "The {Harrow Bank:Organization} grew.", "The charity left."), []),
}


@pytest.mark.parametrize(("sentences", "meant"), BODIES.values(), ids=BODIES)
def test_a_body_without_a_name_is_meant_only_where_no_named_one_fits(read, sentences, meant):
    result = read(*sentences, tree={"charity": ("NOUN", "nsubj", "left")})
    start = len(result.document.text) - len(sentences[-1])
    found = {item.entity for item in result.document.mentions if item.span.start == start}
    assert [entity.name for entity in result.document.entities if entity.id in found] == meant


def test_the_charity_is_the_only_body_named_in_the_last_sentences(read):
    tree = {"charity": ("NOUN", "nsubj", "left")}
    one = read("{Nadia Holt:Person} of {Tarnwell Now:Organization} spoke.", "The charity left.", tree=tree)
    assert one.means("The charity") == "Tarnwell Now"
    two = read("{Tarnwell Now:Organization} met {KLP:Organization}.", "The charity left.", tree=tree)
    assert "The charity" not in [mention.text for mention in two.document.mentions]


def test_a_body_whose_name_says_what_it_is_is_no_charity(read):
    tree = {"charity": ("NOUN", "nsubj", "left")}
    result = read("{Nadia Holt:Person} of {Tarn Hospital:Organization} spoke.", "The charity left.", tree=tree)
    assert "The charity" not in [mention.text for mention in result.document.mentions]


@pytest.mark.parametrize(
    ("body", "noun"),
    [
        ("Tarn Lines", "union"),
        ("Tarn Motors", "ministry"),
        ("AFP", "party"),
        ("Tarn Times", "club"),
        ("Tarn Inc", "ngo"),
    ],
)
def test_a_body_of_another_kind_is_not_meant(read, body, noun):
    tree = {noun: ("NOUN", "nsubj", "left")}
    result = read(f"{{Nadia Holt:Person}} of {{{body}:Organization}} spoke.", f"The {noun} left.", tree=tree)
    assert f"The {noun}" not in [mention.text for mention in result.document.mentions]


def test_the_teenager_is_the_only_person_of_the_sentence_before(read):
    tree = {"teenager": ("NOUN", "nsubj", "left")}
    assert read("{Nadia Holt:Person} won.", "The teenager left.", tree=tree).means("The teenager") == "Nadia Holt"
    two = read("{Nadia Holt:Person} met {Max Reyes:Person}.", "The teenager left.", tree=tree)
    assert "The teenager" not in [mention.text for mention in two.document.mentions]


def test_the_acronym_of_an_office_means_whoever_holds_it(read):
    result = read(
        "{Nadia Holt:Person}, the Harbour Chief Executive ({HCE:Organization}), spoke.", "The {HCE:Organization} left."
    )
    assert [mention.label for mention in result.document.mentions if mention.text == "HCE"] == ["Person"] * 2
    assert result.means("HCE", 1) == "Nadia Holt"


def test_the_acronym_of_a_body_is_its_name(read):
    result = read("The {Harbour Chief Council:Organization} ({HCC:Organization}) met.", "The {HCC:Organization} left.")
    assert result.names == ["Harbour Chief Council"]


def test_a_role_that_ends_a_headline_is_not_that_of_the_name_that_begins_the_next_line(read):
    result = read("Quay is safe: minister", "{Lowmere:Person} is quiet.", tree=TAGS, joint="\n\n")
    start = result.document.text.index("minister")
    meant = [item.entity for item in result.document.mentions if item.span.start == start]
    assert result.entity("Lowmere").id not in meant


def test_the_acronym_of_an_office_that_the_backend_takes_for_a_body_is_none(read):
    result = read("{Nadia Holt:Person} met the {Chief Harbour Commissioner:Organization} (CHC), Ada Brook.")
    assert "CHC" not in [item.text for item in result.document.mentions]
    result = read("{Nadia Holt:Person} met the {Chief Harbour Commission:Organization} (CHC).")
    assert "CHC" in [item.text for item in result.document.mentions]


def test_a_known_acronym_of_an_office_is_no_body_unless_it_is_in_brackets_after_one(read):
    result = read("Prime Minister {Nadia Holt:Person} spoke.", "The {PM:Organization} left.")
    assert result.means("PM") == "Nadia Holt"
    result = read("The {Party of Millers:Organization} ({PM:Organization}) met.", "The {PM:Organization} left.")
    assert result.names == ["Party of Millers"]


@pytest.mark.parametrize(
    "text",
    [
        "Jane Holt is the mayor. In a talk with Tom Varga, the mayor said it was late.",
        "Jane Holt is the mayor. In a speech, together with the head of the port, Tom Varga, the mayor was brief.",
        "Jane Holt is the mayor. After a talk with the bakers Paul Kell and Tom Varga, the mayor left.",
        "Jane Holt is the mayor. For Tom Varga, the mayor was a friend.",
    ],
)
def test_the_subject_after_a_name_is_somebody_else(meant, text):
    assert meant(text, "the mayor") == "Jane Holt"


@pytest.mark.parametrize(
    "text",
    [
        "Tom Varga, the mayor, said it was late.",
        "In a talk with Tom Varga, the mayor, Jane Holt said it was late.",
        "Jane Holt met Tom Varga, the mayor, and left.",
    ],
)
def test_a_description_after_a_name_is_of_the_name(meant, text):
    assert meant(text, "the mayor") == "Tom Varga"
