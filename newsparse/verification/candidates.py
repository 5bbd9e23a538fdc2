"""The figures of a source that one of a text may come from, each with how well it fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from newsparse.model import Differing, NumberClaim, Span, envelope
from newsparse.verification.quantities import contradict, differing
from newsparse.verification.sentences import Context, Contexts
from newsparse.wording.alignment import Step, steps
from newsparse.wording.streams import Stream
from newsparse.wording.words import words_in

SENTENCES = 6
"""In how many sentences, those most like the figure's own, another figure is looked for."""
EQUAL, ALIGNED, KIND, HEAD = 0.2, 0.3, 0.1, 0.1
"""What the same figure, the same place in the sentence, the same kind and the same thing counted add."""

BESIDE = 3
"""How many words before and behind a figure make it the same as words of the source that are equal to all of them.

One is enough where that is all of its sentence: "Forecast: 77 percent".
"""


@attrs.frozen(kw_only=True)
class Figure:
    """A figure of the text, and the sentence that it is in."""

    claim: NumberClaim
    context: Context

    @property
    def span(self) -> Span:
        """The figure with the words of its bound."""
        return envelope([self.claim.span, *([self.claim.bound.span] if self.claim.bound else [])])


@attrs.frozen(kw_only=True)
class Candidate:
    """A figure of the source: its claim, None for words that were not read as one, its place and its sentence.

    ``likeness`` is that of the two sentences, ``score`` how well all fits, ``parts`` in what the figures differ, and
    ``aligned`` says that they are at the same place of their sentences.
    """

    claim: NumberClaim | None
    span: Span
    context: Context
    likeness: float
    score: float
    parts: tuple[Differing, ...]
    aligned: bool

    @property
    def whole(self) -> Span:
        """The figure with the words of its bound."""
        bound = self.claim.bound if self.claim else None
        return envelope([self.span, bound.span]) if bound else self.span


@attrs.frozen
class _Place:
    """Where in a sentence of the source a figure would be, and which of its words are the same there."""

    span: Span
    same: bool
    same_bound: bool


class Aligner:
    """The sentences of one source as compared with those of a text, each pair once; ``text`` are all its words."""

    def __init__(self, source: Contexts, text: Stream) -> None:
        self.source, self.text = source, text
        self._known: dict[tuple[int, int], list[Step]] = {}
        self._alike: dict[int, dict[int, float]] = {}

    def likeness(self, here: Context) -> dict[int, float]:
        """How much of ``here`` is in each sentence of the source."""
        if here.span.start not in self._alike:
            self._alike[here.span.start] = self.source.likeness(here)
        return self._alike[here.span.start]

    def steps(self, here: Context, there: Context) -> list[Step]:
        """How the words of ``here`` follow from those of ``there``."""
        key = (here.span.start, there.span.start)
        if key not in self._known:
            self._known[key] = steps(here.words.keys, there.words.keys)
        return self._known[key]


def candidates(figure: Figure, aligner: Aligner) -> Iterator[Candidate]:
    """The figures in the sentences most like that of ``figure``, and the same figure in any other sentence."""
    alike = aligner.likeness(figure.context)
    near = sorted(alike, key=lambda number: (-alike[number], number))[:SENTENCES]
    for number, context in enumerate(aligner.source.all):
        likeness = alike.get(number, 0.0)
        close = number in near
        if not context.figures and not close:
            continue
        place = _place(figure, aligner.steps(figure.context, context), context) if close else None
        for claim in context.figures:
            parts = _parts(figure.claim, claim)
            if close or not parts:
                aligned = place is not None and place.span.overlaps(claim.span)
                score = likeness + _extra(figure.claim, claim, parts) + ALIGNED * likeness * aligned
                yield Candidate(
                    claim=claim,
                    span=claim.span,
                    context=context,
                    likeness=likeness,
                    score=score,
                    parts=tuple(parts),
                    aligned=aligned,
                )
        if place and _is_unread(place, context):
            yield _unread(place, context, likeness)


def word_for_word(figure: Figure, aligner: Aligner) -> Candidate | None:
    """The place of the source that has the figure's words with the same words around them, whatever was read there."""
    words = figure.context.words
    inside = [number for number, word in enumerate(words.spans) if word.overlaps(figure.span)]
    if not inside:
        return None
    first, last = max(0, inside[0] - BESIDE), min(len(words), inside[-1] + 1 + BESIDE)
    whole = (first, last) == (0, len(words))
    if last - first - len(inside) < (1 if whole else BESIDE):
        return None
    for start in aligner.text.find(words.keys[first:last]):
        span = aligner.text.words.cut(start + inside[0] - first, start + inside[-1] + 1 - first)
        assert span is not None
        return Candidate(
            claim=None,
            span=span,
            context=aligner.source.at(span),
            likeness=1.0,
            score=1.0,
            parts=(),
            aligned=True,
        )
    return None


def _is_unread(place: _Place, context: Context) -> bool:
    """Whether a place has the same words as a figure of the text, and no figure was read there."""
    return place.same and not any(place.span.overlaps(claim.span) for claim in context.figures)


def _unread(place: _Place, context: Context, likeness: float) -> Candidate:
    """The same words as a figure of the text, at a place of the source where no figure was read."""
    return Candidate(
        claim=None,
        span=place.span,
        context=context,
        likeness=likeness,
        score=likeness * (1 + ALIGNED) + EQUAL * place.same_bound,
        parts=() if place.same_bound else ("bound",),
        aligned=True,
    )


def _parts(here: NumberClaim, there: NumberClaim) -> list[Differing]:
    """In what two figures differ; a unit or currency that the same words leave to their context does not count.

    What stands behind the words, "a day" or "a week", is not left to the context.
    """
    parts = differing(here, there)
    if same_words(here, there):
        denominators = contradict(here.quantity.per, there.quantity.per)
        return [part for part in parts if part == "bound" or (part == "unit" and denominators)]
    return parts


def same_words(here: NumberClaim, there: NumberClaim) -> bool:
    """Whether two figures are the same as written, whatever their contexts made of it."""
    return words_in(here.text).keys == words_in(there.text).keys


def _extra(here: NumberClaim, there: NumberClaim, parts: Sequence[Differing]) -> float:
    same_kind = here.quantity.kind == there.quantity.kind
    return EQUAL * (not parts) + KIND * same_kind + HEAD * same_head(here, there)


def same_head(here: NumberClaim, there: NumberClaim) -> bool:
    """Whether two figures count things of one name, by the last word of what is counted."""
    one, other = (claim.subject.text.split()[-1:] if claim.subject else [] for claim in (here, there))
    return bool(one and other) and one[0].casefold().rstrip("s") == other[0].casefold().rstrip("s")


def _place(figure: Figure, found: Sequence[Step], context: Context) -> _Place | None:
    number = _mapped(figure, figure.claim.span, found, context)
    if number is None:
        return None
    whole = _mapped(figure, figure.span, found, context)
    return _Place(number[0], number[1], whole is not None and whole[1])


def _mapped(figure: Figure, span: Span, found: Sequence[Step], context: Context) -> tuple[Span, bool] | None:
    """The place in ``context`` of the words at ``span``, and whether all words there are the same."""
    inside = [number for number, word in enumerate(figure.context.words.spans) if word.overlaps(span)]
    spans, same = [], True
    for step in found:
        start = max(inside[0], step.here_start) if inside else 0
        end = min(inside[-1] + 1, step.here_end) if inside else 0
        if start >= end:
            continue
        moved = step.there_start - step.here_start
        first, last = (start + moved, end + moved) if step.same else (step.there_start, step.there_end)
        place = context.words.cut(first, last)
        same = same and step.same
        spans += [place] if place else []
    return (envelope(spans), same) if spans else None
