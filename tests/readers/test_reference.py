"""The reference lists every reader of texts, rows and records, with its suffixes, its options and the known names."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsparse.configs import option_names
from newsparse.readers.offers import TEXTS_AND_ROWS
from newsparse.readers.records import ROLES, usual

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "readers.md").read_text("utf-8")
LINES = PAGE.splitlines()


@pytest.mark.parametrize("spec", TEXTS_AND_ROWS, ids=lambda spec: spec.name)
def test_the_reader_is_listed_with_its_suffixes_and_options(spec):
    readers = PAGE.partition("## Options")[0].splitlines()
    (line,) = [line for line in readers if line.startswith(f"| `{spec.name}` |")]
    assert all(f"`{suffix}`" in line for suffix in spec.suffixes)
    listed = PAGE.partition("## Options")[2].partition("## Names")[0]
    assert all(f"`{name}`" in listed for name in option_names(spec.config))


def test_the_known_names_are_listed():
    assert tuple(usual()) == ROLES
    for role, names in usual().items():
        assert f"| {role} | {', '.join(f'`{name}`' for name in names)} |" in LINES
