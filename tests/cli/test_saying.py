"""What commands say cannot steer the terminal, and a place that takes nothing is one line."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from newsparse.cli import main
from newsparse.cli.formats import bound
from newsparse.cli.messages import complain, say, tell
from newsparse.cli.outputs import Output, opened, rendered, write_run
from newsparse.host import Host
from newsparse.model import Document, Meta
from newsparse.specs import WriterSpec
from newsparse.visible import in_page

STEERING = "\x1b]0;owned\x07\x9b2J\u202e\ud800"
SHOWN = "\\x1b]0;owned\\x07\\x9b2J\\u202e\\ud800"


@pytest.mark.parametrize("write", [say, tell])
def test_what_would_steer_a_terminal_is_shown(capsys, write):
    write(f"a{STEERING}\n\tb")
    out, err = capsys.readouterr()
    assert f"{out}{err}" == f"a{SHOWN}\n\tb\n"


def test_a_complaint_is_one_line(capsys):
    complain(f"no\n{STEERING}\u2028newsparse: all well")
    assert capsys.readouterr().err.splitlines() == [f"newsparse: no {SHOWN} newsparse: all well"]


def test_a_template_shows_text_leaves_markup_and_has_no_word_for_nothing():
    class Markup(str):
        def __html__(self):
            return self

    assert in_page(STEERING) == SHOWN
    assert in_page(Markup("\x1b")) == "\x1b"
    assert in_page(None) == ""
    assert in_page(5) == 5


@pytest.mark.parametrize("argument", [f"--{STEERING}", STEERING])
def test_the_usage_that_is_shown_cannot_steer_the_terminal(argument):
    result = CliRunner().invoke(main, [argument])
    assert result.exit_code == 2
    assert not {"\x1b", "\x9b", "\u202e"} & set(result.output)


full = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no device that is always full")


def run(command):
    environment = os.environ | {"NEWSPARSE_LOAD_PLUGINS": "", "PYTHONPATH": os.pathsep.join(sys.path)}
    command = f"'{sys.executable}' -m newsparse {command}"
    return subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False, env=environment)


@full
@pytest.mark.parametrize("command", ["--help", "--version", "plugins", "parse --help"])
def test_a_full_disk_is_one_line_whatever_the_command(command):
    done = run(f"{command} > /dev/full")
    assert done.returncode == 1
    assert done.stderr == (
        "newsparse: [NP402] standard output cannot be written: No space left on device. Choose another place.\n"
    )


@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EPIPE])
def test_where_nobody_can_be_told_what_is_wrong_nothing_else_is_lost(monkeypatch, fault):
    tried = []

    class Full(io.StringIO):
        def write(self, words):
            tried.append(words)
            raise OSError(fault, os.strerror(fault))

    whole = io.StringIO()
    for stream in (Full(), None, whole):
        monkeypatch.setattr(sys, "stderr", stream)
        complain("no such file")
    assert "newsparse: no such file\n" in tried
    assert whole.getvalue() == "newsparse: no such file\n"


class Terminal(io.TextIOWrapper):
    def isatty(self):
        return True


@pytest.mark.parametrize("format_", ["csv", "jsonl", "raw"])
def test_no_writer_steers_a_terminal_and_a_file_holds_what_was_written(monkeypatch, tmp_path, format_):
    raw = WriterSpec(name="raw", summary=".", write=lambda document: document.text, joins="lines")
    article = Document(text="Ada", meta=Meta(title=f"Ada é \u20ac {STEERING}"))
    writer = raw if format_ == "raw" else Host.discover().writer(format_).spec
    article = Document(text=f"Ada é \u20ac {STEERING}") if format_ == "raw" else article
    shown = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", Terminal(shown, encoding="utf-8"))
    put(writer, None, article)
    sys.stdout.flush()
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(shown.getvalue().decode("utf-8"))
    assert "é \u20ac" in shown.getvalue().decode("utf-8")
    put(writer, str(tmp_path / "out.csv"), article)
    assert ("\x1b" in (tmp_path / "out.csv").read_text("utf-8")) == (format_ != "jsonl")


def put(writer, path, article):
    if writer.write_all:
        write_run(bound(writer, (), ["articles"]), path, [article])
        return
    with opened(path) as stream:
        output = Output(writer, stream, several=True)
        output.add(rendered(writer, article))
        output.end()
