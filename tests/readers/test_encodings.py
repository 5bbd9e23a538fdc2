"""Encodings: UTF-8 is proved, windows-1252 is guessed where it reads like a newspaper and said, all else is refused."""

from __future__ import annotations

import io
import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.errors import OptionError, ReadError
from newsparse.readers.encoding import CHUNK, decoded, is_western, misread, text_stream

WESTERN = {
    "quotes": "“We waited,” she said. “It’s not over – yet.” The €3m plan was dropped.",
    "names": "The café on the corner, run by José Peña, closed after a fire. Nobody was hurt, and 20°C was the high.",
    "pounds": "The bill rose to £3.4m, the minister said on Monday, and would rise further.",
    "German": "Der Bürgermeister sagte, die Brücke sei für immer geschlossen. „Das war schön“, erklärte Müller.",
    "French": "Le maire a déclaré que l’été serait très chaud. « C’est la fête », a-t-il ajouté à Orléans.",
    "Spanish": "¿Qué pasó? El señor Núñez dijo: «No sé», y se fue. ¡Adiós! Él no volvió.",
    "Danish": "Højesteret sagde, at Ærø og Malmö får en færge. Åbningen er i maj. Øl.",
}
OTHERS = [
    ("Мэр города заявил во вторник, что мост закрыт.", "cp1251"),
    ("Мэр города заявил во вторник, что мост закрыт.", "koi8_r"),
    ("Burmistrz powiedział, że most będzie zamknięty. Żółta łódź odpłynęła we wtorek.", "cp1250"),
    ("Burmistrz powiedział, że most będzie zamknięty. Żółta łódź odpłynęła we wtorek.", "iso8859_2"),
    ("Starosta řekl, že most bude zavřený. Přišli jsme pozdě, řekl Dvořák. Kůň pěl." * 5, "cp1250"),
    ("Belediye başkanı salı günü köprünün kapatılacağını söyledi. Bekledik, dedi.", "cp1254"),
    ("Ο δήμαρχος είπε ότι η γέφυρα θα κλείσει.", "cp1253"),
    ("市長は火曜日に述べた。橋は閉鎖される。", "shift_jis"),
    ("市长星期二说，大桥将关闭。", "gb18030"),
    ("시장은 화요일 다리가 폐쇄될 것이라고 말했다.", "euc_kr"),
    ("“We waited,” she said. “It’s not over – yet.”", "mac_roman"),
    ("The café on the corner, run by José Peña, closed.", "mac_roman"),
    ("The café on the corner, run by José Peña, closed.", "cp437"),
]


@pytest.mark.parametrize("text", WESTERN.values(), ids=WESTERN)
def test_what_reads_like_a_newspaper_in_windows_1252_is_read_so_and_said(text, caplog):
    with caplog.at_level(logging.WARNING, "newsparse"):
        assert decoded(text.encode("cp1252"), "a.txt") == text
    assert "a.txt is not UTF-8, and was read as windows-1252" in caplog.text


@pytest.mark.parametrize(("text", "encoding"), OTHERS)
def test_other_encodings_are_refused_unless_they_are_named(text, encoding):
    data = text.encode(encoding)
    assert not is_western(data)
    with pytest.raises(ReadError, match="is not UTF-8"):
        decoded(data, "a.txt")
    assert decoded(data, "a.txt", encoding) == text


def test_a_file_with_zero_bytes_is_refused_without_a_word_on_its_encoding(caplog):
    with caplog.at_level(logging.WARNING, "newsparse"), pytest.raises(ReadError, match="zero byte"):
        decoded(WESTERN["names"].encode("cp1252") + b"\0", "a.txt")
    assert caplog.text == ""


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_utf8_and_marked_encodings_are_read_as_they_are(text):
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-32"):
        assert decoded(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_told_by_its_zeros(encoding):
    text = WESTERN["quotes"]
    assert decoded(text.encode(encoding), "a.txt") == text
    assert text_stream(io.BytesIO(text.encode(encoding)), "a.txt").read() == text


@pytest.mark.parametrize("name", ["latin-9000", "base64", "rot13"])
def test_an_encoding_that_does_not_exist_is_refused(name):
    with pytest.raises(OptionError, match="there is no encoding"):
        decoded(b"Rain.", "a.txt", name)


def test_a_file_may_show_its_encoding_late():
    text = "It rained.\r\n" * (CHUNK // 10) + WESTERN["names"]
    assert text_stream(io.BytesIO(text.encode("cp1252")), "a.txt").read() == text
    assert text_stream(io.BytesIO(text.encode()), "a.txt").read() == text


class Pipe(io.BytesIO):
    """What cannot seek, and gives a few bytes at a time."""

    def seekable(self):
        return False

    def read1(self, size=-1):
        return self.read(min(size, 7) if size > 0 else 7)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [*WESTERN.values(), "", "It rained."])
def test_a_pipe_is_read_as_a_file_is(text, encoding):
    data = text.encode(encoding)
    assert text_stream(Pipe(data), "a.txt").read() == text_stream(io.BytesIO(data), "a.txt").read() == text


@given(st.binary(max_size=60))
def test_any_bytes_in_a_pipe_are_a_text_or_refused(data):
    try:
        text = text_stream(Pipe(data), "a.txt").read()
    except (ReadError, UnicodeError):
        return
    assert isinstance(text, str)


def test_a_pipe_may_show_its_encoding_late():
    text = "It rained.\r\n" * 200 + WESTERN["names"]
    for encoding in ("utf-8", "cp1252"):
        assert text_stream(Pipe(text.encode(encoding)), "a.txt").read() == text


def test_what_a_pipe_holds_before_its_encoding_is_open_has_been_read():
    lines = iter(text_stream(Pipe(b"It rained.\n" * 2000 + "Мэр города заявил".encode("cp1251")), "a.txt"))
    assert [next(lines) for _ in range(1000)] == ["It rained.\n"] * 1000
    with pytest.raises(ReadError, match="its encoding cannot be told"):
        list(lines)


def test_a_byte_that_does_not_fit_is_found_in_its_piece():
    lines = list(text_stream(io.BytesIO("Café é ü\n".encode() + b"caf\xe9\nRain\n\0\n"), "a.txt"))
    assert [misread(line) for line in lines] == [
        None,
        "the byte 0xe9 does not fit the encoding",
        None,
        "there is a zero byte",
    ]


def test_a_zero_byte_in_a_pipe_decides_nothing_about_what_comes_after_it():
    text = "It rained.\n" * 3 + "a\0b\n" + WESTERN["quotes"]
    assert text_stream(Pipe(text.encode("cp1252")), "a.txt").read() == text
    ahead = "It rained" + "\0" + WESTERN["quotes"]
    assert text_stream(Pipe(ahead.encode("cp1252")), "a.txt").read() == ahead
