"""Articles for engines: Parquet files, and the rows that one process makes of them."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

pyarrow = pytest.importorskip("pyarrow")
pytest.importorskip("pyarrow.parquet")

from newsparse.engines import ArticleParser  # noqa: E402 - it needs pyarrow

OPTIONS = {"size": "small"}
SOURCES = ("Ada Brook", "Tomas Varga", "the harbour office")


@pytest.fixture(scope="session")
def articles():
    """Twelve articles, the eighth without a text."""
    if find_spec("newsparse_english") is None:
        pytest.skip("newsparse-english is not installed")
    texts = [f"Fares rose {n} percent. “We lost {n} ships,” said {SOURCES[n % 3]}." for n in range(2, 14)]
    texts[7] = None
    return pyarrow.table({"id": [f"a{n:02d}" for n in range(12)], "text": texts})


@pytest.fixture(scope="session")
def folder(articles, tmp_path_factory):
    """The articles in four Parquet files."""
    made = tmp_path_factory.mktemp("articles")
    for start in range(0, 12, 3):
        pyarrow.parquet.write_table(articles.slice(start, 3), made / f"{start:02d}.parquet")
    return made


@pytest.fixture(scope="session")
def expected(articles):
    return ArticleParser(options=OPTIONS)(articles).to_pylist()
