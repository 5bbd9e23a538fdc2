"""Which claim of an article a reply is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import attrs

from newsparse.linking.figures.profiles import located
from newsparse.linking.status.answers import replies
from newsparse.linking.status.claims import Stated
from newsparse.linking.status.likeness import agree, alike, opposed, owned, wholes
from newsparse.linking.status.reading import Reading
from newsparse.linking.status.triggers import Effect, Reply
from newsparse.model import Located, Quote, Span
from newsparse.rules import Rule, RuleSet

BACK = 4
"""How many claims back "this" or "the claim" may refer."""


@attrs.frozen(kw_only=True)
class Answer:
    """What a place of an article does to a claim: ``targets`` are the ids of claims of the same article.

    ``by`` is who does it, "" for the article itself, ``names`` are all names for them in small letters. ``words``
    repeat the claim, and ``owners`` name whose claim it is: by these, claims of other articles are found. ``beside``
    are the words of the quote that it comes with: "it has peaked, she said, confirming his statement". ``figure`` says
    that it is about a figure, ``counts`` that it repeats one, and ``repeated`` are the ids of claims in its own words,
    which are those of somebody else where ``about_noun``: "rejects the claim that it rained". ``denied`` are those of
    the words that a negation goes with, ``core`` is the predicate that it negates where the claim has to affirm that.
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


@attrs.frozen(eq=False)
class Asked:
    """A reply and the claims of its article: those before it, the nearest first, and all."""

    reading: Reading
    word: int
    reply: Reply
    names: frozenset[str]
    own: Quote | None
    before: Sequence[Stated]
    every: Sequence[Stated]

    @property
    def words(self) -> frozenset[str]:
        """What the reply repeats of the claim."""
        return self.reading.telling([self.reply.clause]) if self.reply.clause else frozenset()

    @property
    def denied(self) -> frozenset[str]:
        """The words of what it repeats that a negation goes with."""
        return self.reading.denied([self.reply.clause]) if self.reply.clause else frozenset()

    @property
    def core(self) -> frozenset[str]:
        """What the clause that repeats it says of somebody: its predicate, or all words where that says nothing."""
        clause, reading = self.reply.clause, self.reading
        top = reading.tree.top(reading.index.overlapping(clause)) if clause else None
        found = reading.telling([reading.index.tokens[top].span]) if top is not None else frozenset[str]()
        return found or self.words

    @property
    def owners(self) -> frozenset[str]:
        """Whose claim it is, by the words before the noun, or by the subject of "the auditors were right"."""
        about = self.reply.about
        if about is None:
            return frozenset()
        owner = self.reading.owner(about)
        if owner is None and about != self.word and not self._is_reference(about):
            owner = about
        if owner is None or self.reading.index.tokens[owner].upos in ("PRON", "VERB"):
            return frozenset()
        return frozenset(name.casefold() for name in self.reading.named(owner))

    @property
    def topic(self) -> frozenset[str]:
        """What the noun says that the claim is about: "her fear of floods", "the number of ships"."""
        about, lists = self.reply.about, self.reading.lexicon
        if about is None or about == self.word or self.reply.clause:
            return frozenset()
        cases = lists.words("across.topics") | lists.words("across.owning")
        tree, owner = self.reading.tree, self.reading.owner(about)
        places = [item for item in tree.children(about, "nmod") if tree.case(item) in cases and item != owner]
        return self.reading.telling(map(tree.phrase, places))

    @property
    def about(self) -> Sequence[Stated]:
        """The claims before it, the nearest first, that have a word of its topic, where it has one."""
        topic = self.topic
        return [item for item in self.before[:BACK] if not topic or item.words & topic]

    @property
    def counts(self) -> bool:
        """Whether a figure is among the words that repeat the claim."""
        clause = self.reply.clause
        return clause is not None and any(item.kind == "figure" and _inside(item, clause) for item in self.every)

    @property
    def person(self) -> bool:
        """Whether it refers to the claim by whoever made it: "contradicted her", "his claim"."""
        about = self.reply.about
        if about is None:
            return False
        owner = self.reading.owner(about)
        lower = self.reading.index.words.lower[about]
        lists = self.reading.lexicon
        named = lower in lists.words("across.pronouns.person") or lower in lists.words("across.speakers")
        return owner is not None or named

    @property
    def figure(self) -> bool:
        """Whether it refers to a figure."""
        about = self.reply.about
        lexicon = self.reading.lexicon
        if self.reply.figure:
            return True
        return about is not None and self.reading.tree.lemma(about) in lexicon.words("across.references.figure")

    def _is_reference(self, word: int) -> bool:
        lexicon = self.reading.lexicon
        return self.reading.tree.lemma(word) in lexicon.words("across.references") or self.reading.index.words.lower[
            word
        ] in lexicon.words("across.pronouns")


def _by_words(case: Asked) -> list[Stated]:
    words = case.words
    if not words or case.reply.contrary:
        return _by_negation(case) if words else []
    figures = case.reply.effect == "corrected" and case.reply.about is None
    if figures and case.reply.clause:
        clause = case.reply.clause
        return [item for item in case.every if item.kind == "figure" and _inside(item, clause)]
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


def _inside(claim: Stated, span: Span) -> bool:
    return span.start <= claim.place.start and claim.place.end <= span.end


def _around(claim: Stated, span: Span) -> bool:
    """Whether a quote has the words of a reply in it, and so is one itself."""
    return claim.kind == "quote" and claim.place.start <= span.start and span.end <= claim.place.end


def _says(claim: Stated) -> bool:
    """Whether a claim says anything; a figure does even without words."""
    return bool(claim.words) or claim.kind == "figure"


def _covered(claim: Stated, case: Asked) -> bool:
    return case.reply.clause is not None and _inside(claim, case.reply.clause)


def _by_owner(case: Asked) -> list[Stated]:
    found = [item for item in case.before if owned(case.owners, item)]
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
    """The replies of an article with the claims that they are about, in it or elsewhere."""
    found = list(replies(reading))
    spans = [reading.index.tokens[word].span for word, _, _ in found]
    told = [span for (_, reply, _), span in zip(found, spans, strict=True) if not reply.contrary]
    every, claims = claims, [item for item in claims if _says(item) and not any(_around(item, span) for span in told)]
    for (word, reply, rule), span in zip(found, spans, strict=True):
        by, names, own = _by(reading, word, reply)
        before = [item for item in reversed(claims) if item.place.end <= span.start]
        case = Asked(reading, word, reply, names, own, before, claims)
        decision = TARGET.decide(case, span)
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
            words=case.words,
            owners=case.owners,
            beside=_beside(reading, word),
            figure=case.figure,
            counts=case.counts,
            core=case.core if reply.contrary else frozenset(),
            denied=case.denied,
        )


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
    own = cued or around
    if own is not None and own.speaker is not None and (cued or reply.by is None or _first_person(reading, reply.by)):
        return own.speaker.name, reading.names_of(own.speaker), own
    if reply.by is None:
        return "", frozenset(), own
    names = list(reading.named(reply.by))
    return names[0], frozenset(name.casefold() for name in names), own


def _first_person(reading: Reading, word: int) -> bool:
    return reading.index.words.lower[word] in reading.lexicon.words("grammar.pronouns.speaker")
