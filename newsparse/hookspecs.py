"""The hooks of newsparse: each is called once, at load, and hands over frozen records."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pluggy

from newsparse.specs import BackendSpec, ExtractorSpec, KindSpec, ReaderSpec, WriterSpec

if TYPE_CHECKING:
    import click

PROJECT = "newsparse"
hookspec = pluggy.HookspecMarker(PROJECT)
