"""A long document is written without being in memory many times."""

from __future__ import annotations

import io
import tracemalloc
from types import SimpleNamespace

import newsparse
from newsparse.cli.outputs import Output
from newsparse.model import Document, Mention, Span
from newsparse.specs import WriterSpec

WORDS = 20_000


def long_document():
    text = "word " * WORDS
    mentions = [Mention.make(text, Span(at, at + 4), label="Misc") for at in range(0, len(text), 5)]
    return Document(text=text).with_layer("mentions", mentions)


def peak(work):
    """Bytes that ``work`` had at once, at most, and what it gave."""
    tracemalloc.start()
    try:
        given = work()
        return tracemalloc.get_traced_memory()[1], given
    finally:
        tracemalloc.stop()


def test_a_document_is_in_memory_little_more_than_twice_while_it_becomes_json():
    document = long_document()
    newsparse.dumps(Document(text="warm"))
    most, line = peak(lambda: newsparse.dumps(document))
    assert newsparse.loads(line) == document
    assert most < 2.9 * len(line)


def test_a_text_that_is_written_is_encoded_in_pieces():
    writer = WriterSpec(name="plain", summary=".", write=lambda document: document.text)
    written = []
    stream = SimpleNamespace(write=lambda data: written.append(len(data)), flush=lambda: None)
    text = "ä" * 5_000_000
    most, _ = peak(lambda: Output(writer, stream, several=True).add(text))
    assert sum(written) == 2 * len(text) + 1
    assert most < 1_000_000
    whole = io.BytesIO()
    Output(writer, whole, several=False).add("a\ud800" * 3)
    assert whole.getvalue() == b"a\\ud800" * 3 + b"\n"
