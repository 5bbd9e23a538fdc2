"""What gets documents in and out: readers and writers of formats."""

from __future__ import annotations

from collections.abc import Iterable

from newsparse.hookspecs.marks import hookspec
from newsparse.specs import ReaderSpec, WriterSpec


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
