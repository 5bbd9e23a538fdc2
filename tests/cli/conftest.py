"""The command line with newsparse itself and one plugin made by the test, and three articles to run it on."""

from __future__ import annotations

import os
import subprocess
import sys
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

import newsparse
from newsparse.cli import main
from newsparse.model import Mention, Span
from newsparse.specs import ExtractorSpec

PLUGIN = '''
"""Names, and a signal to its own process at one article, where a file says at which."""
import os
import signal
from pathlib import Path

import newsparse
from newsparse.model import Mention, Quote, Span
from newsparse.specs import ExtractorSpec


class Names:
    def extract(self, document):
        where = Path(os.environ["STOP_FILE"])
        if where.exists() and document.text.endswith(where.read_text()):
            where.unlink()
            os.kill(int(os.environ.get("STOP_PID") or os.getpid()), int(os.environ["STOP_SIGNAL"]))
        yield Mention.make(document.text, Span(0, 3), label="Person")


class Quotes:
    def extract(self, document):
        yield Quote.make(document.text, Span(9, 11), fragments=(Span(9, 11),), form="indirect")


@newsparse.hookimpl
def newsparse_extractors():
    yield ExtractorSpec(name="names", summary=".", make=Names, provides=("mentions",))
    yield ExtractorSpec(name="said", summary=".", make=Quotes, provides=("quotes",))
'''
RUN = """
import signal
import sys
import newsparse
from newsparse.cli import main
found = newsparse.Host.of("newsparse.builtin", "stopping")
newsparse.Host.discover = lambda *args, **options: found
if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have made background jobs ignore it
    signal.signal(signal.SIGHUP, signal.SIG_DFL)  # and nohup this
    main(sys.argv[1:])
"""


def names(document):
    return [Mention.make(document.text, Span(0, 3), label="Person")] if document.text else []


def make_names():
    return SimpleNamespace(extract=names)


@pytest.fixture
def parse(monkeypatch):
    """Runs ``newsparse parse`` with newsparse itself and one plugin that offers these."""

    def run(*arguments, extractors=None, readers=(), writers=(), backends=(), stdin=None):
        named = [ExtractorSpec(name="names", summary=".", make=make_names, provides=("mentions",))]
        given = {"extractors": extractors or named, "readers": readers, "writers": writers, "backends": backends}
        hooks = {f"newsparse_{name}": newsparse.hookimpl(lambda specs=specs: specs) for name, specs in given.items()}
        found = newsparse.Host.of("newsparse.builtin", SimpleNamespace(**hooks))
        monkeypatch.setattr(newsparse.Host, "discover", lambda **_: found)
        return CliRunner().invoke(main, ["parse", *map(str, arguments)], input=stdin)

    return run


@pytest.fixture
def files(tmp_path):
    """Three articles: "Ada said no. a", and so on."""
    paths = [tmp_path / f"{name}.txt" for name in "abc"]
    for path in paths:
        path.write_text(f"Ada said no. {path.stem}", "utf-8")
    return paths


@pytest.fixture
def own_process(tmp_path):
    """Runs a command in a process of its own, which gets the signal ``stop`` at the article that ends in ``at``."""
    (tmp_path / "stopping.py").write_text(PLUGIN, "utf-8")
    (tmp_path / "run.py").write_text(RUN, "utf-8")

    def run(*arguments, stop=None, at=""):
        file = tmp_path / "stop"
        if stop:
            file.write_text(at, "utf-8")
        paths = [str(tmp_path), *sys.path]
        more = {"PYTHONPATH": os.pathsep.join(paths), "STOP_FILE": str(file), "STOP_SIGNAL": str(int(stop or 0))}
        command = [sys.executable, tmp_path / "run.py", *arguments]
        return subprocess.run(command, cwd=tmp_path, env=os.environ | more, capture_output=True, text=True, check=False)

    return run
