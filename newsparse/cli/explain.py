"""Why each claim is as it is: the rules that were tried, what each of them said, and which one decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from newsparse.cli.outputs import rendered
from newsparse.model import Claim, Document, NumberClaim, Quote, Span
from newsparse.pipeline import Pipeline
from newsparse.rules import Traced, traced
from newsparse.specs import WriterSpec
from newsparse.visible import visible

_OTHER = "Other decisions"
_TITLE = "The title"
_KINDS: dict[str, tuple[type[Claim], ...]] = {"quotes": (Quote,), "numbers": (NumberClaim,)}


def with_explanations(
    writer: WriterSpec, pipeline: Pipeline, documents: Iterable[object]
) -> tuple[WriterSpec, Iterator[Document]]:
    """A writer that adds its explanation to each document, and the documents, which must be written in their order."""
    latest: list[Traced] = []

    def results() -> Iterator[Document]:
        for document, trace in explained(pipeline, documents):
            latest[:] = trace
            yield document

    def write(document: Document) -> str:
        return "\n\n".join(
            part for part in (rendered(writer, document), visible(explanation(document, latest))) if part
        )

    return attrs.evolve(writer, write=write), results()


def explained(pipeline: Pipeline, documents: Iterable[object]) -> Iterator[tuple[Document, list[Traced]]]:
    """Each document with its layers and the decisions that made them, one document at a time, in this process."""
    for document in documents:
        with traced() as trace:
            (result,) = pipeline.batch([document])
        yield result, trace


def explanation(document: Document, trace: Sequence[Traced]) -> str:
    """The decisions in words, under the claim that each belongs to; empty where no rule was asked anything."""
    claims = sorted((*document.quotes, *document.numbers), key=lambda claim: (claim.span.start, -claim.span.end))
    held: dict[str, list[Traced]] = {}
    for entry in trace:
        held.setdefault(_owner(claims, entry), []).append(entry)
    headings = {claim.id: f"{claim.id} {_short(claim.text)}" for claim in claims} | {_TITLE: _TITLE, "": _OTHER}
    blocks = [
        "\n".join([f"  {heading}", *(line for entry in held[name] for line in _lines(document, entry))])
        for name, heading in headings.items()
        if name in held
    ]
    return "\n".join(["Why", *blocks]) if blocks else ""


def _owner(claims: Sequence[Claim], entry: Traced) -> str:
    """The id of the shortest claim that the decision is about, the heading of the title; empty where there is none.

    A question about quotes belongs to a quote, one about figures to a figure, any other to whatever claim it is inside.
    """
    if entry.in_title:
        return _TITLE
    layer = entry.question.partition(".")[0]
    kinds = _KINDS.get(layer, (Claim,))
    around = [
        claim
        for claim in claims
        if isinstance(claim, kinds) and any(place.overlaps(entry.at) for place in _places(claim))
    ]
    return min(around, key=lambda claim: len(claim.span)).id if around else ""


def _places(claim: Claim) -> list[Span]:
    places = list(claim.fragments) if isinstance(claim, Quote) else [claim.span]
    return [*places, *([claim.cue.span] if claim.cue else [])]


def _lines(document: Document, entry: Traced) -> Iterator[str]:
    words = _short(entry.at.cut(document.meta.title or "") if entry.in_title else document.cut(entry.at))
    sure = f" ({entry.confidence:.0%} sure)" if entry.confidence is not None else ""
    answer = f"{_last(entry.decided)} says {entry.answer}{sure}" if entry.decided else "no rule decides"
    yield f"    {entry.question} at {words}: {answer}"
    others = [
        f"{_last(tried.rule)} says {tried.answer}"
        for tried in entry.tried
        if tried.answer is not None and tried.rule != entry.decided
    ]
    silent = [_last(tried.rule) for tried in entry.tried if tried.answer is None]
    if others:
        yield f"      also: {'; '.join(others)}"
    if silent:
        yield f"      no answer: {', '.join(silent)}"


def _last(rule: str | None) -> str:
    return (rule or "").rpartition(".")[2]


def _short(words: str, most: int = 50) -> str:
    """The words in quotation marks on one line, cut to ``most`` characters."""
    line = " ".join(words.split())
    return f'"{line}"' if len(line) <= most else f'"{line[: most - 1]}…"'
