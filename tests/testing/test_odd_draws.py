"""What goes wrong in distorted documents, one choice after another; and texts that JSON could not tell apart."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.model import Document, Layer, Mention, Span
from newsparse.testing import attributed, distorted, odd_texts, parsed, texts, written
from newsparse.testing.odd_texts import spans

TEXT = "Ada Brook said the quay had sunk. Tom Varga of Kell denied it. She left."


class Draw(random.Random):
    """Chooses what it is told: always to change a thing, or never, and of several things the next of ``places``."""

    def __init__(self, *places, change=True, farthest=True):
        super().__init__(0)
        self.places, self.change, self.farthest = list(places), change, farthest
        self.limits = []

    def randrange(self, stop):
        self.limits.append(stop)
        return 0 if self.change else stop - 1

    def randint(self, low, high):
        self.limits.append((low, high))
        return high if self.farthest else low

    def choice(self, items):
        return items[self.places.pop(0) % len(items) if self.places else 0]

    def sample(self, items, count):
        return list(items)[:count]


def only(name, *annotations):
    """A document with words and sentences by rule and one more layer."""
    return written(TEXT, layers=[Layer(name, annotations)])


def grammar(document):
    return [(token.head, token.deprel, token.upos, token.xpos, token.lemma) for token in document.tokens]


TREE = [("Ada", "PROPN", "nsubj", 1), ("left", "VERB", "root", 1), ("us", "PRON", "obj", 1), (".", "PUNCT", "punct", 1)]


@pytest.mark.parametrize(
    ("places", "farthest", "first"),
    [
        # which word, which head, which of the changes
        ([1, 0, 0], True, (None, "nsubj", "PROPN", None, "ada")),
        ([1, 1, 0], True, (3, "nsubj", "PROPN", None, "ada")),
        ([1, 1, 0], False, (0, "nsubj", "PROPN", None, "ada")),
        ([1, 2, 0], True, (0, "nsubj", "PROPN", None, "ada")),
        ([1, 3, 0], True, (4, "nsubj", "PROPN", None, "ada")),
        ([1, 0, 1], True, (1, "root", "PROPN", None, "ada")),
        ([1, 0, 2], True, (1, "nsubj", "VERB", None, "ada")),
        ([1, 0, 3], True, (1, "nsubj", None, None, None)),
    ],
)
def test_a_word_gets_another_head_or_tag_or_none(places, farthest, first):
    assert grammar(distorted(parsed(TREE), Draw(*places, farthest=farthest)))[0] == first


def test_a_head_is_at_most_three_words_away_and_one_word_in_four_is_changed():
    draw = Draw()
    distorted(parsed(TREE), draw)
    assert {4, (-3, 3)} <= set(draw.limits)
    assert 5 not in draw.limits
    assert grammar(distorted(parsed(TREE), Draw(change=False))) == grammar(parsed(TREE))


@pytest.mark.parametrize(
    ("place", "left"),
    [
        (0, ["She left."]),
        (1, ["Ada Brook said the quay had sunk. Tom Varga of Kell denied it.", "She left."]),
        (2, ["Ada Brook said the quay had sunk.", "She left."]),
        (3, ["Ada Brook said the quay had sunk.", "Tom Varga of Kell denied it.", "She left."]),
    ],
)
def test_two_sentences_are_left_out_or_one_or_become_one(place, left):
    found = distorted(written(TEXT), _Sentences(place))
    assert [item.text for item in found.sentences] == left
    assert [item.paragraph for item in found.sentences] == [0] * len(left)


def test_without_words_nothing_is_wrong():
    layers = tuple(layer for layer in written(TEXT).layers if layer.name != "tokens")
    document = Document(text=TEXT, layers=layers)
    assert distorted(document, Draw(0)) == document


class _Sentences(Draw):
    """Changes no word, and takes the first sentence."""

    def randrange(self, stop):
        return 1 if stop == 4 else 0


def test_the_last_sentence_has_none_behind_it():
    class Last(_Sentences):
        def randrange(self, stop):
            return 1 if stop == 4 else stop - 1

    assert distorted(written(TEXT), Last(0)).sentences == written(TEXT).sentences
    assert distorted(written(TEXT, layers=[Layer("sentences", ())]), Last(0)).sentences == ()


def test_other_layers_stay_as_they_are():
    document = written(TEXT, names={"Kell": "Location"})
    assert distorted(document, Draw(change=False)).entities == document.entities
    assert distorted(document, Draw()).entities == document.entities


@pytest.mark.parametrize("seed", range(12))
def test_pieces_of_an_attribution_stay_in_the_text_and_one_is_left(seed):
    said = attributed(TEXT, "Ada Brook", "said", "the quay had", "sunk")
    found = distorted(only("attributions", said), random.Random(seed)).attributions
    assert len(found) == 1
    assert found[0].content
    for piece in (*found[0].content, *found[0].cue, *found[0].source):
        assert 0 <= piece.start < piece.end <= len(TEXT)


def test_nothing_is_moved_where_nothing_is_to_change():
    said = attributed(TEXT, "Ada Brook", "said", "the quay had", "sunk")
    document = only("attributions", said)
    assert distorted(document, Draw(change=False)).attributions == (said,)
    bare = only("attributions", attributed(TEXT, "", "said", "the quay had"))
    assert distorted(bare, Draw(change=False)).attributions == bare.attributions


@given(texts())
def test_no_text_has_a_surrogate_pair(text):
    assert text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").count("�") >= sum(
        "\ud800" <= mark <= "\udfff" for mark in text
    )


@given(st.data(), texts().filter(len))
def test_a_span_has_at_least_one_character(data, text):
    found = data.draw(spans(text))
    assert Span(0, len(text)).covers(found)
    assert 1 <= len(found) <= 60


class Steps(Draw):
    """Answers what may be changed one after another, and takes the first or last two of several places."""

    def __init__(self, *steps, last=False, places=()):
        super().__init__(*places)
        self.steps, self.last = list(steps), last

    def randrange(self, stop):
        return self.steps.pop(0) if self.steps else 1

    def sample(self, items, count):
        return items[-4:-2] if self.last else list(items)[:count]


def moved(words, *steps, last=False):
    """Where a mention of some words, the first layer of its document, is moved to."""
    start = TEXT.index(words)
    document = only("mentions", Mention.make(TEXT, Span(start, start + len(words)), label="Misc"))
    assert document.layers[0].name == "mentions"
    (found,) = distorted(document, Steps(*steps, last=last)).mentions
    return (found.span.start, found.span.end)


@pytest.mark.parametrize(
    ("words", "steps", "last", "place"),
    [
        ("the", [1], False, (15, 18)),
        ("the", [0, 0, 7], False, (7, 8)),
        ("the", [0, 1], False, (3, 4)),
        ("sunk", [0, 1], True, (43, 44)),
    ],
)
def test_a_mention_is_moved_to_the_edge_of_a_word_nearby_or_to_any_character(words, steps, last, place):
    assert moved(words, *steps, last=last) == place


@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [
        (0xD7FF, 0xDC00, True),
        (0xD800, 0xDBFF, True),
        (0xD800, 0xDC00, False),
        (0xDBFF, 0xDFFF, False),
        (0xDBFF, 0xDC00, False),
        (0xD800, 0xDFFF, False),
        (0xDC00, 0xDC00, True),
        (0xD800, 0xE000, True),
        (0xDFFF, 0xD800, True),
    ],
)
def test_a_text_with_a_surrogate_pair_is_not_drawn(one, other, kept):
    assert odd_texts._joined(f"a{chr(one)}{chr(other)}") is kept
    assert odd_texts._joined(f"{chr(one)} {chr(other)}")
    assert odd_texts._joined("")
