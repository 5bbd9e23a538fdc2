"""Words that attribute: verbs and nouns of saying, and the words by which they lead to what is said."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newsparse.syntax import Tree
from newsparse_quotes.drafts.listed import first_words
from newsparse_quotes.grammar import ACTIVE, NOMINAL, RELATIVE, is_infinitive
from newsparse_quotes.lexicon import words

_OPENING = frozenset({"PUNCT", "SCONJ", "CCONJ"})
"""Parts of speech of words after which a clause begins."""
_GERUND = "VBG"


@cache
def reporting() -> frozenset[str]:
    """Lemmas of verbs that attribute a clause or an infinitive inside a quote."""
    saying = words("speech.verbs.inner", "speech.verbs.reporting", "speech.verbs.said")
    saying |= words("speech.verbs.denied", "speech.verbs.promised", "speech.verbs.proposed")
    asking = words("speech.verbs.demanded", "speech.verbs.directing")
    return (saying | asking | words("speech.verbs.intending")) - words("cues.perceiving", "cues.training")


@cache
def pledges() -> frozenset[str]:
    """Nouns that attribute an infinitive: "the pledge to", "a call to", "the plan to"."""
    asking = words("cues.nouns.demanded", "cues.nouns.declined")
    return asking | words("cues.nouns.promised", "cues.nouns.proposed", "cues.pledges")


def pledged(tree: Tree, noun: int) -> int | None:
    """The head of the infinitive after a noun for what somebody will do; no gerund: "her commitment to mending it"."""
    clauses = (clause for clause in tree.children(noun, "acl", "xcomp") if is_infinitive(tree, clause))
    return next((clause for clause in clauses if tree.tokens[clause].xpos != _GERUND), None)


def is_shown(tree: Tree, verb: int) -> bool:
    """Whether a study, a poll or another text shows or finds something, as texts speak."""
    subject = tree.subject(verb) if tree.lemma(verb) in words("cues.perceiving") else None
    if subject is not None and tree.tokens[subject].xpos in RELATIVE and tree.relation(verb) == "acl:relcl":
        subject = tree.head(verb)  # "a study that found"
    return subject is not None and tree.lemma(subject) in words("speakers.documents", "speakers.records")


def seen_as(tree: Tree, verb: int) -> Iterator[tuple[int, int]]:
    """The "as" after a verb, with the head of what somebody or something is seen as: "as a ruin"."""
    yield from _led(tree, verb, ("obl", "xcomp", "advcl"), "grammar.as")


def put_at(tree: Tree, verb: int) -> Iterator[tuple[int, int]]:
    """The "at" after a verb, with the head of the amount: "at $3 million"."""
    for particle, head in _led(tree, verb, ("obl",), "grammar.at"):
        if any(tree.tokens[word].upos in {"NUM", "SYM"} for word in tree.below(head)):
            yield particle, head


def _led(tree: Tree, verb: int, relations: tuple[str, ...], particles: str) -> Iterator[tuple[int, int]]:
    for child in tree.children(verb, *relations):
        leading = (mark for mark in tree.children(child, "case", "mark") if tree.lemma(mark) in words(particles))
        particle = next(leading, None)
        if particle is not None and child > verb:
            yield particle, child


def charged(tree: Tree, verb: int, plea: int) -> int:
    """Where a plea ends with what follows at once: "guilty (to theft)"; the charges that others bring stay outside."""
    for above in (plea, verb):
        for charge in tree.children(above):
            phrase = tree.phrase(charge)
            first = tree.index.overlapping(phrase)[0]
            told = tree.lemma(charge) in words("cues.nouns.said")
            if first == plea + 1 and tree.lemma(first) in words("grammar.to") and not told:
                return phrase.end
    return tree.tokens[plea].span.end


def _opens(tree: Tree, word: int) -> bool:
    """Whether a word is the first of its sentence or clause: after "that" or "which", with or without a comma."""
    before = word - 1 - (word > 0 and tree.tokens[word - 1].text == ",")
    if before < tree.index.sentence(word).start or tree.tokens[before].upos in _OPENING:
        return True
    return tree.tokens[before].xpos in RELATIVE


def authority(tree: Tree, word: int) -> int | None:
    """The noun after "according to" that begins with a word; None where no such phrase begins."""
    if tree.words.lower[word] not in first_words():
        return None
    after = word + 2
    if after >= tree.index.sentence(word).stop:
        return None
    if f"{tree.tokens[word].text} {tree.tokens[word + 1].text}".lower() not in words("cues.according"):
        return None
    if not _opens(tree, word):
        return None
    heads = () if tree.tokens[after].xpos == "PRP" else tree.above(after)  # "according to her", not "to her lawyer"
    for above in heads:
        if above <= word or tree.tokens[above].upos not in NOMINAL:
            break
        after = above
    return after


def speaker_like(tree: Tree, word: int) -> int | None:
    """Who is "like" the words that follow a comma: "(she) was like, ‘No way,’ and left"; None where nobody is."""
    if tree.words.lower[word] not in words("cues.quotative") or tree.relation(word) != "compound:prt":
        return None
    if word + 1 >= tree.index.sentence(word).stop or tree.tokens[word + 1].text != ",":
        return None
    verb = tree.head(word)
    subjects = tree.children(verb, *ACTIVE) if verb is not None and verb < word else []
    told = [child for child in subjects if child < word and tree.lemma(child) not in words("pronouns.thing")]
    return told[-1] if told else None
