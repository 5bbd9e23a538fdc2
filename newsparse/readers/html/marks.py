"""What a browser shows that the words of a page do not hold: the marks of ``q`` and the bullets of lists."""

from __future__ import annotations

from typing import Any

_PAIRS = ("“", "”"), ("‘", "’")
_OWN = "count((.//text()[normalize-space()])[1]/ancestor::q) = count(ancestor-or-self::q)"
"""Whether the first words of an element are its own, and not those of another ``q`` in it."""
_OPENING = tuple("\"'“‘„«‹")
_DASH = "- "
_LONGEST_NUMBER = 9
"""Digits of the longest number that a list begins with."""
_INNER = ("p", "div", "h2", "h3", "h4", "blockquote", "article", "figure")


def quotation_marks(element: Any, depth: int) -> tuple[str, str]:
    """The marks around a ``q`` within ``depth`` others; empty ones where its words bring their own."""
    words = "".join(element.itertext()).strip()
    return ("", "") if words.startswith(_OPENING) and element.xpath(_OWN) else _PAIRS[depth % len(_PAIRS)]


def bullet_of(item: Any) -> str:
    """A dash or the number before an ``li``; nothing before one that holds more than a paragraph, as in a live blog."""
    around = item.getparent()
    if around is None or around.tag not in ("ul", "ol", "menu") or sum(1 for _ in item.iter(*_INNER)) > 1:
        return ""
    if around.tag != "ol":
        return _DASH
    first = around.get("start", "")
    before = sum(1 for _ in item.itersiblings("li", preceding=True))
    numbered = first.isdecimal() and len(first) <= _LONGEST_NUMBER
    return f"{(int(first) if numbered else 1) + before}. "
