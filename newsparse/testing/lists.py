"""Checks that every word list is read, and that none repeats another, in one plugin or across plugins."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from importlib import resources
from importlib.resources.abc import Traversable
from itertools import combinations

from newsparse.lexicon import SHARED, lexicon
from newsparse.testing.wording import sources

CLOSED = ("grammar.closed", "grammar.pronouns")
"""Shared lists of words that any two lists may have: articles, pronouns, prepositions and the like."""
MANY_WORDS = 10
FEW_WORDS = 6
MOST = 0.6
"""Lists of two packages repeat each other that share ten words and a third of the smaller, or six and most of it."""


def check_lexicon(package: str) -> None:
    """Raise ``AssertionError`` unless every list of ``data/schema.json`` is read and no two lists are equal.

    A list is read where its full name ("file.list") is a string in the source of ``package``. No file may have a name
    twice: of two lists of one name, JSON keeps the last.
    """
    data = resources.files(package).joinpath("data")
    twice = sorted(_named_twice(data))
    assert not twice, f"{package}: there are two of {', '.join(twice)}."
    unread = sorted(_schema(package).keys() - _strings(package))
    assert not unread, f"{package}: nothing reads the lists {', '.join(unread)}."
    for folder in data.iterdir():
        if folder.is_dir():
            doubled = _doubled(folder)
            assert not doubled, f"{package}, {folder.name}: the lists {' and '.join(doubled)} are equal."


def _named_twice(folder: Traversable) -> Iterator[str]:
    """The names that a JSON file in a folder, or in one inside it, has twice in one object."""
    for item in folder.iterdir():
        if item.is_dir():
            yield from _named_twice(item)
        elif item.name.endswith(".json"):
            found: list[str] = []
            json.loads(item.read_text("utf-8"), object_pairs_hook=partial(_collect, found))
            yield from (f"{name} in {item.name}" for name in found)


def _collect(found: list[str], pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    """The object of these pairs; names that come again are added to ``found``."""
    made: dict[str, object] = {}
    for name, value in pairs:
        if name in made:
            found.append(name)
        made[name] = value
    return made


def check_lexicons(
    packages: Sequence[str], alike: Mapping[tuple[str, str], str], *, shared: str = SHARED, language: str = "en"
) -> None:
    """Raise ``AssertionError`` unless all shared lists are read, and lists of two packages do not repeat each other.

    ``packages`` are plugins; every class of a shared list must be read by one of them. ``alike`` names pairs of lists
    that may have words in common, in the order of the alphabet, each with the reason; a pair that does not need it
    any more fails too.
    """
    strings = {package: _strings(package) for package in (*packages, shared)}
    unread = [
        name for name in _all_names(shared) if not any(_is_read(name, known) for known in _readers(strings, shared))
    ]
    assert not unread, f"nothing reads the shared lists {', '.join(unread)}."
    found = dict(_repeated((*packages, shared), shared, language))
    new = [
        f"{one} and {other} ({', '.join(words)})" for (one, other), words in found.items() if (one, other) not in alike
    ]
    assert not new, f"lists of two packages repeat each other: {'; '.join(new)}."
    gone = [f"{one} and {other}" for one, other in alike if (one, other) not in found]
    assert not gone, f"these lists do not repeat each other: {'; '.join(gone)}."


def _all_names(package: str) -> list[str]:
    """The lists of a package; those of words with classes once for each class."""
    names: list[str] = []
    for name, entry in _schema(package).items():
        names += [f"{name}.{kind}" for kind in entry.get("classes", ())] or [name]
    return sorted(names)


def _readers(strings: Mapping[str, frozenset[str]], shared: str) -> Iterable[frozenset[str]]:
    """What each package may read lists by: its own strings, and the labels of the core."""
    return [known | strings[shared] for known in strings.values()]


def _is_read(name: str, strings: frozenset[str]) -> bool:
    """Whether a list or class is named in code, or a list and, apart from it, the class."""
    whole, _, kind = name.rpartition(".")
    return name in strings or ("." in whole and whole in strings and kind in strings)


def _repeated(packages: Sequence[str], shared: str, language: str) -> Iterable[tuple[tuple[str, str], list[str]]]:
    """Pairs of lists of two packages that repeat each other, with the words that both have."""
    known = {package: lexicon(package, language) for package in packages}
    closed = frozenset[str]().union(*(known[shared].words(name) for name in CLOSED if name in known[shared].schema))
    lists = [
        (package, name, frozenset(word.casefold() for word in known[package].words(name)) - closed)
        for package in packages
        for name in _schema(package)
        if name not in CLOSED
    ]
    for (package, one, words), (other_package, other, others) in combinations(
        sorted(lists, key=lambda item: item[1]), 2
    ):
        both = words & others
        if package != other_package and _repeats(len(both), min(len(words), len(others))):
            yield (one, other), sorted(both)


def _repeats(both: int, smaller: int) -> bool:
    return (both >= MANY_WORDS and both > smaller / 3) or (both >= FEW_WORDS and both > MOST * smaller)


def _schema(package: str) -> dict[str, dict[str, dict[str, str]]]:
    text = resources.files(package).joinpath("data", "schema.json").read_text("utf-8")
    found: dict[str, dict[str, dict[str, str]]] = json.loads(text)
    return found


def _strings(package: str) -> frozenset[str]:
    """All strings in the source of a package."""
    trees = (ast.parse(file.read_text("utf-8")) for file in sources(resources.files(package)))
    nodes = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return frozenset(node.value for node in nodes if isinstance(node.value, str))


def _doubled(folder: Traversable) -> list[str]:
    """The names of two or more lists of a language with the same content."""
    contents: dict[str, list[str]] = {}
    for file in folder.iterdir():
        if file.name.endswith(".json"):
            for name, content in json.loads(file.read_text("utf-8")).items():
                same = json.dumps(sorted(content) if isinstance(content, list) else content, sort_keys=True)
                contents.setdefault(same, []).append(f"{file.name.removesuffix('.json')}.{name}")
    return next((sorted(names) for names in contents.values() if len(names) > 1), [])
