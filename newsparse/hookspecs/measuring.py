"""What ``newsparse bench`` measures with: corpora, systems and metrics."""

from __future__ import annotations

from collections.abc import Iterable

from newsparse.hookspecs.marks import hookspec
from newsparse.specs import CorpusSpec, MetricSpec, SystemSpec


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
