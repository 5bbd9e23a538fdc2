"""What an installation brings with it: no licence that the docs do not name, by the metadata of what is installed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/explanation/dependencies.md").read_text("utf-8").partition("\n## Licences\n")[2]
OWN = {
    settings["name"]: settings
    for path in (ROOT, ROOT / "benchmarks", *(path.parent for path in ROOT.glob("plugins/*/pyproject.toml")))
    for settings in [tomllib.loads((path / "pyproject.toml").read_text("utf-8"))["project"]]
}
EXTRAS = sorted((name, extra) for name, settings in OWN.items() for extra in settings.get("optional-dependencies", {}))
SPDX = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD 2-Clause License": "BSD-2-Clause",
    "BSD License": "BSD-3-Clause",
    "ISC License": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "The BSD 2-Clause License": "BSD-2-Clause",
}
"""How metadata from before SPDX says it; "BSD" alone is read as the form with three clauses, the stricter one."""
JOINS = frozenset({"AND", "OR", "WITH", "LLVM-exception"})
COPYLEFT = re.compile(r"\b[AL]?GPL\b|GNU")


def requirements(name: str, extras: Iterable[str]) -> Iterator[Requirement]:
    """What a distribution asks for here; raises ``PackageNotFoundError`` if it is not installed."""
    if name in OWN:
        sections = OWN[name].get("optional-dependencies", {})
        wanted = [*OWN[name]["dependencies"], *(item for extra in extras for item in sections[extra])]
    else:
        wanted = metadata.requires(name) or []
    for item in map(Requirement, wanted):
        if item.marker is None or any(item.marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            yield item


def brought(name: str, extra: str) -> Iterator[str]:
    """The names of all distributions of others that an extra installs, as far as they are installed here."""
    seen, waiting = set(), [(canonicalize_name(name), frozenset({extra}))]
    while waiting:
        asked = waiting.pop()
        if asked in seen:
            continue
        seen.add(asked)
        try:
            waiting += [(canonicalize_name(item.name), frozenset(item.extras)) for item in requirements(*asked)]
        except metadata.PackageNotFoundError:
            continue
        if asked[0] not in OWN:
            yield asked[0]


def licence(name: str) -> str:
    """The licence of an installed distribution, in SPDX's words where it says it in words that are known."""
    about = metadata.metadata(name)
    stated = about.get("License", "")
    classified = [
        item.rpartition(" :: ")[2] for item in about.get_all("Classifier", []) if item.startswith("License ::")
    ]
    if about.get("License-Expression"):
        return about["License-Expression"]
    if "\n" not in stated and (stated in SPDX or not classified):
        return SPDX.get(stated, stated)
    return " AND ".join(SPDX.get(item, item) for item in classified)


def permissive() -> set[str]:
    """The licences that the page lists as asking for no more than a notice."""
    (listed,) = re.findall(r"^Licences that ask for a notice at most: (.*?)\.$", PAGE, re.MULTILINE | re.DOTALL)
    return set(re.findall(r"`([^`]+)`", listed))


def listed() -> dict[str, str]:
    """The distributions under other licences, with these."""
    rows = re.findall(r"^\| ([^`|]+) \| ((?:`[^`]+`(?:, )?)+) \|", PAGE, re.MULTILINE)
    return {name: words for words, names in rows for name in re.findall(r"`([^`]+)`", names)}


def parts(words: str) -> set[str]:
    return set(re.findall(r"[\w.+-]+", words)) - JOINS


def is_named(name: str, words: str) -> bool:
    return name in listed() or (bool(words) and parts(words) <= permissive())


@pytest.mark.parametrize(("name", "extra"), EXTRAS, ids=str)
def test_no_extra_brings_a_licence_that_the_docs_do_not_name(name, extra):
    found = {item: licence(item) for item in brought(name, extra)}
    assert {item: words for item, words in found.items() if not is_named(item, words)} == {}


def test_the_licences_in_the_docs_are_those_of_what_is_installed():
    installed = {canonicalize_name(item.name) for item in metadata.distributions()}
    stated = {name: licence(name) or words for name, words in listed().items() if name in installed}
    assert stated == {name: words for name, words in listed().items() if name in installed}


@pytest.mark.parametrize("extra", ["across", "cased", "english", "tables"])
def test_nothing_under_the_gpl_is_installed_with_the_english_model(extra):
    found = {item: licence(item) for item in brought("newsparse", extra)}
    assert found
    assert {item: words for item, words in found.items() if COPYLEFT.search(words)} == {}
