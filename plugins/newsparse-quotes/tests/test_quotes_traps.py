"""What goes wrong when quotes are read from news, each as a case of its own; most break one known tool or another."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsparse.model import Attribution, Layer, Quote, Span, distinct
from newsparse.testing import attributed, texts, written
from newsparse_quotes.extractor import Quotes
from newsparse_quotes.marks.stretches import stretches


def place(text: str, words: str, after: int = 0) -> Span:
    start = text.index(words, after)
    return Span(start, start + len(words))


def quotes(text, *attributions):
    """The quotes of a text; each attribution is (source, cue, pieces of content), all words of it."""
    found = [attributed(text, *words, confidence=0.95) for words in attributions]
    layers = [Layer.of("attributions", found)] if found else []
    document = written(text, names={"Ada Brook": "Person"} if "Ada Brook" in text else {}, layers=layers)
    return [item for item in Quotes().extract(document) if isinstance(item, Quote)]


STYLES = {
    "straight": ('"', '"'),
    "curly": ("“", "”"),
    "two apostrophes": ("''", "''"),
    "backquotes": ("``", "''"),
    "single curly": ("‘", "’"),
    "single straight": ("'", "'"),
    "guillemets": ("«", "»"),
    "German": ("„", "“"),
    "straight, then curly": ('"', "”"),
    "curly, then straight": ("“", '"'),
}


@pytest.mark.parametrize("style", STYLES)
def test_every_style_of_marks_gives_the_same_quote(style):
    opening, closing = STYLES[style]
    text = f"{opening}Nobody counted the ships,{closing} said Ada Brook."
    (quote,) = quotes(text, ("Ada Brook", "said", "Nobody counted the ships"))
    assert (quote.text, quote.form, quote.speaker.name) == ("Nobody counted the ships,", "direct", "Ada Brook")
    assert [text[mark.start : mark.end] for mark in quote.marks] == [opening, closing]


def test_two_styles_in_one_article():
    text = "“One ship is lost now,” she said.\n\n''Two ships are lost now,'' he said."
    assert [quote.text for quote in quotes(text)] == ["One ship is lost now,", "Two ships are lost now,"]


def test_an_apostrophe_is_no_mark_and_an_odd_number_of_them_breaks_nothing():
    text = "It's the sailors' ship. \"Nobody counted the crew's ships,\" said Ada Brook."
    (quote,) = quotes(text, ("Ada Brook", "said", "Nobody counted the crew's ships"))
    assert quote.text == "Nobody counted the crew's ships,"


def test_a_possessive_in_single_marks_does_not_end_them():
    text = "'The sailors' ship is the owners' loss,' said Ada Brook."
    (quote,) = quotes(text, ("Ada Brook", "said", "The sailors' ship is the owners' loss"))
    assert quote.text.startswith("The sailors' ship")
    assert quote.text.rstrip(",").endswith("loss")


def test_a_mark_that_nobody_closes_ends_with_its_paragraph():
    first, second = quotes("“Nobody counted the ships.\n\nThe board met. “We lost four of them,” it said.")
    assert (first.text, second.text) == ("Nobody counted the ships.", "We lost four of them,")


def test_a_closing_mark_alone_is_nothing():
    assert quotes("Nobody counted the ships,” said the board.") == []


def test_a_paragraph_that_opens_the_mark_again_goes_on_with_its_speaker():
    text = "“Nobody counted the ships,” said Ada Brook. “They lay there.\n\n“Then they sank, all four.”"
    found = quotes(text, ("Ada Brook", "said", "Nobody counted the ships"))
    assert [quote.speaker.name for quote in found] == ["Ada Brook"] * len(found)
    assert found[-1].text == "They lay there. Then they sank, all four."


def test_a_quote_of_many_sentences_has_no_largest_length():
    words = " ".join(["Nobody counted the ships."] * 400)
    (quote,) = quotes(f"“{words}” said Ada Brook.", ("Ada Brook", "said", words))
    assert quote.text == words


def test_a_broken_quote_keeps_its_pieces_apart():
    text = "“Nobody counted,” said Ada Brook. “The ships sank.”"
    found = quotes(text, ("Ada Brook", "said", "Nobody counted", "The ships sank"))
    pieces = [text[span.start : span.end] for quote in found for span in quote.fragments]
    assert pieces == ["Nobody counted,", "The ships sank."]
    assert {quote.speaker.name for quote in found} == {"Ada Brook"}


def test_a_short_stretch_in_marks_is_kept_where_somebody_says_it():
    text = "Ada Brook called the plan “a joke”."
    (quote,) = quotes(text, ("Ada Brook", "called", "the plan “a joke"))
    assert (quote.form, quote.text) == ("mixed", "the plan “a joke”")


def test_a_short_quote_by_i_is_kept():
    (quote,) = quotes("“No,” I said.", ("I", "said", "No"))
    assert (quote.text, str(quote.speaker.mention)) == ("No,", "I")


def test_a_quote_that_ends_with_the_text_is_whole():
    (quote,) = quotes("Ada Brook said: “Nobody counted the ships”", ("Ada Brook", "said", "Nobody counted the ships"))
    assert quote.text == "Nobody counted the ships"


def test_a_cue_of_several_words():
    text = "“Nobody counted the ships,” Ada Brook pointed out."
    (quote,) = quotes(text, ("Ada Brook", "pointed out", "Nobody counted the ships"))
    assert str(quote.cue) == "pointed out"


def test_words_without_a_cue_stay_with_the_reason():
    (quote,) = quotes("“Nobody counted the ships that night.” The board met.")
    assert (quote.speaker, quote.unattributed) == (None, "no cue and no speaker before it")


def test_a_line_of_blanks_and_odd_characters_break_nothing():
    text = "“Nobody counted the ships,”\u00a0said Ada Brook.\n \n\t\n“Caf\u00e9 \U0001f6a2 owners saw four\u2026”"
    first, second = quotes(text, ("Ada Brook", "said", "Nobody counted the ships"))
    assert first.speaker.name == "Ada Brook"
    assert text[second.span.start : second.span.end] == second.text == "Caf\u00e9 \U0001f6a2 owners saw four\u2026"


def test_the_same_words_twice_are_two_places():
    text = "“Nobody counted the ships,” she said. Later: “Nobody counted the ships.”"
    first, second = quotes(text)
    assert first.span.start < second.span.start


def test_the_speaker_can_be_in_another_paragraph():
    text = "Ada Brook said:\n\n“Nobody counted the ships that night.”"
    (quote,) = quotes(text, ("Ada Brook", "said", "Nobody counted the ships that night."))
    assert quote.speaker.name == "Ada Brook"


def test_inner_marks_are_not_quotes_of_their_own_beside_the_outer_ones():
    text = "“He told us ‘never again and never here’ twice,” said Ada Brook."
    (quote,) = quotes(text, ("Ada Brook", "said", "He told us ‘never again and never here’ twice"))
    assert quote.text == "He told us ‘never again and never here’ twice,"


@given(texts())
def test_any_text_gives_quotes_with_the_words_at_their_places(text):
    for quote in quotes(text):
        assert all(text[span.start : span.end].strip() for span in quote.fragments)
        assert quote.text == " ".join(text[span.start : span.end] for span in quote.fragments)
        assert quote.speaker is not None or quote.unattributed


WORDS = [
    "“",
    "”",
    "'",
    '"',
    ":",
    "—",
    ",",
    ".",
    "\n",
    "she",
    "I",
    "Ada",
    "said",
    "told",
    "asked",
    "that",
    "ships",
    "who",
]
RELATIONS = ["nsubj", "ccomp", "obj", "iobj", "mark", "xcomp", "conj", "acl", "appos", "obl", "punct", "parataxis"]


@st.composite
def parsed(draw):
    """A document with a tree, parts of speech and attributions that make no sense together."""
    words = st.lists(st.sampled_from(WORDS), min_size=3, max_size=15).map(" ".join)
    text = f"{draw(words)}. “{draw(words)} told She {draw(words)}. “{draw(words)} ‘ships sank now’ {draw(words)}”"
    document = written(text, names={"Ada": "Person"} if "Ada" in text else {})
    size = len(document.tokens)
    places = st.integers(0, size - 1)
    tokens = [
        attrs.evolve(
            token,
            head=draw(places),
            deprel=draw(st.sampled_from(RELATIONS)),
            upos="VERB"
            if token.text in {"said", "told", "asked"}
            else draw(st.sampled_from(["NOUN", "PRON", "ADP", "PUNCT"])),
            lemma={"said": "say", "told": "tell", "asked": "ask"}.get(token.text, token.text),
        )
        for token in document.tokens
    ]
    document = document.with_layer("tokens", tokens)

    def stretch():
        first, last = sorted((draw(places), draw(places)))
        return Span(tokens[first].span.start, tokens[last].span.end)

    found = []
    for _ in range(draw(st.integers(0, 3))):
        content = stretch()
        parts = {"cue": (stretch(),) if draw(st.booleans()) else (), "source": (stretch(),)}
        found.append(Attribution.make(text, content, content=(content,), confidence=draw(st.floats(0, 1)), **parts))
    return document.with_layer("attributions", distinct(found)) if draw(st.booleans()) else document


@settings(max_examples=300)
@given(parsed())
def test_trees_and_attributions_without_sense_break_nothing(document):
    for item in Quotes().extract(document):
        assert document.cut(item.span)


@pytest.mark.parametrize("said", [0, 3, 4])
def test_heads_in_a_circle_end_the_walk(said):
    document = written("Ada said the quay sank.")
    heads = (1, said, 3, 4, 1, 1)
    relations = ("nsubj", "root", "det", "nsubj", "ccomp", "punct")
    tokens = [
        attrs.evolve(token, head=head, deprel=relation, upos="VERB" if token.text == "said" else "NOUN", lemma="say")
        for token, head, relation in zip(document.tokens, heads, relations, strict=True)
    ]
    document = document.with_layer("tokens", tokens)
    assert list(Quotes().extract(document)) == []


@pytest.mark.parametrize("mark", ["'", '"', "“", "”", "''", "«", "‘ “"])
def test_marks_without_end_are_read_once(mark):
    found = stretches(f"{mark}x " * 3000)
    assert len(found) <= 3000 * 2
