"""Beginnings of articles: everything that is said of each quote, so that no field goes unchecked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newsparse.model import Attribution, Quote, Span, distinct
from newsparse_quotes import Quotes

pytestmark = pytest.mark.int8

USUAL = {"act": "said", "manner": "speech", "modality": "asserted"}
"""What is not told of a quote, since most are so."""


SURE = re.compile(r"\((\d\.\d+)\) ")
MARKS = re.compile(r"[][{}<>]")
PARTS = {"content": re.compile(r"\[([^]]*)\]"), "cue": re.compile(r"\{([^}]*)\}"), "source": re.compile(r"<([^>]*)>")}
HERE = Path(__file__).parent


def blocks(*files):
    """The blocks of some files without their comments."""
    for file in files:
        lines = (line for line in file.read_text("utf-8").splitlines() if not line.startswith("# "))
        yield from (block.strip() for block in "\n".join(lines).strip().split("\n\n"))


def cases():
    """Each text of ``stories.txt`` and of the files in ``stories`` with its quotes."""
    for block in blocks(HERE / "stories.txt", *sorted((HERE / "stories").glob("*.txt"))):
        text, *quotes = block.splitlines()
        yield pytest.param(text.replace("¶", "\n\n"), quotes, id=text)


def attributed():
    """Each text of ``given.txt`` with what the model attributes in it, and its quotes."""
    for block in blocks(HERE / "given.txt"):
        first, *quotes = re.split(r"\n(?!\+ )", block)
        yield pytest.param(first.split("\n+ "), quotes, id=first)


def attribution(line):
    """The text of a line of ``given.txt``, and what is attributed in it."""
    sure = SURE.match(line)
    marked = SURE.sub("", line, count=1).replace("¶", "\n\n") if sure else line.replace("¶", "\n\n")
    parts = {
        name: tuple(Span(*(len(MARKS.sub("", marked[:at])) for at in found.span(1))) for found in part.finditer(marked))
        for name, part in PARTS.items()
    }
    text, certain = MARKS.sub("", marked), float(sure.group(1)) if sure else 0.95
    return text, Attribution.make(text, *parts["content"], confidence=certain, **parts)


def words(value):
    return getattr(value, "text", value)


def speaking(document, quote):
    """Who speaks, alone or with others, how and in which words that was found, and what the text says of them."""
    speaker = quote.speaker
    if speaker is None:
        return [f"nobody, {quote.unattributed}"]
    names = {entity.id: entity.name for entity in document.entities}
    known = {name: getattr(speaker, name) for name in ("title", "role", "affiliation", "anonymity")}
    known["as"] = speaker.mention if words(speaker.mention) != speaker.name else None
    known["with"] = ", ".join(names[name] for name in speaker.others)
    return [f"{speaker.name}, {speaker.kind}, {speaker.reason}", *(f"{n}: {words(v)}" for n, v in known.items() if v)]


def decided(quote):
    """The rules that decided on the content, the source and the speaker of a quote, without the names of their sets."""
    return f"by: {', '.join(item.rule.rpartition('.')[2] for item in quote.evidence)}"


def told(document, quote):
    """A quote in one line: its words and form, who speaks, and every other field that has a value."""
    said = " … ".join(document.cut(piece) for piece in quote.fragments)
    parts = [f"{said} = {quote.form}", *speaking(document, quote)]
    parts += [f"{name}: {getattr(quote, name)}" for name, usual in USUAL.items() if getattr(quote, name) != usual]
    parts += [f"{name}: {words(value)}" for name in ("cue", "addressee", "when") if (value := getattr(quote, name))]
    for name in ("hedges", "negations"):
        parts += [f"{name}: {', '.join(map(words, getattr(quote, name)))}"] if getattr(quote, name) else []
    inside = ["inside another"] if quote.within else []
    return " | ".join([*parts, *inside, decided(quote)])


@pytest.mark.parametrize(("text", "quotes"), list(cases()))
def test_everything_that_is_said_of_each_quote(pipeline, text, quotes):
    document = pipeline(text)
    assert [told(document, quote) for quote in document.quotes] == quotes


@pytest.mark.parametrize(("given", "quotes"), list(attributed()))
def test_what_is_said_of_a_quote_that_the_model_cuts_off_breaks_or_lengthens(pipeline, given, quotes):
    (text, *_), found = zip(*map(attribution, given), strict=True)
    document = pipeline(text).with_layer("attributions", sorted(distinct(found), key=lambda item: item.span))
    assert [told(document, item) for item in Quotes().extract(document) if isinstance(item, Quote)] == quotes
