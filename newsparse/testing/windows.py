"""Finds windows of characters in the code of a plugin: text read by a number of characters instead of by its words."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from importlib import resources
from typing import NamedTuple

from newsparse.testing.wording import below, sources

_IN_CHARACTERS = re.compile(r"_?(?:[A-Z]+_)*(?:CHARS|CHARACTERS)")
MOST_BESIDE = 3
"""Characters that code may look at beside a place: the marks there."""


class Window(NamedTuple):
    """A window of characters, with its place and the code that makes it."""

    file: str
    line: int
    code: str


def windows_in_code(package: str) -> list[Window]:
    """Where the source of ``package`` reads a constant number of characters before or behind a place.

    These are slices that end more than ``MOST_BESIDE`` characters from a place, and sums with a constant whose name
    says that it counts characters (``REACH_CHARACTERS``). Comparisons are not windows.
    """
    found: list[Window] = []
    for file in sources(resources.files(package)):
        tree = ast.parse(file.read_text("utf-8"))
        places = {(node.lineno, ast.unparse(node)) for node in _windows(tree)}
        found += [Window(below(file, package), line, code) for line, code in sorted(places)]
    return found


def _windows(tree: ast.AST) -> Iterator[ast.expr]:
    within = set[int]()
    for node in ast.walk(tree):
        if isinstance(node, ast.Slice):
            for end in (node.lower, node.upper):
                if end is not None and _is_far(end):
                    within.update(map(id, ast.walk(end)))
                    yield end
        elif isinstance(node, ast.BinOp) and id(node) not in within and _is_sum(node, _is_named):
            yield node


def _is_far(end: ast.expr) -> bool:
    """Whether an end of a slice of text is many characters, or a constant of them, away from a place or from an end."""
    sums = (part for part in ast.walk(end) if isinstance(part, ast.BinOp))
    return _is_many(end) or any(_is_sum(part, _is_many) for part in sums)


def _is_sum(node: ast.BinOp, counts: Callable[[ast.expr], bool]) -> bool:
    """Whether characters are counted from a place."""
    return isinstance(node.op, (ast.Add, ast.Sub)) and (counts(node.left) or counts(node.right))


def _is_many(side: ast.expr) -> bool:
    if isinstance(side, ast.Constant):
        return isinstance(side.value, int) and side.value > MOST_BESIDE
    return _is_named(side)


def _is_named(node: ast.expr) -> bool:
    """Whether a constant says by its name that it counts characters."""
    return isinstance(node, ast.Name) and _IN_CHARACTERS.fullmatch(node.id) is not None
