"""The marks of hooks: on their specifications here, and on a plugin's functions."""

from __future__ import annotations

import pluggy

PROJECT = "newsparse"
"""The name of the entry-point group, and the prefix of every hook's name."""

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)
