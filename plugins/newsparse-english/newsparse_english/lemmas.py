"""Lemmas: a dictionary of forms with their Penn tag where it knows better, else the library ``simplemma``.

The dictionary was made from the train parts of UD English EWT and GUM, by ``newsparse_english.training.lemmas``.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import simplemma

FILE = Path(__file__).parent / "lemmas.json"


@cache
def dictionary() -> dict[str, dict[str, str]]:
    """Lemmas by Penn tag and form; forms are small letters but for proper nouns."""
    found: dict[str, dict[str, str]] = json.loads(FILE.read_text("utf-8"))
    return found


def lemma(word: str, tag: str | None) -> str:
    """The lemma of ``word`` with the Penn tag ``tag``; without a tag that of the library."""
    known = dictionary().get(tag or "")
    found = known.get(key(word, tag)) if known else None
    return found if found is not None else by_library(word, tag)


def by_library(word: str, tag: str | None) -> str:
    """The lemma by ``simplemma``: names in the singular stay as they are, words with other signs than letters too."""
    if tag == "NNP":
        return word
    form = key(word, tag)
    return simplemma.lemmatize(form, lang="en") if form.isalpha() else form


def key(word: str, tag: str | None) -> str:
    """How the dictionary writes ``word``: in small letters unless ``tag`` is that of a name."""
    return word if tag in ("NNP", "NNPS") else word.lower()
