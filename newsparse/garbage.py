"""When Python's cyclic garbage collector runs: between batches, not inside them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Keeps the collector, where it is on, from running in the block, or in a function that this decorates.

    A batch makes hundreds of thousands of objects, and nearly all of them are part of its documents, or kept to compare
    others with. Each time so many are new, the collector would look for garbage among them, and from time to time among
    all that was ever loaded.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
