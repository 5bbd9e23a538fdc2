"""What somebody gets to read or hear is said by whoever wrote or told it: "got a letter from the mayor saying"."""

from __future__ import annotations

from collections.abc import Collection

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse_quotes.drafts.draft import top_at
from newsparse_quotes.lexicon import words


def received(tree: Tree, verb: int, content: Collection[int]) -> int | None:
    """The noun for the text that somebody gets, before the ``content``, likes or passes on; None for other verbs."""
    liked = tree.lemma(verb) in words("cues.liking")
    passed = liked or tree.lemma(verb) in words("cues.passing")
    if not passed and tree.lemma(verb) not in words("cues.receiving"):
        return None
    written = words("speakers.penned") if liked else words("speakers.documents", "speakers.penned")
    near = (noun for noun in tree.children(verb, "obj") if noun > verb and (passed or noun not in content))
    return next((noun for noun in near if tree.lemma(noun) in written), None)


def writer_of(tree: Tree, text: int) -> int | None:
    """Whom a text is from, or by whom."""
    near = (word for word in tree.children(text, "nmod") if tree.case(word) in words("grammar.origins"))
    return next(near, None)


def informant(tree: Tree, verb: int, content: Collection[int] = ()) -> int | None:
    """Whom somebody learns something from: "heard from (the mayor) that", not "learned from his mistakes that"."""
    if tree.lemma(verb) not in words("cues.learning"):
        return None
    near = (noun for noun in tree.children(verb, "obl") if noun > verb and noun not in content)
    return next((n for n in near if tree.case(n) in words("grammar.from") and _can_tell(tree, n)), None)


def is_learned(tree: Tree, cue: Span | None, source: Span | None) -> bool:
    """Whether a cue says that somebody learned something from the source, who has said it and not merely thought it."""
    verb = top_at(tree, cue)
    told = informant(tree, verb) if verb is not None and source is not None else None
    return told is not None and source is not None and source.covers(tree.tokens[told].span)


def _can_tell(tree: Tree, noun: int) -> bool:
    """Whether a word is a name, a pronoun, or a noun for people, for a body or for what is read."""
    if tree.tokens[noun].upos in {"PROPN", "PRON"} or tree.lemma(noun) in words("nouns.people", "speakers.people"):
        return True
    return tree.lemma(noun) in words("nouns.bodies", "speakers.documents", "speakers.records", "speakers.penned")
