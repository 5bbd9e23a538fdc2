"""What a multiplier does: "doubled" and "halved" are changes, "twice as many" and "double the" are not."""

from __future__ import annotations

from newsparse_numbers.lexicon import words
from newsparse_numbers.quantities.change import LEVEL, Change, Figure


def multiplied(figure: Figure) -> Change | None:
    """Whether a verb says the factor: "doubled" and "halved" do, "twice as many" and "double the" do not."""
    if figure.numeral.form != "multiplier" or figure.attached.kind != "multiplier":
        return None
    stream = figure.stream
    word, follows = stream[stream.at(figure.numeral.start)].lower, stream.after(figure.numeral.end)
    level = word in words("numerals.level_multipliers")
    compares = follows.lower in words("changes.after_multiplier") and not _is_verb(figure)
    if level or (word in words("changes.plain_multipliers") and compares):
        return LEVEL
    return Change("change", "down" if figure.numeral.low < 1 else "up")


def _is_verb(figure: Figure) -> bool:
    """Whether a modal verb or "to" makes the multiplier a verb: "wants to double the fee"; not "rose to double the"."""
    stream, at = figure.stream, figure.stream.at(figure.numeral.start)
    to = stream[at - 1].lower in words("claims.to") and figure.verb != at - 2
    return to or stream[at - 1].lower in words("changes.modal")
