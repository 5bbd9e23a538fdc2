"""Whom a pronoun means where the narrator has turned to somebody without a name: "A nurse saw it. She said"."""

from __future__ import annotations

from newsparse.model import Speaker
from newsparse.syntax import Tree
from newsparse_quotes.grammar import PLURAL, SUBJECTS
from newsparse_quotes.lexicon import gender_of_noun, is_human, words
from newsparse_quotes.speakers.case import SpeakerCase
from newsparse_quotes.speakers.topics import words_before
from newsparse_quotes.speakers.unnamed import short

_REACH_SENTENCES = 4
"""How many sentences before its own a pronoun looks back for somebody without a name."""
_MAIN = frozenset({"root", "conj", "parataxis"})
"""Relations of verbs whose subjects the narrator tells of."""
_TELLING = frozenset({"appos", "xcomp"})
"""Relations of nouns that say what somebody else is: "Ada Brook, a baker", "became a baker"."""
_NAMING = ("appos", "flat", "nmod:desc")
"""Relations of a name to the noun that it names."""
_PRESENT = frozenset({"VBZ", "VBP"})
"""Tags of verbs in the present."""


def newcomer(case: SpeakerCase) -> Speaker | None:
    """The last one without a name of whom the narrator tells since a person whom the pronoun fits was mentioned.

    Not whom the text has told of before: "The designer" may be whoever spoke. Nor who spoke last, whatever the words.
    """
    if case.gender is None or case.around.quoted.touching([case.passage.span]):
        return None
    stretch = _stretch(case, case.gender)
    noun = next((word for word in reversed(stretch) if _acts(case, word)), None)
    if noun is None or not _is_brought_in(case, noun, stretch) or _spoke_last(case, noun):
        return None
    name = short(case.around.tree.phrase(noun).cut(case.around.document.text))
    return Speaker(name=name, mention=case.passage, kind="unnamed", reason="pronoun")


def _spoke_last(case: SpeakerCase, noun: int) -> bool:
    """Whether a noun describes who spoke last."""
    told = case.described
    return told is not None and told.span.overlaps(case.around.tree.tokens[noun].span)


def is_after(case: SpeakerCase) -> bool:
    """Whether the words before bring in somebody without a name, whom "the man" may mean: "Ada Brook met a baker"."""
    tree, stretch = case.around.tree, words_before(case)
    gender = gender_of_noun(case.noun)
    inside = tree.index.overlapping(stretch) if gender is not None else ()
    return any(_is_new(tree, word) and _is_stranger(case, word, gender) for word in inside)


def _is_stranger(case: SpeakerCase, noun: int, gender: str | None) -> bool:
    """Whether a noun is for one person without a name who may have a gender, and tells nothing of somebody else."""
    tree, token = case.around.tree, case.around.tree.tokens[noun]
    if tree.relation(noun) in _TELLING or tree.children(noun, "cop") or case.around.quoted.touching([token.span]):
        return False
    return is_nameless(case, noun, gender)


def _is_brought_in(case: SpeakerCase, noun: int, stretch: range) -> bool:
    """Whether a noun, or the same one before it, brings somebody in: "met a man. The man left. He said"."""
    tree = case.around.tree
    return any(tree.lemma(word) == tree.lemma(noun) and _is_new(tree, word) for word in stretch if word <= noun)


def _is_new(tree: Tree, noun: int) -> bool:
    """Whether the words before a noun say that it is somebody new: "a sailor", "one sailor", "another sailor"."""
    before = (tree.words.lower[word] for word in tree.children(noun, "det", "nummod"))
    return any(word in words("grammar.introducing", "speakers.another") for word in before)


def _stretch(case: SpeakerCase, gender: str) -> range:
    """The words between the last mention of a person of that gender and the pronoun, in its and the last sentences."""
    tree, place = case.around.tree, case.passage.span.start
    inside = tree.index.overlapping(case.passage.span)
    if not inside:
        return range(0)
    start = tree.index.sentence(inside[0]).start
    for _ in range(_REACH_SENTENCES):
        start = tree.index.sentence(start - 1).start if start else 0
    last = case.around.mention_before(place, gender)
    known = tree.index.overlapping(last.span) if last is not None else ()
    return range(max(start, known[-1] + 1) if known else start, inside[0])


def _acts(case: SpeakerCase, noun: int) -> bool:
    """Whether a word is the subject of a main clause that the narrator tells, and a noun for one who may be meant."""
    tree, span = case.around.tree, case.around.tree.tokens[noun].span
    verb = tree.head(noun) if tree.relation(noun) in SUBJECTS else None
    if (
        verb is None
        or tree.relation(verb) not in _MAIN
        or not is_nameless(case, noun, case.gender)
        or _is_any(tree, noun, verb)
    ):
        return False
    told = any(piece.overlaps(span) for piece in (*case.heard, *case.content))
    return not told and not case.around.quoted.touching([span])


def is_nameless(case: SpeakerCase, noun: int, gender: str | None) -> bool:
    """Whether a noun is for one person who has no name and may have a gender."""
    tree = case.around.tree
    token, lemma = tree.tokens[noun], tree.lemma(noun)
    if token.upos != "NOUN" or token.xpos in PLURAL or not is_human(lemma):
        return False
    return (gender is None or gender_of_noun(lemma) in {None, gender}) and not _has_name(case, noun)


def _has_name(case: SpeakerCase, noun: int) -> bool:
    """Whether a name stands in apposition to a noun: "a baker, Ada Brook", but not "one voter, 45"."""
    beside = case.around.tree.children(noun, *_NAMING)
    return any(case.around.people_named(case.around.tree.tokens[word].span) for word in beside)


def _is_any(tree: Tree, noun: int, verb: int) -> bool:
    """Whether a clause is about all of a kind: "a nurse sees a lot", "a nurse can see it"."""
    articles = (tree.words.lower[word] for word in tree.children(noun, "det"))
    if not any(article in words("grammar.indefinite") for article in articles):
        return False
    if tree.tokens[verb].xpos in _PRESENT:
        return True
    return any(tree.tokens[word].xpos in _PRESENT for word in tree.children(verb, "cop")) or any(
        tree.tokens[word].xpos == "MD" for word in tree.children(verb, "aux")
    )
