"""From scores to structures: trees do not depend on the level of a row, attributions on links."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from newsparse_english.decode import tree

SQUARES = st.integers(1, 7).flatmap(
    lambda size: arrays(np.float32, (size, size), elements=st.floats(-8, 8, width=16).map(lambda x: round(x, 2)))
)


def test_a_row_of_high_scores_is_no_root_for_that():
    scores = np.array([[4.5, 0, 0], [40, 38, 40], [0, 3, 0]], np.float32)
    scores[0, 2] = 6  # the best heads are a cycle: 0 under 2, 2 under 1, 1 under 0
    assert tree(scores)[0] == 0


@given(SQUARES)
def test_every_word_reaches_one_root(scores):
    heads = tree(scores)
    assert (heads == np.arange(len(heads))).sum() == 1
    reach = heads
    for _ in range(len(heads)):
        reach = heads[reach]
    assert len(set(reach.tolist())) == 1
