"""The registry of annotation kinds: the type that a kind's name refers to, and the layer that holds it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, ClassVar, Protocol

import attrs

from newsparse.errors import KindError
from newsparse.model import Annotation, Attribution, Entity, Finding, Mention, NumberClaim, Quote, Sentence, Token

RESERVED_FIELDS = frozenset({"kind", "v"})
"""What every annotation carries on the wire besides its own fields."""

_NAME = re.compile(r"[a-z][a-z0-9-]*")


class KindRecord(Protocol):
    """What the registry needs to know of a kind; ``newsparse.specs.KindSpec`` is one."""

    @property
    def type(self) -> type[Annotation]:
        """The annotation's type."""

    @property
    def layer(self) -> str:
        """The layer that holds it."""


@attrs.frozen(kw_only=True)
class Unrecognised(Annotation):
    """An annotation whose kind, or whose version of a kind, nobody here knows: kept, and written back as it was.

    ``kind`` and ``version`` are those on the wire, ``raw`` the whole annotation as JSON. ``whole`` says that it
    represents a layer written as columns; ``span`` is then the envelope of the layer.
    """

    KIND: ClassVar[str] = "unrecognised"

    kind: str
    version: int
    raw: str = attrs.field(repr=False)
    whole: bool = False

    @property
    def fields(self) -> dict[str, Any]:
        """What was on the wire, as a new mapping."""
        fields: dict[str, Any] = json.loads(self.raw)
        return fields


@attrs.frozen(kw_only=True)
class Kind:
    """A kind in the registry: its name (``type.KIND``), type and layer.

    Raises ``KindError`` for a type that could not be written or distinguished.
    """

    type: type[Annotation]
    layer: str

    def __attrs_post_init__(self) -> None:
        """Refuse a type that breaks the rules of kinds."""
        fault = _fault(self.type, self.layer)
        if fault:
            raise KindError(f"{_named(self.type)} {fault}.")

    @property
    def name(self) -> str:
        """The kind's name on the wire and in ids."""
        return self.type.KIND


def _as_kinds(records: Iterable[KindRecord]) -> tuple[Kind, ...]:
    return tuple(item if isinstance(item, Kind) else Kind(type=item.type, layer=item.layer) for item in records)


@attrs.frozen
class KindRegistry:
    """Kinds, each name, type and layer once. It never changes: ``extended`` gives a larger one.

    It iterates over its ``Kind`` records, and ``in`` asks for a name. Raises ``KindError`` for what is claimed twice.
    """

    kinds: tuple[Kind, ...] = attrs.field(converter=_as_kinds)
    _by_name: dict[str, Kind] = attrs.field(init=False, repr=False, eq=False)
    _by_layer: dict[str, Kind] = attrs.field(init=False, repr=False, eq=False)

    @_by_name.default
    def _index_names(self) -> dict[str, Kind]:
        return {kind.name: kind for kind in self.kinds}

    @_by_layer.default
    def _index_layers(self) -> dict[str, Kind]:
        return {kind.layer: kind for kind in self.kinds}

    def __attrs_post_init__(self) -> None:
        """Refuse a name or a layer that is claimed twice."""
        names: dict[str, Kind] = {}
        layers: dict[str, Kind] = {}
        for kind in self.kinds:
            _claim("kind", kind.name, kind, names)
            _claim("layer", kind.layer, kind, layers)

    def __iter__(self) -> Iterator[Kind]:
        """The kinds, in the order in which they were registered."""
        return iter(self.kinds)

    def __len__(self) -> int:
        """How many kinds there are."""
        return len(self.kinds)

    def __contains__(self, name: object) -> bool:
        """Whether there is a kind of that name."""
        return name in self._by_name

    def get(self, name: str) -> Kind | None:
        """The kind of that name, or None."""
        return self._by_name.get(name)

    def kind(self, name: str) -> Kind:
        """The kind of that name; raises ``KindError`` naming those that there are."""
        found = self._by_name.get(name)
        if found is None:
            raise KindError(f"unknown kind {name!r} (known: {', '.join(self._by_name) or 'none'}).")
        return found

    def of_layer(self, layer: str) -> Kind | None:
        """The kind that the layer holds, or None."""
        return self._by_layer.get(layer)

    def of_type(self, type: type[Annotation]) -> Kind:
        """The kind that is exactly this type; raises ``KindError`` when there is none."""
        found = self._by_name.get(type.KIND)
        if found is None or found.type is not type:
            raise KindError(f"{_named(type)} is not a registered kind.", hint="Register it in a newsparse_kinds hook.")
        return found

    def extended(self, records: Iterable[KindRecord]) -> KindRegistry:
        """A registry with these kinds added; raises ``KindError`` when one is taken."""
        return KindRegistry((*self.kinds, *records))


def _claim(what: str, name: str, kind: Kind, claimed: dict[str, Kind]) -> None:
    if name in claimed:
        first = claimed[name]
        raise KindError(f"two types claim the {what} {name!r}: {_named(first.type)} and {_named(kind.type)}.")
    claimed[name] = kind


def _named(type: type) -> str:
    return f"{type.__module__}.{type.__qualname__}"


def _fault(type: type[Annotation], layer: str) -> str:
    """Why the type cannot be a kind, in words that follow its name; empty if it can."""
    if not issubclass(type, Annotation) or "__attrs_attrs__" not in vars(type):
        return "is not an attrs class derived from newsparse.model.Annotation"
    if "KIND" not in vars(type) or type.KIND in (Annotation.KIND, Unrecognised.KIND):
        return "does not set a KIND"
    if not _NAME.fullmatch(type.KIND) or not _NAME.fullmatch(layer):
        return f"has a name that is not lower-case letters, digits and '-': kind {type.KIND!r}, layer {layer!r}"
    if type.SCHEMA < 1:
        return f"needs a SCHEMA of 1 or more, not {type.SCHEMA}"
    taken = RESERVED_FIELDS & set(attrs.fields_dict(type))
    return f"has a field named {sorted(taken)[0]!r}, which is taken on the wire" if taken else ""


BUILTIN_KINDS: tuple[Kind, ...] = (
    Kind(type=Sentence, layer="sentences"),
    Kind(type=Token, layer="tokens"),
    Kind(type=Mention, layer="mentions"),
    Kind(type=Entity, layer="entities"),
    Kind(type=Attribution, layer="attributions"),
    Kind(type=Quote, layer="quotes"),
    Kind(type=NumberClaim, layer="numbers"),
    Kind(type=Finding, layer="findings"),
)
"""The kinds that newsparse itself brings."""

_BUILTIN = KindRegistry(BUILTIN_KINDS)


@attrs.frozen
class InstalledKinds(KindRegistry):
    """The built-in kinds, and those of installed plugins once a name is asked for that no built-in kind has."""

    def get(self, name: str) -> Kind | None:
        """The kind of that name, or None; the first unknown name imports the plugins, once in a process."""
        return KindRegistry.get(self, name) or installed_kinds().get(name)


@lru_cache(maxsize=1)
def installed_kinds() -> KindRegistry:
    """The built-in kinds and those of all installed plugins; imports the plugins."""
    from newsparse.host import Host

    return Host.discover(strict=False, everything=False).kinds


def lazy_registry() -> KindRegistry:
    """A registry of the built-in kinds that looks among the installed plugins for all others."""
    return _LAZY


_LAZY = InstalledKinds(BUILTIN_KINDS)


def builtin_registry() -> KindRegistry:
    """A registry of the kinds that newsparse itself brings."""
    return _BUILTIN
