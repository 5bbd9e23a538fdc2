"""spaCy gets the words, trees, names and claims of a document, with exact offsets, and keeps them in a file."""

from __future__ import annotations

import json

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

from newsparse.errors import AnnotationError
from newsparse.exchange.spacy import annotate, from_docbin, to_doc, to_docbin, write_docbin
from newsparse.kinds import Unrecognised
from newsparse.model import Document, Finding, Mention, Span
from newsparse.testing import documents, parsed

spacy = pytest.importorskip("spacy")


@pytest.fixture(scope="module")
def nlp():
    return spacy.blank("en")


def test_the_text_and_the_claims_are_there_with_their_offsets(article, nlp):
    doc = to_doc(article, nlp)
    assert doc.text == article.text
    broken = [span for span in doc.spans["quotes"] if span.id_ == article.quotes[1].id]
    assert [span.text for span in broken] == ["We lost,", "three ships."]
    assert broken[0]._.newsparse["speaker"]["name"] == "Ilse Marek"
    [figure] = doc.spans["numbers"]
    assert (figure.text, figure.label_, figure._.newsparse["span"]) == ("4%", "percent", [*span_of(article.numbers[0])])
    assert str(doc._.newsparse).endswith("0 moved, 0 lost")


def span_of(item):
    return item.span.start, item.span.end


def test_entities_have_a_span_for_each_mention_and_names_are_ents(article, nlp):
    doc = to_doc(article, nlp.vocab)
    person = [span for span in doc.spans["entities"] if span.id_ == article.entities[0].id]
    assert [span.text for span in person] == ["Ilse Marek", "she"]
    assert [(span.text, span.label_) for span in doc.ents] == [("Ilse Marek", "Person"), ("Kell Port", "Organization")]


def test_of_overlapping_names_the_longer_is_an_ent(nlp):
    text = "The Ada Brook Foundation left."
    names = [Mention.make(text, Span(4, 13), label="Person"), Mention.make(text, Span(4, 24), label="Organization")]
    doc = to_doc(Document(text=text).with_layer("mentions", names), nlp)
    assert [span.text for span in doc.ents] == ["Ada Brook Foundation"]
    assert len(doc.spans["mentions"]) == 2


def test_words_have_tags_lemmas_heads_and_sentences(nlp):
    rows = [("She", "PRON", "nsubj", 1), ("left", "VERB", "root", 1), (".", "PUNCT", "punct", 1)]
    doc = to_doc(parsed(rows, rows), nlp)
    assert [token.pos_ for token in doc][:3] == ["PRON", "VERB", "PUNCT"]
    assert doc[0].head.text == "left"
    assert doc[1].lemma_ == "left"
    assert [sentence.text for sentence in doc.sents] == ["She left.", "She left."]


def test_sentences_stay_where_there_are_no_trees(nlp):
    doc = to_doc(parsed("It sank.", "She slept."), nlp)
    assert [sentence.text for sentence in doc.sents] == ["It sank.", "She slept."]


def test_a_place_inside_a_word_is_moved_and_the_report_says_so(nlp):
    text = "A 40-foot ship."
    document = Document(text=text).with_layer("mentions", [Mention.make(text, Span(2, 4), label="Misc")])
    doc = spacy.tokens.Doc(nlp.vocab, words=["A", "40-foot", "ship", "."], spaces=[True, True, False, False])
    alignment = annotate(doc, document)
    assert [(place.wanted, place.given) for place in alignment.moved] == [(Span(2, 4), Span(2, 9))]
    assert doc._.newsparse == alignment


def test_another_text_and_half_a_surrogate_pair_are_refused(article, nlp):
    with pytest.raises(AnnotationError, match="another one"):
        annotate(nlp.make_doc("It sank."), article)
    with pytest.raises(AnnotationError, match="half a surrogate pair"):
        to_doc(Document(text="It \ud800 sank."), nlp)


def test_a_file_of_documents_has_everything(article, nlp, tmp_path):
    write_docbin([article, article], tmp_path / "two.spacy")
    one, other = from_docbin(tmp_path / "two.spacy")
    assert one.text == other.text == article.text
    ids = [span._.newsparse["id"] for span in one.spans["quotes"]]
    assert ids == [item.id for item in article.quotes for _ in item.pieces()]
    assert one._.newsparse == to_doc(article, nlp)._.newsparse
    assert len(to_docbin([article])) == 1


def test_an_entity_whose_mentions_are_not_there_has_its_own_words(article, nlp):
    some = article.with_layer("mentions", [item for item in article.mentions if item.text == "she"])
    docs = [to_doc(document, nlp) for document in (some, article.with_layer("mentions", []))]
    own = article.entities[0].id
    assert [[span.text for span in doc.spans["entities"] if span.id_ == own] for doc in docs] == [
        ["she"],
        ["Ilse Marek"],
    ]


def test_an_annotation_of_a_plugin_that_is_not_installed_keeps_its_fields(nlp):
    text, fields = "It rains.", {"kind": "weather", "v": 2, "wet": True}
    item = Unrecognised.make(text, Span(3, 8), kind="weather", version=2, raw=json.dumps(fields))
    doc = to_doc(Document(text=text).with_layer("weather", [item]), nlp)
    [found] = doc.spans["weather"]
    assert (found.label_, found._.newsparse) == ("weather", fields)


def test_a_text_that_nobody_annotated_has_no_annotations(article, nlp):
    to_doc(article, nlp)
    other = nlp.make_doc("It sank.")
    assert (other._.newsparse, other[:1]._.newsparse) == (None, None)


def test_a_file_is_read_where_nothing_was_declared_before(article, tmp_path):
    write_docbin([article], tmp_path / "one.spacy")
    for kind in (spacy.tokens.Doc, spacy.tokens.Span):
        kind.remove_extension("newsparse")
    [found] = from_docbin(tmp_path / "one.spacy")
    assert found.spans["quotes"][0]._.newsparse["id"] == article.quotes[0].id


def test_a_file_is_read_into_the_vocabulary_of_a_pipeline(article, tmp_path):
    written, nlp = spacy.blank("de"), spacy.blank("de")
    to_docbin([article], written).to_disk(tmp_path / "one.spacy")
    assert "Marek" in written.vocab.strings
    [found] = from_docbin(tmp_path / "one.spacy", nlp)
    assert found.vocab is nlp.vocab
    assert "Marek" in nlp.vocab.strings


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(document=documents())
def test_any_text_that_spacy_can_hold_comes_out_as_it_was(nlp, document):
    if any("\ud800" <= character <= "\udfff" for character in document.text):
        return
    doc = to_doc(document, nlp)
    assert doc.text == document.text
    report = doc._.newsparse
    assert report.aligned + len(report.moved) + len(report.lost) == sum(
        len(item.pieces())
        for layer in document.layers
        if layer.name not in ("sentences", "tokens", "attributions")
        for item in layer.annotations
    )


def test_what_is_not_known_of_words_is_not_said(nlp):
    doc = to_doc(Document(text="It sank."), nlp)
    for attribute in ("TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "SENT_START"):
        assert not doc.has_annotation(attribute)
    bare = to_doc(parsed([("She", "PRON", "nsubj", 1), ("left", "VERB", "root", 1)]), nlp)
    assert bare.has_annotation("POS")
    assert not bare.has_annotation("MORPH")


def test_a_mention_has_the_link_of_its_entity(article, nlp):
    person = article.entities[0]
    names = [attrs.evolve(item, entity=person.id if item.id in person.mentions else None) for item in article.mentions]
    doc = to_doc(article.with_layer("mentions", names), nlp)
    links = {span.text: span.kb_id_ for span in doc.spans["mentions"]}
    assert links == {"Ilse Marek": person.link.id, "she": person.link.id, "Kell Port": ""}
    assert {span.kb_id_ for span in doc.spans["entities"] if span.id_ == person.id} == {person.link.id}
    assert {span.kb_id_ for span in doc.spans["quotes"]} == {""}


def test_spans_have_the_labels_of_their_annotations(article, nlp):
    doc = to_doc(article, nlp)
    labels = {name: list(dict.fromkeys(span.label_ for span in group)) for name, group in doc.spans.items()}
    assert labels == {
        "mentions": ["Person", "Organization"],
        "entities": ["Person", "Organization"],
        "quotes": ["indirect", "direct"],
        "numbers": ["percent"],
    }


def test_a_layer_of_another_kind_has_that_as_its_label(nlp):
    text = "It sank."
    finding = Finding.make(text, Span(0, 2), checked="quote", verdict="absent")
    doc = to_doc(Document(text=text).with_layer("findings", [finding]), nlp)
    assert [(span.text, span.label_) for span in doc.spans["findings"]] == [("It", "finding")]


def test_names_of_a_doc_stay_where_the_document_has_no_layer_of_mentions(article, nlp):
    doc = nlp.make_doc(article.text)
    doc.ents = [doc.char_span(2, 12, label="PERSON")]
    annotate(doc, Document(text=article.text).with_layer("quotes", article.quotes))
    assert [(span.text, span.label_) for span in doc.ents] == [("Ilse Marek", "PERSON")]
    annotate(doc, Document(text=article.text).with_layer("mentions", []))
    assert doc.ents == ()


def test_a_place_without_a_word_is_lost_and_the_file_says_so(nlp, tmp_path):
    text = "It sank."
    names = [Mention.make(text, Span(2, 3), label="Misc"), Mention.make(text, Span(3, 5), label="Misc")]
    document = Document(text=text).with_layer("mentions", names)
    doc = to_doc(document, nlp)
    report = doc._.newsparse
    assert [(place.layer, place.wanted, place.given) for place in report.lost] == [("mentions", Span(2, 3), None)]
    assert [(place.wanted, place.given) for place in report.moved] == [(Span(3, 5), Span(3, 7))]
    assert [span.text for span in doc.spans["mentions"]] == ["sank"]
    write_docbin([document], tmp_path / "one.spacy")
    [read] = from_docbin(tmp_path / "one.spacy")
    assert read._.newsparse == report
