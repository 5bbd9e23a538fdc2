"""The Stanza adapter: real Stanza documents become layers whose every offset is true."""

from __future__ import annotations

import sys

import pytest

pytest.importorskip("stanza", reason="Stanza is not installed")

from stanza.models.common.doc import Document as StanzaDocument

import newsparse
from newsparse.backends.stanza import StanzaBackend, make
from newsparse.errors import ContractError, ModelMissingError

TEXT = "Le maire du port parle.\n\nIl part."
ALL = ("sentences", "tokens", "tags", "trees", "mentions")


def _word(number, text, start, head, deprel, **more):
    return {"id": number, "text": text, "start_char": start, "end_char": start + len(text), "head": head} | {
        "deprel": deprel,
        "upos": more.get("upos", "X"),
        "lemma": text.lower(),
    }


def _sentences():
    first = [
        _word(1, "Le", 0, 2, "det"),
        _word(2, "maire", 3, 6, "nsubj", upos="NOUN"),
        {"id": (3, 4), "text": "du", "start_char": 9, "end_char": 11},
        {"id": 3, "text": "de", "head": 5, "deprel": "case", "upos": "ADP"},
        {"id": 4, "text": "le", "head": 5, "deprel": "det", "upos": "DET"},
        _word(5, "port", 12, 2, "nmod"),
        _word(6, "parle", 17, 0, "root", upos="VERB"),
        _word(7, ".", 22, 6, "punct"),
    ]
    second = [_word(1, "Il", 25, 2, "nsubj"), _word(2, "part", 28, 0, "root"), _word(3, ".", 32, 2, "punct")]
    return [first, second]


class Given:
    """A pipeline that was run before: it hands out its documents."""

    def __init__(self, *documents):
        self.documents = documents

    def bulk_process(self, texts):
        assert len(texts) == len(self.documents)
        return list(self.documents)


def _layers(text=TEXT, sentences=None, layers=ALL, **properties):
    document = StanzaDocument(sentences or _sentences(), text=text)
    for name, value in properties.items():
        object.__setattr__(document, name, value)
    (found,) = StanzaBackend(Given(document), layers).analyse([text])
    return {layer.name: layer.annotations for layer in found}


def test_words_of_one_token_that_do_not_spell_it_share_its_span():
    tokens = _layers()["tokens"]
    assert [token.text for token in tokens] == ["Le", "maire", "du", "du", "port", "parle", ".", "Il", "part", "."]
    assert [token.group for token in tokens] == [0, 1, 2, 2, 3, 4, 5, 6, 7, 8]
    assert [token.id for token in tokens[2:4]] == ["token:9-11", "token:9-11.2"]
    assert all(TEXT[token.span.start : token.span.end] == token.text for token in tokens)


def test_heads_are_indices_into_the_layer_and_a_root_is_its_own():
    tokens = _layers()["tokens"]
    assert [token.head for token in tokens] == [1, 5, 4, 4, 1, 5, 5, 8, 8, 8]
    assert tokens[5].deprel == "root"


def test_sentences_know_their_words_and_paragraphs():
    first, second = _layers()["sentences"]
    assert (first.first, first.last, first.paragraph) == (0, 7, 0)
    assert (second.first, second.last, second.paragraph) == (7, 10, 1)
    assert second.text == "Il part."


def test_what_was_not_asked_for_is_left_out():
    found = _layers(layers=("sentences", "tokens"))
    assert set(found) == {"sentences", "tokens"}
    assert all(token.head is None and token.upos is None for token in found["tokens"])


def test_an_offset_that_is_not_true_is_refused():
    sentences = _sentences()
    sentences[0][1]["start_char"], sentences[0][1]["end_char"] = 4, 9
    with pytest.raises(ContractError, match="'maire' is not the text at 4-9"):
        _layers(sentences=sentences)


def test_an_offset_outside_the_text_is_refused():
    with pytest.raises(ContractError, match="is not the text at"):
        _layers(text=TEXT[:20])


def test_mentions_of_a_processor_count_before_those_of_ner():
    given = [{"start": 12, "end": 16, "label": "Location", "confidence": 0.75}]
    (mention,) = _layers(newsparse_mentions=given)["mentions"]
    assert (mention.text, mention.label, mention.confidence) == ("port", "Location", 0.75)


def test_mentions_of_ner():
    document = StanzaDocument(_sentences(), text=TEXT)
    tags = [["O", "S-PER", "O", "O", "O", "O"], ["O", "O", "O"]]
    document.set("ner", [tag for sentence in tags for tag in sentence], to_token=True)
    document.build_ents()
    (found,) = StanzaBackend(Given(document), ALL).analyse([TEXT])
    (mention,) = next(layer.annotations for layer in found if layer.name == "mentions")
    assert (mention.text, mention.label) == ("maire", "PER")


def test_models_that_are_not_there_name_the_command(tmp_path):
    with pytest.raises(ModelMissingError, match=r"stanza\.download\('fr'\)") as raised:
        make("fr", ("tokens",), dir=str(tmp_path))
    assert ".." not in str(raised.value)


def test_the_backend_is_offered():
    offer = newsparse.Host.of("newsparse.builtin").backend("stanza")
    assert offer.plugin.distribution == "newsparse"
    assert set(offer.spec.provides) == {*ALL, "attributions"}


def given(layers, **options):
    """A function that makes a pipeline, as ``pipeline`` names one."""
    return sorted(layers), options


def test_another_pipeline_is_built_by_the_function_that_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "own_pipelines", sys.modules[__name__])
    backend = make("fr", ("tokens", "tags", "attributions"), pipeline="own_pipelines:given", precision="int8")
    assert backend.pipeline == (["attributions", "tags"], {"precision": "int8"})


def test_documents_without_attributions_have_no_layer_of_them():
    layers = StanzaBackend(None, (*ALL, "attributions")).read(TEXT, StanzaDocument(_sentences(), text=TEXT))
    assert "attributions" not in [layer.name for layer in layers]
