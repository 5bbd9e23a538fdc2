"""Sentences and words: what a language analysis says about the text."""

from __future__ import annotations

from typing import ClassVar

import attrs

from newsparse.model.annotation import Annotation


@attrs.frozen(kw_only=True)
class Sentence(Annotation):
    """A sentence, or a headline, byline or list item treated as one.

    ``first`` and ``last`` are the half-open range of its words in the ``tokens`` layer;
    ``paragraph`` counts from 0, paragraphs being separated by blank lines or single line ends.
    """

    KIND: ClassVar[str] = "sentence"

    first: int
    last: int
    paragraph: int = 0


@attrs.frozen(kw_only=True)
class Token(Annotation):
    """A syntactic word in the sense of Universal Dependencies (https://universaldependencies.org).

    ``head`` is the index of the governor in the ``tokens`` layer, the word's own index for a root, None without trees.
    ``group`` numbers, within the layer, the surface token that the word is part of: "don't" is two words of one group.
    Tags are None where the backend gives none.
    """

    KIND: ClassVar[str] = "token"

    group: int
    lemma: str | None = None
    upos: str | None = None
    xpos: str | None = None
    feats: str | None = None
    head: int | None = None
    deprel: str | None = None
