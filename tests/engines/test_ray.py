"""Ray Data: the rows of one process, from one worker and from two, and a run that goes on where it was stopped."""

from __future__ import annotations

import pytest

from newsparse.engines import ArticleParser

ray = pytest.importorskip("ray", reason="ray is not installed")
pytest.importorskip("ray.data")
from ray.data.checkpoint import CheckpointConfig  # noqa: E402 - it needs Ray

SMALL = {"options": {"size": "small"}}


class Stopping(ArticleParser):
    """It ends the run at one article."""

    def __call__(self, articles):
        if "a08" in articles["id"].to_pylist():
            raise RuntimeError("stopped")
        return super().__call__(articles)


FEW = {"RAY_DATA_PARQUET_FOOTER_NUM_ACTORS": "1", "RAY_worker_niceness": "0", "RAY_USAGE_STATS_ENABLED": "0"}
"""Without these, reading a folder starts 32 processes for the ends of its files, and all of them give way to any other.

On a busy machine a test then takes minutes. If it is ended for that, it fails, since Ray makes an exception of SIGTERM.
"""


@pytest.fixture(scope="module", autouse=True)
def cluster():
    with pytest.MonkeyPatch.context() as patch:
        for name, value in FEW.items():
            patch.setenv(name, value)
        ray.init(num_cpus=4, include_dashboard=False, log_to_driver=False, logging_level="ERROR")
        yield
        ray.shutdown()


def parsed(folder, parser=ArticleParser, workers=1):
    blocks = ray.data.read_parquet(str(folder)).repartition(target_num_rows_per_block=3)
    return blocks.map_batches(
        parser,
        fn_constructor_kwargs=SMALL,
        batch_format="pyarrow",
        compute=ray.data.ActorPoolStrategy(size=workers),
    )


def rows(folder):
    return sorted(ray.data.read_parquet(str(folder)).take_all(), key=lambda row: row["id"])


@pytest.mark.parametrize("workers", [1, 2])
def test_ray_makes_the_rows_of_one_process(workers, folder, expected, tmp_path):
    parsed(folder, workers=workers).write_parquet(str(tmp_path / "rows"))
    found = rows(tmp_path / "rows")
    assert [row["id"] for row in found] == [row["id"] for row in expected], sorted(tmp_path.glob("rows/*"))
    assert found == expected


def test_a_run_that_was_stopped_goes_on_with_the_articles_that_are_missing(folder, expected, tmp_path):
    context = ray.data.DataContext.get_current()
    context.checkpoint_config = CheckpointConfig("id", str(tmp_path / "done"), delete_checkpoint_on_success=False)
    try:
        with pytest.raises(ray.exceptions.RayTaskError, match="stopped"):
            parsed(folder, Stopping).write_parquet(str(tmp_path / "rows"))
        before = {path.name for path in (tmp_path / "rows").iterdir()}
        parsed(folder).write_parquet(str(tmp_path / "rows"))
    finally:
        context.checkpoint_config = None
    assert before < {path.name for path in (tmp_path / "rows").iterdir()}
    assert rows(tmp_path / "rows") == expected
