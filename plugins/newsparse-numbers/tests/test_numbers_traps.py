"""Sentences with a trap each, in ``traps.txt``: at least 97% of them must be read wholly right."""

from __future__ import annotations

from pathlib import Path

from newsparse_numbers import find_quantities

LINES = Path(__file__).with_name("traps.txt").read_text("utf-8").splitlines()
TRAPS = [line.rpartition("|")[::2] for line in LINES if line and not line.startswith("#")]


def _read(text: str) -> list[str]:
    return [
        f"{text[item.span.start : item.span.end]} = {item.quantity}" for item in find_quantities(text, dollar="USD")
    ]


def test_there_are_traps_of_both_sorts():
    assert len(TRAPS) >= 150
    assert sum(not wanted.strip() for _, wanted in TRAPS) >= 40


def test_traps_are_read_wholly_right():
    wrong = []
    for sentence, wanted in TRAPS:
        found = _read(sentence.strip())
        if found != [part.strip() for part in wanted.split(";") if part.strip()]:
            wrong.append(f"{sentence.strip()}\n    wanted {wanted.strip()}\n    found  {'; '.join(found)}")
    assert len(wrong) <= 0.03 * len(TRAPS), "\n".join(wrong)
