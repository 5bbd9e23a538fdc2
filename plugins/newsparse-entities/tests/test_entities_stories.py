"""Beginnings of articles, and marked names: each entity with its mentions, other names, titles and roles."""

from __future__ import annotations

from pathlib import Path

import pytest

import newsparse


@pytest.fixture(scope="module")
def pipeline():
    """The English pipeline that finds entities."""
    return newsparse.load("en", extractors=["entities"])


def cases():
    """Each text of ``stories.txt`` and of the files in ``stories`` with its entities."""
    here = Path(__file__).parent
    for file in (here / "stories.txt", *sorted((here / "stories").glob("*.txt"))):
        yield from blocks(file)


def blocks(file):
    """Each text of a file with the lines below it; lines that begin with "#" are headings."""
    lines = (line for line in file.read_text("utf-8").splitlines() if not line.startswith("# "))
    for block in "\n".join(lines).strip().split("\n\n"):
        text, *entities = block.strip().splitlines()
        yield pytest.param(text.replace("¶", "\n\n"), entities, id=text)


def words(document, mention):
    """The words of a mention, with its head in square brackets if that is not the last of them."""
    head = document.cut(mention.head) if mention.head else ""
    return mention.text if mention.text.endswith(head) else f"{mention.text} [{head}]"


def told(document, entity):
    """An entity in one line: its name, label and mentions, and all else that is known of it."""
    mentions = {mention.id: words(document, mention) for mention in document.mentions}
    names = {item.id: item.name for item in document.entities}
    parts = [f"{entity.name} = {entity.label} | {', '.join(mentions[name] for name in entity.mentions)}"]
    for field in ("aliases", "titles"):
        parts += [f"{field}: {', '.join(getattr(entity, field))}"] if getattr(entity, field) else []
    for held in entity.affiliations:
        place = f" at {names[held.organisation]}" if held.organisation else ""
        parts.append(f"{'former role' if held.former else 'role'}: {held.role.text}{place}")
    return " | ".join([*parts, *of_title(entity, names)])


def of_title(entity, names):
    """What the title of the article calls an entity, and the roles that it gives it."""
    parts = [f"in the title: {entity.in_title}"] if entity.in_title else []
    for held in entity.title_roles:
        body = f" at {held.body} ({names.get(held.organisation, 'not in the article')})" if held.body else ""
        parts.append(f"{'former ' if held.former else ''}title role: {held.role}{body}")
    return parts


def everything(document):
    """Each entity in a line, and one for the mentions that are of none."""
    others = [words(document, mention) for mention in document.mentions if mention.entity is None]
    nobody = [f"nobody | {', '.join(others)}"] if others else []
    return [*(told(document, entity) for entity in document.entities), *nobody]


@pytest.mark.int8
@pytest.mark.parametrize(("text", "entities"), list(cases()))
def test_everything_that_is_known_of_each_entity(pipeline, text, entities):
    document = pipeline(text)
    assert everything(document) == entities


@pytest.mark.parametrize(("text", "entities"), list(blocks(Path(__file__).with_name("marked.txt"))))
def test_everything_that_is_known_of_each_marked_entity(read, text, entities):
    title, _, sentences = text.rpartition(" ## ")
    assert everything(read(*sentences.split(" || "), title=title or None).document) == entities
