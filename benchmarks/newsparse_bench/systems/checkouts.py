"""Peers that are no distribution: an environment variable names the folder of a checkout of their repository."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import attrs

from newsparse_bench.systems.system import SystemMissingError, digest


@attrs.frozen
class Checkout:
    """The checkout of a repository: ``home`` is its address, ``first`` a module that must be in it.

    Its modules are imported from the folder ``inside``; without one, from the checkout itself.
    """

    name: str
    variable: str
    home: str
    first: str
    inside: str = ""

    def folder(self) -> Path:
        """The folder that modules are imported from; raises ``SystemMissingError`` if no such checkout is named."""
        named = os.environ.get(self.variable)
        hint = f"Check out {self.home} and set {self.variable} to that folder; benchmarks/peers.txt says what it needs."
        if not named:
            raise SystemMissingError(f"{self.name} is not installed: {self.variable} is not set.", hint=hint)
        if not (Path(named) / self.first).is_file():
            raise SystemMissingError(
                f"{self.name} is not installed: {self.variable} names {named}, which has no {self.first}.", hint=hint
            )
        return Path(named) / self.inside

    def facts(self, *patterns: str) -> dict[str, str]:
        """The digest of the files of ``patterns``, as its version; raises ``SystemMissingError``."""
        folder = self.folder()
        return {"version": digest(sorted(path for pattern in patterns for path in folder.glob(pattern)))}

    @contextmanager
    def importing(self, *names: str) -> Iterator[None]:
        """While this lasts, modules are those of the checkout; afterwards ``names`` mean again what they did before."""
        folder = str(self.folder())
        others = {name: sys.modules.pop(name) for name in names if name in sys.modules}
        sys.path.insert(0, folder)
        importlib.invalidate_caches()
        try:
            yield
        finally:
            sys.path.remove(folder)
            for name in names:
                sys.modules.pop(name, None)
            sys.modules.update(others)
