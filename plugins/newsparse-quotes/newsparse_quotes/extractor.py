"""The extractor ``quotes``: drafts meet quotation marks, and become quotes with a form and a speaker."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import get_args

import attrs

from newsparse.model import Document, Quote, Span, distinct
from newsparse.model.claims import Manner
from newsparse.rules import Chooser, chooser
from newsparse.syntax import Tree
from newsparse_quotes.content.blocks import blocks, without_blocks
from newsparse_quotes.content.clauses import lengthened
from newsparse_quotes.content.contact import apart
from newsparse_quotes.content.dividing import divided
from newsparse_quotes.content.edges import edged, pleaded, without_setting, without_that
from newsparse_quotes.content.fronting import fronted
from newsparse_quotes.content.headlines import below, headlines
from newsparse_quotes.content.namelines import under_names
from newsparse_quotes.content.pieces import is_plea, mended
from newsparse_quotes.content.remarks import without_remark
from newsparse_quotes.content.snapping import (
    bracketed,
    by_paragraph,
    disjoint,
    in_paragraph,
    in_sentence,
    snapped,
    unbroken,
)
from newsparse_quotes.content.strays import without_strays
from newsparse_quotes.content.transcripts import transcript
from newsparse_quotes.content.widening import widened
from newsparse_quotes.content.windows import gathered
from newsparse_quotes.dismissed import without_dismissed
from newsparse_quotes.drafts.draft import Draft
from newsparse_quotes.drafts.firsthand import first_hand
from newsparse_quotes.drafts.interrupted import interrupted
from newsparse_quotes.drafts.marks import from_marks, is_inside, is_term
from newsparse_quotes.drafts.model import on_words
from newsparse_quotes.drafts.passives import completed
from newsparse_quotes.drafts.planned import planned
from newsparse_quotes.drafts.posts import posted
from newsparse_quotes.drafts.relayed import relayed
from newsparse_quotes.drafts.tree import from_trees, left_out
from newsparse_quotes.inner.nested import confirmed, outside
from newsparse_quotes.kinds import UnquotedWords
from newsparse_quotes.lexicon import cues
from newsparse_quotes.marks.stretches import Outer, stretches, style
from newsparse_quotes.page import Page
from newsparse_quotes.quotes import quotes, within
from newsparse_quotes.repeats import with_repeats
from newsparse_quotes.sources.answers import answered, asked
from newsparse_quotes.sources.choose import attributed
from newsparse_quotes.sources.distance import detached
from newsparse_quotes.sources.exchange import exchanged, with_next
from newsparse_quotes.sources.lines import labelled
from newsparse_quotes.sources.phrases import undated, worded
from newsparse_quotes.sources.turns import in_turn
from newsparse_quotes.sources.unclosed import unclosed
from newsparse_quotes.statements import judged
from newsparse_quotes.unquoted import is_nickname, unquoted

_SURE = 0.9
"""Confidence of the model from which a noun alone is content: "demanded (justice)"."""


@attrs.frozen(kw_only=True)
class QuotesConfig:
    """Settings: ``cues`` are lemmas of speech verbs besides those of the lexicon, ``without`` those to leave out.

    The dependency rules use them, and so does the act of a quote; the model's attributions do not depend on them.
    ``marks`` are the outlet's pairs of quotation marks, each in one string ("\u00bb\u00ab"); by default, any.
    ``only`` are the manners of quotes to return ("speech", "writing", "thought", "act"); by default, all of them.
    ``weights`` is a folder with weights for choosing sources, as `newsparse bench fit` writes them; without it the
    rules decide in their order. ``certainty`` is the least probability, 0 to 1, of a source that weights may give.
    """

    cues: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    without: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    marks: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    only: tuple[Manner, ...] = attrs.field(
        default=(), converter=tuple, validator=attrs.validators.deep_iterable(attrs.validators.in_(get_args(Manner)))
    )
    certainty: float | None = None
    weights: str | None = None


class Quotes:
    """Finds quotes in one document; reads ``attributions`` if the backend provides them, otherwise trees and marks."""

    def __init__(self, config: QuotesConfig | None = None) -> None:
        chosen = config or QuotesConfig()
        self.cues = cues(chosen.cues, chosen.without)
        self.only = frozenset(chosen.only or get_args(Manner))
        self.style = style(chosen.marks) if chosen.marks else style()
        folder = Path(chosen.weights) if chosen.weights else None
        self.chooser = chooser("quotes.source", "newsparse_quotes", folder=folder, threshold=chosen.certainty)
        self.judge = chooser("quotes.quotation", "newsparse_quotes", folder=folder)

    def extract(self, document: Document) -> Iterator[Quote | UnquotedWords]:
        """The quotes of ``document``, in the order of the text, then the words in marks that are not quotes."""
        page = Page(document, Tree(document), stretches(document.text, self.style), self.cues, self.judge)
        ordered = _with_sources(page, _drafts(page), self.chooser)
        everything: list[Quote] = list(with_repeats(distinct(quotes(page, list(_said(page, ordered))))))
        yield from _of_manners(everything, self.only)
        yield from unquoted(page.tree.index, page.outer, everything)


def _of_manners(everything: Sequence[Quote], only: Collection[Manner]) -> Iterator[Quote]:
    """The quotes of some manners, out of any quote of another one."""
    kept = {quote.id for quote in everything if quote.manner in only}
    for quote in everything:
        if quote.id in kept:
            outside = quote.within is not None and quote.within not in kept
            yield attrs.evolve(quote, within=None) if outside else quote


def _said(page: Page, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts that are quotes, and what others say in those that are not: "cited a report that said (it sank)"."""
    for draft in drafts:
        kept = _accepted(page, [draft])
        inner = [] if kept else [part for part in within(page, draft) if part.source is not None]
        yield from kept or _accepted(page, inner)


def _accepted(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts that are quotes, with whole contents, each with its manner."""
    found = [_trimmed(page, draft) for draft in without_dismissed(drafts, page.tree, page.outer)]
    return list(judged(found, page.tree, page.outer, page.cues, page.judge))


def _drafts(page: Page) -> list[Draft]:
    """All that somebody says on a page: in lines and blocks of their own, in sentences, in headlines, in marks."""
    lines = transcript(page.tree)
    lines += without_blocks(under_names(page.tree, page.outer), lines)
    apart = [*without_blocks(blocks(page.tree, page.cues.verbs), lines), *lines]
    drafts = interrupted(page.tree, relayed(page.tree, _in_sentences(page), page.outer), page.outer)
    drafts = posted(page.tree.index, drafts, page.outer)
    drafts = without_blocks(drafts, apart)
    titles = [found for found in headlines(page.tree, page.outer, drafts) if without_blocks([found[1]], apart)]
    drafts = _sorted_out(page, _whole(page, below(drafts, [line for line, _ in titles])))
    drafts += apart + [draft for _, draft in titles]
    return drafts + list(from_marks(page.text, page.outer, drafts))


def _with_sources(page: Page, drafts: Sequence[Draft], chosen: Chooser) -> list[Draft]:
    """``drafts`` in the order of the text, each with the words for who says it; without terms in marks."""
    ordered = sorted((worded(page.tree.index, draft) for draft in drafts), key=_place)
    ordered = [undated(page.tree, draft) for draft in attributed(ordered, page.tree, page.outer, chosen)]
    ordered = answered(page.text, unclosed(page.text, ordered, page.outer), page.outer)
    ordered = asked(page.tree, ordered, page.outer)
    if page.document.has("attributions"):
        ordered = [draft for draft in ordered if not is_term(page.text, draft, page.outer)]
    return ordered


def _in_sentences(page: Page) -> list[Draft]:
    """What the model attributes and what it leaves out, or the dependency rules where the backend has no model."""
    if page.document.has("attributions"):
        given = first_hand(page.text, page.given, page.outer)
        given = [unbroken(page.text, draft, page.outer) for draft in gathered(page.text, given, page.outer)]
        complements = list(outside(page.tree, given))
        found = [confirmed(draft, complements) for draft in given]
        linked, loose = list[Draft](), list[Draft]()
        for draft in found:
            (linked if draft.beside() or page.outer.touching(draft.content) else loose).append(draft)
        more = list(left_out(page.tree, linked, complements, page.outer))
        said = [piece for draft in more for piece in draft.content]
        return [*linked, *(draft for draft in loose if not _shares(draft, said)), *more]
    return from_trees(page.tree, frozenset(page.cues.verbs), page.outer)


def _trimmed(page: Page, draft: Draft) -> Draft:
    """The draft in pieces of a paragraph each, without the "that" before it, and where it was said after it."""
    draft = bracketed(page.text, by_paragraph(page.text, draft, page.outer))
    draft = without_setting(page.tree, draft, page.outer)
    return without_that(page.tree, draft, page.outer)


def _shares(draft: Draft, pieces: Sequence[Span]) -> bool:
    """Whether a draft shares words with some pieces."""
    return any(own.overlaps(piece) for own in draft.content for piece in pieces)


def _whole(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts whose contents are whole: snapped to marks, joined, cut where the cue's own words begin."""
    found = (part for draft in drafts for part in _made_whole(page, draft))
    return [draft for draft in found if _has_substance(page.tree, draft, page.outer)]


def _made_whole(page: Page, draft: Draft) -> list[Draft]:
    """A draft with its content whole, and what a second cue in it attributes; none where no content is left."""
    tree, quoted = page.tree, page.outer
    draft = in_paragraph(page.text, completed(tree, planned(tree, draft, quoted)), quoted)
    if draft.content:
        draft = on_words(tree.index, snapped(page.text, draft, quoted))
    if not draft.content:
        return []
    draft = in_sentence(tree, pleaded(tree, labelled(page.text, draft, tree)), quoted)
    draft = edged(tree, without_strays(tree, mended(tree, draft, quoted), quoted), quoted)
    if draft.content:
        draft = fronted(tree, draft, quoted)
    if draft.content:
        draft = apart(tree, lengthened(tree, draft, quoted, page.cues), quoted)
    return divided(tree, without_remark(tree, draft, quoted), quoted, page.cues) if draft.content else []


def _sorted_out(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts that share no words, each near its cue; without inner quotes and nicknames."""
    found = [part for draft in disjoint(page.tree, drafts) for part in in_turn(page.text, draft, page.tree, page.outer)]
    found = with_next(page.text, found, page.outer)
    turns = [part for draft in found for part in exchanged(page.text, draft, page.tree, page.outer)]
    found = [part for draft in turns for part in detached(page.text, draft, page.tree)]
    found = [labelled(page.text, draft, page.tree) for draft in found]
    found = [draft for draft in found if not is_inside(page.text, draft, page.outer)]
    found = widened(page.tree, found, page.outer)
    return [draft for draft in found if not is_nickname(page.text, draft, page.tree, page.outer)]


def _has_substance(tree: Tree, draft: Draft, quoted: Outer) -> bool:
    """Whether there is content: more than one word, words in marks, or a noun that is surely what somebody says."""
    count = sum(len(piece.cut(tree.document.text).split(None, 2)) for piece in draft.content)
    if count > 1 or (count == 1 and (quoted.touching(draft.content) or is_plea(tree, draft.content[0]))):
        return True
    sure = (draft.confidence or 0) >= _SURE and draft.source is not None
    return sure and [tree.tokens[word].upos for word in draft.inside(tree)] == ["NOUN"]


def _place(draft: Draft) -> Span:
    return draft.content[0]
