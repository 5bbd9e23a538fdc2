"""Whether a verb is in the passive, who is its agent, and who is only asked."""

from __future__ import annotations

from newsparse.syntax import Tree
from newsparse_quotes.grammar import ACTIVE, OBJECTS
from newsparse_quotes.lexicon import is_human, raising
from newsparse_quotes.lexicon import words as listed

_PUT = ("ccomp", "xcomp", "advcl", "obl", "parataxis")
"""Relations of what somebody is told or accused of to the verb."""


def is_asked(tree: Tree, verb: int) -> bool:
    """Whether somebody is asked or told and the text does not say by whom: "Asked whether ..., she", "he was asked"."""
    if _is_told_in_headline(tree, verb):
        return True
    if tree.lemma(verb) not in listed("cues.asking"):
        return False
    passive = bool(tree.children(verb, "aux:pass"))
    participle = passive or tree.tokens[verb].xpos == "VBN"
    bare = tree.relation(verb) == "advcl" and not tree.children(verb, *ACTIVE)
    loose = bare and tree.tokens[verb].xpos != "VBG"
    if not participle and not loose:
        return False
    perfect = any(tree.lemma(child) in listed("grammar.perfect") for child in tree.children(verb, "aux"))
    active = not passive and (perfect or bool(tree.children(verb, *ACTIVE)))
    return not active and not has_agent(tree, verb)


def _is_told_in_headline(tree: Tree, verb: int) -> bool:
    """Whether a headline leaves out that somebody was told: "Mayor told quay will sink", "Sailors urged to leave"."""
    if tree.lemma(verb) not in listed("speech.verbs.objective") or tree.tokens[verb].xpos not in {"VBD", "VBN"}:
        return False
    if tree.children(verb, "aux", "aux:pass") or not tree.children(verb, *_PUT):
        return False
    if not _is_in_headline(tree, verb):
        return False
    told = [word for word in tree.children(verb, *sorted(OBJECTS)) if word > verb]
    return not any(_is_somebody(tree, word) for word in told)


def _is_in_headline(tree: Tree, word: int) -> bool:
    """Whether a word is in a sentence without a full stop that is a line of its own."""
    sentence, text = tree.index.sentence(word), tree.document.text
    last = tree.tokens[sentence[-1]].span
    return tree.tokens[sentence[-1]].upos != "PUNCT" and text[last.end : last.end + 1] in {"", "\n"}


def _is_somebody(tree: Tree, word: int) -> bool:
    """Whether a word is for people or bodies, a pronoun or a name: not "quay", whatever its tag."""
    if tree.tokens[word].upos == "PRON" or is_human(tree.lemma(word)) or tree.lemma(word) in listed("nouns.bodies"):
        return True
    return tree.tokens[word].upos == "PROPN" and tree.tokens[word].text[:1].isupper()


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether a verb is in the passive, or a bare participle: "a man believed to be ill", "was jailed, accused of"."""
    if _is_seen_as(tree, verb):
        return True
    if tree.tokens[verb].xpos == "VBD":  # "asked" may be tagged so in "she was asked" too
        return _is_raised(tree, verb) or bool(tree.children(verb, "aux:pass"))
    if tree.tokens[verb].xpos != "VBN":
        return False
    if tree.children(verb, "aux:pass"):
        return True
    if tree.relation(verb) not in {"acl", "advcl"} or tree.children(verb, "obj", "aux"):
        return False
    return not tree.children(verb, *ACTIVE) or any(
        tree.words.lower[mark] in listed("grammar.with") for mark in tree.children(verb, "mark", "case")
    )  # "with two parties expected to win"


def _is_seen_as(tree: Tree, verb: int) -> bool:
    """Whether a participle says what something is seen as, whatever its tag: "the quay, considered a priority"."""
    if tree.relation(verb) not in {"acl", "advcl"} or tree.tokens[verb].xpos not in {"VBD", "VBN"}:
        return False
    above, seen = tree.head(verb), listed("speech.verbs.declaring", "speech.verbs.viewing")
    if above is None or above > verb or tree.lemma(verb) not in seen:
        return False
    return not tree.children(verb, *ACTIVE, "aux", "mark")


def _is_raised(tree: Tree, verb: int) -> bool:
    """Whether a verb that takes no infinitive has one: "a man believed to be ill fled", whatever the tag says."""
    to = verb + 1 < len(tree.tokens) and tree.lemma(verb + 1) in listed("grammar.to")
    if not to or tree.lemma(verb) not in raising():
        return False
    return not tree.children(verb, "obj") and any(c > verb for c in tree.children(verb, "xcomp", "ccomp"))


def has_agent(tree: Tree, verb: int) -> bool:
    """Whether a passive says by whom: "by the mayor"; not "by half" or "by Monday"."""
    return any(is_agent(tree, child, of_noun=False) for child in tree.children(verb, "obl:agent", "obl"))


def is_agent(tree: Tree, word: int, *, of_noun: bool) -> bool:
    """Whether a word is the agent of a passive, or of a noun for what is said: "by the mayor", "from the mayor"."""
    if _is_amount(tree, word) or (not of_noun and _is_means(tree, word)):
        return False
    if tree.relation(word) == "obl:agent":
        return True
    cases = {tree.lemma(child) for child in tree.children(word, "case")}
    return bool(cases & listed("grammar.origins" if of_noun else "grammar.agents"))


def _is_amount(tree: Tree, word: int) -> bool:
    """Whether a noun says how much or when, and cannot speak: "by 3 percent", "by Monday", "by half"."""
    if tree.tokens[word].upos in {"NUM", "SYM"} or tree.lemma(word) in listed("speakers.amounts"):
        return True
    return tree.lemma(word) in listed("dates.weekdays", "dates.months", "dates.units")


def _is_means(tree: Tree, word: int) -> bool:
    """Whether a noun without an article only says in which way: "told by text message", but not "by a message"."""
    if tree.tokens[word].xpos != "NN" or tree.children(word, "det", "nmod:poss", "nummod", "amod"):
        return False
    return tree.lemma(word) in listed("speakers.means")
