"""NewsQuant's official scores (Almasian et al., CQE, EMNLP 2023): pairs by value only, no spans.

The gold rows are in the layer ``rows``, one per quantity; ``rows`` gives ours in the set's form. Its conventions, which
the library does not share, are kept in ``newsquant.json`` and here: a percentage is its number, money is in "dollar",
what is counted is the unit, vague words are wider intervals, "from 5 to 8" is one range, idioms with "one" and
generations of networks are quantities, while ordinals, multiples ("doubled") and "a few" are not.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any, cast

import attrs

from newsparse.model import Annotation, Document, NumberClaim, Passage, Quantity, Span, Token
from newsparse_bench.kinds import Row
from newsparse_bench.metrics.counts import Counts, Tally, matched

CHANGING_KINDS = ("percent", "percentage-point", "index", "measure")
FROM_TO_CHARACTERS = 40
"""How far "to 8" may be from "from 5" to be one range with it."""
COUNTED_CHARACTERS = 12
"""How far what is counted may be from its numeral to be the unit."""
CHANGE_WORDS = 3
"""How many words after a figure may name its change."""
LONGEST_IN_IE = 4
"""Words of up to so many letters in "-ies" end in "-ie" in the singular: "ties", "pies"."""


PARTS = re.compile(r"\b(?:cents?|pence|penny|pennies)$|\dp$", re.IGNORECASE)
"""Amounts in fractions of a currency, such as cents."""
OPEN_COINS = ("cent", "penny")
"""Units of amounts whose currency the text leaves open: they are counted as such."""
PENCE = re.compile(r"\d ?p$|pence$", re.IGNORECASE)
MARKED_DOLLAR = re.compile(r"(?:HK|A|C|NZ|S|R) ?\$")
ENDING_IN_ES = re.compile(r"(?:ss|sh|ch|x|z)es$")
GENERATION = re.compile(r"G\b")
WORD_AFTER = re.compile(r" [a-z]")
COUNTED_AFTER = re.compile(r" of (?:the|his|her|its|their|my|our|[A-Z])| [a-z]+\b(?<! of)")
NOT_COUNTED_AFTER = re.compile(r" (?:another|day|who|that|is|was|to|can|more)\b")


@cache
def _names() -> dict[str, Any]:
    text = resources.files("newsparse_bench.metrics").joinpath("newsquant.json").read_text("utf-8")
    return cast(dict[str, Any], json.loads(text))


def newsquant(gold: Document, guess: Document) -> Tally:
    """All figures of one sentence; "false alarms" are quantities where the set has none."""
    wanted = _ready_rows(gold)
    given = _ready_rows(guess) or rows(guess)
    pairs = matched(given, wanted, _close)
    return {
        "value": _counts(pairs, given, wanted),
        "value and unit": _counts([(a, b) for a, b in pairs if a.unit == b.unit], given, wanted),
        "value and change": _counts([(a, b) for a, b in pairs if a.change == b.change], given, wanted),
        "concept partial": _counts([(a, b) for a, b in pairs if _shared(a, b)], given, wanted),
        "empty sentences left alone": Counts(*([float(not given), 1.0] * 2)) if not wanted else Counts(),
    }


def _ready_rows(document: Document) -> list[Row]:
    """The quantities that a document already has in NewsQuant's form."""
    return [item for item in document.get("rows") if isinstance(item, Row)]


def rows(document: Document) -> list[Row]:
    """The number claims of ``document`` in NewsQuant's form, with the idioms that it takes for quantities."""
    claims = _levels_joined(document.numbers)
    own = [item for claim in claims if (item := row(claim, document)) is not None]
    return own + [item for one in document.get("rejected") if (item := _idiom(one, document)) is not None]


def row(claim: NumberClaim, document: Document) -> Row | None:
    """Our claim in NewsQuant's form; None for what the set does not annotate."""
    quantity = claim.quantity
    words = claim.text.lower()
    if quantity.kind in _names()["left out"] or any(words.startswith(word) for word in _names()["left out words"]):
        return None
    concept = _concept(claim)
    return Row(
        id=claim.id,
        span=claim.span,
        text=claim.text,
        values=tuple(float(end) for end in _ends(claim)),
        change=_change(claim, document),
        unit=_unit(claim, document),
        concept=concept,
    )


def _levels_joined(claims: Sequence[NumberClaim]) -> list[NumberClaim]:
    """``claims`` in which "from 5 to 8" is one claim for both levels, since the set has a range there."""
    known = {claim.id: claim for claim in claims}
    out = []
    for claim in claims:
        mate = known.get(claim.counterpart or "")
        if mate is None or not _is_from_to(claim, mate):
            out.append(claim)
        elif claim.role == "from":
            ends = attrs.evolve(claim.quantity, low=claim.quantity.low, high=None)
            out.append(attrs.evolve(mate, span=Span(claim.span.start, mate.span.end), quantity=_both(ends, mate)))
    return out


def _is_from_to(one: NumberClaim, other: NumberClaim) -> bool:
    first, second = (one, other) if one.span.start < other.span.start else (other, one)
    close = second.span.start - first.span.end < FROM_TO_CHARACTERS
    return first.role == "from" and second.role == "to" and close


def _both(first: Any, mate: NumberClaim) -> Any:
    low, high = sorted((first.low or Decimal(0), mate.quantity.low or Decimal(0)))
    return attrs.evolve(mate.quantity, low=low, high=high)


def _ends(claim: NumberClaim) -> Iterable[Decimal]:
    quantity = claim.quantity
    if quantity.kind == "ratio" and quantity.low is not None and quantity.per:
        return (quantity.low / Decimal(quantity.per),)
    coins = quantity.kind == "money" and PARTS.search(claim.text) and quantity.unit not in OPEN_COINS
    scale = Decimal(100) if coins else Decimal(1)
    if quantity.exactness == "vague" and quantity.low is not None and quantity.high is None:
        return (quantity.low / 2, quantity.low * 5)
    return [end * scale for end in dict.fromkeys((quantity.low, quantity.high)) if end is not None]


def _is_named_after(claim: NumberClaim, document: Document) -> bool:
    """Whether the word of change is after the figure, where the set takes it for the unit: "4% higher", "a 4% rise"."""
    for word in document.text[claim.span.end :].split()[:CHANGE_WORDS]:
        if word.lower().strip("-.,;:") in _names()["words of change"]:
            return True
        if not word.isalpha():
            return False
    return False


def _change(claim: NumberClaim, document: Document) -> str:
    quantity = claim.quantity
    if quantity.exactness == "vague":
        return "="
    if claim.role == "change" and quantity.kind in CHANGING_KINDS and (direction := _direction(claim, document)):
        return direction
    as_many_as = claim.bound is not None and claim.bound.text.lower().startswith("as ")
    if quantity.bound and not as_many_as:
        return ">" if quantity.high is None else "<"
    return "~" if quantity.exactness != "exact" else "="


def _direction(claim: NumberClaim, document: Document) -> str | None:
    """Where a changing figure goes; None where the set has its bound instead: "rose at least 4%"."""
    bound = claim.quantity.bound
    if bound not in ("more than", "at least") and not _is_named_after(claim, document):
        return claim.direction or "="
    return None if bound else "="


def _unit(claim: NumberClaim, document: Document) -> str:
    quantity, names = claim.quantity, _names()
    if quantity.kind == "money":
        return _money(claim)
    if quantity.kind == "age":
        return f"{quantity.unit or 'year'} of age"
    if quantity.kind in names["kinds"]:
        return _unit_by_kind(quantity)
    if quantity.kind in ("fraction", "ratio"):
        return f"% {singular(claim.subject.text)}" if claim.subject else "% -"
    if quantity.unit:
        name = quantity.unit + (f" per {quantity.per}" if quantity.per and quantity.per != "piece" else "")
        return str(names["units"].get(name, name)).lower()
    return _unit_of_count(claim, document)


def _unit_by_kind(quantity: Quantity) -> str:
    """The unit of a kind that has only one: "percentage", with what it is a rate per."""
    name, per = str(_names()["kinds"][quantity.kind]), quantity.per or ""
    return f"{name} per {per}" if quantity.kind == "percent" and per.isalpha() else name


def _unit_of_count(claim: NumberClaim, document: Document) -> str:
    name = _counted(claim, document)
    name = str(_names()["units"].get(name, name))
    if claim.quantity.per and name != "-":
        return f"{'count' if name == 'time' else name} per {claim.quantity.per}"
    return name


def _counted(claim: NumberClaim, document: Document) -> str:
    """What is counted, as the set's unit: adjectives by their lemma, those before the numeral too, no participles."""
    if claim.subject is None or not 0 <= claim.subject.span.start - claim.span.end < COUNTED_CHARACTERS:
        return "-"
    subject = claim.subject.span
    tokens = _without_participles([token for token in document.tokens if subject.covers(token.span)])
    words = singular(document.text[tokens[0].span.start : subject.end]).split() if tokens else []
    if len(words) > 1 and tokens[0].upos == "ADJ" and tokens[0].text.lower() == words[0]:
        words[0] = _lemma(tokens[0])
    adjective = _adjective_before(claim, document)
    if words and adjective is not None:
        words.insert(0, _lemma(adjective))
    return " ".join(words) or "-"


def _adjective_before(claim: NumberClaim, document: Document) -> Token | None:
    """The adjective between a determiner and a numeral: "the other two"."""
    before = [token for token in document.tokens if token.span.end <= claim.span.start][-2:]
    return before[1] if [token.upos for token in before] == ["DET", "ADJ"] else None


def _without_participles(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words of what is counted, without the participle of "newly built homes" and its adverb; at least one."""
    while len(tokens) > 1 and (tokens[0].upos == "VERB" or [token.upos for token in tokens[:2]] == ["ADV", "VERB"]):
        tokens = tokens[1:]
    return tokens


def _lemma(token: Token) -> str:
    return (token.lemma or token.text).lower()


def _money(claim: NumberClaim) -> str:
    quantity, names = claim.quantity, _names()
    name = names["currencies"].get(quantity.currency or "", (quantity.unit or quantity.currency or "").lower())
    if PENCE.search(claim.text):
        name = "point"
    elif "$" in claim.text and not MARKED_DOLLAR.search(claim.text):
        name = "dollar"
    per = quantity.per if quantity.per != "piece" else None
    return f"{name} per {names['pers'].get(per, per)}" if per else name


def _concept(claim: NumberClaim) -> tuple[str, ...]:
    """What the set calls a concept: what is measured, or whose it is; what is counted is the unit instead."""
    counted = claim.quantity.kind == "count" and claim.subject and claim.subject.span.start >= claim.span.end
    parts: list[Passage | None] = [claim.holder] if counted else [claim.subject, claim.holder, claim.whole]
    text = " ".join(part.text for part in parts if part)
    return tuple(
        dict.fromkeys(word for word in text.lower().replace(",", " ").split() if word not in _names()["stops"])
    )


def singular(words: str) -> str:
    """A counted phrase in lower case, its last word in the singular."""
    *front, last = words.lower().split() or [""]
    irregular = _names()["plurals"]
    if last in irregular:
        last = irregular[last]
    elif last.endswith("ies") and len(last) > LONGEST_IN_IE:
        last = last[:-3] + "y"
    elif ENDING_IN_ES.search(last):
        last = last[:-2]
    elif last.endswith("s") and not last.endswith(("ss", "us", "is")):
        last = last[:-1]
    return " ".join([*front, last])


def _named_after(document: Document, end: int) -> str:
    """The lemmas of the noun phrase after "one" or "one of the"; empty without one."""
    found: list[Token] = []
    for token in document.tokens:
        if token.span.start < end or token.text in _names()["passed over"]:
            continue
        if token.upos not in ("ADJ", "NOUN", "PROPN") or (token.upos == "ADJ" and _ends_with_noun(found)):
            break
        found.append(token)
    return " ".join(map(_lemma, found)) if _ends_with_noun(found) else ""


def _ends_with_noun(tokens: Sequence[Token]) -> bool:
    return bool(tokens) and tokens[-1].upos != "ADJ"


def _idiom(one: Annotation, document: Document) -> Row | None:
    """Rejected numerals that the set takes for quantities: "one of the best films", "5G"."""
    text = document.text
    reason, words = getattr(one, "reason", ""), one.text.lower()
    generation = GENERATION.match(text[one.span.end :][:2])
    if reason == "name" and generation and len(words) == 1 and words.isdigit():
        unit = "generation wireless"
        return Row(id=one.id, span=one.span, text=one.text, values=(float(words),), unit=unit)
    if reason != "idiom" or words != "one":
        return None
    before = text[: one.span.start].rstrip().rpartition(" ")[2].lower()
    after = text[one.span.end :][:60]
    if before in ("no", "every", "any", "the", "this", "that", "each") or not WORD_AFTER.match(after):
        return None
    if not COUNTED_AFTER.match(after) or NOT_COUNTED_AFTER.match(after):
        return None
    unit = _named_after(document, one.span.end)
    return Row(id=one.id, span=one.span, text=one.text, values=(1.0,), unit=unit) if unit else None


def _close(one: Row, other: Row) -> float:
    """How well two rows fit: equal values count most; between these, unit, change and concept decide."""
    if len(one.values) != len(other.values):
        return 0.0
    mine, theirs = sorted(one.values), sorted(other.values)
    if not all(math.isclose(a, b, rel_tol=1e-5) for a, b in zip(mine, theirs, strict=True)):
        return 0.0
    return 1 + 0.1 * ((one.unit == other.unit) + (one.change == other.change) + _shared(one, other))


def _shared(one: Row, other: Row) -> bool:
    return bool(set(one.concept) & set(other.concept)) or not (one.concept or other.concept)


def _counts(pairs: Sequence[tuple[Row, Row]], given: Sequence[Row], wanted: Sequence[Row]) -> Counts:
    return Counts(len(pairs), len(given), len(pairs), len(wanted))
