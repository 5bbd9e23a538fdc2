"""Windows lie side by side, read whole sentences around what they answer for, and what they say is joined."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from newsparse_english.decode import Attributed, Run, joined, within
from newsparse_english.packed import folder
from newsparse_english.windows import CONTEXT, OWN, WordEncoder, stretches

SENTENCE = ["The", "harbour", "board", "met", "on", "Monday", "."]


def text(sentences: int) -> tuple[list[str], list[int]]:
    words = SENTENCE * sentences
    return words, [0 if word == "." else 1 for word in words]


def run(first, last, label="Content"):
    return Run(first, last, label, 0.5)


class TestStretches:
    @given(st.lists(st.sampled_from(["a", ".", ",", "said"]), max_size=700))
    def test_each_word_is_answered_for_once_and_windows_are_short(self, words):
        found = stretches(words, [1] * len(words))
        covered = list(itertools.chain.from_iterable(range(s.begin, s.end) for s in found))
        assert covered == list(range(len(words)))
        for item in found:
            assert item.first <= item.begin <= item.end <= item.last
            assert item.begin - item.first <= CONTEXT
            assert item.last - item.end <= CONTEXT
            assert item.end - item.begin <= OWN

    def test_context_is_whole_sentences(self):
        words, gaps = text(100)
        inner = stretches(words, gaps)[1:-1]
        assert inner
        for item in inner:
            assert item.first < item.begin
            assert item.end < item.last
            assert words[item.first] == words[item.last] == "The"

    def test_a_short_text_is_one_window(self):
        words, gaps = text(3)
        assert [(s.first, s.begin, s.end, s.last) for s in stretches(words, gaps)] == [(0, 0, 21, 21)]

    def test_the_last_window_reads_to_the_end(self):
        words, gaps = text(40)
        assert stretches(words, gaps)[-2].last <= len(words)
        assert stretches(words, gaps)[-1].last == len(words)


class TestJoining:
    def test_a_content_over_a_border_is_one_again(self):
        cue = [run(3, 4, "Cue")]
        one = Attributed(cue, [run(2, 3, "Source")], [run(5, 20)])
        other = Attributed(cue, [], [run(20, 31)])
        [found] = joined([other, one])
        assert [(r.first, r.last) for r in found.content] == [(5, 31)]
        assert found.source == [run(2, 3, "Source")]

    def test_a_broken_content_keeps_its_fragments(self):
        cue = [run(8, 9, "Cue")]
        [found] = joined([Attributed(cue, [], [run(0, 7)]), Attributed(cue, [], [run(12, 20)])])
        assert [(r.first, r.last) for r in found.content] == [(0, 7), (12, 20)]

    def test_contents_of_other_cues_stay_apart(self):
        one, other = Attributed([run(3, 4, "Cue")], [], [run(5, 9)]), Attributed([run(12, 13, "Cue")], [], [run(9, 12)])
        assert joined([one, other]) == [one, other]

    def test_runs_are_cut_to_what_a_window_answers_for(self):
        assert within([run(0, 4), run(3, 9), run(8, 12), run(12, 14)], 4, 10) == [run(4, 9), run(8, 10)]


def test_words_are_encoded_alike_when_the_memory_is_full():
    tokenizer = Tokenizer.from_file(str(folder() / "tokenizer.json"))
    windows = [["The", "quay", "sank", "."], ["The", "ferry", "sank"], ["Ada", "left", "the", "quay"], ["The", "quay"]]
    forgetful, remembering = WordEncoder(tokenizer, memory=3), WordEncoder(tokenizer)
    for words in windows * 2:
        gaps = [1] * len(words)
        assert forgetful.encode(words, gaps).ids.tolist() == remembering.encode(words, gaps).ids.tolist()
