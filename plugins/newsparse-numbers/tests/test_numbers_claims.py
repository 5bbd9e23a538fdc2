"""Number claims: what a figure counts, whose it is, and the quote that it is in."""

from __future__ import annotations

import pytest

from newsparse.model import Evidence, Layer, Mention, NumberClaim, Quote, Span, Speaker
from newsparse.testing import Word, check_extractor, parsed, written
from newsparse_numbers import NumberExtractor
from newsparse_numbers.plugin import newsparse_extractors


def claims(document):
    return [item for item in NumberExtractor().extract(document) if isinstance(item, NumberClaim)]


def test_the_counted_noun_with_its_modifiers():
    document = parsed(
        [
            ("Orlatech", "PROPN", "nsubj", 1),
            ("bought", "VERB", "root", 1),
            ("9", "NUM", "nummod", 5),
            ("Varga", "PROPN", "compound", 5),
            ("K7", "PROPN", "compound", 5),
            ("pumps", "NOUN", "obj", 1),
        ]
    )
    (claim,) = claims(document)
    assert str(claim.subject) == "Varga K7 pumps"


@pytest.mark.parametrize(
    ("between", "subject"),
    [("more", "wooden boats"), ("such", "wooden boats"), ("Such", "wooden boats"), ("other", "other wooden boats")],
)
def test_what_only_counts_on_is_not_part_of_the_counted_noun(between, subject):
    document = parsed(
        [
            ("Orlatech", "PROPN", "nsubj", 1),
            ("bought", "VERB", "root", 1),
            ("2", "NUM", "nummod", 5),
            (between, "ADJ", "amod", 5),
            ("wooden", "ADJ", "amod", 5),
            ("boats", "NOUN", "obj", 1),
        ]
    )
    (claim,) = claims(document)
    assert str(claim.subject) == subject


def test_what_a_part_is_of():
    document = parsed(
        [
            ("40", "NUM", "nummod", 1),
            ("percent", "NOUN", "nsubj", 4),
            ("of", "ADP", "case", 3),
            ("voters", "NOUN", "nmod", 1),
            ("agreed", "VERB", "root", 4),
        ]
    )
    (claim,) = claims(document)
    assert (str(claim.quantity), str(claim.subject)) == ("40%", "voters")


def test_half_of_what_follows_with_its_article():
    document = parsed(
        [
            ("Half", "NOUN", "det:predet", 2),
            ("the", "DET", "det", 2),
            ("voters", "NOUN", "nsubj", 3),
            ("agreed", "VERB", "root", 3),
        ]
    )
    (claim,) = claims(document)
    assert (str(claim.subject), claim.rule) == ("voters", "numbers.subject.part-of")


def test_a_share_of_those_that_open_the_clause():
    document = parsed(
        [
            ("Of", "ADP", "case", 2),
            ("the", "DET", "det", 2),
            ("voters", "NOUN", "obl", 6),
            (",", "PUNCT", "punct", 6),
            ("45", "NUM", "nummod", 5),
            ("percent", "NOUN", "nsubj", 6),
            ("agreed", "VERB", "root", 6),
        ]
    )
    (claim,) = claims(document)
    assert (str(claim.subject), claim.rule) == ("voters", "numbers.subject.part-of")


def test_a_share_of_those_who_were_asked():
    document = parsed(
        [
            ("They", "PRON", "nsubj", 1),
            ("asked", "VERB", "root", 1),
            ("900", "NUM", "nummod", 3),
            ("adults", "NOUN", "obj", 1),
            ("and", "CCONJ", "cc", 7),
            ("40", "NUM", "nummod", 6),
            ("percent", "NOUN", "nsubj", 7),
            ("agreed", "VERB", "conj", 1),
        ]
    )
    asked, share = claims(document)
    assert str(asked.subject) == str(share.subject) == "adults"
    assert share.rule == "numbers.carried.some-of-them"


def test_the_subject_of_the_verb_that_measures():
    document = parsed(
        [
            ("The", "DET", "det", 2),
            ("new", "ADJ", "amod", 2),
            ("quay", "NOUN", "nsubj", 3),
            ("cost", "VERB", "root", 3),
            ("£90", "NUM", "obj", 3),
        ]
    )
    (claim,) = claims(document)
    assert (str(claim.subject), claim.rule) == ("new quay", "numbers.subject.clause-subject")


def test_the_object_that_is_put_at_a_figure():
    document = parsed(
        [
            ("Banks", "NOUN", "nsubj", 1),
            ("cut", "VERB", "root", 1),
            ("rates", "NOUN", "obj", 1),
            ("to", "ADP", "case", 4),
            ("5%", "NUM", "obl", 1),
        ]
    )
    (claim,) = claims(document)
    assert (str(claim.subject), claim.role, claim.direction) == ("rates", "to", "down")


def test_a_pronoun_holds_under_the_name_before_it():
    text = "Orlatech said it has 9 ships"
    words = [("Orlatech", "PROPN", "nsubj", 1), ("said", "VERB", "root", 1), ("it", "PRON", "nsubj", 3)]
    words += [("has", "VERB", "ccomp", 1), ("9", "NUM", "nummod", 5), ("ships", "NOUN", "obj", 3)]
    name, pronoun = Span(0, 8), Span(14, 16)
    mentions = [
        Mention.make(text, name, label="Organization", form="named", entity="entity:0-8"),
        Mention.make(text, pronoun, label="Organization", form="pronoun", entity="entity:0-8"),
    ]
    document = parsed(words).with_layer("mentions", mentions)
    (claim,) = (item for item in NumberExtractor().extract(document) if isinstance(item, NumberClaim))
    assert (str(claim.holder), str(claim.subject)) == ("Orlatech", "ships")


def test_the_words_after_a_figure_replace_missing_trees():
    (claim,) = claims(written("It sold 300 electric boats in Orla."))
    assert (str(claim.subject), claim.rule) == ("electric boats", "numbers.subject.following")


def test_a_bracket_measures_what_is_before_it():
    document = parsed(
        [
            ("Varga", "PROPN", "root", 0),
            ("(", "PUNCT", "punct", 2),
            ("£90", "NUM", "dep", 0),
            (")", "PUNCT", "punct", 2),
        ]
    )
    (claim,) = claims(document)
    assert (str(claim.subject), claim.rule) == ("Varga", "numbers.subject.marked-off")


def test_the_evidence_names_what_decided_each_part():
    words = [
        ("Orlatech", "PROPN", "nsubj", 1),
        ("has", "VERB", "root", 1),
        ("9", "NUM", "nummod", 3),
        ("ships", "NOUN", "obj", 1),
    ]
    document = parsed(words)
    quote = _quote(document.text, document.text, "Ada Brook")
    (claim,) = claims(document.with_layer("quotes", [quote]))
    found = {item.part: item.rule for item in claim.evidence}
    assert found == {
        "subject": "numbers.subject.next-noun",
        "holder": "numbers.holder.subject",
        "speaker": "numbers.speaker.quote",
    }
    assert claim.rule == "numbers.subject.next-noun"


def test_a_subject_carried_over_from_the_figure_before_says_so():
    _, second = claims(written("It sold 300 boats, compared with 200."))
    assert Evidence("subject", "numbers.carried.compared") in second.evidence
    assert second.rule == "numbers.carried.compared"


GIVING = [
    ("Orlatech", "PROPN", "nsubj", 1),
    ("sent", "VERB", "root", 1),
    ("£90", "NUM", "obj", 1),
    ("to", "ADP", "case", 5),
    ("the", "DET", "det", 5),
    ("party", "NOUN", "obl", 1),
]


def test_a_sum_that_is_given_has_a_holder_and_a_receiver_and_measures_nobody():
    (claim,) = claims(parsed([Word(*row, lemma="send" if row[0] == "sent" else None) for row in GIVING]))
    assert (str(claim.holder), str(claim.to), claim.subject) == ("Orlatech", "party", None)


def test_an_event_holds_no_figure():
    words = [
        ("The", "DET", "det", 1),
        ("quake", "NOUN", "nsubj", 2),
        ("killed", "VERB", "root", 2),
        ("9", "NUM", "nummod", 4),
        ("miners", "NOUN", "obj", 2),
    ]
    (claim,) = claims(parsed(words))
    assert (claim.holder, str(claim.subject)) == (None, "miners")


def test_an_age_is_that_of_the_name_before_it():
    (claim,) = claims(parsed("{Ada Brook:Person}, 44, left early.", tree={"44": ("NUM", "appos", "Brook")}))
    assert (claim.quantity.kind, str(claim.holder)) == ("age", "Ada Brook")


def _quote(text: str, words: str, name: str) -> Quote:
    start = text.index(words)
    span = Span(start, start + len(words))
    return Quote.make(text, span, fragments=(span,), form="direct", speaker=Speaker(name=name))


def test_the_innermost_quote_gives_the_speaker():
    text = "Ada Brook said Tomas Varga had told her that nine ships sank, and two were found."
    outer = _quote(text, "Tomas Varga had told her that nine ships sank, and two were found", "Ada Brook")
    inner = _quote(text, "that nine ships sank", "Tomas Varga")
    nine, two = claims(written(text, layers=[Layer.of("quotes", [outer, inner])]))
    assert (nine.quote, str(nine.speaker)) == (inner.id, "Tomas Varga")
    assert (two.quote, str(two.speaker)) == (outer.id, "Ada Brook")


def test_an_inner_quote_that_nobody_speaks_is_not_the_outer_speakers():
    text = "Ada Brook said the crew was told that nine ships sank."
    outer = _quote(text, "the crew was told that nine ships sank", "Ada Brook")
    start = text.index("that nine")
    span = Span(start, len(text) - 1)
    inner = Quote.make(text, span, fragments=(span,), form="indirect", unattributed="nobody named")
    (claim,) = claims(written(text, layers=[Layer.of("quotes", [outer, inner])]))
    assert (claim.quote, claim.speaker, claim.unattributed) == (inner.id, None, "nobody named")


def test_a_figure_outside_of_quotes_has_no_speaker():
    (claim,) = claims(written("Nine ships sank."))
    assert (claim.speaker, claim.quote, claim.unattributed) == (None, None, "not in a quote")


def test_the_contract():
    for spec in newsparse_extractors():
        check_extractor(
            spec, [written("Ada Brook, 34, saw 9 ships; 3 of 10 sank in 2021.", names={"Ada Brook": "Person"})]
        )
