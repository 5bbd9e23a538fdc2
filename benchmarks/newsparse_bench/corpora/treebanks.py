"""Universal Dependencies English EWT and GUM as CoNLL-U (https://universaldependencies.org/format.html)."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import attrs

from newsparse.model import Document, Sentence, Span, Token
from newsparse.model.annotation import Annotation
from newsparse_bench.corpora.corpus import files


@attrs.define
class Builder:
    """A document that grows sentence by sentence; ``misc`` are the last columns of its words."""

    name: str
    text: str = ""
    tokens: list[Token] = attrs.Factory(list)
    ranges: list[tuple[int, int, int]] = attrs.Factory(list)
    misc: list[str] = attrs.Factory(list)
    gap: str = ""
    group: int = 0
    paragraph: int = 0

    def add(self, rows: list[list[str]]) -> None:
        """Adds a sentence; words that share a token without being spelled in it divide its letters in order."""
        base, pending = len(self.tokens), list(rows)
        fields: list[tuple[Span, list[str], int]] = []
        while pending:
            row = pending.pop(0)
            if "." in row[0]:
                continue
            inside = 1
            form, last = row[1], row
            if "-" in row[0]:
                first, final = map(int, row[0].split("-"))
                inside = final - first + 1
                words, pending = pending[:inside], pending[inside:]
            else:
                words = [row]
            self.text += self.gap if self.text else ""
            start = len(self.text)
            self.text += form
            fields += [(span, word, self.group) for span, word in zip(_parts(start, form, words), words, strict=True)]
            self.group += 1
            self.gap = "" if "SpaceAfter=No" in last[9] else " "
        for index, (span, row, group) in enumerate(fields):
            self._token(base, index, span, row, group)
        self.ranges.append((base, len(self.tokens), self.paragraph))

    def _token(self, base: int, index: int, span: Span, row: list[str], group: int) -> None:
        head = base + int(row[6]) - 1 if row[6] != "0" else base + index
        self.misc.append(row[9])
        self.tokens.append(
            Token(
                id=f"token:{span.start}-{span.end}",
                span=span,
                text=row[1],
                group=group,
                lemma=row[2],
                upos=row[3],
                xpos=row[4],
                feats=row[5] if row[5] != "_" else None,
                head=head,
                deprel=row[7],
            )
        )

    def document(self) -> Document:
        """The document with its words and sentences."""
        sentences: list[Annotation] = []
        for first, last, paragraph in self.ranges:
            span = Span(self.tokens[first].span.start, self.tokens[last - 1].span.end)
            sentences.append(Sentence.make(self.text, span, first=first, last=last, paragraph=paragraph))
        tokens = [attrs.evolve(token, text=token.span.cut(self.text)) for token in self.tokens]
        return Document(text=self.text, id=self.name).with_layer("tokens", tokens).with_layer("sentences", sentences)


def _parts(start: int, form: str, words: list[list[str]]) -> list[Span]:
    """The spans of the words of one token: as written where they spell it, else its letters divided in order."""
    if len(words) == 1:
        return [Span(start, start + len(form))]
    sizes = [len(word[1]) for word in words]
    if sum(sizes) != len(form):
        sizes = [max(1, len(form) * size // sum(sizes)) for size in sizes]
        sizes[-1] = max(1, len(form) - sum(sizes[:-1]))
    edges = [start, *(start + edge for edge in itertools.accumulate(sizes))]
    return [Span(a, min(b, start + len(form))) for a, b in itertools.pairwise(edges)]


def builders(path: Path) -> Iterator[Builder]:
    """One builder for each document of a CoNLL-U file; a new paragraph comes after a blank line."""
    builder, rows = Builder(path.stem), []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# newdoc"):
            if builder.tokens:
                yield builder
            builder = Builder(line.partition("=")[2].strip() or path.stem)
        elif _begins_paragraph(line):
            builder.gap = "\n\n"
            builder.paragraph += bool(builder.tokens)
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            builder.add(rows)
            rows = []
    if rows:
        builder.add(rows)
    if builder.tokens:
        yield builder


def _begins_paragraph(line: str) -> bool:
    """Whether a comment says that a paragraph begins; not "newpar_block", which is about its layout."""
    return line.startswith("# newpar") and not line.startswith("# newpar_")


def ewt(data: Path | None, part: str) -> Iterator[Document]:
    """The documents of EWT."""
    for path in files(data, "ud/ewt", "train-*.conllu" if part == "train" else "dev.conllu"):
        yield from (builder.document() for builder in builders(path))


def gum(data: Path | None, part: str) -> Iterator[Document]:
    """The documents of GUM."""
    for path in files(data, f"ud/gum/{part}", "*.conllu"):
        yield from (builder.document() for builder in builders(path))
