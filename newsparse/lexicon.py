"""Word lists by language, a package's own and those that all share: JSON files checked against a schema.

The schema says what each list is for.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Literal, cast, get_args

import attrs

from newsparse.errors import LexiconError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

Shape = Literal["words", "map", "groups", "classes", "values", "entries"]
"""A list of words; words with a word each; words by group; the classes of each word; decimals; anything by word."""
_VALUES = {"map": "a word", "values": "a decimal, as a string,"}
"""What each word has in a list of these shapes."""
_NEEDED = frozenset({"shape", "about"})
SHARED = "newsparse"
"""The package whose lists all others read as if they were theirs."""


@attrs.frozen
class ListSpec:
    """What the schema says of a list: its shape, what it is for, and what each class of its words means."""

    shape: Shape
    about: str
    classes: Mapping[str, str] = attrs.field(factory=dict, hash=False)


class Lexicon:
    """The lists of ``PACKAGE/data/LANGUAGE/*.json``, each named ``file.list``, and those of ``newsparse/data``.

    ``PACKAGE/data/schema.json`` maps each name to ``{"shape": ..., "about": ...}``, and to ``classes`` with a
    description each for a list that gives classes. A group or class of a list is a list too: ``file.list.class``.
    Raises ``LexiconError`` for a list that the schema does not name, a list that it names and no file has, a list that
    does not have its shape, and one that is shared already. Read lists through ``lexicon``, which reads each language
    of each package once.
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
            for name, content in self._object(item).items()
        }
        given = self._object(data.joinpath("schema.json"))
        self.schema = {name: self._spec(name, entry) for name, entry in given.items()}
        self._check()
        if package != SHARED and resources.files(SHARED).joinpath("data", language).is_dir():
            self._share(lexicon(SHARED, language))
        self._words: dict[str, frozenset[str]] = {}
        self._groups: dict[str, Mapping[str, frozenset[str]]] = {}

    def _object(self, file: Traversable) -> dict[str, Any]:
        """The JSON object that a file holds; raises ``LexiconError`` naming the file where it is something else."""
        try:
            content = json.loads(file.read_text("utf-8"))
        except ValueError as error:
            raise LexiconError(f"{self.package}: {file.name} is not JSON: {error}.") from error
        if not isinstance(content, dict):
            raise LexiconError(f"{self.package}: {file.name} is not a JSON object.")
        return content

    def _spec(self, name: str, entry: object) -> ListSpec:
        fields = set(entry) if isinstance(entry, dict) else set[str]()
        if not _NEEDED <= fields <= {*_NEEDED, "classes"}:
            wanted = "needs 'shape' and 'about', and may have 'classes'"
            raise LexiconError(
                f"{self.package}: schema.json, {name}: a list {wanted}, not {', '.join(sorted(fields))}."
            )
        spec = ListSpec(**cast("dict[str, Any]", entry))
        if spec.shape not in get_args(Shape):
            known = ", ".join(get_args(Shape))
            raise LexiconError(f"{self.package}: schema.json, {name}: no shape {spec.shape!r} (there are: {known}).")
        return spec

    def _check(self) -> None:
        for name in sorted(set(self._lists) ^ set(self.schema)):
            where = "schema.json" if name in self._lists else f"data/{self.language}"
            raise LexiconError(f"{self.package}: the list {name} is missing in {where}.")
        for name, spec in self.schema.items():
            if problem := _problem(self._lists[name], spec):
                raise LexiconError(f"{self.package}, {self.language}: the list {name} {problem}.")

    def _share(self, shared: Lexicon) -> None:
        """Adds the lists of ``shared``."""
        if both := self.schema.keys() & shared.schema.keys():
            raise LexiconError(f"{self.package}, {self.language}: {shared.package} has the list {min(both)} already.")
        self._lists |= shared._lists
        self.schema |= shared.schema

    def __iter__(self) -> Any:
        """The names of the lists, and of their groups and classes, sorted."""
        grouped = (name for name, spec in self.schema.items() if spec.shape in ("groups", "classes"))
        return iter(sorted([*self._lists, *(f"{name}.{group}" for name in grouped for group in self.groups(name))]))

    def raw(self, name: str) -> Any:
        """A list as the file has it; raises ``LexiconError`` for a name that does not exist."""
        try:
            return self._lists[name]
        except KeyError:
            raise LexiconError(f"{self.package} has no list {name!r} (schema.json names them all).") from None

    def words(self, name: str) -> frozenset[str]:
        """The words of a list, of all its groups or of one ("file.list.group"), or the keys of a map."""
        found = self._words.get(name)
        if found is None:
            file, listed, *group = name.split(".")
            found = self._words[name] = self._read(f"{file}.{listed}", *group)
        return found

    def _read(self, name: str, group: str = "") -> frozenset[str]:
        if group:
            groups = self.groups(name)
            if group not in groups:
                raise LexiconError(f"{self.package}: the list {name} has no group or class {group!r}.")
            return groups[group]
        content = self.raw(name)
        if self.schema[name].shape == "groups":
            return frozenset(word for members in content.values() for word in members)
        return frozenset(content)

    def map(self, name: str) -> Mapping[str, str]:
        """A list that gives a word for each word."""
        return cast("Mapping[str, str]", self.raw(name))

    def groups(self, name: str) -> Mapping[str, frozenset[str]]:
        """The words of a list by group or class."""
        found = self._groups.get(name)
        if found is None:
            found = self._groups[name] = _groups(self.raw(name), self.schema[name])
        return found

    def values(self, name: str) -> dict[str, Decimal]:
        """A list that gives an exact decimal for each word."""
        return {word: Decimal(value) for word, value in self.raw(name).items()}


@cache
def lexicon(package: str, language: str = "en") -> Lexicon:
    """The word lists of ``package`` in ``language`` (ISO 639-1), read at the first call; raises ``LexiconError``."""
    return Lexicon(package, language)


def _groups(content: Mapping[str, list[str]], spec: ListSpec) -> Mapping[str, frozenset[str]]:
    if spec.shape == "classes":
        return {kind: frozenset(word for word in content if kind in content[word]) for kind in spec.classes}
    return {group: frozenset(words) for group, words in content.items()}


def _problem(content: object, spec: ListSpec) -> str:
    """What keeps ``content`` from having the shape of ``spec``; empty where nothing does."""
    if spec.shape == "words":
        return _of_words(content)
    if not isinstance(content, dict) or not content:
        return "is not a JSON object with something in it"
    if spec.shape == "groups":
        return _of_groups(content)
    if spec.shape == "classes":
        return _of_classes(content, spec.classes)
    fits = {"map": _is_word, "values": _is_decimal}.get(spec.shape)
    misfit = fits is not None and not all(map(fits, content.values()))
    return f"does not give {_VALUES[spec.shape]} for each word" if misfit else ""


def _of_words(content: object) -> str:
    if not isinstance(content, list) or not content:
        return "is not a JSON array with something in it"
    if any(not isinstance(word, str) or not word for word in content):
        return "holds something that is not a word"
    return "holds a word twice" if len(set(content)) < len(content) else ""


def _of_groups(content: Mapping[str, object]) -> str:
    problems = ((name, _of_words(words)) for name, words in content.items())
    return next((f"has a group {name!r} that {problem}" for name, problem in problems if problem), "")


def _of_classes(content: Mapping[str, object], known: Mapping[str, str]) -> str:
    used = set[str]()
    for word, kinds in content.items():
        if not isinstance(kinds, list) or not kinds or len(set(kinds)) < len(kinds):
            return f"does not give classes for {word!r}, each once"
        used |= set(kinds)
    wrong = sorted(used ^ set(known))
    return f"and its schema do not have the same classes ({', '.join(wrong)})" if wrong else ""


def _is_word(value: object) -> bool:
    return isinstance(value, str)


def _is_decimal(value: object) -> bool:
    return isinstance(value, str) and bool(value) and value.replace(".", "", 1).lstrip("-").isdigit()
