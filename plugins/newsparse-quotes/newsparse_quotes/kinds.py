"""The kind of annotation that this plugin adds: words in quotation marks that are not a quote."""

from __future__ import annotations

from typing import ClassVar

import attrs

from newsparse.model import Annotation


@attrs.frozen(kw_only=True)
class UnquotedWords(Annotation):
    """Words in quotation marks that are not a quote; ``reason`` says why.

    Reasons: "title" (of a book, film, song, article), "name" (nicknames, what somebody or something is called), "term"
    (so-called and scare quotes: the writer keeps a distance from the words).
    """

    KIND: ClassVar[str] = "unquoted-words"

    reason: str
