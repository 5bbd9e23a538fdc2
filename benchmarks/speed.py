"""Times parts of newsparse side by side, in turns: words per second, and the ratio to the first part."""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Sequence
from pathlib import Path

import newsparse

PARTS: dict[str, list[str] | None] = {"analysis": [], "entities": ["entities"], "quotes": ["quotes"], "all": None}
LAYERS = {"analysis": ["attributions", "mentions", "tags", "trees"]}


def measured(pipelines: dict[str, newsparse.Pipeline], texts: Sequence[str], times: int) -> dict[str, list[float]]:
    """Seconds of each run of each pipeline over ``texts``, the pipelines taking turns."""
    seconds: dict[str, list[float]] = {name: [] for name in pipelines}
    for _ in range(times):
        for name, pipeline in pipelines.items():
            begin = time.perf_counter()
            for _document in pipeline.pipe(texts):
                pass
            seconds[name].append(time.perf_counter() - begin)
    return seconds


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--times", type=int, default=5, help="runs of each part")
    parser.add_argument("--copies", type=int, default=20, help="how often each article is taken")
    options = parser.parse_args()
    texts = [path.read_text("utf-8") for path in options.files] * options.copies
    words = sum(len(text.split()) for text in texts)
    pipelines = {
        name: newsparse.load("en", extractors=chosen, layers=LAYERS.get(name, ())) for name, chosen in PARTS.items()
    }
    seconds = measured(pipelines, texts, options.times)
    base = statistics.median(seconds["analysis"])
    print(f"{len(texts)} articles, {words:,} words, median of {options.times} runs")
    for name, runs in seconds.items():
        middle = statistics.median(runs)
        spread = f"{words / max(runs):,.0f}-{words / min(runs):,.0f}"
        print(f"{name:10} {words / middle:8,.0f} words/s ({spread}), time ratio {middle / base:.2f}")


if __name__ == "__main__":
    main()
