"""Documents and a backend without a model: words, sentences and paragraphs by simple rules, the rest as given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from newsparse.model import Annotation, Attribution, Document, Entity, Layer, Mention, Sentence, Span, Token, distinct
from newsparse.specs import BackendSpec

_WORD = re.compile(r"\w+(?:[-.,]\w+)*|[^\w\s]")
_SENTENCE = re.compile(r"\S[^\n]*?(?:[.!?][\"'”’]*(?=\s)|(?=\n)|\Z)")


def rule_layers(text: str) -> list[Layer]:
    """The layers ``sentences`` and ``tokens``: a sentence ends at a full stop before a blank, or with its line."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    paragraph, last = 0, 0
    for match in _SENTENCE.finditer(text):
        spans = [Span(*word.span()) for word in _WORD.finditer(text, *match.span())]
        if not spans:
            continue
        paragraph += bool(sentences) and "\n" in text[last : match.start()]
        last, first = spans[-1].end, len(tokens)
        tokens += [Token.make(text, span, group=first + index) for index, span in enumerate(spans)]
        whole = Span(spans[0].start, last)
        sentences.append(Sentence.make(text, whole, first=first, last=len(tokens), paragraph=paragraph))
    return [Layer.of("sentences", sentences), Layer.of("tokens", tokens)]


def places(text: str, words: str) -> list[Span]:
    """Every place of ``words`` in ``text``, in order, without overlaps."""
    found: list[Span] = []
    start = text.find(words)
    while start >= 0:
        found.append(Span(start, start + len(words)))
        start = text.find(words, found[-1].end)
    return found


def written(text: str, *, names: Mapping[str, str] | None = None, layers: Iterable[Layer] = ()) -> Document:
    """A document with sentences and words by rule, an entity for each of ``names``, and ``layers``.

    ``names`` maps words of the text, each place of which is a mention, to their label ("Person", "Organization", ...).
    Raises ``ValueError`` for words that are not in the text.
    """
    document = Document(text=text)
    mentions: list[Annotation] = []
    entities: list[Annotation] = []
    for name, label in (names or {}).items():
        spans = places(text, name)
        if not spans:
            raise ValueError(f"{name!r} is not in the text.")
        found = [Mention.make(text, span, label=label) for span in spans]
        entity = Entity.make(text, spans[0], label=label, name=name, mentions=tuple(item.id for item in found))
        mentions += [Mention.make(text, span, label=label, entity=entity.id) for span in spans]
        entities.append(entity)
    given = rule_layers(text)
    if names is not None:
        given += [Layer.of("mentions", distinct(mentions)), Layer.of("entities", distinct(entities))]
    for layer in [*given, *layers]:
        document = document.with_layer(layer.name, layer.annotations)
    return document


def attributed(text: str, source: str, cue: str, *pieces: str, confidence: float | None = None) -> Attribution:
    """An attribution by its words in ``text``: each is looked for from the start; empty words mean none.

    Raises ``ValueError`` for words that are not in the text.
    """
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in (*pieces, source, cue) if words]
    content, others = spans[: len(pieces)], iter(spans[len(pieces) :])
    said = {"source": (next(others),) if source else (), "cue": (next(others),) if cue else ()}
    return Attribution.make(text, *content, content=tuple(content), confidence=confidence, **said)


class FakeBackend:
    """A backend without a model: sentences and words by rule, and for each text in ``known`` its layers there."""

    def __init__(self, layers: Sequence[str], known: Mapping[str, Iterable[Layer]] | None = None) -> None:
        """Give ``layers``, some of which may come from ``known``."""
        self.layers = frozenset(layers)
        self.known = {text: list(items) for text, items in (known or {}).items()}

    def analyse(self, texts: Sequence[str]) -> Sequence[Sequence[Layer]]:
        """The layers of each text that were asked for."""
        return [self._of(text) for text in texts]

    def _of(self, text: str) -> list[Layer]:
        given = {layer.name: layer for layer in [*rule_layers(text), *self.known.get(text, ())]}
        return [layer for name, layer in given.items() if name in self.layers]


def fake_backend(
    known: Mapping[str, Iterable[Layer]] | None = None, *, name: str = "fake", languages: tuple[str, ...] = ("en",)
) -> BackendSpec:
    """A ``BackendSpec`` for ``FakeBackend``, the default for ``languages``, to provide in a test's own plugin."""
    kept = {text: list(items) for text, items in (known or {}).items()}
    more = {layer.name for items in kept.values() for layer in items}

    def make(_language: str, layers: Sequence[str]) -> FakeBackend:
        return FakeBackend(layers, kept)

    provides = tuple(sorted({"sentences", "tokens", *more}))
    return BackendSpec(
        name=name, summary="Words by rule.", make=make, provides=provides, languages=languages, default_for=languages
    )
