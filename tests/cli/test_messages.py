"""What the program says while it runs: what the library logs, faults of plugins, and a status that fits."""

from __future__ import annotations

import errno
import logging
import os
import re
import signal
import warnings
from pathlib import Path
from types import SimpleNamespace

import click
import pytest
from click.testing import CliRunner

import newsparse
from newsparse.cli import main
from newsparse.cli.messages import complain_of, noticed, say, tell
from newsparse.cli.outputs import opened
from newsparse.errors import PluginWarning, ReadError
from newsparse.host import Host

STEERING = "\x1b]0;owned\x07\x9b2J\u202e\ud800"
SHOWN = "\\x1b]0;owned\\x07\\x9b2J\\u202e\\ud800"
LOG = logging.getLogger("newsparse.somewhere")


def logged():
    for level in ("debug", "info", "warning", "error"):
        getattr(LOG, level)("a %s", level)


@pytest.mark.parametrize(
    ("options", "levels"),
    [
        ({}, ["warning", "error"]),
        ({"verbose": True}, ["info", "warning", "error"]),
        ({"debug": True}, ["debug", "info", "warning", "error"]),
        ({"verbose": True, "debug": True}, ["debug", "info", "warning", "error"]),
    ],
)
def test_what_the_library_logs_is_shown_as_far_as_it_is_asked_for(capsys, options, levels):
    logger = logging.getLogger("newsparse")
    before = logger.level, list(logger.handlers)
    with noticed(**options):
        logged()
    told = capsys.readouterr()
    assert (told.out, told.err.splitlines()) == ("", [f"newsparse: a {level}" for level in levels])
    logged()
    assert capsys.readouterr().err == ""
    assert (logger.level, logger.handlers) == before


def test_logging_is_as_it_was_even_after_an_error(capsys):
    def failing():
        with noticed(debug=True):
            raise KeyError

    before = logging.getLogger("newsparse").level
    with pytest.raises(KeyError):
        failing()
    logged()
    assert capsys.readouterr().err == ""
    assert logging.getLogger("newsparse").level == before


@pytest.mark.parametrize(("debug", "shown"), [(True, True), (False, False)])
def test_where_in_the_code_something_happened_is_shown_for_debugging_alone(capsys, debug, shown):
    with noticed(verbose=True, debug=debug):
        try:
            {}["key"]
        except KeyError as error:
            LOG.warning("no key", exc_info=error)
        LOG.warning("no more")
    first, *between, last = capsys.readouterr().err.splitlines()
    assert (first, last) == ("newsparse: no key", "newsparse: no more")
    assert bool(between) is shown
    if shown:
        assert (between[0], between[-1]) == ("Traceback (most recent call last):", "KeyError: 'key'")


@pytest.mark.parametrize(("write", "place"), [(say, "out"), (tell, "err")])
def test_words_end_with_their_line_unless_something_follows(capsys, write, place):
    write("one")
    write("two", ends=False)
    write("three")
    assert getattr(capsys.readouterr(), place) == "one\ntwothree\n"


def test_each_problem_is_a_line(capsys):
    complain_of([SimpleNamespace(message="one"), SimpleNamespace(message="two")])
    assert capsys.readouterr().err == "newsparse: one\nnewsparse: two\n"
    complain_of([])
    assert capsys.readouterr().err == ""


@pytest.fixture
def run(monkeypatch):
    """Runs ``newsparse`` where a plugin has these commands."""

    def run(*arguments, commands=(), broken=False):
        hooks = {"newsparse_commands": newsparse.hookimpl(lambda: list(commands))}
        if broken:
            hooks["newsparse_extractors"] = newsparse.hookimpl(lambda: ["not a specification"])
        found = Host.of("newsparse.builtin", SimpleNamespace(**hooks))
        monkeypatch.setattr(Host, "discover", lambda **_: found)
        return CliRunner().invoke(main, list(arguments))

    return run


def command(name, function):
    return click.Command(name, callback=function, help=f"Do {name}.")


def raising(error):
    def raises():
        raise error

    return command("tide", raises)


def test_a_command_of_a_plugin_is_listed_and_run(run):
    commands = [command("tide", lambda: say("high water"))]
    listed = run("--help", commands=commands)
    names = [line.split()[0] for line in listed.output.partition("Commands:\n")[2].splitlines() if line.strip()]
    assert "tide" in names
    assert names == sorted(names)
    assert {"findings", "index", "models", "parse", "plugins", "rules", "serve", "verify", "view"} <= set(names)
    result = run("tide", commands=commands)
    assert (result.exit_code, result.output) == (0, "high water\n")


def test_no_command_of_a_plugin_takes_the_place_of_a_built_in_one(run):
    result = run("rules", "--format", "json", commands=[command("rules", lambda: say("none of yours"))])
    assert "none of yours" not in result.output
    assert run("--help", commands=[command("rules", lambda: None)]).output.count("\n  rules ") == 1


def test_a_command_that_there_is_not_is_incorrect_usage(run):
    result = run("tides", commands=[command("tide", lambda: None)])
    assert result.exit_code == 2
    assert "No such command 'tides'. Did you mean 'main tide'?" in result.output


def test_what_may_have_been_meant_by_a_wrong_command_is_said(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("ferry.txt").write_text("The ferry sank.", "utf-8")
    assert "Did you mean 'main parse'?" in run("prase", "ferry.txt").output
    assert "Did you mean 'main parse ferry.txt'?" in run("ferry.txt").output
    assert "Did you mean" not in run("quayside").output


def test_a_problem_is_said_once_and_only_where_plugins_are_looked_for(run):
    assert run("tide", commands=[command("tide", lambda: None)], broken=True).stderr.count("[NP302]") == 1
    assert run("--help", broken=True).stderr.count("[NP302]") == 1
    assert run("--version", broken=True).stderr == ""


def test_an_error_of_newsparse_is_one_line_and_status_1(run):
    result = run("tide", commands=[raising(ReadError("no tide.", hint="Wait."))])
    assert (result.exit_code, result.output) == (1, "newsparse: [NP401] no tide. Wait.\n")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EFBIG, errno.EIO, errno.EDQUOT])
@pytest.mark.parametrize(("name", "place"), [("out.txt", "out.txt"), (None, "standard output")])
def test_what_cannot_be_written_is_one_line_and_status_1(run, number, name, place):
    error = OSError(number, os.strerror(number), name) if name else OSError(number, os.strerror(number))
    result = run("tide", commands=[raising(error)])
    said = f"newsparse: [NP402] {place} cannot be written: {os.strerror(number)}. Choose another place.\n"
    assert (result.exit_code, result.stderr) == (1, said)


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no signals to single processes")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_any_command_that_is_stopped_leaves_no_hidden_file_and_says_by_which_signal(run, tmp_path, number):
    def writes():
        with opened(str(tmp_path / "out.txt")) as stream:
            stream.write(b"half")
            os.kill(os.getpid(), number)
            signal.pause()

    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        result = run("tide", commands=[command("tide", writes)])
    finally:
        signal.signal(signal.SIGINT, before)
    assert (result.exit_code, list(tmp_path.iterdir())) == (128 + number, [])


def test_what_a_plugin_warns_of_or_logs_is_a_line_that_cannot_steer_the_terminal(run, monkeypatch):
    # pytest has set up a handler for all loggers.
    monkeypatch.setattr(logging.getLogger("tide"), "propagate", False)

    def warns():
        warnings.warn(f"low water{STEERING}\nnewsparse: all well", stacklevel=1)
        warnings.warn(PluginWarning("[NP304] no tide."), stacklevel=1)
        logging.getLogger("tide").warning("%s water", f"high{STEERING}")
        logging.getLogger("tide").info("nothing")
        logging.getLogger("tide").error("%d", "high")

    result = run("tide", commands=[command("tide", warns)])
    first, *others = result.stderr.splitlines()
    assert re.fullmatch(
        rf"newsparse: UserWarning: low water{re.escape(SHOWN)} newsparse: .*\(test_\w+\.py:\d+\)", first
    )
    assert others == [
        "newsparse: [NP304] no tide.",
        f"newsparse: tide: high{SHOWN} water",
        "newsparse: tide: %d (%d format: a real number is required, not str)",
    ]
    assert (result.exit_code, logging.lastResort is not None) == (0, True)


def test_any_other_error_of_the_system_is_a_fault_of_the_program(run):
    error = FileNotFoundError(errno.ENOENT, "no such file")
    result = run("tide", commands=[raising(error)])
    assert result.exception is error
    assert "cannot be written" not in result.output


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_is_asked_for_by_either_name(run, option):
    assert run(option).output.startswith("Usage: ")
    assert run("parse", option).output.startswith("Usage: ")
