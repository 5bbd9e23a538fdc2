"""spaCy: a document as a ``Doc``, and many as a ``DocBin`` (https://spacy.io/api/doc).

The words are the document's own tokens with their tags, lemmas and trees; ``doc.text`` is the document's text.
``doc.ents`` are the mentions by name; where two overlap, the longer one is there, and of equally long ones the first.
``doc.spans`` has a group for every layer but those of language analysis, with a span for each piece of an annotation
and, under "entities", for each mention of an entity. ``span._.newsparse`` has all fields of the annotation, as our
JSON has them, with its exact offsets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import attrs

from newsparse.errors import AnnotationError
from newsparse.exchange.words import Alignment, Place, Ranges, heads_of, starts_of, words_of
from newsparse.extras import extra
from newsparse.kinds import Unrecognised
from newsparse.model import Annotation, Document, Entity, Layer, Mention, NumberClaim, Quote, Span
from newsparse.serial.structure import to_plain

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, DocBin
    from spacy.tokens import Span as SpacySpan
    from spacy.vocab import Vocab

NAME = "newsparse"
"""The extension attribute of ``Doc`` and ``Span``, and the key of ``doc.user_data`` under which its values are."""

ANALYSIS = frozenset({"sentences", "tokens", "attributions"})

Ids = Mapping[str, Mention]


def to_doc(document: Document, nlp: Language | Vocab) -> Doc:
    """The document as a ``Doc`` of a spaCy pipeline or vocabulary; ``doc._.newsparse`` is the ``Alignment``.

    Sentences win over trees: where a sentence is not just one tree, the ``Doc`` has the sentences alone. Raises
    ``AnnotationError`` for a text with half a surrogate pair, which spaCy cannot hold.
    """
    with extra("spacy"):
        from spacy.tokens import Doc
    _check(document)
    words = words_of(document)
    trees = heads_of(document, words)
    doc = Doc(
        _vocabulary(nlp),
        words=[word.text for word in words],
        spaces=[word.blank for word in words],
        heads=list(trees.heads) if trees else None,
        deps=list(trees.relations) if trees else None,
        sent_starts=None if trees else starts_of(document, words),
        **cast(Any, _tags(document, [word.tokens[:1] for word in words])),
    )
    annotate(doc, document)
    return doc


def _vocabulary(nlp: Language | Vocab) -> Vocab:
    from spacy.vocab import Vocab

    return nlp if isinstance(nlp, Vocab) else nlp.vocab


def _check(document: Document) -> None:
    try:
        document.text.encode()
    except UnicodeEncodeError as error:
        raise AnnotationError(
            f"{document.id}: the character at {error.start} is half a surrogate pair, which spaCy cannot hold."
        ) from error


def _tags(document: Document, indices: Iterable[tuple[int, ...]]) -> dict[str, list[str]]:
    """Tags, parts of speech, features and lemmas of words, so far as the tokens have any."""
    names = {"tags": "xpos", "pos": "upos", "morphs": "feats", "lemmas": "lemma"}
    tokens = [document.tokens[index[0]] if index else None for index in indices]
    found = {name: [getattr(token, field, None) or "" for token in tokens] for name, field in names.items()}
    return {name: values for name, values in found.items() if any(values)}


def annotate(doc: Doc, document: Document) -> Alignment:
    """Put the document's annotations into a ``Doc`` of the same text, whatever its tokens.

    Sets ``doc.ents``, and the groups of ``doc.spans`` that have the names of layers. Raises ``AnnotationError`` if the
    texts differ.
    """
    with extra("spacy"):
        from spacy.util import filter_spans
    if doc.text != document.text:
        raise AnnotationError(f"{document.id}: the text of the spaCy Doc is another one.")
    _register()
    groups = _Groups.of(doc, document)
    places: list[Place] = []
    facts: dict[str, Any] = {}
    for layer in document.layers:
        if layer.name not in ANALYSIS:
            places += groups.add(layer)
            facts |= {item.id: _facts(item) for item in layer.annotations}
    if document.has("mentions"):
        doc.ents = filter_spans(groups.named())
    alignment = Alignment.of(places)
    doc.user_data[NAME] = {"id": document.id, "annotations": facts, "alignment": _plain(alignment)}
    return alignment


@attrs.frozen
class _Groups:
    """The groups of a ``Doc``, with what it takes to fill them: mentions by their ids, links by those of entities."""

    doc: Doc
    ranges: Ranges
    mentions: Ids
    links: Mapping[str, str]

    @classmethod
    def of(cls, doc: Doc, document: Document) -> _Groups:
        return cls(
            doc,
            Ranges([Span(token.idx, token.idx + len(token)) for token in doc]),
            {mention.id: mention for mention in document.mentions},
            {entity.id: entity.link.id for entity in document.entities if entity.link},
        )

    def add(self, layer: Layer) -> list[Place]:
        """Put a layer into the group of its name; the places of its pieces."""
        group: list[SpacySpan] = []
        places: list[Place] = []
        for item in layer.annotations:
            for piece in _pieces(item, self.mentions):
                found = self.ranges.at(piece)
                if found:
                    group.append(_span(self.doc, found, item, self.links))
                places.append(Place(item.id, layer.name, piece, self.ranges.place(*found) if found else None))
        self.doc.spans[layer.name] = group
        return places

    def named(self) -> list[SpacySpan]:
        """The mentions by name."""
        return [span for span in self.doc.spans["mentions"] if self.mentions[span.id_].form == "named"]


def _pieces(item: Annotation, mentions: Ids) -> tuple[Span, ...]:
    if isinstance(item, Entity):
        return tuple(mentions[key].span for key in item.mentions if key in mentions) or (item.span,)
    return item.pieces()


def _span(doc: Doc, found: tuple[int, int], item: Annotation, links: Mapping[str, str]) -> SpacySpan:
    from spacy.tokens import Span as SpacySpan

    entity = item.entity if isinstance(item, Mention) else item.id
    return SpacySpan(doc, *found, label=_label(item), kb_id=links.get(entity or "", ""), span_id=item.id)


def _label(item: Annotation) -> str:
    match item:
        case Mention() | Entity():
            return item.label
        case Quote():
            return item.form
        case NumberClaim():
            return item.quantity.kind
        case Unrecognised():
            return item.kind
    return item.KIND


def _facts(item: Annotation) -> dict[str, Any]:
    if isinstance(item, Unrecognised):
        return item.fields
    return {"kind": item.KIND, "v": item.SCHEMA, **to_plain(item, "$")}


def _plain(alignment: Alignment) -> list[Any]:
    """The alignment as values that a DocBin can hold."""
    rows = [
        [[place.id, place.layer, *_ends(place.wanted), *_ends(place.given)] for place in places]
        for places in (alignment.moved, alignment.lost)
    ]
    return [alignment.aligned, *rows]


def _ends(span: Span | None) -> list[int | None]:
    return [span.start, span.end] if span else [None, None]


def _register() -> None:
    """Declare the extension attributes; spaCy keeps them for the whole process."""
    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan

    if not Doc.has_extension(NAME):
        Doc.set_extension(NAME, getter=_alignment_of)
    if not SpacySpan.has_extension(NAME):
        SpacySpan.set_extension(NAME, getter=_facts_of)


def _alignment_of(doc: Doc) -> Alignment | None:
    known = doc.user_data.get(NAME)
    if known is None:
        return None
    aligned, *rows = known["alignment"]
    moved, lost = (
        tuple(Place(key, layer, Span(a, b), Span(c, d) if d else None) for key, layer, a, b, c, d in places)
        for places in rows
    )
    return Alignment(aligned, moved, lost)


def _facts_of(span: SpacySpan) -> dict[str, Any] | None:
    known: dict[str, Any] = span.doc.user_data.get(NAME, {}).get("annotations", {})
    return known.get(span.id_)


def to_docbin(documents: Iterable[Document], nlp: Language | Vocab | None = None) -> DocBin:
    """The documents as a ``DocBin``, with their annotations; ``nlp`` is by default a blank English pipeline.

    ``from_docbin`` declares the extension attributes before it reads one.
    """
    with extra("spacy"):
        import spacy
        from spacy.tokens import DocBin
    vocabulary = _vocabulary(nlp or spacy.blank("en"))
    found = DocBin(store_user_data=True)
    for document in documents:
        found.add(to_doc(document, vocabulary))
    return found


def from_docbin(path: str | Path, nlp: Language | Vocab | None = None) -> Iterator[Doc]:
    """The documents of a file that ``to_docbin(...).to_disk`` or the writer made, with ``span._.newsparse``."""
    with extra("spacy"):
        import spacy
        from spacy.tokens import DocBin
    _register()
    yield from DocBin().from_disk(path).get_docs(_vocabulary(nlp or spacy.blank("en")))


def write_docbin(documents: Iterable[Document], path: Path) -> None:
    """A run's documents in one ``.spacy`` file, for ``spacy train`` and ``from_docbin``."""
    to_docbin(documents).to_disk(path)
