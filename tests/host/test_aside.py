"""What plugins print while they are imported, asked and built goes to standard error, and cannot steer the terminal."""

from __future__ import annotations

import io
import sys

import newsparse
from newsparse.aside import Aside, aside, is_aside
from newsparse.specs import ExtractorSpec

STEERING, SHOWN = "\x1b[2J\u202e\ud800", "\\x1b[2J\\u202e\\ud800"


class Chatty:
    """A plugin, and the extractor that it offers."""

    def __init__(self):
        print(f"made{STEERING}")

    @newsparse.hookimpl
    def newsparse_extractors(self):
        print(f"asked{STEERING}")
        return [ExtractorSpec(name="chatty", summary=".", make=Chatty, provides=("chats",))]

    def extract(self, _document):
        return []


def test_what_a_plugin_prints_before_it_runs_goes_to_standard_error(capsys, tmp_path, monkeypatch):
    (tmp_path / "chatty_at_import.py").write_text("print('imported')\n")
    monkeypatch.syspath_prepend(tmp_path)
    newsparse.load("en", host=newsparse.Host.of("chatty_at_import", object.__new__(Chatty)))
    assert capsys.readouterr() == ("", f"imported\nasked{SHOWN}\nmade{SHOWN}\n")


def test_only_in_such_a_block_is_standard_output_another_one(capsys):
    before = sys.stdout
    assert not is_aside()
    with aside():
        inner = sys.stdout
        with aside():
            assert sys.stdout is inner
        assert is_aside()
        print("one")
        sys.stdout.close()
        print("two", flush=True)
        sys.stdout.writelines(["three"])
    assert sys.stdout is before
    assert capsys.readouterr() == ("", "one\ntwo\nthree")


class Full(io.StringIO):
    """A stream that takes nothing."""

    def write(self, _words):
        raise OSError("full")

    def flush(self):
        raise OSError("full")


def test_where_nothing_can_be_written_a_plugin_can_print_all_the_same():
    for stream in (None, Full()):
        assert print("a", file=Aside(stream), flush=True) is None
