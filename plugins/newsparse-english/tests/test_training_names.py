"""Training: names that a model finds in texts without labels are the same throughout the corpora."""

from __future__ import annotations

import pytest
import torch
from tokenizers import Tokenizer

from newsparse_english.packed import SUBWORDS, folder, place
from newsparse_english.tokens import tokenize
from newsparse_english.training.batches import windows
from newsparse_english.training.consistent import begun, common_words, known_names, marked, with_names
from newsparse_english.training.corpora import Example
from newsparse_english.training.distil import Judged, corrected
from newsparse_english.training.recipe import Recipe
from newsparse_english.training.running import packed_network
from newsparse_english.training.tensors import IGNORE, pad
from newsparse_english.training.train import Places, run
from newsparse_english.windows import WordEncoder

HOLT = ["the", "voters", "met", "Ada", "Holt", "on", "Monday"]
FOUND = ["O", "O", "O", "B-Person", "I-Person", "O", "B-Date"]
NOTHING = ["O"] * len(HOLT)


def known(*, found: int, missed: int, words: list[str] = HOLT, tags: list[str] = FOUND) -> dict[tuple[str, ...], str]:
    """The names that are known from a sentence in which the model found a name, or missed it, so many times."""
    texts = [words] * (found + missed)
    return known_names(texts, [tags] * found + [["O"] * len(words)] * missed, common_words(texts))


def test_a_name_that_is_found_often_enough_is_known():
    assert known(found=4, missed=12) == {("Ada", "Holt"): "Person"}
    assert known(found=3, missed=0) == {}
    assert known(found=4, missed=13) == {}


def test_one_word_has_to_be_found_more_often():
    words, tags = ["they", "like", "Quellin"], ["O", "O", "B-Person"]
    assert known(found=5, missed=5, words=words, tags=tags) == {("Quellin",): "Person"}
    assert known(found=5, missed=6, words=words, tags=tags) == {}


def test_a_common_word_alone_is_no_name():
    words, tags = ["the", "wall", "by", "Wall", "Street"], ["O", "O", "O", "B-Location", "O"]
    assert known(found=9, missed=0, words=words, tags=tags) == {}


def test_a_name_of_two_classes_is_not_known():
    texts = [HOLT] * 10
    place_of = [tag.replace("Person", "Location") for tag in FOUND]
    assert known_names(texts, [FOUND] * 7 + [place_of] * 3, common_words(texts)) == {}
    assert known_names(texts, [FOUND] * 8 + [place_of] * 2, common_words(texts)) == {("Ada", "Holt"): "Person"}


@pytest.mark.parametrize(
    ("words", "tags", "expected"),
    [
        ("They like Ada Holt", "O O O O", "O O B-Person I-Person"),
        ("Yet Ada Holt won", "O O O O", "O B-Person I-Person O"),
        ("Sen. Ada Holt won", "O O O O", "O B-Person I-Person O"),
        ("the Ada Holt Quandary", "O O O O", "O O O O"),
        ("the Ada Holt Bridge", "O B-Facility I-Facility I-Facility", "O B-Facility I-Facility I-Facility"),
        ("Texas senator Ada Holt", "B-Location O O O", "B-Location O B-Person I-Person"),
        ("Ada won", "O O", "O O"),
    ],
)
def test_known_names_are_labelled_where_they_stand_alone(words: str, tags: str, expected: str):
    found = marked(words.split(), tags.split(), {("Ada", "Holt"): "Person"}, frozenset({"yet", "they"}))
    assert found == expected.split()


def test_spans_begin_with_a_b():
    assert begun(["I-Person", "I-Person", "O", "I-Location", "B-Location", "I-Person"]) == (
        ["B-Person", "I-Person", "O", "B-Location", "B-Location", "B-Person"]
    )


def test_texts_without_labelled_names_get_those_that_the_network_finds():
    weights = folder("small")
    network, labels = packed_network(weights)
    encoder = WordEncoder(Tokenizer.from_file(str(place(weights, SUBWORDS))))
    text = tokenize("Ada Holt met Boris Lane in Paris on Monday.")
    words, gaps = [word.text for word in text], [word.gap for word in text]
    bare = Example(corpus="some", name="1", words=words, gaps=gaps)
    own = Example(corpus="some", name="2", words=words, gaps=gaps, entities=["O"] * len(words))
    first, second = with_names([bare, own], network, labels, encoder)
    assert first.entities is not None
    assert first.entities[:2] == ["B-Person", "I-Person"]
    assert len(first.entities) == len(words)
    assert second is own


def test_names_are_not_known_without_a_teacher(tmp_path):
    with pytest.raises(ValueError, match="--teacher"):
        run(Places(data=tmp_path, out=tmp_path / "run"), Recipe(known_names=True))


def test_a_labelled_name_replaces_what_the_teachers_leave_out():
    _, labels = packed_network(folder("small"))
    encoder = WordEncoder(Tokenizer.from_file(str(place(folder("small"), SUBWORDS))))
    classes = labels.names["entity"]
    outside, person = classes.index("O"), classes.index("B-Person")
    words = ["they", "met", "Holt", "in", "Paris"]
    tags = ["O", "O", "B-Person", "O", "B-Location"]
    batch = pad(
        windows([Example(corpus="some", name="1", words=words, gaps=[2, 1, 1, 1, 1], entities=tags)], labels, encoder)
    )
    soft = torch.full((1, 5, len(classes)), 0.01)
    soft[..., outside] = 0.9
    soft[0, 4] = 0.01
    soft[0, 4, classes.index("B-Organization")] = 0.9
    empty = torch.zeros(())
    judged = Judged({"entity": soft}, empty, empty, empty)
    corrected(judged, batch, {"entity": outside})
    assert soft.argmax(-1)[0].tolist() == [outside, outside, person, outside, classes.index("B-Organization")]
    assert soft[0, 2].sum() == 1
    assert (batch.labels["entity"] != IGNORE).all()
