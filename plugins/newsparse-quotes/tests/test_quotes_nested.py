"""Quotes inside of quotes: they have a speaker of their own, and know the quote that they stand in."""

from __future__ import annotations

import attrs
import pytest

from newsparse.model import Attribution, Span
from newsparse.syntax import Tree
from newsparse.testing import parsed
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.extractor import Quotes
from newsparse_quotes.inner.nested import nested
from newsparse_quotes.marks.stretches import Outer, stretches

END = [("”", "PUNCT", "punct", 2), ("said", "VERB", "root", 2), ("Ada", "PROPN", "nsubj", 2), ("Brook", "PROPN", "", 2)]


def rows(pronoun: str, verb: str, *helpers: tuple[str, str, str, int]):
    """“PRONOUN VERB me that the quay sank”: the verb is word 2, or 3 after a helper."""
    at = 2 + len(helpers)
    said = [
        ("“", "PUNCT", "punct", at),
        (pronoun, "PRON", "nsubj", at),
        *helpers,
        (verb, "VERB", "root", at),
        ("me", "PRON", "iobj", at),
        ("that", "SCONJ", "mark", at + 5),
        ("the", "DET", "det", at + 4),
        ("quay", "NOUN", "nsubj", at + 5),
        ("sank", "VERB", "ccomp", at),
    ]
    return [*said, *END]


@pytest.fixture
def quotes():
    def of(*args):
        document = parsed(
            rows(*args), names={"Ada Brook": "Person"}, lemmas={"told": "tell", "asked": "ask", "heard": "hear"}
        )
        text = document.text
        content = Span(1, text.index("”"))
        source = Span(text.index("Ada"), len(text))
        found = Attribution.make(
            text,
            content,
            content=(content,),
            cue=(Span(source.start - 5, source.start - 1),),
            source=(source,),
            confidence=0.9,
        )
        return list(Quotes().extract(document.with_layer("attributions", [found])))

    return of


def test_somebody_else_inside_of_a_quote(quotes):
    outer, inner = quotes("They", "told")
    assert (inner.text, inner.form, inner.within, str(inner.cue)) == ("the quay sank", "indirect", outer.id, "told")
    assert (outer.speaker.name, outer.form) == ("Ada Brook", "direct")
    assert inner.speaker.entity != outer.speaker.entity


def test_i_inside_of_a_quote_is_its_speaker(quotes):
    outer, inner = quotes("I", "told")
    assert (inner.speaker.name, str(inner.speaker.mention)) == ("Ada Brook", "I")
    assert inner.speaker.entity == outer.speaker.entity


@pytest.mark.parametrize(
    ("verb", "helper"),
    [("heard", None), ("told", ("would", "AUX", "aux", 3)), ("told", ("never", "ADV", "advmod", 3))],
    ids=["no verb of saying", "a wish", "denied"],
)
def test_other_clauses_are_no_quotes(quotes, verb, helper):
    assert len(quotes("They", verb, *([helper] if helper else []))) == 1


def test_a_clause_that_the_tree_hangs_elsewhere_is_found_by_its_place():
    row = rows("They", "asked")
    row[4] = ("what", "PRON", "obj", 0)
    row[7] = ("sank", "VERB", "acl:relcl", 4)
    document = parsed(row, lemmas={"asked": "ask"})
    assert [document.cut(d.content[0]) for d in _inside(document)] == ["what the quay sank"]


def _inside(document):
    marked = stretches(document.text)
    draft = Draft([marked[0].content], None, None, "marks")
    return nested(Tree(document), draft, Outer(marked), Outer([]))


def test_i_say_inside_of_a_quote_is_the_same_speaker_speaking(quotes):
    assert len(quotes("I", "told")) == 2
    document = parsed(rows("I", "say"))
    tokens = [attrs.evolve(token, xpos="VBP" if token.text == "say" else None) for token in document.tokens]
    content = Span(1, document.text.index("”"))
    outer, inner = Outer(stretches(document.text)), Outer([])
    draft = Draft([content], None, None, "marks")
    assert nested(Tree(document.with_layer("tokens", tokens)), draft, outer, inner) == []
    assert len(nested(Tree(document), draft, outer, inner)) == 1


TOLD = [
    ("Sailors", "NOUN", "nsubj:pass", 2),
    ("were", "AUX", "aux:pass", 2),
    ("told", "VERB", "root", 2),
    ("the", "DET", "det", 4),
    ("quay", "NOUN", "nsubj", 5),
    ("sank", "VERB", "ccomp", 2),
]
AGREED = [
    ("Sailors", "NOUN", "nsubj", 1),
    ("agreed", "VERB", "root", 1),
    ("to", "PART", "mark", 3),
    ("leave", "VERB", "xcomp", 1),
    ("Lowmere", "PROPN", "obj", 3),
]
CLAIM = [
    ("The", "DET", "det", 1),
    ("claim", "NOUN", "nsubj", 6),
    ("that", "SCONJ", "mark", 5),
    ("quays", "NOUN", "nsubj", 5),
    ("can", "AUX", "aux", 5),
    ("sink", "VERB", "acl", 1),
    ("angers", "VERB", "root", 6),
    ("her", "PRON", "obj", 6),
]
HOPES = [
    ("We", "PRON", "nsubj", 1),
    ("hope", "VERB", "root", 1),
    ("quays", "NOUN", "nsubj", 3),
    ("sink", "VERB", "ccomp", 1),
]

SMELL = [
    ("Sailors", "NOUN", "nsubj", 1),
    ("complain", "VERB", "root", 1),
    ("of", "ADP", "case", 4),
    ("a", "DET", "det", 4),
    ("smell", "NOUN", "obl", 1),
]
NOON = [*SMELL[:2], ("at", "ADP", "case", 4), ("high", "ADJ", "amod", 4), ("noon", "NOUN", "obl", 1)]
RUIN = [
    ("Sailors", "NOUN", "nsubj", 1),
    ("see", "VERB", "root", 1),
    ("it", "PRON", "obj", 1),
    ("as", "ADP", "case", 5),
    ("a", "DET", "det", 5),
    ("ruin", "NOUN", "obl", 1),
]
SEEN = [*RUIN[:3], ("at", "ADP", "case", 5), ("high", "ADJ", "amod", 5), ("noon", "NOUN", "obl", 1)]
SINKING = [*RUIN[:2], ("it", "PRON", "nsubj", 3), ("sink", "VERB", "ccomp", 1)]
PLEDGE = [
    ("Sailors", "NOUN", "nsubj", 1),
    ("broke", "VERB", "root", 1),
    ("her", "PRON", "nmod:poss", 3),
    ("pledge", "NOUN", "obj", 1),
    ("to", "PART", "mark", 5),
    ("leave", "VERB", "acl", 3),
    ("Lowmere", "PROPN", "obj", 5),
]
MADE = [("Sailors", "NOUN", "nsubj", 1), ("made", "VERB", "root", 1), ("a", "DET", "det", 3), *PLEDGE[3:]]
MONEY = [*PLEDGE[:3], ("money", "NOUN", "obj", 1), *PLEDGE[4:]]
THEFT = [
    ("Sailors", "NOUN", "nsubj", 1),
    ("accused", "VERB", "root", 1),
    ("Varga", "PROPN", "obj", 1),
    ("of", "ADP", "case", 4),
    ("theft", "NOUN", "obl", 1),
]
ROBBED = [THEFT[0], ("robbed", "VERB", "root", 1), *THEFT[2:]]
FOUND = [
    ("Sailors", "NOUN", "nsubj", 1),
    ("found", "VERB", "root", 1),
    ("that", "SCONJ", "mark", 4),
    ("quays", "NOUN", "nsubj", 4),
    ("sink", "VERB", "ccomp", 1),
]
BROKEN = [
    ("Sailors", "NOUN", "nsubj", 1),
    ("claim", "VERB", "root", 1),
    ("it", "PRON", "nsubj", 3),
    ("had", "VERB", "ccomp", 1),
    ("sunk", "VERB", "advcl", 1),
]


@pytest.mark.parametrize(
    ("words", "inner"),
    [
        (PLEDGE, [("her", "to leave Lowmere")]),
        (MADE, [("Sailors", "to leave Lowmere")]),
        (MONEY, []),
        (THEFT, [("Sailors", "Varga of theft")]),
        (ROBBED, []),
        (FOUND, []),
        (BROKEN, [("Sailors", "it had sunk")]),
        (SMELL, [("Sailors", "a smell")]),
        (NOON, []),
        (RUIN, [("Sailors", "it as a ruin")]),
        (SEEN, []),
        (SINKING, []),
        (TOLD, [(None, "the quay sank")]),
        (AGREED, [("Sailors", "to leave Lowmere")]),
        (CLAIM, [(None, "quays can sink")]),
        (HOPES, []),
    ],
    ids=[
        "a pledge of somebody",
        "somebody makes a pledge",
        "no pledge",
        "an accusation",
        "no accusation",
        "something found",
        "a clause that the tree breaks off",
        "a complaint",
        "a time",
        "a view",
        "no view",
        "a sight",
        "somebody is told",
        "somebody agrees",
        "a claim",
        "a speaker who hopes",
    ],
)
def test_inside_of_a_reported_quote(words, inner):
    said = len(words)
    document = parsed(
        [*words, ("said", "VERB", "root", said), ("Ada", "PROPN", "nsubj", said)],
        lemmas={
            "told": "tell",
            "agreed": "agree",
            "said": "say",
            "made": "make",
            "accused": "accuse",
            "robbed": "rob",
            "found": "find",
        },
    )
    text = document.text
    cue = Span(text.index("said"), text.index("said") + 4)
    draft = Draft([Span(0, cue.start - 1)], cue, Span(cue.end + 1, len(text)))
    found = nested(Tree(document), draft, Outer([]), Outer([]))
    assert [(d.source and document.cut(d.source), document.cut(d.content[0])) for d in found] == inner


@pytest.mark.parametrize(
    "claim", ["the claims of Lund Lines", "the allegations of Ada Brook", "the report of Lund Lines"]
)
def test_who_makes_a_claim_is_not_what_is_claimed(pipeline, claim):
    quotes = pipeline(f"The letter refutes {claim}.").quotes
    assert all(quote.within is None for quote in quotes)


NOT_TOLD = {
    "what a speaker wants to say": "“We want to tell the council that the quay is old,” said Ada Brook.",
    "what a speaker has to say": "“I have to say that the quay is old,” said Ada Brook.",
    "what a speaker says now": "“We warn that the quay is old,” said Ada Brook.",
    "what is found out": "Ada Brook said the divers would soon determine whether the quay was safe.",
    "what is taught": "“The sailors teach us how to mend nets,” said Ada Brook.",
    "what people buy": "Ada Brook said the demand for lamps had grown.",
    "what is tried": "Ada Brook said the city had failed in a bid to sell the quay.",
    "what nobody said": "Ada Brook said nobody had told her that the quay was old.",
    "what nobody asked": "“Nobody asked who would pay,” said Tom Varga.",
    "what no one explained": "“No one has told us why the quay was closed,” said Tom Varga.",
}


@pytest.mark.parametrize("text", NOT_TOLD.values(), ids=NOT_TOLD)
def test_nothing_inside_is_a_quote_of_its_own(said, text):
    assert len(said(text)) == 1


TOLD_BEFORE = {
    "what a speaker said before": ("“I told them that the quay was old,” said Ada Brook.", "the quay was old"),
    "what was found": ("Ada Brook said divers had determined that the quay was safe.", "the quay was safe"),
    "what comes after what it is seen as": (
        "Ada Brook said that Director Tom Varga had characterized as “honest” all of her statements about the bridge.",
        "“honest” all of her statements about the bridge",
    ),
    "whose demand it is": ("Ada Brook said the crews' demand for new lamps was fair.", "new lamps"),
}


@pytest.mark.parametrize(("text", "inner"), TOLD_BEFORE.values(), ids=TOLD_BEFORE)
def test_what_was_said_before_is_a_quote_of_its_own(said, text, inner):
    assert [pieces for pieces, _ in said(text)][1:] == [(inner,)]


BESIDE_MARKS = {
    "of the speaker": (
        "“I told them, ‘Never sell the quay,’ and left,” said Ada Brook.",
        "Never sell the quay,",
        "Ada Brook",
    ),
    "a thought": ("“I thought: ‘Where is the ship?’ It was gone,” said Ada Brook.", "Where is the ship?", "Ada Brook"),
    "in words that are reported": (
        "Ada Brook said her father had told her, “Never sell the quay.”",
        "Never sell the quay.",
        "her father",
    ),
    "of a text": ("Ada Brook said a survey had shown that the quay was old.", "the quay was old", "a survey"),
    "a wish": ("Ada Brook said the crews wanted the city to mend it.", "the city to mend it", "the crews"),
    "criticism": ("Ada Brook denied the criticism that the quay was old.", "the quay was old", None),
}


@pytest.mark.parametrize(("text", "inner", "name"), BESIDE_MARKS.values(), ids=BESIDE_MARKS)
def test_whose_words_are_inside(said, text, inner, name):
    assert said(text)[1:] == [((inner,), name)]


def test_words_in_marks_belong_to_the_verb_beside_them(said):
    text = "“We ask the shop when the next boat is coming and they say, ‘Tomorrow morning’,” said Ada Brook."
    asked, answered = said(text)[1:]
    assert asked == (("when the next boat is coming",), "Ada Brook")
    assert answered == (("Tomorrow morning",), "they")


UNSAID_MARKS = [
    "Ada Brook said the council had told her of a “small leak” in the quay.",
    "“They answered the question of what ‘public works’ means,” said Ada Brook.",
    "Ada Brook said divers had shown that the quay was old.",
]


@pytest.mark.parametrize("text", UNSAID_MARKS, ids=[text[-25:] for text in UNSAID_MARKS])
def test_other_words_in_marks_and_what_people_show_are_no_quotes_of_their_own(said, text):
    assert said(text)[1:] == []


def test_two_turns_in_one_quote_are_two_quotes(said):
    text = "“My father kept asking, ‘Is it done?’ I told him, ‘No, this is only half of it.’”"
    assert [content for content, _ in said(text)][1:] == [("Is it done?",), ("No, this is only half of it.",)]
