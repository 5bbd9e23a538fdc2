"""Which claim of an article a reply is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import attrs

from newsparse.linking.figures.profiles import located
from newsparse.linking.status.answering import answering
from newsparse.linking.status.answers import replies
from newsparse.linking.status.antecedents import clause_of, noun_before, noun_said_of
from newsparse.linking.status.asked import Asked, inside
from newsparse.linking.status.claims import Stated
from newsparse.linking.status.likeness import agree, alike, opposed, owned, wholes
from newsparse.linking.status.meaning import Meaning
from newsparse.linking.status.reading import Reading
from newsparse.linking.status.triggers import Effect, Reply
from newsparse.model import Located, Span
from newsparse.rules import Decision, Rule, RuleSet

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
    if not case.words:
        return []
    if case.reply.contrary:
        return _by_negation(case)
    if _own_words(case) and case.reply.about is None:
        return [item for item in _figures(case.every) if _covered(item, case)]
    found = _most_alike(case.words, [item for item in case.every if _may_be_repeated(item, case)])
    return wholes(found, figures=case.counts or case.reply.figure) if found else _last_with_predicate(case)


def _most_alike(words: frozenset[str], claims: Sequence[Stated]) -> list[Stated]:
    """The claims that have most of some words; none where none has enough."""
    most = max((alike(words, item) for item in claims), default=0.0)
    return [item for item in claims if alike(words, item) == most] if most else []


def _may_be_repeated(claim: Stated, case: Asked) -> bool:
    """Whether a reply may repeat a claim: it is not the reply itself, nor negated where that is not."""
    if (case.own is not None and claim.claim == case.own.id) or _covered(claim, case):
        return False
    fits = claim.kind == "figure" or not case.reply.figure
    return fits and _may_answer(claim, case) and agree(case.words, case.denied, claim)


def _last_with_predicate(case: Asked) -> list[Stated]:
    """The claim just before, of somebody else who is not named, that has the predicate of what is repeated."""
    if case.owners:
        return []
    having = (item for item in case.before[:1] if item.words & case.core and not item.names & case.names)
    return [item for item in having if agree(case.words, case.denied, item)]


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


def _by_owner(case: Asked) -> list[Stated]:
    found = owned(case.owners, case.before)
    if case.words:
        found = [item for item in _with_words(case.words, found) if not _covered(item, case)]
    if case.topic:
        found = _with_words(case.topic, found) or found
    return ((_figures(found) if case.figure else []) or found)[:1]


def _by_figure(case: Asked) -> list[Stated]:
    if not case.figure or _says_what(case):
        return []
    figures = _figures(case.about)
    return ([item for item in figures if not item.names & case.names] or figures)[:1]


def _by_person(case: Asked) -> list[Stated]:
    if not case.person or _says_what(case):
        return []
    return [item for item in case.about if item.names and _may_answer(item, case)][:1]


def _by_nearness(case: Asked) -> list[Stated]:
    if case.reply.about is None or case.figure or _says_what(case):
        return []
    others = [item for item in case.about if _may_answer(item, case)]
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
    told = [reading.index.tokens[word].span for word, reply, _ in found if not (reply.contrary or reply.within)]
    about = [item for item in claims if _says(item) and not any(_around(item, span) for span in told)]
    for word, reply, rule in found:
        by, names, own = answering(reading, word, reply)
        span = reading.index.tokens[word].span
        before = [item for item in reversed(about) if item.place.end <= span.start]
        case = _leaning(Asked(reading, word, reply, names, own, before, about), noun_said_of(reading, word))
        decision = TARGET.decide(case, span)
        case = case if decision else _leaning(case, noun_before(reading, word))
        yield _answer(case, claims, decision, reply=reply, by=by, rule=rule)


def _answer(
    case: Asked,
    claims: Iterable[Stated],
    decision: Decision[tuple[Stated, ...]] | None,
    *,
    reply: Reply,
    by: str,
    rule: str,
) -> Answer:
    """A ``reply`` with the claims that it is about; ``case`` may lean on a noun beside it, ``claims`` are all."""
    reading = case.reading
    return Answer(
        effect=reply.effect,
        place=located(reading.document, _evidence(reading, case.word, reply)),
        by=by,
        names=case.names,
        rule=rule,
        targets=tuple(item.claim for item in decision.found) if decision else (),
        repeated=tuple(item.claim for item in claims if _covered(item, case)),
        about_noun=reply.about is not None and reply.clause is not None,
        target_rule=decision.rule if decision else "",
        words=case.words or (case.topic if not case.owners else frozenset()),
        owners=case.owners,
        beside=_beside(reading, case.word),
        figure=case.figure,
        counts=case.counts,
        core=case.core if reply.contrary else frozenset(),
        denied=case.denied,
        meaning=case.meaning,
        sentence=reading.index.span(reading.index.sentence(case.word)).end,
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
