"""The rules by which a figure shares the subject of the figure before: "rose 12 percent, to 284"."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import attrs

from newsparse.model import NumberClaim, Passage, QuantityKind, Span
from newsparse.rules import Rule, RuleSet
from newsparse_numbers.lexicon import endings, one_of, words

NEIGHBOUR_CHARS = 160
FOLLOWING_CHARS = 60
_ENDS = re.compile(r"[.!?;]\s")
_POINTS = frozenset(["basis-point", "index"])
_COUNTS = frozenset(["count", "ratio"])
_BRACKETED = frozenset(["count", "percent"])
_SHARES = _COUNTS | {"percent", "fraction"}


@attrs.frozen
class Carried:
    """The subject of the figure before, and the kind of quantity that this figure is with it."""

    subject: Passage
    head: Span | None
    kind: QuantityKind


@attrs.frozen(kw_only=True)
class Neighbours:
    """A figure, the one before it, and the text between and after."""

    before: NumberClaim
    claim: NumberClaim
    subject: Passage
    gap: str
    text: str

    @classmethod
    def of(cls, text: str, before: NumberClaim, claim: NumberClaim) -> Neighbours | None:
        """The two on one line, close to each other, where the first has a subject; else None."""
        between = claim.span.start - before.span.end
        if before.subject is None or between > NEIGHBOUR_CHARS:
            return None
        gap = text[before.span.end : claim.span.start]
        return None if "\n" in gap else cls(before=before, claim=claim, subject=before.subject, gap=gap, text=text)

    @property
    def kinds(self) -> set[QuantityKind]:
        """The kinds of both quantities."""
        return {self.before.quantity.kind, self.claim.quantity.kind}

    @property
    def has_own(self) -> bool:
        """Whether the subject found for the figure is after the figure before."""
        own = self.claim.subject
        return own is not None and own.span.start >= self.before.span.end

    @property
    def counts(self) -> bool:
        """Whether the subject found for the figure is behind it."""
        own = self.claim.subject
        return own is not None and own.span.start > self.claim.span.start

    @property
    def countable(self) -> bool:
        """Whether the subject found for the figure is behind it, or can be counted: a plural."""
        own = self.claim.subject
        last = own.text.rsplit(None, 1)[-1].lower() if own is not None else ""
        return self.counts or last in words("names.plurals") or last.endswith(endings("names.plural_endings"))

    @property
    def follows(self) -> bool:
        """Whether the figure is of another kind, close by in the same sentence, without a subject between."""
        apart = len(self.gap) >= FOLLOWING_CHARS or _ENDS.search(self.gap) is not None
        return not apart and not self.has_own and len(self.kinds) > 1

    def carried(self, kind: QuantityKind | None = None) -> Carried:
        """The subject of the figure before; ``kind`` is the figure's kind where that changes."""
        return Carried(self.subject, self.before.head, kind or self.claim.quantity.kind)


@cache
def _compared() -> re.Pattern[str]:
    leads, about = one_of(words("claims.compared")), one_of(words("claims.about_compared"))
    return re.compile(rf"[^.;!?]{{0,60}}\b{leads}(?:\s+{about})?\s+")


@cache
def _joined() -> re.Pattern[str]:
    joining, about = one_of(words("claims.joining")), one_of(words("claims.about_compared"))
    return re.compile(rf"[^.;!?,]{{0,40}}(?:,\s+{joining}|,|\s+{joining})(?:\s+{about})?\s+")


@cache
def _moved() -> re.Pattern[str]:
    moved, about = one_of(words("claims.up_or_down")), one_of(words("claims.about_moved"))
    return re.compile(rf"[^.;]{{0,40}},?\s+{moved}\s+(?:{about}\s+)?")


@cache
def _anaphoric() -> re.Pattern[str]:
    phrases = one_of(words("claims.anaphoric"))
    return re.compile(rf"\s{phrases}\b")


@cache
def _answering() -> re.Pattern[str]:
    """What a share of people does: "40 percent were for it", "a third said"."""
    phrases = one_of([*words("claims.anaphoric"), *words("shares.answers"), *words("claims.share_verbs")])
    adverbs = one_of(words("claims.share_adverbs"))
    verbs = one_of([*words("names.past_endings"), *words("changes.participle_endings")])
    manner = one_of(words("changes.adverb_endings"))
    return re.compile(rf"\s+(?:{adverbs}\s+|\w+{manner}\s+)?(?:{phrases}|\w+{verbs})\b")


def _is_compared(pair: Neighbours) -> Carried | None:
    """For "sold 300 boats, up from 200": a figure of the same kind that does not count what follows it."""
    own = pair.claim.subject
    same = len(pair.kinds) == 1 and (own is None or own.span.start < pair.claim.span.start)
    return pair.carried() if same and _compared().fullmatch(pair.gap) else None


def _is_coordinated(pair: Neighbours) -> Carried | None:
    """For "fell 5% in Orla and 3% in Kell": a figure of the same kind, joined to the one before."""
    same = not pair.has_own and len(pair.kinds) == 1
    return pair.carried() if same and _joined().fullmatch(pair.gap) else None


def _level(pair: Neighbours) -> Carried | None:
    """For "rose 12 percent, to 284": the level that a change leads to."""
    if not pair.follows or pair.claim.role != "to" or pair.before.role != "change":
        return None
    if pair.before.direction != pair.claim.direction:
        return None
    points = pair.before.quantity.kind in _POINTS and pair.claim.quantity.kind == "count"
    return pair.carried(_of_points(pair) if points else None)


def _of_points(pair: Neighbours) -> QuantityKind:
    """What a bare level is after a change in points: percent in "up 50 basis points to 1.85"."""
    kind, change, level = pair.before.quantity.kind, pair.before.quantity.value, pair.claim.quantity.value
    if kind != "basis-point" or change is None or level is None:
        return kind
    return "percent" if level < change or level != level.to_integral_value() else kind


def _change(pair: Neighbours) -> Carried | None:
    """For "284 points, up 12 percent": the change that led to a level."""
    changed = pair.follows and pair.claim.role == "change" and pair.before.role == "level"
    return pair.carried() if changed and _moved().fullmatch(pair.gap) else None


def _some_of_them(pair: Neighbours) -> Carried | None:
    """For "31 patients, four of whom died", "asked 900 adults: 40 percent were for it"."""
    if pair.claim.subject is not None or not pair.kinds <= _SHARES or pair.claim.role != "level":
        return None
    shares = pair.claim.quantity.kind in _COUNTS or pair.before.role == "level"
    answered = _answering() if pair.claim.quantity.kind not in _COUNTS else _anaphoric()
    return pair.carried() if shares and answered.match(pair.text, pair.claim.span.end) else None


@cache
def _taken_up() -> re.Pattern[str]:
    """A pronoun between two figures that stands for what the first measures."""
    return re.compile(rf"[^.;!?]{{0,60}}\b{one_of(words('claims.taken_up'))}\b[^.;!?]{{0,40}}")


def _is_taken_up(pair: Neighbours) -> Carried | None:
    """For "sales grew 2% in Orla, while they fell 5% in Kell": another change of the same thing."""
    changes = pair.before.role == pair.claim.role == "change" and len(pair.kinds) == 1
    if pair.claim.subject is not None or not changes:
        return None
    return pair.carried() if _taken_up().fullmatch(pair.gap) else None


def _same_whole(pair: Neighbours) -> Carried | None:
    """For "51% of the vote, Rao 45%": another share of what is divided among several."""
    own, before = pair.claim, pair.before
    levels = own.role == before.role == "level" and pair.kinds == {"percent"}
    if own.subject is not None or not levels:
        return None
    return pair.carried() if pair.subject.text.rsplit(None, 1)[-1].lower() in words("claims.divided") else None


@cache
def _included() -> re.Pattern[str]:
    leads, about = one_of(words("claims.including")), one_of(words("claims.about_compared"))
    return re.compile(rf"[^.;!?]{{0,120}}\b{leads}\s+(?:{about}\s+)?")


def _is_included(pair: Neighbours) -> Carried | None:
    """For "5 million people, including 3.7 million at risk": some of what was counted before."""
    same = len(pair.kinds) == 1 and pair.kinds <= _SHARES and pair.claim.role == "level"
    return pair.carried() if same and not pair.countable and _included().fullmatch(pair.gap) else None


@cache
def _more() -> re.Pattern[str]:
    leads, about = one_of(words("claims.more_of_them")), one_of(words("claims.about_compared"))
    return re.compile(rf"[^.;!?]{{0,120}}\b{leads}\s+(?:{about}\s+)?")


def _is_more(pair: Neighbours) -> Carried | None:
    """For "36 women died last year, and another 32 this year": more of what was counted before."""
    same = pair.kinds == {"count"} and pair.claim.role == "level"
    return pair.carried() if same and not pair.counts and _more().fullmatch(pair.gap) else None


_LISTED = re.compile(r"\)?[^.;!?()]{0,80}[A-Z][\w’'.-]*\s?\(")


def _is_listed(pair: Neighbours) -> Carried | None:
    """For "99% of its power, before Norway (98%) and Brazil (77%)": shares in a row of brackets."""
    alike = len(pair.kinds) == 1 and pair.kinds <= _BRACKETED and pair.claim.role == pair.before.role
    closed = pair.text[pair.claim.span.end : pair.claim.span.end + 1] == ")"
    return pair.carried() if alike and closed and pair.claim.subject is None and _LISTED.fullmatch(pair.gap) else None


def _rule(
    name: str, summary: str, find: Callable[[Neighbours], Carried | None], *, fires: str, quiet: str
) -> Rule[Neighbours, Carried]:
    return Rule(name=f"numbers.carried.{name}", summary=summary, find=find, fires=fires, quiet=quiet)


CARRIED: RuleSet[Neighbours, Carried] = RuleSet(
    name="numbers.carried",
    summary="Whether a figure without a subject shares that of the figure before.",
    rules=(
        _rule(
            "compared",
            "A figure of the same kind that the one before is compared with",
            _is_compared,
            fires="Some would see an average tax cut of $300, compared with $200 in 2020.",
            quiet="Some would see an average tax cut of $300, compared with 200 others.",
        ),
        _rule(
            "some-of-them",
            "Some of what was counted before: “of whom”, or a verb right after the figure",
            _some_of_them,
            fires="The hospital had 31 patients, four of whom died.",
            quiet="The hospital had 31 patients and four doctors.",
        ),
        _rule(
            "included",
            "Some of what was counted before, after “including”",
            _is_included,
            fires="The flood hit 90 towns, including 40 in Kell.",
            quiet="The flood hit 90 towns, including 40 ports in Kell.",
        ),
        _rule(
            "more-of-them",
            "More of what was counted before, after “another” or “a further”",
            _is_more,
            fires="The storm killed 36 sailors, and another 32 drowned in May.",
            quiet="The storm killed 36 sailors, and another 32 farmers drowned in May.",
        ),
        _rule(
            "in-brackets",
            "Shares or numbers in brackets after names in a row",
            _is_listed,
            fires="Iceland gets 99% of its power from rivers, before Norway (98%) and Brazil (77%).",
            quiet="Iceland gets 99% of its power from rivers. Norway (98%) follows.",
        ),
        _rule(
            "coordinated",
            "A figure of the same kind that is joined to the one before",
            _is_coordinated,
            fires="Rents fell 5% in Orla and 3% in Kell.",
            quiet="Rents fell 5% and wages 3%.",
        ),
        _rule(
            "taken-up",
            "Another change of what “it” or “they” refers to",
            _is_taken_up,
            fires="Sales grew 2% in Orla, while they fell 5% in Kell.",
            quiet="Sales grew 2% in Orla. They fell 5% in Kell.",
        ),
        _rule(
            "same-whole",
            "Another share of the votes or seats that the figure before is a share of",
            _same_whole,
            fires="Hale won 51% of the vote. Rao got 45%.",
            quiet="Hale won 51% of the vote. Rents rose 45%.",
        ),
        _rule(
            "level",
            "The level that a change before it leads to",
            _level,
            fires="The number of patients rose 12 percent, to 284.",
            quiet="The number of patients rose to 284.",
        ),
        _rule(
            "change",
            "The change that led to the level before it",
            _change,
            fires="Sales were $9 million, up 12 percent.",
            quiet="Sales rose 12 percent.",
        ),
    ),
    place=lambda carried: carried.head,
    shown=lambda carried: carried.subject.text,
)
