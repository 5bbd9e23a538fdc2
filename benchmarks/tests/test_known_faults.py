"""What the extractors get right in labelled articles stays right: no faults but those that are known.

``parsed-dev.jsonl.gz`` has the shipped articles of the part "dev" as the English model parses them, so that only rules
are tested here. ``known-faults.txt`` has what differs from their labels. Where a change of the rules is worth a new
fault, write both files again with ``python benchmarks/tests/test_known_faults.py``, and look at the difference.
"""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path

import attrs
import pytest

import newsparse
from newsparse.model import Entity, Mention, NumberClaim, Quote
from newsparse_bench.corpora import find
from newsparse_entities import EntityExtractor
from newsparse_numbers import NumberExtractor, RejectedNumeral
from newsparse_quotes import Quotes

HERE = Path(__file__).parent
PARSED, FAULTS = HERE / "parsed-dev.jsonl.gz", HERE / "known-faults.txt"
LAYERS = ("tokens", "tags", "trees", "sentences", "mentions", "attributions")
LABELLED = ("Person", "Organization", "Location")
"""Names of other classes are not labelled everywhere."""


@cache
def labelled():
    return {document.id: document for document in find("shipped")[0].load(None, "dev")}


@cache
def parsed():
    with gzip.open(PARSED, "rt", encoding="utf-8") as file:
        return {document.id: document for document in map(newsparse.loads, file)}


@cache
def known():
    """The known faults of each article."""
    found = {}
    for line in FAULTS.read_text("utf-8").splitlines():
        article, _, fault = line.partition(": ")
        found.setdefault(article, set()).add(fault)
    return found


def completed(document):
    """The document with what the extractors find in it."""
    names = list(EntityExtractor().extract(document))
    document = document.with_layer("mentions", [item for item in names if isinstance(item, Mention)])
    document = document.with_layer("entities", [item for item in names if isinstance(item, Entity)])
    quotes = [item for item in Quotes().extract(document) if isinstance(item, Quote)]
    document = document.with_layer("quotes", quotes)
    figures = list(NumberExtractor().extract(document))
    document = document.with_layer("numerals", [item for item in figures if isinstance(item, RejectedNumeral)])
    return document.with_layer("numbers", [item for item in figures if isinstance(item, NumberClaim)])


def told(document):
    """All that labels say of a document: where something is, its words, and a value for each field."""
    names = {entity.id: entity.name for entity in document.entities}
    meant = {mention: names[entity.id] for entity in document.entities for mention in entity.mentions}
    for item in document.get("numbers"):
        fields = {"value": item.quantity, "role": (item.role, item.direction), "subject": _words(item.subject)}
        yield item.span.start, f"figure {item.text}", {**fields, "speaker": _name(item.speaker)}
    for item in document.get("numerals"):
        yield item.span.end, "numeral", {"reason": item.reason}
    for item in document.get("quotes"):
        cue = item.cue.span.start if item.cue else item.span.start
        fields = {"speaker": _name(item.speaker), "words": re.findall(r"\w+", item.text.removeprefix("that "))}
        yield cue, "quote", {**fields, "form": item.form}
    for item in document.get("mentions"):
        if item.form == "named" and item.label in LABELLED:
            yield item.span.start, f"name {item.text}", {"label": item.label, "entity": meant.get(item.id)}
    for item in document.get("entities"):
        roles = [(role.role.text, role.former, names.get(role.organisation)) for role in item.affiliations]
        if item.label in LABELLED:
            yield 0, f"entity {item.name}", {"roles": sorted(map(str, roles))}


def _words(passage):
    return passage.text if passage is not None else None


def _name(speaker):
    return speaker.name if speaker is not None else None


def faults(article):
    """What differs from the labels of an article: a line each, with the words and the field."""
    said, wanted = (
        {(place, " ".join(words.split())): fields for place, words, fields in told(document)}
        for document in (completed(parsed()[article]), labelled()[article])
    )
    for key in sorted(said.keys() | wanted.keys()):
        shown = f"{key[1]} at {key[0]}"
        if key not in said or key not in wanted:
            yield f"{shown}: {'missing' if key in wanted else 'not labelled'}"
        else:
            yield from (f"{shown}: {name}" for name, value in wanted[key].items() if value != said[key][name])


@pytest.mark.parametrize("article", sorted(labelled()))
def test_what_is_right_in_labelled_articles_stays_right(article):
    assert set(faults(article)) - known().get(article, set()) == set()


def _write():
    """Parse the articles, and list what differs from their labels."""
    nlp = newsparse.load("en", extractors=[], layers=LAYERS, precision="float32")
    with gzip.GzipFile(PARSED, "wb", mtime=0) as file:
        for document in labelled().values():
            bare = attrs.evolve(document, layers=(), sources=(), meta=newsparse.Document(text="").meta)
            file.write(newsparse.dumps(attrs.evolve(nlp(bare), sources=())).encode() + b"\n")
    lines = [f"{article}: {fault}\n" for article in sorted(labelled()) for fault in faults(article)]
    FAULTS.write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    _write()
