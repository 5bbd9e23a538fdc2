"""Where plugins come from: entry points of installed distributions, or modules given by name."""

from __future__ import annotations

import importlib
import os
import re
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from importlib import metadata
from types import ModuleType
from typing import cast

import attrs

from newsparse.errors import described
from newsparse.guard import Caught, attempt
from newsparse.hookspecs import PROJECT
from newsparse.host.records import Plugin

BUILTIN = "newsparse.builtin"
"""What newsparse itself offers: a plugin like the others, which therefore is named here and not imported."""

SHIPPED = {"entities": "newsparse-entities", "numbers": "newsparse-numbers", "quotes": "newsparse-quotes"}
"""The extractors that newsparse ships, and their distributions: an installed plugin must not pass for one of them."""

_FIRST = frozenset([*SHIPPED.values(), "newsparse-english", "newsparse-english-cased"])
"""The distributions that come before all others: whoever is first keeps a name, and is the default of several."""

ALIKE = 0.8
"""How alike the name of a group must be to be a misspelt one: "newspasre", "news-parse"."""
ONLY = "NEWSPARSE_LOAD_PLUGINS"

_SAME = re.compile(r"[-_.]+")
"""What stands between the words of a distribution's name in one spelling or another."""
_OBJECT = re.compile(r"[\w.]+\s*(:\s*[\w.]+\s*)?(\[.*\]\s*)?")
"""What an entry point may say: a module, an object in it, extras."""


@attrs.frozen
class Candidate:
    """A plugin that is not imported yet; ``load`` imports it and may raise anything."""

    plugin: Plugin
    load: Callable[[], object]


def installed() -> list[Candidate]:
    """What newsparse offers, then one candidate for each entry point of the group ``newsparse``.

    They are sorted by name, those of the distributions with shipped extractors and models first.
    ``NEWSPARSE_LOAD_PLUGINS`` (names of entry points, separated by commas) leaves out all others; a name that no entry
    point has is a candidate that fails to load, and so is each distribution whose entry points cannot be read.
    """
    every, unread = _entry_points()
    points = sorted(every.select(group=PROJECT), key=_sorting)
    only = os.environ.get(ONLY)
    if only is None:
        return [named(BUILTIN), *map(_from_entry_point, points), *_in_other_groups(every, points), *unread]
    wanted = sorted({name.strip() for name in only.split(",")} - {""})
    missing = [name for name in wanted if name not in {point.name for point in points}]
    kept = [_from_entry_point(point) for point in points if point.name in wanted]
    return [named(BUILTIN), *kept, *map(_absent, missing), *unread]


def named(module: str) -> Candidate:
    """The candidate for a module that is given by its name."""
    return Candidate(_describe(module, module.rpartition(".")[2]), _importer(module))


def given(plugin: ModuleType | object) -> Candidate:
    """The candidate for a module, or any object with hooks, that is there already."""
    module = getattr(plugin, "__name__", type(plugin).__qualname__)
    return Candidate(_describe(module, module.rpartition(".")[2]), _returner(plugin))


def _entry_points() -> tuple[metadata.EntryPoints, list[Candidate]]:
    """All entry points, and a candidate that fails to load for each distribution whose own cannot be read."""
    whole = attempt(metadata.entry_points)
    if not isinstance(whole, Caught):
        return cast("metadata.EntryPoints", whole), []
    found: list[metadata.EntryPoint] = []
    unread: list[Candidate] = []
    seen: set[str] = set()
    for distribution in metadata.distributions():
        name, version = _called(distribution)
        if (key := _SAME.sub("-", name).casefold()) in seen:  # as Python does: the first on the path counts
            continue
        seen.add(key)
        points = attempt(getattr, distribution, "entry_points")
        if isinstance(points, Caught):
            plugin = Plugin(name=name, module=name, distribution=name, version=version)
            unread.append(Candidate(plugin, _failing(f"its entry points cannot be read ({described(points.error)})")))
        else:
            found.extend(points)
    return metadata.EntryPoints(found), unread


def _called(distribution: metadata.Distribution) -> tuple[str, str]:
    """Name and version of a distribution; where its metadata cannot be read, the folder that it is in."""
    given = attempt(lambda: (distribution.name, distribution.version))
    if isinstance(given, Caught) or not given[0]:
        return f"a distribution in {distribution.locate_file('')}", ""
    return given[0], given[1] or ""


def _in_other_groups(every: metadata.EntryPoints, points: Iterable[metadata.EntryPoint]) -> Iterator[Candidate]:
    """Candidates that fail to load, of distributions whose only plugins are in a group of nearly the right name."""
    right = {_from_entry_point(point).plugin.distribution for point in points}
    alike = {name for name in every.groups if PROJECT in name.casefold()}
    alike |= set(get_close_matches(PROJECT, every.groups, n=max(1, len(every.groups)), cutoff=ALIKE))
    for group in sorted(alike - {PROJECT}):
        for point in sorted(every.select(group=group), key=_sorting):
            candidate = _from_entry_point(point)
            if point.dist and candidate.plugin.distribution not in right:
                wrong = f"its entry point is in the group {group!r}, and not in {PROJECT!r}"
                yield attrs.evolve(candidate, load=_failing(wrong))


def _failing(reason: str) -> Callable[[], object]:
    def load() -> object:
        raise ImportError(reason)

    return load


def _sorting(point: metadata.EntryPoint) -> tuple[bool, str, str]:
    distribution = _called(point.dist)[0] if point.dist else ""
    return (distribution not in _FIRST, point.name, distribution)


def _from_entry_point(point: metadata.EntryPoint) -> Candidate:
    distribution, version = _called(point.dist) if point.dist else (point.value.partition(":")[0], "")
    plugin = Plugin(name=point.name, module=point.value, distribution=distribution, version=version)
    if _OBJECT.fullmatch(point.value) is None:
        return Candidate(plugin, _failing(f"its entry point {point.value!r} does not name a module"))
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
    reason = f"{ONLY} names it, but no installed distribution has such an entry point"
    return Candidate(Plugin(name=name, module=name, distribution=name, version=""), _failing(reason))


def _importer(module: str) -> Callable[[], object]:
    def load() -> object:
        return importlib.import_module(module)

    return load


def _returner(plugin: object) -> Callable[[], object]:
    def load() -> object:
        return plugin

    return load
