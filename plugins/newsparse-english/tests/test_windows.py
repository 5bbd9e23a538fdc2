"""Windows lie side by side, read whole sentences around what they answer for, and what they say is joined."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer
from tokenizers.models import Unigram

from newsparse_english.decode import Attributed, Run, joined, within
from newsparse_english.packed import folder
from newsparse_english.windows import BLANK_MARK, CLS, CONTEXT, OWN, SEP, WordEncoder, cuts, is_start, shape, stretches

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


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("quay", 1),
        ("quay2", 1),
        ("2nd", 1),
        ("2ND", 2),
        ("21", 2),
        ("B2", 3),
        ("$5", 3),
        ("A", 4),
        ("-", 0),
        ("?", 0),
        ("UN", 5),
        ("U.S.", 5),
        ("Quay", 6),
        ("McKell", 7),
        ("iPhone", 8),
        ("-Quay", 8),
        ("...", 0),
    ],
)
def test_a_shape_is_that_of_capitals_and_digits(word, number):
    assert shape(word) == number


@pytest.mark.parametrize(
    ("words", "gap", "start"),
    [
        (["It", "sank", ".", "We"], 1, True),
        (["It", "sank", ".", "We"], 0, False),
        (["It", "sank", "?", "We"], 1, True),
        (["It", "sank", ",", "We"], 1, False),
        (["It", "sank", "it", "We"], 1, False),
        (["It", "sank", "it", "We"], 2, True),
        (["It", ".", "\u201d", "We"], 1, True),
        (["It", "!", '"', "We"], 1, True),
        (["It", ".", "\u201d", "We"], 0, False),
        (["It", "sank", "\u201d", "We"], 1, False),
        (["It", ".", "so", "We"], 1, False),
    ],
)
def test_a_sentence_begins_behind_a_line_end_or_a_mark_that_ends_one(words, gap, start):
    assert is_start(words, [2, 1, 0, gap], 3) is start
    assert is_start(words, [2, 1, 0, gap], 0)


def test_a_mark_alone_before_a_word_ends_no_sentence():
    assert not is_start(["\u201d", "We"], [2, 1], 1)
    assert is_start([".", "We"], [2, 1], 1)


WORDS = st.lists(
    st.tuples(st.sampled_from(["a", ".", ",", ";", "\u201d"]), st.sampled_from([0, 1, 1, 1, 2])), max_size=60
)


def rank(words, gaps, at):
    """How good a place for a cut is: a new paragraph, a sentence, another line, behind a comma, anywhere."""
    line = gaps[at] == 2
    if is_start([*words[:at], "x"], [*gaps[:at], min(gaps[at], 1)], at):
        return 4 if line else 3
    return 2 if line else int(words[at - 1] in ",;")


@given(WORDS, st.integers(4, 12))
def test_a_window_ends_at_the_last_of_the_best_places_in_its_second_half(drawn, limit):
    words, gaps = [word for word, _ in drawn], [gap for _, gap in drawn]
    found = cuts(words, gaps, limit=limit)
    assert found[0] == 0
    for begin, end in itertools.pairwise(found):
        places = range(begin + limit // 2, begin + limit + 1)
        assert end == max(places, key=lambda at: (rank(words, gaps, at), at))
    assert len(words) - found[-1] <= limit


def test_known_starts_of_sentences_go_before_likely_ones():
    words, gaps = ["a", ".", "b", "c", "d", "e", "f", "g", "h"], [2, 1, 1, 1, 1, 1, 2, 1, 1]
    assert cuts(words, gaps, limit=6) == [0, 6]
    assert cuts(words, gaps, [1, 0, 0, 0, 1, 0, 0, 0, 0], limit=6) == [0, 4]
    assert cuts(words, gaps, [1, 0, 0, 0, 1, 0, 1, 0, 0], limit=6) == [0, 6]
    assert cuts(words, gaps, [1, 0, 0, 1, 0, 1, 0, 0, 0], limit=6) == [0, 5]


@given(st.lists(st.tuples(st.sampled_from(["a", ".", ","]), st.sampled_from([1, 1, 1, 1, 2])), max_size=420))
def test_a_window_reads_whole_sentences_around_what_it_decides(drawn):
    words, gaps = [word for word, _ in drawn], [gap for _, gap in drawn]
    found = stretches(words, gaps)
    assert [item.begin for item in found] == (cuts(words, gaps, limit=OWN) if words else [])
    for item in found:
        before = [at for at in range(max(0, item.begin - CONTEXT), item.begin) if is_start(words, gaps, at)]
        assert item.first == min(before, default=item.begin)
        near = range(item.end + 1, min(item.end + CONTEXT, len(words) - 1) + 1)
        after = [at for at in near if is_start(words, gaps, at)]
        ends = len(words) - item.end <= CONTEXT
        assert item.last == (len(words) if ends else max(after, default=item.end))


def test_lines_of_equal_length_are_no_paragraphs():
    words, gaps = text(60)
    wrapped = [2 if at % 11 == 0 else gap for at, gap in enumerate(gaps)]
    broken = [at for at in range(0, len(words), 11) if words[at - 1] != "."]
    assert broken
    assert not any(item.begin in broken for item in stretches(words, wrapped)[1:])


def unigram(*pieces):
    """A tokenizer that knows some pieces, and may cut words into letters."""
    letters = sorted({letter for piece in pieces for letter in piece})
    known = [("[UNK]", -20.0), *((piece, -1.0) for piece in pieces), *((letter, -10.0) for letter in letters)]
    return Tokenizer(Unigram(list(dict(known).items()), 0))


def test_a_unigram_model_is_told_of_the_blank_before_a_word():
    tokenizer = unigram("quay", f"{BLANK_MARK}quay")
    number = {piece: tokenizer.token_to_id(piece) for piece in ("quay", f"{BLANK_MARK}quay")}
    found = WordEncoder(tokenizer).encode(["quay", "quay", "quay"], [2, 0, 1])
    blank, glued = number[f"{BLANK_MARK}quay"], number["quay"]
    assert found.ids.tolist() == [CLS, blank, glued, blank, SEP]
    assert found.first.tolist() == [1, 2, 3]
    assert found.features.tolist() == [[1, 0, 2], [1, 0, 0], [1, 0, 1]]


def test_long_words_keep_their_first_subwords_and_marks_have_numbers():
    tokenizer = unigram("ab")
    letters = WordEncoder(tokenizer).encode(["ab" * 30, "\u201c", "''"], [0, 0, 0])
    assert letters.first.tolist()[:2] == [1, 13]
    assert letters.features.tolist()[1:] == [[0, 2, 0], [0, 8, 0]]
    assert WordEncoder(tokenizer).encode([], []).features.shape == (0, 3)
