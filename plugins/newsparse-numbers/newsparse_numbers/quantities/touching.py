"""Whether a figure is by how much something changed, by what is between a word of change and it: "fell 3%"."""

from __future__ import annotations

from newsparse_numbers.lexicon import endings, words
from newsparse_numbers.numerals.phrases import phrases
from newsparse_numbers.numerals.words import Stream
from newsparse_numbers.quantities.change import Figure


def touches(figure: Figure) -> bool:
    """Whether no preposition is between a word of change and the figure, and that is the change: "up 58 points"."""
    kind = figure.attached.kind
    beaten = kind == "percentage-point" and figure.beaten
    if beaten or not _loose(figure) or _reaches(figure) or _spent(figure) or _is_apart(figure):
        return False
    word = figure.stream[figure.verb].lower
    if kind == "duration":
        return word in words("claims.up_or_down") and not _tells_when(figure)
    if kind == "count":  # "lost four ships" counts ships, "lost 4%" is a change
        return word not in words("changes.moving") and _uncounted(figure)
    return kind not in ("money", "measure") or word not in words("changes.raising")


def _tells_when(figure: Figure) -> bool:
    """Whether a time is how long ago something was: "two years ago"."""
    return figure.stream.after(figure.attached.end).lower in words("frames.time_apart")


def _is_apart(figure: Figure) -> bool:
    """Whether a word before the figure makes it another level or a time: "up compared with 40", "up at 40"."""
    kind, between = figure.attached.kind, figure.between
    if kind not in ("percent", "percentage-point") and any(item in words("years.comparing") for item in between):
        return True
    last = between[-1] if between else ""
    return last in words("claims.put_at") or (last in words("changes.lasting") and kind != "percent")


def _reaches(figure: Figure) -> bool:
    """Whether a word of places leads to a level: "rose above 5%", "surged past $1 billion"."""
    reached = figure.stream[figure.at].lower
    return reached in words("bounds.positions") or reached in words("bounds.after_moves")


def _spent(figure: Figure) -> bool:
    """Whether a sum or measure itself is lost or dropped: "lost $212 million", "dropped 11 inches of rain"."""
    kind, stream = figure.attached.kind, figure.stream
    follows = stream.after(figure.attached.end).lower
    if kind == "measure":
        return follows in words("claims.of")
    lost = kind == "money" and figure.numeral.scaled and stream[figure.verb].lower in words("changes.losing")
    valued = follows in words("claims.of_or_in") or follows in words("claims.partitive")
    return lost and not valued


def _loose(figure: Figure) -> bool:
    """Whether only small words are between the word of change and the figure."""
    return led_loosely(figure.stream, figure.verb + 1, figure.at)


def led_loosely(stream: Stream, at: int, end: int) -> bool:
    """Whether the words from index ``at`` to ``end`` are adverbs, commas and phrases that leave a change a change."""
    while at < end:
        word = stream[at]
        found = phrases("changes.loose").starting(stream, at)
        adverb = word.lower.endswith(endings("changes.adverb_endings"))
        if word.text == ",":
            at += 1
        elif found:
            at = found[1]
        elif adverb:
            at += 1
        else:
            return False
    return True


def _uncounted(figure: Figure) -> bool:
    """Whether nothing is counted by the figure: "up 58", "rose by 58 points"."""
    if any(item in words("claims.moved_by") for item in figure.between):
        return True
    follows = figure.stream.after(figure.attached.end)
    return not follows.plain or follows.lower in words("changes.not_counted")
