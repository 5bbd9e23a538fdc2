"""The results of runs as typed records: scores, paired tests, timings and floors, written as JSON and read back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, TypeVar

import attrs

from newsparse.errors import SchemaError
from newsparse.serial.jsontext import escaped
from newsparse.serial.structure import from_plain, to_plain
from newsparse.specs import Statistics
from newsparse_bench import inputs
from newsparse_bench.outputs import folder, write

Record = TypeVar("Record")
MarkKind = Literal["quote", "number", "name", "other"]
SlipSort = Literal[
    "missed", "not in gold", "wrong speaker", "other words", "wrong value", "wrong class", "other fields"
]
"""What is wrong: "other words" if a quote begins or ends elsewhere, "other fields" for what a plugin made."""
NO_COUNTS: Statistics = (0.0, 0.0, 0.0, 0.0)


@attrs.frozen
class Figure:
    """F1 with the ends of its interval, and the number of gold items; a mean of figures has no precision or recall."""

    f1: float
    low: float
    high: float
    gold: float
    precision: float | None = None
    recall: float | None = None


@attrs.frozen
class Mark:
    """A labelled or predicted stretch of an article, and what the label says."""

    start: int
    end: int
    kind: MarkKind
    said: str


@attrs.frozen
class WorstArticle:
    """An article with many errors: its text once, with the marks of both sides."""

    id: str
    errors: float
    text: str
    gold: tuple[Mark, ...]
    guess: tuple[Mark, ...]


@attrs.frozen
class Slip:
    """One error: its article and place, the words with some on either side, and what gold and the system say.

    ``kind`` is quote, number or name, or the layer of a plugin.
    """

    article: str
    start: int
    kind: str
    sort: SlipSort
    before: str
    words: str
    after: str
    gold: str
    guess: str


@attrs.frozen
class SystemResult:
    """The scores of one system: figures, the counts of every article, crashes, the worst articles, and all errors."""

    version: str
    provenance: Mapping[str, str]
    crashes: Mapping[str, str]
    figures: Mapping[str, Figure]
    articles: Mapping[str, Mapping[str, Statistics]]
    worst: tuple[WorstArticle, ...]
    slips: tuple[Slip, ...] = ()

    def column(self, figure: str) -> list[Statistics]:
        """The counts of one figure, article by article."""
        return [counts.get(figure, NO_COUNTS) for counts in self.articles.values()]


@attrs.frozen
class Comparison:
    """The paired test of two systems on one figure; ``p_adjusted`` is corrected for all tests of the run."""

    figure: str
    one: str
    other: str
    difference: float
    p: float
    p_adjusted: float


@attrs.frozen
class Signature:
    """Everything that a figure depends on; ``gold`` is the digest of the labels."""

    corpus: str
    part: str
    gold: str
    articles: int
    limit: int | None
    matching: str
    intervals: str
    tests: str
    seed: int
    bench: str
    newsparse: str
    python: str
    numpy: str
    scipy: str


@attrs.frozen
class Result:
    """A run: the scores of each system, why others were skipped, and the paired tests against the first one."""

    signature: Signature
    systems: Mapping[str, SystemResult]
    skipped: Mapping[str, str]
    leading: tuple[str, ...]
    compared: tuple[Comparison, ...]

    def does(self, system: str, figure: str) -> bool:
        """Whether a system gave anything for the task of a figure, by the leading figure of that task."""
        task = figure.partition(": ")[0]
        first = next((name for name in self.leading if name.partition(": ")[0] == task), figure)
        counts = self.systems[system].column(first)
        return any(guessed for _, guessed, _, _ in counts) or not any(gold for *_, gold in counts)

    @property
    def name(self) -> str:
        """Corpus and part, as in headings."""
        return f"{self.signature.corpus}, {self.signature.part}"

    @property
    def figures(self) -> list[str]:
        """The names of all figures, in the order in which they were measured."""
        return list(dict.fromkeys(name for system in self.systems.values() for name in system.figures))


@attrs.frozen
class Spread:
    """The median of several runs, with the lowest and the highest."""

    median: float
    low: float
    high: float


@attrs.frozen
class Timing:
    """The seconds taken by input of one size."""

    size: float
    seconds: float


@attrs.frozen
class Machine:
    """The machine on which the figures were measured."""

    processor: str
    cores: int
    memory: str
    system: str
    python: str
    load_at_the_end: str


@attrs.frozen
class SpeedResult:
    """A speed run: figures of each system, and curves of time over article length and number of articles.

    ``conditions`` are what systems say of how they run: engine, number format, threads and the like.
    """

    machine: Machine
    articles: int
    words: int
    times: int
    systems: Mapping[str, Mapping[str, Spread]]
    length: Mapping[str, tuple[Timing, ...]]
    count: Mapping[str, tuple[Timing, ...]]
    skipped: Mapping[str, str]
    conditions: Mapping[str, Mapping[str, str]] = attrs.field(factory=dict)

    @property
    def figures(self) -> list[str]:
        """The names of all figures."""
        return list(dict.fromkeys(name for system in self.systems.values() for name in system))


@attrs.frozen
class Floors:
    """The F1 (0 to 1) below which each figure must not fall, on gold with this digest."""

    corpus: str
    part: str
    gold: str
    floors: Mapping[str, float]


def facts(record: Signature | Machine) -> str:
    """The fields in one line, as in "seed 1, limit none"."""
    values = attrs.asdict(record)
    return ", ".join(f"{name.replace('_', ' ')} {'none' if v is None else v}" for name, v in values.items())


def save(record: Result | SpeedResult | Floors, path: Path) -> None:
    """Writes the JSON from which all reports are made; raises ``WriteError`` for a place that cannot be written to."""
    text = escaped(json.dumps(to_plain(record, path.name), indent=1, ensure_ascii=False))
    write(folder(path.parent) / path.name, text + "\n")


def load(path: Path) -> Result | SpeedResult:
    """The result in a file; raises ``SchemaError``, which names the wrong field."""
    value = inputs.parsed(path)
    if isinstance(value, dict) and "signature" in value:
        return _structured(value, Result, path)
    if isinstance(value, dict) and "machine" in value:
        return _structured(value, SpeedResult, path)
    raise SchemaError(f"{path.name}: not a result of `newsparse bench`.")


def load_floors(path: Path) -> Floors:
    """The floors in a file; raises ``SchemaError``."""
    return _structured(inputs.parsed(path), Floors, path)


def _structured(value: object, record: type[Record], path: Path) -> Record:
    try:
        return from_plain(value, record, path.name)
    except SchemaError as error:
        hint = "A file from another version of newsparse-bench must be made again."
        raise SchemaError(error.message, hint=hint) from error
