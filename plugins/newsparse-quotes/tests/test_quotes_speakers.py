"""Speakers: the head of the source decides, pronouns mean who spoke last, and the entity gives title and role."""

from __future__ import annotations

import attrs
import pytest

from newsparse.model import Affiliation, Document, Entity, Mention, Passage, Span
from newsparse.syntax import Tree
from newsparse.testing import parsed, written
from newsparse_quotes.marks.stretches import Outer
from newsparse_quotes.speakers import Speakers


def speaker(document: Document, words: str):
    start = document.text.index(words)
    return Speakers(Tree(document), Outer([])).at(Span(start, start + len(words))).speaker


AIDE = [
    ("an", "DET", "det", 1),
    ("aide", "NOUN", "nsubj", 5),
    ("to", "ADP", "case", 3),
    ("Ada", "PROPN", "nmod", 1),
    ("Brook", "PROPN", "flat", 3),
    ("said", "VERB", "root", 5),
]
BESIDE = [
    ("the", "DET", "det", 1),
    ("mayor", "NOUN", "nsubj", 4),
    ("Ada", "PROPN", "appos", 1),
    ("Brook", "PROPN", "flat", 2),
    ("said", "VERB", "root", 4),
]
FIRM = [
    ("Lanternfield", "PROPN", "nsubj", 4),
    ("which", "PRON", "nsubj", 2),
    ("owns", "VERB", "acl:relcl", 0),
    ("Kell", "PROPN", "obj", 2),
    ("said", "VERB", "root", 4),
]


def test_somebody_described_by_a_name_is_not_that_person():
    found = speaker(parsed(AIDE, names={"Ada Brook": "Person"}), "an aide to Ada Brook")
    assert (found.name, found.entity, found.kind) == ("an aide to Ada Brook", None, "unnamed")


def test_a_name_beside_a_description_is_the_speaker():
    found = speaker(parsed(BESIDE, names={"Ada Brook": "Person"}), "the mayor Ada Brook")
    assert (found.name, found.kind) == ("Ada Brook", "person")


CALLED = {
    "a person with letters after the name": (
        [("the", "DET", "det", 3), ("honourable", "NOUN", "compound", 3), ("Ada", "PROPN", "compound", 3)],
        [("MP", "PROPN", "nsubj", 4), ("said", "VERB", "root", 4)],
        {"Ada": "Person"},
        "Ada",
    ),
    "a body called by its name": (
        [("a", "DET", "det", 1), ("group", "NOUN", "nsubj", 4), ("called", "VERB", "acl", 1)],
        [("Quaywatch", "PROPN", "xcomp", 2), ("said", "VERB", "root", 4)],
        {"Quaywatch": "Organization"},
        "Quaywatch",
    ),
    "a body after a noun for bodies": (
        [("state", "NOUN", "compound", 1), ("broadcaster", "NOUN", "nsubj", 3)],
        [("Lantern", "PROPN", "nsubj", 3), ("said", "VERB", "root", 3)],
        {"Lantern": "Organization"},
        "Lantern",
    ),
    "a body after a noun for people": (
        [("state", "NOUN", "compound", 1), ("lawyers", "NOUN", "nsubj", 3)],
        [("Lantern", "PROPN", "nsubj", 3), ("said", "VERB", "root", 3)],
        {"Lantern": "Organization"},
        None,
    ),
}


@pytest.mark.parametrize("case", CALLED)
def test_a_name_that_the_tree_does_not_tie_to_the_source_says_who_it_is(case):
    first, last, names, name = CALLED[case]
    document = parsed([*first, *last], names=names)
    words = document.text.removesuffix(" said")
    found = speaker(document, words)
    entities = {entity.id: entity.name for entity in document.entities}
    assert entities.get(found.entity or "") == name


def test_a_body_with_a_clause_about_it_is_the_speaker():
    found = speaker(
        parsed(FIRM, names={"Lanternfield": "Organization", "Kell": "Organization"}), "Lanternfield which owns Kell"
    )
    assert (found.name, found.kind) == ("Lanternfield", "organisation")


def test_a_pronoun_means_who_spoke_last_and_not_who_was_named_last():
    document = written(
        "Ada Brook laughs. Her father, Tom Brook, died. She says so.",
        names={"Ada Brook": "Person", "Tom Brook": "Person"},
    )
    speakers = Speakers(Tree(document), Outer([]))
    speakers.at(Span(0, 9))
    start = document.text.index("She")
    assert speakers.at(Span(start, start + 3)).speaker.name == "Ada Brook"


def test_a_pronoun_is_nobody_of_the_other_gender():
    text = "Ada Brook laughs. Mr. Varga died. She says so."
    document = written(text, names={"Ada Brook": "Person", "Varga": "Person"})
    titled = [attrs.evolve(e, titles=("Mr.",)) if e.name == "Varga" else e for e in document.entities]
    start = text.index("She")
    assert speaker(document.with_layer("entities", titled), "She").name == "Ada Brook"
    assert speaker(document, "She").mention.span == Span(start, start + 3)


def test_a_pronoun_is_nobody_whom_the_text_calls_by_another():
    text = "Ada Brook laughs. Varga said he fell. She says so."
    document = written(text, names={"Ada Brook": "Person", "Varga": "Person"})
    varga = next(entity for entity in document.entities if entity.name == "Varga")
    start = text.index("he fell")
    he = Mention.make(text, Span(start, start + 2), label="Person", form="pronoun", entity=varga.id)
    called = document.with_layer("mentions", sorted([*document.mentions, he], key=lambda item: item.span.start))
    assert speaker(called, "She").name == "Ada Brook"
    assert speaker(document, "She").name == "Varga"


@pytest.mark.parametrize("title", ["Dr.", "Ms"])
def test_title_role_and_affiliation_come_from_the_entity(title):
    text = f"{title} Ada Brook, head of research at Lanternfield, said so."
    place = {words: Span(text.index(words), text.index(words) + len(words)) for words in (title, "head of research")}
    document = written(text, names={"Ada Brook": "Person", "Lanternfield": "Organization"})
    body = next(e for e in document.entities if e.name == "Lanternfield")
    role = Affiliation(role=Passage(place["head of research"], "head of research"), organisation=body.id)
    entities: list[Entity] = [
        attrs.evolve(e, affiliations=(role,)) if e.name == "Ada Brook" else e for e in document.entities
    ]
    mentions: list[Mention] = [
        attrs.evolve(m, title=Passage(place[title], title)) if m.text == "Ada Brook" else m for m in document.mentions
    ]
    document = document.with_layer("entities", entities).with_layer("mentions", mentions)
    found = speaker(document, "Ada Brook")
    assert (str(found.title), str(found.role), str(found.affiliation)) == (title, "head of research", "Lanternfield")
    assert speaker(document, "Lanternfield").role is None


def test_it_is_the_document_that_spoke_before():
    text = "The report says so. It warns of floods."
    speakers = Speakers(Tree(written(text, names={})), Outer([]))
    speakers.at(Span(0, 10))
    found = speakers.at(Span(20, 22)).speaker
    assert (found.name, found.kind, str(found.mention), found.reason) == ("The report", "document", "It", "pronoun")


def test_it_is_nobody_where_only_a_person_spoke():
    text = "Ada Brook says so. It warns of floods."
    speakers = Speakers(Tree(written(text, names={"Ada Brook": "Person"})), Outer([]))
    speakers.at(Span(0, 9))
    assert speakers.at(Span(19, 21)).speaker.entity is None


def test_a_comma_after_the_source_is_not_part_of_it():
    text = "A survey of sailors, published last week, found so."
    found = Speakers(Tree(written(text)), Outer([])).at(Span(0, text.index(" found"))).speaker
    assert str(found.mention) == "A survey of sailors, published last week"


ROLE = [
    ("the", "DET", "det", 1),
    ("head", "NOUN", "nsubj", 6),
    ("of", "ADP", "case", 3),
    ("Kell", "PROPN", "nmod", 1),
    ("Ada", "PROPN", "flat", 3),
    ("Brook", "PROPN", "flat", 4),
    ("said", "VERB", "root", 6),
]


def test_a_name_that_ends_a_role_is_the_speaker():
    assert speaker(parsed(ROLE, names={"Ada Brook": "Person"}), "the head of Kell Ada Brook").name == "Ada Brook"


def test_a_name_before_another_noun_is_not_the_speaker():
    rows = [("Ada", "PROPN", "compound", 2), ("Brook", "PROPN", "flat", 0), ("aides", "NOUN", "nsubj", 3), ROLE[6]]
    rows[3] = ("said", "VERB", "root", 3)
    assert speaker(parsed(rows, names={"Ada Brook": "Person"}), "Ada Brook aides").entity is None


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("A survey of ships, published last week", "A survey of ships"),
        ("doctors, nurses and porters", "doctors, nurses and porters"),
        ("officials", "officials"),
    ],
)
def test_a_description_is_named_without_what_a_comma_adds(source, name):
    found = speaker(Document(text=f"{source} said no."), source)
    assert (found.name, found.mention.text) == (name, source)


@pytest.mark.parametrize(
    ("source", "kind"),
    [("A new poll", "record"), ("Police records", "record"), ("A letter", "document"), ("A pollster", "unnamed")],
)
def test_polls_and_records_are_a_kind_of_their_own(source, kind):
    assert speaker(Document(text=f"{source} said so."), source).kind == kind


def said(document: Document, *sources: str, content: str = ""):
    """The speakers of several sources in turn, the last one of ``content``."""
    speakers = Speakers(Tree(document), Outer([]))
    text, found, start = document.text, None, 0
    for words in sources:
        start = text.index(words, start)
        place = text.index(content) if content else 0
        found = speakers.at(Span(start, start + len(words)), [Span(place, place + len(content))] if content else [])
        start += len(words)
    return found.speaker


NAMED_LAST = [
    ("the", "DET", "det", 1),
    ("head", "NOUN", "nsubj", 7),
    ("of", "ADP", "case", 3),
    ("Kell", "PROPN", "nmod", 1),
    (",", "PUNCT", "punct", 5),
    ("Ada", "PROPN", "dep", 7),
    ("Brook", "PROPN", "flat", 5),
    ("said", "VERB", "root", 7),
]


def test_a_name_after_a_comma_that_ends_the_source_is_the_speaker_whatever_the_tree():
    document = parsed(NAMED_LAST, names={"Ada Brook": "Person", "Kell": "Organization"})
    assert speaker(document, "the head of Kell, Ada Brook").name == "Ada Brook"


def test_nobody_calls_themselves_by_name():
    text = "Tom Varga nodded. Rhys Brook sat down. He said Tom Varga slept."
    document = written(text, names={"Tom Varga": "Person", "Rhys Brook": "Person"})
    found = said(document, "Rhys Brook", "He", content="Tom Varga slept")
    assert found.name == "Rhys Brook"


def test_they_are_the_group_that_spoke_before():
    document = written("Two sailors said no. They said nobody cared.", names={})
    found = said(document, "Two sailors", "They")
    assert (found.name, str(found.mention)) == ("Two sailors", "They")


def test_she_is_not_the_council():
    document = written("Ada Brook said no. The council said yes. She said no.", names={"Ada Brook": "Person"})
    assert said(document, "Ada Brook", "The council", "She").name == "Ada Brook"


OFFICE = [
    ("Mayor", "NOUN", "compound", 1),
    ("Brook", "PROPN", "nsubj", 2),
    ("came", "VERB", "root", 2),
    (".", "PUNCT", "punct", 2),
    ("The", "DET", "det", 5),
    ("mayor", "NOUN", "nsubj", 6),
    ("said", "VERB", "root", 6),
    ("no", "INTJ", "obj", 6),
]


@pytest.mark.parametrize(("article", "name"), [("The", "Brook"), ("A", "A mayor")], ids=["known", "not known"])
def test_an_office_is_the_person_whom_the_text_calls_so(article, name):
    rows = [*OFFICE[:4], (article, *OFFICE[4][1:]), *OFFICE[5:]]
    assert speaker(parsed(rows, names={"Brook": "Person"}), f"{article} mayor").name == name


SOURCE = [
    ("the", "DET", "det", 1),
    ("senior", "ADJ", "amod", 2),
    ("source", "NOUN", "nsubj", 3),
    ("said", "VERB", "root", 3),
    ("so", "ADV", "advmod", 3),
]
ECHO = [
    ("the", "DET", "det", 2),
    ("Echo", "PROPN", "compound", 2),
    ("newspaper", "NOUN", "nsubj", 3),
    ("said", "VERB", "root", 3),
    ("so", "ADV", "advmod", 3),
]


def test_a_source_that_is_not_named_is_nobody_whom_the_text_names():
    words = [
        ("Source", "NOUN", "compound", 1),
        ("Brook", "PROPN", "nsubj", 2),
        ("left", "VERB", "root", 2),
        *_after(SOURCE),
    ]
    found = speaker(parsed(words, names={"Brook": "Person"}), "the senior source")
    assert (found.name, found.entity) == ("the senior source", None)


@pytest.mark.parametrize(("middle", "name"), [("news", "Echo"), ("health", "the Echo health agency")])
def test_a_body_of_a_body_is_not_called_by_its_name(middle, name):
    rows = [ECHO[0], ("Echo", "PROPN", "compound", 3), (middle, "NOUN", "compound", 3)]
    document = parsed(
        [*rows, ("agency", "NOUN", "nsubj", 4), ("said", "VERB", "root", 4)], names={"Echo": "Organization"}
    )
    assert speaker(document, f"the Echo {middle} agency").name == name


@pytest.mark.parametrize(("label", "name"), [("Organization", "Echo"), ("Person", "the Echo newspaper")])
def test_the_name_of_a_body_before_its_kind_is_the_speaker(label, name):
    assert speaker(parsed(ECHO, names={"Echo": label}), "the Echo newspaper").name == name


def _after(rows, shift=3):
    """Rows that follow ``shift`` others."""
    return [(word, upos, relation, head + shift) for word, upos, relation, head in rows]


JUDGE = [("the", "DET", "det", 1), ("judge", "NOUN", "nsubj", 2), ("said", "VERB", "root", 2)]


@pytest.mark.parametrize(("title", "name"), [("lawyer", "the judge"), ("judge", "Ada Brook"), ("", "the judge")])
def test_who_spoke_last_is_not_the_holder_of_another_office(title, name):
    rows = [("Ada", "PROPN", "nsubj", 2), ("Brook", "PROPN", "flat", 0), ("spoke", "VERB", "root", 2)]
    document = parsed(
        [*rows, *((word, tag, link, head + 3) for word, tag, link, head in JUDGE)], names={"Ada Brook": "Person"}
    )
    known = [attrs.evolve(entity, titles=(title,) if title else ()) for entity in document.entities]
    speakers = Speakers(Tree(document.with_layer("entities", known)), Outer([]))
    speakers.at(Span(0, 9))
    start = document.text.index("the judge")
    assert speakers.at(Span(start, start + 9)).speaker.name == name


@pytest.mark.parametrize(
    ("asked", "answers", "is_asked"), [(True, True, True), (True, False, False), (False, True, False)]
)
def test_whoever_is_asked_answers_with_a_pronoun(asked, answers, is_asked):
    text = "The judge asked Tom Varga. “I do,” he replied."
    speakers = Speakers(Tree(written(text, names={"Tom Varga": "Person"})), Outer([]))
    place = Span(text.index("Tom"), text.index("Tom") + 9)
    speakers.ask(Passage(place, "Tom Varga"), asks=asked, named=True)
    found = speakers.at(Span(text.index("he replied"), text.index("he replied") + 2), answers=answers)
    assert (found.rule == "quotes.speaker.asked") == is_asked
