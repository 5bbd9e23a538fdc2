"""CQE (Almasian et al., EMNLP 2023; https://github.com/vivkaz/CQE): quantities by rules over spaCy's trees.

It is given a paragraph at a time and changes the text before it reads it; offsets are mapped back. When it is built it
downloads spaCy's small model; here it gets the same model as the other peers.
"""

from __future__ import annotations

import contextlib
import io
import locale
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

import attrs

from newsparse.model import Document, NumberClaim, Passage, Quantity, Span
from newsparse.model.annotation import distinct
from newsparse.specs import Annotate, SystemSpec
from newsparse_bench.kinds import Row
from newsparse_bench.systems.aligning import Way, way
from newsparse_bench.systems.paragraphs import by_paragraph
from newsparse_bench.systems.system import SMALL, SystemMissingError, needed, one_by_one, spacy_small
from newsparse_bench.systems.units import known, quantity

LOCALE = "`localedef -i en_US -f UTF-8 en_US.UTF-8` makes it (Debian: the package locales)."


def make() -> Annotate:
    """Its parser over spaCy's small model; raises ``SystemMissingError``, also where its locale is missing."""
    engine = _engine()

    def annotate(document: Document) -> Document:
        text = document.text

        def work(paragraph: str, base: int) -> Iterator[tuple[NumberClaim | None, Row]]:
            back: Way | None = None
            for item in _parsed(engine, paragraph):
                if back is None and item.value.span:
                    back = way(item.value.span[0].doc.text, paragraph).moved(base)
                yield _claim(text, item, back), _row(text, item)

        document, found = by_paragraph(document, "cqe", work)
        claims = distinct(claim for claim, _ in found if claim)
        return document.with_layer("numbers", claims).with_layer("rows", distinct(row for _, row in found))

    return one_by_one(annotate)


def _engine() -> Any:
    model = spacy_small()
    needed("spacy_download").load_spacy = _given(model)
    try:
        module = needed("CQE.CQE")
    except locale.Error as error:
        raise SystemMissingError("CQE needs the locale en_US.UTF-8.", hint=LOCALE) from error
    module.load_spacy = _given(model)
    return module.CQE()


def _given(model: Any) -> Any:
    def load(*_names: Any, **_options: Any) -> Any:
        return model

    return load


def _parsed(engine: Any, paragraph: str) -> Sequence[Any]:
    """What it finds; what it prints is discarded."""
    with contextlib.redirect_stdout(io.StringIO()):
        found: Sequence[Any] = engine.parse(paragraph)
    return found


def ends(item: Any) -> tuple[float, ...]:
    """The value, or the two ends of a range."""
    value = item.value
    return (float(value.lower), float(value.upper)) if hasattr(value, "lower") else (float(value.value),)


def _claim(text: str, item: Any, back: Way | None) -> NumberClaim | None:
    """The quantity with its place: the figures, and the unit unless it is a thing that is counted."""
    name = item.unit.norm_unit.strip().lower()
    tokens = [token for token in item.value.span if token.i in _figures(item)]
    if known(name):
        tokens += item.unit.span
    found = _passage(text, tokens, back)
    if found is None:
        return None
    change = item.change.change.strip()
    direction = change if change in ("up", "down") else None
    return NumberClaim.make(
        text,
        found.span,
        quantity=_amount(ends(item), name if known(name) else "unk", change),
        direction=direction,
        role="change" if direction else "level",
        subject=None if known(name) else _passage(text, item.unit.span, back),
    )


def _amount(given: Sequence[float], unit: str, change: str) -> Quantity:
    """The quantity between two ends, or at one; ``change`` says that it is not exact ("~"), or a bound ("<", ">")."""
    amount = quantity(Decimal(str(given[0])), Decimal(str(given[-1])), unit)
    if change == "~":
        return attrs.evolve(amount, exactness="about")
    if change in ("<", ">") and len(given) == 1:
        return attrs.evolve(amount, low=None) if change == "<" else attrs.evolve(amount, high=None)
    return amount


def _figures(item: Any) -> set[int]:
    """The numbers of the tokens of the value: words before a range ("from") belong to its span too."""
    places = item.value.char_indices or ()
    return {t.i for t in item.value.span if any(a <= t.idx < b for a, b in places)}


def _passage(text: str, tokens: Sequence[Any], back: Way | None) -> Passage | None:
    if not tokens or back is None:
        return None
    found = back.back(min(t.idx for t in tokens), max(t.idx + len(t.text) for t in tokens))
    return Passage.at(text, *found) if found else None


def _row(text: str, item: Any) -> Row:
    concepts = [token.text.lower() for group in item.referred_concepts.get_nouns() for token in group]
    unit, change = item.unit.norm_unit.strip().lower() or "-", item.change.change.strip() or "="
    return Row.make(text, Span(0, len(text)), values=ends(item), change=change, unit=unit, concept=tuple(concepts))


CQE = SystemSpec(
    name="cqe",
    summary="quantities by rules over spaCy's trees",
    tasks=("numbers", "newsquant"),
    distributions=("CQE", *SMALL),
    make=make,
    hint="It pins old releases: benchmarks/peers.txt says how to install it together with the others.",
)
