"""The labels of a backend's mentions, brought into the inventory that all extractors read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from newsparse.errors import ContractError
from newsparse.model import LABELS, Annotation, Label, Layer, Mention


def with_known_labels(
    layers: Iterable[Layer], labels: Mapping[str, Label | None]
) -> tuple[list[Layer], ContractError | None]:
    """The layers with their mentions' labels mapped by ``labels``, and what was wrong with the others.

    Mentions whose label is mapped to None are left out, and so are those whose label is neither mapped nor in the
    inventory; the error names the labels of the latter.
    """
    kept: list[Layer] = []
    unknown: set[str] = set()
    for layer in layers:
        odd = {_label(item) for item in layer.annotations} - LABELS if layer.name == "mentions" else set()
        kept.append(Layer(layer.name, tuple(_relabelled(layer.annotations, labels))) if odd else layer)
        unknown |= odd.difference(labels)
    if not unknown:
        return kept, None
    named = ", ".join(repr(label) for label in sorted(unknown))
    hint = "Map them in the labels of the BackendSpec, to None to leave such mentions out without a failure."
    return kept, ContractError(f"mentions with labels outside the inventory were left out: {named}.", hint=hint)


def _relabelled(items: Iterable[Annotation], labels: Mapping[str, Label | None]) -> Iterator[Mention]:
    """Those mentions that have a label of the inventory, or one that ``labels`` maps to one of them."""
    for item in items:
        given = _label(item)
        label = given if given in LABELS else labels.get(given)
        if isinstance(item, Mention) and label is not None:
            yield item if label == given else attrs.evolve(item, label=label)


def _label(item: object) -> str:
    return item.label if isinstance(item, Mention) else ""
