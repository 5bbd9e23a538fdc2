"""What is remembered about a corpus is forgotten when articles are added."""

from __future__ import annotations

import contextlib

from newsparse.corpus import index, opened, overview
from newsparse.corpus.search import outlets
from tests.corpus.stories import STORIES


def test_new_articles_change_the_answers(tmp_path):
    for count, names in ((1, ["Kell Times"]), (2, ["Kell Times", "Orla Post"])):
        index(STORIES[:count], tmp_path / "news.db")
        for _ in range(2):
            with contextlib.closing(opened(tmp_path / "news.db")) as database:
                assert outlets(database) == names
                assert overview.counts(database)["articles"] == count


def test_two_corpora_have_two_answers(tmp_path):
    for name, story in (("a.db", STORIES[0]), ("b.db", STORIES[1])):
        index([story], tmp_path / name)
        with contextlib.closing(opened(tmp_path / name)) as database:
            assert outlets(database) == [story.meta.outlet]
