"""Documents one after the other, on standard output or in a file: what stands between them, and what goes wrong."""

from __future__ import annotations

import io
import sys

import pytest

from newsparse.cli.outputs import PIECE_CHARACTERS, Output, opened, rendered, write_run
from newsparse.errors import ReadError, WriteError
from newsparse.model import Document, Meta
from newsparse.specs import WriterSpec


def writer(joins="lines", **fields):
    return WriterSpec(name="odd", summary=".", joins=joins, **{"write": lambda document: document.text, **fields})


class Counting(io.BytesIO):
    """A stream that says how much of it has been flushed."""

    flushed = b""

    def flush(self):
        self.flushed = self.getvalue()


@pytest.mark.parametrize(
    ("joins", "several", "texts", "written"),
    [
        ("lines", False, ["a"], "a\n"),
        ("lines", True, ["a", "b"], "a\nb\n"),
        ("lines", True, [], ""),
        ("paragraphs", False, ["a"], "a\n"),
        ("paragraphs", True, ["a", "b", "c"], "a\n\nb\n\nc\n"),
        ("paragraphs", True, [], ""),
        ("array", False, ["a"], "a\n"),
        ("array", False, [], ""),
        ("array", True, [], "[\n]\n"),
        ("array", True, ["a"], "[\na\n]\n"),
        ("array", True, ["a", "b", "c"], "[\na,\nb,\nc\n]\n"),
    ],
)
def test_documents_are_joined_as_their_format_says(joins, several, texts, written):
    stream = Counting()
    output = Output(writer(joins), stream, several)
    output.begin()
    for number, text in enumerate(texts, 1):
        output.add(text)
        assert output.count == number
        assert stream.flushed == stream.getvalue()
    output.end()
    assert stream.flushed.decode() == stream.getvalue().decode() == written


@pytest.mark.parametrize("many", [PIECE_CHARACTERS - 1, PIECE_CHARACTERS, PIECE_CHARACTERS + 1, 3 * PIECE_CHARACTERS])
def test_long_texts_are_written_whole(many):
    text = "".join(chr(0x4E00 + at % 5000) for at in range(many))
    stream = io.BytesIO()
    Output(writer(), stream, several=False).add(f"{text}\ud800")
    assert stream.getvalue().decode() == f"{text}\\ud800\n"


def raising(error):
    def write(document):
        raise error

    return write


@pytest.mark.parametrize(
    ("document", "place", "called"),
    [
        (Document(text="a", id="x", meta=Meta(path="a.txt")), "b.txt", "b.txt"),
        (Document(text="a", id="x", meta=Meta(path="a.txt")), None, "a.txt"),
        (Document(text="a", id="x"), None, "x"),
    ],
)
def test_what_cannot_be_written_is_called_by_its_place_its_path_or_its_id(document, place, called):
    with pytest.raises(WriteError) as told:
        rendered(writer(write=raising(ReadError("no ink.", hint="Buy some."))), document, place)
    assert told.value.message == f"{called} cannot be written as 'odd': no ink."
    with pytest.raises(WriteError) as told:
        rendered(writer(write=lambda document: 5), document, place)
    assert told.value.message == f"{called} cannot be written: the writer 'odd' gave int, not text."


def test_a_document_is_written_without_the_end_of_its_last_line():
    assert rendered(writer(write=lambda document: "\na\n\n"), Document(text="")) == "\na"


@pytest.mark.parametrize("closed", [True, False])
def test_without_standard_output_a_file_is_asked_for(monkeypatch, closed):
    stream = io.TextIOWrapper(io.BytesIO())
    stream.close()
    monkeypatch.setattr(sys, "stdout", stream if closed else None)
    with pytest.raises(WriteError, match=r"standard output is closed\. Name a file: -o\."), opened(None):
        pass


def test_what_is_printed_meanwhile_is_not_among_the_results(capfdbinary):
    with opened(None) as stream:
        print("chatty")
        stream.write(b"result\n")
    print("after")
    sys.stdout.flush()
    sys.stderr.flush()
    assert capfdbinary.readouterr() == (b"result\nafter\n", b"chatty\n")


class Terminal(io.TextIOWrapper):
    def isatty(self):
        return True


def test_a_terminal_gets_what_is_written_at_once_however_it_is_cut(monkeypatch):
    shown = Counting()
    monkeypatch.setattr(sys, "stdout", Terminal(shown, encoding="utf-8"))
    words = "Ada é €\x1b[2J".encode()
    with opened(None) as stream:
        assert stream.writable()
        assert [stream.write(words[at : at + 1]) for at in range(len(words))] == [1] * len(words)
        assert stream.write(memoryview(b"no")) == 2
        stream.flush()
        assert shown.flushed.decode() == "Ada é €\\x1b[2Jno"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(13, "no entry"), "{place} cannot be written: no entry. Choose another place."),
        (OSError("odd"), "{place} cannot be written: odd. Choose another place."),
    ],
)
@pytest.mark.parametrize("to_file", [True, False])
def test_what_goes_wrong_in_writing_names_the_place(tmp_path, capsys, error, said, to_file):
    path = str(tmp_path / "out.txt") if to_file else None

    def failing():
        with opened(path):
            raise error

    with pytest.raises(WriteError) as told:
        failing()
    assert str(told.value) == f"[NP402] {said.format(place=path or 'standard output')}"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("error", [BrokenPipeError(), ReadError("no such file.")])
def test_other_errors_pass_through(tmp_path, error):
    def failing():
        with opened(str(tmp_path / "out.txt")):
            raise error

    with pytest.raises(type(error)) as told:
        failing()
    assert told.value is error


def broken(error):
    def documents():
        yield Document(text="a")
        raise error

    return documents()


def listing(write_all=None, **fields):
    def write(documents, place):
        words = "".join(f"{document.text}\n" for document in documents)
        place.write(words.encode()) if hasattr(place, "write") else place.write_text(words)

    return WriterSpec(name="list", summary=".", write_all=write_all or write, **fields)


@pytest.mark.parametrize("error", [BrokenPipeError(), ReadError("no such file."), ValueError("of the reader")])
def test_what_the_making_of_documents_raises_is_not_blamed_on_the_writer(tmp_path, error):
    with pytest.raises(type(error)) as told:
        write_run(listing(), str(tmp_path / "out.list"), broken(error))
    assert told.value is error
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("error", "reason", "hint"),
    [
        (PermissionError(13, "no entry"), "no entry", " Choose another place."),
        (OSError("odd"), "OSError: odd (", " Choose another place."),
        (ValueError("odd"), "ValueError: odd (", ""),
    ],
)
def test_what_a_writer_of_runs_raises_is_said_of_its_place(tmp_path, capsys, error, reason, hint):
    def write(documents, place):
        raise error

    for path, place in ((str(tmp_path / "out.list"), str(tmp_path / "out.list")), (None, "standard output")):
        with pytest.raises(WriteError) as told:
            write_run(listing(write, streams=True), path, [])
        assert told.value.message.startswith(f"{place} cannot be written as 'list': {reason}")
        assert told.value.__cause__ is error
        assert str(told.value).endswith(hint)
        assert ("Choose another place." in str(told.value)) is bool(hint)


@pytest.mark.parametrize("error", [BrokenPipeError(), ReadError("no such file.")])
def test_errors_that_say_enough_are_left_as_they_are(tmp_path, error):
    def write(documents, place):
        raise error

    with pytest.raises(type(error)) as told:
        write_run(listing(write), str(tmp_path / "out.list"), [])
    assert told.value is error


def test_a_writer_of_runs_writes_to_a_file_or_to_standard_output(tmp_path, capfdbinary):
    documents = [Document(text="a"), Document(text="b")]
    write_run(listing(), str(tmp_path / "out.list"), documents)
    assert (tmp_path / "out.list").read_text() == "a\nb\n"
    write_run(listing(streams=True), None, documents)
    sys.stdout.flush()
    assert capfdbinary.readouterr().out == b"a\nb\n"
