"""Mentions grouped into entities: MUC (Vilain et al. 1995), B3 (Bagga and Baldwin 1998), CEAFe (Luo 2005).

A predicted mention counts as the labelled one that ``aligned`` pairs it with; every mention counts, also those of
entities with one mention. The mean of the three F1 is the CoNLL 2012 average (Pradhan et al. 2012), from sums over
articles. The figures are given for all mentions and for parts of them: a part keeps, on both sides, the mentions of one
class and some forms, the class and form of an aligned mention being those of gold.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import resources

from newsparse.model import Document, Mention
from newsparse_bench.metrics.aligning import aligned
from newsparse_bench.metrics.counts import Counts, Tally, matched

Key = tuple[int, int, bool]
"""Start and end of a labelled mention, or of a predicted one without a labelled partner (the last is then False)."""
Group = frozenset[Key]
MEASURED = ("muc", "b3", "ceafe")
SPOKEN = frozenset(resources.files("newsparse_bench").joinpath("spoken.txt").read_text("utf-8").split())
"""Pronouns of the first and second person, in lower case."""


def _everything(_mention: Mention) -> bool:
    return True


def _people(mention: Mention) -> bool:
    return mention.label == "Person"


def _named_people(mention: Mention) -> bool:
    third = mention.form == "pronoun" and mention.text.lower() not in SPOKEN
    return mention.label == "Person" and (mention.form == "named" or third)


def _organisations(mention: Mention) -> bool:
    return mention.label == "Organization"


PARTS: Mapping[str, Callable[[Mention], bool]] = {
    "": _everything,
    "people, names and pronouns: ": _named_people,
    "people: ": _people,
    "organisations: ": _organisations,
}
"""The mentions that count, by the beginning of a figure's name; the pronouns counted with names are third-person."""


def groups(gold: Document, guess: Document) -> Tally:
    """The figures of one article, for all mentions and for each part."""
    pairs = aligned(gold.mentions, guess.mentions)
    result: Tally = {}
    for part, counted in PARTS.items():
        wanted, given = _clusters(gold, {}, counted, own=True), _clusters(guess, pairs, counted, own=False)
        result |= {f"{part}{name}": counts for name, counts in _figures(given, wanted).items()}
    return result


def _clusters(
    document: Document, pairs: Mapping[str, Mention], counted: Callable[[Mention], bool], *, own: bool
) -> list[Group]:
    """The keys of each entity's mentions that count; ``pairs`` are the labelled mentions of the predicted ones."""
    keys: dict[str, Key] = {}
    for mention in document.mentions:
        shown = pairs.get(mention.id, mention)
        if counted(shown):
            keys[mention.id] = (shown.span.start, shown.span.end, own or mention.id in pairs)
    found = (frozenset(keys[m] for m in entity.mentions if m in keys) for entity in document.entities)
    return [group for group in found if group]


def _figures(given: Sequence[Group], wanted: Sequence[Group]) -> Tally:
    return {"muc": _muc(given, wanted), "b3": _b3(given, wanted), "ceafe": _ceafe(given, wanted)}


def _muc(given: Sequence[Group], wanted: Sequence[Group]) -> Counts:
    return Counts(*_links(given, wanted), *_links(wanted, given))


def _links(own: Sequence[Group], other: Sequence[Group]) -> tuple[float, float]:
    home = {mention: number for number, group in enumerate(other) for mention in group}
    kept = 0
    for group in own:
        parts = {home.get(mention, mention) for mention in group}
        kept += len(group) - len(parts)
    return kept, sum(len(group) - 1 for group in own)


def _b3(given: Sequence[Group], wanted: Sequence[Group]) -> Counts:
    return Counts(*_overlap(given, wanted), *_overlap(wanted, given))


def _overlap(own: Sequence[Group], other: Sequence[Group]) -> tuple[float, float]:
    home = {mention: group for group in other for mention in group}
    right = sum(len(group & home.get(mention, frozenset())) / len(group) for group in own for mention in group)
    return right, sum(map(len, own))


def _ceafe(given: Sequence[Group], wanted: Sequence[Group]) -> Counts:
    total = sum(_phi(a, b) for a, b in matched(given, wanted, _phi))
    return Counts(total, len(given), total, len(wanted))


def _phi(one: Group, other: Group) -> float:
    return 2 * len(one & other) / (len(one) + len(other))
