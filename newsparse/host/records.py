"""What the host knows about plugins: what they are, what each offers, and what is wrong with them."""

from __future__ import annotations

from typing import Generic, Literal, TypeVar

import attrs

from newsparse.errors import NewsparseError, message_of

Record = TypeVar("Record")
Tier = Literal["load", "check", "build", "choice"]


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
    """Something that is wrong with a plugin.

    ``tier`` is load (it raised), check (what it provides is refused), build (an extractor is left out of a pipeline
    because it cannot be built, or cannot be run with the others), or choice (it is left out because an earlier one
    makes the same layer, or is the default backend as well, which is no fault).
    """

    tier: Tier
    plugin: str
    distribution: str
    version: str
    code: str
    message: str

    @classmethod
    def of(cls, plugin: Plugin, tier: Tier, error: NewsparseError) -> Problem:
        """The problem that ``error`` describes."""
        about = {"plugin": plugin.name, "distribution": plugin.distribution, "version": plugin.version}
        return cls(tier=tier, code=error.code, message=message_of(error), **about)


@attrs.frozen(kw_only=True)
class Offer(Generic[Record]):
    """A record that a plugin provided, with the plugin that did."""

    spec: Record
    plugin: Plugin
