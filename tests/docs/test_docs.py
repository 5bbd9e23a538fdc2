"""The docs say what the code says: hooks, errors, dependencies, options, and the tutorial's plugin word for word."""

from __future__ import annotations

import ast
import contextlib
import inspect
import io
import re
import tomllib
from importlib.util import find_spec
from pathlib import Path

import click
import pytest

from newsparse import errors, hookspecs
from newsparse.cli.parse import parse

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
HOOKS = sorted(name for name in vars(hookspecs) if name.startswith("newsparse_"))
CLASSES = [item for item in vars(errors).values() if inspect.isclass(item) and issubclass(item, errors.NewsparseError)]
PROJECTS = sorted([*ROOT.glob("*/pyproject.toml"), ROOT / "pyproject.toml", *ROOT.glob("plugins/*/pyproject.toml")])


def page(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


@pytest.mark.parametrize("name", HOOKS)
def test_every_hook_is_in_the_docs_with_its_signature_and_words(name):
    hook = getattr(hookspecs, name)
    words = page("reference/hooks.md")
    assert f"## {name}\n\n`{name}{inspect.signature(hook)}`" in words
    assert inspect.getdoc(hook) in words


@pytest.mark.parametrize("name", HOOKS)
def test_every_example_of_a_hook_shows_what_it_does(name):
    (example,) = re.findall(r"```python\n(.*?)```", inspect.getdoc(getattr(hookspecs, name)), re.DOTALL)
    last = ast.parse(example).body[-1]
    assert any(isinstance(part, ast.Assert) for part in ast.walk(last))


@pytest.mark.parametrize("error", CLASSES, ids=[item.__name__ for item in CLASSES])
def test_every_error_is_in_the_docs(error):
    assert f"| {error.code} | `{error.__name__}` | {inspect.getdoc(error).splitlines()[0]} |" in page(
        "reference/errors.md"
    )


def test_the_codes_are_distinct():
    codes = [item.code for item in CLASSES]
    assert len(codes) == len(set(codes))


def needed(path: Path) -> set[str]:
    settings = tomllib.loads(path.read_text("utf-8"))
    extras = settings["project"].get("optional-dependencies", {}).values()
    wanted = [*settings["build-system"]["requires"], *settings["project"].get("dependencies", [])]
    wanted += [item for extra in extras for item in extra]
    return {re.match(r"[A-Za-z0-9._-]+", item).group() for item in wanted}


def test_every_dependency_has_a_reason_and_no_other():
    listed = set(re.findall(r"^\| `([^`]+)` \|", page("explanation/dependencies.md"), re.MULTILINE))
    assert listed == set().union(*(needed(path) for path in PROJECTS))


def test_every_dependency_is_pinned():
    pins = {line.partition("==")[0].lower() for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines()}
    own = {path.parent.name for path in PROJECTS} | {"newsparse"}
    wanted = set().union(*(needed(path) for path in PROJECTS)) - own
    assert {name.lower().replace("_", "-") for name in wanted} <= {name.replace("_", "-") for name in pins}


def test_every_option_is_in_the_docs():
    words = page("reference/command-line.md")
    options = [name for item in parse.params if isinstance(item, click.Option) for name in item.opts]
    assert options
    assert [name for name in options if f"`{name}`" not in words] == []


@pytest.mark.parametrize(
    "name",
    [
        "pyproject.toml",
        "newsparse_polls/__init__.py",
        "newsparse_polls/plugin.py",
        "newsparse_polls/data/schema.json",
        "newsparse_polls/data/en/polls.json",
    ],
)
def test_the_tutorial_has_the_plugin_word_for_word(name):
    code = (ROOT / "plugins/newsparse-polls" / name).read_text("utf-8")
    assert f"\n{code}```" in page("tutorial/write-a-plugin.md")


def test_the_tutorials_test_passes():
    blocks = re.findall(r"```python\n(.*?)```", page("tutorial/write-a-plugin.md"), re.DOTALL)
    namespace: dict[str, object] = {}
    exec(compile(blocks[-1], "write-a-plugin.md", "exec"), namespace)
    tests = [item for name, item in namespace.items() if name.startswith("test_")]
    assert len(tests) == 2
    for test in tests:
        test()


@pytest.mark.skipif(find_spec("newsparse_english") is None, reason="newsparse-english is not installed")
def test_the_readme_shows_what_its_examples_print():
    words = (ROOT / "README.md").read_text("utf-8")
    examples = re.findall(r"```python\n(.*?)```\n\n```text\n(.*?)```", words, re.DOTALL)
    assert len(examples) == 1
    namespace: dict[str, object] = {}
    for code, shown in examples:
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            exec(compile(code, "README.md", "exec"), namespace)
        assert printed.getvalue() == shown


def test_the_page_on_rejected_numerals_has_every_reason_and_no_other():
    kinds = pytest.importorskip("newsparse_numbers.kinds")
    rows = re.findall(r"^\| (`.*?) \|", page("explanation/no-quantities.md"), re.MULTILINE)
    listed = re.findall(r"`(\w+)`", " ".join(rows))
    assert sorted(listed) == sorted(kinds.REASONS)


def test_every_page_is_linked():
    index = page("index.md")
    pages = {str(path.relative_to(DOCS).with_suffix("")) for path in DOCS.rglob("*.md") if "_build" not in path.parts}
    assert {name for name in pages if name not in index} == {"index"}
