"""Small articles in a markup of their own: "[Mr. ]{Ana Ruiz:P}" is a person mention, sentences are separate strings."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

import attrs
import pytest

from newsparse.model import Document, Entity, Mention, Sentence, Span, Token
from newsparse_entities import EntityExtractor

LABELS = {
    "P": "Person",
    "O": "Organization",
    "L": "Location",
    "F": "Facility",
    "N": "NORP",
    "X": "Misc",
    "D": "Date",
    "M": "Money",
}
MARK = re.compile(r"\{([^{}]*):([A-Z])\}")
WORD = re.compile(r"(?:\b\w\.)+|\b(?:Mr|Ms|Mrs|Dr|Jr|Sen|Inc)\.|\w+(?:-\w+)*|['’]s\b|[^\w\s]")

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

    def mention(self, words: str, number: int = 0) -> Mention:
        """The mention with these words, the first one or the one of ``number``."""
        return [mention for mention in self.document.mentions if mention.text == words][number]

    def means(self, words: str, number: int = 0) -> str | None:
        """The name of the entity that a mention means."""
        entity = self.mention(words, number).entity
        return next((item.name for item in self.document.entities if item.id == entity), None)


def marked(sentences: Sequence[str], tree: Tree | None = None, joint: str = " ") -> Document:
    """A document of ``sentences``; ``tree`` maps words to tag, relation and governing word in the same sentence."""
    text, mentions, bounds = "", [], []
    for sentence in sentences:
        start = len(text)
        last = 0
        for match in MARK.finditer(sentence):
            text += sentence[last : match.start()]
            mentions.append((len(text), len(text) + len(match.group(1)), LABELS[match.group(2)]))
            text += match.group(1)
            last = match.end()
        text += sentence[last:]
        bounds.append((start, len(text)))
        text += joint
    text = text.removesuffix(joint)
    return layered(text, bounds, mentions, tree or {})


def layered(
    text: str, bounds: Sequence[tuple[int, int]], mentions: Sequence[tuple[int, int, str]], tree: Tree
) -> Document:
    """A document with sentences at ``bounds``, a token a word, and the given mentions."""
    tokens: list[Token] = []
    sentences = []
    for number, (start, end) in enumerate(bounds):
        spans = [Span(*match.span()) for match in WORD.finditer(text, start, end)]
        first = len(tokens)
        words = [span.cut(text) for span in spans]
        for index, span in enumerate(spans):
            upos, deprel, governor = tree.get(words[index], (None, None, None))
            head = None if upos is None else first + (words.index(governor) if governor in words else index)
            tokens.append(Token.make(text, span, group=first + index, upos=upos, deprel=deprel, head=head))
        sentences.append(Sentence.make(text, Span(start, end), first=first, last=len(tokens), paragraph=number))
    found = [Mention.make(text, Span(start, end), label=label) for start, end, label in mentions]
    document = Document(text=text).with_layer("sentences", sentences).with_layer("tokens", tokens)
    return document.with_layer("mentions", found)


def completed(document: Document) -> Result:
    """``document`` with the layers that the extractor gives."""
    made = list(EntityExtractor().extract(document))
    mentions = [item for item in made if isinstance(item, Mention)]
    entities = [item for item in made if isinstance(item, Entity)]
    return Result(document.with_layer("mentions", mentions).with_layer("entities", entities))


@pytest.fixture(scope="session")
def read() -> Callable[..., Result]:
    """Reads marked sentences and extracts."""

    def run(*sentences: str, tree: Tree | None = None, joint: str = " ") -> Result:
        return completed(marked(sentences, tree, joint))

    return run


@pytest.fixture(scope="session")
def extract() -> Callable[[Document], Result]:
    """Extracts from a document."""
    return completed


@pytest.fixture(scope="session")
def build() -> Callable[..., Document]:
    """Makes a document from a text, bounds of sentences, and mentions."""
    return layered
