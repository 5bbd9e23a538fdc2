"""Adjectives and nouns by which somebody says that a claim is so or is not so."""

from __future__ import annotations

from newsparse.linking.status.reading import Reading
from newsparse.linking.status.triggers import Effect, Reply, Trigger, is_noun_for_claim, refers

EXCLAIMED = 2
"""How many words an exclamation has at most: "Utter nonsense"."""
_FALSE = ("across.judgements.false", "across.judgements.doubtful", "across.judgements.mistaken")
_COMPARED = ("JJR", "RBR")
"""The tags of comparatives in the Penn Treebank."""


def judged(case: Trigger) -> Effect | None:
    """What a word says of what it is said of."""
    if case.has("across.judgements.true"):
        return "disputed" if case.negated else "confirmed"
    return "disputed" if any(map(case.has, _FALSE)) and not case.negated else None


def by_judgement(case: Trigger) -> Reply | None:
    """A word for a claim, or whoever made it, is said to be right or wrong."""
    effect, tree = judged(case), case.reading.tree
    about = tree.subject(case.word) if effect else None
    if effect is None or about is None or not tree.children(case.word, "cop") or _asked(case):
        return None
    if tree.lemma(about) in case.reading.lexicon.words("across.contrary"):
        return Reply(effect="disputed", about=case.word) if effect == "confirmed" else None
    if not _may_be_judged(case, about):
        return None
    if case.has("across.judgements.mistaken") and case.reading.quote_at(case.word) is None:
        effect = "corrected"
    return Reply(effect=effect, about=about)


def _asked(case: Trigger) -> bool:
    """Whether it is only asked: "wondered whether that was true"."""
    marks = case.reading.tree.children(case.word, "mark")
    return any(case.reading.index.words.lower[item] in case.reading.lexicon.words("across.asking") for item in marks)


def _may_be_judged(case: Trigger, about: int) -> bool:
    """Whether the subject is a word for a claim that goes with the judgement, or a noun for whoever made it."""
    reading = case.reading
    if is_noun_for_claim(reading, about):
        return True
    if not reading.tree.relation(about).startswith("nsubj"):
        return False
    if refers(reading, about):
        demonstrative = reading.index.words.lower[about] in reading.lexicon.words("across.definite")
        noun = reading.tree.is_noun(case.word)
        return not case.has("across.judgements.doubtful") or (noun and demonstrative)
    doubtful = case.has("across.judgements.doubtful")
    return reading.tree.is_noun(about) and not doubtful and not _to_do(case)


def _to_do(case: Trigger) -> bool:
    """Whether a deed is judged: "was wrong to leave"."""
    tokens = case.reading.index.tokens
    return case.word + 1 < len(tokens) and tokens[case.word + 1].upos == "PART"


def by_calling(case: Trigger) -> Reply | None:
    """A verb of calling, what is called, and what it is called: "called her theory nonsense"."""
    tree, verb = case.reading.tree, case.reading.tree.head(case.word)
    if judged(case) != "disputed" or verb is None:
        return None
    if tree.relation(case.word) == "amod":
        verb = tree.head(verb)
    if verb is None or not Trigger(case.reading, verb).has("across.calling"):
        return None
    objects = [item for item in tree.children(verb, "obj", "nsubj:pass") if item != case.word]
    about = next((item for item in objects if refers(case.reading, item)), None)
    return Reply(effect="disputed", about=about, by=case.reading.subject(verb)) if about is not None else None


def by_support(case: Trigger) -> Reply | None:
    """What a claim needs and lacks: "no evidence for this", "the claim is without foundation"."""
    if not case.has("across.support") or not case.negated:
        return None
    tree = case.reading.tree
    if tree.children(case.word, "cop"):
        about = tree.subject(case.word)
        return Reply(effect="disputed", about=about) if about is not None and refers(case.reading, about) else None
    places = [*tree.children(case.word, "nmod"), *_siblings(case.reading, case.word)]
    about = next((item for item in places if refers(case.reading, item)), None)
    return Reply(effect="disputed", about=about, by=_finder(case)) if about is not None else None


def _siblings(reading: Reading, word: int) -> list[int]:
    head = reading.tree.head(word)
    return reading.tree.children(head, "obl", "nmod") if head is not None and head != word else []


def _finder(case: Trigger) -> int | None:
    """Who finds no evidence; nobody is named in "there is no evidence" but whoever says so."""
    tree = case.reading.tree
    if not tree.relation(case.word).startswith("nsubj"):
        return case.reading.subject(case.word)
    verb = tree.head(case.word)
    above = tree.head(verb) if verb is not None else None
    return tree.subject(above) if above is not None and above != verb else None


def by_attitude(case: Trigger) -> Reply | None:
    """What somebody thinks of a claim that follows a preposition: "sceptical of this", "not convinced by this"."""
    doubts = case.has("across.attitudes.doubts")
    if case.negated is doubts or not (doubts or case.has("across.attitudes.trusts")):
        return None
    places = case.reading.tree.children(case.word, "obl", "obl:agent", "nmod")
    about = next((item for item in places if refers(case.reading, item)), None)
    subject = case.reading.tree.subject(case.word)
    return Reply(effect="disputed", about=about, by=subject) if about is not None and subject is not None else None


def by_amount(case: Trigger) -> Reply | None:
    """A figure is said to be another one: "it was far less", "that figure is much too high"."""
    lists, lower = case.reading.lexicon, case.reading.index.words.lower
    adverbs = {lower[item] for item in case.reading.tree.children(case.word, "advmod")}
    compared = case.reading.index.tokens[case.word].xpos in _COMPARED or adverbs & lists.words("across.excess")
    about = case.reading.tree.subject(case.word) if compared and case.has("across.comparatives") else None
    if about is None or not case.reading.tree.children(case.word, "cop") or case.negated:
        return None
    noun = case.reading.tree.lemma(about) in lists.words("across.references.figure")
    pronoun = lower[about] in lists.words("across.pronouns.claim")
    quoted = case.reading.quote_at(case.word) is not None
    return Reply(effect="disputed", about=about, figure=True) if quoted and (noun or pronoun) else None


def by_contrast(case: Trigger) -> Reply | None:
    """Somebody has another story: "take a different view"."""
    tree, verb = case.reading.tree, case.reading.tree.head(case.word)
    beside = {tree.lemma(item) for item in tree.children(case.word, "amod", "det")}
    if not case.has("across.references.words") or not beside & case.reading.lexicon.words("across.contrary"):
        return None
    if verb is None or tree.relation(case.word) != "obj" or tree.children(case.word, "nmod", "acl", "acl:relcl"):
        return None
    subject = tree.subject(verb)
    return Reply(effect="disputed", about=case.word, by=subject) if subject is not None else None


def by_exclamation(case: Trigger) -> Reply | None:
    """Quoted words that only say that something is not so: "Nonsense"."""
    quote = case.reading.quote_at(case.word) if judged(case) == "disputed" else None
    if quote is None or quote.form != "direct" or quote.speaker is None:
        return None
    words = [word for span in quote.fragments for word in case.reading.index.overlapping(span)]
    letters = [word for word in words if case.reading.index.tokens[word].upos != "PUNCT"]
    alone = len(letters) <= EXCLAIMED and case.reading.tree.subject(case.word) is None
    return Reply(effect="disputed", about=case.word) if alone else None
