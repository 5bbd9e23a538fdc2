"""Texts that differ in one word, mark or line end: what is quoted in each, in what form, and who says it."""

from __future__ import annotations

from pathlib import Path

import pytest


def cases():
    """Each text of ``neighbours.txt`` with its quotes."""
    for line in Path(__file__).with_name("neighbours.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            text, _, quotes = line.rpartition(" |")
            yield pytest.param(text.replace("¶", "\n\n"), [q for q in quotes.strip().split("; ") if q], id=text)


def shown(document, quote):
    speaker = quote.speaker
    known = [name for name, usual in (("act", "said"), ("manner", "speech")) if getattr(quote, name) != usual]
    also = "".join(f", {getattr(quote, name)}" for name in known)
    words = " … ".join(document.cut(piece) for piece in quote.fragments)
    return f"{words} ({quote.form}{also}) = {f'{speaker.name} ({speaker.kind})' if speaker else 'nobody'}"


@pytest.mark.parametrize(("text", "quotes"), list(cases()))
def test_who_says_what_beside_its_neighbours(pipeline, text, quotes):
    document = pipeline(text)
    assert [shown(document, quote) for quote in document.quotes] == quotes
