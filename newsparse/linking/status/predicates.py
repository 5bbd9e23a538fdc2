"""Adjectives and nouns by which somebody says that a claim is so or is not so."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.linking.status.reading import Reading
from newsparse.linking.status.triggers import (
    Effect,
    Reply,
    Trigger,
    is_noun_for_claim,
    refers,
    says_that,
)
from newsparse.model import Quote, Span

EXCLAIMED = 5
"""How many words an exclamation has at most: "Complete and utter nonsense"."""
_OPPOSITE = ("across.contrary", "across.opposites")
_FALSE = ("across.judgements.false", "across.judgements.doubtful", "across.judgements.mistaken")


def judged(case: Trigger) -> Effect | None:
    """What a word says of what it is said of."""
    if case.has("across.judgements.true"):
        return "disputed" if case.negated else "confirmed"
    return "disputed" if any(map(case.has, _FALSE)) and not case.negated else None


def by_judgement(case: Trigger) -> Reply | None:
    """A word for a claim, or whoever made it, is said to be right or wrong."""
    effect, tree = judged(case), case.reading.tree
    about = _judged_of(case) if effect else None
    if effect is None or about is None or case.asked or _is_purpose(case):
        return None
    if tree.relation(about).startswith("csubj"):
        return _clause_judged(case, about) if effect == "disputed" else None
    if any(tree.lemma(about) in case.reading.lexicon.words(name) for name in _OPPOSITE):
        return Reply(effect="disputed", about=case.word) if effect == "confirmed" else None
    return _said_to_be(case, effect, about) if _may_be_judged(case, about) else None


def _is_own(case: Trigger, about: int) -> bool:
    """Whether whoever says so speaks of their own claim: "insists that **her** figure is right"."""
    quote = case.reading.quote_at(case.word)
    entity = quote.speaker.entity if quote is not None and quote.speaker is not None else None
    owners = [case.reading.mentions.get(item) for item in case.reading.tree.children(about, "nmod:poss")]
    return entity is not None and any(item is not None and item.entity == entity for item in owners)


def _said_to_be(case: Trigger, effect: Effect, about: int) -> Reply:
    """What is said to be so; the article itself says "mistaken" of what it corrects, others of what is their own."""
    withdrawn = effect == "disputed" and _is_own(case, about)
    if withdrawn or (case.has("across.judgements.mistaken") and case.reading.quote_at(case.word) is None):
        effect = "corrected"
    return Reply(effect=effect, about=about, clause=told_after(case) if effect == "confirmed" else None)


def _clause_judged(case: Trigger, clause: int) -> Reply | None:
    """What somebody said is said not to be so in its words: "it is not true that it leaked", not "it is wrong that"."""
    marked = case.reading.tree.subject(clause) is not None and not case.has("across.judgements.erring")
    return Reply(effect="disputed", clause=case.reading.tree.phrase(clause)) if marked else None


def _is_purpose(case: Trigger) -> bool:
    """Whether "so" only opens what something is for: "this is **so** that nobody smokes"."""
    tree = case.reading.tree
    adverb = case.reading.index.tokens[case.word].upos in ("ADV", "SCONJ")
    return adverb and bool(tree.children(case.word, "advcl", "ccomp"))


def _judged_of(case: Trigger) -> int | None:
    """What is said to be so: the subject of the word, or of a verb of getting it so: "got it wrong"."""
    turned = _turning_out(case)
    if turned is not None:
        return case.reading.tree.subject(turned)
    return _said_of(case) if case.reading.tree.children(case.word, "cop") else _getting_it(case)


def _turning_out(case: Trigger) -> int | None:
    """The verb by which a claim is found to be so: "**turned out** to be true", "**proved** correct"."""
    tree, verb = case.reading.tree, case.reading.tree.head(case.word)
    turning = case.reading.lexicon.words("across.turning")
    if verb is None or tree.relation(case.word) != "xcomp" or tree.children(verb, "obj", "aux:pass"):
        return None
    return verb if case.reading.lemmas(verb) & turning and not Trigger(case.reading, verb).negated else None


def _said_of(case: Trigger) -> int | None:
    """The subject that the word is said of, or who says that: "what **the mayor** said is wrong"."""
    tree, said = case.reading.tree, case.reading.lexicon.words("speech.verbs.said")
    about = _partly(case, case.reading.own_subject(case.word))
    clauses = tree.children(about, "acl:relcl") if about is not None and not tree.is_noun(about) else []
    saying = next((verb for verb in clauses if tree.lemma(verb) in said), None)
    return about if saying is None else tree.subject(saying)


def _getting_it(case: Trigger) -> int | None:
    """Who gets a claim so: "**the mayor** got it wrong"."""
    tree, verb = case.reading.tree, case.reading.tree.head(case.word)
    if verb is None or tree.lemma(verb) not in case.reading.lexicon.words("across.getting"):
        return None
    claimed = any(refers(case.reading, item) or _is_what_is_so(case, item) for item in tree.children(verb, "obj"))
    return tree.subject(verb) if claimed else None


def _is_what_is_so(case: Trigger, word: int) -> bool:
    """Whether a noun means what somebody takes for the truth: "got **her facts** wrong"."""
    tree = case.reading.tree
    return bool(tree.children(word, "nmod:poss")) and tree.lemma(word) in case.reading.lexicon.words("across.truths")


def _partly(case: Trigger, word: int | None) -> int | None:
    """The pronoun or noun of which a word is only a part: "not a word of **that** is true"."""
    tree = case.reading.tree
    if word is None or tree.lemma(word) not in case.reading.lexicon.words("across.support"):
        return word
    return next((item for item in tree.children(word, "nmod") if refers(case.reading, item)), word)


def _may_be_judged(case: Trigger, about: int) -> bool:
    """Whether the subject is a word for a claim that goes with the judgement, or a noun for whoever made it."""
    reading = case.reading
    if is_noun_for_claim(reading, about):
        return judged(case) != "confirmed" or not _is_own(case, about)
    if not reading.tree.relation(about).startswith("nsubj"):
        return False
    if refers(reading, about):
        demonstrative = reading.index.words.lower[about] in reading.lexicon.words("across.definite")
        noun = reading.tree.is_noun(case.word)
        return not case.has("across.judgements.doubtful") or (noun and demonstrative)
    doubtful = case.has("across.judgements.doubtful")
    if reading.index.words.lower[about] in reading.lexicon.words("across.speakers"):
        said = reading.tree.subject(case.word) != about
        return said or (case.has("across.judgements.erring") and not _to_do(case))
    return reading.tree.is_noun(about) and not doubtful and not _to_do(case)


def _to_do(case: Trigger) -> bool:
    """Whether a deed is judged: "was wrong to leave"."""
    tokens = case.reading.index.tokens
    return case.word + 1 < len(tokens) and tokens[case.word + 1].upos == "PART"


def told_after(case: Trigger) -> Span | None:
    """What a colon right behind the word tells: "that proves him right: **the dam had leaked**"."""
    index = case.reading.index
    rest = [word for word in index.sentence(case.word) if word > case.word]
    if len(rest) < EXCLAIMED or index.tokens[rest[0]].text != ":":
        return None
    last = rest[-1] if index.tokens[rest[-1]].upos != "PUNCT" else rest[-2]
    return Span(index.tokens[rest[1]].span.start, index.tokens[last].span.end)


def by_support(case: Trigger) -> Reply | None:
    """What a claim needs and lacks: "no evidence for this", "the claim is without foundation"."""
    tree = case.reading.tree
    if not case.has("across.support") or not (case.negated or _negated_above(case)):
        return None
    if tree.children(case.word, "cop"):
        about = tree.subject(case.word)
        return Reply(effect="disputed", about=about) if about is not None and refers(case.reading, about) else None
    if says_that(case.reading, case.word):
        clause = tree.phrase(tree.children(case.word, "acl", "ccomp")[0])
        return Reply(effect="disputed", clause=clause, by=_finder(case, case.word))
    return _support_for(case) or _unsupported(case)


def _support_for(case: Trigger) -> Reply | None:
    """What there is no sign of is said to be for a claim: "no evidence for this", or a claim lacks it."""
    tree = case.reading.tree
    places = [*tree.children(case.word, "nmod"), *_siblings(case.reading, case.word)]
    about = next((item for item in places if refers(case.reading, item)), None) or _lacking(case)
    noun = tree.head(case.word) if not case.negated else case.word
    if about is None or noun is None:
        return None
    by = _finder(case, noun)
    return Reply(effect="disputed", about=about, by=None if by == about else by)


def _unsupported(case: Trigger) -> Reply | None:
    """What there is no sign of repeats a claim: "no evidence of fraud", "no record of a warning"."""
    tree, owning = case.reading.tree, case.reading.lexicon.words("across.owning")
    places = [item for item in tree.children(case.word, "nmod") if tree.case(item) in owning and tree.is_noun(item)]
    if not places or not case.negated:
        return None
    return Reply(effect="disputed", clause=tree.phrase(places[0], without=("case",)), by=_finder(case, case.word))


def _lacking(case: Trigger) -> int | None:
    """The noun for a claim that lacks it: "the claim has no merit", "the claim is old and has no merit"."""
    verb = case.reading.tree.head(case.word) if case.reading.tree.relation(case.word) == "obj" else case.word
    subject = case.reading.own_subject(verb) if verb is not None else None
    return subject if subject is not None and is_noun_for_claim(case.reading, subject) else None


def _siblings(reading: Reading, word: int) -> list[int]:
    head = reading.tree.head(word)
    return reading.tree.children(head, "obl", "nmod") if head is not None else []


def _negated_above(case: Trigger) -> bool:
    """Whether the noun that it belongs to is negated, or the verb of that: "not a shred of evidence"."""
    tree, head = case.reading.tree, case.reading.tree.head(case.word)
    if head is None or tree.relation(case.word) != "nmod":
        return False
    above = tree.head(head)
    return Trigger(case.reading, head).negated or (above is not None and Trigger(case.reading, above).negated)


def _finder(case: Trigger, noun: int) -> int | None:
    """Who finds no evidence; nobody is named in "there is no evidence" but whoever says so."""
    tree = case.reading.tree
    if not tree.relation(noun).startswith("nsubj"):
        return case.reading.subject(noun)
    verb = tree.head(noun)
    above = tree.head(verb) if verb is not None else None
    return tree.subject(above) if above is not None else None


def by_exclamation(case: Trigger) -> Reply | None:
    """Quoted words that only say that something is not so: "Nonsense"."""
    quote = case.reading.quote_at(case.word) if judged(case) == "disputed" else None
    if quote is None:
        return _said_behind(case) if judged(case) == "disputed" else None
    if quote.speaker is None or not (quote.form == "direct" or _opens(case, quote)):
        return None
    words = [word for span in quote.fragments for word in case.reading.index.overlapping(span)]
    letters = [word for word in words if case.reading.index.tokens[word].upos != "PUNCT"]
    return Reply(effect="disputed", about=case.word) if _is_exclaimed(case, letters) else None


def _said_behind(case: Trigger) -> Reply | None:
    """The word alone, with whoever says it behind it: "**Nonsense**, says the mayor"."""
    reading, tree, verb = case.reading, case.reading.tree, case.reading.tree.head(case.word)
    if verb is None or verb < case.word or tree.lemma(verb) not in reading.lexicon.words("speech.verbs.said"):
        return None
    subject = tree.subject(verb)
    before = range(reading.index.sentence(case.word).start, verb)
    words = [word for word in before if reading.index.tokens[word].upos != "PUNCT"]
    opens = tree.relation(case.word) in ("ccomp", "parataxis", "obj") and len(words) < verb - before.start
    if subject is None or subject < verb or not opens or not _is_exclaimed(case, words):
        return None
    return Reply(effect="disputed", about=case.word, by=subject)


def _opens(case: Trigger, quote: Quote) -> bool:
    """Whether words without marks exclaim before their cue, "Not so, says Brook"; not "a fake painting, says Brook"."""
    return _comes_first(quote) and case.reading.tree.relation(case.word) != "amod"


def _comes_first(quote: Quote) -> bool:
    """Whether the cue follows what is quoted: "Not so, says Brook"."""
    return quote.cue is not None and quote.cue.span.start >= quote.span.end


def _is_exclaimed(case: Trigger, words: Sequence[int]) -> bool:
    """Whether words are no sentence: "Nonsense", "Complete and utter nonsense", "What a lie"."""
    tree, lower = case.reading.tree, case.reading.index.words.lower
    top = case.word if tree.relation(case.word) != "conj" else tree.head(case.word)
    beside = [word for word in words if word != case.word and word != top]
    said = any(case.reading.index.tokens[word].upos in ("VERB", "AUX") for word in beside)
    subject = tree.subject(case.word)
    alone = subject is None or lower[subject] in case.reading.lexicon.words("across.exclaiming")
    return len(words) <= EXCLAIMED and alone and not said
