"""Running many documents in batches: in order, one result each, never more than a batch in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import attrs

from newsparse.model import Document


@attrs.define
class Batches:
    """Cuts an iterable into lists.

    Where the iterable itself raises, the items read before come as a last, shorter list; ``failure`` is then what it
    raised, for the caller to raise once those are done.
    """

    items: Iterable[object]
    size: int
    failure: Exception | None = None

    def __iter__(self) -> Iterator[list[object]]:
        """The lists, each as soon as it is full."""
        batch: list[object] = []
        for item in self._each():
            batch.append(item)
            if len(batch) == self.size:
                yield batch
                batch = []
        if batch:
            yield batch

    def _each(self) -> Iterator[object]:
        try:
            yield from self.items
        except Exception as error:
            self.failure = error


def in_this_process(
    run: Callable[[Sequence[object]], list[Document]], documents: Iterable[object], *, batch_size: int
) -> Iterator[Document]:
    """The documents that ``run`` gives for each batch of ``documents``."""
    batches = Batches(documents, batch_size)
    for batch in batches:
        yield from run(batch)
    if batches.failure:
        raise batches.failure
