"""The role of a figure beside words of change: "fell 3%", "rose from 5 to 8", "a 4% increase", "three fewer"."""

from __future__ import annotations

from collections.abc import Callable

from newsparse.rules import Rule, RuleSet
from newsparse_numbers.lexicon import table, words
from newsparse_numbers.numerals.phrases import phrases
from newsparse_numbers.numerals.words import Gap, Stream
from newsparse_numbers.quantities.change import Change, Figure
from newsparse_numbers.quantities.multiples import multiplied
from newsparse_numbers.quantities.touching import led_loosely, touches

_EARLIER_WORDS, _OBJECT_WORDS = 8, 2
_STOPS = frozenset(".;:!?")


def _signed(figure: Figure) -> Change | None:
    attached = figure.attached
    added = attached.kind == "count" and not attached.negative and figure.stream[figure.at - 1].text == "("
    shown = attached.signed and (added or attached.kind in ("percent", "index"))
    return Change("change", "down" if attached.negative else "up") if shown else None


def _left(figure: Figure) -> Change | None:
    led = figure.led("claims.from", phrases("changes.between_from")) or _compared_on(figure)
    return Change("from", figure.direction) if led else None


def _compared_on(figure: Figure) -> bool:
    """Whether "up on" or "down on" leads to the level left: "down on the 745 of last May"."""
    if figure.stream[figure.verb].lower not in words("claims.up_or_down"):
        return False
    return figure.led("claims.on", phrases("changes.between_from"))


def _reached(figure: Figure) -> Change | None:
    adds = figure.stream[figure.verb].lower in words("changes.adding")
    if adds and figure.between[:1] and figure.between[0] in words("claims.to"):
        return None  # "adding to the more than 100 in jail", not "added $14 to $2,031"
    led = figure.led("claims.to", phrases("changes.between_to")) or figure.names_level
    return Change("to", figure.direction) if led else None


def _multiplies(figure: Figure) -> bool:
    return figure.stream[figure.verb].lower in words("changes.multiplied")


def _changed_by(figure: Figure) -> Change | None:
    led = figure.led("claims.moved_by", phrases("changes.between_by"))
    applies = led and not _multiplies(figure) and not figure.beaten and figure.attached.kind != "duration"
    return Change("change", figure.direction) if applies else None


def _changed(figure: Figure) -> Change | None:
    """A word of change with no preposition after it changes by the figure: "fell 3%", "up 58 points"."""
    if _multiplies(figure) or not touches(figure):
        return None
    return Change("change", figure.direction)


def _changed_again(figure: Figure) -> Change | None:
    """The same change in percent, after the one in points or money: "lost 190 points, or 0.6%"."""
    stream = figure.stream
    at = stream.back(figure.at, words("bounds.fillers"))
    if figure.attached.kind != "percent" or stream[at - 1].lower not in words("ranges.or"):
        return None
    if stream.after(figure.attached.end).lower in words("claims.of"):
        return None  # "350 jobs, or 2% of all"
    first = next((index for index in range(figure.verb + 1, at) if stream[index].kind == "number"), None)
    if first is None:
        return None
    begin = stream.back(first, words("changes.signs"), 2)
    if stream[begin - 1].lower in words("changes.apart") or not led_loosely(stream, figure.verb + 1, begin):
        return None
    apart = any(stream[index].lower in words("changes.apart") for index in range(first, at))
    return None if apart else Change("change", figure.direction)


def _compared(figure: Figure) -> Change | None:
    """For "2% higher", "a third more", "three fewer than"."""
    found = figure.behind
    if found is None or not found[1]:
        return None
    kind, stream = figure.attached.kind, figure.stream
    change = Change("change", table("changes.comparatives")[found[1]])
    if kind in ("percent", "percentage-point", "index", "fraction"):
        return change
    at = stream.at(max(figure.attached.end, figure.attached.beyond))
    than = stream[at].lower in words("changes.plain_comparatives") and stream[at + 1].lower in words("changes.than")
    return change if than and kind in ("count", "money", "measure") else None


def _moved_behind(figure: Figure) -> Change | None:
    """For "closed 2.4 per cent down": the direction right after a share."""
    if figure.attached.kind not in ("percent", "percentage-point", "basis-point"):
        return None
    stream, at = figure.stream, figure.stream.at(figure.attached.end)
    word, follows = stream[at], stream[at + 1]
    if word.lower not in words("claims.up_or_down") or follows.lower in words("claims.to"):
        return None
    return Change("change", "up" if word.lower in words("changes.up") else "down")


def _object(figure: Figure) -> Change | None:
    """For "raised prices 6%": a verb that moves something, its object, and the share by which."""
    stream, between = figure.stream, figure.between
    shares = figure.attached.kind in ("percent", "percentage-point", "basis-point")
    verb = stream[figure.verb].lower in words("changes.moving")
    if not shares or not verb or not 0 < len(between) <= _OBJECT_WORDS:
        return None
    moved = stream.between(figure.verb + 1, figure.at)
    plain = all(word.kind == "word" and word.lower not in words("names.stops") for word in moved)
    return Change("change", figure.direction) if plain else None


def _noun(figure: Figure) -> Change | None:
    """For "a 4% increase", "a £5 rise"."""
    found = figure.behind
    if found is None or not found[2]:
        return None
    kind, noun = figure.attached.kind, found[2]
    if kind not in ("percent", "percentage-point", "basis-point", "index", "money"):
        return None
    if (kind == "money" and noun not in words("changes.money_nouns")) or (
        kind != "percent" and noun in words("changes.percent_nouns")
    ):
        return None
    return Change("change", "down" if noun in words("changes.nouns_down") else "up")


def _from_earlier(figure: Figure) -> Change | None:
    """The level reached, before the one left: "$2.50 an hour, up from $2", "610, down on the 745 of last May"."""
    stream, at = figure.stream, figure.stream.at(figure.attached.end)
    if figure.attached.kind == "duration" and stream[figure.at - 1].lower in words("changes.spanning"):
        return None  # "15 ships in three years, up from 12"
    if not stream.holds(at, at + _EARLIER_WORDS, words("claims.up_or_down")):
        return None
    for index in range(at, at + _EARLIER_WORDS):
        word = stream[index]
        if word.kind == "number" or word.text in _STOPS or word.gap >= Gap.LINE:
            return None
        if word.lower in words("claims.up_or_down") and (_leaves(stream, index) or _moved_from(stream, index)):
            return Change("to", "up" if word.lower in words("changes.up") else "down")
    return None


def _leaves(stream: Stream, index: int) -> bool:
    """Whether the level left follows "up" or "down": "up from", ", down on"."""
    leads = stream[index + 1].lower
    return leads in words("claims.from") or (leads in words("claims.on") and stream[index - 1].text == ",")


def _moved_from(stream: Stream, index: int) -> bool:
    """Whether a change and the level left follow "up" or "down": ", down 2% from 171 million", ", up 2 from 169"."""
    behind = stream.skip(index + 2, words("measures.percent"))
    led = stream[index - 1].text == "," and stream[index + 1].kind == "number"
    return led and stream[behind].lower in words("claims.from")


def _moves(figure: Figure) -> bool:
    return not figure.steady and figure.verb >= 0 and not figure.of_a_side


def _moves_plainly(figure: Figure) -> bool:
    return _moves(figure) and figure.numeral.form != "ordinal"


def _moves_by(figure: Figure) -> bool:
    multiple = figure.attached.kind == "multiplier" and figure.numeral.form == "digits" and figure.verb >= 0
    return multiple or _moves_plainly(figure)


def _plain(figure: Figure) -> bool:
    return not figure.steady and figure.numeral.form != "ordinal"


def _rule(
    name: str,
    summary: str,
    find: Callable[[Figure], Change | None],
    *,
    fires: str,
    quiet: str,
    applies: Callable[[Figure], bool] | None = None,
) -> Rule[Figure, Change]:
    return Rule(
        name=f"numbers.role.{name}",
        summary=summary,
        find=find,
        fires=fires,
        quiet=quiet,
        applies=applies,
    )


ROLE: RuleSet[Figure, Change] = RuleSet(
    name="numbers.role",
    summary="whether a figure is a change, or a level left or reached; a plain level where no rule decides",
    rules=(
        _rule("multiplied", "A verb gives the factor", multiplied, fires="Profits doubled.", quiet="Profits rose 4%."),
        _rule(
            "signed",
            "A sign gives the direction",
            _signed,
            fires="The index closed at +0.4%.",
            quiet="The index closed at 0.4%.",
            applies=lambda figure: not figure.steady,
        ),
        _rule(
            "from", "The level left", _left, fires="Sales rose from 5 to 8.", quiet="Sales rose to 8.", applies=_moves
        ),
        _rule("to", "The level reached", _reached, fires="Sales rose to 8.", quiet="Sales were 8.", applies=_moves),
        _rule(
            "changed-by",
            "A word of change and “by”",
            _changed_by,
            fires="Sales rose by 4%.",
            quiet="Sales rose to 4%.",
            applies=_moves_by,
        ),
        _rule(
            "changed",
            "A word of change right before",
            _changed,
            fires="Sales rose 4%.",
            quiet="Sales of oil were 4%.",
            applies=_moves_plainly,
        ),
        _rule(
            "object",
            "A verb that moves something, and its object",
            _object,
            fires="They raised prices 6%.",
            quiet="They raised 6% of prices.",
            applies=_moves_plainly,
        ),
        _rule(
            "moved-behind",
            "“Up” or “down” right after",
            _moved_behind,
            fires="It closed 2.4% down.",
            quiet="It closed at 2.4%.",
            applies=_plain,
        ),
        _rule(
            "changed-again",
            "The same change in percent, after “or”",
            _changed_again,
            fires="The index lost 190 points, or 0.6%.",
            quiet="The index closed at 190 points, or 6% of its peak.",
            applies=_moves_plainly,
        ),
        _rule(
            "compared",
            "A comparative right after",
            _compared,
            fires="It was 4% higher.",
            quiet="It was 4% of all.",
            applies=_plain,
        ),
        _rule(
            "noun",
            "A noun of change right after",
            _noun,
            fires="They want a 4% increase.",
            quiet="They want a 4% share.",
            applies=_plain,
        ),
        _rule(
            "from-earlier",
            "The level reached, before the one left",
            _from_earlier,
            fires="It pays $9 an hour, up from $8.",
            quiet="It pays $9 an hour.",
            applies=_plain,
        ),
    ),
    shown=lambda change: f"{change.role}, {change.direction}" if change.direction else change.role,
)
