"""A word that may attribute something inside a quote, and what can be asked of it."""

from __future__ import annotations

from functools import cached_property

import attrs

from newsparse.syntax import Tree
from newsparse_quotes.drafts.attributing import is_shown, reporting
from newsparse_quotes.grammar import PASSIVE
from newsparse_quotes.lexicon import words
from newsparse_quotes.marks.stretches import Outer


@attrs.frozen(slots=False, eq=False)
class InnerCase:
    """A word of saying or thinking inside a quote; ``inner`` are the stretches in marks inside others.

    ``spoken`` says that the quote is in marks; of what is only reported, whole clauses alone count. A word that is not
    ``within`` a quote may attribute what the model has found as well.
    """

    tree: Tree
    verb: int
    inner: Outer
    spoken: bool = True
    within: bool = True

    @cached_property
    def lemma(self) -> str:
        """The lemma of the word."""
        return self.tree.lemma(self.verb)

    @cached_property
    def is_noun(self) -> bool:
        """Whether the word is a noun: "the claim that"."""
        return self.tree.tokens[self.verb].upos == "NOUN"

    @cached_property
    def is_reporting(self) -> bool:
        """Whether the word attributes a clause, and not just what is asked for or how something is seen."""
        return self.tree.tokens[self.verb].upos != "VERB" or self.lemma in reporting() or is_shown(self.tree, self.verb)

    @cached_property
    def is_intending(self) -> bool:
        """Whether the word says what somebody will do."""
        return self.lemma in words("speech.verbs.intending")

    @cached_property
    def is_passive(self) -> bool:
        """Whether somebody is told or asked what follows, and nothing says by whom."""
        tree = self.tree
        if not self.is_intending and self.lemma not in words("speech.verbs.telling"):
            return False
        return bool(tree.children(self.verb, *PASSIVE, "aux:pass")) and not tree.children(self.verb, "obl:agent")

    @cached_property
    def takes_matter(self) -> bool:
        """Whether the object of the word, a verb, is what is said."""
        if self.lemma in words("speech.verbs.matter"):
            return True
        return self.within and self.lemma in words("speech.verbs.inner-matter")
