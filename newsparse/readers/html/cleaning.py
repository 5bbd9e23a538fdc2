"""A page's tree without what no reader of the page sees, and without the furniture that surrounds articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from newsparse.readers.html.vocabulary import Use, mentions_wall, tags, uses

_HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))", re.IGNORECASE)
_RESPONSIVE = re.compile(r"\b(?:xs|sm|md|lg|xl|2xl|print)[:-](?:block|flex|inline|grid|table|contents|inline-block)\b")
_WHOLE = frozenset({"html", "body", "main", "article"})
_HIDDEN_ROLES = frozenset({"dialog", "alertdialog", "navigation", "search", "menu", "menubar", "toolbar", "tablist"})
_WALL_CHARACTERS = 2_000
_CONTENT_SHARE = 0.5
"""What holds more of a page's words than this is no furniture, whatever its class says."""


def names_of(element: Any) -> frozenset[Use]:
    """What the element is for, by its class names and id."""
    return uses(f"{element.get('class', '')} {element.get('id', '')}")


def elements(tree: Any) -> Iterator[Any]:
    """All elements of the tree in order; comments and instructions left out."""
    return (item for item in tree.iter() if isinstance(item.tag, str))


def remove(element: Any) -> None:
    """Take the words of an element out of its tree; those before and after it stay, and apart if it was a block."""
    parent = element.getparent()
    if parent is None:
        return
    tail, before = element.tail or "", element.getprevious()
    if element.tag not in tags("inline") and element.tag not in tags("unseen"):
        element.clear()
        element.tag, element.tail = "div", tail
        return
    if before is None:
        parent.text = (parent.text or "") + tail
    else:
        before.tail = (before.tail or "") + tail
    parent.remove(element)


def without_unseen(tree: Any) -> None:
    """Take scripts, styles, hidden elements and the like out of the tree."""
    for element in list(elements(tree)):
        if _is_unseen(element):
            remove(element)


def _is_unseen(element: Any) -> bool:
    tag = element.tag
    if tag in tags("unseen") | tags("unseen-blocks") or (tag == "sup" and _is_note(element)):
        return True
    if element.tag in ("html", "body"):
        return False
    if element.get("hidden") is not None and element.get("hidden") != "until-found":
        return True
    if element.get("aria-hidden") == "true" or _HIDING.search(element.get("style", "")):
        return True
    if element.get("role", "").lower() in _HIDDEN_ROLES or element.get("aria-modal") == "true":
        return True
    return "hidden" in names_of(element) and not _RESPONSIVE.search(element.get("class", ""))


def _is_note(element: Any) -> bool:
    """Whether a raised number is a link to a note, and no part of a figure."""
    parent = element.getparent()
    return element.find(".//a") is not None or (parent is not None and parent.tag == "a")


def without_furniture(tree: Any) -> None:
    """Take share buttons, sign-up boxes, related links, comments, bylines and the like out of the tree."""
    whole = _letters(tree)
    for element in list(elements(tree)):
        if element.tag in _WHOLE or element.getparent() is None:
            continue
        if _is_furniture(element, whole):
            remove(element)


def _is_furniture(element: Any, whole: int) -> bool:
    found = names_of(element)
    if element.tag == "footer":
        return not _within(element, {"quote", "post"}, {"blockquote", "figure"})
    if element.tag == "aside":
        return not _holds_quotation(element, found)
    if "consent" in found:
        return not _holds_article(element)
    if _within(element, {"post"}, set()):
        return _surrounds_post(element)
    if not (element.tag == "form" or _is_named_furniture(element, found)):
        return False
    return not _holds_article(element) and _letters(element) <= whole * _CONTENT_SHARE


def _is_named_furniture(element: Any, found: frozenset[Use]) -> bool:
    if found & {"post", "live", "quote"}:
        return False
    if "furniture" in found or ("wall" in found and is_message(element)):
        return True
    if "credit" in found:
        return not (_within(element, {"quote"}, {"blockquote"}) or _quoting(element))
    return ("byline" in found or (element.tag == "time" and _is_alone(element))) and not _is_named(element)


def is_message(element: Any) -> bool:
    """Whether an element has the words with which a paywall asks readers to subscribe, and not many others."""
    words = " ".join("".join(element.itertext()).split())
    return len(words) < _WALL_CHARACTERS and mentions_wall(words)


def _is_alone(element: Any) -> bool:
    """Whether an element stands outside running text."""
    parent = element.getparent()
    around = [parent.text, *(child.tail for child in parent)]
    return not any(text and text.strip() for text in around)


def _surrounds_post(element: Any) -> bool:
    """Whether an element of an embedded post is neither its words nor its author: the time, the likes, the links."""
    inner = uses(" ".join(name.rpartition("__")[2] for name in element.get("class", "").split()))
    return element.tag == "time" or ("reactions" in inner and not inner & {"poster", "post"})


def _is_named(element: Any) -> bool:
    """Whether the author, time or source that an element names belongs to a quotation or an entry of a live blog."""
    return _within(element, {"quote", "live"}, {"blockquote"}) or _quoting(element)


def _quoting(element: Any) -> bool:
    """Whether an element belongs to a figure that shows a quotation."""
    return any(
        parent.tag == "figure" and parent.find(".//blockquote") is not None for parent in element.iterancestors()
    )


def _holds_quotation(element: Any, found: frozenset[Use]) -> bool:
    if found & {"furniture", "consent"}:
        return False
    return "quote" in found or element.find(".//blockquote") is not None


def _holds_article(element: Any) -> bool:
    """Whether the page's article may be in an element; those that stand in an article are cards of others."""
    held = ("h1", "main") if _within(element, set(), {"article"}) else ("h1", "article", "main")
    return any(element.find(f".//{tag}") is not None for tag in held)


def _within(element: Any, named: set[Use], tags: set[str]) -> bool:
    return any(parent.tag in tags or names_of(parent) & named for parent in element.iterancestors())


def _letters(element: Any) -> int:
    return sum(len(text.strip()) for text in element.itertext())
