"""The hooks of newsparse: each is called once, when plugins are loaded, and returns frozen records."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pluggy

from newsparse.specs import (
    BackendSpec,
    CorpusSpec,
    ExtractorSpec,
    KindSpec,
    MetricSpec,
    ModelSpec,
    ReaderSpec,
    SystemSpec,
    WriterSpec,
)

if TYPE_CHECKING:
    import click

PROJECT = "newsparse"
"""The name of the entry-point group, and the prefix of every hook's name."""

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def newsparse_extractors() -> Iterable[ExtractorSpec]:
    r"""Provide extractors: each reads a document's layers and returns annotations.

    ```python
    import re
    from collections.abc import Iterable

    import newsparse
    from newsparse.model import Annotation, Document, Mention, Span
    from newsparse.specs import ExtractorSpec


    class Handles:
        def extract(self, document: Document) -> Iterable[Annotation]:
            for match in re.finditer(r"@\w+", document.text):
                yield Mention.make(document.text, Span(*match.span()), label="Handle")


    @newsparse.hookimpl
    def newsparse_extractors() -> Iterable[ExtractorSpec]:
        return [ExtractorSpec(name="handles", summary="Handles.", make=Handles, provides=("mentions",))]


    (handles,) = newsparse_extractors()
    found = handles.make().extract(Document(text="Write to @harbour or @desk2."))
    assert [mention.text for mention in found] == ["@harbour", "@desk2"]
    ```
    """
    return ()


@hookspec
def newsparse_kinds() -> Iterable[KindSpec]:
    r"""Provide kinds of annotation, so that documents with them can be checked, written and read again.

    ```python
    from collections.abc import Iterable
    from typing import ClassVar

    import attrs
    import newsparse
    from newsparse.model import Annotation, Span
    from newsparse.specs import KindSpec


    @attrs.frozen(kw_only=True)
    class Dateline(Annotation):
        KIND: ClassVar[str] = "dateline"

        place: str


    @newsparse.hookimpl
    def newsparse_kinds() -> Iterable[KindSpec]:
        return [KindSpec(type=Dateline, layer="datelines")]


    dateline = Dateline.make("PORT SELWYN, May 4", Span(0, 18), place="Port Selwyn")
    (kind,) = newsparse_kinds()
    assert isinstance(dateline, kind.type) and dateline.id == "dateline:0-18"
    ```
    """
    return ()


@hookspec
def newsparse_backends() -> Iterable[BackendSpec]:
    r"""Provide language analyses: each turns raw text into layers.

    ```python
    import re
    from collections.abc import Iterable, Sequence

    import newsparse
    from newsparse.model import Layer, Sentence, Span, Token
    from newsparse.specs import BackendSpec


    class Words:
        def __init__(self, language: str, layers: Sequence[str]) -> None:
            self.layers = layers

        def analyse(self, texts: Sequence[str]) -> Sequence[Sequence[Layer]]:
            return [self.layers_of(text) for text in texts]

        def layers_of(self, text: str) -> list[Layer]:
            spans = [Span(*match.span()) for match in re.finditer(r"\S+", text)]
            tokens = [Token.make(text, span, group=index) for index, span in enumerate(spans)]
            sentence = Sentence.make(text, Span(spans[0].start, spans[-1].end), first=0, last=len(spans))
            given = {"tokens": Layer.of("tokens", tokens), "sentences": Layer.of("sentences", [sentence])}
            return [layer for name, layer in given.items() if name in self.layers]


    @newsparse.hookimpl
    def newsparse_backends() -> Iterable[BackendSpec]:
        return [BackendSpec(name="words", summary="Words.", make=Words, provides=("sentences", "tokens"))]


    (words,) = newsparse_backends()
    ((tokens,),) = words.make("en", ["tokens"]).analyse(["It rained."])
    assert [token.text for token in tokens.annotations] == ["It", "rained."]
    ```
    """
    return ()


@hookspec
def newsparse_readers() -> Iterable[ReaderSpec]:
    r"""Provide readers: each turns the bytes of a file into documents; the second argument is the path.

    A reader of files larger than memory takes the open file instead (``streams``); one with options takes an instance
    of its ``config`` as third argument; ``begins`` recognises the format by the first bytes of a file.

    ```python
    from collections.abc import Iterable

    import newsparse
    from newsparse.model import Document, Meta
    from newsparse.specs import ReaderSpec


    def read_wire(data: bytes, path: str) -> Iterable[Document]:
        for text in data.decode("utf-8").split("\f"):
            yield Document(text=text, meta=Meta(path=path))


    @newsparse.hookimpl
    def newsparse_readers() -> Iterable[ReaderSpec]:
        return [ReaderSpec(name="wire", summary="Articles between form feeds.", read=read_wire, suffixes=(".wire",))]


    (wire,) = newsparse_readers()
    articles = wire.read(b"It rained.\fIt snowed.", "may.wire")
    assert [article.text for article in articles] == ["It rained.", "It snowed."]
    ```
    """
    return ()


@hookspec
def newsparse_writers() -> Iterable[WriterSpec]:
    r"""Provide writers: each turns one document into text, or writes the file of a whole run (`write_all`).

    ```python
    from collections.abc import Iterable

    import newsparse
    from newsparse.model import Document, Entity, Span
    from newsparse.specs import WriterSpec


    def write_names(document: Document) -> str:
        return "\n".join(entity.name for entity in document.entities)


    @newsparse.hookimpl
    def newsparse_writers() -> Iterable[WriterSpec]:
        return [WriterSpec(name="names", summary="The names, one per line.", write=write_names)]


    text = "Ada Brook met Tomas Varga."
    people = [Entity.make(text, span, label="Person", name=span.cut(text)) for span in (Span(0, 9), Span(14, 25))]
    (names,) = newsparse_writers()
    assert names.write(Document(text=text).with_layer("entities", people)) == "Ada Brook\nTomas Varga"
    ```
    """
    return ()


@hookspec
def newsparse_commands() -> Iterable[click.Command]:
    r"""Provide commands, which are then available next to ``newsparse parse``.

    ```python
    from collections.abc import Iterable
    from typing import TextIO

    import click
    import newsparse
    from click.testing import CliRunner


    @click.command("count")
    @click.argument("file", type=click.File())
    def count(file: TextIO) -> None:
        click.echo(len(file.read().split()))


    @newsparse.hookimpl
    def newsparse_commands() -> Iterable[click.Command]:
        return [count]


    (command,) = newsparse_commands()
    assert CliRunner().invoke(command, ["-"], input="It rained all day.").output == "4\n"
    ```
    """
    return ()


@hookspec
def newsparse_models() -> Iterable[ModelSpec]:
    r"""Provide models whose files a plugin installs, for ``newsparse models`` to list, find and verify.

    ```python
    from collections.abc import Iterable
    from hashlib import sha256
    from pathlib import Path
    from tempfile import gettempdir

    import newsparse
    from newsparse.errors import ModelDamagedError
    from newsparse.specs import LearnedFrom, ModelFacts, ModelSpec

    FOLDER = Path(gettempdir(), "tide-words")
    DIGEST = sha256(b"ebb flood").hexdigest()


    def verify() -> None:
        if sha256((FOLDER / "words.txt").read_bytes()).hexdigest() != DIGEST:
            raise ModelDamagedError("words.txt does not match its digest.", hint="Install tide-words again.")


    def facts() -> ModelFacts:
        tables = LearnedFrom(name="Tide tables", used_for="the words", licence="CC0")
        return ModelFacts(learned_from=(tables,), limits=("It knows two words.",))


    @newsparse.hookimpl
    def newsparse_models() -> Iterable[ModelSpec]:
        return [
            ModelSpec(
                name="tide-words",
                summary="Words for tides.",
                folder=lambda: FOLDER,
                verify=verify,
                card=lambda: "# Tide words",
                facts=facts,
                model=DIGEST,
            )
        ]


    (model,) = newsparse_models()
    model.folder().mkdir(exist_ok=True)
    Path(model.folder(), "words.txt").write_bytes(b"ebb flood")
    model.verify()
    assert model.facts().learned_from[0].licence == "CC0"
    ```
    """
    return ()


@hookspec
def newsparse_corpora() -> Iterable[CorpusSpec]:
    r"""Provide labelled articles for ``newsparse bench`` to measure on.

    ```python
    from collections.abc import Iterable
    from pathlib import Path
    from tempfile import TemporaryDirectory

    import newsparse
    from newsparse.errors import DataMissingError
    from newsparse.model import Document
    from newsparse.specs import CorpusSpec


    def desk(data: Path | None, part: str) -> Iterable[Document]:
        if data is None:
            raise DataMissingError("there is no data folder with desk-dev.jsonl and desk-test.jsonl.")
        with open(data / f"desk-{part}.jsonl", encoding="utf-8") as lines:
            yield from newsparse.load_jsonl(lines)


    @newsparse.hookimpl
    def newsparse_corpora() -> Iterable[CorpusSpec]:
        return [CorpusSpec(name="desk", summary="Our desk.", tasks=("quotes",), parts=("dev", "test"), load=desk)]


    (corpus,) = newsparse_corpora()
    with TemporaryDirectory() as folder:
        Path(folder, "desk-dev.jsonl").write_text(newsparse.dumps(Document(text="It rained.")), "utf-8")
        assert [document.text for document in corpus.load(Path(folder), "dev")] == ["It rained."]
    ```
    """
    return ()


@hookspec
def newsparse_systems() -> Iterable[SystemSpec]:
    r"""Provide systems for ``newsparse bench`` to compare with newsparse.

    ```python
    import re
    from collections.abc import Iterable, Iterator, Sequence

    import newsparse
    from newsparse.model import Document, Quote, Span
    from newsparse.specs import Annotate, SystemSpec


    def annotated(document: Document) -> Document:
        spans = [Span(*match.span(1)) for match in re.finditer(r'"([^"]+)"', document.text)]
        quotes = [Quote.make(document.text, span, fragments=(span,), form="direct") for span in spans]
        return document.with_layer("quotes", quotes)


    def make() -> Annotate:
        def run(documents: Sequence[Document]) -> Iterator[Document]:
            return map(annotated, documents)

        return run


    @newsparse.hookimpl
    def newsparse_systems() -> Iterable[SystemSpec]:
        return [
            SystemSpec(
                name="marks",
                summary="Marks.",
                tasks=("quotes",),
                distributions=("newsparse",),
                make=make,
            )
        ]


    (system,) = newsparse_systems()
    (document,) = system.make()([Document(text='"It rained," said Ada Brook.')])
    assert [quote.text for quote in document.quotes] == ["It rained,"]
    ```
    """
    return ()


@hookspec
def newsparse_metrics() -> Iterable[MetricSpec]:
    r"""Provide metrics, which ``newsparse bench`` applies where a corpus and a system both name one as a task.

    ```python
    from collections.abc import Iterable, Mapping

    import newsparse
    from newsparse.model import Document, Passage, Quote, Span
    from newsparse.specs import MetricSpec, Statistics


    def cues(gold: Document, guess: Document) -> Mapping[str, Statistics]:
        wanted, given = ({quote.cue.text for quote in side.quotes if quote.cue} for side in (gold, guess))
        right = len(wanted & given)
        return {"words": (right, len(given), right, len(wanted))}


    @newsparse.hookimpl
    def newsparse_metrics() -> Iterable[MetricSpec]:
        return [MetricSpec(name="cues", summary="Words of cues.", measure=cues, leading="words")]


    text = "Ada Brook said it rained."
    quote = Quote.make(text, Span(15, 24), fragments=(Span(15, 24),), form="indirect", cue=Passage.at(text, 10, 14))
    gold = Document(text=text).with_layer("quotes", [quote])
    (metric,) = newsparse_metrics()
    assert metric.measure(gold, Document(text=text)) == {"words": (0, 0, 0, 1)}
    ```
    """
    return ()
