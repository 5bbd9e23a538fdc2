"""The claims of one article, how it gives each, and which of them its replies are about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

import attrs

from newsparse.linking.figures.profiles import Figure, located
from newsparse.linking.figures.sources import giving
from newsparse.linking.status.claims_of_others import claim_of_another, is_disputing, names_of_another
from newsparse.linking.status.meaning import Meaning, meaning, meaning_around
from newsparse.linking.status.reading import Reading, folded
from newsparse.linking.status.triggers import NEGATIONS
from newsparse.model import Located, NumberClaim, Passage, Quote, Speaker
from newsparse.rules import Rule, RuleSet

Base = Literal["asserted", "reported", "hedged", "denied", "open"]
"""How an article gives a claim; "open" where nothing in it says."""

_DENYING = frozenset(["PART", "ADV", "VERB", None])
"""The parts of speech of words that deny a figure: "did not", "never"; not of "nobody", nor of "without"."""
_SAID = ("words", "figure")
NAMED = ("person", "organisation")
"""The kinds of speakers that are told from one another by their names."""


@attrs.frozen(kw_only=True)
class Stated:
    """A claim of an article: where it is, who makes it, and how the article gives it, with the words that say so.

    ``words`` are the lemmas of what is claimed, ``names`` all names of the speaker in small letters, ``bodies`` those
    of the organisations that the speaker belongs to. ``named`` says that the speaker has a name, ``direct`` that the
    words are in quotation marks, ``told`` that a quote spells out the claim of somebody else, ``verbal`` that a verb
    is among its words. ``body`` that the speaker is one. ``verbs`` are the lemmas of the words that say who says it.
    ``denied`` are those of the words of a quote that a negation goes with: "**no** dam had **leaked**". ``meaning``
    are all words of a quote, or of the clause of a figure, that carry meaning.
    """

    place: Located
    claim: str
    kind: Literal["quote", "figure"]
    words: frozenset[str]
    base: Base
    evidence: tuple[Located, ...]
    rule: str
    speaker: str = ""
    names: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    named: bool = False
    direct: bool = False
    told: bool = False
    verbs: frozenset[str] = frozenset()
    verbal: bool = True
    body: bool = False
    denied: frozenset[str] = frozenset()
    meaning: Meaning = ()


@attrs.frozen(eq=False)
class Given:
    """A claim as the rules for how it is given see it."""

    reading: Reading
    claim: Quote | NumberClaim
    quote: Quote | None
    headline: bool

    @property
    def told(self) -> int | None:
        """The noun for somebody else's claim that a quote spells out: "rejected the theory that it leaked"."""
        return claim_of_another(self.reading, self.source) if isinstance(self.source, Quote) else None

    @property
    def source(self) -> Quote | NumberClaim:
        """What says whose it is: the quote that a figure is in, or the claim itself."""
        return self.quote or self.claim

    @property
    def speaker(self) -> Speaker | None:
        """Who makes the claim, if words say so, and it is not somebody else's that a quote spells out."""
        return self.source.speaker if self.attributed and self.told is None else None

    @property
    def others(self) -> tuple[str, ...]:
        """The names of somebody else whose claim a quote spells out: "rejected **Brook's** theory that it leaked"."""
        return names_of_another(self.reading, self.told) if self.told is not None else ()

    @property
    def attributed(self) -> Passage | None:
        """The words that say who says it: the cue, otherwise the speaker; none for those of a body in its headline."""
        if self.told is not None:
            token = self.reading.index.tokens[self.told]
            return Passage(token.span, token.text)
        source = self.source
        found = source.cue or (source.speaker.mention if source.speaker else None) or self.giving
        outside = found and self.headline and not self.reading.index.in_headline(found.span.start)
        return None if outside else found

    @property
    def giving(self) -> Passage | None:
        """The verb by which somebody gives a figure outside of quotes: "organisers **spoke** of 800 people"."""
        if isinstance(self.claim, Quote) or self.quote is not None:
            return None
        index = self.reading.index
        found = giving(index, self.claim)
        if found is None or not _is_somebody_giving(self.reading, found[1]):
            return None
        token = index.tokens[found[0]]
        return Passage(token.span, token.text)

    @property
    def doubts(self) -> tuple[Passage, ...]:
        """The words that hedge it, without the cue itself ("estimates") and what only makes a figure less exact."""
        cue = self.quote.cue.span if self.quote and self.quote.cue else None
        hedges = [item for item in self.claim.hedges if cue is None or not item.span.overlaps(cue)]
        hedges += self.quote.hedges if self.quote else ()
        exactness = self.reading.lexicon.words("modality.approximations.bound")
        hedges = [item for item in hedges if item.text.casefold() not in exactness and not _is_unable(self, item)]
        kept = {item.span: item for item in hedges}
        return (*kept.values(), *_passive_doubt(self))


def _is_somebody_giving(reading: Reading, word: int) -> bool:
    """Whether it is a person, or people, who give a figure."""
    person = reading.index.words.lower[word] in reading.lexicon.words("across.speakers")
    known = reading.tree.lemma(word) in reading.people or reading.tree.is_noun(word)
    return person or known


def _is_unable(case: Given, hedge: Passage) -> bool:
    """Whether a modal verb is negated, so that it says that something was not possible: "could not carry the tram"."""
    words, lists = case.reading.index.words.lower, case.reading.lexicon
    after = case.reading.index.overlapping(hedge.span).stop
    negated = after < len(words) and words[after] in lists.words(NEGATIONS)
    return negated and hedge.text.casefold() in lists.words("across.abilities")


def _beside_it(case: Given, cue: int) -> bool:
    """Whether a figure is only in a relative clause of what is said: "the dam, which has 40 gates, is said to leak"."""
    tree, index = case.reading.tree, case.reading.index
    inside = index.overlapping(case.claim.span) if not isinstance(case.claim, Quote) else ()
    for word in (inside[0], *tree.above(inside[0])) if inside else ():
        if word == cue:
            return False
        if tree.relation(word) == "acl:relcl":
            return True
    return False


def _passive_doubt(case: Given) -> Iterator[Passage]:
    """Words such as "is said to have": a verb of saying or thinking in the passive, of nobody who is named."""
    yield from _passive_cue(case)
    tree, index = case.reading.tree, case.reading.index
    verbs = case.reading.lexicon.words("speech.verbs.said") | case.reading.lexicon.words("speech.verbs.believed")
    inside = index.overlapping(case.claim.span)
    above = [*tree.above(inside[0])] if inside and case.quote is None else []
    for verb, below in zip(above[1:], above, strict=False):
        passive = tree.children(verb, "nsubj:pass") and not tree.children(verb, "obl:agent")
        if passive and tree.relation(below) == "xcomp" and tree.lemma(verb) in verbs:
            yield Passage(index.tokens[verb].span, index.tokens[verb].text)


def _passive_cue(case: Given) -> Iterator[Passage]:
    """The cue of what nobody in particular says: "the dam **is said** to leak"."""
    tree, source = case.reading.tree, case.source
    if source.speaker is None and source.cue:
        cue = tree.top(case.reading.index.overlapping(source.cue.span))
        if cue is not None and tree.children(cue, "aux:pass") and not _beside_it(case, cue):
            yield source.cue


def _denied(case: Given) -> tuple[Passage, ...] | None:
    source = case.source
    if case.told is not None:
        return None
    if isinstance(source, Quote) and source.cue and (source.act == "denied" or _is_rejected(case.reading, source)):
        return (source.cue,)
    negation = case.claim.negation if isinstance(case.claim, NumberClaim) and case.claim.bound is None else None
    if negation is None or case.attributed is not None:
        return None
    tags = {case.reading.index.tokens[word].upos for word in case.reading.index.overlapping(negation.span)}
    return (negation,) if tags & _DENYING else None


def _is_rejected(reading: Reading, quote: Quote) -> bool:
    """Whether a clause is rejected by a verb that does not say it instead: "dismissed that it leaked"."""
    words = reading.index.overlapping(quote.cue.span) if quote.cue else ()
    denying = any(reading.tree.lemma(word) in reading.lexicon.words("across.denying") for word in words)
    return denying and is_disputing(reading, quote) and reading.is_clause(quote)


def _hedged(case: Given) -> tuple[Passage, ...] | None:
    return case.doubts or None


def _reported(case: Given) -> tuple[Passage, ...] | None:
    found = case.attributed
    return (found,) if found else None


def _asserted(case: Given) -> tuple[Passage, ...] | None:
    if case.quote is not None or isinstance(case.claim, Quote):
        return None
    return (Passage(case.claim.span, case.claim.text),)


BASE: RuleSet[Given, tuple[Passage, ...]] = RuleSet(
    name="across.status",
    summary="How an article gives a quote or a figure, with the words that say so",
    shown=lambda found: ", ".join(repr(item.text) for item in found),
    rules=(
        Rule(
            name="across.status.denied",
            summary="Whoever is named as its source says that it is not so",
            find=_denied,
            fires="Ada Brook denied that the dam had leaked.",
            quiet="Ada Brook said that the dam had leaked.",
        ),
        Rule(
            name="across.status.hedged",
            summary="Words of doubt are in it or at it: may, reportedly, is believed to",
            find=_hedged,
            fires="Ada Brook said the dam may have leaked.",
            quiet="Ada Brook said about 30 dams leaked.",
        ),
        Rule(
            name="across.status.reported",
            summary="A cue or a source is given for it",
            find=_reported,
            fires="Ada Brook said the dam had leaked.",
            quiet="The dam has 40 gates.",
        ),
        Rule(
            name="across.status.asserted",
            summary="It is a figure that nobody is named for: the article states it",
            find=_asserted,
            fires="The dam has 40 gates.",
            quiet="The dam has 40 gates, Ada Brook said.",
        ),
    ),
)
"""The rules for how a claim is given, in their order."""
_BASES: Mapping[str, Base] = {
    "across.status.denied": "denied",
    "across.status.hedged": "hedged",
    "across.status.reported": "reported",
    "across.status.asserted": "asserted",
}


def stated(reading: Reading, figures: Sequence[Figure]) -> list[Stated]:
    """The claims of the article in the order of its text; ``figures`` are what is kept of its figures."""
    kept = {item.claim for item in figures}
    quotes = {item.id: item for item in reading.document.quotes}
    told = {key: item for key, item in quotes.items() if not _refers(reading, item)}
    found = [_stated(reading, item, None) for item in told.values()]
    for claim in reading.document.numbers:
        if claim.id in kept:
            own = attrs.evolve(claim, speaker=None, cue=None) if claim.quote and claim.quote not in told else claim
            found.append(_stated(reading, own, told.get(claim.quote or "")))
    return sorted(found, key=lambda item: (item.place.start, item.place.end, item.claim))


def _refers(reading: Reading, quote: Quote) -> bool:
    """Whether a quote is a noun for what somebody else said, and no clause: "rejected the accusation"."""
    words = [word for span in quote.fragments for word in reading.index.overlapping(span)]
    top = reading.tree.top(words)
    if top is None or not reading.tree.is_noun(top) or reading.tree.children(top, "acl"):
        return False
    return any(reading.tree.lemma(top) in reading.lexicon.words(f"across.references.{kind}") for kind in _SAID)


def _words(reading: Reading, claim: Quote | NumberClaim, quote: Quote | None) -> frozenset[str]:
    """What is claimed: the words of the quote, or of the sentence of a figure outside of quotes."""
    if isinstance(claim, Quote) or quote is not None:
        return reading.telling((quote or claim).pieces())
    inside = reading.index.overlapping(claim.span)
    return reading.telling([reading.index.span(reading.index.sentence(inside[0]))]) if inside else frozenset()


def _meaning(reading: Reading, claim: Quote | NumberClaim, quote: Quote | None) -> Meaning:
    """What a claim says: a quote by all of its words, a figure by its clause."""
    return meaning(reading, claim.fragments) if isinstance(claim, Quote) else meaning_around(reading, claim, quote)


def _stated(reading: Reading, claim: Quote | NumberClaim, quote: Quote | None) -> Stated:
    case = Given(reading, claim, quote, reading.index.in_headline(claim.span.start))
    base, rule, evidence = _base(case)
    speaker, others = case.speaker, case.others
    return Stated(
        place=located(reading.document, claim.span),
        claim=claim.id,
        kind="quote" if isinstance(claim, Quote) else "figure",
        words=_words(reading, claim, quote),
        base=base,
        evidence=tuple(located(reading.document, item.span) for item in evidence),
        rule=rule,
        speaker=speaker.name if speaker else next(iter(others), ""),
        names=reading.names_of(speaker) | folded(others),
        bodies=_bodies(reading, speaker),
        named=speaker is not None and speaker.kind in NAMED,
        told=case.told is not None,
        verbal=not isinstance(claim, Quote) or _is_verbal(reading, claim),
        body=speaker is not None and speaker.kind == "organisation",
        verbs=_verbs(reading, case.source),
        direct=isinstance(claim, Quote) and claim.form != "indirect",
        denied=reading.denied(claim.fragments) if isinstance(claim, Quote) else frozenset(),
        meaning=_meaning(reading, claim, quote),
    )


def _base(case: Given) -> tuple[Base, str, tuple[Passage, ...]]:
    """How the article gives a claim, the rule that says so, and the words that show it."""
    decision = BASE.decide(case, case.claim.span)
    return (_BASES[decision.rule], decision.rule, decision.found) if decision else ("open", "", ())


def _is_verbal(reading: Reading, quote: Quote) -> bool:
    """Whether a verb is among the words of a quote: not in "announced **an appeal**"."""
    words = (word for span in quote.fragments for word in reading.index.overlapping(span))
    return any(reading.index.tokens[word].upos in ("VERB", "AUX", None) for word in words)


def _verbs(reading: Reading, claim: Quote | NumberClaim) -> frozenset[str]:
    """The lemmas of the words that say who says it."""
    words = reading.index.overlapping(claim.cue.span) if claim.cue else ()
    return frozenset(reading.tree.lemma(word) for word in words)


def _bodies(reading: Reading, speaker: Speaker | None) -> frozenset[str]:
    """The organisations that a speaker belongs to, in small letters."""
    entity = reading.entities.get(speaker.entity or "") if speaker else None
    held = [reading.entities.get(role.organisation or "") for role in entity.held] if entity else []
    names = [item.name for item in held if item]
    names += [speaker.affiliation.text] if speaker and speaker.affiliation else []
    names += reading.employers(speaker) if speaker else []
    return folded(names)
