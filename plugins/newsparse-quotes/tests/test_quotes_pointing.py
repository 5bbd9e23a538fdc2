"""Contents that end or begin too late or too early, or are none: pointers, addressees, connectives, paragraphs."""

from __future__ import annotations

import pytest

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse_quotes.content.clauses import lengthened
from newsparse_quotes.content.pieces import mended
from newsparse_quotes.content.snapping import disjoint
from newsparse_quotes.content.strays import without_strays
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.lexicon import cues
from newsparse_quotes.marks.stretches import Outer


@pytest.mark.parametrize(
    "text",
    [
        "Lowmere Lines said this in a statement on Monday after the strike over the poor food on its ships.",
        "The king has the right either to sign the plan or to dissolve the council and call for a new vote.",
    ],
)
def test_nothing_is_said(said, text):
    assert said(text) == []


def test_a_pronoun_that_begins_a_clause_is_said(said):
    assert said("Lowmere Lines said this was a mistake.") == [(("this was a mistake",), "Lowmere Lines")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Ada Brook apologised to residents of Lowmere for the harbour's neglect of the quay.",
            "for the harbour's neglect of the quay",
        ),
        (
            "However, the baker was caught before selling his boats because “sailors asked where they came from”, "
            "the judge said.",
            "the baker was caught before selling his boats because “sailors asked where they came from”",
        ),
    ],
)
def test_where_a_content_begins_and_ends(said, text, words):
    assert said(text)[0][0] == (words,)


@pytest.mark.parametrize("mark", ["“", '"'])
def test_each_paragraph_of_a_quote_is_a_piece(said, mark):
    text = (
        f"{mark}We had to sew it all,” Tom Varga said. {mark}At times the sleeves were wrong, and I mended that.\n\n"
        f"{mark}Of course, nobody there had seen a ship. The sails had to be ours.”"
    )
    assert said(text)[0][0][-2:] == (
        "At times the sleeves were wrong, and I mended that.",
        "Of course, nobody there had seen a ship. The sails had to be ours.",
    )


def test_a_paragraph_that_stays_open_is_whole(said):
    text = (
        "“These ships are worth over R92 million that the (Lowmere) council paid in May, under his leadership.\n\n"
        "“In terms of the law, this was wrong,” Ada Brook said."
    )
    pieces = [piece for words, _ in said(text) for piece in words]
    assert (
        pieces[0]
        == "These ships are worth over R92 million that the (Lowmere) council paid in May, under his leadership."
    )


def test_a_paragraph_after_words_in_marks_has_its_own_source(said):
    text = (
        "“There is so much to do,” said Ada Brook. “We only try to mend the quay that our fathers built.”\n\n"
        "Lowmere Lines has been sailing here for 12 years, all over the bay, said Brook."
    )
    assert said(text)[-1] == (("Lowmere Lines has been sailing here for 12 years, all over the bay",), "Ada Brook")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The council’s decision to raise the price of bread and fish angered the sailors.",
            "to raise the price of bread and fish",
        ),
        ("Ada Brook told IPS edible insects contain iron and are good.", "edible insects contain iron and are good"),
        ("Ada Brook tells NRK termites are a part of the food here.", "termites are a part of the food here"),
    ],
)
def test_a_content_is_whole_and_without_whom_it_is_told(said, text, words):
    assert said(text)[0][0] == (words,)


def test_what_is_added_without_a_comma_is_a_quote_of_its_own(said):
    text = "Tom Varga said the quay was a gift to the town adding that the decision would be made in May."
    assert said(text) == [
        (("the quay was a gift to the town",), "Tom Varga"),
        (("the decision would be made in May",), "Tom Varga"),
    ]


def test_what_a_later_verb_is_about_is_not_said(pipeline):
    text = "A sailor who said his ship was lost was fined by a court for lying."
    parts = [Span(text.index(words), text.index(words) + len(words)) for words in ("his ship was lost", "for lying")]
    draft = Draft(parts, Span(13, 17), Span(0, 12))
    assert without_strays(Tree(pipeline(text)), draft, Outer([])).content == parts[:1]


def test_what_somebody_has_the_duty_to_say_is_not_said(said):
    assert said("Judges have the duty to say no to gifts.") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor assured of a new quay and better lamps.", "a new quay and better lamps"),
        ("The minister clarified the rules for small ships.", "the rules for small ships"),
        ("Tom Varga rebuked the sailors for sleeping.", "the sailors for sleeping"),
    ],
)
def test_what_is_assured_clarified_or_rebuked_is_said(said, text, words):
    assert said(text)[0][0] == (words,)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Ada Brook said that ships had left for Orla District (奧拉).", "Orla District (奧拉)"),
        (
            "The council ordered the mayor to look again after the teacher, Ada Brook (布魯克), filed a complaint.",
            "(布魯克), filed a complaint",
        ),
    ],
)
def test_a_name_in_another_script_is_not_cut_off(said, text, end):
    assert said(text)[0][0][-1].endswith(end)


def test_what_two_verbs_claim_is_divided_between_them(pipeline):
    text = "Tom Varga wants to close the gap between rich and poor and so he proposes more lamps for small ships."
    he, proposes, lamps = (text.index(part) for part in ("he proposes", "proposes", "more lamps"))
    long = Span(text.index("to close"), len(text) - 1)
    wants = Draft([long], Span(10, 15), Span(0, 9), confidence=0.9)
    other = Draft([Span(lamps, long.end)], Span(proposes, proposes + 8), Span(he, he + 2), confidence=0.95)
    found = disjoint(Tree(pipeline(text)), [wants, other])
    assert [[piece.cut(text) for piece in draft.content] for draft in found] == [
        ["more lamps for small ships"],
        ["to close the gap between rich and poor"],
    ]


def test_a_content_is_lengthened_up_to_a_comma_and_no_further(pipeline):
    text = "The Orlan ministry said there was no such deal, giving substance to claims that the attack had no basis."
    tree, start = Tree(pipeline(text)), text.index("there was")
    for words in ("there was no such", "there was no such deal"):
        draft = Draft([Span(start, start + len(words))], Span(19, 23), Span(0, 18))
        found = lengthened(tree, draft, Outer([]), cues())
        assert [piece.cut(text) for piece in found.content] == ["there was no such deal"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor promised reforms.", "reforms"),
        ("Tom Varga predicted victory.", "victory"),
        ("The council announced elections.", "elections"),
    ],
)
def test_a_noun_alone_can_be_what_is_said(said, text, words):
    assert said(text)[0][0] == (words,)


def test_a_date_is_not_cut_off(pipeline):
    text = "Ada Brook proposed a debate late on April 4 - but the council was not there."
    start = text.index("a debate")
    draft = Draft([Span(start, text.index(" 4"))], Span(10, 18), Span(0, 9))
    found = mended(Tree(pipeline(text)), draft, Outer([]))
    assert [piece.cut(text) for piece in found.content] == ["a debate late on April 4"]
