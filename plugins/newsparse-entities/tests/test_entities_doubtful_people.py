"""People whom the model takes for bodies, but doubts it: a given name, and what is said or done to them."""

from __future__ import annotations

import attrs
import pytest

from newsparse.testing import parsed

TELLS = {
    "Lund": ("PROPN", "nsubj", "told"),
    "told": ("VERB", "root", None),
    "said": ("VERB", "root", None),
    "host": ("NOUN", None, None),
    **dict.fromkeys(("Bill", "O’Rell", "Rell"), ("PROPN", "iobj", "told")),
}


def read(extract, *sentences, confidence=0.6):
    """The entities of sentences in which all names have this confidence, by name."""
    document = parsed(*sentences, tree=TELLS, lemmas={"told": "tell", "said": "say"})
    mentions = [attrs.evolve(item, confidence=confidence) for item in document.mentions]
    return extract(document.with_layer("mentions", mentions))


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("Then Lund told {Bill O’Rell:Organization}.", "Person"),
        ("Then the host {Bill O’Rell:Organization} left.", "Person"),
        ("Then Sen. {Bill O’Rell:Organization} left.", "Person"),
        ("Then Lund told {Kell O’Rell:Organization}.", "Organization"),
        ("Then Lund told {Bill Kell Rell:Organization}.", "Organization"),
        ("Then Lund told {Bill Foundation:Organization}.", "Organization"),
        ("Then Lund left {Bill O’Rell:Organization}.", "Organization"),
        ("Then Lund told {Bill O’Rell:Organization} 's board.", "Organization"),
    ],
)
def test_somebody_who_is_told_or_has_a_role_is_a_person(extract, sentence, label):
    assert [item.label for item in read(extract, sentence).document.entities] == [label]


def test_a_body_of_which_the_model_is_sure_stays_one(extract):
    result = read(extract, "Then Lund told {Bill O’Rell:Organization}.", confidence=0.95)
    assert [item.label for item in result.document.entities] == ["Organization"]


def test_the_family_name_alone_is_the_same_person(extract):
    result = read(extract, "Then Lund told {Bill O’Rell:Organization}.", "{O’Rell:Organization} left.")
    assert result.words("Bill O’Rell") == ["Bill O’Rell", "O’Rell"]
