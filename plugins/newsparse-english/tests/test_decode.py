"""From scores to structures: tags by their likely order, attributions by links."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from newsparse_english.decode import best_tags, order

NAMES = ("I-Cue", "O", "B-Cue", "B-Source")
FOLLOWS = np.array([[1.0, 0.5, -1.5, 0], [-9, 0.5, 0, 0], [3.0, 0, -2.0, -1.0], [-9, 0.25, 1.5, -1.0]], np.float32)
ORDER = order(NAMES, 0.5 * FOLLOWS)
CHANCES = st.integers(1, 5).flatmap(
    lambda size: arrays(np.float32, (size, 4), elements=st.integers(1, 40).map(float)).map(
        lambda table: table / table.sum(1, keepdims=True)
    )
)


def gained(path, chances):
    steps = np.log(chances)[np.arange(len(path)), path].sum() + ORDER[-1][path[0]]
    return steps + sum(ORDER[a, b] for a, b in itertools.pairwise(path))


@given(CHANCES)
def test_the_tags_are_the_best_of_all_sequences(chances):
    (found,) = best_tags([chances], ORDER)
    every = itertools.product(range(4), repeat=len(chances))
    assert np.isclose(gained(found, chances), max(gained(path, chances) for path in every), atol=1e-4)


@given(CHANCES, st.integers(0, 3), st.integers(2, 6))
def test_words_that_are_sure_change_nothing_for_the_others(chances, place, count):
    sure = np.full((count, 4), 1e-5, np.float32)
    sure[:, 1] = 1 - 3e-5
    wide = np.concatenate((chances[:place], sure, chances[place:]))
    narrow = np.concatenate((chances[:place], sure[:1], chances[place:]))
    found, expected = best_tags([wide, narrow], ORDER)
    place = min(place, len(chances))
    assert found[:place].tolist() == expected[:place].tolist()
    assert found[place + count :].tolist() == expected[place + 1 :].tolist()
    assert (found[place : place + count] == 1).all()


@given(st.lists(CHANCES, min_size=2, max_size=4))
def test_windows_change_nothing_for_one_another(windows):
    together = [path.tolist() for path in best_tags(windows, ORDER)]
    assert together == [best_tags([window], ORDER)[0].tolist() for window in windows]


def test_an_inside_tag_follows_its_own_kind_and_begins_nothing():
    chances = np.array([[0.9, 0.05, 0.03, 0.02], [0.9, 0.03, 0.02, 0.05], [0.9, 0.02, 0.05, 0.03]], np.float32)
    assert [NAMES[tag] for tag in best_tags([chances], ORDER)[0]] == ["B-Cue", "I-Cue", "I-Cue"]
