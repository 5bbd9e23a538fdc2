"""What is only made to look as if somebody said it: fake letters, doctored videos, words wrongly ascribed."""

from __future__ import annotations

from newsparse.syntax import Tree
from newsparse_quotes.drafts.draft import top_at
from newsparse_quotes.grammar import NOUNS, SUBJECTS
from newsparse_quotes.lexicon import is_human, words
from newsparse_quotes.sources.case import SourceCase

FORGED = "quotes.source.forged"
"""The name of the rule for what nobody need have said."""
_DESCRIBING = ("amod", "compound", "nmod:desc")
_SETTING = ("obl", "nmod")
_WORKS = (
    "speakers.documents",
    "speakers.penned",
    "speakers.pictures",
    "cues.posted",
    "speakers.settings",
    "speakers.records",
)


def is_forged(case: SourceCase, top: int) -> bool:
    """Whether nobody need have said it: "a fake letter from Ada Brook said", "she was wrongly quoted as saying"."""
    tree = case.tree
    if _is_wrongly_ascribed(tree, top):
        return True
    source = top_at(tree, case.draft.source)
    settings = [word for word in tree.children(top, *_SETTING) if tree.case(word) in words("grammar.bringing")]
    near = [*tree.children(top, *SUBJECTS), *settings, *([source] if source is not None else [])]
    return any(is_forgery(tree, noun) for noun in near)


def is_forgery(tree: Tree, noun: int) -> bool:
    """Whether a noun is for what is written or shown, or an account, and an adjective says that it is not genuine."""
    if tree.tokens[noun].upos not in NOUNS or is_human(tree.lemma(noun)):
        return False
    if tree.lemma(noun) not in words(*_WORKS, "speakers.accounts"):
        return False
    described = tree.children(noun, *_DESCRIBING)
    return any(
        tree.lemma(word) in words("speakers.forged") or _whole(tree, word) in words("speakers.forged")
        for word in described
    )


def _whole(tree: Tree, word: int) -> str:
    """A word with what a hyphen joins to it, in small letters: "AI-generated"."""
    return tree.phrase(word).cut(tree.document.text).lower()


def _is_wrongly_ascribed(tree: Tree, top: int) -> bool:
    """Whether a verb, or the one above "as saying", says that somebody is misquoted."""
    above = tree.head(top)
    for verb in (top, above) if above is not None else (top,):
        if tree.lemma(verb) in words("cues.misquoting"):
            return True
        wrongly = any(tree.lemma(word) in words("cues.wrongly") for word in tree.children(verb, "advmod"))
        if wrongly and tree.lemma(verb) in words("cues.ascribing"):
            return True
    return False
