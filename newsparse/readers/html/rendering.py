"""The chosen blocks as one text: paragraphs apart by a blank line, quotations in marks with those who said them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

import attrs

from newsparse.readers.html.blocks import Block, one_line
from newsparse.readers.html.vocabulary import opens, poster


@attrs.frozen(kw_only=True)
class Shown:
    """What of a page is part of its text: captions, embedded posts and tables of data.

    ``marks`` gives quotation marks to block quotes and posts that have none.
    """

    captions: bool = True
    posts: bool = True
    tables: bool = True
    marks: bool = True


ALL = Shown()

_MARKS = frozenset("“”\"„«»‘’'「」『』")
_DASH = re.compile(r"^(?:[—–―‒−]+|--+|- )\s*")
_INNER_DASH = re.compile(r"[ \n]+(?:[—–―]|--)\s*(?=[^—–―]{2,120}$)")
_LETTERS = re.compile(r"[^\W_]+")
_SHORT_LINKS = re.compile(r"\s*(?:https?://t\.co/\w+|pic\.(?:twitter|x)\.com/\w+)\s*$")
_ABOVE = 0.2
"""Where more of an article's words stand above its headline, that is another one's headline."""
_MIN_PULLED = 12
"""Letters from which on the words of a pull quote are looked for in the article."""


def rendered(blocks: Sequence[Block], shown: Shown) -> str:
    """The text of those ``blocks`` that are shown."""
    left_out = {"caption": not shown.captions, "row": not shown.tables, "post": not shown.posts}
    kept = _without_pulled([block for block in blocks if not left_out.get(block.kind)])
    texts: list[str] = []
    for _, group in groupby(kept, key=_group):
        members = list(group)
        texts += _quotation(members, marks=shown.marks) if _group(members[0]) >= 0 else map(_bulleted, members)
    return "\n\n".join(texts)


def _bulleted(block: Block) -> str:
    return block.bullet + block.text


def _group(block: Block) -> int:
    return block.group if block.kind in ("quote", "post", "signature") and block.group else -1


def below_headline(numbers: Sequence[int], blocks: Sequence[Block], title: str | None) -> list[int]:
    """The numbers without that of the headline, which is the document's title, and those of a few words above it.

    Above it stand the names of the outlet and of the section.
    """
    headlines = [number for number, block in enumerate(blocks) if _is_title(block, title)]
    first = headlines[0] if headlines else 0
    above = {number for number in numbers if number < first and blocks[number].kind in ("body", "heading", "item")}
    if _length(above, blocks) > _length(numbers, blocks) * _ABOVE:
        above = set()
    return [number for number in numbers if number not in above and number not in headlines]


def _length(numbers: Iterable[int], blocks: Sequence[Block]) -> int:
    """How many characters the blocks of these numbers have."""
    return sum(len(blocks[number].text) for number in numbers)


def _is_title(block: Block, title: str | None) -> bool:
    if block.kind != "heading" or title is None:
        return False
    return _key(block.text) == _key(title) or (block.level == 1 and _key(block.text) in _key(title))


def _key(text: str) -> str:
    return "".join(_LETTERS.findall(text.casefold()))


def _without_pulled(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without pull quotes whose words the article has anyway."""
    whole = _key(" ".join(block.text for block in blocks if not block.pulled))
    repeated = set()
    for block in blocks:
        key = _key(block.text)
        if block.pulled and block.kind != "signature" and len(key) >= _MIN_PULLED and key in whole:
            repeated.add(block.group)
    return [block for block in blocks if not (block.pulled and block.group in repeated)]


def _quotation(blocks: Sequence[Block], *, marks: bool) -> list[str]:
    """The paragraphs of one quotation or post; who said it ends the last one, on a line of its own."""
    texts, signature = _words_and_signature(blocks)
    if not texts:
        return [signature] if signature else []
    if marks and not any(_MARKS & set(text[:1] + text[-1:]) for text in (texts[0], texts[-1])):
        texts = [f"“{text}" for text in texts]
        texts[-1] = f"{texts[-1]}”"
    if signature:
        texts[-1] = f"{texts[-1]}\n{signature}"
    return texts


def _words_and_signature(blocks: Sequence[Block]) -> tuple[list[str], str]:
    """The paragraphs of a quotation or post without what the page puts around them, and the line that says whose."""
    words = [
        attrs.evolve(block, text=_SHORT_LINKS.sub("", block.text)) for block in blocks if block.kind != "signature"
    ]
    named = [name for block in words if (name := _poster(block))]
    signature = _signature([block.text for block in blocks if block.kind == "signature"] + named)
    texts = [block.text for block in words if block.text and not _is_frame(block)]
    return _signed_by_dash(texts) if texts and not signature else (texts, signature)


def _poster(block: Block) -> str | None:
    """Who posted a post, if a block of it says so."""
    return poster(block.text) if block.kind == "post" else None


def _is_frame(block: Block) -> bool:
    """Whether a block is what a page puts around a post: "A post shared by Ada Brook"."""
    return block.kind == "post" and (opens(block.text, "post") or poster(block.text) is not None)


def _signature(texts: Sequence[str]) -> str:
    words = ", ".join(
        one_line(_DASH.sub("", text)).rstrip(",") for text in dict.fromkeys(texts) if _LETTERS.search(text)
    )
    return f"— {words}" if words else ""


def _signed_by_dash(texts: list[str]) -> tuple[list[str], str]:
    """The words of a quotation apart from a last line that begins with a dash: who said it."""
    last = texts[-1]
    if len(texts) > 1 and _DASH.match(last):
        return texts[:-1], _signature([last])
    head, newline, line = last.rpartition("\n")
    if newline and _DASH.match(line):
        return [*texts[:-1], head], _signature([line])
    return texts, ""
