"""Names in the title of an article: whom they mean, and which of them the article never gives in full."""

from __future__ import annotations

import attrs
import pytest

from newsparse.model import Meta, TitlePassage
from newsparse.serial import dumps, loads
from newsparse.testing import parsed

QUITS = "{Nadia Holt:Person} quits as mayor"
HOLT = "{Holt:Person} said that she was tired."


def named(result):
    """The entities with the words that name them in the title."""
    return {item.name: item.in_title.text if item.in_title else None for item in result.document.entities}


def test_somebody_named_in_full_only_in_the_title_has_that_name(read):
    result = read(HOLT, title=QUITS)
    entity = result.entity("Nadia Holt")
    assert entity.in_title == TitlePassage(0, 10, "Nadia Holt")
    assert (entity.text, entity.aliases) == ("Holt", ("Holt",))
    assert result.means("she") == "Nadia Holt"


def test_a_name_in_capitals_is_written_as_names_are(read):
    result = read(HOLT, title="{NADIA HOLT:Person} QUITS AS MAYOR")
    assert named(result) == {"Nadia Holt": "NADIA HOLT"}


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("{Nadia Holt:Person} and {Martin Holt:Person} quit", HOLT),
        (QUITS, "{Martin Holt:Person} left. {Holt:Person} said that he was tired."),
        (QUITS, "Mr. {Holt:Person} said that he was tired."),
        (QUITS, "{Reyes:Person} said that she was tired."),
        (QUITS, "{Holt:Location} is a town."),
        ("{Holt:Person} quits as mayor", "{Nadia Holt:Person} and {Martin Holt:Person} left."),
    ],
    ids=["two in the title", "another in the article", "a man", "another surname", "a place", "two in the article"],
)
def test_nobody_has_a_name_from_the_title_that_two_could_have_or_that_does_not_fit(read, title, text):
    assert set(named(read(text, title=title)).values()) == {None}


def test_a_surname_in_the_title_means_the_only_person_who_has_it(read):
    result = read("{Nadia Holt:Person} met {Tomas Varga:Person}.", title="{Holt:Person} quits as mayor")
    assert named(result) == {"Nadia Holt": "Holt", "Tomas Varga": None}


def test_a_title_that_is_also_the_first_line_changes_no_name(read):
    both = read(QUITS, HOLT, joint="\n\n", title=QUITS).document
    alone = read(QUITS, HOLT, joint="\n\n").document
    assert both.entity(both.entities[0].id).in_title == TitlePassage(0, 10, "Nadia Holt")
    assert [attrs.evolve(item, in_title=None) for item in both.entities] == list(alone.entities)
    assert both.mentions == alone.mentions


@pytest.mark.parametrize(
    ("title", "text", "names"),
    [
        ("{Kell Rope Works:Organization} cuts jobs", "{Kell Rope:Organization} agreed.", {"Kell Rope Works": 15}),
        ("{Kell Rope Works:Organization} cuts jobs", "{KRW:Organization} agreed.", {"Kell Rope Works": 15}),
        ("{KRW:Organization} cuts jobs", "{Kell Rope Works:Organization} agreed.", {"Kell Rope Works": 3}),
        ("{KELL ROPE WORKS:Organization} CUTS JOBS", "{Kell Rope:Organization} agreed.", {"Kell Rope": 15}),
        ("{Kell Rope:Organization} and {Kell Ink:Organization} merge", "{Kell:Organization} agreed.", {"Kell": None}),
    ],
    ids=["beginning", "initials", "initials in the title", "capitals", "two in the title"],
)
def test_a_body_has_its_full_name_from_the_title(read, title, text, names):
    found = {item.name: item.in_title and item.in_title.end for item in read(text, title=title).document.entities}
    assert found == names


def test_a_name_in_the_title_tells_the_class_of_a_shorter_one(read):
    text = "{Holt:Location} was tired."
    tree = {"Holt": ("PROPN", "nsubj", "tired"), "tired": ("ADJ", "root", None)}
    assert [item.label for item in read(text, tree=tree).document.entities] == ["Location"]
    rope = "{Kell:Location} said that its board met. {Kell:Location} said no."
    tree = {"Kell": ("PROPN", "nsubj", "said"), "said": ("VERB", "root", None)}
    found = read(rope, tree=tree, title="{Kell Rope Works:Organization} cuts jobs").document.entities
    assert [(item.name, item.label) for item in found] == [("Kell Rope Works", "Organization")]


def test_words_of_the_title_are_written_and_read_again(read):
    document = attrs.evolve(read(HOLT, title=QUITS).document, meta=Meta(title=parsed(QUITS).text))
    assert loads(dumps(document)) == document
