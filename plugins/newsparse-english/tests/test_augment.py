"""Training texts vary in marks, case and length, and their labels stay on their words."""

from __future__ import annotations

import random

import attrs
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from newsparse_english.network import Network, Noise, Sizes, pool
from newsparse_english.training import augment
from newsparse_english.training.corpora import Example
from newsparse_english.training.nested import nested

WORDS = ["\u201c", "We", "lost", "it", ",", "\u201d", "said", "Ada", "."]
GAPS = [2, 0, 1, 1, 0, 0, 1, 1, 0]


def example(words=WORDS):
    return Example(corpus="own", name="a", words=list(words), gaps=GAPS, roles=["O"] * len(words))


class TestMarks:
    def test_curly_marks_become_a_pair_of_another_style(self):
        seen = {
            tuple(augment.with_other_marks(example(), random.Random(seed)).words[i] for i in (0, 5))
            for seed in range(400)
        }
        assert seen == set(augment.STYLES.values())

    def test_straight_marks_open_after_a_space(self, monkeypatch):
        straight = ['"' if word in "\u201c\u201d" else word for word in WORDS]
        monkeypatch.setattr(augment, "STYLES", {"curly": augment.STYLES["curly"]})
        monkeypatch.setattr(augment, "CHANGED_MARKS", 1.0)
        assert augment.with_other_marks(example(straight), random.Random(1)).words == WORDS

    def test_an_apostrophe_stays(self, monkeypatch):
        monkeypatch.setattr(augment, "CHANGED_MARKS", 1.0)
        changed = augment.with_other_marks(example(["Ada", "\u2019s", "ship"]), random.Random(1))
        assert changed.words == ["Ada", "\u2019s", "ship"]

    def test_labels_and_gaps_are_those_of_the_example(self):
        changed = augment.with_other_marks(example(), random.Random(3))
        assert (changed.roles, changed.gaps) == (example().roles, GAPS)


class TestCase:
    @given(st.lists(st.text(min_size=1, max_size=8), max_size=12), st.integers(0, 500))
    def test_there_are_as_many_words_as_before(self, words, seed):
        assert len(augment.in_other_case(words, random.Random(seed))) == len(words)

    def test_a_twentieth_of_the_windows_change(self):
        rng = random.Random(5)
        changed = sum(augment.in_other_case(WORDS, rng) is not WORDS for _ in range(2000))
        assert 60 < changed < 140

    def test_all_three_cases_occur(self):
        seen = {" ".join(augment.in_other_case(["ada Brook"], random.Random(seed))) for seed in range(400)}
        assert seen == {"ada Brook", "ADA BROOK", "ada brook", "Ada Brook"}


def test_windows_are_never_longer_than_at_run_time():
    limits = {augment.limit(random.Random(seed)) for seed in range(500)}
    assert max(limits) == augment.LIMIT
    assert min(limits) >= augment.SHORTEST
    assert len(limits) > 50


class TestNoise:
    def test_it_keeps_the_mean_and_drops_the_share(self):
        noise = Noise()
        noise.share = 0.25
        dropped = noise(torch.ones(200, 300))
        assert float((dropped == 0).float().mean()) == pytest.approx(0.25, abs=0.01)
        assert float(dropped.mean()) == pytest.approx(1, abs=0.02)

    def test_two_calls_drop_different_values(self):
        noise = Noise()
        noise.share = 0.5
        ones = torch.ones(50, 50)
        assert not torch.equal(noise(ones), noise(ones))

    def test_outside_training_nothing_is_dropped(self):
        noise = Noise().eval()
        noise.share = 0.5
        ones = torch.ones(5, 5)
        assert noise(ones) is ones

    def test_encoder_and_heads_have_shares_of_their_own(self):
        small = Sizes(vocabulary=50, hidden=12, layers=1, attention=2, inner=16, arc=4, relation=4, link=4)
        network = Network(small)
        network.set_noise(encoder=0.1, heads=0.3)
        shares = {name: module.share for name, module in network.named_modules() if isinstance(module, Noise)}
        assert {shares["noise"], shares["blocks.0.noise"]} == {0.1}
        assert {shares["head_noise"], shares["arc.noise"], shares["link.noise"]} == {0.3}

    def test_the_pool_is_drawn_once(self):
        assert pool(0.1) is pool(0.1)


SAID = Example(
    corpus="polnear",
    name="quay",
    words=["The", "pier", "is", "closed", ",", "Ada", "Brook", "said", ".", "Ships", "left", "at", "noon", "."],
    gaps=[2, 1, 1, 1, 0, 1, 1, 1, 0, 1, 1, 1, 1, 0],
    roles=["B-Content", *["I-Content"] * 3, "O", "B-Source", "I-Source", "B-Cue", *["O"] * 6],
    links=[7, 7, 7, 7, -1, 7, 7, 7, *[-1] * 6],
    inner=["?"] * 4 + ["O"] * 10,
)


@given(st.integers(0, 5000))
def test_a_framed_sentence_keeps_its_roles_inside_a_content(seed):
    found = nested([SAID], random.Random(seed), 2)
    assert found
    for example in found:
        assert (
            len({len(part) for part in (example.words, example.gaps, example.roles, example.links, example.inner)}) == 1
        )
        inside = {at for at, role in enumerate(example.inner) if role != "O"}
        assert all(example.roles[at].endswith("Content") for at in inside)
        cue = [word for word, role in zip(example.words, example.inner, strict=True) if role.endswith("Cue")]
        assert cue in ([], ["said"])
        assert example.roles.count("B-Cue") == example.roles.count("B-Source") == 1
        assert all(example.roles[link] == "B-Cue" for link in example.links if link >= 0)


def test_without_roles_nothing_is_framed():
    assert nested([attrs.evolve(SAID, roles=None, links=None)], random.Random(1), 3) == []
