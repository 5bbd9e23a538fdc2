"""What a model attributes and nobody says: denied cues, titles of works, deeds."""

from __future__ import annotations

import attrs
import pytest

from newsparse.model import Span
from newsparse.rules import traced
from newsparse.syntax import Tree
from newsparse.testing import parsed
from newsparse_quotes.dismissed import without_dismissed
from newsparse_quotes.dismissed.rules import DISMISSED
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.marks.stretches import Outer, stretches

GRAMMAR = {
    "Nobody": ("PRON", "nsubj", "said"),
    "Neither": ("DET", "det", "pilot"),
    "pilot": ("NOUN", "nsubj", "said"),
    "Pilots": ("NOUN", "nsubj", "said"),
    "never": ("ADV", "advmod", "said"),
    "only": ("ADV", "advmod", "said"),
    "said": ("VERB", "root", "said"),
}


def is_kept(text: str, cue: str, content: str, verb: str, tree=None) -> bool:
    """Whether an attribution of ``content`` by the words of ``cue``, whose lemma is ``verb``, is kept."""
    document = parsed(text, tree={word: g for word, g in (tree or {}).items() if word in text}, lemmas={cue: verb})
    tokens = [attrs.evolve(t, xpos="VBD" if t.text in {"was", "leaked"} else None) for t in document.tokens]
    document = document.with_layer("tokens", tokens)
    cue_at, start = Span(text.index(cue), text.index(cue) + len(cue)), text.index(content)
    draft = Draft([Span(start, start + len(content))], cue_at, None, "attribution-model", 0.95)
    return bool(list(without_dismissed([draft], Tree(document), Outer(stretches(text)))))


@pytest.mark.parametrize(
    ("text", "content", "kept"),
    [
        ("Nobody said the tank leaked.", "the tank leaked", False),
        ("Neither pilot said the tank leaked.", "the tank leaked", False),
        ("Pilots never said the tank leaked.", "the tank leaked", False),
        ("Pilots said the tank leaked.", "the tank leaked", True),
        ("Pilots never said why the tank leaked.", "why the tank leaked", True),
        ("Pilots never only said the tank leaked.", "the tank leaked", True),
        ("Pilots never said “the tank leaked”.", "the tank leaked", True),
    ],
)
def test_a_clause_that_nobody_says_is_not_a_quote(text, content, kept):
    assert is_kept(text, "said", content, "say", GRAMMAR) is kept


@pytest.mark.parametrize(
    ("text", "cue", "content", "verb", "kept"),
    [
        ("The owner continued to sell boats.", "continued", "to sell boats", "continue", False),
        ("The owner began to sell boats.", "began", "to sell boats", "begin", False),
        ("The owner continued that boats were sold.", "continued", "that boats were sold", "continue", True),
        ("The owner continued: “to sell boats”.", "continued", "“to sell boats”", "continue", True),
        ("The owner vowed to sell boats.", "vowed", "to sell boats", "vow", True),
    ],
)
def test_what_is_done_is_not_a_quote(text, cue, content, verb, kept):
    assert is_kept(text, cue, content, verb) is kept


@pytest.mark.parametrize(
    ("text", "content", "kept"),
    [
        ("Critics recalled “Glass River” and “A Kind of Sea”.", "“Glass River” and “A Kind of Sea”", False),
        ("Critics recalled “Glass River.” It rained.", "“Glass River.”", False),
        ("Critics recalled: “The sea was gone”.", "“The sea was gone”", True),
        ("Critics recalled “Glass River” was long.", "“Glass River” was long", True),
    ],
)
def test_titles_of_works_that_somebody_recalls_are_not_quotes(text, content, kept):
    assert is_kept(text, "recalled", content, "recall") is kept


def test_whom_somebody_thanks_is_not_a_quote():
    assert not is_kept("Varga thanked the divers.", "thanked", "the divers", "thank")
    assert is_kept("Varga thanked “the bravest of all divers”.", "thanked", "the bravest of all divers", "thank")
    assert is_kept("Varga demanded new divers.", "demanded", "new divers", "demand")


@pytest.mark.parametrize(("source", "kept"), [("Photos", False), ("Figures", True)])
def test_what_pictures_show_is_not_a_quote(source, kept):
    text = f"{source} showed boats adrift."
    document = parsed(text, tree={source: ("NOUN", "nsubj", "showed"), "showed": ("VERB", "root", "showed")})
    lemmas = {"Photos": "photo", "Figures": "figure", "showed": "show"}
    tokens = [attrs.evolve(t, lemma=lemmas.get(t.text, t.text)) for t in document.tokens]
    at = text.index("boats")
    draft = Draft([Span(at, len(text) - 1)], Span(at - 7, at - 1), Span(0, len(source)), "attribution-model", 0.95)
    tree = Tree(document.with_layer("tokens", tokens))
    assert bool(list(without_dismissed([draft], tree, Outer([])))) is kept


@pytest.mark.parametrize(
    ("content", "lemma", "kept"),
    [("officials", "official", False), ("letters", "letter", False), ("delays", "delay", True)],
)
@pytest.mark.parametrize("verb", ["cite", "quote"])
def test_a_source_that_somebody_refers_to_is_not_a_quote(content, lemma, kept, verb):
    text = f"Papers referred {content}."
    grammar = {"referred": ("VERB", "root", "referred"), content: ("NOUN", "obj", "referred")}
    document = parsed(text, tree=grammar, lemmas={"referred": verb, content: lemma})
    at = text.index(content)
    draft = Draft([Span(at, len(text) - 1)], Span(7, 15), None, "attribution-model", 0.95)
    assert bool(list(without_dismissed([draft], Tree(document), Outer([])))) is kept


@pytest.mark.parametrize(
    "text",
    [
        "About £88,000 of it had gone to a shop and “a little over £2,000” to a school in Lowmere.",
        "$4 million of the money went to “friends of the harbour master”, and nobody noticed.",
    ],
)
def test_sums_say_nothing(said, text):
    assert said(text) == []


@pytest.mark.parametrize(
    "words",
    [
        "released a booklet titled “A Handbook for Sailors.”",
        "organised a discussion entitled “The reality of harbours in our time,”",
        "held the meeting on the theme “Promoting ports and trade”",
        "won a prize for her film “Back to the Harbour,”",
    ],
)
def test_a_title_or_theme_is_no_quote(pipeline, words):
    document = pipeline(f"On Monday, Ada Brook {words} in Lowmere.")
    assert [quote.text for quote in document.quotes] == []


@pytest.mark.parametrize(
    "words",
    [
        "said of her film: “Nobody has seen it yet.”",
        "said she had heard the song “many times, and never liked it”.",
        "wrote in her book, “The harbour was full of people that day.”",
    ],
)
def test_words_about_a_work_or_in_one_stay(pipeline, words):
    assert pipeline(f"On Monday, Ada Brook {words}").quotes


@pytest.mark.parametrize(
    "text",
    [
        "Larkmoor is now feeling the effects of low demand and high debt.",
        "Relatives viewed the bodies of their loved ones in great sorrow.",
        "Both harbours saw their trade rise by more than half.",
        "Medical testing later determined that the girl was ill.",
        "Two blood tests confirmed that the sailor had been drinking.",
        "The mayor can dissolve the council and call for snap polls.",
    ],
)
def test_what_somebody_lives_through_or_a_test_shows_is_not_a_quote(pipeline, text):
    assert not pipeline(text).quotes


@pytest.mark.parametrize(
    "text",
    [
        "The sailors first saw the fire as yet another setback.",
        "The bank sees a rise in prices of 4 percent.",
        "The court was increasingly seen as a tool of the rich.",
        "The sailors felt that the quay was old.",
        "A survey showed that the quay was unsafe.",
        "The mayor dissolved the council and called for snap polls.",
    ],
)
def test_what_somebody_thinks_of_it_stays(pipeline, text):
    assert pipeline(text).quotes


OF_MARKS = ("work", "headed", "called", "amount", "aside")
"""The rules for words that are in marks already, or for what is called so."""


def _asked(pipeline, text):
    with traced() as trace:
        pipeline(text)
    return [entry for entry in trace if entry.question == DISMISSED.name]


@pytest.mark.parametrize(
    "rule",
    [rule for rule in DISMISSED.rules if rule.name.rpartition(".")[2] not in OF_MARKS],
    ids=lambda rule: rule.name,
)
def test_the_same_words_in_marks_are_a_quote(pipeline, rule):
    text = rule.fires
    place = next(entry.at for entry in _asked(pipeline, text) if entry.decided == rule.name)
    marked = _asked(pipeline, f"{text[: place.start]}“{place.cut(text)}”{text[place.end :]}")
    assert marked
    assert {entry.decided for entry in marked} == {None}
