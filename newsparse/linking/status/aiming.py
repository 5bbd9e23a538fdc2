"""The rules for which claim of an article a reply is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from newsparse.linking.status.asked import Asked, inside
from newsparse.linking.status.claims import Stated
from newsparse.linking.status.likeness import agree, alike, opposed, owned, wholes
from newsparse.linking.status.matters import TAKING_PART, of_another
from newsparse.model import Span
from newsparse.rules import Rule, RuleSet


def _by_place(case: Asked) -> list[Stated]:
    """What is said by somebody else where the reply is read as a part of it."""
    if not case.reply.within:
        return []
    span = case.reading.index.tokens[case.word].span
    own = case.reading.tree.phrase(case.word)
    within = [item for item in case.every if around(item, span) and not item.names & case.names]
    within = [item for item in within if item.place.start < own.start]
    return within[:1] or [item for item in case.before if item.kind == "quote" and not item.names & case.names][:1]


def _by_words(case: Asked) -> list[Stated]:
    if not case.words:
        return []
    if case.reply.contrary:
        return _by_negation(case)
    figures = [item for item in _figures(case.every) if covered(item, case)]
    if figures and _own_words(case) and case.reply.about is None:
        return figures
    found = _most_alike(case.words, [item for item in case.every if _may_be_repeated(item, case)])
    return wholes(found, figures=case.counts or case.reply.figure) if found else _last_with_predicate(case)


def _most_alike(words: frozenset[str], claims: Sequence[Stated]) -> list[Stated]:
    """The claims that have most of some words; none where none has enough."""
    most = max((alike(words, item) for item in claims), default=0.0)
    return [item for item in claims if alike(words, item) == most] if most else []


def _may_be_repeated(claim: Stated, case: Asked) -> bool:
    """Whether a reply may repeat a claim: it is not the reply itself, nor negated where that is not."""
    if _is_reply(claim, case) or covered(claim, case) or not _is_own_of_its_kind(claim, case):
        return False
    if claim.base == "denied" and case.reply.effect == "confirmed":
        return False
    if _is_stated_figure(claim) and (_beside(claim, case) or not _may_be_counted(case)):
        return False
    return _may_answer(claim, case) and _says_the_same(claim, case)


def _says_the_same(claim: Stated, case: Asked) -> bool:
    """Whether a claim negates the same of the words that a reply repeats, and tells nothing else of it.

    What the article says of a figure is mostly not what is said of it: "the dam, with 40 gates, is old".
    """
    if not agree(case.words, case.denied, claim) or _is_stated_figure(claim):
        return agree(case.words, case.denied, claim)
    taking_part = 0 if case.owners else TAKING_PART  # who names whose claim it is may tell it in other words
    return not of_another(case.meaning, claim.meaning, taking_part=taking_part)


def _is_own_of_its_kind(claim: Stated, case: Asked) -> bool:
    """Whether a claim is a figure where only that is meant, and one's own where a clause is taken back."""
    if _own_words(case) and case.reply.about is None and not claim.names & case.names:
        return False
    return claim.kind == "figure" or not case.reply.figure


def _is_reply(claim: Stated, case: Asked) -> bool:
    """Whether a claim is the quote that the reply is made in."""
    return case.own is not None and claim.claim == case.own.id


def _is_stated_figure(claim: Stated) -> bool:
    """Whether the article itself states a figure: "the dam has 40 gates"."""
    return claim.base == "asserted"


def _last_with_predicate(case: Asked) -> list[Stated]:
    """The claim just before, of somebody else who is not named, that has the predicate of what is repeated."""
    if case.owners:
        return []
    last = (item for item in case.before[:1] if not _beside(item, case))
    having = [item for item in last if not item.names & case.names and _may_be_denied(item, case)]
    return [item for item in having if _says_the_same(item, case)]


def _may_be_denied(claim: Stated, case: Asked) -> bool:
    """Whether the claim just before has the predicate that is repeated, or is denied in other words: "that any did"."""
    if claim.words & case.core:
        return True
    near = case.reading.index.sentence_at(claim.place.end) + 1 >= (case.reading.index.sentence_of(case.word) or 0)
    quoted = claim.kind == "quote" and claim.base == "reported" and claim.verbal
    return near and quoted and case.denies and bool(claim.words & case.words)


def _by_negation(case: Asked) -> list[Stated]:
    """The last claim of somebody else that affirms what is negated."""
    others = (item for item in case.before if not item.names & case.names)
    return [item for item in others if not case.counts and opposed(case.words, case.core, item)][:1]


def _beside(claim: Stated, case: Asked) -> bool:
    """Whether a figure that the article states has the words of the reply's own sentence: "the inn, with 40 rooms"."""
    index = case.reading.index
    here = index.sentence_at(claim.place.start) == index.sentence_at(index.tokens[case.word].span.start)
    return here and _is_stated_figure(claim)


def _may_be_counted(case: Asked) -> bool:
    """Whether a reply may repeat a figure that the article states: it is about one, or repeats one."""
    return case.counts or case.reply.figure


def around(claim: Stated, span: Span) -> bool:
    """Whether a quote has the words of a reply in it, and so is one itself."""
    return claim.kind == "quote" and claim.place.start <= span.start and span.end <= claim.place.end


def says(claim: Stated) -> bool:
    """Whether a claim says anything; a figure does even without words."""
    return bool(claim.words) or claim.kind == "figure"


def covered(claim: Stated, case: Asked) -> bool:
    """Whether a claim is among the words of a reply that repeat one."""
    return case.reply.clause is not None and inside(claim, case.reply.clause)


def _figures(claims: Iterable[Stated]) -> list[Stated]:
    return [item for item in claims if item.kind == "figure"]


def _with_words(words: frozenset[str], claims: Iterable[Stated]) -> list[Stated]:
    """The claims that have one of some words."""
    return [item for item in claims if item.words & words]


def _may_answer(claim: Stated, case: Asked) -> bool:
    """Whether a reply may be about a claim by whose it is: one's own are only taken back."""
    return _own_words(case) or not claim.names & case.names


def _own_words(case: Asked) -> bool:
    return case.reply.effect == "corrected"


def _says_what(case: Asked) -> bool:
    """Whether a reply says which claim it is about: it repeats it, or names whose it is."""
    return bool(case.owners or case.words)


def spelled(claim: Stated, case: Asked) -> bool:
    """Whether a claim is the noun that a reply is about with what spells that out, or the figure behind it."""
    about, index = case.reply.about, case.reading.index
    if about is None or about == case.word or claim.place.end <= index.tokens[about].span.start:
        return False
    if claim.kind == "figure":
        return case.figure and inside(claim, case.reading.tree.phrase(about))
    noun = index.tokens[about].span
    return claim.told and any(item.start == noun.start for item in claim.evidence)


def _by_owner(case: Asked) -> list[Stated]:
    found = _of_whoever_is_named(case) or _of_a_body(case)
    return ((_figures(found) if case.figure else []) or _quotes_first(found))[:1]


def _quotes_first(claims: list[Stated]) -> list[Stated]:
    """Some claims, of which the first is the quote that the first figure is in, if any."""
    first = next(iter(claims), None)
    around = [item for item in claims if first is not None and item.kind == "quote" and _has(item, first)]
    return [*around[:1], *claims] if first is not None and first.kind == "figure" else claims


def _has(quote: Stated, figure: Stated) -> bool:
    return quote.place.start <= figure.place.start and figure.place.end <= quote.place.end


def _of_whoever_is_named(case: Asked) -> list[Stated]:
    """The claims of whoever is named before the noun, with words of the reply, those of its topic first."""
    found = owned(case.owners, case.before)
    if _own_words(case) and not case.figure:
        found = [item for item in found if item.kind == "quote"]
    if case.words:
        found = [item for item in _with_words(case.words, found) if not covered(item, case)]
    return _with_words(case.topic, found) or found


def _of_a_body(case: Asked) -> list[Stated]:
    """The figures of bodies, where the noun is for the figure of one that is not named: "the company's count"."""
    if not case.figure or not case.of_a_body:
        return []
    return [item for item in _figures(case.about) if item.body and not item.names & case.names]


def _by_figure(case: Asked) -> list[Stated]:
    if not case.figure or _says_what(case):
        return []
    figures = [item for item in _figures(case.about) if not case.measure or item.words & case.measure]
    others = [item for item in figures if not item.names & case.names] or figures
    return ([item for item in others if not _is_stated_figure(item)] or others)[:1]


def _by_person(case: Asked) -> list[Stated]:
    if not case.person or _says_what(case):
        return []
    found = [item for item in case.about if item.names and _may_answer(item, case)]
    return _quotes_first(_said_likewise(found, case))[:1]


def _said_likewise(claims: list[Stated], case: Asked) -> list[Stated]:
    """Those of some claims that are said with the verb of the noun, "complained" for "complaint"; all if none is."""
    return [item for item in claims if item.verbs & case.cognates] or claims


def _is_far_back(claim: Stated, case: Asked) -> bool:
    """Whether another sentence stands between a claim and an exclamation, which is about what was said right before."""
    index = case.reading.index
    apart = index.sentence_of(case.word) or 0
    alone = case.reply.about == case.word and case.own is not None and case.own.form == "direct"
    return alone and apart - index.sentence_at(claim.place.end) > 1


def _by_nearness(case: Asked) -> list[Stated]:
    if case.reply.about is None or case.figure or _says_what(case):
        return []
    others = [item for item in case.about if _may_answer(item, case) and not _is_far_back(item, case)]
    others = _said_likewise(_with_words(case.thing, others) or others, case)
    quoted = [item for item in others if item.kind == "quote" and item.verbal]
    return (quoted or _of_somebody(others, case, case.reply.about))[:1]


def _of_somebody(claims: Iterable[Stated], case: Asked, about: int) -> list[Stated]:
    """The claims of somebody who is named; none for a noun that means words: "the remark"."""
    if case.reading.tree.lemma(about) in case.reading.lexicon.words("across.references.words"):
        return []
    return [item for item in claims if item.names]


def _found(find: Callable[[Asked], list[Stated]]) -> Callable[[Asked], tuple[Stated, ...] | None]:
    """The ``find`` of a rule that has no answer where there is no claim."""

    def claims(case: Asked) -> tuple[Stated, ...] | None:
        return tuple(find(case)) or None

    return claims


def _shown(claims: tuple[Stated, ...]) -> str:
    return ", ".join(repr(item.place.text) for item in claims)


TARGET: RuleSet[Asked, tuple[Stated, ...]] = RuleSet(
    name="across.target",
    summary="Which claim of the article words of disputing, confirming or taking back are about",
    shown=_shown,
    rules=(
        Rule(
            name="across.target.place",
            summary="The one that the reply is read as a part of",
            find=_found(_by_place),
            fires="Ada Brook said the dam was unsafe, which Erik Halle denies.",
            quiet="Ada Brook said the dam was unsafe. Erik Halle denied this.",
        ),
        Rule(
            name="across.target.words",
            summary="The one that says the same as the clause that is denied or confirmed",
            find=_found(_by_words),
            fires="Ada Brook said the dam had leaked. Erik Halle denied that the dam had leaked.",
            quiet="Ada Brook said the school was shut. Erik Halle denied that the dam had leaked.",
        ),
        Rule(
            name="across.target.owner",
            summary="The last one of whoever is named before the noun",
            find=_found(_by_owner),
            fires="Ada Brook said the dam had leaked. Nora Beck said it rained. Erik Halle rejected Brook's claim.",
            quiet="Ada Brook said the dam had leaked. Nora Beck said it rained. Erik Halle rejected this claim.",
        ),
        Rule(
            name="across.target.figure",
            summary="The last figure of somebody else, for a noun that means a figure",
            find=_found(_by_figure),
            fires="Ada Brook said 40 dams had leaked. Erik Halle disputed the number.",
            quiet="Ada Brook said the dams had leaked. Erik Halle disputed the number.",
        ),
        Rule(
            name="across.target.person",
            summary="The last one of somebody else, for a pronoun that means whoever made it",
            find=_found(_by_person),
            fires="Ada Brook said the dam had leaked. Erik Halle contradicted her.",
            quiet="Ada Brook said the dam had leaked. Erik Halle contradicted this.",
        ),
        Rule(
            name="across.target.nearest",
            summary="The last one of somebody else",
            find=_found(_by_nearness),
            fires="Ada Brook said the dam had leaked. Erik Halle contradicted this.",
            quiet="Erik Halle contradicted this.",
        ),
    ),
)
"""The rules for the target of a reply; the first with an answer decides."""
