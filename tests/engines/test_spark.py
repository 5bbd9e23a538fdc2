"""Spark: the rows of one process, from one worker and from two, and a run that goes on where it was stopped."""

from __future__ import annotations

import os
import shutil
import sys

import pytest

from newsparse.engines import ArticleParser

pytest.importorskip("pyspark", reason="pyspark is not installed")
if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
    pytest.skip("Spark needs Java", allow_module_level=True)
from pyspark.errors import StreamingQueryException
from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

PARSER = ArticleParser(options={"size": "small"})
SCHEMA = from_arrow_schema(PARSER.schema)


@pytest.fixture
def spark(monkeypatch, workers):
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    session = (
        SparkSession.builder.master(f"local[{workers}]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.files.maxPartitionBytes", "1k")
        .getOrCreate()
    )
    yield session
    session.stop()


def rows(frame):
    return [row.asDict(recursive=True) for row in frame.orderBy("id").collect()]


@pytest.mark.parametrize("workers", [1, 2])
def test_spark_makes_the_rows_of_one_process(spark, folder, expected, tmp_path):
    parsed = spark.read.parquet(str(folder)).mapInArrow(PARSER.record_batches, SCHEMA)
    parsed.write.parquet(str(tmp_path / "rows"))
    assert rows(spark.read.parquet(str(tmp_path / "rows"))) == expected


@pytest.mark.parametrize("workers", [1])
def test_a_stream_that_was_stopped_goes_on_with_the_files_that_are_missing(spark, folder, expected, tmp_path):
    done = tmp_path / "rows"

    def stopping(batches):
        for batch in batches:
            if done.exists() and "a08" in batch["id"].to_pylist():
                raise RuntimeError("stopped")
            yield from PARSER.record_batches([batch])

    def run(function):
        files = spark.readStream.schema("id string, text string").option("maxFilesPerTrigger", 1)
        stream = files.parquet(str(folder)).mapInArrow(function, SCHEMA).writeStream.format("parquet")
        query = stream.option("checkpointLocation", str(tmp_path / "state")).trigger(availableNow=True)
        query.start(str(done)).awaitTermination()

    with pytest.raises(StreamingQueryException, match="stopped"):
        run(stopping)
    before = spark.read.parquet(str(done)).count()
    run(PARSER.record_batches)
    assert 0 < before < len(expected)
    assert rows(spark.read.parquet(str(done))) == expected
