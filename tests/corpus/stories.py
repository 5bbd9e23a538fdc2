"""A small corpus of made-up articles, parsed by hand: three outlets, a minister, a ferry, and people without names."""

from __future__ import annotations

from decimal import Decimal

from newsparse.model import (
    Affiliation,
    Document,
    Entity,
    Mention,
    Meta,
    NumberClaim,
    Passage,
    Quantity,
    Quote,
    Sentence,
    Span,
    Speaker,
)


def at(text, words, after=0):
    """The span of words in a text."""
    start = text.index(words, after)
    return Span(start, start + len(words))


def passage(text, words):
    """Words of a text, with their place."""
    span = at(text, words)
    return Passage(span, span.cut(text))


def count(low, high="same", **fields):
    """A quantity of whole things."""
    top = low if high == "same" else high
    ends = {name: None if end is None else Decimal(str(end)) for name, end in (("low", low), ("high", top))}
    return Quantity(**ends, **fields)


def person(name, words=None, **fields):
    """Who says something: a name, and the words by which the text names them."""
    return {"name": name, "words": words or name, "kind": "person", **fields}


def article(text, *, entities=(), quotes=(), figures=(), **meta):
    """An article with these layers; ``entities`` are (name, label, role), ``quotes`` (words, who) and so on."""
    document = Document(text=text, meta=Meta(**meta))
    made, mentions = {}, []
    for name, label, role in entities:
        span = at(text, name)
        held = (Affiliation(role=passage(text, role)),) if role else ()
        mention = Mention.make(text, span, label=label, entity=f"entity:{span.start}-{span.end}")
        mentions.append(mention)
        made[name] = Entity.make(text, span, label=label, name=name, mentions=(mention.id,), affiliations=held)
    said = [quote(text, words, speaker(text, made, who), made) for words, who in quotes]
    told = [figure(text, surface, amount, what, speaker(text, made, who)) for surface, amount, what, who in figures]
    layers = {"entities": made.values(), "mentions": mentions, "quotes": said, "numbers": told}
    layers["sentences"] = list(sentences(text))
    for name, items in layers.items():
        document = document.with_layer(name, items)
    return document


def sentences(text):
    """The lines of a text."""
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield Sentence.make(text, Span(start, start + len(line.rstrip())), first=0, last=1)
        start += len(line)


def speaker(text, entities, who):
    """A speaker, with the entity of that name where there is one."""
    if who is None:
        return None
    entity = entities.get(who["name"])
    role = entity.affiliations[0].role if entity and entity.affiliations else None
    anonymity = passage(text, who["anonymity"]) if "anonymity" in who else None
    return Speaker(
        name=who["name"],
        mention=passage(text, who["words"]),
        entity=entity.id if entity else None,
        kind=who["kind"],
        role=role,
        anonymity=anonymity,
        others=tuple(entities[name].id for name in who.get("others", ())),
    )


def quote(text, words, who, entities):
    """A direct quote, about the entities that it names."""
    span = at(text, words)
    about = tuple(item.id for name, item in entities.items() if name in words)
    return Quote.make(text, span, fragments=(span,), form="direct", speaker=who, about=about)


def figure(text, surface, quantity, what, who):
    """A figure, with what it counts."""
    subject = passage(text, what) if what else None
    head = at(text, what.split()[-1]) if what else None
    return NumberClaim.make(text, at(text, surface), quantity=quantity, subject=subject, head=head, speaker=who)


RUIZ = person("Ana Ruiz")
OFFICIAL = {"name": "an official", "words": "an official", "kind": "unnamed", "anonymity": "not allowed to speak"}
PORT = {"name": "Port of Orla", "words": "Port of Orla", "kind": "organisation"}
MINISTER = ("Ana Ruiz", "Person", "finance minister")

TOGETHER = article(
    "“The harbour needs a new wall,” wrote Ana Ruiz, Per Holt and Ida Marsh.\n“We begin in May,” said Per Holt.",
    title="A wall for the harbour",
    outlet="Kell Times",
    published="2024-07-01",
    entities=[(*MINISTER[:2], None), ("Per Holt", "Person", None), ("Ida Marsh", "Person", None)],
    quotes=[
        ("The harbour needs a new wall,", person("Ana Ruiz", others=["Per Holt", "Ida Marsh"])),
        ("We begin in May,", person("Per Holt")),
    ],
)
"""Three people say the same words."""

STORIES = (
    article(
        "“We will not cut pensions,” said Ana Ruiz, the finance minister.\n"
        "“The pot is empty,” said an official, who was not allowed to speak.\n"
        "Spending is 3.5 billion dollars.",
        title="Pensions are safe, minister says",
        outlet="Kell Times",
        published="2024-03-04",
        entities=[MINISTER],
        quotes=[("We will not cut pensions,", RUIZ), ("The pot is empty,", OFFICIAL)],
        figures=[("3.5 billion dollars", count("3.5e9", kind="money", currency="USD"), "Spending", None)],
    ),
    article(
        "“Every pension will rise by 4 percent,” said Ana Ruiz, the finance minister, in Orla.\n"
        "“Ana Ruiz cannot pay,” said Tomas Varga.",
        title="Ruiz promises a rise",
        outlet="Orla Post",
        published="2024-03-18T08:00:00Z",
        entities=[MINISTER, ("Orla", "Location", None), ("Tomas Varga", "Person", None)],
        quotes=[("Every pension will rise by 4 percent,", RUIZ), ("Ana Ruiz cannot pay,", person("Tomas Varga"))],
        figures=[("4 percent", count(4, kind="percent"), "pension", RUIZ)],
    ),
    article(
        "“Pensions come first,” said Ana Ruiz beside Tomas Varga. “Taxes stay as they are.”",
        title="Ruiz on taxes",
        outlet="Orla Post",
        published="2024-04-02",
        entities=[("Ana Ruiz", "Person", None), ("Tomas Varga", "Person", None)],
        quotes=[("Pensions come first,", RUIZ), ("Taxes stay as they are.", RUIZ)],
    ),
    article(
        "A ferry sank off Orla, and 12 people were killed, the Port of Orla said.\nIt was 5 kilometres from land.",
        title="Ferry sinks off Orla",
        outlet="Kell Times",
        published="2024-05-06",
        entities=[("Orla", "Location", None)],
        quotes=[("12 people were killed", PORT)],
        figures=[
            ("12", count(12), "people", PORT),
            ("5 kilometres", count(5, kind="measure", unit="kilometre"), "It", None),
        ],
    ),
    article(
        "At least 14 people were killed when a ferry sank off Orla, 3 miles from land.\n"
        "“Nobody warned us,” said a sailor.\n“They all knew,” said a second sailor.",
        title="Ferry toll rises",
        outlet="Orla Post",
        published="2024-05-07",
        entities=[("Orla", "Location", None)],
        quotes=[
            ("Nobody warned us,", {"name": "a sailor", "words": "a sailor", "kind": "unnamed"}),
            ("They all knew,", {"name": "a second sailor", "words": "a second sailor", "kind": "unnamed"}),
        ],
        figures=[
            ("At least 14", count(14, None), "people", None),
            ("3 miles", count(3, kind="measure", unit="mile"), None, None),
        ],
    ),
    article(
        "Ana Ruiz, a swimmer, won in Kell. “I am glad,” said Ana Ruiz.",
        title="A swimmer wins",
        outlet="Sail Weekly",
        published="2024-05-09",
        entities=[("Ana Ruiz", "Person", "swimmer")],
        quotes=[("I am glad,", RUIZ)],
    ),
)
