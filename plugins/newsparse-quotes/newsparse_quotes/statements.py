"""Whether words are spoken, written, thought, or merely done: the manner of a quote."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property

import attrs

from newsparse.model.claims import Manner
from newsparse.rules import IN_ORDER, Chooser, RuleSet
from newsparse.syntax import Tree
from newsparse_quotes.drafts.draft import Draft, Way, lemmas_at, words_at
from newsparse_quotes.drafts.planned import is_planned
from newsparse_quotes.fixed import Fixed, always
from newsparse_quotes.grammar import FINITE
from newsparse_quotes.lexicon import Cues, thoughts, words
from newsparse_quotes.marks.stretches import Outer
from newsparse_quotes.quotation import QUOTATION, QuotationCase
from newsparse_quotes.sources.letters import is_learned


@attrs.frozen(slots=False, eq=False)
class StatementCase:
    """A draft whose manner is to be decided."""

    draft: Draft
    tree: Tree
    quoted: Outer
    cues: Cues

    @cached_property
    def lemmas(self) -> list[str]:
        """The lemmas of the words of the cue."""
        return lemmas_at(self.tree, self.draft.cue)

    @cached_property
    def is_clause(self) -> bool:
        """Whether the content has a finite verb, and not only in a relative clause: "a crisis which has grown"."""
        inside = self.draft.inside(self.tree)
        return any(self.tree.tokens[word].xpos in FINITE and not self._is_relative(word, inside) for word in inside)

    def _is_relative(self, word: int, inside: Collection[int]) -> bool:
        """Whether a word is in a clause about a noun that is one of the words ``inside`` too."""
        for above in self.tree.above(word):
            if above not in inside:
                return False
            if self.tree.relation(word) == "acl:relcl":
                return True
            word = above
        return False


def judged(
    drafts: Sequence[Draft], tree: Tree, quoted: Outer, cues: Cues, chooser: Chooser = IN_ORDER
) -> Iterator[Draft]:
    """The drafts that are quotes, by what ``chooser`` says, each with its manner."""
    for draft in drafts:
        decision = STATEMENT.decide(StatementCase(draft, tree, quoted, cues), at=draft.content[0])
        manner: Manner = decision.found if decision is not None else "speech"
        case = QuotationCase(draft, manner, tree, quoted, cues)
        if not case.is_doubtful or QUOTATION.decide(case, draft.content[0], chooser) is not None:
            yield draft.having(manner=manner)


def _written(case: StatementCase) -> bool:
    return not words("speech.verbs.writing").isdisjoint(case.lemmas)


def _refused(case: StatementCase) -> bool:
    """Whether somebody or something refuses to do what is no act of speech: "refused to sell the site"."""
    if words("speech.verbs.declined").isdisjoint(case.lemmas) or _marked(case):
        return False
    inside = case.draft.inside(case.tree)
    if len(inside) <= 1:
        return False
    first, verb = inside[:2]
    return case.tree.lemma(first) in words("grammar.to") and case.cues.act(case.tree.lemma(verb)) is None


def _thought(case: StatementCase) -> bool:
    if (
        case.draft.way is Way.LIKE
        or thoughts().isdisjoint(case.lemmas)
        or is_learned(case.tree, case.draft.cue, case.draft.source)
    ):
        return False
    return not (_marked(case) and is_planned(case.tree, case.draft))


def _felt(case: StatementCase) -> bool:
    """Whether the cue is an adjective, and no words are in marks: "is not reluctant to"."""
    inside = words_at(case.tree, case.draft.cue)
    top = case.tree.top(inside) if inside else None
    return top is not None and case.tree.tokens[top].upos == "ADJ" and not _marked(case)


def _said(case: StatementCase) -> bool:
    """Whether the cue is of speech, or puts a figure on something: "put the cost at $9 million"; or there is none."""
    puts = not words("cues.putting").isdisjoint(case.lemmas)
    return not case.lemmas or puts or any(case.cues.act(lemma) for lemma in case.lemmas)


def _marked(case: StatementCase) -> bool:
    return bool(case.quoted.touching(case.draft.content))


def _clause(case: StatementCase) -> bool:
    return case.is_clause


def _punctuated(case: StatementCase) -> bool:
    """Whether the cue is a phrase or mark without a verb: "according to", a colon."""
    cue = case.draft.cue
    if cue is not None and cue.cut(case.tree.document.text).lower() in words("cues.according"):
        return True
    inside = words_at(case.tree, case.draft.cue)
    return not any(case.tree.tokens[word].upos in {"VERB", "NOUN", "AUX", "ADJ", None} for word in inside)


_rule = Fixed[StatementCase, Manner]("quotes.statement").rule
_SAID = "Ada Brook said the quay would sink."
STATEMENT: RuleSet[StatementCase, Manner] = RuleSet(
    name="quotes.statement",
    summary="Whether words are spoken, written, thought, or merely done.",
    rules=(
        _rule(
            "written",
            _written,
            "writing",
            "Written: a cue of writing",
            "Ada Brook wrote that the quay would sink.",
            _SAID,
        ),
        _rule(
            "refused",
            _refused,
            "act",
            "Done: a refusal to do what is no act of speech",
            "Ada Brook refused to sell the quay.",
            "Ada Brook refused to say who owns the quay.",
        ),
        _rule(
            "thought",
            _thought,
            "thought",
            "Thought: a cue of thinking, wishing or fearing",
            "Ada Brook believes that the quay will sink.",
            _SAID,
        ),
        _rule(
            "felt",
            _felt,
            "thought",
            "Thought: an adjective as the cue, and no words in marks",
            "Ada Brook is not reluctant to say what the quay needs.",
            "Ada Brook is blunt: “The quay needs a new wall.”",
        ),
        _rule(
            "said",
            _said,
            "speech",
            "Spoken: a cue of speech, or no cue",
            _SAID,
            "Ada Brook believes that the quay will sink.",
        ),
        _rule(
            "marks",
            _marked,
            "speech",
            "Spoken: words in marks, whatever the cue",
            "Ada Brook thundered: “The quay will sink before the spring.”",
            _SAID,
        ),
        _rule(
            "clause",
            _clause,
            "speech",
            "Spoken: a whole clause, whatever the cue",
            "Ada Brook thundered that the quay would sink.",
            _SAID,
        ),
        _rule(
            "phrase",
            _punctuated,
            "speech",
            "Spoken: a cue without a verb or noun",
            "The storm, according to Ada Brook.",
            _SAID,
        ),
        _rule(
            "act",
            always,
            "act",
            "Done: a cue that is not of speech, writing or thought, and less than a clause",
            "Ada Brook voted to close the quay.",
            _SAID,
        ),
    ),
)
