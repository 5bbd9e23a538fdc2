"""Ids in the fields of made-up annotations, in place of those drawn: they name what the document has, or nothing."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from newsparse.model import Annotation, Claim, Entity, Layer, Mention, NumberClaim, Quote


def tied(layers: Iterable[Layer]) -> list[Layer]:
    """The layers with each id in a field replaced by the first one of its kind; without any it is left out."""
    given = list(layers)
    first = {layer.name: layer.annotations[0].id for layer in given if layer.annotations}
    return [Layer(layer.name, tuple(_tied(item, first) for item in layer.annotations)) for layer in given]


def _tied(item: Annotation, first: dict[str, str]) -> Annotation:
    entity = first.get("entities")
    if isinstance(item, Mention):
        return attrs.evolve(item, entity=item.entity and entity)
    if isinstance(item, Entity):
        held = [attrs.evolve(one, organisation=one.organisation and entity) for one in item.affiliations]
        roles = [attrs.evolve(one, organisation=one.organisation and entity) for one in item.title_roles]
        return attrs.evolve(item, affiliations=tuple(held), title_roles=tuple(roles))
    return _tied_claim(item, first) if isinstance(item, Claim) else item


def _tied_claim(claim: Claim, first: dict[str, str]) -> Claim:
    entities = (first["entities"],) if "entities" in first else ()
    claim = attrs.evolve(claim, about=entities if claim.about else ())
    if claim.speaker is not None and claim.speaker.others:
        claim = attrs.evolve(claim, speaker=attrs.evolve(claim.speaker, others=entities))
    if isinstance(claim, Quote):
        return attrs.evolve(claim, within=claim.within and first["quotes"])
    if isinstance(claim, NumberClaim):
        counterpart, equivalent = claim.counterpart and first["numbers"], claim.equivalent and first["numbers"]
        quote = claim.quote and first.get("quotes")
        return attrs.evolve(claim, quote=quote, counterpart=counterpart, equivalent=equivalent)
    return claim
