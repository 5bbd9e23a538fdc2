"""Words that are against what somebody said: another story, the opposite, the same with a negation, far from true."""

from __future__ import annotations

from newsparse.linking.status.triggers import NEGATIONS, Reply, Trigger, refers
from newsparse.model import Quote, Span

_NEGATING = ("advmod", "det", "nsubj", "obj")
_CLAUSES = ("acl", "acl:relcl")


def by_contrast(case: Trigger) -> Reply | None:
    """Somebody has another story: "take a different view", "was of another opinion"."""
    if case.has("across.opposites"):
        return _by_opposite(case)
    beside = {case.reading.tree.lemma(item) for item in case.reading.tree.children(case.word, "amod", "det")}
    contrary = beside & case.reading.lexicon.words("across.contrary")
    if not contrary or not case.has("across.references.words") or _is_about_more(case):
        return None
    subject = _who_thinks(case)
    return Reply(effect="disputed", about=case.word, by=subject) if subject is not None else None


def _who_thinks(case: Trigger) -> int | None:
    """Who has a story or a view: the subject of its verb, or of "to be of another opinion"."""
    tree, verb = case.reading.tree, case.reading.tree.head(case.word)
    if tree.children(case.word, "cop"):
        return tree.subject(case.word) if tree.case(case.word) in case.reading.lexicon.words("across.owning") else None
    if verb is None or tree.relation(case.word) != "obj" or tree.children(verb, "aux"):
        return None
    return None if tree.relation(verb).startswith("acl") else tree.subject(verb)


def _is_about_more(case: Trigger) -> bool:
    """Whether something is said of the story that it is about, other than "events"."""
    tree, plain = case.reading.tree, case.reading.lexicon.words("across.events")
    behind = [item for item in tree.children(case.word, "nmod") if tree.lemma(item) not in plain]
    return bool(behind or tree.children(case.word, *_CLAUSES))


def _by_opposite(case: Trigger) -> Reply | None:
    """Somebody says, or something shows, the opposite: "testified to the contrary"."""
    reading, tree, verb = case.reading, case.reading.tree, case.reading.tree.head(case.word)
    if verb is None or tree.relation(case.word) not in ("obj", "obl") or tree.children(case.word, "nmod", "acl:relcl"):
        return None
    known = any(tree.lemma(verb) in reading.lexicon.words(name) for name in ("speech.verbs.said", "across.showing"))
    subject = tree.subject(verb) if known else None
    return Reply(effect="disputed", about=case.word, by=subject) if subject is not None else None


def by_negation(case: Trigger) -> Reply | None:
    """The words of somebody else with a negation of their predicate: "it leaked", and "it did not leak"."""
    reading, tree = case.reading, case.reading.tree
    quote, predicate = reading.quote_at(case.word), reading.negated(case.word)
    if predicate is None or tree.relation(case.word) not in _NEGATING:
        return None
    if quote is None or not _is_somebody_saying(case, quote):
        return None
    if Trigger(reading, predicate).has("across.judgements.true"):
        return None  # said of a claim: "that is not true"
    clause = _main_clause(case, quote, predicate)
    return None if clause is None else Reply(effect="disputed", clause=clause, contrary=True)


def _is_somebody_saying(case: Trigger, quote: Quote) -> bool:
    """Whether somebody says a quote, which is a clause, and does not only believe it."""
    return quote.speaker is not None and quote.act != "believed" and case.reading.is_clause(quote)


def _main_clause(case: Trigger, quote: Quote, predicate: int) -> Span | None:
    """The words of a quote that belong to a predicate; none where the quote has a word above that."""
    reading, tree = case.reading, case.reading.tree
    own = reading.index.tokens[predicate].span
    piece = next((piece for piece in quote.fragments if piece.covers(own)), None)
    if piece is None or tree.head(predicate) in reading.index.overlapping(piece):
        return None
    phrase = tree.phrase(predicate)
    return Span(max(phrase.start, piece.start), min(phrase.end, piece.end))


def by_distance(case: Trigger) -> Reply | None:
    """A claim is said to be far from the truth: "wide of the mark", "nothing could be further from the truth"."""
    tree, far = case.reading.tree, case.reading.tree.head(case.word)
    if not case.has("across.truths") or far is None or tree.relation(case.word) not in ("obl", "nmod"):
        return None
    known = tree.lemma(far) in case.reading.lexicon.words("across.distant")
    about = tree.subject(far) if known else None
    if about is None:
        return None
    if case.reading.index.words.lower[about] in case.reading.lexicon.words(NEGATIONS):
        return Reply(effect="disputed", about=case.word)
    may_be = refers(case.reading, about) or tree.is_noun(about)
    return Reply(effect="disputed", about=about) if may_be else None


def by_denial(case: Trigger) -> Reply | None:
    """Somebody denies what a noun says: any part in it ("denied wrongdoing"), or the thing itself ("denied a leak")."""
    if case.negated or case.refused or case.demanded or _is_withheld(case):
        return None
    by = case.reading.subject(case.word)
    if case.has("across.answers.whole"):
        return Reply(effect="disputed", about=case.word, by=by)
    denied = next(iter(case.reading.tree.children(case.word, "obj", "nsubj:pass", "xcomp")), None)
    if denied is None:
        return None
    if case.has("across.answers.denies") and _is_blame(case, denied):
        of = _known_of(case, denied)
        return Reply(effect="disputed", about=None if of else case.word, clause=of, by=by)
    if not case.reading.tree.is_noun(denied):
        return None
    clause = _denied_words(case, denied)
    return Reply(effect="disputed", clause=clause, by=by) if clause else None


def _is_blame(case: Trigger, word: int) -> bool:
    """Whether it is a part in what happened, or all of it: "denied **wrongdoing**", "denied **everything**".

    Where more is said of it, or to whom, it need not be what was said before: "denied anything to the guests".
    """
    lists, lower = case.reading.lexicon, case.reading.index.words.lower[word]
    if lower not in lists.words("across.whatever"):
        return lower in lists.words("across.blame")
    tree = case.reading.tree
    return not tree.children(word, "acl", "acl:relcl", "nmod") and not tree.children(case.word, "obl", "ccomp")


def _known_of(case: Trigger, noun: int) -> Span | None:
    """What somebody denies to know of, which need not be what was said: "denied knowledge of **the password**"."""
    known = case.reading.tree.lemma(noun) in case.reading.lexicon.words("across.awareness")
    of = case.reading.tree.children(noun, "nmod") if known else []
    return case.reading.tree.phrase(of[0], without=("case",)) if of else None


def _is_withheld(case: Trigger) -> bool:
    """Whether somebody is denied something, which is no claim: "the storm denied him sleep", "she was denied sleep"."""
    tree = case.reading.tree
    passive = tree.children(case.word, "nsubj:pass", "aux:pass") and tree.children(case.word, "obj")
    return bool(passive or tree.children(case.word, "iobj"))


def _denied_words(case: Trigger, noun: int) -> Span | None:
    """The words that say what is denied: those behind "any suggestion of", or a noun that is not one for a favour."""
    tree, lists = case.reading.tree, case.reading.lexicon
    if tree.lemma(noun) in lists.words("across.references"):
        named = tree.children(noun, "nmod") if case.has("across.answers.disputes") else []
        return tree.phrase(named[0], without=("case",)) if named else None
    favour = tree.lemma(noun) in lists.words("across.granted")
    return tree.phrase(noun) if case.has("across.answers.denies") and not favour else None
