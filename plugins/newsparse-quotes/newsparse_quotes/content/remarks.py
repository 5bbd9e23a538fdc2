"""What the author adds after a reported content: "it sank, a claim that he denies", "it sank, as did others"."""

from __future__ import annotations

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.grammar import ACTIVE, FINITE, NOMINAL, RELATIVE, SUBJECTS, has_finite
from newsparse_quotes.lexicon import LISTS, words
from newsparse_quotes.marks.stretches import Outer

_PAUSES = frozenset({",", "-", "--", "\u2013", "\u2014"})
"""What separates a remark from the content before it."""
_LEAST_WORDS = 2
"""Words of a content before a remark, at least."""
_REACH_WORDS = 6
"""Words of a remark among which its verb is looked for."""


def without_remark(tree: Tree, draft: Draft, quoted: Outer) -> Draft:
    """The draft without such a remark at the end of what follows its cue, outside marks."""
    last = draft.content[-1]
    if draft.cue is None or last.start < draft.cue.end or not tree.known:
        return draft
    inside = tree.index.overlapping(last)
    for word in inside[_LEAST_WORDS:-1]:
        if tree.tokens[word].text not in _PAUSES or word + 1 not in tree.index.sentence(inside[0]):
            continue
        if quoted.touching([Span(tree.tokens[word].span.start, last.end)]):
            continue
        tests = (_is_likewise, _is_verdict, _is_denied, _is_said_again)
        if any(test(tree, word + 1, inside) for test in tests) or _is_main(tree, draft.cue, word + 1):
            end = tree.tokens[word - 1].span.end
            return draft.having(content=[*draft.content[:-1], Span(last.start, end)])
    return draft


def _is_likewise(tree: Tree, first: int, inside: range) -> bool:
    """Whether others are said to do the same: "as has Ada Brook"."""
    if tree.lemma(first) not in words("grammar.as") or first + 2 not in inside:
        return False
    helps = tree.tokens[first + 1].xpos in FINITE
    rest = range(first + 2, inside.stop)
    others = tree.top(rest)
    if not helps or others is None or tree.tokens[others].upos not in NOMINAL:
        return False
    return not any(tree.tokens[w].xpos in FINITE for w in rest)


def _is_said_again(tree: Tree, first: int, inside: range) -> bool:
    """Whether the frame comes once more at the end, with a pronoun: "he said ..., (he added)"."""
    last = max((word for word in inside if tree.tokens[word].upos != "PUNCT"), default=first)
    if first + 1 != last or tree.tokens[first].xpos != "PRP":
        return False
    return tree.lemma(last) in words("speech.verbs.personal") or tree.lemma(last) in words("speech.verbs.adding")


def _is_verdict(tree: Tree, first: int, inside: range) -> bool:
    """Whether a noun says what the content is, a claim or a charge: "a claim that others have made"."""
    if tree.words.lower[first] not in words("grammar.indefinite"):
        return False
    noun = tree.head(first)
    if noun is None:
        return False
    claim = tree.lemma(noun) in LISTS.groups("cues.nouns").get("said", ()) or tree.lemma(noun) in words("cues.claims")
    ends = max(tree.below(noun)) >= max((word for word in inside if tree.tokens[word].upos != "PUNCT"), default=first)
    return claim and ends and any(child > noun for child in tree.children(noun, "acl:relcl", "acl"))


def _is_denied(tree: Tree, first: int, inside: range) -> bool:
    """Whether somebody denies the content: "which he has denied"."""
    if tree.tokens[first].xpos not in RELATIVE or tree.relation(first) in SUBJECTS:
        return False
    near = range(first + 1, min(first + _REACH_WORDS, inside.stop))
    return any(tree.lemma(word) in words("speech.verbs.denied") and tree.tokens[word].upos == "VERB" for word in near)


def _is_main(tree: Tree, cue: Span, first: int) -> bool:
    """Whether the sentence goes on after a clause with "who": "the mayor, who insists it is safe, swims there"."""
    verb = tree.top(tree.index.overlapping(cue))
    subject = next((w for w in tree.children(verb, *ACTIVE) if tree.tokens[w].xpos in RELATIVE), None) if verb else None
    if subject is None or tree.tokens[subject - 1].text != "," or tree.tokens[first].xpos not in FINITE:
        return False
    before = range(tree.index.sentence(subject).start, subject)
    return not has_finite(tree, before)
