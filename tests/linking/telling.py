"""Articles made by hand for tests of what is the same in several: their words, who says what, outlet and day."""

from __future__ import annotations

from newsparse.model import Affiliation, Document, Entity, Meta, Passage, Quote, Span, Speaker
from newsparse.testing import written


def told(key, text, *quotes, outlet=None, day="2026-03-02", names=None):
    """An article; ``quotes`` are (words, speaker) or (words, speaker, form), the speaker a name in the text.

    ``names`` are more names with their labels; None for words that are no name, though somebody is called so.
    """
    people = {item[1]: "Person" for item in quotes if item[1] and item[1] in text}
    labels = {**people, **(names or {})}
    article = written(text, names={name: label for name, label in labels.items() if label})
    entities = {item.name: item for item in article.entities}
    said = []
    for words, name, *form in quotes:
        start = text.index(words)
        fields = {"form": form[0] if form else "direct"}
        if name:
            fields["speaker"] = _speaker(text, name, entities.get(name))
        span = Span(start, start + len(words))
        said.append(Quote.make(text, span, fragments=(span,), **fields))
    meta = Meta(outlet=outlet or key, published=day, language="en")
    return Document(text=text, id=key, meta=meta, layers=article.with_layer("quotes", said).layers)


def _speaker(text, name, entity):
    if entity is None:
        mention = Passage.at(text, text.index(name), text.index(name) + len(name)) if name in text else None
        return Speaker(name=name, kind="unnamed", reason="described", mention=mention)
    kind = "organisation" if entity.label == "Organization" else "person"
    mention = Passage.at(text, text.index(name), text.index(name) + len(name))
    return Speaker(name=name, kind=kind, reason="named", entity=entity.id, mention=mention)


def said(key, words, name="Ada Brook", *, copy_of=None, **fields):
    """An article of one quotation, with a name besides that other such articles share, and a page of its own words."""
    page = " ".join(f"{copy_of or key}{number}" for number in range(60))
    text = f"The port of Orla is shut. “{words},” {name} told the Orla Dock Union. {page}."
    names = {"Orla Dock Union": "Organization"}
    return told(key, text, (f"{words},", name), names=names, **fields)


def reported(key, words, name="Ada Brook", **fields):
    """An article that reports words without quotation marks."""
    text = f"{name} told the Orla Dock Union that {words}."
    names = {"Orla Dock Union": "Organization"}
    return told(key, text, (words, name, "indirect"), names=names, **fields)


def member(document, name, body):
    """The document, in which somebody belongs to a body."""
    entities = {item.name: item for item in document.entities}
    held = Affiliation(role=Passage.at(document.text, 0, 1), organisation=entities[body].id)
    changed = [
        Entity.make(
            document.text, item.span, label=item.label, name=item.name, mentions=item.mentions, affiliations=(held,)
        )
        if item.name == name
        else item
        for item in document.entities
    ]
    return document.with_layer("entities", changed)
