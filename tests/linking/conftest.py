"""Fixtures for tests of what articles have in common."""

from __future__ import annotations

import pytest

from newsparse.linking import across
from newsparse.model import Document, Meta


@pytest.fixture(scope="session")
def statuses(english):
    """The claims of articles, one for each day from 2 March 2026 on, with what is said of each."""

    def read(*texts):
        days = [f"2026-03-{number:02}" for number in range(2, 2 + len(texts))]
        given = [Document(text=text, id=day, meta=Meta(published=day)) for day, text in zip(days, texts, strict=True)]
        return list(across(english.pipe(given)).statuses)

    return read


def disputes(found, words="collapsed"):
    """Who disputes each claim of the first article that has these words."""
    first = [item for item in found if item.place.document == "2026-03-02" and words in item.place.text]
    return [effect.by for item in first for effect in item.effects if effect.effect == "disputed"]
