"""How time and memory of the comparison across articles grow: few articles, recombined with seeded substitutions.

Each round has all articles again, with most of their words replaced by others of the same length, the same ones in the
whole round, and on other days: so the articles of a round have in common what they had, and little with other rounds.
Short words in capitals stay, as names such as "UN" are in many articles of any year.
"""

from __future__ import annotations

import json
import math
import re
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import chain, islice, zip_longest
from pathlib import Path
from random import Random
from typing import Any

import attrs

from newsparse.linking import keeping
from newsparse.linking.keeping import Kept, Part
from newsparse.linking.stored.collected import Collected
from newsparse.pipeline import Pipeline
from newsparse_bench.corpora import data_folder, find

CORPUS = "worldwide:train"
BASE = 300
"""How many articles are recombined."""
RUN = 500
"""Articles that are added before something is asked, as in one run of ``newsparse index``."""
STAYS, SHORT_STAYS = 0.25, 0.5
"""The share of words, and of short ones, that stay as they are: news has many words in common."""
DAYS = 730
"""Over how many days the articles are spread."""
SKETCH_BITS = 32
_RESIDENT = re.compile(r"VmRSS:\s+(\d+) kB")
_WORD = re.compile(r"[^\W\d_]+")
_SHORT = 4
"""Letters from which on a word is not short. Of short words only those in small letters are replaced."""
_EDGE = "\ue000"
_FIELDS = ("\ue001", "\ue002", "\ue003", "\ue004", "\ue005")
"""Stand for the id, the day, the moment and the seconds of an article, and for its sketch."""
_FIRST = datetime(2024, 1, 1, tzinfo=UTC)
_FIXED = """claim entity kind base rule effect target_rule moment published label quote targets repeated unit currency
part fate direction role outlook reason period quantity exactness path link form manner"""
_KEPT = frozenset(_FIXED.split())
"""The fields whose values are no words of the text."""


@attrs.frozen
class Growth:
    """So many articles: milliseconds of processor time for each of them and of the last run, and MiB of memory now."""

    articles: int
    each: float
    last: float
    memory: float


def grown(base: Sequence[Kept], sizes: Iterable[int]) -> Iterator[Growth]:
    """The growth at each of ``sizes``, which rise, in one collection of articles made of ``base``."""
    collected, spent, count = Collected(), 0.0, 0
    articles = recombined(base)
    for size in sizes:
        last = 0.0
        while count < size:
            run = [next(articles) for _ in range(min(RUN, size - count))]
            last = _seconds(collected, run) / len(run)
            spent, count = spent + last * len(run), count + len(run)
        yield Growth(count, spent / count * 1000, last * 1000, _resident())


def base_articles(data: Path | None, pipeline: Pipeline) -> list[Kept]:
    """What is kept of the first articles of worldwide:train."""
    corpus, part = find(CORPUS)
    return list(map(keeping.kept, pipeline.pipe(islice(corpus.load(data_folder(data), part), BASE))))


def growth_lines(base: Sequence[Kept], sizes: Iterable[int]) -> Iterator[str]:
    """A line for each size, and the exponent from the second on."""
    found: list[Growth] = []
    for item in grown(base, sizes):
        found.append(item)
        times = f"{item.each:.1f} ms each, {item.last:.1f} at last"
        slope = f"  exponent {exponent(found):.2f}" if len(found) > 1 else ""
        yield f"{item.articles:,} articles: {times}, {item.memory:.0f} MiB{slope}"


def exponent(growths: Sequence[Growth]) -> float:
    """The slope of all time over articles, both as logarithms, by least squares: 1 where time per article is even."""
    points = [(math.log(item.articles), math.log(item.articles * item.each)) for item in growths]
    mean = [sum(values) / len(points) for values in zip(*points, strict=True)]
    spread = sum((x - mean[0]) ** 2 for x, _ in points)
    return float(sum((x - mean[0]) * (y - mean[1]) for x, y in points) / (spread or 1.0))


def recombined(base: Sequence[Kept]) -> Iterator[tuple[str, tuple[Part, ...]]]:
    """Ids and parts of articles without end, the same in every run."""
    templates = list(map(_template, base))
    found = {word for item in templates for pieces in item.parts for word in pieces[1::2]} - {*_FIELDS}
    words = sorted(word for word in found if len(word) >= _SHORT or word.islower())
    number = 0
    while True:
        random = Random(number)
        other = _replacements(words, random)
        for template in templates:
            number += 1
            yield f"{number}", template.filled(f"{number}", other, random)


@attrs.frozen
class _Template:
    """The parts of an article as JSON, in pieces: each second one is a word, or a field that differs in each copy.

    ``sketch`` is the number of hashes in its sketch.
    """

    parts: tuple[Sequence[str], ...]
    sketch: int

    def filled(self, name: str, other: Mapping[str, str], random: Random) -> tuple[Part, ...]:
        """The parts of a copy under another name, with other words and on another day."""
        day = _FIRST + timedelta(days=random.randrange(DAYS))
        sketch = sorted(random.sample(range(2**SKETCH_BITS), self.sketch))
        values = (name, day.date().isoformat(), day.isoformat(), f"{day.timestamp()}", json.dumps(sketch))
        fields = dict(zip(_FIELDS, values, strict=True))
        filled = []
        for pieces in self.parts:
            words = (fields.get(word) or other.get(word, word) for word in pieces[1::2])
            filled.append("".join(chain.from_iterable(zip_longest(pieces[::2], words, fillvalue=""))))
        profiles, sayings, statements = filled
        return (
            keeping.read_profiles(profiles),
            keeping.read_sayings(sayings),
            keeping.read_statements(statements),
        )


def _template(kept: Kept) -> _Template:
    document = kept.statements.article.document
    profiles, statements = (json.loads(keeping.written(part)) for part in (kept.profiles, kept.statements))
    sayings = list(map(json.loads, keeping.written(kept.sayings).split("\n")))
    size = len(sayings[0]["sketch"])
    name, date, moment, seconds, sketch = (f"{_EDGE}{field}{_EDGE}" for field in _FIELDS)
    found = []
    for lines in ([profiles], sayings, [statements]):
        marked = [_marked(line, document, name) for line in lines]
        found.append(marked)
    found[1][0].update(published=date, moment=moment, seconds=seconds, sketch=sketch)
    article = found[2][0]["article"]
    for item in (article, *article.get("figures", ())):
        item["published"] = date
    texts = ("\n".join(json.dumps(line, ensure_ascii=False) for line in lines) for lines in found)
    plain = (text.replace(f'"{seconds}"', seconds).replace(f'"{sketch}"', sketch) for text in texts)
    return _Template(tuple(text.split(_EDGE) for text in plain), size)


def _marked(value: Any, document: str, name: str) -> Any:
    """A value with edges around all words that may be others, and ``name`` in place of the id of its article."""
    if isinstance(value, dict):
        return {key: item if key in _KEPT else _marked(item, document, name) for key, item in value.items()}
    if isinstance(value, list):
        return [_marked(item, document, name) for item in value]
    if value == document:
        return name
    return _WORD.sub(lambda found: f"{_EDGE}{found[0]}{_EDGE}", value) if isinstance(value, str) else value


def _replacements(words: Sequence[str], random: Random) -> Mapping[str, str]:
    """For words others of the same length, lower case for lower case."""
    shelves: dict[tuple[int, bool], list[str]] = defaultdict(list)
    for word in words:
        if random.random() >= (STAYS if len(word) >= _SHORT else SHORT_STAYS):
            shelves[len(word), word.islower()].append(word)
    found: dict[str, str] = {}
    for shelf in shelves.values():
        found |= zip(shelf, random.sample(shelf, len(shelf)), strict=True)
    return found


def _seconds(collected: Collected, run: Iterable[tuple[str, tuple[Part, ...]]]) -> float:
    begun = time.process_time()
    for name, parts in run:
        collected.put(name, *parts)
    collected.compare()
    return time.process_time() - begun


def _resident() -> float:
    """Memory that the process has now, in MiB; 0 where the system does not say."""
    status = Path("/proc/self/status")
    found = _RESIDENT.search(status.read_text("ascii")) if status.exists() else None
    return int(found[1]) / 1024 if found else 0.0
