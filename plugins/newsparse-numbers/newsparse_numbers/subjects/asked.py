"""Of which figures the rules of subjects are asked."""

from __future__ import annotations

from newsparse.model import QuantityKind
from newsparse.syntax import SUBJECTS
from newsparse_numbers.lexicon import words
from newsparse_numbers.subjects import beside
from newsparse_numbers.subjects.figure import Figure

_NUMBERING: frozenset[QuantityKind] = frozenset(["count", "ratio", "rate", "ordinal", "rank"])
_MODIFYING: frozenset[QuantityKind] = frozenset(["duration", "measure", "money"])
_UNMARKED: frozenset[QuantityKind] = frozenset(["rank", "ordinal", "multiplier"])
_PARTS: frozenset[QuantityKind] = frozenset(["percent", "fraction"])
UNMEASURED: frozenset[QuantityKind] = frozenset(["age", "duration"])


def is_age(figure: Figure) -> bool:
    """An age."""
    return figure.parsed and figure.kind == "age"


def is_duration(figure: Figure) -> bool:
    """A duration."""
    return figure.parsed and figure.kind == "duration"


def numbers(figure: Figure) -> bool:
    """What counts or ranks."""
    return figure.parsed and figure.kind in _NUMBERING


def is_amount(figure: Figure) -> bool:
    """Neither an age nor a duration, which measure little."""
    return figure.parsed and figure.kind not in UNMEASURED


def not_age(figure: Figure) -> bool:
    """Anything but an age."""
    return figure.parsed and figure.kind != "age"


def may_modify(figure: Figure) -> bool:
    """What can stand before a noun as its modifier."""
    return figure.kind in _MODIFYING


def may_be_marked(figure: Figure) -> bool:
    """What a sign or a bracket marks off."""
    return is_amount(figure) and figure.kind not in _UNMARKED


def is_index(figure: Figure) -> bool:
    """A level on a scale."""
    return figure.parsed and figure.kind == "index"


def may_count(figure: Figure) -> bool:
    """An amount that is no multiple."""
    return is_amount(figure) and figure.kind != "multiplier"


def may_follow_of(figure: Figure) -> bool:
    """An amount, or a duration after "of": "a debate of nine hours"."""
    lasts = figure.parsed and figure.kind == "duration" and figure.page.case(figure.top) in words("claims.of")
    return lasts or is_amount(figure)


def is_by(figure: Figure) -> bool:
    """An amount after "by"."""
    return is_amount(figure) and figure.page.case(figure.top) in words("claims.moved_by")


def is_measuring(figure: Figure) -> bool:
    """Whether the clause can say how large its subject is: not where it says who has, gives or receives a sum."""
    if figure.kind in _PARTS and beside.of_another(figure):
        return False
    verb = figure.verb if is_amount(figure) else None
    if verb is None:
        return is_amount(figure)
    lemma = figure.page.lemma(verb)
    given = figure.kind == "money" and figure.role == "level" and lemma in words("claims.giving")
    return not given and lemma not in words("claims.putting")


def is_no_subject(figure: Figure) -> bool:
    """An amount that measures its clause and is not its subject."""
    return is_measuring(figure) and figure.page.relation(figure.top) not in SUBJECTS
