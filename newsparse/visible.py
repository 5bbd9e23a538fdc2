"""Text for terminals and pages: characters that would steer them, hide or reorder words are shown as escapes."""

from __future__ import annotations

import re

_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f"
_SEPARATORS = "\u2028\u2029"
_BIDI = "\u202a-\u202e\u2066-\u2069"
_SURROGATES = "\ud800-\udfff"
_UNSAFE = re.compile(f"[{_CONTROLS}{_SEPARATORS}{_BIDI}{_SURROGATES}]")


def visible(text: str) -> str:
    r"""``text`` with control characters and directional overrides as ``\x1b`` and ``\u202e``; line ends and tabs stay.

    What stays cannot move the cursor, change colours, set a title or turn the order of the words around.
    """
    return _UNSAFE.sub(_escape, text)


def in_page(value: object) -> object:
    """What a template puts into a page: ``visible`` text, nothing for None, and markup that it made itself as it is."""
    if value is None:
        return ""
    return visible(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def one_line(text: str) -> str:
    """``visible`` words on a single line, with single blanks between them."""
    return visible(" ".join(text.split()))


def shortened(words: str, most: int = 120) -> str:
    """Words of at most ``most`` characters; where they are longer, cut between words and marked as cut."""
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + " …"


def counted(count: int, plural: str) -> str:
    """A number of things: "1 quote", "1,200 quotes"; ``plural`` is the noun with an "s"."""
    return f"{count:,} {plural if count != 1 else plural.removesuffix('s')}"


def _escape(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii")
