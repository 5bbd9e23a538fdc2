"""What a backend got wrong: no tree, mention or sentence makes the extractor fail or break its promises."""

from __future__ import annotations

import random
from pathlib import Path

import attrs
import pytest

import newsparse
from newsparse.model import Mention, Span
from newsparse.testing import check_extractor, distorted, parsed, written
from newsparse_entities.plugin import newsparse_extractors


@pytest.fixture(scope="module")
def documents():
    """Every fourth of the texts of ``stories.txt`` with the names, descriptions and pronouns that are found there."""
    blocks = Path(__file__).with_name("stories.txt").read_text("utf-8").partition("\n")[2].strip().split("\n\n")
    texts = [block.splitlines()[0].replace("¶", "\n\n") for block in blocks[::4]]
    found = newsparse.load("en", extractors=["entities"]).pipe(texts)
    return [attrs.evolve(item, layers=tuple(at for at in item.layers if at.name != "entities")) for item in found]


@pytest.mark.parametrize("seed", range(6))
def test_the_extractor_keeps_its_promises_whatever_a_backend_gives(documents, seed):
    draw = random.Random(seed)
    (extractor,) = newsparse_extractors()
    check_extractor(extractor, [distorted(document, draw) for document in documents])


@pytest.mark.parametrize("seed", range(6))
def test_no_title_is_so_odd_that_the_extractor_fails(documents, extract, seed):
    draw = random.Random(seed)
    for document in documents:
        found = extract(distorted(document, draw), distorted(draw.choice(documents), draw)).document
        assert all(document.cut(item.span) == item.text for item in found.entities)


LABELS = ["Person", "Organization", "Location", "NORP", "Misc"]


def marked(text, words):
    """A document by rule in which some words are marked as names of these classes."""
    spans = {Span(text.index(word), text.index(word) + len(word)): label for word, label in words.items()}
    return written(text).with_layer("mentions", [Mention.make(text, at, label=label) for at, label in spans.items()])


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Kell's sailors left.", "'s"),  # a possessive alone
        ("They read '' and left.", "'"),  # a quotation mark behind another
        ("Mr. \nBrook left.", "\n"),  # a blank behind a title
        ("Of Orla they spoke, the Duchess", "Orla"),  # the second word, behind "of"
        ("She is Duchess of\n", "\n"),  # no word at all, behind "of"
    ],
)
def test_a_mention_of_part_of_a_word_or_of_none_fails_nothing(extract, text, word, label):
    document = marked(text, {word: label})
    assert extract(document).document.text == text
    assert extract(document, document).document.text == text


def test_a_name_beside_a_blank_that_is_marked_as_a_person_fails_nothing(extract):
    tree = {"Zorvan": ("PROPN", "nsubj", "left"), "Kellik": ("PROPN", "flat", "Zorvan"), "left": ("VERB", "root", None)}
    document = parsed("Zorvan Kellik left.", tree=tree)
    blank = Mention.make(document.text, Span(6, 7), label="Person")
    assert extract(document.with_layer("mentions", [blank])).document.text == document.text


def test_a_title_with_no_part_of_a_name_is_nobody(extract):
    for words in (",", "Md", "'s"):
        body = parsed(f"{{Ada Brook:Person}} left. {{{words}:Person}} fell.")
        for title in (parsed(f"{{{words}:Person}} left"), parsed("{Ada:Person} left"), parsed("{Brook:Person} left")):
            assert "Ada Brook" in extract(body, title).names


@pytest.mark.parametrize("label", ["Date", "Misc", "Person"])
def test_an_age_that_is_marked_as_a_name_is_given_once(extract, label):
    text = "Ada Brook, 34, left early. The 34 - year - old fell."
    document = marked(text, {"Ada Brook": "Person", "The 34 - year - old": label})
    ids = [item.id for item in extract(document).document.mentions]
    assert sorted(ids) == sorted(set(ids))
    assert extract(document).document.entities[0].name == "Ada Brook"


@pytest.mark.parametrize(
    ("text", "words"),
    [("Then Storm Zora hit.", ("Storm Zora", "Zora")), ("The Duke of Tarn left.", ("Duke of Tarn", "Tarn"))],
)
def test_a_name_that_is_marked_with_and_without_its_kind_is_given_once(extract, text, words):
    document = marked(text, dict(zip(words, ("Misc", "Location"), strict=True)))
    assert [item.text for item in extract(document).document.mentions] == [words[0]]


FERRIES = "Kell Ferries Ltd sank. The company closed."


def described(extract, start, end, head):
    """The mentions where the ferries are a name, and a backend marks some letters as a description with this head."""
    given = Mention.make(FERRIES, Span(start, end), label="Organization", form="nominal", head=head)
    document = marked(FERRIES, {"Kell Ferries Ltd": "Organization"})
    return extract(document.with_layer("mentions", [*document.mentions, given])).document.mentions


def test_a_description_with_an_odd_head_is_given_once(extract):
    start = FERRIES.index("The")
    found = described(extract, start, start + len("The company"), Span(start, start + len("The")))
    assert [item.text for item in found] == ["Kell Ferries Ltd", "The company"]


def test_letters_inside_a_word_are_no_description(extract):
    start = FERRIES.index("pan")
    found = described(extract, start, start + 3, None)
    assert [item.text for item in found if item.entity] == ["Kell Ferries Ltd", "The company"]


def test_a_row_of_roles_may_go_on_for_pages(read):
    found = read("{Ada Brook:Person}, " + "founder, " * 3000 + "baker and chairman of {Kell:Organization}, left.")
    assert set(found.roles("Ada Brook")) >= {"founder"}
