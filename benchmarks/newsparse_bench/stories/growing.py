"""How time and memory of the comparison across articles grow: few articles, recombined with seeded substitutions.

Each round has all articles again, with most of their words replaced by others of the same length, the same ones in the
whole round, and on other days: so the articles of a round have in common what they had, and little with other rounds.
"""

from __future__ import annotations

import json
import math
import re
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import islice
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
STAYS = 0.25
"""The share of words that stay as they are: news has many words in common."""
DAYS = 730
"""Over how many days the articles are spread."""
SKETCH_BITS = 32
_WORD = re.compile(r"[^\W\d_]{4,}")
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
    lines = [(item.statements.article.document, _line(item)) for item in base]
    texts = (text for _, line in lines for text in _strings(json.loads(line)))
    words = sorted({word for text in texts for word in _WORD.findall(text)})
    number = 0
    while True:
        random = Random(number)
        other = _replacements(words, random)
        for document, line in lines:
            number += 1
            yield f"{number}", _changed(json.loads(line), document, f"{number}", other, random)


def _line(kept: Kept) -> str:
    """The parts as one string, which no search for garbage looks into."""
    profiles, statements = keeping.written(kept.profiles), keeping.written(kept.statements)
    sayings = ", ".join(keeping.written(kept.sayings).split("\n"))
    return f"[{profiles}, [{sayings}], {statements}]"


def _replacements(words: Sequence[str], random: Random) -> Mapping[str, str]:
    """For words others of the same length, lower case for lower case."""
    shelves: dict[tuple[int, bool], list[str]] = defaultdict(list)
    for word in words:
        if random.random() >= STAYS:
            shelves[len(word), word.islower()].append(word)
    found: dict[str, str] = {}
    for shelf in shelves.values():
        found |= zip(shelf, random.sample(shelf, len(shelf)), strict=True)
    return found


def _changed(
    parts: Sequence[Any], document: str, name: str, other: Mapping[str, str], random: Random
) -> tuple[Part, ...]:
    """The parts of an article under another name, with other words and on another day."""
    day = _FIRST + timedelta(days=random.randrange(DAYS))
    profiles, sayings, statements = (_replaced(part, document, name, other) for part in parts)
    sketch = sorted(random.sample(range(2**SKETCH_BITS), len(sayings[0]["sketch"])))
    date = day.date().isoformat()
    sayings[0].update(published=date, moment=day.isoformat(), seconds=day.timestamp(), sketch=sketch)
    article = statements["article"]
    for item in (article, *article.get("figures", ())):
        item["published"] = date
    return (
        keeping.read_profiles(json.dumps(profiles)),
        keeping.read_sayings("\n".join(map(json.dumps, sayings))),
        keeping.read_statements(json.dumps(statements)),
    )


def _replaced(value: Any, document: str, name: str, other: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {
            key: item if key in _KEPT else _replaced(item, document, name, {} if key == "document" else other)
            for key, item in value.items()
        }
    if isinstance(value, list):
        return [_replaced(item, document, name, other) for item in value]
    if value == document:
        return name
    return _WORD.sub(lambda found: other.get(found[0], found[0]), value) if isinstance(value, str) else value


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from () if key in _KEPT else _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, str):
        yield value


def _seconds(collected: Collected, run: Iterable[tuple[str, tuple[Part, ...]]]) -> float:
    begun = time.process_time()
    for name, parts in run:
        collected.put(name, *parts)
    collected.compare()
    return time.process_time() - begun


def _resident() -> float:
    """Memory that the process has now, in MiB; 0 where the system does not say."""
    status = Path("/proc/self/status")
    found = re.search(r"VmRSS:\s+(\d+) kB", status.read_text("ascii")) if status.exists() else None
    return int(found[1]) / 1024 if found else 0.0
