"""The host itself: what all plugins offer together, as plain mappings from names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import ModuleType
from typing import TYPE_CHECKING, TypeVar

import attrs

from newsparse.aside import aside
from newsparse.errors import UnknownNameError
from newsparse.host.checking import Answers, Checker
from newsparse.host.loading import STRICT, Ledger, Loader, switched_on
from newsparse.host.records import Offer, Plugin, Problem
from newsparse.host.sources import SHIPPED, Candidate, given, installed, named
from newsparse.kinds import KindRegistry
from newsparse.specs import (
    BackendSpec,
    CorpusSpec,
    ExtractorSpec,
    KindSpec,
    MetricSpec,
    ModelSpec,
    ReaderSpec,
    SystemSpec,
    WriterSpec,
)

if TYPE_CHECKING:
    import click

Record = TypeVar("Record")


@attrs.frozen(kw_only=True)
class Host:
    """What is on offer: extractors, backends, readers, writers, commands, models, kinds, and what is measured.

    ``problems`` are the plugins, or parts of plugins, that could not be used. ``recipe`` is None for a host of what is
    installed, else the names of the modules that it was made of: with it another process makes the same host.
    """

    plugins: tuple[Plugin, ...]
    problems: tuple[Problem, ...]
    extractors: Mapping[str, Offer[ExtractorSpec]]
    backends: Mapping[str, Offer[BackendSpec]]
    readers: Mapping[str, Offer[ReaderSpec]]
    writers: Mapping[str, Offer[WriterSpec]]
    commands: Mapping[str, Offer[click.Command]]
    models: Mapping[str, Offer[ModelSpec]]
    corpora: Mapping[str, Offer[CorpusSpec]]
    systems: Mapping[str, Offer[SystemSpec]]
    metrics: Mapping[str, Offer[MetricSpec]]
    kind_offers: Mapping[str, Offer[KindSpec]]
    kinds: KindRegistry
    recipe: tuple[str, ...] | None

    @classmethod
    def discover(cls, *, strict: bool | None = None, everything: bool = True) -> Host:
        """A host of newsparse itself and of each installed distribution with an entry point in the group ``newsparse``.

        A plugin that cannot be imported, or provides an invalid record, is left out and listed in ``problems``. With
        ``strict``, or ``NEWSPARSE_STRICT_PLUGINS=1``, that raises ``PluginLoadError`` or ``PluginConflictError``. The
        distributions that newsparse ships come first, and no other may use the names of their extractors.

        What plugins print meanwhile goes to standard error. Without ``everything``, plugins are not asked for
        commands, corpora, systems and metrics: reading, parsing and writing articles needs none of them, and they may
        import much.
        """
        with aside():
            return cls._from(installed(), strict=strict, recipe=None, everything=everything)

    @classmethod
    def of(cls, *plugins: str | ModuleType | object, strict: bool | None = None) -> Host:
        """A host of these plugins alone: names of modules, modules, or other objects with hooks.

        ``newsparse.builtin`` names what newsparse itself offers.
        """
        candidates = [named(item) if isinstance(item, str) else given(item) for item in plugins]
        with aside():
            return cls._from(candidates, strict=strict, recipe=tuple(item.plugin.module for item in candidates))

    @classmethod
    def _from(
        cls,
        candidates: Iterable[Candidate],
        *,
        strict: bool | None,
        recipe: tuple[str, ...] | None,
        everything: bool = True,
    ) -> Host:
        ledger = Ledger(switched_on(STRICT) if strict is None else strict)
        # Whoever names the plugins decides what they may be called.
        loader, checker = Loader(ledger), Checker(ledger, SHIPPED if recipe is None else {})
        for candidate in candidates:
            loader.load(candidate)
        kinds, kind_offers = checker.kinds(loader.answers("newsparse_kinds"))
        further: Callable[[str], Answers] = loader.answers if everything else _no_answers
        return cls(
            plugins=tuple(loader.plugins),
            extractors=checker.accepted("extractor", ExtractorSpec, loader.answers("newsparse_extractors")),
            backends=checker.accepted("backend", BackendSpec, loader.answers("newsparse_backends")),
            readers=checker.accepted("reader", ReaderSpec, loader.answers("newsparse_readers")),
            writers=checker.accepted("writer", WriterSpec, loader.answers("newsparse_writers")),
            commands=checker.commands(further("newsparse_commands")),
            models=checker.accepted("model", ModelSpec, loader.answers("newsparse_models")),
            corpora=checker.accepted("corpus", CorpusSpec, further("newsparse_corpora")),
            systems=checker.accepted("system", SystemSpec, further("newsparse_systems")),
            metrics=checker.accepted("metric", MetricSpec, further("newsparse_metrics")),
            kind_offers=kind_offers,
            kinds=kinds,
            recipe=recipe,
            problems=tuple(ledger.problems),
        )

    def extractor(self, name: str) -> Offer[ExtractorSpec]:
        """The extractor of that name; raises ``UnknownNameError``."""
        return self._pick("extractor", self.extractors, name)

    def backend(self, name: str) -> Offer[BackendSpec]:
        """The backend of that name; raises ``UnknownNameError``."""
        return self._pick("backend", self.backends, name)

    def reader(self, name: str) -> Offer[ReaderSpec]:
        """The reader of that name; raises ``UnknownNameError``."""
        return self._pick("reader", self.readers, name)

    def writer(self, name: str) -> Offer[WriterSpec]:
        """The writer of that name; raises ``UnknownNameError``."""
        return self._pick("writer", self.writers, name)

    def model(self, name: str) -> Offer[ModelSpec]:
        """The model of that name; raises ``UnknownNameError``."""
        return self._pick("model", self.models, name)

    @property
    def not_loaded(self) -> str:
        """What did not load, for the hint of an error that it may explain; empty where everything did."""
        missing = " ".join(problem.message for problem in self.problems)
        return f"Not loaded: {missing}" if missing else ""

    def _pick(self, what: str, offers: Mapping[str, Offer[Record]], name: str) -> Offer[Record]:
        if name in offers:
            return offers[name]
        known = ", ".join(sorted(offers)) or "none"
        raise UnknownNameError(
            f"no installed plugin has the {what} {name!r} (there are: {known}).", hint=self.not_loaded
        )


def _no_answers(_hook: str) -> Answers:
    """What plugins answer to a hook that is not called."""
    return ()
