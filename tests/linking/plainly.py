"""What is kept of an article in lines for people: of each record all fields that are not empty."""

from __future__ import annotations

import attrs

from newsparse.linking.figures.joining import is_possible
from newsparse.linking.figures.likeness import evidence
from newsparse.linking.voices import Voice
from newsparse.model import Located, Passage, Quantity

PLACE = {"place", "claim", "answered", "article", "document", "entity", "mention", "outlet", "published", "sentence"}
"""Fields that say only where something is."""


def figure(item):
    """A figure and what is kept of its sentence."""
    return line("figure", item.place.text, item)


def claim(item):
    """A claim and how it is given."""
    return line("claim", item.place.text, item, "kind", "meaning")


def meaning(item):
    """What a claim or a reply says word by word, if anything."""
    if item.meaning:
        yield f"    means {'; '.join(word(each, item.meaning) for each in item.meaning)}"


def answer(item, claims):
    """A reply, with the claims that it is about by their words."""
    texts = {claim.claim: claim.place.text for claim in claims}
    about = {name: tuple(map(texts.get, getattr(item, name))) for name in ("targets", "repeated")}
    return line("answer", item.place.text, attrs.evolve(item, **about), "meaning")


def saying(item):
    """What somebody says, a star before the words that tell it from others."""
    words = " ".join(f"*{key}" if tells else key for key, tells in zip(item.keys, item.content, strict=True))
    lengths = ", ".join(f"{span.start}-{span.end}" for span in item.segments)
    said = line("saying", " ... ".join(passage.text for passage in item.passages), item, *SHOWN)
    return f"{said}; keys {words}; segments {lengths}"


SHOWN = ("passages", "quote", "keys", "content", "segments")
"""Fields of a saying that are told in other words."""


def profile(item):
    """Somebody or something that is named."""
    return line("profile", item.name, item)


def pair(one, other, alike):
    """What speaks for it that two figures are about one thing, and whether they may be."""
    found = evidence(one, other, alike)
    told = ", ".join(f"{name} {number(value)}" for name, value in found.items() if value)
    sign = "~" if is_possible(one, other, alike) else "≁"
    return f"    {one.place.text} {sign} {other.place.text}: {told or 'nothing'}"


def group(item):
    """Somebody in several articles, with what speaks for each."""
    members = "; ".join(f"{each.document} {each.name} {because(each)}" for each in item.members)
    return f"    {item.label.lower()} {item.name}: {members}"


def because(item):
    """The reasons for a member or a telling, and their score."""
    return f"({', '.join(f'{reason.ground} {reason.words} {number(reason.weight)}' for reason in item.reasons)})"


def same_figures(item):
    """Figures about one thing, how they relate, and which show it."""
    members = "; ".join(place(each.place) + (f" by {each.speaker}" if each.speaker else "") for each in item.members)
    shown = f"{place(item.one)} and {place(item.other)}"
    return f"    {item.relation} {item.subject}: {members}; {shown}, {item.rule}: {item.reason}"


def same_quote(item):
    """An utterance in several articles, and how each tells it."""
    tellings = "; ".join(map(telling, item.tellings))
    return f"    quote “{item.text}” by {item.speaker}, original {item.original}: {tellings}"


def telling(item):
    """How an article tells an utterance."""
    copy = item.copy_of and f"copy of {item.copy_of}"
    changes = [f"{each.part} {here(each.here)} for {here(each.there)}" for each in item.differences]
    said = [f"{item.document} {item.relation}", item.speaker and f"by {item.speaker}", copy, *changes, because(item)]
    return " ".join(filter(None, [*said, f"“{item.text}”"]))


def here(item):
    """Some words, or none."""
    return f"“{item.text}”" if item else "nothing"


def status(item):
    """A claim, how it is given, and what is done to it where and by whom."""
    effects = "; ".join(
        f"{each.effect} by {each.by} {place(each.place)} ({', '.join(each.rules)})" for each in item.effects
    )
    return f"    claim {place(item.place)}: {item.base}; {effects}"


def place(item):
    """Words and their article."""
    return f"{item.document} “{' '.join(item.text.split())}”"


def line(kind, text, record, *left_out):
    """A line of a block: a record of some kind, by the words that it is about and its fields."""
    return f"    {kind} {' '.join(text.split())}: {fields(record, {*left_out, *PLACE})}"


def fields(record, left_out=()):
    """The fields that are not empty, nor what they mostly are."""
    given = ((field, getattr(record, field.name)) for field in attrs.fields(type(record)) if field.name not in left_out)
    return "; ".join(
        field.name if value is True else f"{field.name} {plain(value)}"
        for field, value in given
        if value and value != field.default
    )


def plain(value):
    """A value of a field."""
    if isinstance(value, Quantity):
        return " ".join(filter(None, [str(value), value.kind, value.per and f"per {value.per}"]))
    if isinstance(value, Located | Passage):
        return f"“{value.text}”"
    if isinstance(value, Voice):
        return f"({fields(value)})"
    if isinstance(value, frozenset | tuple):
        return ", ".join(map(plain, sorted(value) if isinstance(value, frozenset) else value))
    return str(value)


def word(item, claim):
    """A word of a claim: its form, what it is to which other word, and what is said of it."""
    head = f"of {claim[item.head].lemma}" if item.head >= 0 else ""
    case, form = (f"{before}{text}{after}" if text else "" for text, before, after in words_of(item))
    signs = [name for name in ("own", "negated", "stands") if getattr(item, name)]
    signs += [] if item.content else ["pronoun"]
    return " ".join(filter(None, [item.lemma, form, item.slot, head, case, item.mood, *signs]))


def words_of(item):
    """The preposition and the form of a word, with the marks around them."""
    return (item.case, "“", "”"), (item.form, "(", ")")


def number(value):
    """A number with two places at most."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
