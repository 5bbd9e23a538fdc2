"""Which line ends are those of a wrapped paragraph: the widths and shares where that changes, and those beside."""

from __future__ import annotations

import pytest

from newsparse.pipeline.wrapping import unwrapped


def line(length: int, start: str = "word") -> str:
    """Words that are together so long."""
    words = (f"{start} " + "word " * length)[:length]
    return words if not words.endswith(" ") else f"{words[:-1]}s"


def lines(*lengths: int) -> str:
    """Lines of these lengths that begin with a capital, each ending a sentence, so that only their width counts."""
    return "\n".join(f"{line(length - 1, 'Word')}." for length in lengths)


def ends(text: str) -> list[str]:
    """What stands at the line ends of a text once it is unwrapped."""
    return [character for character, before in zip(unwrapped(text), text, strict=True) if before == "\n"]


class TestFullLines:
    @pytest.mark.parametrize(("width", "is_wrapped"), [(49, False), (50, True), (120, True), (121, False)])
    def test_programs_break_lines_at_50_to_120_characters(self, width, is_wrapped):
        assert ends(lines(*[width] * 5)) == [" " if is_wrapped else "\n"] * 4

    @pytest.mark.parametrize(("count", "is_wrapped"), [(2, False), (3, True)])
    def test_three_line_ends_make_a_wrapped_text(self, count, is_wrapped):
        assert ends(lines(*[60] * (count + 1))) == [" " if is_wrapped else "\n"] * count

    @pytest.mark.parametrize(("room", "is_full"), [(4, True), (5, False), (6, False)])
    def test_a_line_is_full_if_the_next_word_and_a_blank_would_not_have_fitted(self, room, is_full):
        text = lines(60, 60, 60, 60 - room, 60)
        assert text.split("\n")[4].split()[0] == "Word"
        assert ends(text) == [" ", " ", " ", " " if is_full else "\n"]

    def test_half_of_the_line_ends_are_enough(self):
        assert ends(lines(60, 60, 60, 60, 20, 20, 20, 20, 20)) == [" "] * 4 + ["\n"] * 4
        assert ends(lines(60, 60, 60, 60, 20, 20, 20, 20, 20, 20)) == ["\n"] * 9

    def test_line_ends_beside_blank_lines_do_not_count(self):
        apart = "\n\n".join([lines(60, 60, 60, 60, 20), *[line(20)] * 3, lines(20, 20), lines(20, 20), lines(20, 20)])
        assert [end for end in ends(apart) if end != "\n"] == [" "] * 4

    def test_a_last_line_that_is_full_is_not_joined_with_the_blank_line_below(self):
        assert ends(f"{lines(60, 60, 60, 60)}\n\n{lines(60, 60)}") == [" ", " ", " ", "\n", "\n", " "]

    def test_a_blank_line_before_one_long_word_stays(self):
        address = f"https://orla.example/{'a' * 39}"
        assert len(address) == 60
        assert ends(f"{lines(60, 60, 60, 60)}\n\n{address}\n") == [" ", " ", " ", "\n", "\n", "\n"]


def ragged(*pieces: str) -> str:
    """Lines of many widths, the first wider than programs break lines, with a paragraph of one line below."""
    return "\n".join([line(130, "Word"), *pieces, "the end of it.", "", "Done."])


def breaking(length: int = 60, start: str = "word") -> str:
    """A line that breaks off."""
    return line(length, start)


class TestLinesThatBreakOff:
    def test_they_are_those_of_40_characters_at_least(self):
        assert ends(ragged(breaking(40), breaking(40), breaking(40))) == [" "] * 4 + ["\n"] * 2
        assert (
            ends(ragged(breaking(40), breaking(39), breaking(40), breaking(40)))
            == [" ", " ", "\n", " ", " "] + ["\n"] * 2
        )
        assert ends(ragged(*[breaking(39)] * 4)) == ["\n"] * 7

    @pytest.mark.parametrize(("capitals", "are_joined"), [(1, True), (2, False), (3, False)])
    def test_most_of_them_go_on_in_small_letters(self, capitals, are_joined):
        given = [*[breaking(start="Word")] * capitals, *[breaking()] * (3 - capitals)]
        text = ragged(*given)
        assert ends(text) == [" " if are_joined else "\n"] * 4 + ["\n"] * 2

    def test_one_before_a_blank_line_is_a_heading(self):
        text = f"{breaking(start='Word')}\n\n{ragged(breaking(), breaking(), breaking())}"
        assert ends(text) == ["\n", "\n", *[" "] * 4, "\n", "\n"]

    @pytest.mark.parametrize("mark", [".", "!", "?", ":", ";", '"', "”", "’", ")"])
    def test_one_that_ends_with_a_mark_is_whole(self, mark):
        text = ragged(breaking(), f"{breaking()}{mark}", breaking(), breaking())
        assert ends(text) == [" ", " ", "\n", " ", " ", "\n", "\n"]


def test_the_two_characters_of_a_line_end_of_windows_become_two_blanks_and_nothing_else_changes():
    text = lines(60, 60, 60, 60)
    assert unwrapped(text.replace("\n", "\r\n")) == text.replace("\n", "  ")
