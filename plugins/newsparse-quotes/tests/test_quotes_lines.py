"""Lines that name their speaker: transcripts, signatures behind a dash, headings, sentences between two quotes."""

from __future__ import annotations

import attrs
import pytest

from newsparse.model import Document, Layer, Quote, Span
from newsparse.syntax import Index, Tree
from newsparse.testing import attributed, parsed, written
from newsparse_quotes.drafts.draft import Draft, Tie
from newsparse_quotes.extractor import Quotes
from newsparse_quotes.marks.stretches import Outer, stretches
from newsparse_quotes.sources.distance import detached
from newsparse_quotes.sources.lines import colon_before, labelled, led, signed
from newsparse_quotes.sources.turns import interrupted

NAMES = {"Ada Brook": "Person", "Mira Kell": "Person"}


def spoken(text: str, *attributions: tuple[str, ...]) -> list[tuple[str, str | None]]:
    """The quotes of a text with their speakers' names; each attribution is (source, cue, pieces of content)."""
    found = [attributed(text, *words, confidence=0.95) for words in attributions]
    document = named(text, Layer.of("attributions", found))
    quotes = [item for item in Quotes().extract(document) if isinstance(item, Quote)]
    return [(quote.text, quote.speaker.name if quote.speaker else None) for quote in quotes]


def named(text: str, *layers: Layer) -> Document:
    return written(text, names={name: label for name, label in NAMES.items() if name in text}, layers=layers)


def spans(document: Document, *parts: str) -> list[Span]:
    return [Span(document.text.index(part), document.text.index(part) + len(part)) for part in parts]


TURNS = "BROOK: The quay sank.\n\nKELL: Who counted the ships?\n\nBROOK: Nobody did."


def test_every_paragraph_of_a_transcript_goes_to_its_own_label_where_the_model_takes_them_for_one():
    document = Document(text=TURNS)
    pieces = spans(document, "The quay sank.", "KELL: Who counted the ships?", "BROOK: Nobody did.")
    drafts = [Draft([piece], None, None, "attribution-model", 0.9) for piece in pieces]
    found = [labelled(TURNS, draft, Tree(document)) for draft in drafts]
    assert [document.cut(draft.content[0]) for draft in found[1:]] == ["Who counted the ships?", "Nobody did."]
    assert [document.cut(draft.source) for draft in found[1:]] == ["KELL", "BROOK"]


def test_a_label_is_no_piece_of_content():
    document = Document(text=TURNS)
    pieces = [Span(0, 5), *spans(document, "The quay sank.")]
    found = labelled(TURNS, Draft(pieces, None, None, "attribution-model", 0.9), Tree(document))
    assert [document.cut(piece) for piece in found.content] == ["The quay sank."]
    assert document.cut(found.source) == "BROOK"


def test_a_label_without_words_behind_it_stays_content():
    document = Document(text="BROOK: \n\nThe quay sank.")
    draft = Draft([Span(0, 5)], None, None, "attribution-model", 0.9)
    assert labelled(document.text, draft, Tree(document)) == draft


SIGNED = [
    ("“The quay sank.” — Ada Brook", "Ada Brook"),
    ("“The quay sank.” — Ada Brook.", "Ada Brook"),
    ("“The quay sank.” ― Ada B. Brook", "Ada B. Brook"),
    ("“The quay sank. ‘Gone,’ I thought. Then “all of it.” — Ada Brook", "Ada Brook"),
    ("”The quay sank.” — Ada Brook", "Ada Brook"),
    ("“The quay sank.” — and so did the ships", None),
    ("She wrote “The quay sank” and “We left.” — Ada Brook", None),
    ("“The quay sank.” It rained.\n“We left.” — Ada Brook", None),
]


@pytest.mark.parametrize(("text", "name"), SIGNED, ids=[text for text, _ in SIGNED])
def test_a_dash_and_a_name_sign_a_line_that_begins_in_marks(text, name):
    draft = Draft(spans(Document(text=text), "The quay sank"), None, None, "marks")
    found = signed(Index(written(text)), draft)
    assert (found.source.cut(text) if found else None) == name


def test_a_closing_mark_that_begins_a_line_opens():
    (found,) = stretches("”The quay sank,” she said.")
    assert (found.content, found.depth) == (Span(1, 15), 0)
    assert stretches("” The quay sank.") == []


FOLLOWING = [
    ("Brook", "PROPN", "nsubj", 1),
    ("made", "VERB", "root", 1),
    ("the", "DET", "det", 4),
    ("following", "VERB", "amod", 4),
    ("comment", "NOUN", "obj", 1),
    (":", "PUNCT", "punct", 1),
    ("“", "PUNCT", "punct", 7),
    ("Sink", "VERB", "parataxis", 1),
    ("”", "PUNCT", "punct", 7),
]


def test_a_following_comment_is_by_who_makes_it():
    document = parsed(FOLLOWING)
    draft = Draft(spans(document, "Sink"), None, None, "marks")
    found = led(draft, Tree(document), colon_before(document.text, draft.content[0]))
    assert (document.cut(found.source), found.tie) == ("Brook", Tie.INTRODUCED)


HEADINGS = [
    ("A word from Ada Brook: “Count the ships first.”", "Ada Brook"),
    ("Ada Brook and a word: “Count the ships first.”", None),
]


@pytest.mark.parametrize(("text", "name"), HEADINGS, ids=["right before the colon", "farther off"])
def test_a_heading_names_the_speaker_right_before_its_colon(text, name):
    document = named(text)
    tokens = [attrs.evolve(token, upos="NOUN") for token in document.tokens]
    draft = Draft(spans(document, "Count the ships first."), None, None, "marks")
    found = led(draft, Tree(document.with_layer("tokens", tokens)), colon_before(text, draft.content[0]))
    assert (found.source.cut(text) if found else None) == name


BETWEEN = [
    ("“", "PUNCT", "punct", 1),
    ("Sink", "VERB", "ccomp", 4),
    ("”", "PUNCT", "punct", 1),
    ("she", "PRON", "nsubj", 4),
    ("said", "VERB", "root", 4),
    ("loudly", "ADV", "advmod", 4),
    (".", "PUNCT", "punct", 4),
    ("“", "PUNCT", "punct", 8),
    ("Swim", "VERB", "parataxis", 4),
    ("”", "PUNCT", "punct", 8),
]


@pytest.mark.parametrize(("verb", "end", "speaker"), [("say", ".", "she"), ("nod", ".", None), ("say", ",", None)])
def test_a_sentence_between_two_quotes_names_who_says_the_second(verb, end, speaker):
    rows = [(end, *row[1:]) if row[0] == "." else row for row in BETWEEN]
    document = parsed(rows, lemmas={"said": verb})
    draft = Draft(spans(document, "Swim"), None, None, "attribution-model", 0.9)
    found = interrupted(document.text, draft, Tree(document), Outer(stretches(document.text)))
    assert (document.cut(found.source) if found else None) == speaker


LED = "I had to say: “The quay sank.” Then Ada Brook said, “Good.”"


@pytest.mark.parametrize("colon", [True, False], ids=["after a colon", "without one"])
def test_a_quote_after_a_colon_that_ends_its_sentence_does_not_belong_to_the_next_cue(colon):
    text = LED if colon else LED.replace("say:", "say")
    document = named(text)
    content, cue, source = spans(document, "The quay sank.", "said", "Ada Brook")
    draft = Draft([content, *spans(document, "Good.")], cue, source, "attribution-model", 0.9)
    parts = detached(text, draft, Tree(document))
    assert len(parts) == (2 if colon else 1)


def test_a_quote_far_from_its_cue_is_not_held_by_a_source_beside_it():
    text = "“The quay sank,” Mira Kell sighed.\n\nIt rained. Ada Brook said the ships were old."
    document = named(text)
    source, cue = spans(document, "Mira Kell", "said")
    draft = Draft(spans(document, "The quay sank", "the ships were old"), cue, source, "attribution-model", 0.9)
    assert len(detached(text, draft, Tree(document))) == 2


def test_two_hyphens_behind_a_quote_are_not_part_of_it():
    assert spoken("''The quay sank'' -- so she said -- again.", ("she", "said", "''The quay sank'' --"))[0][0] == (
        "The quay sank"
    )


def test_a_signed_post_is_of_whoever_signs_it(said):
    text = (
        "Ada Brook said the fares would not rise this year.\n\n"
        "“The east quay stays open tonight. All ships are on time.”\n"
        "— Lund Lines (@lundlines) March 3, 2024 at 9:14 AM\n\n"
        "“We are proud of our crews.”\n— Tom Varga\n\nThe council will vote in April."
    )
    assert said(text) == [
        (("the fares would not rise this year",), "Ada Brook"),
        (("The east quay stays open tonight. All ships are on time.",), "Lund Lines"),
        (("We are proud of our crews.",), "Tom Varga"),
    ]
