"""The tokenizer: conventions of UD English, exact offsets, any text."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.testing import check_lexicon
from newsparse_english import tokens
from newsparse_english.tokens import KINDS, Kind, tokenize

CASES = [
    ("They don't know.", "They do n't know ."),
    ("Mira's dog can't bark", "Mira 's dog ca n't bark"),
    ("Mr. Okoye paid $1,200.50 at 5.1%.", "Mr. Okoye paid $ 1,200.50 at 5.1 % ."),
    ("The U.S. and Dr. Lee agreed...", "The U.S. and Dr. Lee agreed ..."),
    ("a 40-year-old co-founder", "a 40 - year - old co-founder"),
    ("See https://example.org/a?b=1, please.", "See https://example.org/a?b=1 , please ."),
    ("''We go,'' he said.", "'' We go , '' he said ."),
    ("The workers' hall\u2014closed", "The workers ' hall \u2014 closed"),
    ("between 10,000\u201350,000 units", "between 10,000 \u2013 50,000 units"),
    ("I'll say we've won; it\u2019s over", "I 'll say we 've won ; it \u2019s over"),
    ("We cannot go to O'Hara", "We can not go to O'Hara"),
    ("Gregory C. Allen left", "Gregory C. Allen left"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_words_follow_ud_english(text: str, expected: str) -> None:
    assert " ".join(word.text for word in tokenize(text)) == expected


def test_the_words_of_a_contraction_share_a_group() -> None:
    words = tokenize("She didn't go")
    assert [word.group for word in words] == [0, 1, 1, 2]


def test_gaps_tell_paragraphs_from_blanks() -> None:
    assert [word.gap for word in tokenize("One two.\r\n\r\nThree")] == [2, 1, 0, 2]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (":\u0300 a", [":\u0300", "a"]),
        ("\U0001f469\u200d\U0001f680 up", ["\U0001f469\u200d\U0001f680", "up"]),
        ("!\u200d x", ["!\u200d", "x"]),
    ],
)
def test_what_joins_signs_joins_no_blank(text: str, words: list[str]) -> None:
    assert [word.text for word in tokenize(text)] == words


@given(st.text())
def test_every_character_but_blanks_is_in_exactly_one_word(text: str) -> None:
    words = tokenize(text)
    assert "".join(word.text for word in words) == "".join(text.split())
    assert all(word.text == text[word.start : word.end] for word in words)
    assert all(a.end <= b.start for a, b in itertools.pairwise(words))


class Watched:
    """The pattern of a kind of address, and how many characters it was searched for in."""

    def __init__(self, kind: Kind) -> None:
        self.kind, self.read = kind, 0

    def match(self, text: str, at: int) -> re.Match[str] | None:
        found = self.kind.pattern.match(text, at)
        stretch = found or (self.kind.stretch and self.kind.stretch.match(text, at))
        self.read += stretch.end() - at if stretch else 1
        return found


@pytest.mark.parametrize(
    "unit", ["a-", "1-", "+", "ab.", "ab.c-", "a@", "a@b", "http://,", "www.,", "co-", "1,", "x'", "\u2019a "]
)
def test_hostile_text_is_searched_for_addresses_once(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """When every piece was searched to the end of its run for an address, these took minutes."""
    watched = [Watched(kind) for kind in KINDS]
    monkeypatch.setattr(tokens, "KINDS", tuple(Kind(item, item.kind.stretch) for item in watched))
    text = unit * 2_000 + " see ada@quay.example"
    words = tokenize(text)
    assert [word.text for word in words[-2:]] == ["see", "ada@quay.example"]
    assert max(item.read for item in watched) < 2 * len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Read port-plan.final.PDF today", "Read port-plan.final.PDF today"),
        ("Call 020-555-0148.", "Call 020-555-0148 ."),
        ("ada.brook+news@quay.example.", "ada.brook+news@quay.example ."),
        ("at quay.co.uk/ferries/.", "at quay.co.uk/ferries/ ."),
        ("quay-side -- north-quay.org, then", "quay - side -- north-quay.org , then"),
        ("a well-known www.quay.example!", "a well - known www.quay.example !"),
        ("the end.Then", "the end . Then"),
    ],
)
def test_an_address_is_one_word(text: str, expected: str) -> None:
    assert " ".join(word.text for word in tokenize(text)) == expected


def test_every_word_list_is_read_and_no_two_are_equal() -> None:
    check_lexicon("newsparse_english")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is 5pm now", "It is 5 pm now"),
        ("the 5pms of", "the 5pms of"),
        ("the 3rd, 1980s", "the 3rd , 1980s"),
        ("It ran 40km.", "It ran 40 km ."),
        ("the B2B, 4x4", "the B2B , 4x4"),
        ("Get 'em", "Get 'em"),
        ("the '90s", "the '90s"),
        ("a'em", "a 'em"),
        ("the sailors' ship", "the sailors ' ship"),
        ("the sailors'", "the sailors '"),
        ("the sailor' ship", "the sailor ' ship"),
        ("the box' lid", "the box ' lid"),
        ("'the sailors' he said", "' the sailors ' he said"),
        ("'Aye,' the sailors' ship", "' Aye , ' the sailors ' ship"),
        ("Mr. Lee", "Mr. Lee"),
        ("Mr.. Lee", "Mr .. Lee"),
        ("Mr... Lee", "Mr ... Lee"),
        ("ships etc. left", "ships etc. left"),
        ("ships etc. Then", "ships etc . Then"),
        ("ships etc.", "ships etc ."),
        ("J. Lee", "J. Lee"),
        ("J. lee", "J . lee"),
        ("J., Lee", "J. , Lee"),
        ("J.", "J ."),
        ("It was I. Then", "It was I . Then"),
        ("number 5. Then", "number 5 . Then"),
        ("She re-elects", "She re-elects"),
        ("She re- elects", "She re - elects"),
        ("She re-", "She re -"),
        ("the co-op-store", "the co-op - store"),
        ("the sea-port", "the sea - port"),
        ("the re-2", "the re - 2"),
        ("O'Brien", "O'Brien"),
        ("O'brien", "O'brien"),
        ("six o'clock", "six o'clock"),
        ("O'-", "O ' -"),
        ("D'Or's", "D'Or 's"),
        ("Ba'ath rule", "Ba'ath rule"),
        ("ba'ath rule", "ba ' ath rule"),
        ("Ma'am, ma'am", "Ma'am , ma'am"),
        ("She ain't", "She ai n't"),
        ("Cannot we", "Can not we"),
        ("gonna, go", "gon na , go"),
        ("the U.S. and U.S.A. now", "the U.S. and U.S.A. now"),
        ("AT&T and a&b", "AT&T and a & b"),
        ("@quay and #ferry #1", "@quay and #ferry # 1"),
        ("so :-) and (8)", "so :-) and ( 8 )"),
        ("a--b ** c", "a -- b ** c"),
    ],
)
def test_signs_belong_to_words_by_what_stands_beside_them(text: str, expected: str) -> None:
    assert " ".join(word.text for word in tokenize(text)) == expected


@pytest.mark.parametrize(
    ("word", "title"), [("Gov.", True), ("Gov", False), ("gov.", True), ("etc.", False), ("Dr.", True), (".", False)]
)
def test_a_title_has_its_full_stop(word: str, title: bool) -> None:
    assert tokens.is_title(tokens.Word(word, 0, len(word), 0, 0)) is title


@pytest.mark.parametrize(
    ("text", "gaps", "apart"),
    [
        ("a b", [2, 1], [False, False]),
        ("a\tb", [2, 1], [False, False]),
        ("a\nb", [2, 2], [False, False]),
        ("a\r\nb", [2, 2], [False, False]),
        ("a\n\nb", [2, 2], [False, True]),
        ("a \n \n b-c", [2, 2, 0, 0], [False, True, False, False]),
        ("\n\na", [2], [True]),
        ("a,\n\n$5", [2, 0, 2, 0], [False, False, True, False]),
    ],
)
def test_what_is_before_a_word_is_nothing_a_blank_or_line_ends(text: str, gaps: list[int], apart: list[bool]) -> None:
    words = tokenize(text)
    assert [word.gap for word in words] == gaps
    assert [word.after_blank_line for word in words] == apart
