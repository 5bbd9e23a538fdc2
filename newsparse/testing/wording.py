"""Finds the words of a language that are written in the code of a plugin."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, Literal, NamedTuple, get_args, get_origin

from newsparse.model import LABELS, claims, entities, quantity
from newsparse.specs import ASPECTS

_NAMED = """
acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl fixed flat
goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative xcomp
"""
RELATIONS = frozenset(_NAMED.split())
"""The relations of Universal Dependencies, without their subtypes."""
_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]{2,}")
_SYNTAX = re.compile(
    r"\\[pP]\{[^}]*\}|\\[xuU][0-9A-Fa-f]+|\\[A-Za-z]|\(\?P[<=>][^>)]*[>)]?|\(\?[aiLmsux]+|\[(?:\\.|[^\]\\])*\]|\{[\d,]+\}"
)
_LIST = re.compile(r"[a-z-]+(?:\.[a-z_-]+){1,2}")
"""The full name of a word list, or of a class or group of it."""
_AFFIXES = frozenset(["startswith", "endswith", "removeprefix", "removesuffix"])
_OWN = frozenset(["__all__", "__slots__"])


class CodeWord(NamedTuple):
    """A word of a language that is written in code, with its place."""

    file: str
    line: int
    word: str


def words_in_code(package: str, *, names: Collection[str] = ()) -> list[CodeWord]:
    """The words of two letters or more that the source of ``package`` spells out to compare text with.

    These are strings in tuples, lists, sets and keys, strings compared by ``==`` or ``in``, matched by ``case`` or
    given to ``startswith`` and its like, and regular expressions. Labels do not count: relations and parts of speech,
    the literals of the document model, arguments of specifications, and ``names``, strings that the package itself
    makes.
    """
    known = _labels() | frozenset(names)
    found: list[CodeWord] = []
    for file in sources(resources.files(package)):
        scan = _Scan(known)
        scan.visit(ast.parse(file.read_text("utf-8")))
        found += sorted({CodeWord(below(file, package), line, word) for line, word in scan.found})
    return found


def sources(folder: Traversable) -> Iterator[Traversable]:
    """The Python files in a folder of a package and below."""
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            yield from sources(item)
        elif item.name.endswith(".py"):
            yield item


def below(file: Traversable, package: str) -> str:
    """The path of a file in a package."""
    return str(file).removeprefix(f"{resources.files(package)}").lstrip("/\\")


def _labels() -> frozenset[str]:
    """Strings of the document model: members of its literals, labels, names of what a backend gives."""
    literals = [
        member
        for module in (claims, entities, quantity)
        for value in vars(module).values()
        if get_origin(value) is Literal
        for member in get_args(value)
    ]
    return frozenset([*literals, *LABELS, *ASPECTS])


class _Scan(ast.NodeVisitor):
    """The strings of one module that text is compared with."""

    def __init__(self, known: Collection[str]) -> None:
        self.known = known
        self.found: list[tuple[int, str]] = []
        self.patterns: dict[str, list[ast.Constant]] = {}

    def visit_Module(self, node: ast.Module) -> None:
        """Regular expressions first: they may be put together of constants of the module."""
        for statement in node.body:
            if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
                self.patterns[statement.targets[0].id] = _strings(statement.value)
        self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        """What a module exports is named by strings."""
        if not any(isinstance(target, ast.Name) and target.id in _OWN for target in node.targets):
            self.generic_visit(node)

    def visit_Subscript(self, node: ast.Subscript) -> None:
        """Members of a literal are its own; a string as an index is a key."""
        if isinstance(node.value, ast.Name) and node.value.id == "Literal":
            return
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        """Regular expressions and the ends of strings count; the arguments of a specification do not."""
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name.endswith("Spec"):
            return
        if _is_regex(node.func):
            self._regex(node.args[:1])
        elif name in _AFFIXES:
            self._plain(node.args[:1])
        self.generic_visit(node)

    def visit_Tuple(self, node: ast.Tuple) -> None:
        """A tuple holds words."""
        self._plain(node.elts)
        self.generic_visit(node)

    def visit_List(self, node: ast.List) -> None:
        """As a tuple."""
        self._plain(node.elts)
        self.generic_visit(node)

    def visit_Set(self, node: ast.Set) -> None:
        """As a tuple."""
        self._plain(node.elts)
        self.generic_visit(node)

    def visit_Dict(self, node: ast.Dict) -> None:
        """Keys are compared with what is looked up."""
        self._plain([key for key in node.keys if key is not None])
        self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> None:
        """Both sides of a comparison count."""
        self._plain([node.left, *node.comparators])
        self.generic_visit(node)

    def visit_MatchValue(self, node: ast.MatchValue) -> None:
        """A ``case`` compares."""
        self._plain([node.value])

    def _plain(self, nodes: Collection[ast.expr]) -> None:
        for node in nodes:
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and not self._is_label(node.value):
                self.found += [(node.lineno, word) for word in _WORD.findall(node.value)]

    def _is_label(self, text: str) -> bool:
        return text in self.known or text.isupper() or text.partition(":")[0] in RELATIONS

    def _regex(self, nodes: Collection[ast.AST]) -> None:
        waiting, seen = list(nodes), set[str]()
        while waiting:
            node = waiting.pop()
            for part in ast.walk(node):
                if isinstance(part, ast.Name) and part.id in self.patterns and part.id not in seen:
                    seen.add(part.id)
                    waiting += self.patterns[part.id]
            for part in _strings(node):
                if _LIST.fullmatch(str(part.value)):
                    continue
                self.found += [(part.lineno, word) for word in _WORD.findall(_SYNTAX.sub(" ", str(part.value)))]


def _strings(node: ast.AST) -> list[ast.Constant]:
    return [part for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str)]


def _is_regex(function: Any) -> bool:
    return (
        isinstance(function, ast.Attribute)
        and isinstance(function.value, ast.Name)
        and function.value.id in {"re", "regex"}
        and function.attr != "escape"
    )
