"""From scores to structures: tags by their likely order, attributions by links."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from newsparse_english.decode import Attributed, Run, attributed, best_tags, inside, joined, order, runs, within

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


def test_no_windows_have_no_tags():
    assert best_tags([], ORDER) == []


@given(st.lists(st.sampled_from(("O", "B-Cue", "I-Cue", "B-Source", "I-Source")), max_size=9))
def test_runs_are_the_stretches_of_one_label(tags):
    sure = [0.5 + number / 100 for number in range(len(tags))]
    found = runs(tags, sure)
    begins = [
        at for at, tag in enumerate(tags) if tag != "O" and (tag[0] == "B" or at == 0 or tags[at - 1][2:] != tag[2:])
    ]
    ends = [
        next((at for at in range(begin + 1, len(tags)) if at in begins or tags[at] == "O"), len(tags))
        for begin in begins
    ]
    assert [(run.first, run.last) for run in found] == list(zip(begins, ends, strict=True))
    assert [run.label for run in found] == [tags[begin][2:] for begin in begins]
    for run in found:
        assert np.isclose(run.confidence, np.mean(sure[run.first : run.last]))


def run(label, first, last):
    return Run(first, last, label, 0.5)


def places(found):
    """Attributions as the first words of their cue, sources and contents."""
    return [tuple([part.first for part in parts] for parts in (item.cue, item.source, item.content)) for item in found]


LINKS = np.zeros((20, 20), np.float32)
LINKS[5:9, 4], LINKS[5:9, 12] = 0.4, 0.3
LINKS[0, 4], LINKS[0, 12] = 0.1, 0.9
LINKS[13:20, 12] = 1.0
"""Words 5 to 8 point to the cue at 4, the first word and those from 13 on to the one at 12."""
ONE, OTHER = run("Cue", 4, 5), run("Cue", 12, 13)


def test_sources_and_contents_go_to_the_cue_that_their_words_point_to():
    found = [run("Source", 0, 1), ONE, run("Content", 5, 9), OTHER, run("Content", 13, 20)]
    assert places(attributed(found, LINKS)) == [([4], [], [5]), ([12], [0], [13])]


def test_a_cue_without_content_is_nothing_and_a_content_without_a_cue_stands_alone():
    assert places(attributed([ONE, run("Source", 5, 6)], LINKS)) == []
    assert places(attributed([run("Content", 5, 9), run("Content", 13, 20)], LINKS)) == [
        ([], [], [5]),
        ([], [], [13]),
    ]
    assert places(attributed([run("Source", 0, 1)], LINKS)) == []


def test_only_the_words_of_a_run_count():
    links = LINKS.copy()
    links[9, 12] = 100.0
    assert places(attributed([ONE, run("Content", 5, 9), OTHER], links)) == [([4], [], [5])]


OUTER = [run("Content", 2, 12), run("Cue", 12, 13), run("Source", 13, 15)]


def test_what_is_said_inside_a_content_goes_to_the_nearest_cue_in_it():
    nested = [run("Source", 2, 3), run("Cue", 3, 4), run("Content", 4, 7), run("Cue", 8, 9), run("Content", 9, 12)]
    assert places(inside(nested, OUTER)) == [([3], [2], [4]), ([8], [], [9])]
    before = [run("Content", 2, 6), run("Cue", 6, 7), run("Source", 9, 10), run("Cue", 10, 11), run("Content", 11, 12)]
    assert places(inside(before, OUTER)) == [([6], [], [2]), ([10], [9], [11])]


def test_what_has_no_cue_or_no_content_inside_is_left_out():
    assert inside([run("Content", 4, 7)], OUTER) == []
    assert inside([run("Cue", 3, 4), run("Source", 4, 7)], OUTER) == []
    assert inside([run("Cue", 13, 14), run("Content", 14, 15)], OUTER) == []
    assert places(inside([run("Cue", 3, 4), run("Content", 10, 15)], OUTER)) == [([3], [], [10])]
    assert inside([run("Cue", 3, 4), run("Content", 10, 15)], OUTER)[0].content == [run("Content", 10, 12)]


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 5)), max_size=5), st.integers(0, 15), st.integers(1, 9))
def test_parts_within_are_the_words_that_both_have(drawn, begin, size):
    found = [run("Content", first, first + count) for first, count in drawn]
    shared = [set(range(item.first, item.last)) & set(range(begin, begin + size)) for item in found]
    cut = [set(range(item.first, item.last)) for item in within(found, begin, begin + size)]
    assert cut == [words for words in shared if words]


def test_a_source_that_a_later_window_finds_is_taken_where_there_is_none():
    def piece(source, first):
        return Attributed([ONE], source, [run("Content", first, first + 2)])

    mine, theirs = [run("Source", 0, 1)], [run("Source", 9, 10)]
    assert joined([piece([], 5), piece(theirs, 7)])[0].source == theirs
    assert joined([piece(mine, 5), piece(theirs, 7)])[0].source == mine
    assert joined([piece(mine, 5), piece([], 7)])[0].source == mine


def test_contents_without_a_cue_stay_apart_and_in_order():
    loose = [Attributed([], [], [run("Content", first, first + 2)]) for first in (7, 5)]
    assert places(joined(loose)) == [([], [], [5]), ([], [], [7])]
