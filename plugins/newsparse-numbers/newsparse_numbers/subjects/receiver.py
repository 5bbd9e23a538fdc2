"""The rules that find who receives a sum: an indirect object, a phrase with "to", the subject of a passive clause."""

from __future__ import annotations

from collections.abc import Callable

from newsparse.model import Passage
from newsparse.rules import Rule, RuleSet
from newsparse_numbers.lexicon import words
from newsparse_numbers.subjects.about import About

Find = Callable[[About], Passage | None]

_LED_TO = ("obl", "nmod", "obl:to")


def _giving(about: About) -> int | None:
    """The verb of giving that the sum depends on."""
    verb = about.figure.verb
    return verb if verb is not None and about.figure.page.lemma(verb) in words("claims.giving") else None


def _indirect_object(about: About) -> Passage | None:
    """For "paid the driver $300": the indirect object, which a backend may take for the object."""
    figure, verb = about.figure, _giving(about)
    found = figure.page.children(verb, "iobj", "obj") if verb is not None else []
    before = next((word for word in found if word < figure.words[0]), None)
    return None if before is None else about.owner(before)


def _led_to(about: About) -> Passage | None:
    """For "sent $300 to the party": the noun that "to" leads to."""
    figure, page, verb = about.figure, about.figure.page, _giving(about)
    if verb is None:
        return None
    for child in (*page.children(figure.own_top, *_LED_TO), *page.children(verb, *_LED_TO)):
        if child > figure.words[-1] and page.case(child) in words("claims.to"):
            return about.owner(child)
    return None


def _passive_subject(about: About) -> Passage | None:
    """For "the driver was paid $300": the subject."""
    verb = _giving(about)
    found = about.figure.page.children(verb, "nsubj:pass") if verb is not None else []
    return about.owner(found[0]) if found and found[0] not in about.figure.words else None


def _rule(name: str, summary: str, find: Find, *, fires: str, quiet: str) -> Rule[About, Passage]:
    return Rule(name=f"numbers.receiver.{name}", summary=summary, find=find, fires=fires, quiet=quiet)


RECEIVER: RuleSet[About, Passage] = RuleSet(
    name="numbers.receiver",
    summary="Who receives a sum.",
    rules=(
        _rule(
            "indirect-object",
            "The indirect object of a verb of giving",
            _indirect_object,
            fires="The union paid the driver $300.",
            quiet="The union paid $300.",
        ),
        _rule(
            "led-to",
            "The noun that “to” leads to, after a verb of giving",
            _led_to,
            fires="Orlatech sent $312,400 to the party.",
            quiet="Orlatech raised its bid to $312,400.",
        ),
        _rule(
            "passive-subject",
            "The subject of a passive verb of giving",
            _passive_subject,
            fires="The driver was paid $300.",
            quiet="The driver paid $300.",
        ),
    ),
    place=lambda passage: passage.span,
    shown=lambda passage: passage.text,
)
