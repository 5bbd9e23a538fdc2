"""For whom or of whom somebody speaks who has no name: "a spokesman for the chief Ada Brook", "supporters of Ada"."""

from __future__ import annotations

from newsparse.model import Mention, Span
from newsparse.syntax import Tree
from newsparse_quotes.grammar import PLURAL, names_person
from newsparse_quotes.lexicon import is_human, words
from newsparse_quotes.speakers.around import Around


def is_principal(around: Around, source: Span, head: int, mention: Mention) -> bool:
    """Whether a source only says that somebody, or several, speak for or belong to whom it mentions."""
    inside = around.tree.index.overlapping(mention.span)
    if not inside or mention.label != "Person":
        return False
    return _is_stood_for(around.tree, source, mention, inside) or _is_of_several(around, source, head, mention)


def _is_stood_for(tree: Tree, source: Span, mention: Mention, inside: range) -> bool:
    """Whether another speaks "for" somebody with a title: "a spokesman for EU chief Ada Brook"."""
    title = inside[0] - 1 if mention.form == "named" else inside[-1]
    if tree.tokens[title].xpos in PLURAL or not is_human(tree.lemma(title).lower()):
        return False
    before = [word for word in tree.index.overlapping(source) if word < title]
    after = [word + 1 for word in before if tree.lemma(word) in words("nouns.people.proxy")]
    if not after or tree.lemma(after[0]) not in words("grammar.for"):
        return False
    return all(tree.tokens[word].upos != "PUNCT" for word in range(after[0], title))


def _is_of_several(around: Around, source: Span, head: int, mention: Mention) -> bool:
    """Whether several people are only those of the one who is named: "supporters of Senator Ada Brook"."""
    tree = around.tree
    top = tree.top(tree.index.overlapping(mention.span))
    if tree.tokens[head].xpos not in PLURAL or not names_person(mention) or len(around.people_named(source)) > 1:
        return False
    return top is not None and tree.head(top) == head and tree.relation(top) == "nmod" and bool(tree.case(top))
