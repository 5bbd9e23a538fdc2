"""Documents as a backend that errs gives them: words with other heads and tags, marks that are a word off."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import attrs

from newsparse.model import LABELS, Annotation, Attribution, Document, Layer, Mention, Sentence, Span, Token, distinct

_ONE_IN = 4
"""One in so many words, mentions and pieces of attributions is changed."""
_FARTHEST = 3
"""How many words away a wrong head is, where it is near."""


def distorted(document: Document, draw: Random) -> Document:
    """``document`` with some of its trees, tags, sentences, mentions and attributions wrong, as ``draw`` chooses.

    Words keep their places, and other layers stay as they are. An extractor must not fail at what it makes of this.
    """
    if not document.tokens:
        return document
    layers = [attrs.evolve(layer, annotations=_wrong(document, layer, draw)) for layer in document.layers]
    return attrs.evolve(document, layers=tuple(layers))


def _wrong(document: Document, layer: Layer, draw: Random) -> tuple[Annotation, ...]:
    """The annotations of a layer, some of them wrong."""
    if layer.name == "tokens":
        return tuple([_token(document, token, draw) for token in document.tokens])
    if layer.name == "sentences":
        return tuple(_sentences(document, draw))
    if layer.name == "mentions":
        return tuple(distinct([_mention(document, item, draw) for item in document.mentions]))
    if layer.name == "attributions":
        return tuple(distinct([_attribution(document, item, draw) for item in document.attributions]))
    return tuple(layer.annotations)


def _token(document: Document, token: Token, draw: Random) -> Token:
    if draw.randrange(_ONE_IN):
        return token
    tokens, other = document.tokens, draw.choice(document.tokens)
    near = min(max(token.group + draw.randint(-_FARTHEST, _FARTHEST), 0), len(tokens) - 1)
    changes = (
        {"head": draw.choice([None, near, draw.randrange(len(tokens)), len(tokens)])},
        {"deprel": other.deprel},
        {"upos": other.upos, "xpos": other.xpos},
        {"upos": None, "xpos": None, "lemma": None},
    )
    return attrs.evolve(token, **draw.choice(changes))


def _sentences(document: Document, draw: Random) -> list[Sentence]:
    """The sentences, one of them going on to the end of the next or left out."""
    found = list(document.sentences)
    at = draw.randrange(len(found)) if found else 0
    for other in found[at + 1 : at + 2]:
        span = Span(found[at].span.start, other.span.end)
        whole = Sentence.make(
            document.text, span, first=found[at].first, last=other.last, paragraph=found[at].paragraph
        )
        found[at : at + 2] = draw.choice([[], [whole], [found[at]], found[at : at + 2]])
    return found


def _mention(document: Document, item: Mention, draw: Random) -> Mention:
    """A mention in another place, of another class or form, or with another head."""
    if draw.randrange(_ONE_IN):
        return item
    span = _moved(document, item.span, draw)
    made = (
        Mention.make(document.text, span, label=item.label, form=item.form),
        attrs.evolve(item, label=draw.choice(sorted(LABELS))),
        attrs.evolve(item, form=draw.choice(["named", "nominal", "pronoun"])),
        attrs.evolve(item, head=span),
    )
    return attrs.evolve(draw.choice(made), entity=None)


def _attribution(document: Document, item: Attribution, draw: Random) -> Attribution:
    content = _pieces(document, item.content, draw) or item.content
    cue, source = (_pieces(document, pieces, draw) for pieces in (item.cue, item.source))
    return Attribution.make(document.text, *content, content=content, cue=cue, source=source)


def _pieces(document: Document, pieces: Sequence[Span], draw: Random) -> tuple[Span, ...]:
    """The pieces of an attribution, some of them moved or left out, or in another order."""
    moved = [piece if draw.randrange(_ONE_IN) else _moved(document, piece, draw) for piece in pieces]
    return tuple(draw.sample(moved, len(moved) - (not draw.randrange(_ONE_IN) and bool(moved))))


def _moved(document: Document, span: Span, draw: Random) -> Span:
    """A span whose ends are a word or a character off, or whatever is between two words."""
    if not draw.randrange(_ONE_IN):
        place = draw.randrange(len(document.text))
        return Span(place, place + 1)
    edges = sorted({edge for token in document.tokens for edge in (token.span.start, token.span.end)})
    near = [edge for edge in edges if span.start - _FARTHEST * 4 <= edge <= span.end + _FARTHEST * 4]
    start, end = sorted(draw.sample([*near, span.start, span.end], 2))
    return Span(start, end) if start < end else span
