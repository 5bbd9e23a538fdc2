"""newsparse's grouping alone: the extractor ``entities`` on the mentions that gold gives, without their entities.

With gold mentions every labelled mention is in exactly one predicted entity and there are no others, as in the
evaluations with gold mentions of the CoNLL 2012 shared task (Pradhan et al. 2012).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import attrs

import newsparse
from newsparse.model import Document, Entity, Mention
from newsparse.specs import Annotate, SystemSpec
from newsparse_bench.metrics.aligning import aligned
from newsparse_bench.metrics.groups import SPOKEN
from newsparse_bench.systems.newsparse import code

ANIMATE = SPOKEN | {"he", "him", "his", "himself", "she", "her", "hers", "herself"}
READ = ("tags", "trees", "attributions")

Analyse = Callable[[Sequence[Document]], Sequence[Document]]


def make(name: str, summary: str, *, own_trees: bool) -> SystemSpec:
    """The grouping as a system; with ``own_trees`` words and trees are the backend's, else those of gold."""

    def build() -> Annotate:
        pipeline = newsparse.load("en", extractors=["entities"], layers=READ)
        grouper = attrs.evolve(pipeline.runner, analysis=None)
        reader = attrs.evolve(pipeline.runner, steps=())

        def run(documents: Sequence[Document]) -> Iterator[Document]:
            read = reader.run([bare(d) for d in documents]) if own_trees else [unlinked(d) for d in documents]
            given = [
                document.with_layer("mentions", mentions(gold)) for document, gold in zip(read, documents, strict=True)
            ]
            for gold, guess in zip(documents, grouper.run(given), strict=True):
                yield restricted(gold, guess)

        return run

    return SystemSpec(
        name=name,
        summary=summary,
        tasks=("groups",),
        distributions=("newsparse",),
        make=build,
        facts=code,
        given_gold=True,
    )


def bare(document: Document) -> Document:
    """The text alone."""
    return Document(text=document.text, id=document.id)


def unlinked(document: Document) -> Document:
    """The words, sentences and trees of a labelled document and nothing else."""
    kept = tuple(layer for layer in document.layers if layer.name in ("tokens", "sentences"))
    return attrs.evolve(document, layers=kept)


def mentions(gold: Document) -> list[Mention]:
    """The mentions of ``gold`` without entities, and pronouns without the class of what they refer to."""
    return [attrs.evolve(m, entity=None, label=_class(m) if m.form == "pronoun" else m.label) for m in gold.mentions]


def _class(pronoun: Mention) -> str:
    return "Person" if pronoun.text.lower() in ANIMATE else "Misc"


def restricted(gold: Document, guess: Document) -> Document:
    """``guess`` with the mentions of ``gold`` and no others; one without a group becomes its own entity."""
    pairs = aligned(gold.mentions, guess.mentions)
    entities = []
    linked: set[str] = set()
    for entity in guess.entities:
        own = tuple(pairs[item].id for item in entity.mentions if item in pairs)
        linked |= set(own)
        entities.append(attrs.evolve(entity, mentions=own, affiliations=()))
    for mention in gold.mentions:
        if mention.id not in linked:
            alone = Entity.make(gold.text, mention.span, label=mention.label, name=mention.text, mentions=(mention.id,))
            entities.append(attrs.evolve(alone, id=f"entity:alone-{mention.span.start}-{mention.span.end}"))
    return guess.with_layer("mentions", gold.mentions).with_layer("entities", entities)


GIVEN = make("newsparse[gold-mentions]", "grouping alone, mentions of gold, own trees", own_trees=True)
TREES = make("newsparse[gold-trees]", "grouping alone, mentions, words and trees of gold", own_trees=False)
