"""What an article repeats of what somebody said, so as to answer it, is that person's: in reports across articles."""

from __future__ import annotations

import pytest

from newsparse.linking import across
from newsparse.model import Document, Meta

FIRST = "The sluice at Orla was opened. Ada Brook, an engineer, told reporters that the old gates had rusted through."
NAMED = "Ada Brook, the engineer, was in Orla on Tuesday."


@pytest.fixture(scope="module")
def quotes(english):
    """The quotes that articles share, which appear one day after another."""

    def read(*texts):
        days = [f"2026-03-{number:02}" for number in range(2, 2 + len(texts))]
        given = [Document(text=text, id=day, meta=Meta(published=day)) for day, text in zip(days, texts, strict=True)]
        return across(english.pipe(given)).quotes

    return read


@pytest.mark.parametrize(
    "answer",
    [
        "Erik Halle, who built the sluice, rejected Ada Brook's claim that the old gates had rusted through.",
        "Erik Halle dismissed as nonsense the accusation of Ada Brook that the old gates had rusted through.",
        "Erik Halle said that Ada Brook's allegation that the old gates had rusted through was an insult to divers.",
        "A photograph that the divers took supports Ada Brook's account that the gates had rusted through.",
        "Erik Halle made light of her warning that the old gates had rusted through.",
        "The owners laughed at her charge that the old gates had rusted through.",
        "The engineer Ada Brook no longer believes that the old gates had rusted through.",
        "A film proves Ada Brook right: the old gates had rusted through.",
        "The inspectors found that Ada Brook was right: the old gates had rusted through.",
        "Ada Brook stands by her warning: the old gates had rusted through.",
        "Ada Brook sticks to her story: the old gates had rusted through.",
        "Erik Halle saw no truth in Brook's theory that the old gates had rusted through.",
    ],
)
def test_a_report_that_is_answered_is_of_whoever_made_it(quotes, answer):
    (found,) = quotes(FIRST, f"{NAMED} {answer}")
    assert [(item.relation, item.speaker) for item in found.tellings] == [("indirect", "Ada Brook")] * 2
    assert all(item.text.endswith("gates had rusted through") for item in found.tellings)


@pytest.mark.parametrize(
    "answer",
    [
        "Her charge that the old gates had rusted through is now on paper.",
        "Ada Brook stands by what she said on Monday: the old gates had rusted through.",
    ],
)
def test_an_article_tells_it_once_even_where_its_quote_is_cut_short(quotes, answer):
    (found,) = quotes(FIRST, f"{NAMED} {answer}")
    assert [item.speaker for item in found.tellings] == ["Ada Brook"] * 2


@pytest.mark.parametrize(
    "answer",
    [
        "Erik Halle rejected Tomas Varga's claim that the old gates had rusted through.",
        "Erik Halle rejected Ada Brook's claim to the gates that had rusted through.",
        "Erik Halle rejected Ada Brook's claim that surprised the owners of the old gates.",
        "A film shows Tomas Varga on the right: the old gates had rusted through.",
        "Tomas Varga stands by what he said on Monday: the old gates had rusted through.",
        "“I reject Tomas Varga's claim that the old gates had rusted through,” said Erik Halle.",
    ],
)
def test_what_is_not_said_by_her_is_no_report_of_hers(quotes, answer):
    assert quotes(FIRST, f"{NAMED} {answer}") == ()


@pytest.mark.parametrize(
    "answer",
    [
        "Erik Halle rejected Ada Brook's claim that the old gates had rusted through.",
        "Erik Halle poured scorn on the engineer's theory that the old gates had rusted through.",
        "Erik Halle dismissed as invention the charge of the engineer Ada Brook that the old gates had rusted through.",
    ],
)
def test_whoever_answers_a_report_has_not_said_it(quotes, answer):
    assert quotes(f"{NAMED} {answer}", "Erik Halle admitted that the old gates had rusted through.") == ()


@pytest.mark.parametrize(
    ("one", "other", "speaker"),
    [
        (
            "Erik Halle told the council that the divers feared the old gates had rusted through.",
            "Erik Halle said on the shore that divers feared the gates had rusted through.",
            "Erik Halle",
        ),
        (
            "The Orla Port Authority said in a letter that it believed the old gates had rusted through.",
            "The Orla Port Authority said that the old gates had rusted through.",
            "Orla Port Authority",
        ),
        (
            "Erik Halle confirmed Ada Brook's account that the old gates had rusted through.",
            "Erik Halle said the gates had rusted through.",
            "Erik Halle",
        ),
    ],
    ids=["a relay", "a pronoun", "who confirms it"],
)
def test_what_somebody_passes_on_is_a_report_of_theirs_too(quotes, one, other, speaker):
    assert speaker in {item.speaker for item in quotes(f"{NAMED} {one}", f"{NAMED} {other}")}


def test_equal_words_of_somebody_whom_a_reply_only_describes_are_the_same_report(quotes):
    answer = "Erik Halle rejected the inspector's theory that the old gates had rusted through."
    (found,) = quotes(FIRST, f"{NAMED} {answer}")
    assert [item.speaker for item in found.tellings] == ["Ada Brook", "the inspector"]
    assert quotes(FIRST, f"It rained in Kell. {answer}") == ()
    assert quotes(FIRST, f"{NAMED} Erik Halle rejected the inspector's theory that the gates had been rusty.") == ()


def test_equal_reports_of_two_people_are_no_link(quotes):
    other = "Tomas Varga, the mayor, told reporters that the old gates had rusted through."
    assert quotes(FIRST, f"{NAMED} {other}") == ()


def test_what_is_said_besides_the_report_of_another_stays_a_report(quotes):
    answer = (
        "Erik Halle said the owners had painted each pillar twice and Ada Brook's claim that the old gates had rusted "
        "through was false."
    )
    later = "Ada Brook was silent. Erik Halle said the owners had painted each pillar twice."
    assert {item.speaker for item in quotes(answer, later, FIRST)} == {"Erik Halle", "Ada Brook"}
