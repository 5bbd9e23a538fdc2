"""Which claim of an article a reply is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import attrs

from newsparse.linking.figures.profiles import located
from newsparse.linking.status.answers import replies
from newsparse.linking.status.antecedents import clause_of, meant, noun_before, noun_said_of
from newsparse.linking.status.asked import Asked, inside
from newsparse.linking.status.claims import Stated
from newsparse.linking.status.likeness import agree, alike, opposed, owned, wholes
from newsparse.linking.status.meaning import Meaning
from newsparse.linking.status.reading import Reading
from newsparse.linking.status.triggers import Effect, Reply
from newsparse.model import Located, Quote, Span, Speaker
from newsparse.rules import Rule, RuleSet

_PRONOUNS = ("PRON", "DET")


@attrs.frozen(kw_only=True)
class Answer:
    """What a place of an article does to a claim: ``targets`` are the ids of claims of the same article.

    ``by`` is who does it, "" for the article itself, ``names`` are all names for them in small letters. ``words``
    repeat the claim, and ``owners`` name whose claim it is: by these, claims of other articles are found. ``beside``
    are the words of the quote that it comes with: "it has peaked, she said, confirming his statement". ``figure`` says
    that it is about a figure, ``counts`` that it repeats one, and ``repeated`` are the ids of claims in its own words,
    which are those of somebody else where ``about_noun``: "rejects the claim that it rained". ``denied`` are those of
    the words that a negation goes with, ``core`` is the predicate that it negates where the claim has to affirm that.
    ``meaning`` is what the words that repeat the claim say, ``sentence`` where the sentence of the reply ends.
    """

    effect: Effect
    place: Located
    by: str
    names: frozenset[str]
    rule: str
    targets: tuple[str, ...] = ()
    repeated: tuple[str, ...] = ()
    about_noun: bool = False
    target_rule: str = ""
    words: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    figure: bool = False
    counts: bool = False
    core: frozenset[str] = frozenset()
    denied: frozenset[str] = frozenset()
    meaning: Meaning = ()
    sentence: int = 0


def _by_place(case: Asked) -> list[Stated]:
    """What is said by somebody else where the reply is read as a part of it."""
    if not case.reply.within:
        return []
    span = case.reading.index.tokens[case.word].span
    around = [item for item in case.every if _around(item, span) and not item.names & case.names]
    return around[:1] or [item for item in case.before if item.kind == "quote" and not item.names & case.names][:1]


def _by_words(case: Asked) -> list[Stated]:
    words = case.words
    if not words or case.reply.contrary:
        return _by_negation(case) if words else []
    figures = case.reply.effect == "corrected" and case.reply.about is None
    if figures and case.reply.clause:
        clause = case.reply.clause
        return [item for item in case.every if item.kind == "figure" and inside(item, clause)]
    found = [item for item in case.every if item.claim != (case.own and case.own.id) and not _covered(item, case)]
    found = [item for item in found if _own_words(case) or not item.names & case.names]
    found = [item for item in found if agree(words, case.denied, item)]
    if case.reply.figure:
        found = [item for item in found if item.kind == "figure"]
    most = max((alike(words, item) for item in found), default=0.0)
    last = [item for item in case.before[:1] if item.words & case.core and agree(words, case.denied, item)]
    last = [item for item in last if not (case.owners or item.names & case.names)]
    if not most:
        return last
    return wholes([item for item in found if alike(words, item) == most], figures=case.counts or case.reply.figure)


def _by_negation(case: Asked) -> list[Stated]:
    """The last claim of somebody else that affirms what is negated."""
    others = (item for item in case.before if not item.names & case.names)
    return [item for item in others if not case.counts and opposed(case.words, case.core, item)][:1]


def _around(claim: Stated, span: Span) -> bool:
    """Whether a quote has the words of a reply in it, and so is one itself."""
    return claim.kind == "quote" and claim.place.start <= span.start and span.end <= claim.place.end


def _says(claim: Stated) -> bool:
    """Whether a claim says anything; a figure does even without words."""
    return bool(claim.words) or claim.kind == "figure"


def _covered(claim: Stated, case: Asked) -> bool:
    return case.reply.clause is not None and inside(claim, case.reply.clause)


def _by_owner(case: Asked) -> list[Stated]:
    found = owned(case.owners, case.before)
    if case.words:
        found = [item for item in found if item.words & case.words and not _covered(item, case)]
    if case.topic:
        found = [item for item in found if item.words & case.topic] or found
    fitting = [item for item in found if item.kind == "figure"] if case.figure else []
    return (fitting or found)[:1]


def _by_figure(case: Asked) -> list[Stated]:
    if not case.figure or case.owners or case.words:
        return []
    figures = [item for item in case.about if item.kind == "figure"]
    return ([item for item in figures if not item.names & case.names] or figures)[:1]


def _by_person(case: Asked) -> list[Stated]:
    if not case.person or case.owners or case.words:
        return []
    return [item for item in case.about if item.names and (_own_words(case) or not item.names & case.names)][:1]


def _own_words(case: Asked) -> bool:
    return case.reply.effect == "corrected"


def _by_nearness(case: Asked) -> list[Stated]:
    if case.reply.about is None or case.owners or case.figure or case.words:
        return []
    others = [item for item in case.about if _own_words(case) or not item.names & case.names]
    quoted = [item for item in others if item.kind == "quote"]
    noun = case.reading.tree.lemma(case.reply.about) in case.reading.lexicon.words("across.references.words")
    return (quoted or ([] if noun else [item for item in others if item.names]))[:1]


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


def answers(reading: Reading, claims: Sequence[Stated]) -> Iterator[Answer]:
    """The replies of an article with the claims that they are about, in it or elsewhere; in a sentence, each once."""
    known = set()
    for answer in _answers(reading, claims):
        about = answer.targets or answer.owners
        key = answer.effect, answer.by, about, reading.index.sentence_at(answer.place.start)
        if not about or key not in known:
            yield answer
        known.add(key)


def _answers(reading: Reading, claims: Sequence[Stated]) -> Iterator[Answer]:
    found = list(replies(reading))
    spans = [reading.index.tokens[word].span for word, _, _ in found]
    told = [span for (_, reply, _), span in zip(found, spans, strict=True) if not (reply.contrary or reply.within)]
    every, claims = claims, [item for item in claims if _says(item) and not any(_around(item, span) for span in told)]
    for (word, reply, rule), span in zip(found, spans, strict=True):
        by, names, own = _by(reading, word, reply)
        before = [item for item in reversed(claims) if item.place.end <= span.start]
        case = Asked(reading, word, reply, names, own, before, claims)
        case = _leaning(case, noun_said_of(reading, word))
        decision = TARGET.decide(case, span)
        case = case if decision else _leaning(case, noun_before(reading, word))
        yield Answer(
            effect=reply.effect,
            place=located(reading.document, _evidence(reading, word, reply)),
            by=by,
            names=names,
            rule=rule,
            targets=tuple(item.claim for item in decision.found) if decision else (),
            repeated=tuple(item.claim for item in every if _covered(item, case)),
            about_noun=reply.about is not None and reply.clause is not None,
            target_rule=decision.rule if decision else "",
            words=case.words or (case.topic if not case.owners else frozenset()),
            owners=case.owners,
            beside=_beside(reading, word),
            figure=case.figure,
            counts=case.counts,
            core=case.core if reply.contrary else frozenset(),
            denied=case.denied,
            meaning=case.meaning,
            sentence=reading.index.span(reading.index.sentence(word)).end,
        )


def _leaning(case: Asked, noun: int | None) -> Asked:
    """The reply as one to a noun for a claim beside it, where it says nothing of its own: "That is nonsense"."""
    about, reading = case.reply.about, case.reading
    own = about == case.word or (about is not None and reading.index.tokens[about].upos in _PRONOUNS)
    noun = noun if own and not (case.words or case.owners) else None
    if noun is None:
        return case
    clause = clause_of(reading, noun)
    span = reading.tree.phrase(clause) if clause is not None else None
    return attrs.evolve(case, reply=attrs.evolve(case.reply, about=noun, clause=span))


def _beside(reading: Reading, word: int) -> frozenset[str]:
    """The words of the quotes whose cue is above a word."""
    quotes = [quote for place in reading.tree.above(word) if (quote := reading.cued_by(place))]
    return reading.telling([piece for quote in quotes for piece in quote.fragments])


def _evidence(reading: Reading, word: int, reply: Reply) -> Span:
    """From the word that answers to the one that refers to the claim, or to the end of what repeats it."""
    places = [reading.index.tokens[word].span]
    if reply.about is not None:
        places.append(reading.tree.phrase(reply.about, without=("acl", "acl:relcl")))
    elif reply.clause is not None:
        places.append(reply.clause)
    return Span(min(item.start for item in places), max(item.end for item in places))


def _by(reading: Reading, word: int, reply: Reply) -> tuple[str, frozenset[str], Quote | None]:
    """Who answers, by all names, and the quote that the answer is in or leads to."""
    cued, around = reading.cued_by(word), reading.quote_at(word)
    own = cued or (None if _is_cued_by(reading, around, reply.about) else around)
    if own is not None and own.speaker is not None and (cued or reply.by is None or _first_person(reading, reply.by)):
        return *_named(reading, own.speaker), own
    if reply.by is None:
        return "", frozenset(), own
    if own is not None and own.form == "indirect" and own.speaker is not None and _third_person(reading, reply.by):
        return *_named(reading, own.speaker), own
    names = list(reading.named(meant(reading, reply.by)))
    return names[0], frozenset(name.casefold() for name in names), own


def _named(reading: Reading, speaker: Speaker) -> tuple[str, frozenset[str]]:
    """The name of a speaker, and all names; of "they", of whom nothing is known, those of the sentence before."""
    words = reading.index.overlapping(speaker.mention.span) if speaker.mention and not speaker.entity else range(0)
    other = meant(reading, words[0]) if len(words) == 1 else None
    if other is None or other in words:
        return speaker.name, reading.names_of(speaker)
    names = list(reading.named(other))
    return names[0], frozenset(name.casefold() for name in names)


def _is_cued_by(reading: Reading, quote: Quote | None, noun: int | None) -> bool:
    """Whether the noun that a reply is about leads to a quote, which is then not that of whoever replies."""
    if quote is None or quote.cue is None or noun is None:
        return False
    return quote.cue.span.overlaps(reading.index.tokens[noun].span)


def _third_person(reading: Reading, word: int) -> bool:
    return reading.index.words.lower[word] in reading.lexicon.words("across.speakers")


def _first_person(reading: Reading, word: int) -> bool:
    return reading.index.words.lower[word] in reading.lexicon.words("grammar.pronouns.speaker")
