"""schema.org (https://schema.org): an article, the people in it, and who said what, as JSON-LD for pages and search.

Direct and mixed quotes become ``Quotation`` (``spokenByCharacter``, ``creator``), indirect ones and figures ``Claim``
(``author``, ``appearance``); what a figure states is a ``QuantitativeValue`` or ``MonetaryAmount`` under ``about``.
Mere acts ("voted to close") are no claims and are left out. Every item's ``identifier`` is the annotation's id, which
has its place in the text.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from newsparse.exchange.places import address, anchor, as_json, is_iri
from newsparse.model import Claim, Document, Entity, NumberClaim, Quantity, Quote, Speaker, covering, digits

CONTEXT = "https://schema.org"

TYPES: Final[Mapping[str, str]] = {
    "Person": "Person",
    "Organization": "Organization",
    "Location": "Place",
    "Facility": "Place",
    "Product": "Product",
}
"""The types of entities by label; any other is a ``Thing``."""

SPEAKERS: Final[Mapping[str, str]] = {
    "person": "Person",
    "unnamed": "Person",
    "author": "Person",
    "organisation": "Organization",
}
"""The types of speakers without an entity, by kind."""

PERCENT = "P1"
"""The code of UN/CEFACT for percent."""

EXACT = 2**53
"""Whole numbers up to here are the same in every JSON reader."""

Json = dict[str, Any]


def write_schema_org(document: Document) -> str:
    """The document's quotes and figures with their article and entities, in JSON-LD."""
    return as_json(to_schema_org(document), indent=2)


def to_schema_org(document: Document) -> Json:
    """The graph as plain values: the article, its entities, the quotes, the figures."""
    claims: list[Claim] = [*document.quotes, *document.numbers]
    kept = [item for item in claims if not (isinstance(item, Quote) and item.manner == "act")]
    entities = [_entity(document, item) for item in document.entities]
    return {"@context": CONTEXT, "@graph": [_article(document), *entities, *(_claim(document, item) for item in kept)]}


def _filled(**fields: Any) -> Json:
    """The fields that have a value; ``at_type`` and ``at_id`` are the keywords of JSON-LD."""
    return {name.replace("at_", "@"): value for name, value in fields.items() if value not in (None, "", [], ())}


def _article(document: Document) -> Json:
    meta = document.meta
    return _filled(
        at_type="NewsArticle",
        at_id=address(document),
        headline=meta.title,
        url=meta.url,
        datePublished=meta.published,
        inLanguage=meta.language,
        author=_filled(at_type="Person", name=meta.author) if meta.author else None,
        publisher=_filled(at_type="Organization", name=meta.outlet) if meta.outlet else None,
        mentions=[{"@id": anchor(document, item.id)} for item in document.entities],
    )


def _entity(document: Document, item: Entity) -> Json:
    roles = list(dict.fromkeys(held.role.text for held in item.held if not held.former))
    homes = dict.fromkeys(held.organisation for held in item.held if held.organisation and not held.former)
    person = item.label == "Person"
    return _filled(
        at_type=TYPES.get(item.label, "Thing"),
        at_id=anchor(document, item.id),
        identifier=item.id,
        name=item.name,
        alternateName=list(item.aliases),
        honorificPrefix=list(item.titles) if person else None,
        jobTitle=roles if person else None,
        affiliation=[{"@id": anchor(document, home)} for home in homes] if person else None,
        sameAs=item.link.id if item.link and is_iri(item.link.id) else None,
    )


def _claim(document: Document, item: Claim) -> Json:
    whole = {"@id": address(document)}
    speaker = _speaker(document, item.speaker) if item.speaker else None
    about = [found for name in item.about if (found := _reference(document, name))]
    common = {"at_id": anchor(document, item.id), "identifier": item.id}
    if isinstance(item, Quote) and item.form != "indirect":
        said = {"text": item.text, "spokenByCharacter": speaker, "creator": speaker}
        return _filled(at_type="Quotation", **common, **said, about=about, isPartOf=whole)
    text = item.text
    if isinstance(item, NumberClaim):
        about = [_quantity(item), *about]
        text = next((sentence.text for sentence in covering(document.sentences, item.span)), item.text)
    outer = item.within if isinstance(item, Quote) else item.quote if isinstance(item, NumberClaim) else None
    inside = _reference(document, outer) or whole
    return _filled(at_type="Claim", **common, text=text, author=speaker, about=about, appearance=whole, isPartOf=inside)


def _reference(document: Document, key: str | None) -> Json | None:
    """The annotation of that id, by name; None where the document has none."""
    return {"@id": anchor(document, key)} if key and document.find(key) else None


def _speaker(document: Document, speaker: Speaker) -> Json:
    if found := _reference(document, speaker.entity):
        return found
    words = speaker.role or speaker.title
    kind = SPEAKERS.get(speaker.kind, "Thing")
    job = words.text if words and kind == "Person" else None
    return _filled(at_type=kind, name=speaker.name, jobTitle=job)


def _quantity(item: NumberClaim) -> Json:
    quantity = item.quantity
    money = quantity.kind == "money" and quantity.currency is not None and quantity.per is None
    unit = [quantity.currency or quantity.unit or "", f"per {quantity.per}" if quantity.per else ""]
    return _filled(
        at_type="MonetaryAmount" if money else "QuantitativeValue",
        name=item.subject.text if item.subject else None,
        description=str(quantity),
        value=_number(quantity.value),
        **_ends(quantity),
        currency=quantity.currency if money else None,
        unitText=None if money else " ".join(filter(None, unit)),
        unitCode=PERCENT if quantity.kind == "percent" else None,
    )


def _ends(quantity: Quantity) -> Json:
    if quantity.value is not None:
        return {}
    return {"minValue": _number(quantity.low), "maxValue": _number(quantity.high)}


def _number(value: Decimal | None) -> int | float | str | None:
    """A number of JSON where that has the very value, else its digits."""
    if value is None:
        return None
    if value == value.to_integral_value() and value.copy_abs() <= EXACT:
        return int(value)
    return float(value) if Decimal(repr(float(value))) == value else digits(value)
