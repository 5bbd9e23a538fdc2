"""Trees from scores: one root for each sentence, the best of all trees, and time that does not run away."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from newsparse_english.trees import best_tree, forest, likely_root, tree


def squares(most):
    elements = st.floats(-8, 8, width=16).map(lambda x: round(x, 2))
    return st.integers(1, most).flatmap(lambda size: arrays(np.float32, (size, size), elements=elements))


def _is_tree(heads, root):
    if heads[root] != root or sum(head == word for word, head in enumerate(heads)) != 1:
        return False
    reach = np.array(heads)
    for _ in heads:
        reach = np.array(heads)[reach]
    return bool((reach == root).all())


def test_a_row_of_high_scores_is_no_root_for_that():
    scores = np.array([[4.5, 0, 0], [40, 38, 40], [0, 3, 0]], np.float32)
    scores[0, 2] = 6  # the best heads are a cycle: 0 under 2, 2 under 1, 1 under 0
    assert tree(scores)[0] == 0


def test_the_best_heads_are_kept_where_they_make_a_tree():
    assert tree(np.array([[0, 5, 0], [0, 9, 0], [0, 7, 1]], np.float32)).tolist() == [1, 1, 1]


def test_no_words_have_no_heads():
    assert forest(np.empty((0, 0), np.float32), np.empty(0, bool)).tolist() == []


@given(squares(7))
def test_every_word_reaches_one_root(scores):
    heads = tree(scores)
    assert _is_tree(heads, int(np.flatnonzero(heads == np.arange(len(heads)))[0]))


@given(squares(5))
def test_no_tree_under_the_same_root_is_better(scores):
    root, size = likely_root(scores), len(scores)
    found = best_tree(scores, root)
    assert _is_tree(found, root)
    others = [word for word in range(size) if word != root]
    every = itertools.product(*([root] if word == root else range(size) for word in range(size)))
    sums = [sum(scores[word, heads[word]] for word in others) for heads in every if _is_tree(heads, root)]
    assert np.isclose(sum(scores[word, found[word]] for word in others), max(sums), atol=1e-3)


@given(squares(9), st.lists(st.booleans(), min_size=9, max_size=9))
def test_sentences_together_have_the_trees_that_they_have_alone(scores, given_starts):
    starts = np.array([True, *given_starts])[: len(scores)]
    edges = [*np.flatnonzero(starts), len(scores)]
    alone = [tree(scores[a:b, a:b]) + a for a, b in itertools.pairwise(edges)]
    assert forest(scores, starts).tolist() == np.concatenate(alone).tolist()


def _nested_cycles(size):
    """Scores whose best heads are pairs, then pairs of pairs and so on: every word is in a cycle at each stage."""
    words = np.arange(size)
    apart = words[:, None] ^ words
    scores = -np.floor(np.log2(np.maximum(apart, 1))).astype(np.float32)
    np.fill_diagonal(scores, -50)
    return scores


class Counted(np.ndarray):
    """Scores that count the numbers in every array that is made of them, views among them."""

    numbers = 0

    def __array_finalize__(self, _):
        Counted.numbers += self.size


def _numbers(size):
    """How many numbers the search for a tree handles."""
    scores = _nested_cycles(size).view(Counted)
    Counted.numbers = 0
    heads = tree(scores)
    assert _is_tree(heads.tolist(), int(np.flatnonzero(heads == np.arange(size))[0]))
    return Counted.numbers


def test_long_sentences_full_of_cycles_take_work_like_their_scores():
    """Four times the words are sixteen times the scores; an algorithm with the cube would take sixty-four times."""
    assert _numbers(512) < 20 * _numbers(128)
