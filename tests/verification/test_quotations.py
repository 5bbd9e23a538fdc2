"""Quotations of a draft: verbatim, shortened, altered, given to somebody else, or nowhere."""

from __future__ import annotations

import attrs
import pytest

from newsparse.model import Document, Quote, Span, Speaker
from newsparse.verification import verify


def only(draft, *sources):
    (finding,) = verify(draft, sources).findings
    return finding


@pytest.fixture
def quoted(made):
    """Makes a draft that gives words to somebody."""

    def quoted(words, name="Ada Brook"):
        return made(f"“{words},” {name} said.", quotes=[(f"{words},", name, name)])

    return quoted


def test_the_same_words_are_verbatim_with_both_places(port, quoted):
    found = only(quoted("Our members will not wait"), port)
    assert (found.verdict, found.supported, found.likeness) == ("verbatim", True, 1)
    assert port.text[found.there.start : found.there.end] == found.there.text == "Our members will not wait"
    assert found.there.document == port.id
    assert found.text == "Our members will not wait,"


@pytest.mark.parametrize(
    "words",
    [
        "We have waited long enough for this",
        "nobody should call it generous",
        "We have waited ... call it generous",
        "We have waited long enough for this [...] Our members will not wait",
        "We have waited long enough for this, and nobody should call it generous. Our members will not wait",
    ],
)
def test_a_part_of_the_words_and_passages_of_one_speaker_are_shortened(port, words, quoted):
    assert only(quoted(words), port).verdict == "shortened"


@pytest.mark.parametrize(
    "words", ["nobody came to help us the harbour was full", "nobody came to aid us the harbour was full"]
)
def test_passages_that_a_speaker_tells_in_turns_are_put_together_in_the_order_of_the_text(words, quoted):
    text = "“We lost ships. The harbour was full of ice. Nobody came to help us,” said Ada Brook."
    ada = Speaker(name="Ada Brook", kind="person")
    told = ("We lost ships.", "The harbour was full of ice.", "Nobody came to help us,")
    first, second, third = (Span(text.index(part), text.index(part) + len(part)) for part in told)
    quotes = [
        Quote.make(text, Span(first.start, third.end), fragments=(first, third), form="direct", speaker=ada),
        Quote.make(text, second, fragments=(second,), form="direct", speaker=ada),
    ]
    source = Document(text=text).with_layer("quotes", quotes).with_layer("numbers", [])
    assert only(quoted(words), source).verdict in ("altered", "absent")


def test_marks_apostrophes_case_accents_and_numerals_make_no_difference(made):
    source = made("“It’s the café’s three tables,” said Ada Brook.")
    draft = made("\"it's the CAFE's 3 tables,\" said Ada Brook.")
    assert only(draft, source).verdict == "verbatim"


@pytest.mark.parametrize(
    ("words", "here", "there"),
    [
        ("Our members will certainly not wait", "certainly", None),
        ("Our members will wait", None, "not"),
        ("Our managers will not wait", "managers", "members"),
        ("We have waited long enough for this, and everybody should call it generous", "everybody", "nobody"),
    ],
)
def test_altered_words_are_shown_with_those_of_the_source(port, words, here, there, quoted):
    found = only(quoted(words), port)
    (difference,) = found.differences
    assert (found.verdict, difference.part) == ("altered", "words")
    assert (difference.here and difference.here.text, difference.there and difference.there.text) == (here, there)


def test_words_that_no_source_has_are_absent(port, quoted):
    found = only(quoted("The harbour was never on the table"), port)
    assert (found.verdict, found.there, found.differences) == ("absent", None, ())


def test_words_of_somebody_else_are_given_back(port, quoted):
    found = only(quoted("It is a fair price for quiet piers", "Ada Brook"), port)
    (difference,) = found.differences
    assert (found.verdict, difference.here.text, difference.there.text) == ("speaker", "Ada Brook", "Varga")


def without_sentences(document):
    """The document as a database of ``newsparse index`` keeps it."""
    return attrs.evolve(document, layers=tuple(item for item in document.layers if item.name != "sentences"))


def test_words_of_somebody_else_are_given_back_by_an_archive_that_keeps_no_sentences(port, quoted):
    archived = without_sentences(port)
    assert only(quoted("It is a fair price for quiet piers", "Ada Brook"), archived).verdict == "speaker"
    assert only(quoted("It is a fair price for quiet piers", "Tomas Varga"), archived).verdict == "verbatim"


def test_without_sentences_none_ends_after_a_title_or_an_initial(quoted, made):
    text = "“We sell nothing,” said Tomas Varga, who met Dr. Lena Marsh and J. Pell at noon. Ada Brook stayed."
    archived = without_sentences(made(text, quotes=[("We sell nothing,", "Tomas Varga", "Tomas Varga")]))
    verdicts = [
        only(quoted("We sell nothing", name), archived).verdict for name in ("Lena Marsh", "Jon Pell", "Ada Brook")
    ]
    assert verdicts == ["verbatim", "verbatim", "speaker"]


def test_fewer_names_and_initials_are_the_same_speaker(port, quoted):
    for name in ("Varga", "T. Varga", "Mr. Varga", "Tomas A. Varga"):
        assert only(quoted("It is a fair price for quiet piers", name), port).verdict == "verbatim"


@pytest.mark.parametrize(
    "text",
    [
        "Lena Marsh met Tomas Varga. “We sell nothing,” he said.",
        "Tomas Varga, like Lena Marsh, is cautious: “We sell nothing,” Varga said.",
    ],
)
def test_whom_the_source_may_mean_is_not_ruled_out(text, quoted, made):
    source = made(text, quotes=[("We sell nothing,", "Tomas Varga", "he" if " he " in text else "Tomas Varga")])
    for kept in (source, without_sentences(source)):
        assert only(quoted("We sell nothing", "Lena Marsh"), kept).verdict == "verbatim"
        assert only(quoted("We sell nothing", "Jon Pell"), kept).verdict == "speaker"


@pytest.mark.parametrize(
    ("here", "there", "verdict"),
    [
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky", "verbatim"),
        ("Schmitt", "Eva Schmidt", "verbatim"),
        ("Hemi Kamati", "Tamaki", "verbatim"),
        ("Olga Zelenska", "Volodymyr Zelensky", "speaker"),
        ("Ada Brook", "Ada Bruck", "speaker"),
    ],
)
def test_two_spellings_of_a_name_may_be_one_speaker(here, there, verdict, quoted, made):
    source = made(f"“We sell nothing,” {there} said.", quotes=[("We sell nothing,", there, there)])
    assert only(quoted("We sell nothing", here), source).verdict == verdict


@pytest.mark.parametrize(
    ("mention", "name", "verdict"),
    [
        ("former Kell Education Secretary Lena Marsh", "Kell Education Secretary", "verbatim"),
        ("Varga Lines chief executive Marsh", "Varga Lines", "speaker"),
    ],
)
def test_whoever_is_among_the_words_for_the_speaker_is_not_ruled_out(mention, name, verdict, quoted, made):
    source = made(f"“We sell nothing,” {mention} said.", quotes=[("We sell nothing,", name, mention)])
    assert only(quoted("We sell nothing", "Lena Marsh"), source).verdict == verdict


@pytest.mark.parametrize(("mention", "verdict"), [("she", "verbatim"), ("Lena Marsh", "speaker")])
def test_two_pronouns_may_mean_one_speaker(mention, verdict, made):
    text = "Ada Brook left early. It rained. It snowed. “We sell nothing,” she said."
    source = made(text, quotes=[("We sell nothing,", "Ada Brook", "she")])
    text = f"Lena Marsh stayed. Then it was late. “We sell nothing,” {mention} said."
    assert only(made(text, quotes=[("We sell nothing,", "Lena Marsh", mention)]), source).verdict == verdict


@pytest.mark.parametrize(("between", "verdict"), [(" ", "speaker"), ("\n\n", "verbatim")])
def test_whoever_only_another_paragraph_names_is_open(between, verdict, port, made):
    text = f"“It is a fair price for quiet piers.”{between}Ada Brook said it rained."
    draft = made(text, quotes=[("It is a fair price for quiet piers.", "Ada Brook", "Ada Brook")])
    assert only(draft, port).verdict == verdict


@pytest.mark.parametrize(("reason", "verdict"), [("continues", "verbatim"), ("named", "speaker")])
def test_a_speaker_carried_over_from_other_words_is_open(reason, verdict, port, quoted):
    draft = quoted("It is a fair price for quiet piers")
    (quote,) = draft.quotes
    carried = attrs.evolve(quote, speaker=attrs.evolve(quote.speaker, reason=reason))
    assert only(draft.with_layer("quotes", [carried]), port).verdict == verdict


def test_words_in_marks_that_are_no_claim_are_checked_from_three_words_on(port, made):
    draft = made("The “fair price” became “a fair price for noisy piers” overnight.")
    found = only(draft, port)
    assert (found.text, found.verdict, found.claim) == ("a fair price for noisy piers", "altered", None)


def test_the_source_that_supports_goes_before_one_that_does_not(port, quoted, made):
    other = made("“Our members will never wait,” Ada Brook said.")
    for sources in ([port, other], [other, port]):
        assert only(quoted("Our members will not wait"), *sources).there.document == port.id


def test_sources_are_taken_one_by_one(port, quoted, made):
    sources = iter([made("Nothing was said."), port])
    assert only(quoted("Our members will not wait"), *sources).supported
