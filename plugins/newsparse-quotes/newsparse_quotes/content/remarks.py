"""What the author adds after a reported content: "it sank, a claim that he denies", "it sank, as did others"."""

from __future__ import annotations

from functools import cached_property

import attrs

from newsparse.model import Span
from newsparse.rules import RuleSet
from newsparse.syntax import Tree
from newsparse_quotes.drafts.draft import Draft, top_at
from newsparse_quotes.fixed import Fixed
from newsparse_quotes.grammar import ACTIVE, FINITE, NOMINAL, RELATIVE, SUBJECTS, has_finite
from newsparse_quotes.lexicon import LISTS, words
from newsparse_quotes.marks.stretches import Outer

_PAUSES = frozenset({",", "-", "--", "\u2013", "\u2014"})
"""What separates a remark from the content before it."""
_LEAST_WORDS = 2
"""Words of a content before a remark, at least."""
_REACH_WORDS = 6
"""Words of a remark among which its verb is looked for."""


@attrs.frozen(slots=False, eq=False)
class RemarkCase:
    """The words ``inside`` a content from the word ``first`` on, which comes after a comma or dash, and its ``cue``."""

    tree: Tree
    cue: Span
    inside: range
    first: int

    @cached_property
    def last(self) -> int:
        """The last word of the content that is no punctuation mark."""
        return max((word for word in self.inside if self.tree.tokens[word].upos != "PUNCT"), default=self.first)


def without_remark(tree: Tree, draft: Draft, quoted: Outer) -> Draft:
    """The draft without such a remark at the end of what follows its cue, outside marks."""
    last = draft.content[-1]
    if draft.cue is None or last.start < draft.cue.end or not tree.known:
        return draft
    inside = tree.index.overlapping(last)
    for word in inside[_LEAST_WORDS:-1]:
        if tree.tokens[word].text not in _PAUSES or word + 1 not in tree.index.sentence(inside[0]):
            continue
        rest = Span(tree.tokens[word].span.start, last.end)
        if quoted.touching([rest]):
            continue
        if REMARK.decide(RemarkCase(tree, draft.cue, inside, word + 1), at=rest) is not None:
            end = tree.tokens[word - 1].span.end
            return draft.having(content=[*draft.content[:-1], Span(last.start, end)])
    return draft


def _is_likewise(case: RemarkCase) -> bool:
    """Whether others are said to do the same: "as has Ada Brook"."""
    tree, first = case.tree, case.first
    if tree.lemma(first) not in words("grammar.as") or first + 2 not in case.inside:
        return False
    helps = tree.tokens[first + 1].xpos in FINITE
    rest = range(first + 2, case.inside.stop)
    others = tree.top(rest)
    if not helps or others is None or tree.tokens[others].upos not in NOMINAL:
        return False
    return not has_finite(tree, rest)


def _is_said_again(case: RemarkCase) -> bool:
    """Whether the frame comes once more at the end, with a pronoun: "he said ..., (he added)"."""
    tree, first = case.tree, case.first
    if first + 1 != case.last or tree.tokens[first].xpos != "PRP":
        return False
    return tree.lemma(case.last) in words("speech.verbs.personal", "speech.verbs.adding")


def _is_verdict(case: RemarkCase) -> bool:
    """Whether a noun says what the content is, a claim or a charge: "a claim that others have made"."""
    tree, first = case.tree, case.first
    if tree.words.lower[first] not in words("grammar.indefinite"):
        return False
    noun = tree.head(first)
    if noun is None:
        return False
    claim = tree.lemma(noun) in LISTS.groups("cues.nouns").get("said", ()) or tree.lemma(noun) in words("cues.claims")
    ends = max(tree.below(noun)) >= case.last
    return claim and ends and any(child > noun for child in tree.children(noun, "acl:relcl", "acl"))


def _is_denied(case: RemarkCase) -> bool:
    """Whether somebody denies the content: "which he has denied"."""
    tree, first = case.tree, case.first
    if tree.tokens[first].xpos not in RELATIVE or tree.relation(first) in SUBJECTS:
        return False
    near = range(first + 1, min(first + _REACH_WORDS, case.inside.stop))
    return any(tree.lemma(word) in words("speech.verbs.denied") and tree.tokens[word].upos == "VERB" for word in near)


def _is_main(case: RemarkCase) -> bool:
    """Whether the sentence goes on after a clause with "who": "the mayor, who insists it is safe, swims there"."""
    tree, verb = case.tree, top_at(case.tree, case.cue)
    subject = next((w for w in tree.children(verb, *ACTIVE) if tree.tokens[w].xpos in RELATIVE), None) if verb else None
    if subject is None or tree.tokens[subject - 1].text != "," or tree.tokens[case.first].xpos not in FINITE:
        return False
    before = range(tree.index.sentence(subject).start, subject)
    return not has_finite(tree, before)


_rule = Fixed[RemarkCase, str]("quotes.remark").rule
REMARK: RuleSet[RemarkCase, str] = RuleSet(
    name="quotes.remark",
    summary="Why words after a comma or dash in a reported content are the author's, and end it.",
    rules=(
        _rule(
            "likewise",
            _is_likewise,
            "likewise",
            "Others do or are the same",
            "Two members of the council said the quay would close, as has Tom Varga, the harbour master.",
            "Two sailors said the quay was old, as they had to pay.",
        ),
        _rule(
            "verdict",
            _is_verdict,
            "verdict",
            "A noun says what the content is: a claim, a charge",
            "The mayor said the quay was rotten, a charge that the owner has denied.",
            "The mayor said the quay was rotten, a quay that the owner has sold.",
        ),
        _rule(
            "denied",
            _is_denied,
            "denial",
            "Somebody denies the content",
            "The mayor said Tom Varga had sold the lamps, which he has denied.",
            "The mayor said Tom Varga had sold the lamps, which he had bought in May.",
        ),
        _rule(
            "said-again",
            _is_said_again,
            "frame",
            "A pronoun and a verb of speech say once more who speaks",
            "The council said the quay was closed, it added.",
            "The council said the quay was closed, and it sank.",
        ),
        _rule(
            "main",
            _is_main,
            "main clause",
            'The main clause goes on after one with "who"',
            "The mayor, who insists the pool is safe, clean and full, does not swim.",
            "The mayor insists that the pool, which is new, is safe.",
        ),
    ),
)
