"""Lemmas: a dictionary of forms with their Penn tag where it knows better, else the library ``simplemma``.

``python -m newsparse_english.lemmas --data DIR`` makes the dictionary anew from the train parts of UD English EWT and
GUM and says what share of the words of the dev parts gets the right lemma.
"""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import simplemma

Form = tuple[str, str, str]
"""A word, its Penn tag and its lemma."""

FILE = Path(__file__).parent / "lemmas.json"


@cache
def dictionary() -> dict[str, dict[str, str]]:
    """Lemmas by Penn tag and form; forms are small letters but for proper nouns."""
    found: dict[str, dict[str, str]] = json.loads(FILE.read_text("utf-8"))
    return found


def lemma(word: str, tag: str | None) -> str:
    """The lemma of ``word`` with the Penn tag ``tag``; without a tag that of the library."""
    known = dictionary().get(tag or "")
    found = known.get(_form(word, tag)) if known else None
    return found if found is not None else by_library(word, tag)


def by_library(word: str, tag: str | None) -> str:
    """The lemma by ``simplemma``: names in the singular stay as they are, words with other signs than letters too."""
    if tag == "NNP":
        return word
    form = _form(word, tag)
    return simplemma.lemmatize(form, lang="en") if form.isalpha() else form


def _form(word: str, tag: str | None) -> str:
    return word if tag in ("NNP", "NNPS") else word.lower()


def learnt(forms: Iterable[Form]) -> dict[str, dict[str, str]]:
    """The most frequent lemma of each form and tag where the library gives another one."""
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for word, tag, given in forms:
        seen[tag, _form(word, tag)][given] += 1
    result: dict[str, dict[str, str]] = {}
    for (tag, form), counts in sorted(seen.items()):
        best = counts.most_common(1)[0][0]
        if best != by_library(form, tag):
            result.setdefault(tag, {})[form] = best
    return result


def forms(paths: Iterable[Path]) -> Iterator[Form]:
    """The words of CoNLL-U files."""
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            row = line.split("\t")
            if row[0].isdigit():
                yield row[1], row[4], row[2]


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=os.environ.get("NEWSPARSE_DATA"), help="folder with the corpora")
    options = parser.parse_args()
    if options.data is None:
        parser.error("give the folder with the corpora by --data or NEWSPARSE_DATA")
    folder = Path(options.data) / "ud"
    table = learnt(forms([*sorted(folder.glob("ewt/train-*.conllu")), *sorted(folder.glob("gum/train/*.conllu"))]))
    FILE.write_text(json.dumps(table, ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8")
    dictionary.cache_clear()
    for name, pattern in (("ewt", "ewt/dev.conllu"), ("gum", "gum/dev/*.conllu")):
        held = list(forms(sorted(folder.glob(pattern))))
        for way in (by_library, lemma):
            right = sum(way(word, tag) == given for word, tag, given in held)
            print(f"{name} {way.__name__}: {100 * right / len(held):.2f}")


if __name__ == "__main__":
    main()
