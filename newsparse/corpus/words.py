"""What people type into a search box, as a query of FTS5 that cannot be wrong."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib import resources

import attrs

_TERM = re.compile(r'"([^"]*)"|(\S+)')
_LETTER = re.compile(r"[^\W_]")
EITHER = "OR"


@attrs.frozen
class Topic:
    """What figures can be about: any of the ``words`` in their sentence, and a kind of ``kinds`` where any is named."""

    words: str = ""
    kinds: tuple[str, ...] = ()


def matching(words: str) -> str:
    """A query for all of the words, in any order: "tax cuts" in quotation marks as a phrase, "pension*" by its start.

    OR in capitals between two words is one or the other. Empty where there is nothing to look for.
    """
    groups: list[list[str]] = []
    either = False
    for phrase, word in _TERM.findall(words):
        if word == EITHER and groups:
            either = True
        elif _LETTER.search(phrase or word):
            term = _quoted(phrase or word, starts=word.endswith("*"))
            if either:
                groups[-1].append(term)
            else:
                groups.append([term])
            either = False
    return " AND ".join(f"({f' {EITHER} '.join(group)})" for group in groups)


def within(columns: str, words: str) -> str:
    """The query for words in some columns of an index; empty where there are none."""
    query = matching(words)
    return f"{{{columns}}} : ({query})" if query else ""


def topics(language: str = "en") -> tuple[str, ...]:
    """The names of topics of figures."""
    return tuple(_topics().get(language, {}))


def of_topic(name: str, language: str = "en") -> Topic:
    """The topic of that name; an unknown one has no words."""
    return _topics().get(language, {}).get(name, Topic())


def _quoted(word: str, *, starts: bool) -> str:
    inner = word.replace('"', " ").replace("\0", " ").rstrip("*")
    return f'"{inner}"{"*" if starts else ""}'


@cache
def _topics() -> dict[str, dict[str, Topic]]:
    text = resources.files("newsparse").joinpath("data", "corpus", "topics.json").read_text("utf-8")
    return {
        language: {
            name: Topic(f" {EITHER} ".join(entry["words"]), tuple(entry["kinds"])) for name, entry in found.items()
        }
        for language, found in json.loads(text).items()
    }
