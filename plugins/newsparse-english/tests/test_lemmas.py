"""Lemmas follow the form and its tag, by the dictionary where it knows and by the library elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse_english.lemmas import by_library, lemma, read
from newsparse_english.packed import folder
from newsparse_english.training.lemmas import forms, learned

TABLE = read(folder() / "lemmas.json")


@pytest.mark.parametrize(
    ("word", "tag", "expected"),
    [
        ("n't", "RB", "not"),
        ("'s", "VBZ", "be"),
        ("'s", "POS", "'s"),
        ("people", "NNS", "person"),
        ("thought", "VBD", "think"),
        ("thought", "NN", "thought"),
        ("States", "NNPS", "State"),
        ("Brook", "NNP", "Brook"),
        ("ships", "NNS", "ship"),
        ("Ships", "NNS", "ship"),
        ("3.5", "CD", "3.5"),
    ],
)
def test_a_word_has_the_lemma_of_its_tag(word, tag, expected):
    assert lemma(word, tag, TABLE) == expected


def test_without_a_tag_the_library_answers():
    assert lemma("ships", None, TABLE) == by_library("ships", None) == "ship"


@given(st.text(min_size=1, max_size=12), st.sampled_from([None, *sorted(TABLE)]))
def test_every_word_has_a_lemma(word, tag):
    assert lemma(word, tag, TABLE)


def test_only_what_the_library_does_not_know_is_remembered(tmp_path):
    path = tmp_path / "a.conllu"
    rows = [("1", "Ships", "ship", "NNS"), ("2", "mice", "mouses", "NNS"), ("3", "mice", "mouses", "NNS")]
    path.write_text("".join(f"{i}\t{w}\t{g}\tX\t{t}\t_\n" for i, w, g, t in rows) + "\n", "utf-8")
    assert learned(forms([path])) == {"NNS": {"mice": "mouses"}}


def test_no_address_and_no_piece_of_a_word_is_remembered(tmp_path):
    path = tmp_path / "a.conllu"
    rows = [
        ("ada@kell", "ada@kell.example", "ADD"),
        ("Ada@kell", "x", "NN"),
        ("a", "_", "GW"),
        ("mice", "_", "NNS"),
        ("@", "at", "IN"),
    ]
    path.write_text("".join(f"{i}\t{w}\t{g}\tX\t{t}\t_\n" for i, (w, g, t) in enumerate(rows, 1)), "utf-8")
    assert learned(forms([path])) == {"IN": {"@": "at"}}
    assert not [form for table in TABLE.values() for form in table if "@" in form and any(map(str.isalpha, form))]
    assert not {"ADD", "GW"} & TABLE.keys()
    assert "_" not in {found for table in TABLE.values() for found in table.values()}
