"""Pronouns: found by their words and tags, or given by the backend, each with its class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from newsparse.model import Mention, Span
from newsparse_entities.lexicon import Pronoun, pronouns
from newsparse_entities.reading import Reading


@attrs.frozen(kw_only=True)
class Reference:
    """A pronoun: its span, class ("masculine", ...), lower-case word and token; ``given`` if the backend marked it."""

    span: Span
    kind: Pronoun
    word: str
    token: int
    given: Mention | None = None


def references(reading: Reading, taken: set[int], given: Iterable[Mention]) -> Iterator[Reference]:
    """The pronouns in order, except at words of names (``taken``, token indices)."""
    marked = {item.span: item for item in given}
    known = pronouns()
    for index, word in [(index, word) for index, word in enumerate(reading.lower) if word in known]:
        token = reading.tokens[index]
        item = marked.get(token.span)
        if index not in taken and (item is not None or _is_pronoun(token.text, token.upos)):
            yield Reference(span=token.span, kind=known[word], word=word, token=index, given=item)


def _is_pronoun(surface: str, tag: str | None) -> bool:
    """Whether a word is the pronoun and no acronym ("IT") or foreign word of the same letters."""
    return (surface.islower() or surface.istitle()) and tag in (None, "PRON", "DET")
