"""The same work in each engine: Parquet files of articles in, Parquet files with one row for each article out.

``python -m newsparse_bench.scale.engines ENGINE WORKERS ARTICLES ROWS`` runs one, in a process that can be watched.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path

import attrs

import newsparse
from newsparse.engines import ArticleParser
from newsparse.model import Document
from newsparse.readers.parquet import read_parquet
from newsparse_bench.scale.articles import PER_FILE

BATCH = 32
"""Articles of a batch, in all engines."""


@attrs.frozen
class Engine:
    """What runs it, the distribution that it needs, and how to tell its ``workers`` by their command lines."""

    run: Callable[[Path, Path, int], None]
    distribution: str
    workers: re.Pattern[str]


def in_pipe(articles: Path, rows: Path, workers: int) -> None:
    """``Pipeline.pipe``, in this process for one worker, else in so many others."""
    import pyarrow.parquet

    parser = ArticleParser()
    nlp = newsparse.load("en", threads=1)
    parsed = nlp.pipe(_documents(articles), batch_size=BATCH, workers=0 if workers == 1 else workers)
    rows.mkdir(parents=True)
    with pyarrow.parquet.ParquetWriter(rows / "rows.parquet", parser.schema) as file:
        while (batch := parser.rows(islice(parsed, BATCH))).num_rows:
            file.write_batch(batch)


def in_ray(articles: Path, rows: Path, workers: int) -> None:
    """Ray Data: an actor for each worker, and one more processor for what reads and writes."""
    import ray

    ray.init(num_cpus=workers + 1, include_dashboard=False, logging_level="ERROR")
    blocks = ray.data.read_parquet(str(articles)).repartition(target_num_rows_per_block=PER_FILE)
    parsed = blocks.map_batches(
        ArticleParser,
        batch_format="pyarrow",
        batch_size=BATCH,
        compute=ray.data.ActorPoolStrategy(size=workers),
    )
    parsed.write_parquet(str(rows))


def in_spark(articles: Path, rows: Path, workers: int) -> None:
    """Spark on this machine, a task for each file."""
    from pyspark.sql import SparkSession
    from pyspark.sql.pandas.types import from_arrow_schema

    os.environ["PYSPARK_PYTHON"] = sys.executable  # else Spark's workers are the first "python3" of the path
    parser = ArticleParser()
    spark = (
        SparkSession.builder.master(f"local[{workers}]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.files.maxPartitionBytes", "1m")
        .getOrCreate()
    )
    parsed = spark.read.parquet(str(articles)).mapInArrow(parser.record_batches, from_arrow_schema(parser.schema))
    parsed.write.parquet(str(rows))


def _documents(articles: Path) -> Iterator[Document]:
    for path in sorted(articles.glob("*.parquet")):
        with path.open("rb") as stream:
            yield from read_parquet(stream, "")


ENGINES: Mapping[str, Engine] = {
    "pipe": Engine(in_pipe, "newsparse", re.compile(r"engines pipe 1 |spawn_main")),
    "ray": Engine(in_ray, "ray", re.compile("ray::MapWorker")),
    "spark": Engine(in_spark, "pyspark", re.compile(r"pyspark\.daemon")),
}

if __name__ == "__main__":
    name, count, source, target = sys.argv[1:5]
    ENGINES[name].run(Path(source), Path(target), int(count))
