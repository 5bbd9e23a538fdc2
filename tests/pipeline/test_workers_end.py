"""Worker processes end with the run: none is left behind, whatever ends the process that started them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

PLUGIN = """
import os, signal
import newsparse
from newsparse.specs import ExtractorSpec

class Ends:
    def extract(self, document):
        if document.text.startswith("Article 5 "):
            exec(os.environ["END"])
            signal.pause()  # for ever, unless this process is ended
        return []

@newsparse.hookimpl
def newsparse_extractors():
    return [ExtractorSpec(name="ends", summary=".", make=Ends, provides=("quotes",))]
"""
SCRIPT = """
import newsparse

if __name__ == "__main__":
    nlp = newsparse.load(host=newsparse.Host.of("newsparse.builtin", "ends_runs"))
    for document in nlp.pipe((f"Article {n} is here." for n in range(60)), batch_size=2, workers=2):
        print(document.text, flush=True)
"""


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="the system has no process groups")
@pytest.mark.parametrize(
    ("end", "tracebacks"),
    [("os.kill(os.getppid(), signal.SIGKILL)", 0), ("os.killpg(os.getpgrp(), signal.SIGINT)", 1)],
)
def test_no_process_is_left_behind_and_workers_say_nothing(tmp_path, end, tracebacks):
    (tmp_path / "ends_runs.py").write_text(PLUGIN)
    (tmp_path / "script.py").write_text(SCRIPT)
    environment = os.environ | {"END": end, "PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path])}
    # Returns when nobody has standard output open any more: not before the last worker is gone.
    done = subprocess.run(
        [sys.executable, str(tmp_path / "script.py")],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        start_new_session=True,
        timeout=120,
        # A shell may have started the tests with it ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert done.returncode < 0
    assert done.stderr.count("Traceback") == tracebacks
    assert "Article 59" not in done.stdout
