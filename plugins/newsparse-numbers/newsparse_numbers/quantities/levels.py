"""Whether two figures with "to" between them are the ends of a range, or the levels of a change."""

from __future__ import annotations

from decimal import Decimal

from newsparse.model import Direction
from newsparse_numbers.attachments.record import Attached
from newsparse_numbers.lexicon import words
from newsparse_numbers.numerals.lexing import Numeral
from newsparse_numbers.numerals.words import Gap, Stream

Part = tuple[Numeral, Attached]
THOUSAND = 1000
_FROM_WORDS, _MOVED_WORDS = 4, 14
_FAR, _FARTHER = Decimal("2.5"), Decimal(5)
_HOURS = 12
_STOPS = frozenset(".;!?")
_SHORT_STOPS = frozenset(".,;")


def is_change(stream: Stream, part: Part, following: Part) -> bool:
    """For "rose from 5 to 8", "went from 5% to 8%": something moved, or the figures can only fall."""
    leading = stream.back(stream.at(part[1].outer), words("ranges.articles")) - 1
    if stream[leading].lower not in words("claims.from"):
        return False
    low, high = shared(part, following)
    falls = low > high and not part[1].negative and (low > _HOURS or part[1].kind == following[1].kind != "count")
    moved = _moved(stream, leading)
    return falls or (moved != "" and not (moved == "down" and _scaled_down(part, following)))


def direction(part: Part, following: Part) -> Direction:
    """Whether the second of two levels is above or below the first."""
    low, high = signed(part, following)
    return "down" if low > high else "up"


def signed(part: Part, following: Part) -> tuple[Decimal, Decimal]:
    """The values of two figures, as ``shared``, each below zero where a sign or word of its own says so."""
    low, high = shared(part, following)
    return -low if part[1].negative else low, -high if following[1].negative else high


def is_range(stream: Stream, at: int, part: Part, following: Part) -> bool:
    """For "5 to 8", "from 5 to 8", unless the first is by how much something changed to the second."""
    attached, beyond = part[1], following[1]
    begin = stream.back(at, words("ranges.articles"))
    if stream[begin - 1].lower in words("claims.from"):
        return True
    if attached.kind not in ("count", "age", "money", beyond.kind) or _changes(stream, at, part, following):
        return False
    by = any(word in words("claims.moved_by") for word in stream.lowers(at - 2, at))
    if by and _is_step(part, following):
        return False
    near = stream.lowers(at - _FROM_WORDS, at)
    return not any(
        word in words("claims.from") and not _SHORT_STOPS & set(near[index:]) for index, word in enumerate(near)
    )


def _is_step(part: Part, following: Part) -> bool:
    """Whether a figure after "by" is a step to the other: "rose by $2 million to $40 million"; not "by 5 to 8%"."""
    (numeral, attached), beyond = part, following[1]
    low, high = shared(part, following)
    if attached.kind == beyond.kind and high >= low * _FAR:
        return True
    return (attached.kind == "money" and numeral.scaled) or attached.kind not in ("count", beyond.kind)


def _changes(stream: Stream, at: int, part: Part, following: Part) -> bool:
    """Whether the first figure is a change and the second the level reached: "lost 6p to 148.2p"."""
    (numeral, attached), (second, beyond) = part, following
    own = attached.kind == beyond.kind != "count"
    low, high = shared(part, following)
    apart = high >= low * (_FAR if own else _FARTHER)
    word = stream[stream.back(at, words("claims.of")) - 1].lower
    moved = word in words("changes.up") or word in words("changes.down") or word in words("changes.nouns")
    return moved and apart and numeral.form == second.form


def _scaled_down(part: Part, following: Part) -> bool:
    """Whether only the second amount names the scale, and a fall cannot be meant: "cut from $3 to $4 billion"."""
    (numeral, attached), (second, beyond) = part, following
    money = attached.money is not None and beyond.money is not None
    unscaled = second.scaled and not numeral.scaled and attached.end == numeral.end
    return money and unscaled and numeral.low < second.low


def _moved(stream: Stream, leading: int) -> str:
    """The direction of a word of change in the clause before "from"; "change" where the word has none, else nothing."""
    if stream[leading - 1].lower in words("ranges.ranging"):
        return ""
    for index in range(leading - 1, leading - 1 - _MOVED_WORDS, -1):
        word, following = stream[index], stream[index + 1]
        apart = word.text == "," and index < leading - 1
        if word.text in _STOPS or apart or following.gap >= Gap.LINE or word.lower in words("changes.clause_ends"):
            return ""
        if following.lower in words("ranges.not_moved"):
            continue
        for name, found in _MOVING:
            if word.lower in words(name):
                return found
    return ""


_MOVING = (("changes.up", "up"), ("changes.down", "down"), ("changes.shifted", "change"))


def shared(part: Part, following: Part) -> tuple[Decimal, Decimal]:
    """Both ends; "$3-4bn" and "two to three million" share the magnitude."""
    (numeral, attached), (second, _) = part, following
    low, high = numeral.low, second.low
    unscaled = not numeral.scaled and not attached.unit and attached.end == numeral.end
    if unscaled and low * second.factor <= high:
        low *= second.factor
    return low, high
