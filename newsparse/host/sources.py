"""Where plugins come from: entry points of installed distributions, or modules given by name."""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from importlib import metadata
from types import ModuleType
from typing import cast

import attrs

from newsparse.hookspecs import PROJECT
from newsparse.host.records import Plugin

BUILTIN = "newsparse.builtin"
"""What newsparse itself offers: a plugin like the others, which therefore is named here and not imported."""

SHIPPED = {"entities": "newsparse-entities", "numbers": "newsparse-numbers", "quotes": "newsparse-quotes"}
"""The extractors that newsparse ships, and their distributions: an installed plugin must not pass for one of them."""

ALIKE = 0.8
"""How alike the name of a group must be to be a misspelt one: "newspasre", "news-parse"."""
ONLY = "NEWSPARSE_LOAD_PLUGINS"


@attrs.frozen
class Candidate:
    """A plugin that is not imported yet; ``load`` imports it and may raise anything."""

    plugin: Plugin
    load: Callable[[], object]


def installed() -> list[Candidate]:
    """What newsparse offers, then one candidate for each entry point of the group ``newsparse``.

    They are sorted by name, those of the distributions with shipped extractors first.
    ``NEWSPARSE_LOAD_PLUGINS`` (names of entry points, separated by commas) leaves out all others; a name that no entry
    point has is a candidate that fails to load.
    """
    every = cast("metadata.EntryPoints", metadata.entry_points())
    points = sorted(every.select(group=PROJECT), key=_sorting)
    only = os.environ.get(ONLY)
    if only is None:
        return [named(BUILTIN), *map(_from_entry_point, points), *_in_other_groups(every, points)]
    wanted = sorted({name.strip() for name in only.split(",")} - {""})
    missing = [name for name in wanted if name not in {point.name for point in points}]
    kept = [_from_entry_point(point) for point in points if point.name in wanted]
    return [named(BUILTIN), *kept, *map(_absent, missing)]


def named(module: str) -> Candidate:
    """The candidate for a module that is given by its name."""
    return Candidate(_describe(module, module.rpartition(".")[2]), _importer(module))


def given(plugin: ModuleType | object) -> Candidate:
    """The candidate for a module, or any object with hooks, that is there already."""
    module = getattr(plugin, "__name__", type(plugin).__qualname__)
    return Candidate(_describe(module, module.rpartition(".")[2]), _returner(plugin))


def _in_other_groups(every: metadata.EntryPoints, points: Iterable[metadata.EntryPoint]) -> Iterator[Candidate]:
    """Candidates that fail to load, of distributions whose only plugins are in a group of nearly the right name."""
    right = {point.dist.name for point in points if point.dist}
    alike = {name for name in every.groups if PROJECT in name.casefold()}
    alike |= set(get_close_matches(PROJECT, every.groups, n=max(1, len(every.groups)), cutoff=ALIKE))
    for group in sorted(alike - {PROJECT}):
        for point in sorted(every.select(group=group), key=_sorting):
            if point.dist and point.dist.name not in right:
                yield attrs.evolve(_from_entry_point(point), load=_misplaced(group))


def _misplaced(group: str) -> Callable[[], object]:
    def load() -> object:
        raise ImportError(f"its entry point is in the group {group!r}, and not in {PROJECT!r}")

    return load


def _sorting(point: metadata.EntryPoint) -> tuple[bool, str, str]:
    distribution = point.dist.name if point.dist else ""
    return (distribution not in SHIPPED.values(), point.name, distribution)


def _from_entry_point(point: metadata.EntryPoint) -> Candidate:
    distribution, version = (point.dist.name, point.dist.version) if point.dist else (point.module, "")
    plugin = Plugin(name=point.name, module=point.value, distribution=distribution, version=version)
    return Candidate(plugin, point.load)


def _describe(module: str, name: str) -> Plugin:
    top = module.partition(".")[0]
    distribution, version = next(_distributions([top, top.replace("_", "-")]), (top, ""))
    return Plugin(name=name, module=module, distribution=distribution, version=version)


def _distributions(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    for name in names:
        try:
            yield name, metadata.version(name)
        except metadata.PackageNotFoundError:
            continue


def _absent(name: str) -> Candidate:
    def load() -> object:
        raise ImportError(f"{ONLY} names it, but no installed distribution has such an entry point")

    return Candidate(Plugin(name=name, module=name, distribution=name, version=""), load)


def _importer(module: str) -> Callable[[], object]:
    def load() -> object:
        return importlib.import_module(module)

    return load


def _returner(plugin: object) -> Callable[[], object]:
    def load() -> object:
        return plugin

    return load
