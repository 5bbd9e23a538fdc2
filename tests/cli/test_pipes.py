"""Standard input that stays open: what has been sent is parsed and written, long before the input ends."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from importlib.util import find_spec

import pytest

from newsparse.cli.running import FIRST_BATCHES

SOON = sum(FIRST_BATCHES)
pytestmark = pytest.mark.skipif(find_spec("newsparse_numbers") is None, reason="newsparse-numbers is not installed")


def lines(count, **options):
    """Articles as JSON lines, each longer than what a reader is chosen by."""
    texts = ["Fares rose by 4 percent – again.\n\n" * 150 for _ in range(count)]
    return [json.dumps({"id": str(number), "text": text}, **options) for number, text in enumerate(texts)]


@pytest.mark.parametrize("ascii_only", [True, False])
def test_the_first_articles_are_written_while_the_input_is_open(ascii_only):
    command = [sys.executable, "-m", "newsparse", "parse", "-", "--format", "jsonl", "--extractor", "numbers"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")
    written = queue.Queue()
    reading = threading.Thread(target=lambda: [written.put(line) for line in process.stdout], daemon=True)
    reading.start()
    try:
        for line in lines(SOON + 1, ensure_ascii=ascii_only):
            process.stdin.write(line + "\n")
        process.stdin.flush()
        first = [json.loads(written.get(timeout=120))["id"] for _ in range(SOON)]
        assert first == [str(number) for number in range(SOON)]
        assert process.poll() is None
    finally:
        process.stdin.close()
        assert process.wait(timeout=120) == 0
        reading.join()
    assert json.loads(written.get_nowait())["id"] == str(SOON)
