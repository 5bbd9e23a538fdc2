"""Makes the dictionary of lemmas: ``python -m newsparse_english.training.lemmas --data DIR``.

It is learned from the train parts of UD English EWT and GUM; the command prints the share of words of the dev parts
with the right lemma, by the library alone and with the dictionary.
"""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from newsparse_english import packed
from newsparse_english.lemmas import by_library, key, lemma

Form = tuple[str, str, str]
"""A word, its Penn tag and its lemma."""
LEFT_OUT = frozenset(["ADD", "GW"])
"""The tags of addresses, which are private and have no lemma, and of pieces of words that were typed apart."""
NO_LEMMA = "_"


def learned(forms: Iterable[Form]) -> dict[str, dict[str, str]]:
    """The most frequent lemma of each form and tag, where the library's differs; none of addresses and pieces."""
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for word, tag, given in forms:
        if tag not in LEFT_OUT and given != NO_LEMMA and not _is_address(word):
            seen[tag, key(word, tag)][given] += 1
    result: dict[str, dict[str, str]] = {}
    for (tag, form), counts in sorted(seen.items()):
        best = counts.most_common(1)[0][0]
        if best != by_library(form, tag):
            result.setdefault(tag, {})[form] = best
    return result


def _is_address(word: str) -> bool:
    return "@" in word and any(map(str.isalpha, word))


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
    table = learned(forms([*sorted(folder.glob("ewt/train-*.conllu")), *sorted(folder.glob("gum/train/*.conllu"))]))
    target = packed.folder() / packed.LEMMAS
    target.write_text(json.dumps(table, ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8")
    for size in packed.SIZES:
        packed.seal(packed.folder(size))
    for name, pattern in (("ewt", "ewt/dev.conllu"), ("gum", "gum/dev/*.conllu")):
        held = list(forms(sorted(folder.glob(pattern))))
        for way, known in (("simplemma", {}), ("dictionary", table)):
            right = sum(lemma(word, tag, known) == given for word, tag, given in held)
            print(f"{name} {way}: {100 * right / len(held):.2f}")


if __name__ == "__main__":
    main()
