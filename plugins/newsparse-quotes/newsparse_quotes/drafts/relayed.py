"""What an outlet quotes somebody as saying: "the mayor was quoted by the Post as saying that" are the mayor's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.drafts.listed import having
from newsparse_quotes.grammar import PASSIVE, that_before
from newsparse_quotes.lexicon import words
from newsparse_quotes.marks.stretches import Outer

RELAYED = "relayed"
"""The origin of what somebody is quoted as saying."""


@attrs.frozen
class Relay:
    """Somebody who is quoted: the verb, the word that says who it is, and the participle "saying"."""

    verb: int
    speaker: int
    saying: int


def relayed(tree: Tree, drafts: Sequence[Draft], quoted: Outer) -> list[Draft]:
    """``drafts`` where whoever is quoted "as saying" something is its source, and not the one who quotes."""
    result = list(drafts)
    for relay in _relays(tree):
        cue = tree.index.span(range(relay.saying - 1, relay.saying + 1))
        frame = tree.index.span(range(relay.verb, relay.saying + 1))
        concerned = [d for d in result if any(span.overlaps(frame) for span in d.spans())]
        said = _said(tree, relay, concerned, frame, quoted)
        if said:
            result = [draft for draft in result if draft not in concerned]
            result.append(Draft(said, cue, tree.phrase(relay.speaker, barred=[relay.saying]), RELAYED))
    return result


def quoter(tree: Tree, draft: Draft) -> Span | None:
    """The words for whoever quotes somebody as saying a draft; None where nobody does."""
    saying = tree.top(tree.index.overlapping(draft.cue)) if draft.origin == RELAYED and draft.cue is not None else None
    verb = tree.head(saying) if saying is not None else None
    quoting = tree.children(verb, "nsubj", "obl:agent") if verb is not None else []
    return tree.phrase(quoting[0], ("case",)) if quoting else None


def _relays(tree: Tree) -> Iterator[Relay]:
    for verb in having(tree, words("cues.referring")):
        speaker = _quoted(tree, verb) if tree.tokens[verb].upos == "VERB" else None
        if speaker is None:
            continue
        for child in tree.children(verb, "advcl", "xcomp"):
            if child > max(verb, speaker) and tree.tokens[child].xpos == "VBG" and _is_as(tree, child - 1):
                yield Relay(verb, speaker, child)


def _quoted(tree: Tree, verb: int) -> int | None:
    """The word for who is quoted: the object of an active verb, the subject of a passive one with its agent."""
    speakers = [word for word in tree.children(verb, "obj", "iobj") if word > verb]
    if not speakers and tree.children(verb, "obl:agent"):
        speakers = tree.children(verb, *PASSIVE)
    return speakers[0] if speakers else None


def _is_as(tree: Tree, word: int) -> bool:
    return tree.lemma(word) in words("grammar.as")


def _said(tree: Tree, relay: Relay, concerned: Sequence[Draft], frame: Span, quoted: Outer) -> list[Span]:
    """What is said: the words in marks that were found beside the verb, else the clause after "saying"."""
    found = [piece for draft in concerned for piece in draft.content if not piece.overlaps(frame)]
    if found and quoted.touching(found):
        return sorted(set(found))
    for clause in tree.children(relay.saying, "ccomp", "parataxis"):
        if clause > relay.saying:
            that = that_before(tree, clause)
            return [tree.phrase(clause, barred=that)]
    return sorted(set(found))
