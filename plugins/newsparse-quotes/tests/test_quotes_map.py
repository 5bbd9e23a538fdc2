"""The table in the README says where everything is: newcomers find the modules of the package in it."""

from __future__ import annotations

import re
from pathlib import Path

import newsparse_quotes

PACKAGE = Path(newsparse_quotes.__file__).parent
README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
PLACES = {path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py") if path.name != "__init__.py"}


def test_modules_have_their_place_in_the_table_and_the_table_names_no_others():
    named = re.findall(r"`([a-z_/]+\.py)`", README)
    folders = {"case.py", "rules.py"}  # what a folder has, as the text before the table says
    assert set(named) - folders <= PLACES
    assert PLACES - set(named) == {"plugin.py", "kinds.py"}
