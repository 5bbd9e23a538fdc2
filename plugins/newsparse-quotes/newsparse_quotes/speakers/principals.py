"""For whom or of whom somebody speaks who has no name: "a spokesman for the chief Ada Brook", "supporters of Ada"."""

from __future__ import annotations

from newsparse.model import Mention, Span
from newsparse.syntax import Tree
from newsparse_quotes.grammar import PLURAL, names_person
from newsparse_quotes.lexicon import is_human, words
from newsparse_quotes.speakers.around import Around

_LINKS = frozenset({"ADP", "SCONJ", "PART"})
_TITLING = frozenset({"ADJ", "DET", "NOUN", "PROPN"})
_GOVERNING = frozenset({"ADP", "VERB"})
_BEFORE_NAMES = frozenset({"ADJ", "ADP", "DET", "PRON", "PROPN"})


def is_principal(around: Around, source: Span, head: int, mention: Mention) -> bool:
    """Whether a source only says that somebody, or several, speak for or belong to whom it mentions."""
    inside = around.tree.index.overlapping(mention.span)
    if not inside or mention.label != "Person":
        return False
    if _is_stood_for(around.tree, source, mention, inside) or _is_of_several(around, source, head, mention):
        return True
    return _is_related(around.tree, source, head, inside) or _is_governed(around.tree, head, inside)


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


def _is_related(tree: Tree, source: Span, head: int, inside: range) -> bool:
    """Whether an adjective only relates another to somebody: "a diplomat close to President Ada Brook".

    What stands between may say what somebody is, but not what for: "the officer responsible for fires, Ada Brook".
    """
    for word in tree.index.overlapping(source):
        if word <= head or word + 2 > inside[0] or tree.tokens[word].upos != "ADJ" or (tree.head(word) or word) >= word:
            continue
        between = range(word + 2, inside[0])
        if tree.tokens[word + 1].upos in _LINKS and _is_of_name(tree, between):
            return True
    return False


def _is_of_name(tree: Tree, between: range) -> bool:
    """Whether the words before a name belong to it: "the late President", "Kelby Motors president", "the mayor, "."""
    titles = [word for word in between if is_human(tree.lemma(word).lower())]
    others = [tree.tokens[word] for word in between if word not in titles]
    return all(token.upos in _BEFORE_NAMES or (token.text == "," and bool(titles)) for token in others)


def _is_governed(tree: Tree, head: int, inside: range) -> bool:
    """Whether a name with a title hangs on a preposition or verb: "a colleague of health minister Ada Brook".

    After a title with a capital, or before one, the name is that of the speaker: "Chief of Police General Ada Brook",
    "the director of sports Coach Ada Brook".
    """
    word = inside[0] - 1
    if tree.tokens[head].upos != "NOUN" or tree.tokens[head].text[:1].isupper():
        return False
    capital = tree.tokens[word].text[:1].isupper()
    while word > head and _is_titling(tree, word, capital=capital):
        word -= 1
    titled = any(is_human(tree.lemma(title).lower()) for title in range(word + 1, inside[0]))
    return titled and word > head and tree.tokens[word].upos in _GOVERNING


def _is_titling(tree: Tree, word: int, *, capital: bool) -> bool:
    """Whether a word is one of a title before a name, whose last word may have a ``capital``."""
    token, above = tree.tokens[word], tree.head(word)
    if token.upos not in _TITLING or above is None or above < word:
        return False
    return token.upos != "NOUN" or not capital or token.text[:1].isupper()


def _is_of_several(around: Around, source: Span, head: int, mention: Mention) -> bool:
    """Whether several people are those of the only one named: "supporters of Senator Ada Brook", "of the victim, X"."""
    tree = around.tree
    inside = tree.index.overlapping(mention.span)
    top = tree.top(inside)
    if tree.tokens[head].xpos not in PLURAL or not names_person(mention) or len(around.people_named(source)) > 1:
        return False
    if tree.tokens[inside[0] - 1].text == "," and is_human(tree.lemma(inside[0] - 2).lower()):
        return True
    return top is not None and tree.head(top) == head and tree.relation(top) == "nmod" and bool(tree.case(top))
