"""Compares the names of the API reference with those of an earlier version: what is gone, or is called in another way.

``release/check.py`` runs it in the environment of its tools, which has griffe. It prints a line for each break, and its
exit status is 1 if there is one.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import griffe

ROOT = Path(__file__).parents[1]
MODULES = re.compile(r"automodule:: (\S+)")


def main(reference: str) -> int:
    """Compare the checkout with the commit or tag ``reference``; returns the exit status."""
    modules = MODULES.findall((ROOT / "docs/reference/api.md").read_text("utf-8"))
    found = [line for package in sorted(set(map(_package, modules))) for line in _of(package, modules, reference)]
    for line in found:
        print(line)
    return int(bool(found))


def _package(module: str) -> str:
    return module.partition(".")[0]


def _of(package: str, modules: Iterable[str], reference: str) -> Iterator[str]:
    folder = next(path.parent for path in (ROOT / package, *ROOT.glob(f"plugins/*/{package}")) if path.is_dir())
    now = griffe.load(package, search_paths=[folder])
    before = griffe.load_git(package, ref=reference, repo=ROOT, search_paths=[folder.relative_to(ROOT)])
    return breaks(before, now, [name for name in modules if _package(name) == package])


def breaks(before: griffe.Object, now: griffe.Object, modules: Iterable[str]) -> Iterator[str]:
    """A line for each break of what these modules of a package offered before."""
    names = list(modules)
    promised, kept = offered(before, names), offered(now, names)
    yield from (f"{name} is no longer offered" for name in sorted(promised.keys() - kept.keys()))
    places = {place for name, place in promised.items() if name in kept}
    for breakage in griffe.find_breaking_changes(before, now):
        path = breakage.obj.canonical_path
        if any(path == place or path.startswith(f"{place}.") for place in places):
            yield breakage.explain(griffe.ExplanationStyle.MARKDOWN)


def offered(package: griffe.Object, modules: Iterable[str]) -> Mapping[str, str]:
    """The public names of these modules (``__all__``, or all where there is none), and where each is defined."""
    found = {}
    for name in modules:
        inside = package if name == package.name else package.get_member(name.partition(".")[2])
        for member in inside.members.values():
            place = _place(member)
            if place and member.is_public:
                found[f"{name}.{member.name}"] = place
    return found


def _place(member: griffe.Object | griffe.Alias) -> str:
    """Where a name is defined, which may be in another package; empty for a module."""
    try:
        return "" if member.is_module else member.canonical_path
    except griffe.AliasResolutionError as error:
        return error.alias.target_path


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
