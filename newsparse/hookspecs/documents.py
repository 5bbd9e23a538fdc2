"""What reads documents: extractors, the kinds that they find, language analyses and their models; and commands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from newsparse.hookspecs.marks import hookspec
from newsparse.specs import BackendSpec, ExtractorSpec, KindSpec, ModelSpec

if TYPE_CHECKING:
    import click


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
            yield from document.mentions
            for match in re.finditer(r"@\w+", document.text):
                yield Mention.make(document.text, Span(*match.span()), label="Handle")


    @newsparse.hookimpl
    def newsparse_extractors() -> Iterable[ExtractorSpec]:
        own = {"provides": ("mentions",), "uses": ("mentions",)}  # it gives back what it reads, with more
        return [ExtractorSpec(name="handles", summary="Handles.", make=Handles, **own)]


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
