"""Word lists are read by language and refused when they do not follow their schema."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from newsparse.errors import LexiconError
from newsparse.lexicon import Lexicon


def _spec(shape):
    """A shape, or the classes of a list of them."""
    return {"shape": shape} if isinstance(shape, str) else {"shape": "classes", "classes": dict.fromkeys(shape, "it")}


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Makes an importable package with word lists: {file: {list: content}} and a schema {name: shape or classes}."""

    def make(files, schema):
        place = tmp_path / "wordy" / "data" / "en"
        place.mkdir(parents=True)
        (tmp_path / "wordy" / "__init__.py").write_text("")
        for name, lists in files.items():
            (place / f"{name}.json").write_text(json.dumps(lists))
        given = {name: {"about": name, **_spec(shape)} for name, shape in schema.items()}
        (place.parent / "schema.json").write_text(json.dumps(given))
        monkeypatch.syspath_prepend(tmp_path)
        monkeypatch.delitem(__import__("sys").modules, "wordy", raising=False)
        return "wordy"

    return make


def test_lists_are_read_in_their_shape(package):
    files = {"a": {"verbs": ["say", "add"], "acts": {"said": ["say"], "asked": ["ask"]}, "values": {"two": "2.5"}}}
    schema = {"a.verbs": "words", "a.acts": "groups", "a.values": "values"}
    words = Lexicon(package(files, schema), "en")
    assert words.words("a.verbs") == {"say", "add"}
    assert words.words("a.acts") == {"say", "ask"}
    assert words.groups("a.acts")["asked"] == {"ask"}
    assert words.values("a.values") == {"two": Decimal("2.5")}


def test_a_list_of_words_with_their_classes_is_a_list_for_each_class(package):
    words = Lexicon(package({"a": {"x": {"ask": ["p", "q"], "say": ["p"]}}}, {"a.x": ["p", "q"]}), "en")
    assert words.words("a.x") == words.words("a.x.p") == {"ask", "say"}
    assert words.words("a.x.q") == {"ask"}
    assert words.groups("a.x") == {"p": {"ask", "say"}, "q": {"ask"}}
    with pytest.raises(LexiconError, match="no group or class 'r'"):
        words.words("a.x.r")


def test_shared_lists_are_read_as_a_package_reads_its_own(package):
    words = Lexicon(package({"a": {"x": ["b"]}}, {"a.x": "words"}), "en")
    assert "say" in words.words("speech.verbs.said")


def test_a_list_that_is_shared_already_is_refused(package):
    with pytest.raises(LexiconError, match=r"newsparse has the list speech\.verbs already"):
        Lexicon(package({"speech": {"verbs": ["b"]}}, {"speech.verbs": "words"}), "en")


@pytest.mark.parametrize(
    ("files", "schema", "words"),
    [
        ({"a": {"x": ["b"]}}, {}, "a.x is missing in schema.json"),
        ({"a": {}}, {"a.x": "words"}, "a.x is missing in data/en"),
        ({"a": {"x": ["b", "b"]}}, {"a.x": "words"}, "holds a word twice"),
        ({"a": {"x": ["b", ""]}}, {"a.x": "words"}, "not a word"),
        ({"a": {"x": {"b": 1}}}, {"a.x": "map"}, "does not give a word"),
        ({"a": {"x": {"b": ["c", "c"]}}}, {"a.x": "groups"}, "a group 'b' that holds a word twice"),
        ({"a": {"x": {"b": ["p", "p"]}}}, {"a.x": ["p"]}, "classes for 'b', each once"),
        ({"a": {"x": {"b": ["p"]}}}, {"a.x": ["q"]}, r"same classes \(p, q\)"),
        ({"a": {"x": {"b": "two"}}}, {"a.x": "values"}, "a decimal"),
    ],
)
def test_a_list_that_breaks_its_schema_is_named(package, files, schema, words):
    with pytest.raises(LexiconError, match=words):
        Lexicon(package(files, schema), "en")


def test_an_unknown_list_and_an_unknown_language_say_so(package):
    name = package({"a": {"x": ["b"]}}, {"a.x": "words"})
    with pytest.raises(LexiconError, match="no list 'a.y'"):
        Lexicon(name, "en").words("a.y")
    with pytest.raises(LexiconError, match="no word lists for 'de'"):
        Lexicon(name, "de")


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        ("en/a.json", '{"x": ["b",]}', r"wordy: a.json is not JSON: .* line 1 column 1[12]"),
        ("en/a.json", '["b"]', "wordy: a.json is not a JSON object"),
        ("schema.json", '{"a.x": {"shape": "words" "about": "it"}}', "wordy: schema.json is not JSON"),
        (
            "schema.json",
            '{"a.x": {"shape": "word", "about": "it"}}',
            r"schema.json, a.x: no shape 'word' \(there are: words",
        ),
        ("schema.json", '{"a.x": {"shape": "words"}}', "schema.json, a.x: a list needs 'shape' and 'about'"),
        ("schema.json", '{"a.x": {"shape": "words", "aim": "it"}}', "not aim, shape"),
        ("schema.json", '{"a.x": "words"}', "schema.json, a.x: a list needs"),
    ],
)
def test_a_file_that_cannot_be_read_as_lists_is_named(package, tmp_path, file, content, message):
    name = package({"a": {"x": ["b"]}}, {"a.x": "words"})
    (tmp_path / "wordy" / "data" / file).write_text(content)
    with pytest.raises(LexiconError, match=message):
        Lexicon(name, "en")
