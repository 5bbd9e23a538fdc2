"""Whether what is attributed to somebody is a quote at all: said, written or thought rather than shown or done."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from functools import cached_property

import attrs

from newsparse.model import Passage, Span
from newsparse.model.claims import Manner
from newsparse.rules import Rule, RuleSet
from newsparse.syntax import Tree
from newsparse_quotes.drafts.draft import Draft, Tie, top_at, words_at
from newsparse_quotes.grammar import FINITE
from newsparse_quotes.lexicon import Cues, words
from newsparse_quotes.marks.stretches import Outer

_TRUSTED = 0.91
"""Confidence from which the model's content is believed where it is not said, written or thought."""
_EXTREME = 0.995
"""Confidence is measured as log odds, cut off here."""
_KINDS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "name", "PRON": "pronoun", "ADJ": "adjective"}


@attrs.frozen(slots=False, eq=False)
class QuotationCase:
    """A draft with its manner, of which is asked whether it is a quote."""

    draft: Draft
    manner: Manner
    tree: Tree
    quoted: Outer
    cues: Cues

    @property
    def is_doubtful(self) -> bool:
        """Whether it was guessed rather than read from the form of the text: by the model, or inside of a quote.

        Without the lemma of the cue nothing tells what is done from what is said.
        """
        cue = self.draft.cue
        words = words_at(self.tree, cue)
        return self._is_guessed and all(self.tree.tokens[word].lemma for word in words)

    @property
    def _is_guessed(self) -> bool:
        return self.draft.confidence is not None or self.draft.tie is Tie.INNER

    @cached_property
    def inside(self) -> list[int]:
        """The words of the content."""
        return self.draft.inside(self.tree)

    def top(self, span: Span | None) -> int | None:
        """The word that governs a cue or a source."""
        return top_at(self.tree, span)


def measured(case: QuotationCase, _found: object) -> Mapping[str, float]:
    """What weights may look at: form and length of the content, the kinds of cue and source, the model's certainty."""
    draft = case.draft
    tags = [case.tree.tokens[word].xpos or "" for word in case.inside]
    finite = any(tag in FINITE for tag in tags)
    form = "marks" if case.quoted.touching(draft.content) else "clause" if finite else "phrase"
    found = {f"content with {form}": 1.0, f"found by {draft.origin}": 1.0}
    found["words"] = math.log(1 + len(tags))
    found["infinitive"] = float(tags[:1] == ["TO"])
    found["question word"] = float(bool(tags) and tags[0].startswith("W"))
    if draft.confidence is not None:
        sure = min(_EXTREME, max(1 - _EXTREME, draft.confidence))
        found["certainty"] = math.log(sure / (1 - sure))
    return found | _of_cue(case, form) | _of_source(case)


def _of_cue(case: QuotationCase, form: str) -> dict[str, float]:
    """The cue's part of speech, and what kind of verb or noun it is: of speech, writing, thought, showing, deeds."""
    tree, cue = case.tree, case.draft.cue
    verb = case.top(cue)
    found = {f"cue {_kind(tree, verb)}": 1.0}
    if cue is None or verb is None:
        return found
    inside = tree.index.overlapping(cue)
    lemmas = {tree.lemma(word) for word in inside}
    found["cue words"] = float(len(inside))
    found[f"{case.manner} with {form}"] = 1.0
    if not lemmas.isdisjoint(words("speech.verbs.reporting")) or any(case.cues.act(lemma) for lemma in lemmas):
        found[f"cue of speech with {form}"] = 1.0
    found[f"cue of saying with {form}"] = float(not lemmas.isdisjoint(words("cues.saying")))
    found[f"cue of showing with {form}"] = float(not lemmas.isdisjoint(words("cues.showing")))
    found[f"cue of a deed with {form}"] = float(not lemmas.isdisjoint(words("cues.deeds")))
    return found


def _of_source(case: QuotationCase) -> dict[str, float]:
    tree, draft = case.tree, case.draft
    source = case.top(draft.source)
    found = {f"source {_kind(tree, source)}": 1.0, f"source by {draft.tie.name.lower()}": 1.0}
    if source is not None and tree.lemma(source) in words("speakers.pictures"):
        found["source is a picture"] = 1.0
    return found


def _kind(tree: Tree, word: int | None) -> str:
    return "nothing" if word is None else _KINDS.get(tree.tokens[word].upos or "", "other")


def _content(case: QuotationCase) -> Passage:
    piece = case.draft.content[0]
    return Passage(piece, case.tree.document.cut(piece))


def _rule(
    name: str, test: Callable[[QuotationCase], bool], summary: str, fires: str, quiet: str
) -> Rule[QuotationCase, Passage]:
    name = f"quotes.quotation.{name}"
    return Rule(name=name, find=_content, summary=summary, fires=fires, quiet=quiet, applies=test)


def _is(manner: Manner) -> Callable[[QuotationCase], bool]:
    return lambda case: case.manner == manner


def _is_sure(case: QuotationCase) -> bool:
    return case.draft.confidence is None or case.draft.confidence >= _TRUSTED


def _place(found: Passage) -> Span:
    return found.span


def _shown(found: Passage) -> str:
    return found.text


_SAID = "Ada Brook said the quay would sink."
QUOTATION: RuleSet[QuotationCase, Passage] = RuleSet(
    name="quotes.quotation",
    summary="Whether what is attributed to somebody is a quote at all.",
    features=measured,
    place=_place,
    shown=_shown,
    rules=(
        _rule("spoken", _is("speech"), "What is spoken", _SAID, "The council of Ambry is elected by its citizens."),
        _rule(
            "written",
            _is("writing"),
            "What is written",
            "Ada Brook wrote that the quay would sink.",
            "The council of Ambry is elected by its citizens.",
        ),
        _rule(
            "thought",
            _is("thought"),
            "What is thought, wished or feared",
            "Ada Brook believes that the quay will sink.",
            "The council of Ambry is elected by its citizens.",
        ),
        _rule(
            "sure",
            _is_sure,
            "What is done, where the model is sure of it",
            "Ada Brook pushed for the sale of the quay.",
            "The council of Ambry is elected by its citizens.",
        ),
    ),
)
