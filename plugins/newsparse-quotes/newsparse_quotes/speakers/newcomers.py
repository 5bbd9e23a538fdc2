"""Whom a pronoun means where the narrator has turned to somebody without a name: "A nurse saw it. She said"."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.model import Speaker
from newsparse_quotes.grammar import PLURAL, SUBJECTS
from newsparse_quotes.lexicon import gender_of_noun, is_human, words
from newsparse_quotes.speakers.case import SpeakerCase
from newsparse_quotes.speakers.unnamed import pronoun as nobody
from newsparse_quotes.speakers.unnamed import short

_REACH_SENTENCES = 4
"""How many sentences before its own a pronoun looks back for somebody without a name."""
_MAIN = frozenset({"root", "conj", "parataxis"})
"""Relations of verbs whose subjects the narrator tells of."""
_NAMED_BY = ("appos", "flat")
"""Relations of a name to the noun that it belongs to."""


def newcomer(case: SpeakerCase) -> Speaker | None:
    """The last one without a name of whom the narrator tells since a person whom the pronoun fits was mentioned.

    Nobody where a definite noun names somebody else since: "Tom Varga spoke. The driver was there. He said".
    """
    noun = next(_acting(case, case.gender), None) if case.gender is not None else None
    if noun is None:
        return None
    tree = case.around.tree
    determiners = tree.children(noun, "det", "nummod")
    new = any(tree.words.lower[word] in words("grammar.introducing", "speakers.another") for word in determiners)
    if not new:
        return nobody(case)
    name = short(tree.phrase(noun).cut(case.around.document.text))
    return Speaker(name=name, mention=case.passage, kind="unnamed", reason="pronoun")


def _acting(case: SpeakerCase, gender: str) -> Iterator[int]:
    """The nouns for one person without a name who acts before a pronoun and may be meant, the last first."""
    tree = case.around.tree
    for word in reversed(_stretch(case, gender)):
        if tree.relation(word) in SUBJECTS and _is_one_person(case, word, gender) and _is_told_of(case, word):
            yield word


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


def _is_one_person(case: SpeakerCase, noun: int, gender: str) -> bool:
    """Whether a noun is for one person who has no name and may have a gender."""
    tree = case.around.tree
    token = tree.tokens[noun]
    if token.upos != "NOUN" or token.xpos in PLURAL or _has_name(case, noun):
        return False
    return is_human(tree.lemma(noun)) and gender_of_noun(tree.lemma(noun)) in {None, gender}


def _has_name(case: SpeakerCase, noun: int) -> bool:
    """Whether a name stands in apposition to a noun: "a baker, Ada Brook", but not "one voter, 45"."""
    beside = case.around.tree.children(noun, *_NAMED_BY)
    return any(case.around.people_named(case.around.tree.tokens[word].span) for word in beside)


def _is_told_of(case: SpeakerCase, noun: int) -> bool:
    """Whether the narrator says in a main clause what a subject does, and not in what somebody says."""
    tree, span = case.around.tree, case.around.tree.tokens[noun].span
    verb = tree.head(noun)
    if verb is None or tree.relation(verb) not in _MAIN or case.around.quoted.touching([span]):
        return False
    return not any(piece.overlaps(span) for piece in (*case.heard, *case.content))
