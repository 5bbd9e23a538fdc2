"""The types of newsparse: spans, annotations, claims, documents; nothing here reads, writes or analyses."""

from newsparse.model.annotation import Annotation, Passage, by_span, covering, distinct
from newsparse.model.claims import (
    Act,
    Attribution,
    Claim,
    Direction,
    Evidence,
    Manner,
    Modality,
    NumberClaim,
    NumberRole,
    Outlook,
    Quote,
    QuoteForm,
    Speaker,
    SpeakerKind,
)
from newsparse.model.columns import Columns, Scalar
from newsparse.model.document import Document, Failure, Layer, Meta, Source, digest
from newsparse.model.entities import Affiliation, Entity, Link, Mention, MentionForm, TitlePassage
from newsparse.model.findings import SUPPORTED, Checked, Difference, Differing, Finding, Located, Verdict
from newsparse.model.labels import CONLL, LABELS, NAMES, ONTONOTES, Label
from newsparse.model.period import DateRelation, Granularity, Period, RelativeTo
from newsparse.model.quantity import Exactness, Quantity, QuantityKind, Side, plain
from newsparse.model.span import Span, envelope
from newsparse.model.syntax import Sentence, Token

__all__ = [
    "CONLL",
    "LABELS",
    "NAMES",
    "ONTONOTES",
    "SUPPORTED",
    "Act",
    "Affiliation",
    "Annotation",
    "Attribution",
    "Checked",
    "Claim",
    "Columns",
    "DateRelation",
    "Difference",
    "Differing",
    "Direction",
    "Document",
    "Entity",
    "Evidence",
    "Exactness",
    "Failure",
    "Finding",
    "Granularity",
    "Label",
    "Layer",
    "Link",
    "Located",
    "Manner",
    "Mention",
    "MentionForm",
    "Meta",
    "Modality",
    "NumberClaim",
    "NumberRole",
    "Outlook",
    "Passage",
    "Period",
    "Quantity",
    "QuantityKind",
    "Quote",
    "QuoteForm",
    "RelativeTo",
    "Scalar",
    "Sentence",
    "Side",
    "Source",
    "Span",
    "Speaker",
    "SpeakerKind",
    "TitlePassage",
    "Token",
    "Verdict",
    "by_span",
    "covering",
    "digest",
    "distinct",
    "envelope",
    "plain",
]
