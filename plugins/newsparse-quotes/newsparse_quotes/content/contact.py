"""Clauses about a noun that have no pronoun before them: "the quay (Ada Brook said would sink) is old"."""

from __future__ import annotations

from newsparse.model import Span
from newsparse.syntax import Tree
from newsparse_quotes.drafts.draft import Draft, words_at
from newsparse_quotes.grammar import ACTIVE, FINITE, NOMINAL, NOUNS, RELATIVE
from newsparse_quotes.lexicon import is_human, words
from newsparse_quotes.marks.stretches import Outer

_MOST_WORDS = 4
"""Words of whoever is described in such a clause, at most: "the old harbour master"."""
_VERBS = frozenset({"VERB", "AUX"})
_PLURAL, _GERUND = "NNS", "VBG"
_COMMON = frozenset({"NN", _PLURAL})
_LINKING = frozenset({"SCONJ", "CCONJ", "PRON", "PUNCT"})
"""Parts of speech of words after which a verb need not be that of the main clause."""


def apart(tree: Tree, draft: Draft, quoted: Outer) -> Draft:
    """The draft without the main clause around one about a noun, which is not said: "would sink", and not "is old".

    Such a clause is known by the verb right after its cue, whose subject is the noun before it.
    """
    inside = words_at(tree, draft.cue)
    if len(inside) != 1 or not tree.known or quoted.touching(draft.content):
        return draft
    start, teller = tree.tokens[inside[0]].span.end + 1, _teller(tree, inside[0])
    after = next((piece for piece in draft.content if piece.start == start), None)
    if after is None or teller is None or not _is_about_noun(tree, teller, inside[0]):
        return draft
    noun = tree.tokens[teller.start - 1].span
    content = [piece for piece in draft.content if piece.end != noun.end and piece != after]
    return draft.having(content=sorted([*content, _to_main(tree, after)]), source=tree.index.span(teller))


def _is_about_noun(tree: Tree, teller: range, verb: int) -> bool:
    """Whether a noun comes right before whoever says something, and the verb that belongs to it right after that."""
    before, after = teller.start - 1, verb + 1
    if before < tree.index.sentence(verb).start or after >= tree.index.sentence(verb).stop:
        return False
    if tree.tokens[before].xpos in RELATIVE:
        return tree.tokens[after].upos in _VERBS or _is_finite(tree, after)
    if tree.tokens[before].upos not in NOUNS:
        return False
    return _is_finite(tree, after) or (_may_go_on(tree, before, after) and _is_apart(tree, before, teller))


def _may_go_on(tree: Tree, noun: int, after: int) -> bool:
    """Whether a word after the cue may be the verb that belongs to the noun before it, whatever its tag.

    It may be taken for something else: "the man police say (shot) the guard". What opens a clause with a subject is
    none: "the app Kellchat said (that) they would pay", "Ms Brook said (sailing) was hard".
    """
    token = tree.tokens[after]
    if token.upos in _VERBS:
        return token.xpos != _GERUND or tree.relation(after) == "mark"
    opening = words("grammar.closed.conjunctions", "grammar.closed.determiners")
    opens = tree.words.lower[after] in opening or token.upos in NOMINAL
    return not opens and tree.relation(noun) in ACTIVE and tree.head(noun) == after - 1


def _is_apart(tree: Tree, noun: int, teller: range) -> bool:
    """Whether a noun is no title or setting of whoever says something: not "the mayor Ada", "in May the mayor"."""
    return not tree.case(noun) and (tree.tokens[teller.start].xpos == _PLURAL or not _may_tell(tree, noun))


def _is_finite(tree: Tree, word: int) -> bool:
    """Whether a word is a finite verb, an auxiliary or a modal one, whatever its tag."""
    return tree.tokens[word].xpos in FINITE or tree.words.lower[word] in words("grammar.irreal", "grammar.finite")


def _teller(tree: Tree, verb: int) -> range | None:
    """The words for whoever says something right before a verb: a name, a pronoun, "police", "the mayor"."""
    end = tree.tokens[verb - 1].span.end if verb else 0
    named = (m for m in tree.document.mentions if m.form == "named" and m.span.end == end)
    first = next((inside[0] for mention in named if (inside := tree.index.overlapping(mention.span))), None)
    if first is None and verb:
        first = _described(tree, verb - 1)
    return range(first, verb) if first is not None and first < verb else None


def _described(tree: Tree, last: int) -> int | None:
    """The first word of a pronoun, a plural noun without an article or a noun with one that ends at ``last``."""
    if tree.tokens[last].xpos == "PRP":
        return last
    if tree.tokens[last].xpos not in _COMMON or not _may_tell(tree, last):
        return None
    if tree.tokens[last].xpos == _PLURAL and _follows_noun(tree, last):
        described = tree.tokens[last - 1].upos in NOUNS and _follows_noun(tree, last - 1)
        return last - 1 if described else last  # "a strike that company executives said", "the man police say"
    near = range(last - 1, max(last - _MOST_WORDS, tree.index.sentence(last).start) - 1, -1)
    return next((word for word in near if tree.tokens[word].upos == "DET"), None)


def _follows_noun(tree: Tree, word: int) -> bool:
    """Whether a noun or a relative pronoun comes right before a word in its sentence."""
    before = tree.tokens[word - 1] if word > tree.index.sentence(word).start else None
    return before is not None and (before.upos in NOUNS or before.xpos in RELATIVE)


def _may_tell(tree: Tree, noun: int) -> bool:
    """Whether a noun is one for people or a body."""
    return is_human(tree.lemma(noun)) or tree.lemma(noun) in words("nouns.bodies")


def _to_main(tree: Tree, piece: Span) -> Span:
    """A piece up to the verb of the main clause: the next finite one after its own that nothing else leads to."""
    inside = tree.index.overlapping(piece)
    for word in inside[2:]:
        if tree.tokens[word].upos in _LINKING or tree.tokens[word].xpos in RELATIVE:
            return piece
        if _is_finite(tree, word):
            return Span(piece.start, tree.tokens[word - 1].span.end)
    return piece
