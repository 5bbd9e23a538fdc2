"""Headlines: lines without a full stop that name their speaker or hold words in marks."""

from __future__ import annotations

import pytest

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse.testing import parsed, written
from newsparse_quotes.content.headlines import below, headlines
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.marks.stretches import Outer, stretches


def found(text: str, drafts=()) -> list[tuple[str | None, str]]:
    """The source and the content of each headline that attributes words."""
    tree = Tree(written(text))
    made = [draft for _, draft in headlines(tree, Outer(stretches(text)), drafts)]
    return [(draft.source and draft.source.cut(text), draft.content[0].cut(text)) for draft in made]


@pytest.mark.parametrize(
    ("line", "source", "content"),
    [
        ("Ferry 'too old for winter', warns minister", "minister", "Ferry 'too old for winter'"),
        ("'No way back' for ferry - captain", "captain", "'No way back' for ferry"),
        ("'No way back' for ferry: harbour police", "harbour police", "'No way back' for ferry"),
        ("Minister: 'no way back' for ferry", "Minister", "'no way back' for ferry"),
        ("Captain 'warned of ice for weeks'", None, "warned of ice for weeks"),
    ],
)
def test_a_headline_names_its_speaker_at_either_end_or_quotes_in_single_marks(line, source, content):
    assert found(f"{line}\n\nThe ferry is old.") == [(source, content)]


@pytest.mark.parametrize(
    "line",
    [
        "Ice, snow and wind, captain says",
        "The ferry's 'last trip'",
        "Captain reads 'The Night Boat'",
        "'No way back' for ferry: a long list of all ships",
    ],
)
def test_other_lines_with_marks_or_colons_attribute_nothing(line):
    assert found(f"{line}\n\nThe ferry is old.") == []


def test_a_line_with_a_full_stop_is_not_a_headline():
    assert found("Captain 'warned of ice for weeks'.") == []


def test_a_headline_with_the_cue_of_the_model_is_left_to_it():
    text = "'No way back' for ferry: captain"
    draft = Draft([Span(0, 23)], Span(23, 24), Span(25, 32))
    assert found(text, [draft]) == []


def test_what_a_model_joins_to_the_text_below_a_headline_is_cut_off():
    line, whole = Span(0, 10), Span(2, 30)
    kept = below([Draft([whole]), Draft([Span(3, 9)]), Draft([Span(12, 30)], Span(5, 9))], [line])
    assert [draft.content for draft in kept] == [[Span(10, 30)]]


def test_words_with_a_verb_need_no_marks():
    rows = [("Ferry", "NOUN", "nsubj", 1), ("sinks", "VERB", "root", 1), ("again", "ADV", "advmod", 1)]
    document = parsed([*rows, (":", "PUNCT", "punct", 4), ("captain", "NOUN", "parataxis", 1)])
    text = document.text
    made = headlines(Tree(document), Outer([]), [])
    assert [draft.content[0].cut(text) for _, draft in made] == ["Ferry sinks again"]


@pytest.mark.parametrize(
    "blanks", ["\t" * 200_000, "-" + " " * 200_000, "\u2022\t" * 100_000], ids=["tabs", "dash", "dots"]
)
def test_a_long_line_of_blanks_is_read_once(blanks):
    assert found(f"{blanks}\nMinister: 'no way back' for ferry") == [("Minister", "'no way back' for ferry")]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (
            "Floods will get worse, scientists warn\n\nFloods along the Rill will get worse, a study found.",
            [("Floods will get worse", "scientists"), ("Floods along the Rill will get worse", "a study")],
        ),
        (
            "Taxes will rise by May, minister says\n\nTaxes will rise, the finance minister told parliament on Monday.",
            [("Taxes will rise by May", "minister"), ("Taxes will rise", "the finance minister")],
        ),
        (
            "'We were lucky': crew on the night the Alma sank\n\nThe crew were lucky to live, her captain said.",
            [("The crew were lucky to live", "her captain")],
        ),
    ],
)
def test_a_headline_and_the_line_below_are_never_one_quote(said, text, quotes):
    assert said(text) == [((words,), name) for words, name in quotes]


@pytest.mark.parametrize(
    ("line", "words", "speaker"),
    [
        (
            "Larkmoor, Orla foreign ministers to meet in Tarn: Orlan FM",
            "Larkmoor, Orla foreign ministers to meet in Tarn",
            "Orlan FM",
        ),
        (
            "Global growth will slow to three percent: World Bank",
            "Global growth will slow to three percent",
            "World Bank",
        ),
        ("Prices to rise by half, says World Bank", "Prices to rise by half", "World Bank"),
    ],
)
def test_a_body_or_the_letters_of_a_minister_end_a_headline(said, line, words, speaker):
    assert said(f"{line}\n\nThe harbour was closed.")[0] == ((words,), speaker)
