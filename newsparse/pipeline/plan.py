"""The order of the extractors, and which layers the backend has to give: worked out before anything runs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

import attrs

from newsparse.errors import PlanError
from newsparse.specs import ExtractorSpec

ALWAYS = ("sentences", "tokens")
"""Layers that a backend is asked for whenever it runs at all: every other layer is computed from them."""


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

    ``layers`` are wanted from the backend besides those that extractors read. ``offers`` tells, for messages, which
    layers each of the things that could be chosen gives. An extractor that provides a layer which it also reads
    completes it: it runs after the one that makes the layer and before all others that read it. The order depends on
    names and layers alone. Raises ``PlanError`` when a required layer is missing, made twice, or waits for itself.
    """
    specs = sorted(chosen, key=_name)
    makers = _makers(specs)
    wanted = backend_layers(specs) | set(layers)
    missing = set(layers) - set(backend)
    if missing:
        raise PlanError(f"the backend does not give {_listed(missing)} (it gives {_listed(backend)}).")
    for spec in specs:
        _check_required(spec, {*makers, *backend}, offers or {})
    asked = (wanted | set(ALWAYS)) & set(backend) if wanted & set(backend) else set()
    return Plan(extractors=_ordered(specs, makers), layers=tuple(sorted(asked)))


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
    makers: dict[str, ExtractorSpec] = {}
    for spec in specs:
        for layer in spec.provides:
            if completes(spec, layer):
                continue
            if layer in makers:
                names = f"{makers[layer].name!r} and {spec.name!r}"
                raise PlanError(f"the extractors {names} both make the layer {layer!r}.", hint="Choose one of them.")
            makers[layer] = spec
    return makers


def _check_required(spec: ExtractorSpec, given: Collection[str], offers: Mapping[str, Collection[str]]) -> None:
    for layer in spec.requires:
        if layer in given:
            continue
        could = sorted(name for name, gives in offers.items() if layer in gives and name != f"extractor {spec.name!r}")
        hint = f"It could come from: {', '.join(could)}." if could else "Nothing that is installed gives it."
        message = f"the extractor {spec.name!r} requires the layer {layer!r}, which nothing that was chosen gives."
        raise PlanError(message, hint=hint)


def _ordered(specs: Sequence[ExtractorSpec], makers: Mapping[str, ExtractorSpec]) -> tuple[ExtractorSpec, ...]:
    by_name = {spec.name: spec for spec in specs}
    sorter = TopologicalSorter({spec.name: _before(spec, specs, makers) for spec in specs})
    try:
        sorter.prepare()
    except CycleError as error:
        circle = " -> ".join(reversed(error.args[1]))
        raise PlanError(
            f"the extractors wait for each other: {circle} (each reads what the next one gives)."
        ) from error
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
