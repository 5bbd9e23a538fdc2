"""Who talks in an interview or letter that a clause is about: "a talk with a baker in which he claimed"."""

from __future__ import annotations

from newsparse.model import Speaker
from newsparse.syntax import Tree
from newsparse_quotes.grammar import RELATIVE, SUBJECTS
from newsparse_quotes.lexicon import gender_of_noun, is_human, words
from newsparse_quotes.speakers.case import SpeakerCase
from newsparse_quotes.speakers.clauses import person_at, verb_of
from newsparse_quotes.speakers.unnamed import pronoun as nobody

_SINGULAR = "NN"


def interviewee(case: SpeakerCase) -> Speaker | None:
    """Whom a talk before "in which" is with, or a letter from; nobody where that has no name, or either may speak."""
    verb = verb_of(case)
    if case.gender is None or verb is None:
        return None
    talk = _talk(case.around.tree, verb)
    noun = _talker(case.around.tree, talk) if talk else None
    if talk is None or noun is None:
        return None
    if _may_be_either(case, talk.start, noun, case.gender):
        return nobody(case)
    return person_at(case, noun, case.gender) or (nobody(case) if _may_be_unnamed(case, noun) else None)


def _talk(tree: Tree, verb: int) -> range | None:
    """The words from the noun for a talk to the "which" of a clause about it, however that hangs in the tree."""
    which = next((c for c in tree.children(verb, "obl") if tree.tokens[c].xpos in RELATIVE and tree.case(c)), None)
    before = range(tree.index.sentence(verb).start, which) if which is not None else range(0)
    talks = words("speakers.settings", "cues.meeting")
    talk = next((word for word in reversed(before) if tree.lemma(word) in talks), None)
    return range(talk, before.stop) if talk is not None else None


def _talker(tree: Tree, talk: range) -> int | None:
    """The noun for whoever is asked in a talk."""
    for word in talk:
        noun = _led_by(tree, word)
        if noun is not None and (is_human(tree.lemma(noun)) or tree.tokens[noun].upos == "PROPN"):
            return noun
        if noun is not None and tree.lemma(word) in words("grammar.with"):
            return None  # "a speech with jokes from Paul Kell"
    return None


def _led_by(tree: Tree, word: int) -> int | None:
    """The noun after a preposition, if a talk is with it, or a letter from it."""
    leads = tree.relation(word) == "case" and tree.lemma(word) in words("grammar.with", "grammar.origins")
    return tree.head(word) if leads else None


def _may_be_either(case: SpeakerCase, talk: int, noun: int, gender: str) -> bool:
    """Whether whoever has a talk with somebody may be meant too: "he gave an interview with Paul Kell in which he"."""
    tree, verb = case.around.tree, case.around.tree.head(talk)
    if verb is None or tree.case(noun) not in words("grammar.with"):
        return False
    return any(person_at(case, word, gender) is not None for word in tree.children(verb, *SUBJECTS))


def _may_be_unnamed(case: SpeakerCase, noun: int) -> bool:
    """Whether a noun is for one person of fitting gender, without a name."""
    tree = case.around.tree
    fits = gender_of_noun(tree.lemma(noun)) in {None, case.gender}
    return fits and tree.tokens[noun].xpos == _SINGULAR
