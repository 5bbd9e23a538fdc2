"""The frozen records that plugins provide, and the protocols of what those records build."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, Protocol, runtime_checkable

import attrs

from newsparse.errors import PluginConflictError
from newsparse.model import Annotation, Document, Label, Layer
from newsparse.rules import RuleSet

API = 1
"""The version of these records; a plugin made for another version is refused with a clear error."""

ASPECTS = frozenset({"tags", "trees"})
"""What a backend is asked for like a layer, but gives as fields of the tokens."""

Joins = Literal["lines", "paragraphs", "array"]

SNIFFED_BYTES = 4096
"""The bytes at the beginning of a file by which its format is told."""


_NAME = re.compile(r"[a-z][a-z0-9-]*")
_VARIANT = re.compile(r"[a-z][a-z0-9-]*(\[[^\]]*\])?")


def _names(values: Iterable[str]) -> tuple[str, ...]:
    if isinstance(values, str) or not isinstance(values, Iterable):
        hint = f"Write ({values!r},)." if isinstance(values, str) else ""
        raise PluginConflictError(f"expected a tuple of names, got {values!r}.", hint=hint)
    names = tuple(values)
    odd = [name for name in names if not isinstance(name, str)]
    if odd:
        raise PluginConflictError(f"expected a tuple of names, got one with {odd[0]!r}.")
    return names


def _matching(pattern: re.Pattern[str], rule: str) -> Callable[[object, attrs.Attribute[str], object], None]:
    def check(record: object, field: attrs.Attribute[str], value: object) -> None:
        if not isinstance(value, str) or not pattern.fullmatch(value):
            raise PluginConflictError(f"{field.name} of {type(record).__name__} must be {rule}, got {value!r}.")

    return check


_LETTERS = "lower-case letters, digits and '-', a letter first"
NAME = _matching(_NAME, _LETTERS)
VARIANT = _matching(_VARIANT, f"{_LETTERS}, and at most one part in [] at the end")


@runtime_checkable
class Extractor(Protocol):
    """Reads a document's layers and gives annotations."""

    def extract(self, document: Document) -> Iterable[Annotation]:
        """The annotations found in ``document``; their kinds decide their layers. May raise: the rest goes on.

        With ``ExtractorSpec.reads_title`` there is a second parameter, None by default: the title as a document.
        """


@runtime_checkable
class Backend(Protocol):
    """Turns raw text into layers of language analysis."""

    def analyse(self, texts: Sequence[str]) -> Sequence[Sequence[Layer]]:
        """The layers of each text, in the order of the texts."""


@attrs.frozen(kw_only=True)
class ExtractorSpec:
    """An extractor on offer.

    ``make`` builds it from an instance of ``config`` (an attrs class; None when there is nothing to set: ``make`` then
    takes no argument). ``provides``, ``requires`` and ``uses`` name layers: made, needed, and read when there.
    ``languages`` are ISO 639-1 codes, empty for all. ``rules`` gives the sets of rules by which it decides.
    With ``on_title`` it is run on the titles of articles too, each as a document of its own, and what it finds there is
    in ``Document.headline``. With ``reads_title``, the backend analyses the titles of articles too, and ``extract``
    takes as second argument a document whose text is the title, or None where there is none; such an extractor is given
    one article at a time.
    """

    name: str = attrs.field(validator=NAME)
    summary: str
    make: Callable[..., Extractor]
    config: type | None = None
    provides: tuple[str, ...] = attrs.field(converter=_names)
    requires: tuple[str, ...] = attrs.field(default=(), converter=_names)
    uses: tuple[str, ...] = attrs.field(default=(), converter=_names)
    languages: tuple[str, ...] = attrs.field(default=(), converter=_names)
    rules: Callable[[], Sequence[RuleSet[Any, Any]]] = tuple
    reads_title: bool = False
    on_title: bool = False
    api: int = API


@attrs.frozen(kw_only=True)
class KindSpec:
    """A kind of annotation: its type, and the name of the layer that holds it."""

    type: type[Annotation]
    layer: str = attrs.field(validator=NAME)
    api: int = API


@attrs.frozen(kw_only=True)
class BackendSpec:
    """A language analysis on offer.

    ``make(language, layers, **options)`` builds it; ``layers`` are those that some extractor requires or uses, the only
    ones that need computing. ``provides`` names the layers that it can give; ``model`` is its model's SHA-256 or None;
    a backend built on another model has that one's in an attribute ``model``, and the names of what runs it, if that
    changes results, in attributes ``engine`` and ``precision``.
    ``labels`` maps the labels of its mentions to those of ``newsparse.model.LABELS``, or to None for mentions that are
    left out; labels of the inventory need no entry.
    """

    name: str = attrs.field(validator=NAME)
    summary: str
    make: Callable[..., Backend]
    provides: tuple[str, ...] = attrs.field(converter=_names)
    languages: tuple[str, ...] = attrs.field(default=(), converter=_names)
    default_for: tuple[str, ...] = attrs.field(default=(), converter=_names)
    model: str | None = None
    labels: Mapping[str, Label | None] = attrs.field(factory=dict)
    api: int = API


@attrs.frozen(kw_only=True)
class ReaderSpec:
    """A format of articles: ``read`` yields documents from a file; ``suffixes`` are the file endings ('.txt').

    ``read(data, path)`` is given the whole file as bytes, or, with ``streams``, the open binary file, for formats that
    can be larger than memory; it cannot always seek. Files compressed with gzip or Zstandard are decompressed. With
    ``config``, an attrs class whose fields are the reader's options, an instance of it is the third argument. ``many``
    says whether a file may hold several documents, or none; one that does not must hold exactly one.

    ``begins`` says whether a file that begins with these bytes (up to ``SNIFFED_BYTES``) is in this format: by it the
    reader of standard input and of files with other suffixes is found. Text in UTF-16 is given to it as UTF-8, and
    without its byte order mark. A reader without ``begins`` is trusted with all files of its suffixes.
    """

    name: str = attrs.field(validator=NAME)
    summary: str
    read: Callable[..., Iterable[Document]]
    suffixes: tuple[str, ...] = attrs.field(default=(), converter=_names)
    many: bool = True
    config: type | None = None
    streams: bool = False
    begins: Callable[[bytes], bool] | None = None
    api: int = API


@attrs.frozen(kw_only=True)
class WriterSpec:
    """A format of results, by document (``write``) or by run (``write_all``); exactly one of the two is given.

    ``write(document)`` gives the text of one document, and ``joins`` says how documents follow each other: "lines" puts
    a line end after each, "paragraphs" also a blank line between two, "array" makes several a JSON array.
    ``write_all(documents, place)`` writes all documents of a run, which it is meant to take one by one, to ``place``:
    the path of an empty file, or with ``streams`` an open binary stream, which may be standard output or be compressed;
    with ``folders`` perhaps the path of an empty folder. With ``config``, an attrs class whose fields are the writer's
    options, an instance of it is the last argument. ``suffixes`` are the endings of output files for which the writer
    is chosen by itself.
    ``omits`` names layers that the command line leaves out of the documents unless it is asked for them.
    """

    name: str = attrs.field(validator=NAME)
    summary: str
    write: Callable[..., str] | None = None
    write_all: Callable[..., None] | None = None
    joins: Joins = "lines"
    suffixes: tuple[str, ...] = attrs.field(default=(), converter=_names)
    config: type | None = None
    omits: tuple[str, ...] = attrs.field(default=(), converter=_names)
    folders: bool = False
    streams: bool = False
    api: int = API

    def __attrs_post_init__(self) -> None:
        """Raises ``ValueError`` unless exactly one of ``write`` and ``write_all`` is given."""
        if (self.write is None) == (self.write_all is None):
            raise ValueError(f"the writer {self.name!r} needs either write or write_all.")


@attrs.frozen(kw_only=True)
class CorpusSpec:
    """Labelled articles to measure on.

    ``load(data, part)`` gives the documents of one of ``parts``, labels as layers; ``data`` is the folder with public
    corpora, or None. It raises ``DataMissingError`` for what is not there. ``tasks`` are the names of metrics.
    """

    name: str = attrs.field(validator=NAME)
    summary: str
    tasks: tuple[str, ...] = attrs.field(converter=_names)
    parts: tuple[str, ...] = attrs.field(converter=_names)
    load: Callable[[Path | None, str], Iterable[Document]]
    api: int = API


Annotate = Callable[[Sequence[Document]], Iterable[Document]]
"""Gives, for documents without labels, documents of the same texts and ids with predicted layers, in their order."""


@attrs.frozen(kw_only=True)
class SystemSpec:
    """A system to be measured, a library's own or a peer.

    ``make`` builds it: what it needs is imported there, and an ``ImportError`` says what is missing. ``distributions``
    must be installed, the system's own first; their versions are recorded in the results. ``facts`` gives what else its
    predictions depend on, by name (a model's digest, settings): predictions are kept for as long as all that is equal.
    ``tasks`` are the names of metrics, none for all of them; ``hint`` says how to install the system. With
    ``given_gold`` it is given the labels too, to measure one step on the labels of another.
    """

    name: str = attrs.field(validator=VARIANT)
    summary: str
    tasks: tuple[str, ...] = attrs.field(converter=_names)
    distributions: tuple[str, ...] = attrs.field(converter=_names, validator=attrs.validators.min_len(1))
    make: Callable[[], Annotate]
    facts: Callable[[], Mapping[str, str]] = dict
    hint: str = ""
    given_gold: bool = False
    api: int = API


Statistics = tuple[float, float, float, float]
"""Right among the guesses, guesses, found among gold, gold."""


@attrs.frozen(kw_only=True)
class MetricSpec:
    """A metric: ``measure(gold, guess)`` compares two documents of one text.

    It gives, by the name of the figure, four numbers that add up over articles: right among the guesses, guesses, found
    among gold, gold. Precision, recall, F1 and intervals follow from them. ``name`` is what corpora and systems name as
    a task; ``leading`` is the figure by which systems are compared.
    """

    name: str = attrs.field(validator=NAME)
    summary: str
    measure: Callable[[Document, Document], Mapping[str, Statistics]]
    leading: str
    api: int = API


@attrs.frozen(kw_only=True)
class LearnedFrom:
    """Data or an earlier model that a model was learned from, with the licence that its authors state."""

    name: str
    used_for: str
    licence: str
    address: str = ""


@attrs.frozen(kw_only=True)
class ModelFacts:
    """What users should know of a model before they build on it.

    ``advice`` is about licences; ``figures`` are pairs of what was measured and the figure; ``limits`` are sentences.
    """

    learned_from: tuple[LearnedFrom, ...] = ()
    advice: str = ""
    figures: tuple[tuple[str, str], ...] = ()
    limits: tuple[str, ...] = ()


def _no_facts() -> ModelFacts:
    return ModelFacts()


@attrs.frozen(kw_only=True)
class ModelSpec:
    """A model whose files a plugin installs.

    ``folder`` says where they are. ``verify`` raises ``ModelMissingError`` or ``ModelDamagedError`` unless they match
    their digests. ``card`` gives the model card as Markdown, and ``runs`` says in lines how the model runs on this
    machine. ``model`` is its SHA-256 or None, as in the sources of documents.
    """

    name: str = attrs.field(validator=NAME)
    summary: str
    folder: Callable[[], Path]
    verify: Callable[[], None]
    card: Callable[[], str]
    runs: Callable[[], Iterable[str]] = tuple
    facts: Callable[[], ModelFacts] = _no_facts
    model: str | None = None
    api: int = API
