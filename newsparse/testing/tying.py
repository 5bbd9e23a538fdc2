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
    if isinstance(item, Claim):
        item = attrs.evolve(item, about=(entity,) if item.about and entity else ())
        if item.speaker is not None and item.speaker.others:
            others = (entity,) if entity else ()
            item = attrs.evolve(item, speaker=attrs.evolve(item.speaker, others=others))
    if isinstance(item, Quote):
        return attrs.evolve(item, within=item.within and first["quotes"])
    if isinstance(item, NumberClaim):
        counterpart, equivalent = item.counterpart and first["numbers"], item.equivalent and first["numbers"]
        quote = item.quote and first.get("quotes")
        return attrs.evolve(item, quote=quote, counterpart=counterpart, equivalent=equivalent)
    return item
