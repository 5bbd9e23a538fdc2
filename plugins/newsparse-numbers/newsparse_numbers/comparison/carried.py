"""The rules by which a figure shares the subject of the figure before: "rose 12 percent, to 284"."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from newsparse.model import NumberClaim, QuantityKind
from newsparse.rules import Rule, RuleSet
from newsparse_numbers.comparison import patterns
from newsparse_numbers.comparison.neighbours import Carried, Neighbours
from newsparse_numbers.lexicon import one_of, words

_POINTS = frozenset(["basis-point", "index"])
_COUNTS = frozenset(["count", "ratio"])
_BRACKETED = frozenset(["count", "percent"])
_SHARES = _COUNTS | {"percent", "fraction"}
_FOLLOWED = frozenset(["percent", "money", "measure"])
_AMOUNTS = frozenset(["count", "money", "measure", "index"])
_ENDS = re.compile(r"[.!?;]\s")
_CARRIED = "numbers.carried."
_OF_A_GROUP = "numbers.subject.of-"
"""How the names of rules begin whose figures are some of a group."""


def _is_compared(pair: Neighbours) -> Carried | None:
    """For "sold 300 boats, up from 200": a figure of the same kind that does not count what follows it."""
    own = pair.claim.subject
    same = len(pair.kinds) == 1 and (own is None or own.span.start < pair.claim.span.start)
    compared = patterns.compared().fullmatch(pair.gap) or patterns.than().fullmatch(pair.gap)
    return pair.carried() if same and compared else None


def _is_coordinated(pair: Neighbours) -> Carried | None:
    """For "fell 5% in Orla and 3% in Kell": a figure of the same kind, joined to the one before."""
    same = not pair.has_own and len(pair.kinds) == 1
    if pair.claim.quantity.kind == "duration" and patterns.tells_when().match(pair.text, pair.claim.span.end):
        return None  # "a two-week trial, six years after the fire"
    return pair.carried() if same and patterns.joined().fullmatch(pair.gap) else None


def _level(pair: Neighbours) -> Carried | None:
    """For "rose 12 percent, to 284": the level that a change leads to."""
    if not pair.follows or pair.claim.role != "to" or pair.before.role != "change":
        return None
    if pair.before.direction != pair.claim.direction or _is_in_points(pair.before):
        return None
    points = pair.before.quantity.kind in _POINTS and pair.claim.quantity.kind == "count"
    return pair.carried(_of_points(pair) if points else None)


def _is_in_points(claim: NumberClaim) -> bool:
    """Whether what a figure counts is points, which nothing else is made of: "half a point", "a quarter point"."""
    return claim.subject is not None and claim.subject.text.split()[-1].lower() in words("measures.index_points")


def _later_level(pair: Neighbours) -> Carried | None:
    """For "a capacity of 56 million, before plunging to 14 million": the level that followed."""
    apart = pair.has_own or _ENDS.search(pair.gap) is not None
    moved = pair.claim.role == "to" and pair.before.role in ("level", "to") and len(pair.kinds) == 1
    return pair.carried() if moved and not apart and pair.claim.subject is None else None


def _is_times(pair: Neighbours) -> Carried | None:
    """For "calls - over 140,000 - 90 times more than in May": how many times as much that is."""
    times = pair.claim.quantity.kind == "multiplier" and pair.before.quantity.kind in _AMOUNTS
    alone = pair.claim.subject is None and pair.before.role == "level"
    return pair.carried() if times and alone and _apart().fullmatch(pair.gap) else None


@cache
def _apart() -> re.Pattern[str]:
    about = one_of(words("claims.about_compared"))
    return re.compile(rf"(?:[^.;!?]{{0,30}}\s)?[,–—-]+\s*(?:{about}\s+)?")


@cache
def _other_part() -> re.Pattern[str]:
    """What is between a share of a group and the share of another: " of the workforce and foreigners"."""
    of, joining, article = (
        one_of(words(name)) for name in ("claims.of", "claims.contrasting", "claims.place_articles")
    )
    noun = r"[\w’'-]+"
    return re.compile(rf"\s+{of}\s+(?:{noun}\s+){{0,3}}{noun},?\s+{joining}\s+(?:{article}\s+)?({noun}\s+)?{_NAMING}")


_NAMING = r"(?:[A-Z][\w’'-]*|[\w’'-]+s)\s+"
"""A name or a plural before its share."""


def _is_other_part(pair: Neighbours) -> Carried | None:
    """For "make locals 70 percent of the workforce and foreigners 30 percent": the share of the other part."""
    levels = pair.claim.role == pair.before.role == "level" and pair.kinds == {"percent"}
    alone = levels and not pair.has_own and _is_named(pair.text, pair.before.span.start - 1)
    return pair.carried() if alone and _other_part().fullmatch(pair.gap) else None


def _is_named(text: str, blank: int) -> bool:
    """Whether a name or a plural is right before a blank."""
    word = text[text.rfind(" ", 0, max(0, blank)) + 1 : max(0, blank)]
    return text[blank : blank + 1].isspace() and (word[:1].isupper() or word.endswith("s"))


def _of_points(pair: Neighbours) -> QuantityKind:
    """What a bare level is after a change in points: percent in "up 50 basis points to 1.85"."""
    kind, change, level = pair.before.quantity.kind, pair.before.quantity.value, pair.claim.quantity.value
    if kind != "basis-point" or change is None or level is None:
        return kind
    return "percent" if level < change or level != level.to_integral_value() else kind


def _change(pair: Neighbours) -> Carried | None:
    """For "284 points, up 12 percent": the change that led to a level."""
    changed = pair.follows and pair.claim.role == "change" and pair.before.role == "level"
    return pair.carried() if changed and patterns.moved().fullmatch(pair.gap) else None


def _named_change(pair: Neighbours) -> Carried | None:
    """For "a profit of $9 million, an increase of 12 percent": what changed, where only the change is named."""
    own, match = pair.claim.subject, patterns.apposed().fullmatch(pair.gap)
    if match is None or pair.claim.role != "change" or pair.before.role not in ("level", "to"):
        return None
    alone = own is not None and own.text.rsplit(None, 1)[-1].lower() in words("changes.nouns")
    behind = own is not None and own.span.start > pair.claim.span.end and not alone
    return pair.carried() if (alone or match["noun"]) and not behind else None


def _some_of_them(pair: Neighbours) -> Carried | None:
    """For "31 patients, four of whom died", "asked 900 adults: 40 percent were for it"."""
    if pair.claim.subject is not None or not pair.kinds <= _SHARES or pair.claim.role != "level":
        return None
    if pair.last in words("claims.tallies", "frames.amounts"):
        return None
    if pair.before.quantity.kind == "percent" and pair.before.whole is None and not _is_some(pair.before):
        return None  # "trade lags at 3 percent. Only 12 percent say"
    shares = pair.claim.quantity.kind in _COUNTS or pair.before.role == "level"
    answered = patterns.answering() if pair.claim.quantity.kind not in _COUNTS else patterns.anaphoric()
    return pair.carried() if shares and answered.match(pair.text, pair.claim.span.end) else None


def _is_some(claim: NumberClaim) -> bool:
    """Whether a figure is already one of some of a group."""
    return claim.rule.startswith(_CARRIED) or claim.rule.startswith(_OF_A_GROUP)


@cache
def _followed() -> re.Pattern[str]:
    """What says who comes next: ", followed by the north, which was down "."""
    return re.compile(rf"[^.;!?]{{0,20}}\b{one_of(words('claims.followed'))}\b[^.;!?]{{0,60}}")


def _is_followed(pair: Neighbours) -> Carried | None:
    """For "loans were down 11%, followed by the north, which was down 9%": the same of somebody else."""
    alike = len(pair.kinds) == 1 and pair.before.role == pair.claim.role and pair.claim.quantity.kind in _FOLLOWED
    return pair.carried() if alike and pair.claim.subject is None and _followed().fullmatch(pair.gap) else None


@cache
def _or() -> re.Pattern[str]:
    leads, about = one_of(words("ranges.or")), one_of(words("claims.about_compared"))
    noun = r"[\w’'-]+"
    return re.compile(rf"(?:\s{noun}){{1,4}}(?:,\s+{leads}|\s\()\s*(?:{about}\s+)?")


def _is_share_of(pair: Neighbours) -> Carried | None:
    """For "solved 360 cases, or 40 percent": the same in percent."""
    told = pair.before.quantity.kind == "count" and pair.claim.quantity.kind == "percent" and pair.counts_before
    alone = pair.claim.subject is None and pair.claim.role == pair.before.role == "level"
    return pair.carried() if told and alone and _or().fullmatch(pair.gap) else None


def _same_whole(pair: Neighbours) -> Carried | None:
    """For "51% of the vote, Rao 45%", "with 900 votes counted, Rao had 45%": another share of what is divided."""
    own, before = pair.claim, pair.before
    if own.subject is not None or not own.role == before.role == "level":
        return None
    counted = own.quantity.kind == "percent" and before.quantity.kind == "count" and pair.last in words("claims.cast")
    shared = pair.kinds == {"percent"} and pair.last in words("claims.divided")
    return pair.carried() if counted or shared else None


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


_LISTED = re.compile(r"(?:\s\w+)?\)?[^.!?()]{0,80}[A-Z][\w’'.-]*\s?\(")
_CLOSED = re.compile(r"(?:\s\w+)?\)")


def _is_listed(pair: Neighbours) -> Carried | None:
    """For "99% of its power, before Norway (98%) and Brazil (77%)": shares in a row of brackets."""
    alike = len(pair.kinds) == 1 and pair.kinds <= _BRACKETED and pair.claim.role == pair.before.role
    ends = [pair.claim.span.end] + [pair.before.span.end] * (pair.claim.quantity.kind == "count")
    closed = all(_CLOSED.match(pair.text, end) for end in ends)
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
            fires="The hospital had 31 patients. Four of them died.",
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
            fires="The chain opened shops in 36 towns in May, and another 32 in June.",
            quiet="The chain opened shops in 36 towns in May, and another 32 shops in June.",
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
            "followed",
            "The same of somebody else, after “followed by”",
            _is_followed,
            fires="Loans in the south were down 11.2 percent, followed by the north, which was down 9.4 percent.",
            quiet="Loans in the south were down 11.2 percent, followed by nine firms in the north.",
        ),
        _rule(
            "same-whole",
            "Another share of the votes or seats that the figure before is a share of",
            _same_whole,
            fires="Hale won 51% of the vote. Rao got 45%.",
            quiet="Hale won 51% of the vote. Rents rose 45%.",
        ),
        _rule(
            "share-of-them",
            "The share that a number of things is: “or 40 percent”",
            _is_share_of,
            fires="Police solved 360 cases, or 40 percent.",
            quiet="Police solved 360 cases, and 40 percent agreed.",
        ),
        _rule(
            "other-part",
            "The share of another part of what the figure before is a share of",
            _is_other_part,
            fires="The plan would make locals 70 percent of the workforce and foreigners 30 percent.",
            quiet="They backed 51% of women and 45% of men.",
        ),
        _rule(
            "later-level",
            "The level that followed the level before",
            _later_level,
            fires="Kell had a capacity of 56 million seats, before falling to 14 million.",
            quiet="Kell had a capacity of 56 million seats. Sales fell to 14 million.",
        ),
        _rule(
            "times",
            "How many times as much the figure before is",
            _is_times,
            fires="They made a record number of requests - over 9,000 - 12 times more than in May.",
            quiet="They made a record number of requests - over 9,000 - in 12 days.",
        ),
        _rule(
            "level",
            "The level that a change before it leads to",
            _level,
            fires="The number of patients rose 12 percent, to 284.",
            quiet="The number of patients rose to 284.",
        ),
        _rule(
            "named-change",
            "The change that led to the level before it, as a noun after a comma",
            _named_change,
            fires="They reported a profit of $9 million, an increase of 12 percent.",
            quiet="They reported a profit of $9 million and an increase of 12 percent.",
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
