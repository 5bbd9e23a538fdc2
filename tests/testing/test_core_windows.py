"""Windows of characters are found in code; the shipped plugins have none."""

from __future__ import annotations

import importlib
from importlib.util import find_spec

import pytest

from newsparse.testing import windows_in_code

CODE = '''
REACH_CHARACTERS = 40
REACH_WORDS = 4


def read(text: str, start: int, words: list[str]) -> list[str]:
    """Reads text."""
    near = text[max(0, start - REACH_CHARACTERS) : start]
    after = text[start : start + 12]
    mark = text[start - 1 : start]
    place = text.find(".", start, start + REACH_CHARACTERS)
    if len(near) > REACH_CHARACTERS:
        return words[:REACH_WORDS]
    return [near, after, mark, text[:60], str(place)]
'''


def test_slices_and_sums_of_characters_are_windows_and_marks_and_words_are_not(tmp_path, monkeypatch):
    (tmp_path / "looks_around").mkdir()
    (tmp_path / "looks_around" / "__init__.py").write_text(CODE)
    monkeypatch.syspath_prepend(tmp_path)
    importlib.invalidate_caches()
    found = [(window.line, window.code) for window in windows_in_code("looks_around")]
    assert found == [
        (8, "max(0, start - REACH_CHARACTERS)"),
        (9, "start + 12"),
        (11, "start + REACH_CHARACTERS"),
        (14, "60"),
    ]


@pytest.mark.parametrize(
    "plugin",
    ["newsparse_english", "newsparse_entities", "newsparse_numbers", "newsparse_polls", "newsparse_quotes"],
)
def test_no_shipped_plugin_reads_windows_of_characters(plugin):
    if find_spec(plugin) is None:
        pytest.skip("not installed")
    assert windows_in_code(plugin) == []
