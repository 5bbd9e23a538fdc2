"""Small changes to code: which there are, which tests they need, and what is told of those that nothing notices."""

from __future__ import annotations

import subprocess
import sys
from pathlib import PurePosixPath

import pytest
from click.testing import CliRunner

from newsparse_bench.commands import bench
from newsparse_bench.mutating import trying
from newsparse_bench.mutating.changes import changes
from newsparse_bench.mutating.command import chosen

PATH = PurePosixPath("calc.py")

CHANGED = [
    ("a == b", "comparison", "(a != b)"),
    ("a < b", "comparison", "(a >= b)"),
    ("a < b", "boundary", "(a <= b)"),
    ("a in b", "comparison", "(a not in b)"),
    ("a is None", "comparison", "(a is not None)"),
    ("0 < a < 9", "boundary", "(0 < a <= 9)"),
    ("a and b", "and/or", "(a or b)"),
    ("a and b or c", "operand dropped", "(a and b)"),
    ("a or b", "operand dropped", "(b)"),
    ("not a", "not dropped", "(a)"),
    ("7", "constant", "8"),
    ("True", "constant", "False"),
    ("a - 1", "term dropped", "(a)"),
    ("a if b else c", "branch dropped", "a if False else c"),
    ("[a for a in b if c]", "filter dropped", "[a for a in b if True]"),
    ("f(a)", "statement removed", "pass"),
    ("a += b", "statement removed", "pass"),
    ("if a:\n    b = c", "branch dropped", "if False:\n    b = c"),
    ("if a:\n    b = c\nelse:\n    b = d", "else dropped", "if True:\n    b = c\nelse:\n    b = d"),
    ("RULES = (a, b, c)", "item 2 removed", "RULES = (a, c)"),
    ("RULES = Rules(rules=(a, b))", "item 1 removed", "RULES = Rules(rules=(b,))"),
    ("def f() -> bool:\n    return a", "return", "def f() -> bool:\n    return not (a)"),
    ("def f() -> list[int]:\n    return a", "return", "def f() -> list[int]:\n    return []"),
    ("def f() -> Word | None:\n    return a", "return", "def f() -> Word | None:\n    return None"),
    ("“é” == a", "comparison", "(“é” != a)"),
]


@pytest.mark.parametrize(("code", "kind", "after"), CHANGED, ids=[f"{kind}: {code}" for code, kind, _ in CHANGED])
def test_a_change_is_one_slip(code, kind, after):
    source = code.replace("“é”", "'é'").encode()
    made = [change.applied(source).decode() for change in changes(source, PATH) if change.kind == kind]
    assert after.replace("“é”", "'é'") in made


@pytest.mark.parametrize(
    "code",
    [
        '"""Words."""',
        "raise ValueError(1 if a else 2)",
        "assert a == 1",
        "a = zip(b, c, strict=True)",
        "@cache(maxsize=1)\ndef f(): ...",
        "a: Literal[1]",
        "Pair = dict[Name, Word]",
        "def f(a: Literal[1]) -> Literal[1]: ...",
        "if TYPE_CHECKING:\n    from a import b",
        "f'{a == b}'",
        "def f() -> None:\n    return None",
        'def f() -> str:\n    return ""',
    ],
)
def test_what_no_result_depends_on_is_left_alone(code):
    assert changes(code.encode(), PATH) == []


def test_a_change_knows_its_place():
    (change,) = changes(b"class A:\n    def f(self):\n        return (b ==\n                c)\n", PATH)
    assert str(change) == "calc.py:3 A.f [comparison] b == c -> (b != c)"
    assert change.lines == (3, 4)


def test_a_change_knows_whether_its_results_are_kept():
    code = (
        b"@cache\ndef f():\n    return 1\n\n@lru_cache(maxsize=2)\ndef g():\n    return 2\n\ndef h():\n    return 3\n"
    )
    assert [change.cached for change in changes(code, PATH)] == [True, True, False]


def test_a_seed_draws_the_same_changes():
    found = changes(b"a = [1, 2, 3, 4, 5, 6, 7, 8, 9]", PATH)
    assert chosen(found, 3, 1) == chosen(found, 3, 1) != chosen(found, 3, 2)
    assert sorted(chosen(found, 99, 1), key=found.index) == found


CALC = """
def adult(age):
    return age >= 18

def least(numbers):
    at = 0
    while at < len(numbers):
        at += 1
    return at

def unseen():
    return 1 == 2
"""
TESTS = """
import calc

def test_adult():
    assert calc.adult(20)
    assert not calc.adult(3)

def test_least():
    assert calc.least([1, 2]) == 2
"""
TYPED = """
def half(number: int | None) -> int:
    if number is None or number < 2:
        return 0
    return number // 2
"""


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project with a module and its tests, in the working directory."""
    (tmp_path / "calc.py").write_text(CALC)
    (tmp_path / "test_calc.py").write_text(TESTS)
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(trying, "LEAST", 1)
    return tmp_path


def mutate(*words):
    return CliRunner().invoke(bench, ["mutate", "calc.py", "-t", "test_calc.py", "--mutants", "99", *words])


def test_changes_that_no_test_notices_are_shown(project):
    judged = {"path": "calc.py", "owner": "adult", "before": "18", "after": "19", "reason": "nobody is 18"}
    lines = "\n".join(f"{key} = {value!r}" for key, value in judged.items())
    (project / "judged.toml").write_text(f"[[change]]\n{lines}\n")
    done = mutate("--meaningless", "judged.toml")
    assert done.exit_code == 0, done.output
    assert "calc.py:3 adult [comparison] age >= 18 -> (age < 18) (test_calc.py::test_adult)" in done.stderr
    assert "calc.py:8 least [statement removed] at += 1 -> pass (time)" in done.stderr
    assert "calc.py:3 adult [boundary] age >= 18 -> (age > 18) (1 tests reach it)" in done.stdout
    assert "calc.py:3 adult [constant] 18 -> 19 (nobody is 18)" in done.stdout
    assert "calc.py:12 unseen [comparison] 1 == 2 -> (1 != 2) (0 tests reach it)" in done.stdout
    assert done.stdout.splitlines()[-1] == "calc.py: 11 changes, 4 noticed, 6 not noticed (60%), 1 without meaning"
    assert (project / "calc.py").read_text() == CALC


def test_tests_that_fail_without_a_change_are_named(project):
    (project / "test_calc.py").write_text("def test_no():\n    assert False\n")
    done = mutate()
    assert done.exit_code == 1
    assert "these tests fail without any change: test_calc.py::test_no" in done.stderr


def test_a_change_that_the_type_check_refuses_is_noticed(project):
    (project / "calc.py").write_text(TYPED)
    (project / "test_calc.py").write_text("import calc\n\ndef test_half():\n    assert calc.half(4) == 2\n")
    done = mutate("--types")
    assert done.exit_code == 0, done.output
    assert "[operand dropped] number is None or number < 2 -> (number < 2) (mypy)" in done.stderr
    assert "[operand dropped] number is None or number < 2 -> (number is None) (1 tests reach it)" in done.stdout


def test_a_project_that_the_type_check_refuses_is_told(project):
    (project / "calc.py").write_text("def half(number: int) -> str:\n    return number // 2\n")
    done = mutate("--types")
    assert done.exit_code == 1
    assert "Incompatible return value type" in done.stderr


WITHOUT_TESTS = """
import sys
sys.modules["pytest"] = sys.modules["coverage"] = None
from newsparse.cli import main
main(["bench", *sys.argv[1:]])
"""


@pytest.mark.parametrize(
    ("command", "exit_status", "said"),
    [
        (["--help"], 0, "mutate"),
        (["mutate", "calc.py", "-t", "test_calc.py"], 1, "newsparse-bench[mutants]"),
        (["undecided", "calc.py", "-t", "test_calc.py"], 1, "newsparse-bench[mutants]"),
    ],
)
def test_the_benchmark_works_without_pytest_and_names_the_extra(tmp_path, command, exit_status, said):
    (tmp_path / "calc.py").write_text("a = 1\n")
    (tmp_path / "test_calc.py").write_text("")
    code = [sys.executable, "-c", WITHOUT_TESTS, *command]
    done = subprocess.run(code, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == exit_status, done.stderr
    assert said in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_a_function_whose_results_are_kept_is_tried_with_all_tests(project):
    code = "from functools import cache\n\n@cache\ndef known():\n    return {5: 'five'}\n"
    (project / "calc.py").write_text(code)
    tests = (
        "import calc\n\ndef test_1():\n    assert calc.known()\n\ndef test_2():\n    assert calc.known()[5] == 'five'\n"
    )
    (project / "test_calc.py").write_text(tests)
    done = mutate()
    assert "known [constant] 5 -> 6 (test_calc.py::test_2)" in done.stderr


def test_what_runs_while_a_module_is_imported_is_tried_with_all_tests(project):
    (project / "calc.py").write_text("SHOWN = 5\n\ndef known():\n    return SHOWN > 0\n")
    tests = "import calc\n\ndef test_1():\n    assert calc.known()\n\ndef test_2():\n    assert calc.SHOWN == 5\n"
    (project / "test_calc.py").write_text(tests)
    done = mutate()
    assert "calc.py:1 [constant] 5 -> 6 (test_calc.py::test_2)" in done.stderr


def test_what_runs_in_another_process_is_tried_with_the_tests_of_its_module(project):
    (project / "calc.py").write_text(
        "import subprocess, sys\n\ndef asked():\n    code = 'import calc; print(calc.answer())'\n"
        "    return subprocess.check_output([sys.executable, '-c', code], text=True)\n\ndef answer():\n    return 5\n"
    )
    (project / "test_calc.py").write_text("import calc\n\ndef test_asked():\n    assert calc.asked() == '5\\n'\n")
    done = mutate()
    assert "calc.py:8 answer [constant] 5 -> 6 (test_calc.py::test_asked)" in done.stderr


def test_what_runs_before_a_test_is_tried_with_those_that_share_what_was_prepared(project):
    (project / "calc.py").write_text("def known():\n    return 5\n")
    tests = (
        "import calc, pytest\n\n@pytest.fixture(scope='module')\ndef five():\n    return calc.known()\n\n"
        "def test_1(five):\n    assert five\n\ndef test_2(five):\n    assert five == 5\n"
    )
    (project / "test_calc.py").write_text(tests)
    done = mutate()
    assert "calc.py:2 known [constant] 5 -> 6 (test_calc.py::test_2)" in done.stderr
