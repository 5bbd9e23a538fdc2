"""Words that repeat what somebody else said: "rejected Brook's claim **that the dam had leaked**"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from newsparse.linking.status.calling import by_calling
from newsparse.linking.status.claims_of_others import is_disputing
from newsparse.linking.status.predicates import by_judgement
from newsparse.linking.status.reading import Reading
from newsparse.linking.status.retractions import by_ceasing
from newsparse.linking.status.triggers import Trigger
from newsparse.model import Passage, Quote, Span, Speaker, SpeakerKind
from newsparse.rules import Rule, RuleSet

_KINDS: Mapping[str, SpeakerKind] = {"Person": "person", "Organization": "organisation"}
_LISTS = ("across.references.words", "across.judgements.erring", "across.standing", "across.upholding")
"""The lists of words that any of the rules asks for."""
_COLON = ":"
_ASIDE = ("acl", "acl:relcl", "ccomp", "appos", "case", "punct")


@attrs.frozen
class Repeated:
    """The words of a clause that somebody said, and the word that names them."""

    clause: Span
    by: int


@attrs.frozen
class Retelling:
    """A quote with the words of a clause and whoever said them; ``answered`` says that a reply only refers to them."""

    quote: Quote
    answered: bool


def _by_noun(case: Trigger) -> Repeated | None:
    """The clause that spells out a noun for a claim which says whose it is."""
    owner = case.reading.owner(case.word) if case.has("across.references.words") else None
    clause = None if owner is None else _spelled_out(case, owner)
    return None if owner is None or clause is None else Repeated(clause, owner)


def _spelled_out(case: Trigger, owner: int) -> Span | None:
    """The clause behind "that" right after a noun and whose claim it is, whatever the tree hangs it on."""
    tree, index = case.reading.tree, case.reading.index
    end = max(case.word, index.overlapping(tree.phrase(owner, without=_ASIDE))[-1])
    opening, rest = end + 1, index.sentence(case.word)
    if opening + 1 not in rest or index.words.lower[opening] not in case.reading.lexicon.words("across.opening"):
        return None
    predicate = tree.head(opening)
    if predicate is None or not opening < predicate < rest.stop:
        return None
    if all(subject == opening for subject in tree.children(predicate, "nsubj", "nsubj:pass", "expl")):
        return None  # "the claim that surprised her"
    return _from(case, opening + 1, tree.phrase(predicate))


def _from(case: Trigger, first: int, phrase: Span) -> Span | None:
    """The words of a phrase from one of them on."""
    start = case.reading.index.tokens[first].span.start
    return Span(start, phrase.end) if start < phrase.end else None


def _proved(case: Trigger) -> Repeated | None:
    """What a colon tells after somebody is said to be right."""
    reply = (by_judgement(case) or by_calling(case)) if case.has("across.judgements.erring") else None
    if reply is None or reply.effect != "confirmed" or reply.about is None or reply.clause is None:
        return None
    return Repeated(reply.clause, reply.about)


def _ceased(case: Trigger) -> Repeated | None:
    """What somebody says or thinks no longer."""
    reply = by_ceasing(case) if case.has("across.standing") else None
    if reply is None or reply.by is None or reply.clause is None:
        return None
    index = case.reading.index
    first = index.overlapping(reply.clause)[0]
    opens = index.words.lower[first] in case.reading.lexicon.words("across.opening")
    clause = _from(case, first + 1, reply.clause) if opens else reply.clause
    return None if clause is None else Repeated(clause, reply.by)


def _upheld(case: Trigger) -> Repeated | None:
    """What a colon tells after somebody is said to stand by what they said."""
    if not case.has("across.upholding") or case.negated:
        return None
    tree = case.reading.tree
    subject = tree.subject(case.word)
    whole = any(_is_whole(case, item) for item in tree.children(case.word, "obj", "obl"))
    clause = _after_colon(case) if whole else None
    return None if subject is None or clause is None else Repeated(clause, subject)


def _after_colon(case: Trigger) -> Span | None:
    """The words of the sentence behind a colon after a word."""
    index = case.reading.index
    rest = [word for word in index.sentence(case.word) if word > case.word]
    colon = next((word for word in rest if index.tokens[word].text == _COLON), None)
    if colon is None or colon + 1 >= rest[-1]:
        return None
    last = rest[-1] - 1 if index.tokens[rest[-1]].upos == "PUNCT" else rest[-1]
    return index.span(range(colon + 1, last + 1))


def _is_whole(case: Trigger, word: int) -> bool:
    """Whether a word stands for all that somebody said: "**what** she said", "her **claim**"."""
    tree, lists = case.reading.tree, case.reading.lexicon
    if case.reading.index.words.lower[word] in lists.words("across.whatever"):
        return any(tree.lemma(verb) in lists.words("speech.verbs.said") for verb in tree.children(word, "acl:relcl"))
    return tree.lemma(word) in lists.words("across.references.words")


RETOLD: RuleSet[Trigger, Repeated] = RuleSet(
    name="across.retold",
    summary="Which words repeat what somebody said, so as to answer it",
    shown=lambda found: f"{found.clause.start}-{found.clause.end}",
    rules=(
        Rule(
            name="across.retold.noun",
            summary="A clause spells out a noun for a claim, which says whose it is",
            find=_by_noun,
            fires="Erik Halle rejected Ada Brook's claim that the dam had leaked.",
            quiet="Erik Halle rejected Ada Brook's claim for the dam that had leaked.",
        ),
        Rule(
            name="across.retold.proved",
            summary="A colon tells what somebody said who is said to be right",
            find=_proved,
            fires="The log of the pump proves Ada Brook right: the dam had leaked for a week.",
            quiet="The log of the pump proves Ada Brook right. The dam had leaked for a week.",
        ),
        Rule(
            name="across.retold.ceased",
            summary="Somebody no longer thinks or says so",
            find=_ceased,
            fires="Ada Brook no longer believes that the dam had leaked.",
            quiet="Ada Brook believes that the dam has leaked.",
        ),
        Rule(
            name="across.retold.upheld",
            summary="A colon tells what somebody said who stands by it",
            find=_upheld,
            fires="Ada Brook stands by what she said on Monday: the dam had leaked for a week.",
            quiet="Ada Brook stands by what she said on Monday. The dam had leaked for a week.",
        ),
    ),
)
"""The rules for words that repeat what somebody said; the first with an answer decides."""


def retold(reading: Reading) -> list[Retelling]:
    """What an article tells again of what somebody said, in the order of the text.

    It is what quotes within indirect ones have, and the words of clauses that are no quotes of their own.
    """
    quotes = reading.document.quotes
    found = list(_inner(quotes))
    for quote in _repeated(reading):
        if not any(_is_the_same(quote, other) for other in quotes):
            found = [other for other in found if not other.span.overlaps(quote.span)] + [quote]
    return [Retelling(quote, _is_answered(reading, quote)) for quote in sorted(found, key=lambda item: item.span)]


def _inner(quotes: Sequence[Quote]) -> Iterator[Quote]:
    """The indirect quotes of somebody within indirect ones, without those of whom nobody knows who it is."""
    indirect = {quote.id for quote in quotes if quote.form == "indirect"}
    inner = (quote for quote in quotes if quote.id in indirect and quote.within in indirect)
    return (quote for quote in inner if quote.speaker and quote.speaker.kind != "unresolved")


def _is_answered(reading: Reading, quote: Quote) -> bool:
    """Whether the quote around some words is a reply to them, of which nothing else than these may be compared."""
    around = (other for other in reading.document.quotes if other is not quote and other.span.covers(quote.span))
    return any(is_disputing(reading, other) or _is_of_another(reading, other, quote) for other in around)


def _is_of_another(reading: Reading, reply: Quote, quote: Quote) -> bool:
    """Whether a reply that does not confirm them is certainly not of whoever said the words; what passes them on is."""
    ours, theirs = reply.speaker, quote.speaker
    if ours is None or theirs is None or None in (ours.entity, theirs.entity) or ours.entity == theirs.entity:
        return False
    cue = reading.index.overlapping(reply.cue.span) if reply.cue else ()
    confirming = reading.lexicon.words("across.answers.confirms") | reading.lexicon.words("speech.verbs.said")
    return all(confirming.isdisjoint(reading.lemmas(word)) for word in cue)


def _repeated(reading: Reading) -> Iterator[Quote]:
    if not reading.tree.known:
        return
    listed = frozenset[str]().union(*map(reading.lexicon.words, _LISTS))
    for word, token in enumerate(reading.index.tokens):
        known = reading.tree.lemma(word) in listed or reading.index.words.lower[word] in listed
        decision = RETOLD.decide(Trigger(reading, word), token.span) if known else None
        speaker = _speaker(reading, decision.found.by) if decision else None
        if decision and speaker is not None:
            yield Quote.of(reading.document.text, decision.found.clause, form="indirect", speaker=speaker)


def _is_the_same(one: Quote, other: Quote) -> bool:
    """Whether an indirect quote of the same speaker has some of the words of another one, so that both are one."""
    ours, theirs = one.speaker, other.speaker
    if ours is None or theirs is None or other.form != "indirect" or not other.span.overlaps(one.span):
        return False
    return theirs.name == ours.name if ours.entity is None else theirs.entity == ours.entity


def _speaker(reading: Reading, word: int) -> Speaker | None:
    """Whoever a word names or describes; None for a pronoun of which nobody knows whom it means."""
    mention = reading.mentions.get(word)
    entity = reading.entities.get(mention.entity or "") if mention else None
    span = mention.span if mention and entity else reading.tree.phrase(word, without=_ASIDE)
    words = Passage(span, span.cut(reading.document.text))
    if mention is not None and entity is not None:
        kind = _KINDS.get(entity.label, "unresolved")
        return Speaker(name=entity.name, mention=words, entity=entity.id, kind=kind, reason=mention.form)
    if reading.index.tokens[word].upos == "PRON":
        return None
    return Speaker(name=words.text, mention=words, kind="unnamed", reason="described")
