"""Which blocks of a page are its article: trafilatura decides, and what it loses around its choice is added."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from typing import Any, Literal

from newsparse.extras import extra
from newsparse.readers.html.blocks import Block
from newsparse.readers.html.building import MARK
from newsparse.readers.html.vocabulary import mentions_wall, opens

Focus = Literal["precision", "balanced", "recall"]

_NUMBER = re.compile(f"{MARK}([0-9]+){MARK}")
_MOST = 0.85
"""What holds this share of the chosen words is where the article stands."""
_LINKED = 0.3
"""A block with more of its words in links is not added to what trafilatura chose."""
_LIST_LINKED = 0.6
_SHORT = 200
"""Longer paragraphs are no furniture, however they begin."""
_LOG = logging.getLogger(__name__)


def quiet() -> None:
    """Keep the libraries' warnings about single pages out of standard error, unless the user asks for logging."""
    for name in ("trafilatura", "htmldate", "justext", "courlan", "charset_normalizer"):
        logging.getLogger(name).addHandler(_SILENCE)


_SILENCE = logging.NullHandler()


def selected(tree: Any, marked: Sequence[Any], blocks: Sequence[Block], focus: Focus) -> list[int]:
    """The numbers of the blocks that are the article, in their order; empty when the page has none."""
    chosen = _chosen(tree, focus) & set(range(len(blocks)))
    if not chosen:
        return []
    places = {element: number for number, element in enumerate(marked)}
    scope = _scope(tree, places, blocks, chosen)
    added = _left_out([places[item] for item in scope.iter() if item in places], chosen, marked, blocks)
    added |= set(_leading(blocks, min(chosen)))
    live = {blocks[number].group for number in chosen if blocks[number].live}
    if live:
        added |= {number for number, block in enumerate(blocks) if block.live}
    return [number for number in sorted(chosen | added) if not _is_furniture(blocks[number])]


def _chosen(tree: Any, focus: Focus) -> set[int]:
    """The numbers of the blocks that trafilatura takes for the article."""
    with extra("html"):
        from trafilatura import bare_extraction

    quiet()
    try:
        found = bare_extraction(
            tree,
            include_comments=False,
            include_tables=True,
            favor_precision=focus == "precision",
            favor_recall=focus == "recall",
        )
    except Exception as error:  # of a library, on a page of any kind: there is no article that it could find
        _LOG.debug("no article of a page could be found", exc_info=error)
        return set()
    body = getattr(found, "body", None)
    return set() if body is None else {int(number) for number in _NUMBER.findall("".join(body.itertext()))}


def _scope(tree: Any, places: dict[Any, int], blocks: Sequence[Block], chosen: set[int]) -> Any:
    """The innermost element that holds most of the chosen words."""
    weight: dict[Any, int] = {}
    for element, number in places.items():
        if number in chosen:
            for parent in element.iterancestors():
                weight[parent] = weight.get(parent, 0) + len(blocks[number].text)
    whole = weight.get(tree, 0)
    scope = tree
    while inner := [child for child in scope if weight.get(child, 0) >= _MOST * whole]:
        scope = inner[0]
    return scope


def _leading(blocks: Sequence[Block], first: int) -> Iterator[int]:
    """The standfirst and captions between the headline and the first block that was chosen."""
    headlines = [number for number in range(first + 1) if blocks[number].level == 1]
    for number in range(headlines[-1] + 1 if headlines else first, first):
        if blocks[number].kind in ("standfirst", "caption") and blocks[number].linked <= _LINKED:
            yield number


def _left_out(within: Sequence[int], chosen: set[int], marked: Sequence[Any], blocks: Sequence[Block]) -> set[int]:
    """The blocks that trafilatura left out of the element in which the article stands, but that belong to it."""
    taken = sorted(chosen.intersection(within))
    if not taken:
        return set()
    parents = {marked[number].getparent() for number in taken}
    return {
        number
        for number in set(within) - chosen
        if _belongs(blocks[number], between=taken[0] < number < taken[-1], beside=marked[number].getparent() in parents)
    }


def _belongs(block: Block, *, between: bool, beside: bool) -> bool:
    """Whether a block belongs to the article, by its kind and whether it stands between and beside chosen blocks."""
    if block.kind in ("quote", "post", "signature"):
        return True
    if block.linked > (_LIST_LINKED if block.kind == "item" else _LINKED):
        return False
    if block.kind in ("caption", "standfirst", "row"):
        return True
    if block.kind == "heading":
        return between
    return between or beside if block.kind == "item" else between and beside


def _is_furniture(block: Block) -> bool:
    """Whether a paragraph is no part of the article by its own words: a link to another, a call to subscribe."""
    if block.kind not in ("body", "item", "heading") or len(block.text) > _SHORT:
        return False
    return opens(block.text, "furniture") or (block.kind != "item" and mentions_wall(block.text))
