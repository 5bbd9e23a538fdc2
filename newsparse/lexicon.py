"""Word lists of a package, by language: JSON files checked against a schema that says what each list is for."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any, Literal, cast

import attrs

from newsparse.errors import LexiconError

Shape = Literal["words", "map", "groups", "values", "entries"]
"""A list of words; words with a word each; words by group; words with a decimal each; anything by word."""


@attrs.frozen
class ListSpec:
    """What the schema says of a list: its shape, and what it is for."""

    shape: Shape
    about: str


class Lexicon:
    """The lists of ``PACKAGE/data/LANGUAGE/*.json``, each named ``file.list``.

    ``PACKAGE/data/schema.json`` maps each name to ``{"shape": ..., "about": ...}``. Raises ``LexiconError`` for a list
    that the schema does not name, a list that it names and no file has, and a list that does not have its shape.
    Read lists through ``lexicon``, which reads each language of each package once.
    """

    def __init__(self, package: str, language: str) -> None:
        self.package, self.language = package, language
        data = resources.files(package).joinpath("data")
        place = data.joinpath(language)
        if not place.is_dir():
            raise LexiconError(
                f"{package} has no word lists for {language!r}.", hint="Choose another language, or add data/LANGUAGE."
            )
        files = sorted((item for item in place.iterdir() if item.name.endswith(".json")), key=lambda item: item.name)
        self._lists: dict[str, Any] = {
            f"{item.name.removesuffix('.json')}.{name}": content
            for item in files
            for name, content in json.loads(item.read_text("utf-8")).items()
        }
        given = json.loads(data.joinpath("schema.json").read_text("utf-8"))
        self.schema = {name: ListSpec(entry["shape"], entry["about"]) for name, entry in given.items()}
        self._check()
        self._words: dict[str, frozenset[str]] = {}

    def _check(self) -> None:
        for name in sorted(set(self._lists) ^ set(self.schema)):
            where = "schema.json" if name in self._lists else f"data/{self.language}"
            raise LexiconError(f"{self.package}: the list {name} is missing in {where}.")
        for name, spec in self.schema.items():
            if problem := _problem(self._lists[name], spec.shape):
                raise LexiconError(f"{self.package}, {self.language}: the list {name} {problem}.")

    def __iter__(self) -> Any:
        """The names of the lists, sorted."""
        return iter(sorted(self._lists))

    def raw(self, name: str) -> Any:
        """A list as the file has it; raises ``LexiconError`` for a name that does not exist."""
        try:
            return self._lists[name]
        except KeyError:
            raise LexiconError(f"{self.package} has no list {name!r} (schema.json names them all).") from None

    def words(self, name: str) -> frozenset[str]:
        """The words of a list, or the words of all groups, or the keys of a map."""
        found = self._words.get(name)
        if found is None:
            content = self.raw(name)
            grouped = self.schema[name].shape == "groups"
            found = frozenset(word for group in content.values() for word in group) if grouped else frozenset(content)
            self._words[name] = found
        return found

    def map(self, name: str) -> Mapping[str, str]:
        """A list that gives a word for each word."""
        return cast("Mapping[str, str]", self.raw(name))

    def groups(self, name: str) -> Mapping[str, frozenset[str]]:
        """A list of words by group."""
        return {group: frozenset(words) for group, words in self.raw(name).items()}

    def values(self, name: str) -> dict[str, Decimal]:
        """A list that gives an exact decimal for each word."""
        return {word: Decimal(value) for word, value in self.raw(name).items()}


@cache
def lexicon(package: str, language: str = "en") -> Lexicon:
    """The word lists of ``package`` in ``language`` (ISO 639-1), read at the first call; raises ``LexiconError``."""
    return Lexicon(package, language)


def _problem(content: object, shape: Shape) -> str:
    """What keeps ``content`` from having ``shape``; empty where nothing does."""
    if shape == "words":
        return _of_words(content)
    if not isinstance(content, dict) or not content:
        return "is not a JSON object with something in it"
    if shape == "map" and any(not isinstance(value, str) for value in content.values()):
        return "does not give a word for each word"
    if shape == "groups":
        problems = ((name, _of_words(words)) for name, words in content.items())
        return next((f"has a group {name!r} that {problem}" for name, problem in problems if problem), "")
    if shape == "values" and any(not _is_decimal(value) for value in content.values()):
        return "does not give a decimal, as a string, for each word"
    return ""


def _of_words(content: object) -> str:
    if not isinstance(content, list) or not content:
        return "is not a JSON array with something in it"
    if any(not isinstance(word, str) or not word for word in content):
        return "holds something that is not a word"
    return "holds a word twice" if len(set(content)) < len(content) else ""


def _is_decimal(value: object) -> bool:
    return isinstance(value, str) and bool(value) and value.replace(".", "", 1).lstrip("-").isdigit()
