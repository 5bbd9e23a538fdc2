"""The order of the extractors, and which layers the backend has to give: worked out before anything runs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from difflib import get_close_matches
from graphlib import CycleError, TopologicalSorter
from itertools import chain

import attrs

from newsparse.errors import PlanError
from newsparse.specs import ExtractorSpec

ALWAYS = ("sentences", "tokens")
"""Layers that a backend is asked for whenever it runs at all: every other layer is computed from them."""


_CHOOSE = "Name the extractors (extractors=, --extractor) or exclude one (exclude=, --exclude)."


class LayerTakenError(PlanError):
    """Two extractors make one layer."""


@attrs.frozen(kw_only=True)
class Plan:
    """Extractors in the order in which they run, and the layers asked of the backend, sorted by name."""

    extractors: tuple[ExtractorSpec, ...]
    layers: tuple[str, ...]


def make_plan(
    chosen: Iterable[ExtractorSpec],
    *,
    backend: Collection[str],
    layers: Collection[str] = (),
    offers: Mapping[str, Collection[str]] | None = None,
) -> Plan:
    """The plan for ``chosen`` extractors with a backend that can give the layers ``backend``.

    ``layers`` are wanted from the backend besides those that extractors read. ``offers`` says, for messages, which
    layers each of the things that could be chosen gives. An extractor that provides a layer which it also reads
    completes it: it runs after the one that makes the layer and before all others that read it. The order depends on
    names and layers alone. Raises ``PlanError`` when a required layer is missing, made twice, or waits for itself.
    """
    specs = sorted(chosen, key=_name)
    makers = _makers(specs)
    fault = misfit(specs, backend=backend, offers=offers)
    if fault:
        raise fault[1]
    wanted = backend_layers(specs) | set(layers)
    missing = set(layers) - set(backend)
    if missing:
        raise PlanError(f"the backend does not provide {_listed(missing)} (it provides {_listed(backend)}).")
    asked = (wanted | set(ALWAYS)) & set(backend) if wanted & set(backend) else set()
    return Plan(extractors=_ordered(specs, makers), layers=tuple(sorted(asked)))


def misfit(
    specs: Sequence[ExtractorSpec], *, backend: Collection[str], offers: Mapping[str, Collection[str]] | None = None
) -> tuple[str, PlanError] | None:
    """The name of an extractor that cannot be run with those before it in ``specs``, and why; None when all can."""
    return _clash(specs) or _lacking(specs, {*_makers(specs), *backend}, offers or {}) or _circle(specs)


def backend_layers(chosen: Iterable[ExtractorSpec], *, required: bool = False) -> set[str]:
    """The layers that ``chosen`` read and none of them makes; with ``required`` only those that they must have."""
    specs = list(chosen)
    read = {layer for spec in specs for layer in (spec.requires if required else _reads(spec))}
    return read - set(_makers(specs))


def completes(spec: ExtractorSpec, layer: str) -> bool:
    """Whether ``spec`` gives back, completed, a layer that it reads."""
    return layer in spec.provides and layer in _reads(spec)


def _reads(spec: ExtractorSpec) -> tuple[str, ...]:
    return (*spec.requires, *spec.uses)


def _makers(specs: Iterable[ExtractorSpec]) -> dict[str, ExtractorSpec]:
    """Who makes each layer; the first one where several do."""
    makers: dict[str, ExtractorSpec] = {}
    for spec in specs:
        for layer in spec.provides:
            if not completes(spec, layer):
                makers.setdefault(layer, spec)
    return makers


def _clash(specs: Sequence[ExtractorSpec]) -> tuple[str, PlanError] | None:
    makers = _makers(specs)
    for spec in specs:
        for layer in spec.provides:
            if not completes(spec, layer) and makers[layer] is not spec:
                names = f"{makers[layer].name!r} and {spec.name!r}"
                message = f"the extractors {names} both make the layer {layer!r}."
                return spec.name, LayerTakenError(message, hint=_CHOOSE)
    return None


def replacing(specs: Iterable[ExtractorSpec], backend: Collection[str]) -> tuple[str, PlanError] | None:
    """The name of an extractor that makes a layer which the backend gives, and why it has to be chosen; or None."""
    for spec in specs:
        for layer in spec.provides:
            if layer in backend and not completes(spec, layer):
                message = f"it would replace the layer {layer!r} of the backend."
                hint = f"To add to it, read it: uses=({layer!r},). To replace it, name the extractors (--extractor)."
                return spec.name, LayerTakenError(message, hint=hint)
    return None


def _lacking(
    specs: Iterable[ExtractorSpec], given: Collection[str], offers: Mapping[str, Collection[str]]
) -> tuple[str, PlanError] | None:
    missing = ((spec, layer) for spec in specs for layer in spec.requires if layer not in given)
    for spec, layer in missing:
        itself = f"extractor {spec.name!r}"
        could = sorted(name for name, gives in offers.items() if layer in gives and not name.startswith(itself))
        if layer in spec.provides and not could:
            message = f"the extractor {spec.name!r} requires the layer {layer!r}, which it makes itself."
            return spec.name, PlanError(message, hint="Leave it out of requires.")
        hint = f"It could come from: {', '.join(could)}." if could else _nothing_gives(layer, given, offers)
        message = f"the extractor {spec.name!r} requires the layer {layer!r}, which nothing that was chosen gives."
        return spec.name, PlanError(message, hint=hint)
    return None


def _nothing_gives(layer: str, given: Collection[str], offers: Mapping[str, Collection[str]]) -> str:
    near = get_close_matches(layer, sorted({*given, *chain.from_iterable(offers.values())}), n=1)
    return "Nothing that is installed gives it" + (f"; did you mean {near[0]!r}?" if near else ".")


def _circle(specs: Sequence[ExtractorSpec]) -> tuple[str, PlanError] | None:
    makers = _makers(specs)
    try:
        TopologicalSorter({spec.name: _before(spec, specs, makers) for spec in specs}).prepare()
    except CycleError as error:
        names = list(reversed(error.args[1]))
        message = f"the extractors wait for each other: {' -> '.join(names)} (each reads what the next one gives)."
        last = max((spec.name for spec in specs if spec.name in names), key=[spec.name for spec in specs].index)
        return last, PlanError(message)
    return None


def _ordered(specs: Sequence[ExtractorSpec], makers: Mapping[str, ExtractorSpec]) -> tuple[ExtractorSpec, ...]:
    by_name = {spec.name: spec for spec in specs}
    sorter = TopologicalSorter({spec.name: _before(spec, specs, makers) for spec in specs})
    sorter.prepare()
    order: list[ExtractorSpec] = []
    ready: list[str] = []
    while sorter.is_active():
        ready = sorted([*ready, *sorter.get_ready()])
        order.append(by_name[ready.pop(0)])
        sorter.done(order[-1].name)
    return tuple(order)


def _before(spec: ExtractorSpec, specs: Iterable[ExtractorSpec], makers: Mapping[str, ExtractorSpec]) -> set[str]:
    names = {makers[layer].name for layer in _reads(spec) if layer in makers}
    only_read = [layer for layer in _reads(spec) if not completes(spec, layer)]
    names |= {other.name for other in specs for layer in only_read if completes(other, layer)}
    return names - {spec.name}


def _name(spec: ExtractorSpec) -> str:
    return spec.name


def _listed(layers: Iterable[str]) -> str:
    return ", ".join(sorted(layers)) or "no layers"
