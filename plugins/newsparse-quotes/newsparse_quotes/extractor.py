"""The extractor ``quotes``: drafts meet quotation marks, and become quotes with a form and a speaker."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence

import attrs

from newsparse.model import Document, Evidence, Modality, Passage, Quote, QuoteForm, Span, Speaker, distinct
from newsparse.syntax import Tree
from newsparse_quotes.content.blocks import blocks, without_blocks
from newsparse_quotes.content.edges import edged
from newsparse_quotes.content.pieces import mended, parted
from newsparse_quotes.drafts.drafts import Draft, from_attributions, from_trees, trimmed
from newsparse_quotes.drafts.nested import nested
from newsparse_quotes.kinds import UnquotedWords
from newsparse_quotes.lexicon import Cues, cues
from newsparse_quotes.lexicon import words as listed
from newsparse_quotes.marks.stretches import Outer, Stretch, stretches, style
from newsparse_quotes.readings import act, addressee, anonymity, manner, marked
from newsparse_quotes.sources.lines import answered, attributed, detached, labelled
from newsparse_quotes.sources.phrases import authored, worded
from newsparse_quotes.speakers import Speakers
from newsparse_quotes.unquoted import is_nickname, is_title, unquoted

LONG = 4
"""Words from which a stretch in marks counts as a quote of its own: shorter ones are often titles or scare quotes."""


ENDS = (".", "!", "?", "\u2026")
AFTER_SENTENCE = ("", "\n", ".", "!", "?", "\u201d")


@attrs.frozen(kw_only=True)
class QuotesConfig:
    """Settings: ``cues`` are lemmas of speech verbs besides those of the lexicon, ``without`` those to leave out.

    They serve the dependency rules and the act of a quote; the model's attributions do not depend on them. ``marks``
    are the outlet's pairs of quotation marks, each in one string ("\u00bb\u00ab"); the usual ones are read without it.
    """

    cues: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    without: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    marks: tuple[str, ...] = attrs.field(default=(), converter=tuple)


class Quotes:
    """Finds quotes in one document; reads ``attributions`` where the backend gives them, else trees and marks."""

    def __init__(self, config: QuotesConfig | None = None) -> None:
        chosen = config or QuotesConfig()
        self.known = cues(chosen.cues, chosen.without)
        self.cues = frozenset(self.known.verbs)
        self.style = style(chosen.marks) if chosen.marks else style()

    def extract(self, document: Document) -> Iterator[Quote | UnquotedWords]:
        """The quotes of ``document``, in the order of the text, then the words in marks that are none."""
        in_marks = stretches(document.text, self.style)
        outer = Outer(in_marks)
        modelled = document.has("attributions")
        tree = Tree(document)
        drafts = from_attributions(document) if modelled else from_trees(tree, self.cues, outer)
        apart = blocks(tree, self.known.verbs)
        drafts = without_blocks(drafts, apart)
        found = [_snapped(document.text, draft, outer) for draft in drafts]
        found = [labelled(document.text, draft, tree) for draft in found if draft.content]
        found = [edged(tree, mended(tree, draft, outer), outer) for draft in found]
        found = _apart([draft for draft in found if draft.content and _has_substance(document.text, draft, outer)])
        found = [part for draft in found for part in detached(document.text, draft, tree, outer)]
        found = [labelled(document.text, draft, tree) for draft in found]
        found = [draft for draft in found if not _is_inside(document.text, draft, outer)]
        found = [draft for draft in found if not is_nickname(document.text, draft, tree, outer)]
        found.extend([*apart, *_marked(document.text, outer, [*found, *apart])])
        found = sorted((worded(document.text, draft) for draft in found), key=lambda draft: draft.content[0])
        found = answered(document.text, attributed(document.text, found, tree, outer), outer)
        inner = Outer([attrs.evolve(stretch, depth=stretch.depth - 1) for stretch in in_marks])
        quotes: list[Quote] = distinct(_quotes(tree, _joined(found), outer, inner, self.known))  # type: ignore[assignment]
        yield from quotes
        yield from unquoted(document, outer, quotes)


def _has_substance(text: str, draft: Draft, quoted: Outer) -> bool:
    """Whether there is content: more than one word, or words in marks."""
    words = sum(len(piece.cut(text).split()) for piece in draft.content)
    return words > 1 or (words == 1 and bool(quoted.touching(draft.content)))


def _is_inside(text: str, draft: Draft, quoted: Outer) -> bool:
    """Whether a draft is a part of a paragraph in marks, with its cue and source: that is ``nested``'s to find."""
    near = quoted.touching(draft.content)
    if len(near) != 1 or near[0].close is None or len(near[0].content.cut(text).split()) < LONG:
        return False
    whole = near[0].content
    alone = text[text.rfind("\n", 0, whole.start) + 1 : near[0].open.start] + text[near[0].close.end :].split("\n")[0]
    said = [span for span in (draft.cue, draft.source, *draft.content) if span is not None]
    return not alone.strip() and 2 * sum(map(len, draft.content)) <= len(whole) and all(map(whole.covers, said))


def _snapped(text: str, draft: Draft, quoted: Outer) -> Draft:
    """The draft with its content extended to whole stretches in marks, where most of one lies inside."""
    pieces = sorted(draft.content)
    for stretch in quoted.touching(draft.content):
        shared = sum(max(0, min(p.end, stretch.content.end) - max(p.start, stretch.content.start)) for p in pieces)
        if 2 * shared > len(stretch.content) and len(stretch.content) > shared:
            pieces.append(stretch.content)
    barred = [span for span in (draft.cue, draft.source) if span is not None]
    merged = _without(_merged(pieces), barred)
    return attrs.evolve(draft, content=trimmed(text, [parted(text, piece, quoted) for piece in merged], quoted))


def _merged(pieces: list[Span]) -> list[Span]:
    result: list[Span] = []
    for piece in sorted(pieces):
        if result and piece.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, piece.end))
        else:
            result.append(piece)
    return result


def _without(pieces: list[Span], barred: Sequence[Span]) -> list[Span]:
    """``pieces`` with the words of ``barred`` cut out of them."""
    for bar in barred:
        cut: list[Span] = []
        for piece in pieces:
            edges = ((piece.start, min(piece.end, bar.start)), (max(piece.start, bar.end), piece.end))
            cut.extend([piece] if not piece.overlaps(bar) else [Span(a, b) for a, b in edges if a < b])
        pieces = cut
    return pieces


def _apart(drafts: list[Draft]) -> list[Draft]:
    """The drafts with a piece that two of them claim left to the surer one, then to the earlier."""
    taken: list[Span] = []
    result = []
    for draft in sorted(drafts, key=lambda d: (d.confidence is None, -(d.confidence or 0), d.content[0])):
        content = [piece for piece in draft.content if not _is_taken(piece, taken)]
        for piece in content:
            insort(taken, piece)
        if content:
            result.append(attrs.evolve(draft, content=content))
    return result


def _is_taken(piece: Span, taken: Sequence[Span]) -> bool:
    """Whether one of ``taken``, which are sorted and do not overlap each other, overlaps ``piece``."""
    index = bisect_left(taken, piece)
    return any(piece.overlaps(other) for other in taken[max(0, index - 1) : index + 1])


def _marked(text: str, quoted: Outer, drafts: Sequence[Draft]) -> list[Draft]:
    """A draft for each long stretch in marks that no draft holds."""
    held = {s.content for draft in drafts for s in quoted.touching(draft.content)}
    free = [s for s in quoted.all if s.content not in held and not is_title(s.content.cut(text))]
    long = [s for s in free if len(s.content.cut(text).split()) >= LONG or _is_sentence(text, s)]
    pieces = [trimmed(text, [s.content], quoted) for s in long]
    return [Draft(piece, None, None, "marks") for piece in pieces if piece]


def _is_sentence(text: str, stretch: Stretch) -> bool:
    """Whether a stretch in marks is a sentence of its own: after the end of another, with a stop of its own."""
    before = text[max(0, stretch.open.start - 3) : stretch.open.start].rstrip(" \u00a0")[-1:]
    content = stretch.content.cut(text).strip()
    return before in AFTER_SENTENCE and content[:1].isupper() and content[-1:] in ENDS


def _joined(drafts: list[Draft]) -> list[Draft]:
    """Drafts of the model whose parts were separated: same cue, same source, one quote."""
    result: list[Draft] = []
    known: dict[tuple[Span | None, Span | None], Draft] = {}
    for draft in drafts:
        same = known.get((draft.cue, draft.source)) if draft.cue is not None else None
        if same is None:
            known[draft.cue, draft.source] = draft
            result.append(draft)
        else:
            same.content = _merged([*same.content, *draft.content])
    return result


def _quotes(tree: Tree, drafts: list[Draft], quoted: Outer, inner: Outer, known: Cues) -> Iterator[Quote]:
    """The quotes of ``drafts``, each with those inside of it."""
    speakers = Speakers(tree)
    for draft in drafts:
        speaker = speakers.at(draft.source) if draft.source is not None else None
        quote = _quote(tree, draft, authored(speaker, quoted), quoted, known)
        yield quote
        for part in nested(tree, draft, quoted, inner):
            said = speakers.inside(part.source, speaker) if part.source else None
            yield attrs.evolve(_quote(tree, part, said, inner, known), within=quote.id)


def _quote(tree: Tree, draft: Draft, speaker: Speaker | None, quoted: Outer, known: Cues) -> Quote:
    document = tree.document
    form, marks = _form(document.text, draft.content, quoted)
    if speaker is not None:
        why = anonymity(tree, draft.source) if speaker.kind != "person" else None
        reason = "continues" if draft.rule == "continues" else speaker.reason
        speaker = attrs.evolve(speaker, anonymity=why, reason=reason)
    said = [*([draft.cue] if draft.cue else []), *draft.content]
    return Quote.make(
        document.text,
        *draft.content,
        fragments=tuple(draft.content),
        form=form,
        marks=marks,
        speaker=speaker,
        unattributed="" if speaker else ("no source named" if draft.cue else "no cue and no speaker before it"),
        cue=Passage(draft.cue, document.cut(draft.cue)) if draft.cue else None,
        addressee=addressee(tree, draft.cue, draft.content),
        modality=_modality(document, draft),
        act=act(tree, draft.cue, draft.content, known),
        manner=manner(tree, draft.cue),
        hedges=marked(document.text, said, "hedges"),
        negations=marked(document.text, said, "negations"),
        rule=draft.rule,
        confidence=draft.confidence,
        evidence=_evidence(draft, speaker),
    )


def _evidence(draft: Draft, speaker: Speaker | None) -> tuple[Evidence, ...]:
    """What decided the content, the source and the speaker."""
    found = [Evidence("content", draft.origin), Evidence("source", draft.rule if draft.source else "")]
    return tuple(item for item in [*found, Evidence("speaker", speaker.reason if speaker else "")] if item.rule)


def _form(text: str, content: Sequence[Span], quoted: Outer) -> tuple[QuoteForm, tuple[Span, ...]]:
    """The form of a content and the marks around or inside it."""
    near = quoted.touching(content)
    marks = tuple(mark for s in near for mark in (s.open, s.close) if mark is not None)
    inside = 0
    for piece in content:
        for s in near:
            start, end = max(piece.start, s.content.start), min(piece.end, s.content.end)
            inside += _letters(text[start:end]) if start < end else 0
    if not inside:
        return "indirect", ()
    return ("direct" if inside >= sum(_letters(piece.cut(text)) for piece in content) else "mixed"), marks


def _letters(words: str) -> int:
    return sum(character.isalnum() for character in words)


def _modality(document: Document, draft: Draft) -> Modality:
    words = set(document.cut(draft.cue).lower().split()) if draft.cue else set()
    kinds: tuple[Modality, ...] = ("negated", "asked", "forecast", "hedged")
    return next((kind for kind in kinds if words & listed("asked words" if kind == "asked" else kind)), "asserted")
