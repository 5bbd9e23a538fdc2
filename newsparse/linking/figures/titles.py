"""The title of an article as its headline: its figures count, unless the text begins with the same words."""

from __future__ import annotations

import attrs

from newsparse.model import Document
from newsparse.wording import words_in

IN_TITLE = "title:"
"""What the ids of claims in a title begin with, to tell them from those in the text."""


def title_of(document: Document) -> Document | None:
    """The title with its figures, as a document with what is known about the article; None where the text has it too.

    A text has it if its first line begins with the words of the title, or the title with those of the line.
    """
    title = document.headline
    if title is None or _is_first_line(title.text, document.text):
        return None
    layers = tuple(
        attrs.evolve(layer, annotations=tuple(attrs.evolve(item, id=IN_TITLE + item.id) for item in layer.annotations))
        if layer.name == "numbers"
        else layer
        for layer in title.layers
    )
    return attrs.evolve(title, id=document.id, meta=document.meta, layers=layers)


def _is_first_line(title: str, text: str) -> bool:
    first = next((line for line in text.splitlines() if line.strip()), "")
    one, other = words_in(title).keys, words_in(first).keys
    least = min(len(one), len(other))
    return bool(least) and one[:least] == other[:least]
