"""Beginnings of articles: each entity with its mentions, other names, titles and roles, as the model reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

import newsparse


@pytest.fixture(scope="module")
def pipeline():
    """The English pipeline that finds entities."""
    return newsparse.load("en", extractors=["entities"])


def cases():
    """Each text of ``stories.txt`` with its entities."""
    given = Path(__file__).with_name("stories.txt").read_text("utf-8")
    for block in given.partition("\n")[2].strip().split("\n\n"):
        text, *entities = block.splitlines()
        yield pytest.param(text.replace("¶", "\n\n"), entities, id=text)


def told(document, entity):
    """An entity in one line: its name, label and mentions, and all else that is known of it."""
    mentions = {mention.id: mention.text for mention in document.mentions}
    names = {item.id: item.name for item in document.entities}
    parts = [f"{entity.name} = {entity.label} | {', '.join(mentions[name] for name in entity.mentions)}"]
    for field in ("aliases", "titles"):
        parts += [f"{field}: {', '.join(getattr(entity, field))}"] if getattr(entity, field) else []
    for held in entity.affiliations:
        place = f" at {names[held.organisation]}" if held.organisation else ""
        parts.append(f"{'former role' if held.former else 'role'}: {held.role.text}{place}")
    return " | ".join(parts)


@pytest.mark.parametrize(("text", "entities"), list(cases()))
def test_everything_that_is_known_of_each_entity(pipeline, text, entities):
    document = pipeline(text)
    assert [told(document, entity) for entity in document.entities] == entities
