"""Claims made by hand, from words with their places in a tree."""

from __future__ import annotations

from newsparse.linking.status.meaning import Word

FLAGS = {"stands": {"stands": True}, "pronoun": {"content": False}, "own": {"content": False, "own": True}}
FLAGS |= {"not": {"negated": True}, "may": {"mood": "possible"}, "next": {"sentence": 1}}


def claim(text):
    """A claim from words as "dam subject leak" (lemma, slot, head), "leak root - stands", or "Kell place dam in"."""
    rows = [row.split() for row in text.split(", ")]
    lemmas = [row[0] for row in rows]
    return tuple(word(lemmas, *row) for row in rows)


def word(lemmas, lemma, slot="", head="-", *more):
    """A word whose head is a lemma of the claim."""
    fields = {"lemma": lemma, "slot": slot, "head": -1 if head == "-" else lemmas.index(head)}
    for item in more:
        fields |= FLAGS.get(item, {"case": item})
    return Word(**fields)


LEAKS = "dam subject leak, Kell place dam in, leak root - stands"
