"""The role of a figure beside words of change: "fell 3%", "rose from 5 to 8", "a 4% increase", "three fewer"."""

from __future__ import annotations

import re
from functools import cache

import attrs

from newsparse.model import Direction, NumberRole
from newsparse_numbers.attachments.record import Attached
from newsparse_numbers.lexicon import one_of, table, words
from newsparse_numbers.numerals.lexing import Numeral

WINDOW = 90
_END = re.compile(
    r"[.!?;:\n”\"]\s|\s[—–]\s|\bthat\b(?!\s(?:to|by)\b)|\bwhich\b|\bwho\b|\bwhile\b|\bbecause\b|\bwhere\b|\bbut\b|\balthough\b"
)


@attrs.frozen
class Change:
    """The role and direction, and the name of the rule that gave them ("" for a level)."""

    role: NumberRole = "level"
    direction: Direction | None = None
    rule: str = ""


LEVEL = Change()


_WORD = re.compile(r"[\w-]+")


def _last_verb(clause: str) -> tuple[re.Match[str], Direction] | None:
    """The last word of change in ``clause``, and its direction."""
    up, down = words("changes.up"), words("changes.down")
    found = None
    for match in _WORD.finditer(clause):
        word = match.group().lower()
        if word in up or word in down:
            found = match, word in up
    return None if found is None else (found[0], "up" if found[1] else "down")


@cache
def _after() -> re.Pattern[str]:
    nouns, more = one_of(words("changes.nouns")), one_of(table("changes.comparatives"))
    return re.compile(
        rf"(?:\s|-)(?:(?P<more>{more})\b(?!\s(?:or|and)\b)|(?:[a-z-]+\s){{0,2}}?(?P<noun>{nouns})(?![\w-]))",
        re.IGNORECASE,
    )


_BY = re.compile(
    r"\bby(?:\s(?:an?|about|around|nearly|almost|roughly|some|more than|over|at least|up to|just|only|under|less than"
    r"|another|a further|approximately|average of|of|estimated|record|as much as|the))*\s*$"
)


@cache
def _loose() -> re.Pattern[str]:
    return re.compile(rf"(?:[\s,]+(?:{one_of(words('changes.loose'))}|\w+ly))*[\s,]*", re.IGNORECASE)


def change(text: str, numeral: Numeral, around: Attached) -> Change:
    """The role of the figure, as the words near it say; level where they say nothing."""
    if numeral.form == "multiplier":
        return _multiplied(text, numeral) if around.kind == "multiplier" else LEVEL
    if numeral.form in ("ratio", "decade") or (around.kind in ("age", "multiplier") and numeral.form != "ordinal"):
        return LEVEL
    if around.signed and around.kind in ("percent", "index") and not around.money and _reported(text, around):
        return Change("change", "down" if around.negative else "up", "signed")
    clause = _END.split(text[max(0, around.outer - WINDOW) : around.outer])[-1]
    found = _behind(clause, text, around)
    if numeral.form == "ordinal":
        return found if found and found.role in ("from", "to") else LEVEL
    return found or _ahead(text, around) or _from_earlier(text, around) or LEVEL


_UP_FROM = re.compile(r"[^.;:!?\n]{0,30}?,?\s(?P<way>up|down)\sfrom\b")


def _from_earlier(text: str, around: Attached) -> Change | None:
    """The level reached, told before the one left: "$2.50 an hour, up from $2"."""
    match = _UP_FROM.match(text, around.end)
    if match is None or re.search(r"\d", match.group()):
        return None
    return Change("to", "up" if match.group("way") == "up" else "down", "from-earlier")


def _reported(text: str, around: Attached) -> bool:
    return text[around.start : around.start + 1] in "+-−–"


def _multiplied(text: str, numeral: Numeral) -> Change:
    word = text[numeral.start : numeral.end].lower()
    if word in words("numerals.level_multipliers") or (
        re.match(r"(?:double|triple|treble|quadruple)$", word)
        and re.compile(r"\s(?:the|that|what|as)\b").match(text, numeral.end)
    ):
        return LEVEL
    return Change("change", "down" if word.startswith("halv") else "up", "multiplied")


_FROM = re.compile(
    r"\bfrom(?:\s+(?:an?|the|its|just|only|about|around|nearly|more than|earlier|previous|range|of|record))*\s*$"
)
_TO = re.compile(
    r"\bto(?:\s+(?:an?|the|just|only|a record|record|reach|stand|at|all-time|high|low|of"
    r"|least|about|around|nearly|almost|some|more than|over|at least|new|month-end))*\s*$"
)
_RAISES = frozenset(["raise", "raised", "raising", "extra", "cut", "cuts"])


def _behind(clause: str, text: str, around: Attached) -> Change | None:
    """A verb or noun of change stands before the figure."""
    last = _last_verb(clause)
    if last is None:
        return None
    verb, direction = last
    word, between = verb.group().lower(), clause[verb.end() :].lower()
    if _FROM.search(between):
        return Change("from", direction, "from")
    if _TO.search(between):
        return Change("to", direction, "to")
    if word in words("changes.multiplied"):
        return None
    if _BY.search(between) and around.kind not in ("duration",):
        return Change("change", direction, "changed-by")
    return Change("change", direction, "changed") if _touches(text, word, between, around) else None


def _touches(text: str, word: str, between: str, around: Attached) -> bool:
    """Whether a word of change with no preposition behind it changes by the figure: "fell 3%", "up 58 points"."""
    if not _loose().fullmatch(between) or (
        re.search(r"\bthan\b", between) and around.kind not in ("percent", "percentage-point")
    ):
        return False
    if re.search(r"\bat\s*$", between) or (re.search(r"\b(?:for|in)\s*$", between) and around.kind != "percent"):
        return False
    if around.kind == "duration":
        return word in ("up", "down")
    if around.kind == "count" and (word in words("changes.moving") or not _counts_change(text, between, around)):
        return False  # "lost four ships" counts ships, "lost 4%" is a change
    return not (around.kind in ("money", "measure") and word in _RAISES and "by" not in between.split())


_A_WORD = re.compile(r"\s[a-z]+")
_NOT_COUNTED = re.compile(r"\s(?:to|from|on|in|since|last|over|compared|after|this|for|as|between|points?)\b")


def _counts_change(text: str, between: str, around: Attached) -> bool:
    """A count is a change when "by" leads to it, or nothing is counted behind it."""
    return (
        "by" in between.split()
        or not _A_WORD.match(text, around.end)
        or _NOT_COUNTED.match(text, around.end) is not None
    )


def _ahead(text: str, around: Attached) -> Change | None:
    """A noun or comparative of change stands behind the figure: "a 4% increase", "three fewer", "2% higher"."""
    after = _after().match(text, around.end) or _after().match(text, around.beyond)
    if after is None:
        return None
    more, noun = (after.group("more") or "").lower(), (after.group("noun") or "").lower()
    if more:
        if around.kind in ("percent", "percentage-point", "index") or numeral_fraction(around):
            return Change("change", table("changes.comparatives")[more], "compared")
        if around.kind in ("count", "money", "measure") and re.compile(
            r"\s(?:more|fewer|less|higher|lower)\s(?:than|a)\b"
        ).match(text, max(around.end, around.beyond)):
            return Change("change", table("changes.comparatives")[more], "compared")
        return None
    if around.kind not in ("percent", "percentage-point", "basis-point", "index", "money"):
        return None
    if around.kind == "money" and not re.match(
        r"(?:increase|decrease|rise|hike|drop|decline|cut|reduction|raise)", noun
    ):
        return None
    if noun in ("discount", "loss", "losses", "gains", "boost", "growth") and around.kind != "percent":
        return None
    return Change("change", "down" if noun in words("changes.nouns_down") else "up", "noun")


def numeral_fraction(around: Attached) -> bool:
    """Whether the figure is a share of something."""
    return around.kind == "fraction"
