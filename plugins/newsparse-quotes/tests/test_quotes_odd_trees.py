"""Trees that a parser got wrong: nothing raises, nothing runs without an end, and quotes stay within the text."""

from __future__ import annotations

import random
from pathlib import Path

import attrs
import pytest

from newsparse_quotes.extractor import Quotes
from newsparse_quotes.kinds import UnquotedWords


def stories():
    """The texts of ``stories.txt``."""
    given = Path(__file__).with_name("stories.txt").read_text("utf-8")
    for block in given.partition("\n")[2].strip().split("\n\n"):
        yield block.splitlines()[0].replace("¶", "\n\n")


@pytest.fixture(scope="module")
def documents(pipeline):
    """The stories as the backend reads them."""
    return [pipeline(text) for text in stories()]


def reheaded(token, others, draw):
    """A word with another head, or with none."""
    return attrs.evolve(token, head=draw.choice([None, draw.randrange(len(others))]))


def related(token, others, draw):
    """A word in the relation of another one."""
    return attrs.evolve(token, deprel=draw.choice(others).deprel)


def tagged(token, others, draw):
    """A word with the tags of another one."""
    other = draw.choice(others)
    return attrs.evolve(token, upos=other.upos, xpos=other.xpos)


def distorted(document, change, draw):
    """A document in which one in four words is changed."""
    tokens = list(document.tokens)
    for word in draw.sample(range(len(tokens)), (len(tokens) + 3) // 4):
        tokens[word] = change(tokens[word], document.tokens, draw)
    layers = [attrs.evolve(at, annotations=tuple(tokens)) if at.name == "tokens" else at for at in document.layers]
    return attrs.evolve(document, layers=tuple(layers))


@pytest.mark.parametrize("change", [reheaded, related, tagged])
@pytest.mark.parametrize("seed", range(8))
def test_no_tree_is_so_odd_that_a_quote_leaves_the_text(documents, change, seed):
    draw = random.Random(seed)
    for document in documents:
        found = list(Quotes().extract(distorted(document, change, draw)))
        known = {quote.id for quote in found}
        for quote in (item for item in found if not isinstance(item, UnquotedWords)):
            places = [(piece.start, piece.end) for piece in quote.fragments]
            assert places == sorted(places)
            assert all(document.text[start:end].strip() for start, end in places)
            assert quote.within is None or quote.within in known
            assert quote.speaker is None or document.cut(quote.speaker.mention.span) == quote.speaker.mention.text


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Ada Brook thundered that the quay had sunk.", "had", "sunk"),
        ("Ada Brook spoke of the quay, which she said was old.", "said", "quay"),
        ("The driver tried to brake but was too late, Ada Brook said.", "tried", "late"),
        ("Ada Brook had a letter from the baker's wife, who said it sank.", "letter", "wife"),
    ],
)
def test_heads_that_run_in_a_circle_end_nothing(pipeline, text, one, other):
    document = pipeline(text)
    places = {token.text: at for at, token in enumerate(document.tokens)}
    around = {places[one]: places[other], places[other]: places[one]}
    tokens = tuple(attrs.evolve(token, head=around.get(at, token.head)) for at, token in enumerate(document.tokens))
    layers = tuple(attrs.evolve(at, annotations=tokens) if at.name == "tokens" else at for at in document.layers)
    assert all(quote.text in text for quote in Quotes().extract(attrs.evolve(document, layers=layers)))
