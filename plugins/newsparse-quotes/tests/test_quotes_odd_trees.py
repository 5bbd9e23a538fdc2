"""Trees and attributions that a model got wrong: nothing raises or runs without an end, and quotes stay in the text."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

import attrs
import pytest

from newsparse.model import Attribution, Layer, Span
from newsparse.syntax import Index, Tree
from newsparse.testing import attributed
from newsparse_quotes.drafts.passives import PASSIVE, PassiveCase
from newsparse_quotes.extractor import Quotes
from newsparse_quotes.inner.rules import INNER
from newsparse_quotes.kinds import UnquotedWords

ENDS_EARLY = (
    "Quay 'too weak for winter', warns minister",
    "The plan has the support of the Kell, Lowmere and Tollen councils, and",
    "For claiming the quay was safe, the owner was fined 300 dollars.",
)


def stories():
    """The texts of ``stories.txt``, the examples of rules for words inside quotes, and some that end early."""
    given = Path(__file__).with_name("stories.txt").read_text("utf-8")
    for block in given.partition("\n")[2].strip().split("\n\n"):
        yield block.splitlines()[0].replace("¶", "\n\n")
    yield from (rule.fires for rules in (INNER, PASSIVE) for rule in rules.rules)
    yield from ENDS_EARLY


@pytest.fixture(scope="module")
def documents(pipeline):
    """The stories as the backend reads them."""
    return [pipeline(text) for text in stories()]


def having(document, **layers):
    """A document with other annotations in some layers, in this order; without a layer that is None."""
    kept = [at for at in document.layers if layers.get(at.name, ()) is not None]
    return attrs.evolve(
        document, layers=tuple(Layer(at.name, tuple(layers.get(at.name, at.annotations))) for at in kept)
    )


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


def hung(token, others, draw):
    """A word that hangs on another one as yet another does."""
    return related(reheaded(token, others, draw), others, draw)


def called(token, others, draw):
    """A word with the lemma of another one."""
    return attrs.evolve(token, lemma=draw.choice(others).lemma)


def distorted(document, draw, change=None):
    """A document in which one in four words is changed, all in one way or each in any."""
    tokens = list(document.tokens)
    for word in draw.sample(range(len(tokens)), (len(tokens) + 3) // 4):
        made = change or draw.choice([reheaded, related, tagged, hung, called])
        tokens[word] = made(tokens[word], document.tokens, draw)
    return having(document, tokens=tokens)


def shorn(document, draw):
    """A document without one in eight of its words, which are still in its text."""
    tokens, count = document.tokens, len(document.tokens)
    kept = sorted(draw.sample(range(count), count - (count + 7) // 8))
    places = {word: place for place, word in enumerate(kept)}
    cut = [sum(word < limit for word in kept) for limit in range(count + 1)]
    words = [attrs.evolve(tokens[word], head=places.get(tokens[word].head)) for word in kept]
    sentences = [attrs.evolve(at, first=cut[at.first], last=cut[at.last]) for at in document.sentences]
    return having(document, tokens=words, sentences=[at for at in sentences if at.first < at.last])


def recut(document, draw):
    """A document whose sentences end anywhere, some of them left out, and whose words are changed."""
    document, index = distorted(document, draw), Index(document)
    count = len(document.tokens)
    ends = sorted({0, count, *draw.choices(range(count), k=4)})
    made = (
        attrs.evolve(document.sentences[0], span=span, text=document.cut(span), first=first, last=last)
        for first, last in pairwise(ends)
        for span in [index.span(range(first, last))]
    )
    return having(document, sentences=[sentence for sentence in made if draw.random() < 0.9])


def moved(index, spans, draw):
    """Places moved by a word, cut to one word, lengthened, or put anywhere; one anywhere where there is none."""
    last = len(index.tokens) - 1
    for span in spans or [Span(0, 1)]:
        inside, some = index.overlapping(span) or range(1), draw.randrange(last + 1)
        one = draw.choice(inside)
        ways = (
            (inside[0] + 1, inside[-1] + 1),
            (inside[0] - 1, inside[-1] - 1),
            (one, one),
            (inside[0], inside[-1] + 2),
            (some, some + draw.randrange(9)),
        )
        first, end = (max(0, min(word, last)) for word in draw.choice(ways))
        yield index.span(range(first, end + 1))


def misread(document, draw):
    """A document in whose attributions places are moved, or stand for one another: the source for the content."""
    index, found = Index(document), []
    for item in document.attributions:
        parts = [item.content, item.cue, item.source]
        parts = [tuple(moved(index, part, draw)) if draw.random() < 0.5 else part for part in parts]
        if draw.random() < 0.3:
            draw.shuffle(parts)
        content, cue, source = parts
        if content:
            sure = draw.choice([item.confidence, 0.99])
            made = {"content": content, "cue": cue, "source": source, "confidence": sure}
            found.append(Attribution.make(document.text, *content, **made))
    return having(document, attributions=sorted(found, key=lambda item: item.span))


def misread_and_distorted(document, draw):
    """A document whose attributions and words are wrong."""
    return misread(distorted(document, draw), draw)


def misread_and_shorn(document, draw):
    """A document whose attributions are wrong, and that lacks words."""
    return misread(shorn(document, draw), draw)


def unattributed(document, draw):
    """A document without attributions, whose words are wrong."""
    return having(distorted(document, draw), attributions=None)


def astray(document):
    """The quotes found in a document that are not pieces of its text in their order, with all that they refer to."""
    found = [item for item in Quotes().extract(document) if not isinstance(item, UnquotedWords)]
    known = {None, *(quote.id for quote in found)}
    return [quote for quote in found if quote.within not in known or not _is_in_text(document, quote)]


def _is_in_text(document, quote):
    places = [(piece.start, piece.end) for piece in quote.fragments]
    named = quote.speaker is None or document.cut(quote.speaker.mention.span) == quote.speaker.mention.text
    return places == sorted(places) and named and all(document.text[start:end].strip() for start, end in places)


@pytest.mark.parametrize("change", [reheaded, related, tagged])
@pytest.mark.parametrize("seed", range(4))
def test_no_tree_is_so_odd_that_a_quote_leaves_the_text(documents, change, seed):
    draw = random.Random(seed)
    assert [astray(distorted(document, draw, change)) for document in documents] == [[]] * len(documents)


@pytest.mark.parametrize(
    "change", [distorted, shorn, recut, misread, misread_and_distorted, misread_and_shorn, unattributed]
)
@pytest.mark.parametrize("seed", range(6))
def test_no_model_is_so_wrong_that_a_quote_leaves_the_text(documents, change, seed):
    draw = random.Random(seed)
    assert [astray(change(document, draw)) for document in documents] == [[]] * len(documents)


@pytest.mark.parametrize(
    "layers",
    [{}, {"sentences": None}, {"tokens": None, "sentences": None}, {"tokens": (), "sentences": ()}],
    ids=["all", "no sentences", "no words", "empty"],
)
def test_attributions_need_neither_words_nor_sentences(documents, layers):
    assert [astray(having(document, **layers)) for document in documents] == [[]] * len(documents)


MISREAD = {
    "a text that ends in a comma": (
        "Ada Brook said the quay was old, ",
        ("the quay was old", "said", "Ada Brook said"),
    ),
    "only a closing mark": ("KELBY: “It sinks,” said Ada Brook.", ("”", ":", "KELBY")),
    "a piece that has gone to another": (
        "“It sinks,” “we know,” Ada Brook said.",
        ("It", "", ""),
        ("sinks,” “we", "", ""),
        ("know", "", "Ada Brook"),
    ),
}


@pytest.mark.parametrize(("text", "given"), [(text, given) for text, *given in MISREAD.values()], ids=MISREAD)
def test_an_attribution_of_the_wrong_words_raises_nothing(pipeline, text, given):
    found = [attributed(text, source, cue, content, confidence=0.99) for content, cue, source in given]
    assert astray(having(pipeline(text), attributions=found)) == []


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Ada Brook thundered that the quay had sunk.", "had", "sunk"),
        ("Ada Brook spoke of the quay, which she said was old.", "said", "quay"),
        ("According to Tom Varga, the boat had sunk before noon.", "Tom", "Varga"),
        ("The driver tried to brake but was too late, Ada Brook said.", "tried", "late"),
        ("Ada Brook had a letter from the baker's wife, who said it sank.", "letter", "wife"),
    ],
)
def test_heads_that_run_in_a_circle_end_nothing(pipeline, text, one, other):
    document = pipeline(text)
    places = {token.text: at for at, token in enumerate(document.tokens)}
    around = {places[one]: places[other], places[other]: places[one]}
    tokens = tuple(attrs.evolve(token, head=around.get(at, token.head)) for at, token in enumerate(document.tokens))
    assert all(quote.text in text for quote in Quotes().extract(having(document, tokens=tokens)))


def test_an_auxiliary_behind_its_verb_is_no_part_of_a_cue(pipeline):
    document = pipeline("It was reported that the quay was unsafe.")
    verb, helpers = 2, {1: "dep", 6: "aux:pass"}
    tokens = [
        attrs.evolve(token, deprel=helpers[place], head=verb) if place in helpers else token
        for place, token in enumerate(document.tokens)
    ]
    made = having(document, tokens=tokens)
    assert PassiveCase(Tree(made), verb).cue.cut(made.text) == "reported"
    assert PassiveCase(Tree(document), verb).cue.cut(document.text) == "was reported"
