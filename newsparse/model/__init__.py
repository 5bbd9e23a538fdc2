"""The types of newsparse: spans, annotations, claims, documents; nothing here reads, writes or analyses."""

from newsparse.model.annotation import Annotation, Passage, by_span, covering, distinct
from newsparse.model.claims import (
    Attribution,
    Claim,
    Direction,
    Modality,
    NumberClaim,
    NumberRole,
    Quote,
    QuoteForm,
    Speaker,
    SpeakerKind,
)
from newsparse.model.document import Document, Failure, Layer, Meta, Source, digest
from newsparse.model.entities import Affiliation, Entity, Mention, MentionForm
from newsparse.model.quantity import Exactness, Quantity, QuantityKind, plain
from newsparse.model.span import Span, envelope
from newsparse.model.syntax import Sentence, Token

__all__ = [
    "Affiliation",
    "Annotation",
    "Attribution",
    "Claim",
    "Direction",
    "Document",
    "Entity",
    "Exactness",
    "Failure",
    "Layer",
    "Mention",
    "MentionForm",
    "Meta",
    "Modality",
    "NumberClaim",
    "NumberRole",
    "Passage",
    "Quantity",
    "QuantityKind",
    "Quote",
    "QuoteForm",
    "Sentence",
    "Source",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Token",
    "by_span",
    "covering",
    "digest",
    "distinct",
    "envelope",
    "plain",
]
