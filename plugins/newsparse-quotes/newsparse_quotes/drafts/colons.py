"""Words in marks between a colon and a clause that says who says them: "LOWMERE: “It sinks,” said Ada Brook"."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse_quotes.drafts.attributing import reporting
from newsparse_quotes.drafts.draft import Draft, words_at
from newsparse_quotes.grammar import ACTIVE, RELATIVE
from newsparse_quotes.lexicon import words
from newsparse_quotes.marks.stretches import Outer

_COLON = ":"
_UNFINISHED = frozenset(",?!")
"""Marks at the end of words in marks whose sentence may go on behind them."""
_MOST_WORDS = 16
"""How many words behind the marks the verb is, at most."""
_INSIDE = frozenset({"acl", "acl:relcl", "advcl:relcl"})
"""Relations of clauses about one of the words before."""
_STATING = frozenset({"VBD", "VBZ", "VBP"})


def cued_behind(text: str, tree: Tree, drafts: Sequence[Draft], quoted: Outer) -> list[Draft]:
    """``drafts`` with the verb of such a clause for their cue, in place of the colon; who says it is found anew.

    What the model finds for that verb already goes before.
    """
    result = []
    for draft in drafts:
        found = _behind(text, tree, draft, quoted)
        if found is None:
            result.append(draft)
        elif not any(other.cue == found.cue for other in drafts):
            result.append(found)
    return result


def _behind(text: str, tree: Tree, draft: Draft, quoted: Outer) -> Draft | None:
    """The draft with the verb behind its words in marks; None where the colon is no cue, or no such clause follows."""
    cue, first = draft.cue, draft.content[0]
    if cue is None or cue.end > first.start or text[cue.start : cue.end] != _COLON:
        return None
    stretch = next(iter(quoted.near(first)), None)
    if stretch is None or text[stretch.content.end - 1] not in _UNFINISHED:
        return None
    verb = _verb(tree, stretch.close)
    content = [piece for piece in draft.content if piece.start < stretch.content.end]
    if verb is None or not content:
        return None
    last = Span(content[-1].start, min(content[-1].end, stretch.content.end))
    return draft.having(content=[*content[:-1], last], cue=tree.tokens[verb].span, source=None)


def _verb(tree: Tree, mark: Span | None) -> int | None:
    """The verb of saying, with its subject, that follows a closing mark in its sentence."""
    inside = words_at(tree, mark)
    closing = inside[-1] if inside else len(tree.tokens)
    if closing + 1 >= len(tree.tokens) or tree.tokens[closing + 1].xpos in RELATIVE:
        return None
    for verb in range(closing + 1, min(tree.index.sentence(closing).stop, closing + _MOST_WORDS)):
        if tree.lemma(verb) in reporting():
            own = any(subject > closing for subject in tree.children(verb, *ACTIVE))
            return verb if own and tree.relation(verb) not in _INSIDE and not _says_more(tree, verb) else None
    return None


def _says_more(tree: Tree, verb: int) -> bool:
    """Whether a verb is followed by what is said, and not just by who is told it: "said nothing"."""
    telling = tree.lemma(verb) in words("speech.verbs.telling")
    after = tree.children(verb, "ccomp", "xcomp", *(() if telling else ("obj",)))
    return any(word > verb for word in after)
