"""What the host says about plugins: who they are, what each offers, what is wrong with them."""

from __future__ import annotations

from typing import Generic, Literal, TypeVar

import attrs

Record = TypeVar("Record")
Tier = Literal["load", "check"]


@attrs.frozen(kw_only=True)
class Plugin:
    """A plugin: its entry point, its module, the distribution that brings it, and the hooks that it answers."""

    name: str
    module: str
    distribution: str
    version: str
    hooks: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Distribution and version, as error messages name them."""
        return f"{self.distribution} {self.version}".strip()


@attrs.frozen(kw_only=True)
class Problem:
    """Something that is wrong with a plugin; ``tier`` is load (it raised) or check (what it hands over is refused)."""

    tier: Tier
    plugin: str
    distribution: str
    version: str
    code: str
    message: str


@attrs.frozen(kw_only=True)
class Offer(Generic[Record]):
    """A record that a plugin handed over, with the plugin that did."""

    spec: Record
    plugin: Plugin
