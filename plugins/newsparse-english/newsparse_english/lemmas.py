"""Lemmas: from a dictionary by form and Penn tag for words that are in it, else from the library ``simplemma``.

The dictionary was made from the train parts of UD English EWT and GUM, by ``newsparse_english.training.lemmas``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from simplemma import Lemmatizer
from simplemma.strategies import DefaultStrategy

_LIBRARY = Lemmatizer(lemmatization_strategy=DefaultStrategy(low_memory=True))
"""Leaves its dictionary packed, which takes less time and 3 MiB in place of 25; it remembers what it was asked."""

Table = Mapping[str, Mapping[str, str]]
"""Lemmas by Penn tag and form; forms are in small letters, except those of names."""


def read(path: Path) -> Table:
    """The dictionary in the file at ``path``."""
    found: Table = json.loads(path.read_text("utf-8"))
    return found


def lemma(word: str, tag: str | None, table: Table) -> str:
    """The lemma of ``word`` with the Penn tag ``tag`` from ``table``, else (and without a tag) from the library."""
    found = table.get(tag or "", {}).get(key(word, tag))
    return found if found is not None else by_library(word, tag)


def by_library(word: str, tag: str | None) -> str:
    """The lemma from ``simplemma``; singular names and words with characters other than letters stay as they are."""
    if tag == "NNP":
        return word
    form = key(word, tag)
    return _LIBRARY.lemmatize(form, lang="en") if form.isalpha() else form


def key(word: str, tag: str | None) -> str:
    """How the dictionary writes ``word``: in small letters unless ``tag`` is that of a name."""
    return word if tag in ("NNP", "NNPS") else word.lower()
