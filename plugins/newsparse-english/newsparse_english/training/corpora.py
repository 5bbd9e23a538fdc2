"""Reads the training corpora into one form: words with the labels that a corpus has; others stay open.

Layouts: UD English EWT and GUM as CoNLL-U, en-worldwide-newswire as JSON lines, PolNeAR as brat standoff.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import attrs

from newsparse.errors import DataMissingError
from newsparse_english.tokens import Word, tokenize

Place = tuple[int, int]
Spans = list[Place]
UNKNOWN = "?"
"""The class of a word that nobody has labelled."""

Event = dict[str, Spans]
"""An attribution: the spans of its Source, Cue and Content."""


@attrs.define(kw_only=True)
class Example:
    """The words of one text and their labels; a layer that the corpus does not have is None.

    ``gaps`` as in ``tokens.Word``; ``heads`` are indices of words (a root points to itself); ``links`` point from the
    words of a source or a content to the first word of their cue, -1 where there is none. ``inner`` are the roles of
    attributions inside the content of another one, and ``UNKNOWN`` for words where there may be some.
    """

    corpus: str
    name: str
    words: list[str]
    gaps: list[int]
    starts: list[int] | None = None
    upos: list[str] | None = None
    xpos: list[str] | None = None
    feats: list[str] | None = None
    heads: list[int] | None = None
    deprels: list[str] | None = None
    entities: list[str] | None = None
    roles: list[str] | None = None
    links: list[int] | None = None
    inner: list[str] | None = None


def training(data: Path, part: str) -> dict[str, list[Example]]:
    """All examples of ``part`` ("train" or "dev") by corpus. Raises ``DataMissingError``."""
    suffix = "train-*.conllu" if part == "train" else "dev.conllu"
    return {
        "ewt": [e for path in _files(data / "ud/ewt", suffix) for e in conllu(path, "ewt")],
        "gum": [e for path in _files(data / "ud/gum" / part, "*.conllu") for e in conllu(path, "gum")],
        "worldwide": list(worldwide(data, part)),
        "polnear": [attributed("polnear", text, events) for text, events in articles(data, part)],
    }


def _files(folder: Path, pattern: str) -> list[Path]:
    found = sorted(folder.glob(pattern))
    if not found:
        raise DataMissingError(f"no {pattern} in {folder}.", hint="Give the data folder by --data or NEWSPARSE_DATA.")
    return found


def conllu(path: Path, corpus: str) -> Iterator[Example]:
    """One example for each document of a CoNLL-U file (https://universaldependencies.org/format.html)."""
    rows: list[list[str]] = []
    example = _empty(corpus, path.stem)
    gap = 2
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# newdoc") and example.words:
            yield example
            example, gap = _empty(corpus, line.split("=")[-1].strip()), 2
        elif line.startswith("# newpar"):
            gap = 2
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            gap = _sentence(example, rows, gap)
            rows = []
    if rows:
        _sentence(example, rows, gap)
    if example.words:
        yield example


def _empty(corpus: str, name: str) -> Example:
    return Example(
        corpus=corpus, name=name, words=[], gaps=[], starts=[], upos=[], xpos=[], feats=[], heads=[], deprels=[]
    )


def _sentence(example: Example, rows: list[list[str]], gap: int) -> int:
    """Adds a sentence and returns the gap before the next one."""
    assert example.starts is not None
    assert example.upos is not None
    assert example.xpos is not None
    assert example.feats is not None
    assert example.heads is not None
    assert example.deprels is not None
    base, inside, glued = len(example.words), 0, False
    for row in rows:
        if "." in row[0]:
            continue
        if "-" in row[0]:
            inside, glued = int(row[0].split("-")[1]), "SpaceAfter=No" in row[9]
            continue
        index = int(row[0])
        example.words.append(row[1])
        example.gaps.append(gap)
        example.starts.append(int(index == 1))
        example.upos.append(row[3])
        example.xpos.append(row[4])
        example.feats.append(row[5])
        head = int(row[6])
        example.heads.append(base + head - 1 if head else base + index - 1)
        example.deprels.append(row[7])
        if index < inside:
            gap = 0
        elif index == inside:
            gap = 0 if glued else 1
        else:
            gap = 0 if "SpaceAfter=No" in row[9] else 1
    return gap


def named(data: Path, part: str) -> Iterator[tuple[str, list[tuple[int, int, str]]]]:
    """Text and entities (start, end, class) of the articles of en-worldwide-newswire (Shan et al. 2023)."""
    for line in _files(data / "ner/worldwide", f"{part}.jsonl")[0].read_text("utf-8").splitlines():
        article = json.loads(line)
        yield article["text"], [(start, end, label) for start, end, label in article["ents"]]


def worldwide(data: Path, part: str) -> Iterator[Example]:
    """The articles of ``named`` with BIO entity labels on words of our tokenizer."""
    for number, (text, entities) in enumerate(named(data, part)):
        words = tokenize(text)
        labels = ["O"] * len(words)
        for start, end, label in entities:
            for count, index in enumerate(within(words, start, end)):
                labels[index] = ("I-" if count else "B-") + label
        yield Example(
            corpus="worldwide",
            name=str(number),
            words=[w.text for w in words],
            gaps=[w.gap for w in words],
            entities=labels,
        )


def within(words: list[Word], start: int, end: int) -> list[int]:
    """The indices of the words that overlap the code points ``start`` to ``end``."""
    low, high = 0, len(words)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if words[middle].end <= start else (low, middle)
    result = []
    while low < len(words) and words[low].start < end:
        result.append(low)
        low += 1
    return result


def articles(data: Path, part: str) -> Iterator[tuple[str, list[Event]]]:
    """Text and attributions of the articles of PolNeAR (Newell et al. 2018), first annotator in sorted order."""
    folder = data / "attribution/polnear" / part
    for path in _files(folder / "text", "*.txt"):
        with path.open(encoding="utf-8", newline="") as stream:
            text = stream.read()
        found = sorted((folder / "attributions").glob(f"{path.stem}_[0-9a-f][0-9a-f][0-9a-f][0-9a-f].ann"))
        if found:
            yield text, attributions(found[0])


PLACES = re.compile(r"\d+ \d+(;\d+ \d+)*")
"""The offsets of an annotation in pieces, in brat's format."""
ROLE = re.compile(r"(Attribution|Content|Cue|Source)\d*$")


def attributions(path: Path) -> list[Event]:
    """The attributions of one brat file as spans by role: Source, Cue, Content; malformed rows are skipped."""
    with path.open(encoding="utf-8", newline="") as stream:
        rows = [line.rstrip("\n").split("\t") for line in stream]
    spans = _spans(rows)
    events: list[Event] = []
    for row in rows:
        if row[0].startswith("E") and len(row) > 1:
            event: Event = {"Source": [], "Cue": [], "Content": []}
            for argument in row[1].split():
                label, pieces_ = spans.get(argument.partition(":")[2], ("", []))
                if label in event:
                    event[label].extend(pieces_)
            if event["Content"]:
                events.append(event)
    return events


def _spans(rows: Iterable[Sequence[str]]) -> dict[str, tuple[str, Spans]]:
    """The label and the places of each span of a brat file, by its id."""
    spans: dict[str, tuple[str, Spans]] = {}
    for row in rows:
        label, _, places = row[1].partition(" ") if len(row) > 1 else ("", "", "")
        if row[0].startswith("T") and PLACES.fullmatch(places):
            pieces = [piece.split() for piece in places.split(";")]
            spans[row[0]] = (label, [(int(a), int(b)) for a, b in pieces])
    return spans


def attributed(corpus: str, text: str, events: list[Event]) -> Example:
    """The words of ``text`` with the roles that ``events`` give them, later ones over earlier ones."""
    words = tokenize(text)
    roles, links = ["O"] * len(words), [-1] * len(words)
    for event in events:
        cue = _first_word(event["Cue"], words)
        for role, pieces in event.items():
            for start, end in pieces:
                for count, index in enumerate(within(words, start, end)):
                    roles[index] = ("I-" if count else "B-") + role
                    links[index] = cue
    return Example(
        corpus=corpus,
        name=text.partition("\n")[0],
        words=[w.text for w in words],
        gaps=[w.gap for w in words],
        roles=roles,
        links=links,
        inner=[UNKNOWN if role.endswith("Content") else "O" for role in roles],
    )


def _first_word(spans: Spans, words: list[Word]) -> int:
    """The index of the first word of the spans; -1 where they have none."""
    return next((index for start, end in sorted(spans) for index in within(words, start, end)), -1)
