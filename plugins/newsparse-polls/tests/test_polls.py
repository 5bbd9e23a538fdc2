"""Polls: found where a sentence speaks of one, with what the paragraph says about it, and quiet elsewhere."""

from __future__ import annotations

from decimal import Decimal

import pytest

from newsparse.model import Document, Entity, Mention, NumberClaim, Passage, Quantity, Sentence, Span
from newsparse.testing import check_lexicon, words_in_code
from newsparse_polls import Poll, PollConfig, PollExtractor

ARTICLE = (
    "A Tidewell Research poll of 1,012 adults put Ana Ruiz at 48% and Bo Lindgren at 39.5 percent. "
    "It has a margin of error of plus or minus 3 percentage points."
)
NAMES = {"Tidewell Research": "Organization", "Ana Ruiz": "Person", "Bo Lindgren": "Person"}


def written(text: str, names: dict[str, str] | None = None, paragraph: int = 0) -> Document:
    """A document with one sentence a full stop, and an entity for each name."""
    sentences = []
    start = 0
    for part in text.split(". "):
        end = start + len(part)
        sentences.append(Sentence.make(text, Span(start, end), first=0, last=0, paragraph=paragraph * len(sentences)))
        start = end + 2
    spans = {name: Span(text.index(name), text.index(name) + len(name)) for name in names or {}}
    entities = [Entity.make(text, spans[name], label=label, name=name) for name, label in (names or {}).items()]
    mentions = [Mention.make(text, entity.span, label=entity.label, entity=entity.id) for entity in entities]
    document = Document(text=text).with_layer("sentences", sentences)
    return document.with_layer("mentions", mentions).with_layer("entities", entities)


def polls(document: Document, config: PollConfig | None = None) -> list[Poll]:
    """What the extractor finds."""
    return list(PollExtractor(config or PollConfig()).extract(document))


def test_each_share_is_a_poll_at_its_place():
    first, second = polls(written(ARTICLE, NAMES))
    assert (first.share, second.share) == (Decimal(48), Decimal("39.5"))
    assert (first.text, second.text) == ("48%", "39.5 percent")
    assert ARTICLE[first.span.start : first.span.end] == "48%"


def test_the_pollster_is_the_organisation_nearest_to_the_word():
    names = {"Harrow Bank": "Organization", **NAMES}
    document = written("After Harrow Bank fell, many asked why. ".replace(". ", "; ") + ARTICLE, names)
    assert {str(poll.pollster) for poll in polls(document)} == {"Tidewell Research"}


def test_sample_and_margin_come_from_the_paragraph():
    assert {(poll.sample, poll.margin) for poll in polls(written(ARTICLE))} == {(1012, Decimal(3))}


def test_sample_and_margin_of_another_paragraph_are_left_alone():
    assert {(poll.sample, poll.margin) for poll in polls(written(ARTICLE, paragraph=1))} == {(1012, None)}


def test_the_choice_is_the_entity_between_a_share_and_the_next():
    text = "In the survey, 48% backed Ana Ruiz and 39% Bo Lindgren."
    found = polls(written(text, {"Ana Ruiz": "Person", "Bo Lindgren": "Person"}))
    assert [str(poll.choice) for poll in found] == ["Ana Ruiz", "Bo Lindgren"]


@pytest.mark.parametrize(
    ("text", "percent", "words", "chosen"),
    [
        ("In the survey, 48% of night nurses praised Ana Ruiz.", 48, "night nurses", True),
        ("A survey found that 57% of residents want the quay closed.", 57, "residents", False),
    ],
)
def test_the_layer_numbers_says_what_a_share_counts_and_those_who_are_asked_are_no_choice(text, percent, words, chosen):
    begin, counted = text.index(f"{percent}%"), text.index(words)
    quantity = Quantity(low=Decimal(percent), high=Decimal(percent), kind="percent")
    subject = Passage.at(text, counted, counted + len(words))
    number = NumberClaim.make(text, Span(begin, begin + 3), quantity=quantity, subject=subject)
    (poll,) = polls(written(text, {"Ana Ruiz": "Person"} if chosen else {}).with_layer("numbers", [number]))
    assert (poll.share, poll.choice) == (percent, subject if chosen else None)


@pytest.mark.parametrize(
    "text",
    [
        "Prices rose 4%.",
        "The poll closed at noon.",
        "The poll has a margin of error of 3%.",
        "Pollen rose 4%.",
        "The poll drew 250% of the usual crowd.",
        "",
    ],
)
def test_without_a_poll_and_a_share_nothing_is_found(text):
    assert polls(written(text) if text else Document(text=text)) == []


def test_the_words_can_be_set():
    text = "A canvass gave her 48%."
    assert polls(written(text)) == []
    assert len(polls(written(text), PollConfig(words=("canvass",)))) == 1


def test_a_setting_without_words_is_refused():
    with pytest.raises(ValueError, match="words"):
        PollConfig(words=())


def test_its_words_are_data():
    assert words_in_code("newsparse_polls") == []
    check_lexicon("newsparse_polls")


def test_every_noun_for_those_asked_makes_a_sample():
    texts = (f"A poll of 1,012 young {noun} put Ana Ruiz at 48%." for noun in ("adults", "voters", "households"))
    assert [poll.sample for text in texts for poll in polls(written(text))] == [1012] * 3


def counted(text: str, surface: str, subject: str, **quantity: object) -> NumberClaim:
    """The claim about ``surface``, a share of ``subject``."""
    start, of = text.index(surface), text.index(subject)
    whole = Passage.at(text, of, of + len(subject))
    return NumberClaim.make(text, Span(start, start + len(surface)), quantity=Quantity(**quantity), subject=whole)


def test_parts_of_those_asked_are_shares_too():
    text = "In a poll of 900 voters, 48% said yes, a quarter no, and one in five nothing; he spent half the fund."
    quarter, fifth = Decimal("0.25"), Decimal(1)
    numbers = [
        counted(text, "a quarter", "voters", low=quarter, high=quarter, kind="fraction"),
        counted(text, "one in five", "voters", low=fifth, high=fifth, kind="ratio", per="5"),
        counted(text, "half", "fund", low=Decimal("0.5"), high=Decimal("0.5"), kind="fraction"),
    ]
    found = polls(written(text).with_layer("numbers", numbers))
    assert [(poll.text, poll.share) for poll in found] == [("48%", 48), ("a quarter", 25), ("one in five", 20)]


@pytest.mark.parametrize(("value", "per"), [("5", "0"), ("0", "0"), ("5", "3"), ("9" * 40, "1"), ("1", "9" * 5000)])
def test_parts_of_nothing_or_of_less_are_no_shares(value, per):
    text = "In a poll of 900 voters, 48% said yes and some in all said no."
    part = counted(text, "some in all", "voters", low=Decimal(value), high=Decimal(value), kind="ratio", per=per)
    found = polls(written(text).with_layer("numbers", [part]))
    assert {poll.share for poll in found} <= {Decimal(48), Decimal("0.00")}


def test_a_number_without_end_is_no_sample():
    (found,) = polls(written(f"In a poll of {'9' * 5000} voters, 48% said yes."))
    assert found.sample is None
