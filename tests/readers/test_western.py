"""How much of a text may be odd, accented or Icelandic to be taken for windows-1252, and what decides it else."""

from __future__ import annotations

import io
import logging

import pytest

from newsparse.errors import ReadError
from newsparse.readers import encoding
from newsparse.readers.encoding import decoded, is_western, text_stream
from tests.readers.test_encodings import Pipe

PLAIN = "and nobody in the harbour knows why the boats are late "


def western(text):
    return is_western(text.encode("cp1252"))


@pytest.mark.parametrize(("accented", "expected"), [(19, True), (18, False)])
def test_one_sign_in_twenty_may_be_odd(accented, expected):
    assert western(f"{'café ' * accented}¦ {PLAIN * 3}") is expected


@pytest.mark.parametrize(("accented", "expected"), [(18, True), (19, False)])
def test_ten_letters_and_eight_in_a_hundred_may_be_accented(accented, expected):
    words = "é e " * accented
    letters = "e" * (100 - 2 * accented)
    assert sum(map(str.isalpha, words + letters)) == 100
    assert western(words.replace("é e", "éa") + letters) is expected


@pytest.mark.parametrize(
    ("icelandic", "others", "expected"), [(3, 0, True), (4, 0, False), (4, 16, True), (4, 15, False)]
)
def test_three_letters_may_be_icelandic_and_one_in_twenty(icelandic, others, expected):
    assert western("þa " * icelandic + "café " * others + PLAIN * 9) is expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("été", True),
        ("Été", True),
        ("ÉTÉ", True),
        ("éTE", False),
        ("À", True),
        ("É", True),
        ("Ó", True),
        ("Å", False),
        ("à", True),
        ("aéèà", False),
        ("aéè", True),
        ("it’s", True),
        ("it”s", False),
        ("m²", True),
        ("area²", False),
        ("¿qué", False),
        ("¿Qué", True),
        ("né5", False),
    ],
)
def test_accented_words_are_written_as_words_are(word, expected):
    assert western(f"{PLAIN} {word} {PLAIN}") is expected


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"Caf\xc3\xa9 caf\xe9", None),
        (b"Caf\xe9 \xe9t\xe9 caf\xc3\xa9", None),
        (b"The caf\xe9 is shut", "The café is shut"),
        (b"\0\0ab" * 8, None),
        ("Rain fell".encode("utf-16-le"), "Rain fell"),
        ("Rain fell".encode("utf-16-be"), "Rain fell"),
    ],
)
def test_as_many_letters_of_utf_8_as_bytes_that_are_none_make_it_that(data, text):
    if text is None:
        with pytest.raises(ReadError, match=r"a.txt"):
            decoded(data, "a.txt")
    else:
        assert decoded(data, "a.txt") == text


def test_a_fault_is_named_with_its_place_and_the_encoding_that_was_given():
    with pytest.raises(ReadError) as caught:
        decoded(b"Caf\xc3\xa9 caf\xe9", "a.txt")
    assert caught.value.message == "a.txt is not UTF-8: byte 9 is 0xe9."
    with pytest.raises(ReadError) as caught:
        decoded(b"ab\x81", "a.txt", "windows-1252")
    assert caught.value.message == "a.txt is not cp1252: byte 2 is 0x81."


def test_what_is_named_is_no_guess_and_a_mark_is_no_text(caplog):
    with caplog.at_level(logging.WARNING, "newsparse"):
        assert decoded(b"caf\xe9", "a.txt", "windows-1252") == "café"
        assert text_stream(io.BytesIO(b"caf\xe9"), "a.txt", "windows-1252").read() == "café"
        assert decoded(b"\xef\xbb\xbfcaf\xc3\xa9", "a.txt", "utf-8") == "café"
    assert caplog.text == ""
    text = "Мэр города заявил"
    assert text_stream(Pipe(text.encode("cp1251")), "a.txt", "cp1251").read() == text


@pytest.mark.parametrize("begins", range(16))
def test_a_letter_may_be_cut_where_a_piece_ends(monkeypatch, begins):
    monkeypatch.setattr(encoding, "CHUNK", 16)
    text = f"{'a' * begins}é is a letter"
    assert text_stream(io.BytesIO(text.encode()), "a.txt").read() == text
    longer = f"{'a' * 40}{text} – and so on"
    assert text_stream(io.BytesIO(longer.encode()), "a.txt").read() == longer
    assert text_stream(io.BytesIO(longer.encode("cp1252")), "a.txt").read() == longer


def test_a_stream_is_read_from_where_it_stands():
    stream = io.BytesIO("Rain. Café.".encode())
    stream.seek(6)
    assert text_stream(stream, "a.txt").read() == "Café."


class Drops(Pipe):
    """Gives a byte at a time."""

    def read1(self, size=-1):
        return self.read(1)


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-32", "utf-16-le"])
@pytest.mark.parametrize("text", ["Café", "“We waited,” she said.", "é", "It rained. Café – é"])
def test_a_pipe_may_give_a_byte_at_a_time(name, text):
    if name == "utf-16-le" and not text.isascii():
        text = "It rained."
    assert text_stream(Drops(text.encode(name)), "a.txt").read() == text
