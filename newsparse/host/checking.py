"""Checks on what plugins provide: the right records, for the right version, under names that nobody else has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

import attrs
import click

from newsparse.errors import PluginConflictError
from newsparse.guard import Caught, attempt
from newsparse.host.loading import Ledger, first_line
from newsparse.host.records import Offer, Plugin
from newsparse.kinds import KindRegistry, builtin_registry
from newsparse.specs import API, ExtractorSpec, KindSpec

Record = TypeVar("Record")
Answers = Iterable[tuple[Plugin, object]]

CORE = "newsparse"


@attrs.frozen
class Checker:
    """Sorts out the records of one hook; what is refused is noted in ``ledger``.

    ``reserved`` names the extractors that only one distribution may offer, and that distribution.
    """

    ledger: Ledger
    reserved: Mapping[str, str] = attrs.field(factory=dict)

    def accepted(self, what: str, kind: type[Record], answers: Answers) -> dict[str, Offer[Record]]:
        """The valid records by name; ``what`` is how messages call them ("extractor")."""
        offers: dict[str, Offer[Record]] = {}
        for plugin, record in self._valid(what, kind, answers):
            name = str(getattr(record, "name", None))
            if name in offers:
                self._clash(f"the {what} {name!r}", str(offers[name].plugin), plugin)
            else:
                offers[name] = Offer(spec=record, plugin=plugin)
        return offers

    def commands(self, answers: Answers) -> dict[str, Offer[click.Command]]:
        """The commands by name; click's own type carries no version of the plugin records."""
        return self.accepted("command", click.Command, answers)

    def kinds(self, answers: Answers) -> tuple[KindRegistry, dict[str, Offer[KindSpec]]]:
        """The registry of the built-in kinds and all valid ones, and those of plugins by name."""
        registry = builtin_registry()
        offers: dict[str, Offer[KindSpec]] = {}
        for plugin, record in self._valid("kind", KindSpec, answers):
            extended = attempt(registry.extended, [record])  # a plugin's own class may raise when it is looked into
            if isinstance(extended, Caught):
                self._refuse_kind(registry, offers, plugin, record, extended.error)
            else:
                registry = extended
                offers[record.type.KIND] = Offer(spec=record, plugin=plugin)
        return registry, offers

    def _refuse_kind(
        self,
        registry: KindRegistry,
        offers: Mapping[str, Offer[KindSpec]],
        plugin: Plugin,
        record: KindSpec,
        error: BaseException,
    ) -> None:
        name = str(getattr(record.type, "KIND", record.type))
        holder = registry.get(name) or registry.of_layer(record.layer)
        if holder is None:
            self.ledger.note(plugin, PluginConflictError(f"{plugin}: {first_line(error)}."), error)
        else:
            first = str(offers[holder.name].plugin) if holder.name in offers else CORE
            self._clash(f"the kind {name!r} or its layer {record.layer!r}", first, plugin)

    def _valid(self, what: str, kind: type[Record], answers: Answers) -> Iterator[tuple[Plugin, Record]]:
        for plugin, record in answers:
            if not isinstance(record, kind):
                wrong = f"{plugin} provides {type(record).__name__} as {what}; expected {kind.__name__}."
                self.ledger.note(plugin, PluginConflictError(wrong))
                continue
            done = attempt(self._check, what, plugin, record)  # a plugin's own class may raise when it is looked at
            if not isinstance(done, Caught):
                yield plugin, record
            elif isinstance(done.error, PluginConflictError):
                self.ledger.note(plugin, done.error, done.error.__cause__)
            else:
                wrong = f"{plugin} provides {what} records that cannot be read: {first_line(done.error)}."
                self.ledger.note(plugin, PluginConflictError(wrong), done.error)

    def _check(self, what: str, plugin: Plugin, record: object) -> None:
        """Raise ``PluginConflictError`` for a record of the right type that cannot be accepted."""
        version = getattr(record, "api", API)
        if version != API:
            wrong = f"{plugin} provides {what} records made for version {version}; this newsparse reads version {API}."
            raise PluginConflictError(wrong, hint="Install versions that fit together.")
        config = getattr(record, "config", None)
        if not (config is None or attrs.has(config)):
            name = getattr(record, "name", None)
            raise PluginConflictError(f"{plugin}: the config of the {what} {name!r} is not an attrs class.")
        if not isinstance(record, ExtractorSpec):
            return
        owner = self.reserved.get(record.name, plugin.distribution)
        if owner != plugin.distribution:
            wrong = f"{plugin}: the name {record.name!r} is reserved for the {what} of {owner}."
            raise PluginConflictError(wrong, hint="Give it another name.")

    def _clash(self, thing: str, first: str, second: Plugin) -> None:
        message = f"{thing} is claimed by {first} and by {second}; the second one is refused."
        self.ledger.note(second, PluginConflictError(message, hint="Uninstall one of the two."))
