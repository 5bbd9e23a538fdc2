"""Labelled articles take the form of the corpora, and the recipe mixes them in."""

from __future__ import annotations

import io
import random

import pytest

from newsparse import Document, Span, dump_jsonl
from newsparse.errors import DataMissingError
from newsparse.model import Mention, Passage, Quote, Speaker
from newsparse_english.decode import Run
from newsparse_english.model import Model
from newsparse_english.packed import folder
from newsparse_english.training.corpora import Example
from newsparse_english.training.labelled import labelled, outer, widened
from newsparse_english.training.pack import averaged
from newsparse_english.training.recipe import Recipe
from newsparse_english.training.train import drawn, restored

TEXT = (
    "On Friday the Quay Fund's chair, Ada Brook, said that “the pier is closed.” "
    "“He told me, ‘Wait’,” Tomas Varga added at noon."
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def passage(words: str) -> Passage:
    return Passage.at(TEXT, span(words).start, span(words).end)


def quote(content: str, cue: str, source: str, form: str = "direct") -> Quote:
    speaker = Speaker(name=source, mention=passage(source))
    return Quote.make(TEXT, span(content), fragments=(span(content),), form=form, cue=passage(cue), speaker=speaker)


QUOTES = [
    quote("the pier is closed", "said", "Ada Brook"),
    quote("He told me, ‘Wait’", "added", "Varga"),
    quote("Wait", "told", "He"),
]


@pytest.fixture(scope="module")
def model() -> Model:
    return Model.load(precision="float32")


def read(tmp_path, model, *, quotes=(), names=None) -> Example:
    document = Document(text=TEXT, id="quay")
    if quotes:
        document = document.with_layer("quotes", list(quotes))
    if names is not None:
        mentions = [Mention.make(TEXT, span(words), label=label) for words, label in names]
        document = document.with_layer("mentions", mentions)
    stream = io.StringIO()
    dump_jsonl([document], stream)
    (tmp_path / "quay.jsonl").write_text(stream.getvalue(), "utf-8")
    [example] = labelled([tmp_path / "quay.jsonl"], model)
    return example


def spans(words: list[str], tags: list[str]) -> list[str]:
    found: list[str] = []
    for word, tag in zip(words, tags, strict=True):
        if tag[0] == "B":
            found.append(f"{tag[2:]}: {word}")
        elif tag[0] == "I":
            found[-1] += f" {word}"
    return found


def test_contents_take_in_marks_and_that_as_the_corpus_does(tmp_path, model):
    example = read(tmp_path, model, quotes=QUOTES)
    assert [item for item in spans(example.words, example.roles) if item.startswith("Content")] == [
        "Content: that “ the pier is closed . ”",
        "Content: “ He told me , ‘ Wait ’ , ”",
    ]


def test_words_of_a_quote_point_to_its_cue(tmp_path, model):
    example = read(tmp_path, model, quotes=QUOTES)
    cues = {example.words[link] for link, role in zip(example.links, example.roles, strict=True) if role != "O"}
    assert cues == {"said", "added"}


def test_a_source_is_the_whole_phrase_that_the_model_knows(tmp_path, model):
    example = read(tmp_path, model, quotes=QUOTES)
    sources = [item for item in spans(example.words, example.roles) if item.startswith("Source")]
    assert sources == ["Source: the Quay Fund 's chair , Ada Brook ,", "Source: Tomas Varga"]


def test_a_phrase_ends_where_another_role_begins(model):
    [analysis] = model.analyse([TEXT], set())
    words = [word.text for word in analysis.words]
    run = Run(words.index("the"), words.index("pier") + 1, "Source", 0.9)
    brook, closed = (span("Brook").start, span("Brook").end), [(span("that").start, span("is").start)]
    low, high = widened(brook, closed, [run], analysis)
    assert TEXT[low:high].strip() == "the Quay Fund's chair, Ada Brook, said"
    assert widened(brook, closed, [], analysis) == brook


def test_classes_without_labels_come_from_the_model(tmp_path, model):
    example = read(tmp_path, model, names=[("Ada Brook", "Person")])
    found = spans(example.words, example.entities)
    assert "Person: Ada Brook" in found
    assert "Date: Friday" in found


def test_a_name_that_the_labels_leave_out_is_none(tmp_path, model):
    example = read(tmp_path, model, names=[("Ada Brook", "Person")])
    assert [item for item in spans(example.words, example.entities) if item.startswith("Person")] == [
        "Person: Ada Brook"
    ]


def test_layers_that_are_not_labelled_stay_open(tmp_path, model):
    assert read(tmp_path, model, quotes=QUOTES).entities is None
    assert read(tmp_path, model, names=[("Ada Brook", "Person")]).roles is None


def test_a_quote_in_a_quote_is_left_out():
    assert outer(QUOTES) == QUOTES[:2]


def test_a_file_that_is_not_there_is_named(tmp_path, model):
    with pytest.raises(DataMissingError, match=r"none\.jsonl"):
        labelled([tmp_path / "none.jsonl"], model)


def test_an_epoch_reads_a_share_of_the_corpora_and_every_labelled_article():
    known = [Example(corpus="ewt", name=str(i), words=["Quay"], gaps=[2]) for i in range(40)]
    own = [Example(corpus="labelled", name="quay", words=["Pier"], gaps=[2])]
    texts = drawn(known, own, Recipe(share=0.25, repeat=3), random.Random(1))
    assert [text.corpus for text in texts].count("labelled") == 3
    assert len({text.name for text in texts if text.corpus == "ewt"}) == 10
    assert drawn(known, own, Recipe(made=0), random.Random(1)) == [*known, *own]
    assert len(drawn(known, own, Recipe(made=7), random.Random(1))) == 48


def test_packed_weights_can_be_averaged_with_a_checkpoint():
    network, labels = restored(folder())
    mean = averaged([folder(), folder()], [0.3, 0.7])
    assert mean["names"] == labels.names
    assert all(weight.allclose(mean["network"][name]) for name, weight in network.state_dict().items())
