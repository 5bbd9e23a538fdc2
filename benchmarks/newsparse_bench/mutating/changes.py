"""The small changes that can be made to a module: each one is a slip that a test should notice."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from pathlib import PurePosixPath

import attrs

OPPOSITE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.GtE,
    ast.GtE: ast.Lt,
    ast.Gt: ast.LtE,
    ast.LtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
BOUNDARY: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
}
EMPTY = {"bool": "not ({})", "str": "''", "int": "0", "list": "[]", "tuple": "()", "dict": "{{}}", "set": "set()"}
"""What a function returns instead, by the type it declares; other types only where None is declared as well."""
SHOWN = 100
"""Characters of code that are shown."""
Pair = tuple[ast.AST, str, str]
"""A piece of code, the kind of change, and what stands there afterwards."""


@attrs.frozen
class Change:
    """One change: the bytes from ``begin`` to ``end`` of a file become ``after``.

    ``lines`` are the first and the last line, counted from 1; ``owner`` is the function or class around it. ``cached``
    says that it is in a function whose results are kept, which runs for the first of the tests that need them alone.
    """

    path: PurePosixPath
    owner: str
    kind: str
    lines: tuple[int, int]
    begin: int
    end: int
    before: str
    after: str
    cached: bool = False

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What identifies the change when lines have moved."""
        return str(self.path), self.owner, self.before, self.after

    def applied(self, source: bytes) -> bytes:
        """The file with the change."""
        return source[: self.begin] + self.after.encode() + source[self.end :]

    def __str__(self) -> str:
        """One line for people."""
        place = f"{self.path}:{self.lines[0]}" + (f" {self.owner}" if self.owner else "")
        return f"{place} [{self.kind}] {_short(self.before)} -> {_short(self.after)}"


def changes(source: bytes, path: PurePosixPath) -> list[Change]:
    """All changes to a module, in the order of the code.

    Left alone: annotations, decorators, docstrings and other strings, what an error says, ``assert`` and the ``strict``
    of ``zip``, and imports.
    """
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    tree = ast.parse(source)
    kept = {line for node in ast.walk(tree) if _is_cached(node) for line in range(node.lineno, node.end_lineno + 1)}  # type: ignore[attr-defined]
    found = []
    for owner, (node, kind, after) in _walk(tree, ""):
        begin = starts[node.lineno - 1] + node.col_offset  # type: ignore[attr-defined]
        end = starts[node.end_lineno - 1] + node.end_col_offset  # type: ignore[attr-defined]
        lines = (node.lineno, node.end_lineno)  # type: ignore[attr-defined]
        before = source[begin:end].decode()
        found.append(Change(path, owner, kind, lines, begin, end, before, after, cached=lines[0] in kept))
    return [change for change in found if change.before != change.after]


def _is_cached(node: ast.AST) -> bool:
    """Whether this is a function with a decorator such as ``cache`` or ``lru_cache``."""
    made = node.decorator_list if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) else []
    return any(ast.unparse(item).partition("(")[0].endswith("cache") for item in made)


def _short(code: str) -> str:
    words = " ".join(code.split())
    return words if len(words) <= SHOWN else f"{words[: SHOWN // 2]} ... {words[-SHOWN // 3 :]}"


def _walk(node: ast.AST, owner: str) -> Iterator[tuple[str, Pair]]:
    """Each change below ``node``, with the function or class that it is in."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        owner = f"{owner}.{node.name}" if owner else node.name
        for change in _of_returns(node):
            yield owner, change
    if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
        return
    for change in _of(node, outside=not owner):
        yield owner, change
    for child in _inside(node):
        yield from _walk(child, owner)


def _inside(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of a piece of code in which a change means something."""
    skipped = _skipped(node)
    for child in ast.iter_child_nodes(node):
        if child not in skipped and not isinstance(child, ast.Raise | ast.Assert | ast.JoinedStr | ast.arg):
            yield child


def _skipped(node: ast.AST) -> list[ast.AST]:
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            return [*node.decorator_list, *filter(None, [node.returns])]
        case ast.ClassDef():
            return [*node.decorator_list, *node.bases]
        case ast.AnnAssign():
            return [node.annotation]
        case ast.Subscript(slice=ast.Tuple()):
            return [node.slice]  # the arguments of a type
        case ast.Call(func=ast.Name(id="zip")):
            return [word for word in node.keywords if word.arg == "strict"]  # a check, as assert is
    return []


def _of(node: ast.AST, *, outside: bool) -> Iterator[Pair]:
    """The changes to this very node."""
    match node:
        case ast.Compare():
            yield from _of_comparison(node)
        case ast.BoolOp():
            yield from _of_condition(node)
        case ast.UnaryOp(op=ast.Not()):
            yield node, "not dropped", _code(node.operand)
        case ast.Constant(value=bool() as value):
            yield node, "constant", str(not value)
        case ast.Constant(value=int() as value):
            yield node, "constant", str(value + 1)
        case ast.BinOp(op=ast.Add() | ast.Sub(), right=ast.Constant(value=int())):
            yield node, "term dropped", _code(node.left)
        case ast.If() | ast.IfExp() | ast.comprehension():
            yield from _of_branches(node)
        case ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom() | ast.Await()) | ast.AugAssign():
            yield node, "statement removed", "pass"
        case ast.Continue() | ast.Break():
            yield node, "statement removed", "pass"
        case ast.Tuple() | ast.List() if outside:
            yield from _of_items(node)


def _of_branches(node: ast.If | ast.IfExp | ast.comprehension) -> Iterator[Pair]:
    if isinstance(node, ast.comprehension):
        yield from ((test, "filter dropped", "True") for test in node.ifs)
        return
    yield node.test, "branch dropped", "False"
    if isinstance(node, ast.If) and node.orelse:
        yield node.test, "else dropped", "True"


def _of_comparison(node: ast.Compare) -> Iterator[Pair]:
    for kind, table in (("comparison", OPPOSITE), ("boundary", BOUNDARY)):
        for at, operator in enumerate(node.ops):
            if type(operator) in table:
                changed = copy.deepcopy(node)
                changed.ops[at] = table[type(operator)]()
                yield node, kind, _code(changed)


def _of_condition(node: ast.BoolOp) -> Iterator[Pair]:
    other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    yield node, "and/or", _code(ast.BoolOp(other, node.values))
    for at in range(len(node.values)):
        values = node.values[:at] + node.values[at + 1 :]
        yield node, "operand dropped", _code(values[0] if len(values) == 1 else ast.BoolOp(node.op, values))


def _of_items(node: ast.Tuple | ast.List) -> Iterator[Pair]:
    """A rule, or another item of a list that a module holds."""
    if not isinstance(node.ctx, ast.Load):
        return
    for at, item in enumerate(node.elts):
        if not isinstance(item, ast.Constant):
            changed = type(node)([*node.elts[:at], *node.elts[at + 1 :]], ast.Load())
            yield node, f"item {at + 1} removed", ast.unparse(changed)


def _of_returns(node: ast.AST) -> Iterator[Pair]:
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) or node.returns is None:
        return
    declared = ast.unparse(node.returns)
    instead = "None" if "None" in declared else EMPTY.get(declared.partition("[")[0])
    if instead is None or declared == "None":
        return
    for part in _own(node):
        if isinstance(part, ast.Return) and part.value is not None and ast.unparse(part.value) != instead:
            yield part.value, "return", instead.format(ast.unparse(part.value))


def _own(node: ast.AST) -> Iterator[ast.AST]:
    """What is inside a function, but not inside functions in it."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef):
            yield child
            yield from _own(child)


def _code(node: ast.expr) -> str:
    """As an expression that can take the place of any other."""
    return f"({ast.unparse(node)})"
