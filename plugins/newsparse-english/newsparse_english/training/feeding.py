"""Prepares the batches of an epoch, or those of the next epochs in other processes while one is being trained."""

from __future__ import annotations

import multiprocessing
import pickle
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor

from newsparse_english.training.tensors import Batch

Maker = Callable[[int], list[Batch]]
_makers: dict[int, Maker] = {}
"""What the worker processes find in their copy of the memory, since functions made here cannot be sent to them."""


def epochs(make: Maker, first: int, last: int, *, workers: int = 0) -> Iterator[list[Batch]]:
    """The batches of the epochs ``first`` to ``last`` (half-open), which ``make`` returns for the number of one.

    With ``workers`` (only where processes can be forked), as many epochs are prepared ahead. The batches are the same.
    """
    if not workers:
        yield from map(make, range(first, last))
        return
    key = id(make)
    _makers[key] = make
    with ProcessPoolExecutor(workers, multiprocessing.get_context("fork")) as pool:
        ahead: list[Future[bytes]] = []
        for epoch in range(first, min(last, first + workers)):
            ahead.append(pool.submit(_made, key, epoch))
        for epoch in range(first, last):
            found = ahead.pop(0).result()
            if epoch + workers < last:
                ahead.append(pool.submit(_made, key, epoch + workers))
            yield pickle.loads(found)
    del _makers[key]


def _made(key: int, epoch: int) -> bytes:
    """Pickled here, so that tensors travel as bytes and not as one open file each."""
    return pickle.dumps(_makers[key](epoch))
