"""Bounds and approximation around a numeral: "at least", "nearly", "or more", "-odd"."""

from __future__ import annotations

import re
from functools import cache

from newsparse.model import Span
from newsparse_numbers.attachments.record import Surroundings
from newsparse_numbers.lexicon import one_of, spaced, table, words


@cache
def _befores() -> dict[str, tuple[str, bool] | None]:
    known: dict[str, tuple[str, bool] | None] = dict.fromkeys(table("bounds.approximate"))
    return known | {word: (side, included) for word, (side, included) in table("bounds.before").items()}


_WORDS_BEFORE = re.compile(r"(?:[A-Za-z’'.]+|[~≈<>≤≥]=?)")
_FILL = re.compile(r"(?i)(?:\s|^)(?:an?|the|only|just|another|additional|total|record)\s+$")


def bounds_before(text: str, around: Surroundings) -> None:
    """Reads up to three phrases backwards: "an estimated", "at least", "nearly"."""
    at = around.outer
    for _ in range(4):
        window = text[max(0, at - 40) : at]
        stripped = window.rstrip()
        phrase = None if "\n" in window[len(stripped) :] else _phrase_before(stripped)
        if phrase is None:
            fill = _FILL.search(window) if at == around.outer else None
            if fill is None:
                return
            at -= len(fill.group().lstrip())
            continue
        place = Span(at - len(window) + len(stripped) - len(phrase), at - len(window) + len(stripped))
        if not _apply(stripped, phrase, place, around):
            return
        at = around.outer = place.start


_LAST = re.compile(r"(?:[a-z’'.]+|[~≈<>≤≥]=?)\Z")


@cache
def _lasts() -> frozenset[str]:
    """The last words of all phrases of bound and approximation."""
    return frozenset(match.group() for phrase in _befores() if (match := _LAST.search(phrase)))


def _phrase_before(stripped: str) -> str | None:
    """The longest phrase of the lexicon that ends ``stripped``, as written."""
    last = _LAST.search(stripped[-16:].lower())
    if not stripped.endswith("-") and (last is None or last.group() not in _lasts()):
        return None
    found = list(_WORDS_BEFORE.finditer(stripped))[-4:]
    hyphen = stripped[-4:].lower()
    if hyphen == "sub-":
        return stripped[-4:]
    for match in found:
        surface = stripped[match.start() :]
        if " ".join(surface.lower().split()) in _befores():
            return surface
    return None


def _apply(stripped: str, phrase: str, at: Span, around: Surroundings) -> bool:
    """Takes a phrase over; False when it does not belong to the figure."""
    words_ = " ".join(phrase.lower().split())
    value = _befores()[words_]
    weak = words_ in words("bounds.weak")
    if weak and (around.bound or _moves(stripped[: len(stripped) - len(phrase)], words_, around)):
        return False
    if words_ in table("bounds.near"):
        side = table("bounds.near")[words_]
        around.near = around.near or (side if side in ("below", "above") else None)
    if value is None or words_ in table("bounds.approximate"):
        if words_ == "some" and around.kind in ("percent",) and around.exactness == "about":
            return False
        around.exactness = "about"
        around.hedged_at.insert(0, at)
    elif not around.bound:
        around.bound, around.inclusive = value
        around.bound_at = at
    return True


def _moves(before: str, word: str, around: Surroundings) -> bool:
    """Whether "over" and its like belong to what stands before: "over two years", "took over 10", "3% above 5"."""
    last = before.rstrip().rsplit(" ", 1)[-1].lower().strip(",.;:(“\"'")
    if word == "over" and around.kind == "duration":
        return last not in ("for", "in", "after", "took", "takes", "lasted", "spent", "of", "is", "was", "than")
    if last in (
        "percent",
        "cent",
        "points",
        "votes",
        "win",
        "victory",
        "lead",
        "degrees",
        "%",
        "metres",
        "meters",
        "feet",
        "took",
        "take",
        "takes",
        "taken",
        "handed",
        "turned",
    ):
        return True
    return last.endswith("%") or (
        word in ("passed", "top", "topped", "above", "under", "below", "beyond")
        and last in ("a", "the", "his", "her", "its")
    )


@cache
def _tails() -> re.Pattern[str]:
    about = one_of(table("bounds.about_after"))
    return re.compile(rf"\s?(?P<tail>{one_of(table('bounds.after'))})(?![\w-])|[\s,]*(?P<about>{about})\b")


_ISH = re.compile(r"-(?:ish|odd)\b")
_NOUN = re.compile(r"\s[a-z]+(?=\s(?:or|and)\s(?:more|fewer|less|older|over|under|younger|so)\b)")


def bounds_after(text: str, around: Surroundings) -> None:
    """Reads a bound or an approximation behind: "or more", "-ish", "or so"."""
    ish = _ISH.match(text, around.end)
    if ish:
        around.exactness = "about"
        around.end = ish.end() if ish.group() == "-ish" else around.end
        return
    match = _tails().match(text, around.end)
    if match is None:
        match = _beyond_noun(text, around)
    if match is None:
        return
    at = Span(match.start() + len(match.group()) - len(match.group().lstrip(" ,")), match.end())
    if match.group("about"):
        around.exactness = "about"
        around.hedged_at.append(at)
    elif not around.bound and not (match.group("tail") == "plus" and text[match.end() : match.end() + 2] != " "):
        around.bound, around.inclusive = table("bounds.after")[spaced(match.group("tail"))]
        around.bound_at = at


def _beyond_noun(text: str, around: Surroundings) -> re.Match[str] | None:
    """A bound behind the noun that is counted: "9 people or more"."""
    noun = _NOUN.match(text, around.end)
    return _tails().match(text, noun.end()) if noun else None
