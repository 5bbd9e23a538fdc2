"""Full names of people that the model left unmarked."""

from __future__ import annotations

import pytest

from newsparse.testing import parsed
from newsparse_entities.mentions.unmarked import unmarked_chambers, unmarked_people
from newsparse_entities.reading import Reading


def name(*words: str, at: int, head: int, relation: str) -> list[tuple[str, str, str, int]]:
    """The rows of a name whose first word is at ``at`` and hangs on ``head``."""
    first, *rest = words
    return [(first, "PROPN", relation, head), *((word, "PROPN", "flat", at) for word in rest)]


FOUND = {
    "a given name": (
        [
            ("Voters", "NOUN", "nsubj", 1),
            ("like", "VERB", "root", -1),
            *name("Anna", "Quellin", at=2, head=1, relation="obj"),
        ],
        ["Anna Quellin"],
    ),
    "three words": (
        [
            ("They", "PRON", "nsubj", 1),
            ("met", "VERB", "root", -1),
            *name("John", "Q.", "Tarn", at=2, head=1, relation="obj"),
        ],
        ["John Q. Tarn"],
    ),
    "at the beginning": (
        [*name("Maria", "Oduya", at=0, head=2, relation="nsubj"), ("won", "VERB", "root", -1)],
        ["Maria Oduya"],
    ),
    "after a title": (
        [
            ("Mrs", "PROPN", "compound", 1),
            *name("Maria", "Oduya", at=1, head=3, relation="nsubj"),
            ("won", "VERB", "root", -1),
        ],
        ["Maria Oduya"],
    ),
    "no given name": (
        [
            ("They", "PRON", "nsubj", 1),
            ("met", "VERB", "root", -1),
            *name("Zorquin", "Tarn", at=2, head=1, relation="obj"),
        ],
        [],
    ),
    "the last word of a place": (
        [
            ("They", "PRON", "nsubj", 1),
            ("left", "VERB", "root", -1),
            *name("Anna", "Street", at=2, head=1, relation="obj"),
        ],
        [],
    ),
    "part of a longer name": (
        [
            ("They", "PRON", "nsubj", 1),
            ("met", "VERB", "root", -1),
            ("Zorquin", "PROPN", "compound", 3),
            *name("Anna", "Tarn", at=3, head=1, relation="obj"),
        ],
        [],
    ),
    "one word each": (
        [
            ("They", "PRON", "nsubj", 1),
            ("told", "VERB", "root", -1),
            ("Anna", "PROPN", "iobj", 1),
            ("Tarn", "PROPN", "obj", 1),
        ],
        [],
    ),
}


@pytest.mark.parametrize(("rows", "expected"), FOUND.values(), ids=FOUND)
def test_a_full_name_without_a_mention_is_a_person(rows: list[tuple[str, str, str, int]], expected: list[str]) -> None:
    found = unmarked_people(Reading(parsed(rows)), [])
    assert [(item.text, item.label) for item in found] == [(text, "Person") for text in expected]


def test_whoever_is_called_by_the_last_word_elsewhere_needs_no_given_name() -> None:
    rows = [
        ("They", "PRON", "nsubj", 1),
        ("met", "VERB", "root", -1),
        *name("Zorquin", "Tarn", at=2, head=1, relation="obj"),
    ]
    document = parsed(rows, "{Tarn:Person} left.")
    assert [item.text for item in unmarked_people(Reading(document), document.mentions)] == ["Zorquin Tarn"]


def test_a_name_of_which_a_mention_has_a_part_stays_as_it_is() -> None:
    rows = [
        ("They", "PRON", "nsubj", 1),
        ("met", "VERB", "root", -1),
        *name("Anna", "Tarn", at=2, head=1, relation="obj"),
    ]
    document = parsed(rows, names={"Tarn": "Person"})
    assert unmarked_people(Reading(document), document.mentions) == []


CHAMBERS = {
    "alone": ([("Congress", "PROPN", "nsubj", 1), ("met", "VERB", "root", -1)], ["Congress"]),
    "with an article": (
        [("The", "DET", "det", 1), ("Senate", "PROPN", "nsubj", 2), ("voted", "VERB", "root", -1)],
        ["Senate"],
    ),
    "part of a longer name": (
        [
            ("Ada", "PROPN", "root", -1),
            ("spoke", "VERB", "root", -1),
            ("on", "ADP", "case", 4),
            ("Parliament", "PROPN", "compound", 4),
            ("Hill", "PROPN", "obl", 1),
        ],
        [],
    ),
    "of a role": (
        [
            ("A", "DET", "det", 1),
            ("member", "NOUN", "root", -1),
            ("of", "ADP", "case", 3),
            ("Parliament", "PROPN", "nmod", 1),
        ],
        [],
    ),
    "written small": ([("A", "DET", "det", 1), ("senate", "NOUN", "nsubj", 2), ("voted", "VERB", "root", -1)], []),
}


@pytest.mark.parametrize(("rows", "expected"), CHAMBERS.values(), ids=CHAMBERS)
def test_a_chamber_without_a_mention_is_a_body(rows: list[tuple[str, str, str, int]], expected: list[str]) -> None:
    found = unmarked_chambers(Reading(parsed(rows)), [])
    assert [(item.text, item.label) for item in found] == [(text, "Organization") for text in expected]
