"""Importing plugins and calling their hooks one at a time, so that none can stop the others."""

from __future__ import annotations

import difflib
import inspect
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any, cast

import attrs
import pluggy

from newsparse import hookspecs
from newsparse.codeplaces import defined_at, raised_at
from newsparse.errors import NewsparseError, PluginConflictError, PluginLoadError, message_of
from newsparse.guard import Caught, attempt
from newsparse.host.records import Plugin, Problem, Tier
from newsparse.host.sources import Candidate
from newsparse.visible import one_line

TRACE = "NEWSPARSE_TRACE_PLUGINS"
STRICT = "NEWSPARSE_STRICT_PLUGINS"


def switched_on(variable: str) -> bool:
    """Whether an environment variable is set to something other than 0."""
    return os.environ.get(variable, "0") not in {"", "0"}


@attrs.define
class Ledger:
    """Notes problems, or raises them when ``strict``."""

    strict: bool
    problems: list[Problem] = attrs.field(factory=list)

    def note(self, plugin: Plugin, error: NewsparseError, cause: BaseException | None = None) -> None:
        """Note one problem of ``plugin``; raises ``error`` itself when strict."""
        if self.strict:
            raise error from cause
        tier: Tier = "load" if isinstance(error, PluginLoadError) else "check"
        self.problems.append(Problem.of(plugin, tier, error))


@attrs.define
class Loader:
    """Imports candidates into its own plugin manager."""

    ledger: Ledger
    manager: pluggy.PluginManager = attrs.field(init=False)
    plugins: list[Plugin] = attrs.field(factory=list, init=False)

    def __attrs_post_init__(self) -> None:
        """Set up the manager with the hooks of newsparse."""
        self.manager = pluggy.PluginManager(hookspecs.PROJECT)
        self.manager.add_hookspecs(hookspecs)

    def load(self, candidate: Candidate) -> None:
        """Import and register one candidate; whatever goes wrong is noted."""
        plugin = candidate.plugin
        trace(f"load {plugin.name} = {plugin.module} ({plugin})")
        module = attempt(candidate.load)
        if isinstance(module, Caught):
            reason = f"{plugin} could not be imported: {located(module.error, plugin)}."
            self.ledger.note(plugin, PluginLoadError(reason), module.error)
        else:
            self._register(plugin, module)

    def answers(self, hook: str) -> Iterator[tuple[Plugin, Any]]:
        """Each record that some plugin provides for ``hook``, with the plugin, in the order of loading."""
        by_name = {registered(plugin): plugin for plugin in self.plugins}
        implementations = {item.plugin_name: item for item in getattr(self.manager.hook, hook).get_hookimpls()}
        # The order of loading, whatever a plugin says of itself (tryfirst): who comes first keeps a name.
        for name in filter(implementations.__contains__, by_name):
            plugin, implementation = by_name[name], implementations[name]
            trace(f"hook {hook} of {plugin.name} ({plugin})")
            for record in self._call(plugin, hook, implementation):
                yield plugin, record

    def _register(self, plugin: Plugin, module: object) -> None:
        wrong = attempt(misnamed, module)  # a module's own __dir__ or __getattr__ may raise anything
        if isinstance(wrong, Caught):
            reason = f"{plugin} cannot be looked into: {first_line(wrong.error)}."
            self.ledger.note(plugin, PluginLoadError(reason), wrong.error)
            return
        for message in wrong:
            self.ledger.note(plugin, PluginConflictError(f"{plugin}: {message}"))
        self._hooked(plugin, module)

    def _hooked(self, plugin: Plugin, module: object) -> None:
        done = attempt(self.manager.register, module, registered(plugin))
        if isinstance(done, Caught):
            reason = first_line(done.error)
            if isinstance(done.error, pluggy.PluginValidationError):
                reason = " ".join(message_of(done.error).split())  # its last lines name the fault
                if self.manager.has_plugin(registered(plugin)):  # older releases of pluggy stop half-way
                    self.manager.unregister(name=registered(plugin))
            self.ledger.note(plugin, PluginConflictError(f"{plugin} cannot be registered: {reason}."), done.error)
            return
        hooks = sorted(caller.name for caller in self.manager.get_hookcallers(module) or () if caller.spec)
        self.plugins.append(attrs.evolve(plugin, hooks=tuple(hooks)))

    def _call(self, plugin: Plugin, hook: str, implementation: pluggy.HookImpl) -> Iterable[Any]:
        # One call per plugin: a manager's own call stops at the first exception and does not name who raised it.
        function = cast("Callable[[], object]", implementation.function)
        given = attempt(records, function)
        if isinstance(given, Caught):
            error = given.error
            kind = PluginConflictError if isinstance(error, PluginConflictError) else PluginLoadError
            self.ledger.note(plugin, kind(f"{plugin}: hook {hook} failed: {located(error, plugin)}."), error)
            return ()
        if isinstance(given, list):
            return given
        reason = f"{plugin}: hook {hook} returned {singular(given)} ({defined_at(function)})."
        self.ledger.note(plugin, PluginConflictError(reason, hint="Return a list of records."))
        return ()


def records(hook: Callable[[], object]) -> object:
    """What a hook gives, as a list where it is several."""
    given = hook()
    return list(given) if isinstance(given, Iterable) else given


def registered(plugin: Plugin) -> str:
    """The name in the manager: distributions, and modules of one distribution, may share the plugin's own name."""
    return f"{plugin.distribution}:{plugin.name}={plugin.module}"


def misnamed(module: object) -> list[str]:
    """What is wrong with the names of a plugin's functions: no such hook, or a hook without the marker."""
    return list(_misnamed(module))


def _misnamed(module: object) -> Iterator[str]:
    known = {name for name in vars(hookspecs) if name.startswith(f"{hookspecs.PROJECT}_")}
    # Only names with the prefix are looked at: a property may raise when it is read.
    for name in filter(_prefixed, dir(module)):
        function = getattr(module, name)
        if not inspect.isroutine(function):
            continue
        marked = getattr(function, f"{hookspecs.PROJECT}_impl", None)
        if name in known and marked is None:
            yield f"{name} is a hook but is not marked with @newsparse.hookimpl."
        elif name not in known and not (marked or {}).get("optionalhook"):
            near = difflib.get_close_matches(name, sorted(known), n=1)
            yield f"there is no hook {name}." + (f" Did you mean {near[0]}?" if near else "")


def _prefixed(name: str) -> bool:
    return name.startswith(f"{hookspecs.PROJECT}_")


def first_line(error: BaseException) -> str:
    """An exception in one line: its type and the first line of its message; of a coded error the message and hint."""
    if isinstance(error, NewsparseError):
        return f"{error.message} {error.hint}".strip().rstrip(".")
    lines = message_of(error).strip().splitlines()
    return f"{type(error).__name__}: {lines[0].rstrip('.')}" if lines else type(error).__name__


def located(error: BaseException, plugin: Plugin) -> str:
    """An exception in one line, with the place in the code of ``plugin`` where it was raised."""
    place = raised_at(error, plugin.module.partition(".")[0])
    return f"{first_line(error)} ({place})" if place else first_line(error)


def singular(given: object) -> str:
    """What was returned in place of a list, in words: "None", "one Quote"."""
    return "None" if given is None else f"one {type(given).__name__}"


def trace(line: str) -> None:
    """One line on standard error when ``NEWSPARSE_TRACE_PLUGINS`` is set; nothing in it can steer the terminal."""
    if switched_on(TRACE):
        print(f"newsparse: {one_line(line)}", file=sys.stderr)
