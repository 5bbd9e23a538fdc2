"""Language is data: words written in code are found, and so are word lists that nobody reads or that are equal."""

from __future__ import annotations

import importlib
import json

import pytest

from newsparse.testing import check_lexicon, check_lexicons, words_in_code

CODE = '''
"""A docstring with words."""
import re
from typing import Literal

__all__ = ["parse"]
ENDS = r"(?P<end>half|[a-z]+)\\b"
FIGURE = re.compile(rf"\\d+ of {ENDS}")
HELPERS = ("would", "AUX", "aux:pass", "Person")
Kind = Literal["early", "late"]


def parse(word: str, *, noun: bool = False) -> bool:
    """Reads a word."""
    if word.startswith("un") or word in {"I", "n't"} or word == "that":
        return lexicon("words")
    match word:
        case "when":
            return {"key": "value"}["key"]
    raise ValueError("not a word")
'''


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Makes a package from its source and its word lists."""

    def made(name: str, source: str, lists: dict[str, object] | None = None) -> str:
        folder = tmp_path / name
        (folder / "data" / "en").mkdir(parents=True)
        (folder / "__init__.py").write_text(source)
        (folder / "inner").mkdir()
        (folder / "inner" / "more.py").write_text("MORE = ['aboard']\n")
        if lists is not None:
            (folder / "data" / "en" / "words.json").write_text(json.dumps(lists))
            schema = {f"words.{name}": {"shape": "words", "about": "a list"} for name in lists}
            (folder / "data" / "schema.json").write_text(json.dumps(schema))
        monkeypatch.syspath_prepend(tmp_path)
        importlib.invalidate_caches()
        return name

    return made


def test_words_are_found_in_regexes_comparisons_and_containers_and_labels_are_not(package):
    found = [item.word for item in words_in_code(package("spells_out", CODE))]
    assert sorted(found) == ["aboard", "half", "key", "of", "that", "un", "when", "would"]


def test_a_word_knows_its_file_and_line(package):
    first = words_in_code(package("has_places", CODE))[0]
    assert (first.file, first.line, first.word) == ("__init__.py", 7, "half")
    assert words_in_code("has_places")[-1].file == "inner/more.py"


def test_names_of_the_package_itself_are_no_words(package):
    assert "key" not in [item.word for item in words_in_code(package("has_names", CODE), names=["key"])]


def test_a_list_that_nobody_reads_fails(package):
    check_lexicon(package("reads_all", "ONE = 'words.one'", {"one": ["a"]}))
    with pytest.raises(AssertionError, match=r"nothing reads the lists words\.two"):
        check_lexicon(package("reads_one", "ONE = 'words.one'", {"one": ["a"], "two": ["b"]}))


def test_two_lists_of_one_name_in_one_file_fail(package, tmp_path):
    check_lexicon(package("names_it_twice", "ONE = 'words.one'", {"one": ["a"]}))
    file = tmp_path / "names_it_twice" / "data" / "en" / "words.json"
    file.write_text('{"one": ["a"], "one": ["b"]}')
    with pytest.raises(AssertionError, match=r"there are two of one in words\.json"):
        check_lexicon("names_it_twice")


def test_two_equal_lists_fail_in_whatever_order(package):
    source = "ONE, TWO = 'words.one', 'words.two'"
    with pytest.raises(AssertionError, match=r"words\.one and words\.two are equal"):
        check_lexicon(package("says_it_twice", source, {"one": ["a", "b"], "two": ["b", "a"]}))


TEN = [f"word{letter}" for letter in "abcdefghij"]


def test_a_list_that_two_packages_have_fails_unless_it_is_named(package):
    package("common", "X = 'words.shared'", {"shared": ["a"]})
    one = package("first_copy", "X = 'words.one'", {"one": [*TEN, "only here"]})
    other = package("second_copy", "X = 'words.two'", {"two": ["only there", *TEN]})
    with pytest.raises(AssertionError, match=r"words\.one and words\.two \(worda"):
        check_lexicons([one, other], {}, shared="common")
    check_lexicons([one, other], {("words.one", "words.two"): "the reason"}, shared="common")


def test_a_pair_that_is_named_for_nothing_fails(package):
    package("in_common", "X = 'words.shared'", {"shared": ["a"]})
    one = package("first_alone", "X = 'words.one'", {"one": TEN})
    other = package("second_alone", "X = 'words.two'", {"two": ["only there", *TEN[:2]]})
    check_lexicons([one, other], {}, shared="in_common")
    with pytest.raises(AssertionError, match=r"words\.one and words\.two"):
        check_lexicons([one, other], {("words.one", "words.two"): "no reason"}, shared="in_common")


def test_a_shared_list_that_no_plugin_reads_fails(package):
    shared = package("unread_by_all", "", {"shared": ["a"]})
    with pytest.raises(AssertionError, match=r"nothing reads the shared lists words\.shared"):
        check_lexicons([package("reads_its_own", "X = 'words.one'", {"one": ["b"]})], {}, shared=shared)


def shares(package, both, smaller, name):
    """Two packages whose lists have so many words in common, and the shorter one so many in all."""
    words = [f"word{number}" for number in range(both)]
    one, other = f"{name}_one", f"{name}_two"
    own = [f"only{number}" for number in range(smaller - both)]
    package(one, "X = 'words.one'", {"one": [*words, *own]})
    package(other, "X = 'words.two'", {"two": [*words, *(f"longer{number}" for number in range(90))]})
    return [one, other]


@pytest.mark.parametrize(
    ("both", "smaller", "repeats"),
    [
        (10, 29, True),
        (10, 30, False),
        (9, 27, False),
        (9, 14, True),
        (9, 15, False),
        (6, 9, True),
        (6, 10, False),
        (5, 5, False),
        (12, 12, True),
    ],
)
def test_lists_repeat_each_other_from_a_share_of_their_words_on(package, both, smaller, repeats):
    package(f"none_{both}_{smaller}", "X = 'words.shared'", {"shared": ["a"]})
    found = shares(package, both, smaller, f"in_{both}_{smaller}")
    pair = {("words.one", "words.two"): "the reason"}
    check_lexicons(found, pair if repeats else {}, shared=f"none_{both}_{smaller}")


def test_lists_of_one_package_may_repeat_each_other(package):
    package("shares_none", "X = 'words.shared'", {"shared": ["a"]})
    own = package("repeats_itself", "X, Y = 'words.one', 'words.two'", {"one": TEN, "two": [*TEN, "more"]})
    check_lexicons([own], {}, shared="shares_none")


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("X = 'words.kinds.bold'", True),
        ("X, Y = 'words.kinds', 'bold'", True),
        ("X = 'words.kinds'", False),
        ("X = 'bold'", False),
        ("X = 'words.kinds.slender'", False),
    ],
)
def test_a_class_of_a_shared_list_is_read_by_its_name_or_apart_from_that_of_the_list(package, tmp_path, source, read):
    shared, own = f"has_kinds_{len(source)}", f"reads_kinds_{len(source)}"
    package(shared, "", {"kinds": {"red": ["bold"]}})
    entry = {"shape": "classes", "about": "kinds", "classes": {"bold": "loud"}}
    (tmp_path / shared / "data" / "schema.json").write_text(json.dumps({"words.kinds": entry}))
    reader = package(own, f"{source}\nOWN = 'words.own'", {"own": ["a"]})
    if read:
        check_lexicons([reader], {}, shared=shared)
    else:
        with pytest.raises(AssertionError, match=r"nothing reads the shared lists words\.kinds\.bold\."):
            check_lexicons([reader], {}, shared=shared)


MORE = """
FIRST = SECOND = "one"
SPARE = "unread"

class ONE:
    pass

ONE.TWO = "far"

def parse(re, other, word, x, y, join, Table, Literal, ExtractorSpec):
    re.compile(FIRST + FIRST + r"gate|words.list" + SPARES)
    re.compile(r"words.list")
    re.escape("dot") + other.compile("unread") + compile("unread") + word.re.compile("unread")
    ExtractorSpec(name="shown", words=("argued",))
    [("inner", ["deep", {"set", ("last",)}])]
    {**x, "key": ("value", 3), 4: "unkeyed"}
    {"outer": {"nested": 1}}["place"]
    x == ("left" if y in ("right", 5) else 6)
    word.startswith(("un", "re"), 3).endswith("ly", 1)
    word.removeprefix("pre", other("kept")) and join(("loose",))
    Table["named"], Literal["early"], Literal.of["late"]
    return (1, "NOUN", "aux:pass", "Person", "A B")
"""


def test_words_are_found_inside_of_one_another(package):
    found = [
        (item.line, item.word) for item in words_in_code(package("spells_more", MORE)) if item.file == "__init__.py"
    ]
    assert found == [
        (2, "one"),
        *((11, word) for word in ("gate", "list", "words")),
        *((15, word) for word in ("deep", "inner", "last", "set")),
        *((16, word) for word in ("key", "value")),
        *((17, word) for word in ("nested", "outer")),
        (18, "right"),
        *((19, word) for word in ("ly", "re", "un")),
        *((20, word) for word in ("loose", "pre")),
    ]
