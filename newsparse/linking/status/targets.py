"""Which claim of an article a reply is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from newsparse.linking.figures.profiles import located
from newsparse.linking.status.aiming import TARGET, around, covered, says, spelled
from newsparse.linking.status.answering import answering
from newsparse.linking.status.answers import replies
from newsparse.linking.status.antecedents import clause_of, noun_before, noun_said_of
from newsparse.linking.status.asked import Asked
from newsparse.linking.status.claims import Stated
from newsparse.linking.status.meaning import Meaning
from newsparse.linking.status.reading import Reading
from newsparse.linking.status.triggers import Effect, Reply
from newsparse.model import Located, Span
from newsparse.rules import Decision

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
    about = [item for item in claims if says(item) and not any(around(item, span) for span in told)]
    for word, reply, rule in found:
        by, names, own = answering(reading, word, reply)
        span = reading.index.tokens[word].span
        before = [item for item in reversed(about) if item.place.end <= span.start]
        case = Asked(reading, word, _with_clause(reading, word, reply), names, own, before, about)
        case = _leaning(case, noun_said_of(reading, word))
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
        repeated=tuple(item.claim for item in claims if covered(item, case) or spelled(item, case)),
        about_noun=_repeats_noun(case),
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


def _with_clause(reading: Reading, word: int, reply: Reply) -> Reply:
    """The reply with the clause that spells out the noun that it is about: "no truth in the story that it leaked"."""
    noun = reply.about if reply.clause is None and reply.about != word else None
    clause = None if noun is None else clause_of(reading, noun)
    return reply if clause is None else attrs.evolve(reply, clause=reading.tree.phrase(clause))


def _repeats_noun(case: Asked) -> bool:
    """Whether the reply repeats a claim behind the noun for it, which so is somebody else's."""
    spelled_out = any(spelled(item, case) for item in case.every)
    return case.reply.about is not None and (case.reply.clause is not None or spelled_out or bool(case.topic))


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
