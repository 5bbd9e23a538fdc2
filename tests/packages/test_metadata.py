"""All distributions have one version, the same licence and authors, and ask for one another in versions that exist."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from newsparse import __version__

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "plugins/newsparse-polls"
"""The tutorial's plugin, with a version of its own: what a reader of the tutorial writes."""
FOLDERS = sorted(
    path.parent
    for path in [ROOT / "pyproject.toml", ROOT / "benchmarks/pyproject.toml", *ROOT.glob("plugins/*/pyproject.toml")]
    if path.parent != EXAMPLE
)

BORROWED = {
    "lemmas.json": ("CC-BY-SA-4.0", "\nCreative Commons Attribution-ShareAlike 4.0 International Public\nLicense\n"),
    "territories.json": ("Unicode-3.0", "\nUNICODE LICENSE V3\n"),
}
"""Files of data under the licence of what they come from, with that licence and the title of its text."""


def project(folder: Path) -> dict[str, object]:
    return tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))


def borrowed(folder: Path) -> set[str]:
    """The names of those files in a package that ``BORROWED`` lists."""
    package = folder / project(folder)["project"]["name"].replace("-", "_")
    return {path.name for path in package.rglob("*.json")} & BORROWED.keys()


def asked(folder: Path) -> list[Requirement]:
    section = project(folder)["project"]
    extras = section.get("optional-dependencies", {}).values()
    return [Requirement(item) for item in [*section["dependencies"], *(item for extra in extras for item in extra)]]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_version_is_the_cores(folder):
    settings = project(folder)
    assert settings["project"]["dynamic"] == ["version"]
    source = folder / settings["tool"]["hatch"]["version"]["path"]
    assert source.resolve() == ROOT / "newsparse/__init__.py"


@pytest.mark.parametrize("folder", [*FOLDERS, EXAMPLE], ids=lambda folder: folder.name)
def test_the_licence_is_in_every_package(folder):
    licences = {"Apache-2.0", *(BORROWED[name][0] for name in borrowed(folder))}
    assert set(project(folder)["project"]["license"].split(" AND ")) == licences
    assert (folder / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()


@pytest.mark.parametrize("name", sorted(BORROWED))
def test_the_packages_with_data_of_others_bring_the_words_of_their_licence(name):
    expression, title = BORROWED[name]
    homes = [folder for folder in FOLDERS if name in borrowed(folder)]
    assert homes
    for folder in homes:
        texts = [(folder / file).read_text("utf-8") for file in project(folder)["project"]["license-files"]]
        assert any(title in text for text in texts), (folder.name, expression)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_metadata_is_complete(folder):
    section = project(folder)["project"]
    assert section["authors"] == [{"name": "newsparse developers"}]
    assert "LICENSE" in section["license-files"]
    assert section["requires-python"] == ">=3.11"
    assert (folder / section["readme"]).is_file()
    assert section["description"]
    assert section["keywords"]
    assert "Typing :: Typed" in section["classifiers"]


def test_the_addresses_of_the_project_stand_in_all_packages_or_in_none():
    """There are none until the repository is public: ``RELEASING.md``."""
    known = project(ROOT)["project"].get("urls")
    assert [folder.name for folder in FOLDERS if project(folder)["project"].get("urls") != known] == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_our_packages_admit_this_version_of_one_another(folder):
    own = [item for item in asked(folder) if item.name.startswith("newsparse") and item.specifier]
    assert all(item.specifier.contains(__version__) for item in own)
    assert all("<" in str(item.specifier) for item in own)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_requirement_has_a_lowest_version(folder):
    bare = [item.name for item in asked(folder) if not item.specifier and not item.extras]
    assert bare == []
