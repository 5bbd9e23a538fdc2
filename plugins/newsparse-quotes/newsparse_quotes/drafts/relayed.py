"""What somebody is quoted as saying, fired for saying or heard to say: their words, not those of whoever does so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse_quotes.drafts.attributing import reporting
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.drafts.listed import having
from newsparse_quotes.grammar import PASSIVE, SUBJECTS, is_infinitive, that_before
from newsparse_quotes.lexicon import words
from newsparse_quotes.marks.stretches import Outer
from newsparse_quotes.sources.tree import punished as by_gerund

RELAYED = "relayed"
"""The origin of what somebody is quoted as saying."""
_PUNISHED = "punished"
"""The origin of what somebody is fired or fined for saying, or tricked into it."""
_LET = "let"
"""The origin of what somebody is let, made or heard to say."""
_LETTING = {"VB": "cues.letting", "VBG": "cues.filming"}
"""The lists of verbs after which a base form or a participle is what another says."""


@attrs.frozen
class Relay:
    """Somebody who is quoted, punished or heard: the verb, the word that says who it is, and "saying" or "say"."""

    verb: int
    speaker: int
    saying: int
    origin: str


def relayed(tree: Tree, drafts: Sequence[Draft], quoted: Outer) -> list[Draft]:
    """``drafts`` where whoever is quoted "as saying" something, fired "for" it or heard to say it is its source."""
    result = list(drafts)
    for relay in (*_relays(tree), *_punished(tree), *_let(tree)):
        first, last = sorted((relay.verb, relay.saying))
        cue = tree.index.span(range(max(0, relay.saying - (relay.origin != _LET)), relay.saying + 1))
        frame = tree.index.span(range(first, last + 1))
        concerned = [d for d in result if any(span.overlaps(frame) for span in d.spans())]
        if relay.origin == _LET and any(piece.covers(frame) for draft in concerned for piece in draft.content):
            continue
        said = _said(tree, relay, concerned, frame, quoted)
        if said:
            result = [draft for draft in result if draft not in concerned]
            result.append(Draft(said, cue, tree.phrase(relay.speaker, barred=[relay.saying]), relay.origin))
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
            if _is_as(tree, child - 1):
                yield Relay(verb, speaker, child, RELAYED)


def _punished(tree: Tree) -> Iterator[Relay]:
    for saying in having(tree, reporting()):
        speaker, verb = by_gerund(tree, saying), tree.head(saying)
        if (
            speaker is not None
            and verb is not None
            and (tree.lemma(verb) in words("cues.punishing") or _is_led_into(tree, saying))
        ):
            yield Relay(verb, speaker, saying, _PUNISHED)


def _is_led_into(tree: Tree, saying: int) -> bool:
    """Whether somebody is led into saying something: "tricked the mayor into saying"."""
    return any(tree.lemma(mark) in words("grammar.into") for mark in tree.children(saying, "mark"))


def _let(tree: Tree) -> Iterator[Relay]:
    for saying in having(tree, reporting()):
        verb = let_by(tree, saying)
        if verb is not None:
            speakers = [*tree.children(saying, *SUBJECTS), *tree.children(verb, "obj")]
            yield from (Relay(verb, word, saying, _LET) for word in speakers if verb < word < saying)


def let_by(tree: Tree, saying: int) -> int | None:
    """The verb by which somebody lets, makes or hears another say something: "let him say", "filmed him saying"."""
    verb = tree.head(saying) if tree.relation(saying) in {"xcomp", "ccomp", "advcl"} else None
    listed = _LETTING.get(tree.tokens[saying].xpos or "")
    if verb is None or listed is None or tree.lemma(verb) not in words(listed):
        return None
    if tree.relation(saying) == "advcl" and tree.tokens[saying - 1].upos == "PUNCT":
        return None
    return verb if verb < saying and not is_infinitive(tree, saying) else None


def _quoted(tree: Tree, verb: int) -> int | None:
    """The word for who is quoted: the object of an active verb, the subject of a passive one with its agent."""
    speakers = [word for word in tree.children(verb, "obj", "iobj") if word > verb]
    if tree.children(verb, "obl:agent"):
        speakers = tree.children(verb, *PASSIVE)
    return speakers[0] if speakers else None


def _is_as(tree: Tree, word: int) -> bool:
    return tree.lemma(word) in words("grammar.as")


def _said(tree: Tree, relay: Relay, concerned: Sequence[Draft], frame: Span, quoted: Outer) -> list[Span]:
    """What is said: the words in marks that were found beside the verb, else the clause after "saying"."""
    found = [piece for draft in concerned for piece in draft.content if not piece.overlaps(frame)]
    if quoted.touching(found):
        return sorted(set(found))
    for clause in tree.children(relay.saying, "ccomp", "parataxis"):
        if clause > relay.saying:
            whole = tree.phrase(clause, barred=that_before(tree, clause))
            return [Span(min([whole.start, *_broken_off(tree, relay.saying, clause)]), whole.end)]
    return sorted(set(found))


def _broken_off(tree: Tree, saying: int, clause: int) -> list[int]:
    """Where the subject of a clause begins that the tree takes for the object of "saying": "saying (it) was old"."""
    objects = tree.children(saying, "obj") if not tree.children(clause, *SUBJECTS) else []
    return [tree.phrase(word).start for word in objects]
