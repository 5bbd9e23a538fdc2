"""Quotes: form, speaker and cue, from the model's attributions or from marks and trees alone."""

from __future__ import annotations

import pytest

from newsparse.model import Document, Layer, Quote, Sentence, Span, Token
from newsparse.testing import attributed, check_extractor, written
from newsparse_quotes.extractor import Quotes, QuotesConfig
from newsparse_quotes.plugin import newsparse_extractors

PEOPLE = {"Ada Brook": "Person", "Tomas Varga": "Person", "Lanternfield": "Organization"}


def place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def article(text: str, *attributions: tuple[str, str, str | list[str]]) -> Document:
    """A document with entities for the names above and an attribution for each (source, cue, content)."""
    names = {name: label for name, label in PEOPLE.items() if name in text}
    found = []
    for source, cue, content in attributions:
        pieces = [content] if isinstance(content, str) else content
        found.append(attributed(text, source, cue, *pieces, confidence=0.9))
    return written(text, names=names, layers=[Layer.of("attributions", found)])


def quotes(document: Document, **settings):
    return [item for item in Quotes(QuotesConfig(**settings)).extract(document) if isinstance(item, Quote)]


def test_a_direct_quote():
    text = "“We lost four ships,” said Ada Brook."
    (quote,) = quotes(article(text, ("Ada Brook", "said", "“We lost four ships,”")))
    assert (quote.form, quote.text, str(quote.cue)) == ("direct", "We lost four ships,", "said")
    assert (quote.speaker.name, quote.speaker.kind, quote.speaker.reason) == ("Ada Brook", "person", "named")
    assert [text[mark.start : mark.end] for mark in quote.marks] == ["“", "”"]


def test_an_indirect_quote():
    text = "Tomas Varga denied that the board had known."
    (quote,) = quotes(article(text, ("Tomas Varga", "denied", "that the board had known")))
    assert (quote.form, quote.modality, quote.speaker.name) == ("indirect", "negated", "Tomas Varga")


def test_a_mixed_quote_keeps_both_marks():
    text = "Ada Brook called the plan “a bill for other people.”"
    (quote,) = quotes(article(text, ("Ada Brook", "called", "the plan “a bill for other people")))
    assert (quote.form, quote.text) == ("mixed", "the plan “a bill for other people.”")


def test_a_broken_quote_is_one_quote():
    text = "“We lost ships,” said Ada Brook, “and nobody counted.”"
    (quote,) = quotes(article(text, ("Ada Brook", "said", ["We lost ships", "and nobody counted"])))
    assert (quote.form, quote.text) == ("direct", "We lost ships, and nobody counted.")
    assert len(quote.fragments) == 2


def test_according_to_an_organisation():
    text = "The quay is sinking, according to Lanternfield."
    (quote,) = quotes(article(text, ("Lanternfield", "according to", "The quay is sinking")))
    assert (quote.speaker.name, quote.speaker.kind) == ("Lanternfield", "organisation")


def test_a_quote_without_cue_goes_on_with_its_speaker():
    text = "“We lost four ships,” said Ada Brook. “Nobody counted them at all.”"
    first, second = quotes(article(text, ("Ada Brook", "said", "We lost four ships")))
    assert (second.speaker.name, second.speaker.reason, second.cue) == ("Ada Brook", "continues", None)
    assert (first.speaker.entity, first.speaker.mention) == (second.speaker.entity, second.speaker.mention)


def test_a_quote_in_another_paragraph_does_not_go_on():
    text = "“We lost four ships,” said Ada Brook.\n\nThe board met. “Nobody counted them at all.”"
    _, second = quotes(article(text, ("Ada Brook", "said", "We lost four ships")))
    assert second.speaker is None
    assert second.unattributed == "no cue and no speaker before it"


def test_a_pronoun_is_the_person_before():
    text = "Ada Brook left. She said that nobody counted."
    (quote,) = quotes(article(text, ("She", "said", "that nobody counted")))
    assert (quote.speaker.name, quote.speaker.reason, str(quote.speaker.mention)) == ("Ada Brook", "pronoun", "She")


def test_a_pronoun_without_a_person_stays_open():
    text = "Rain fell. She said that nobody counted."
    (quote,) = quotes(article(text, ("She", "said", "that nobody counted")))
    assert (quote.speaker.entity, quote.speaker.kind) == (None, "unresolved")


def test_a_described_speaker_is_unnamed_and_a_report_a_document():
    text = "A sailor said that it rained. The report said that it snowed."
    found = quotes(article(text, ("A sailor", "said", "that it rained"), ("The report", "said", "that it snowed")))
    assert [quote.speaker.kind for quote in found] == ["unnamed", "document"]


def test_short_words_in_marks_are_no_quotes():
    assert quotes(article("The so-called “free lunch” was not.")) == []


def test_a_long_stretch_in_marks_that_the_model_missed():
    (quote,) = quotes(article("“We lost four ships that night.” The board met."))
    assert (quote.evidence[0].rule, quote.speaker, quote.form) == ("marks", None, "direct")


def test_two_attributions_do_not_share_words():
    text = "“We lost four ships,” said Ada Brook. Tomas Varga said so too."
    found = quotes(
        article(text, ("Ada Brook", "said", "We lost four ships"), ("Tomas Varga", "said", "We lost four ships"))
    )
    assert len(found) == 1


ROWS = [
    ("Ada", "PROPN", "nsubj", 2),
    ("Brook", "PROPN", "flat", 0),
    ("said", "VERB", "root", 2),
    ("nobody", "PRON", "nsubj", 4),
    ("counted", "VERB", "ccomp", 2),
    ("them", "PRON", "obj", 4),
]


def parsed(lemma: str = "say") -> Document:
    text = " ".join(row[0] for row in ROWS)
    tokens, at = [], 0
    for index, (word, upos, deprel, head) in enumerate(ROWS):
        tokens.append(
            Token.make(
                text,
                Span(at, at + len(word)),
                group=index,
                upos=upos,
                lemma=lemma if word == "said" else word,
                deprel=deprel,
                head=head,
            )
        )
        at += len(word) + 1
    sentence = Sentence.make(text, Span(0, len(text)), first=0, last=len(tokens))
    return Document(text=text).with_layer("tokens", tokens).with_layer("sentences", [sentence])


def test_trees_replace_the_model_where_it_is_missing():
    (quote,) = quotes(parsed())
    assert (quote.text, quote.speaker.name, quote.evidence[0].rule) == (
        "nobody counted them",
        "Ada Brook",
        "speech-verb",
    )


@pytest.mark.parametrize(("cues", "count"), [((), 0), (("thunder",), 1)])
def test_cues_of_the_user_are_added(cues, count):
    assert len(quotes(parsed("thunder"), cues=cues)) == count


def test_the_contract():
    text = "“We lost four ships,” said Ada Brook. “Nobody counted them at all.”"
    for spec in newsparse_extractors():
        check_extractor(spec, [article(text, ("Ada Brook", "said", "We lost four ships")), parsed()])


def test_an_attribution_inside_of_a_paragraph_in_marks_leaves_the_paragraph_whole():
    text = "Ada Brook came.\n\n“It will pass by us soon. People ask if they should stop paying.”\n\nShe left."
    quote, inner = quotes(article(text, ("People", "ask", "if they should stop paying")))
    assert (quote.text, quote.form) == ("It will pass by us soon. People ask if they should stop paying.", "direct")
    assert (inner.text, inner.within) == ("if they should stop paying", quote.id)
