"""Predictions: made in batches, kept on disk, and reused as long as nothing that they depend on has changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from newsparse.errors import SchemaError
from newsparse.model import Document
from newsparse.serial import dumps, load_jsonl
from newsparse.specs import Annotate, SystemSpec
from newsparse_bench import offers
from newsparse_bench.corpora import digest, same_id
from newsparse_bench.systems import provenance, short
from newsparse_bench.systems.paragraphs import crashed

BATCH = 16
Progress = Callable[[str], None]


def predicted(
    system: SystemSpec, documents: Sequence[Document], *, keep: Path | None, corpus: str, progress: Progress
) -> list[tuple[Document, str]]:
    """Each predicted document, and the crash that left it empty or incomplete.

    The folder ``keep`` has a file for each corpus and state of a system; predictions in it for the same text are
    reused, so an interrupted run can be resumed. Raises ``SystemMissingError``, and ``SchemaError``
    where two documents share an id.
    """
    if shared := same_id(documents):
        raise SchemaError(
            f"{corpus}: two documents have the id {shared!r}.", hint="Every document needs a different id."
        )
    facts = provenance(system)
    if system.given_gold:
        facts["gold"] = digest(documents, offers.host().kinds)
    else:
        documents = [Document(text=document.text, id=document.id) for document in documents]
    path = keep / f"{_plain(system.name)}-{short(facts)}-{_plain(corpus)}.jsonl" if keep else None
    known = {document.id: document for document in _kept(path)}
    fresh = [document for document in documents if not _is_among(known, document)]
    if 0 < len(fresh) < len(documents):
        progress(f"{system.name} on {corpus}: {len(documents) - len(fresh)} of {len(documents)} were kept")
    for made in _batches(system, fresh, corpus, progress):
        known |= {document.id: document for document in made}
        _keep(path, made)
    return [(known[document.id], crash(known[document.id])) for document in documents]


def _is_among(known: Mapping[str, Document], document: Document) -> bool:
    """Whether a prediction for a document, with the same text, is known."""
    return document.id in known and known[document.id].text == document.text


def _batches(
    system: SystemSpec, documents: Sequence[Document], corpus: str, progress: Progress
) -> Iterator[list[Document]]:
    """The predictions for documents, batch by batch; the progress is told after each."""
    if not documents:
        return
    annotate = system.make()
    for begin in range(0, len(documents), BATCH):
        made = list(safely(annotate, documents[begin : begin + BATCH], system.name))
        yield made
        progress(f"{system.name} on {corpus}: {begin + len(made)} of {len(documents)} made")


def _plain(name: str) -> str:
    return "".join(c if c.isalnum() else "-" for c in name)


def safely(annotate: Annotate, batch: Sequence[Document], name: str) -> Iterator[Document]:
    """``batch`` annotated at once; after a crash one by one, where those that crash stay empty, with the failure."""
    try:
        made = list(annotate(batch))
        if [document.text for document in made] != [document.text for document in batch]:
            raise ValueError(f"{len(made)} documents came back for {len(batch)}, or with other texts")
        yield from made
        return
    except Exception as error:  # a peer may raise anything
        if len(batch) == 1:
            yield Document(text=batch[0].text, id=batch[0].id).with_failure(crashed(name, error))
            return
    for document in batch:
        yield from safely(annotate, [document], name)


def crash(document: Document) -> str:
    """The first failure of a document, empty where there is none."""
    return document.failures[0].message if document.failures else ""


def _kept(path: Path | None) -> list[Document]:
    if path is None or not path.exists():
        return []
    with path.open(encoding="utf-8") as stream:
        found = load_jsonl(stream, registry=offers.host().kinds, errors="yield")
        return [document for document in found if isinstance(document, Document)]


def _keep(path: Path | None, made: Sequence[Document]) -> None:
    """Appends the documents, on a new line even if the last one was cut short."""
    if path is None:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as stream:
        if stream.tell():
            stream.seek(-1, os.SEEK_END)
            if stream.read(1) != b"\n":
                stream.write(b"\n")
        for document in made:
            stream.write(dumps(document, registry=offers.host().kinds).encode("utf-8") + b"\n")
