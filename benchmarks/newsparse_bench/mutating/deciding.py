"""Runs tests and notes which conditions ever decide anything; a script that imports no part of the project.

The modules below some folders are rewritten while they are imported: each operand of ``and`` and ``or``, each branch
and each filter says what it decided. An operand decides where the result would be another one without it, so those that
Python would not reach are evaluated too; one that fails by itself, such as ``x.y`` after ``x is not None``, shows that
the operand before it was needed.
"""

from __future__ import annotations

import ast
import builtins
import contextlib
import importlib.abc
import importlib.machinery
import json
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from types import CodeType
from typing import Any

import pytest

PREFIX = "newsparse_bench_"
"""The names under which rewritten modules find what notes their decisions."""
Part = Callable[[], Any]

sites: dict[str, tuple[str, int, str, str, str]] = {}
"""What there is to decide, by a key: file, line, owner, kind and code."""
decided: set[str] = set()
"""The keys of what decided something."""
raised: dict[str, str] = {}
"""The type of the first exception in what a part keeps from being reached, by the key of that part."""


def either(key: str, *parts: Part) -> Any:
    """The value of ``and`` or ``or`` between ``parts``; the first letter of the key says which."""
    ends = key.startswith("o")
    value = None
    for at, part in enumerate(parts):
        value = part()
        if bool(value) is ends:
            if _alone(f"{key}:{at}", parts[at + 1 :], ends=ends):
                decided.add(f"{key}:{at}")
            break
    return value


def _alone(key: str, rest: Sequence[Part], *, ends: bool) -> bool:
    """Whether no later operand would have decided the same."""
    try:
        return all(bool(part()) is not ends for part in rest)
    except Exception as error:  # any code may stand there; it must not be reached, whatever it raises
        raised.setdefault(key, type(error).__name__)
        return True


def asked(key: str, value: Any) -> Any:
    """The value of a condition."""
    decided.add(f"{key}:{bool(value)}")
    return value


class Rewriter(ast.NodeTransformer):
    """Rewrites the conditions of one module, whose file is ``path``."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.owners: list[str] = []

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        """Rewrite the body alone: defaults and decorators run once."""
        return self._inside(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        """As for a function."""
        return self._inside(node)

    def _inside(self, node: Any) -> ast.AST:
        self.owners.append(node.name)
        node.body = [self.visit(item) for item in node.body]
        self.owners.pop()
        return node  # type: ignore[no-any-return]

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        """Leave annotations alone."""
        node.value = self.visit(node.value) if node.value else None
        return node

    def visit_Assert(self, node: ast.Assert) -> ast.AST:
        """Leave assertions alone, as ``changes`` does, and what an error says."""
        return node

    def visit_Raise(self, node: ast.Raise) -> ast.AST:
        """As for assertions."""
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.AST:
        """Each operand of ``and`` or ``or`` as a function of its own, where it means the same there."""
        codes = [ast.unparse(value) for value in node.values]
        bound = any(map(_is_bound, ast.walk(node)))
        self.generic_visit(node)
        if bound or (self.owners and self.owners[-1][0].isupper()):  # a class's names are not seen by its functions
            return node
        kind = "and" if isinstance(node.op, ast.And) else "or"
        key = f"{kind}:{self.path}:{node.lineno}:{node.col_offset}"
        for at, code in enumerate(codes):
            self._site(f"{key}:{at}", node, kind, code)
        none = ast.arguments(posonlyargs=[], args=[], kwonlyargs=[], kw_defaults=[], defaults=[])
        return _call("either", key, [ast.Lambda(none, value) for value in node.values], node)

    def visit_If(self, node: ast.If) -> ast.AST:
        """Whether the branch is ever taken, and where there is an ``else``, that."""
        if "TYPE_CHECKING" in ast.unparse(node.test):
            return node
        return self._test(node, "branch", other=bool(node.orelse))

    def visit_IfExp(self, node: ast.IfExp) -> ast.AST:
        """As for a branch."""
        return self._test(node, "branch", other=False)

    def _test(self, node: Any, kind: str, *, other: bool) -> ast.AST:
        code = ast.unparse(node.test)
        self.generic_visit(node)
        key = f"{kind}:{self.path}:{node.test.lineno}:{node.test.col_offset}"
        self._site(f"{key}:True", node.test, kind, code)
        if other:
            self._site(f"{key}:False", node.test, "else", code)
        node.test = _call("asked", key, [node.test], node.test)
        return node  # type: ignore[no-any-return]

    def visit_comprehension(self, node: ast.comprehension) -> ast.AST:
        """Whether a filter ever leaves something out."""
        codes = [ast.unparse(test) for test in node.ifs]
        self.generic_visit(node)
        for at, (test, code) in enumerate(zip(node.ifs, codes, strict=True)):
            key = f"filter:{self.path}:{test.lineno}:{test.col_offset}"
            self._site(f"{key}:False", test, "filter", code)
            node.ifs[at] = _call("asked", key, [test], test)
        return node

    def _site(self, key: str, node: Any, kind: str, code: str) -> None:
        sites[key] = self.path, node.lineno, ".".join(self.owners), kind, code


def _is_bound(node: ast.AST) -> bool:
    """Whether this means something else inside a function of its own."""
    own = isinstance(node, ast.NamedExpr | ast.Yield | ast.YieldFrom | ast.Await)
    return own or (isinstance(node, ast.Name) and node.id == "super")


def _call(name: str, key: str, values: Sequence[ast.expr], place: ast.expr) -> ast.expr:
    call = ast.Call(ast.Name(PREFIX + name, ast.Load()), [ast.Constant(key), *values], [])
    return ast.copy_location(call, place)


class Loader(importlib.machinery.SourceFileLoader):
    """Compiles a module as it is rewritten, and keeps nothing of that on the disk."""

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002 - importlib gives it
        """The code of the module."""
        tree = ast.parse(self.get_data(self.path))
        rewriter = Rewriter(self.path)
        tree.body = [rewriter.visit(item) for item in tree.body]
        return compile(ast.fix_missing_locations(tree), self.path, "exec", dont_inherit=True)


class Finder(importlib.abc.MetaPathFinder):
    """Finds the modules below some folders, or some files."""

    def __init__(self, sources: Sequence[str]) -> None:
        self.sources = tuple(sources)

    def find_spec(self, name: str, path: Any, target: Any = None) -> importlib.machinery.ModuleSpec | None:
        """The module if it is one of them."""
        spec = importlib.machinery.PathFinder.find_spec(name, path, target)
        origin = spec.origin if spec else None
        if spec is None or origin is None or not any(_below(origin, source) for source in self.sources):
            return None
        spec.loader = Loader(name, origin)
        return spec


def _below(path: str, source: str) -> bool:
    return path.endswith(".py") and (path == source or path.startswith(f"{source}/"))


def main() -> None:
    """Answer one request, a JSON object on standard input: its ``sources``, ``tests`` and ``options``."""
    asked_for = json.load(sys.stdin)
    for function in (either, asked):
        setattr(builtins, PREFIX + function.__name__, function)
    sys.meta_path.insert(0, Finder(asked_for["sources"]))
    with contextlib.redirect_stdout(sys.stderr):
        options = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist", *asked_for["options"]]
        code = int(pytest.main([*options, *asked_for["tests"]]))
    rest = [list(site) for key, site in sites.items() if key not in decided]
    told = {"code": code, "all": len(sites), "rest": rest, "raised": Counter(raised.values())}
    Path(asked_for["result"]).write_text(json.dumps(told), "utf-8")


if __name__ == "__main__":
    sys.path[:] = [place for place in sys.path if place != str(Path(__file__).parent)]
    main()
