"""What somebody gets to read: it is said by whoever wrote it, "got a letter from the mayor saying"."""

from __future__ import annotations

from collections.abc import Collection

from newsparse.syntax import Tree
from newsparse_quotes.lexicon import words


def received(tree: Tree, verb: int, content: Collection[int]) -> int | None:
    """The noun for the text that somebody gets by a verb, before the ``content``; None for other verbs."""
    if tree.lemma(verb) not in words("cues.receiving"):
        return None
    written = words("speakers.documents", "speakers.penned")
    near = (noun for noun in tree.children(verb, "obj") if noun > verb and noun not in content)
    return next((noun for noun in near if tree.lemma(noun) in written), None)


def writer_of(tree: Tree, text: int) -> int | None:
    """Whom a text is from, or by whom."""
    near = (word for word in tree.children(text, "nmod") if tree.case(word) in words("grammar.origins"))
    return next(near, None)
