"""Small articles with marked names, such as "{Ana Ruiz:Person}", and what the extractor makes of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import attrs
import pytest

import newsparse
from newsparse.model import Document, Entity, Mention
from newsparse.testing import parsed
from newsparse_entities import EntityExtractor

Tree = Mapping[str, tuple[str, str, str | None]]


@attrs.frozen
class Result:
    """What the extractor makes of an article, with short ways to ask for it."""

    document: Document

    @property
    def names(self) -> list[str]:
        """The names of the entities in the order of the text."""
        return [entity.name for entity in self.document.entities]

    def entity(self, name: str) -> Entity:
        """The only entity of that name."""
        (found,) = [entity for entity in self.document.entities if entity.name == name]
        return found

    def words(self, name: str) -> list[str]:
        """The words of an entity's mentions in the order of the text."""
        by_id = {mention.id: mention.text for mention in self.document.mentions}
        return [by_id[mention] for mention in self.entity(name).mentions]

    def roles(self, name: str = "Nadia Holt") -> list[str]:
        """The roles of a person, each with the name of its body in brackets."""
        names = {entity.id: entity.name for entity in self.document.entities}
        return [
            item.role.text + (f" ({names[item.organisation]})" if item.organisation else "")
            for item in self.entity(name).affiliations
        ]

    def mention(self, words: str, number: int = 0) -> Mention:
        """The mention with these words, the first one or the one of ``number``."""
        return [mention for mention in self.document.mentions if mention.text == words][number]

    def means(self, words: str, number: int = 0) -> str | None:
        """The name of the entity that a mention means."""
        entity = self.mention(words, number).entity
        return next((item.name for item in self.document.entities if item.id == entity), None)


def completed(document: Document, title: Document | None = None) -> Result:
    """``document`` with the layers that the extractor gives."""
    made = list(EntityExtractor().extract(document, title))
    mentions = [item for item in made if isinstance(item, Mention)]
    entities = [item for item in made if isinstance(item, Entity)]
    return Result(document.with_layer("mentions", mentions).with_layer("entities", entities))


@pytest.fixture(scope="session")
def read() -> Callable[..., Result]:
    """Reads marked sentences, under a marked title if one is given, and extracts."""

    def run(*sentences: str, tree: Tree | None = None, joint: str = " ", title: str | None = None) -> Result:
        return completed(parsed(*sentences, tree=tree, joint=joint), parsed(title) if title else None)

    return run


@pytest.fixture(scope="session")
def extract() -> Callable[[Document], Result]:
    """Extracts from a document."""
    return completed


@pytest.fixture(scope="session")
def meant() -> Callable[[str, str], str | None]:
    """The name of what the last mention with some words refers to, in a text that the English model reads."""
    pipeline = newsparse.load("en", extractors=["entities"])

    def found(text: str, words: str) -> str | None:
        document = pipeline(text)
        mentions = [item for item in document.mentions if item.text.lower() == words]
        entity = document.entity(mentions[-1].entity) if mentions and mentions[-1].entity else None
        return entity.name if entity is not None else None

    return found
