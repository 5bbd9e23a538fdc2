"""A process that builds one system and times it: ``python -m newsparse_bench.worker JOB.json ANSWER.json``."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from newsparse.model import Document
from newsparse.specs import Annotate
from newsparse_bench.predictions import safely
from newsparse_bench.results import Timing
from newsparse_bench.systems import SystemMissingError, choose
from newsparse_bench.timing import Answer, Job, read, write

WARM_UP = "A first sentence, so that everything is loaded."


def work(job: Job) -> Answer:
    """The seconds of loading and of each task of ``job``, words per second, and crashes."""
    begin = time.perf_counter()
    try:
        annotate = choose(job.system).make()
    except SystemMissingError as error:
        return Answer(missing=str(error))
    load = time.perf_counter() - begin
    seconds(annotate, [[WARM_UP]])
    one_by_one = [[text] for text in job.single]
    first, _ = rate(annotate, one_by_one)
    batch, crashes = rate(annotate, [job.batch])
    single, _ = rate(annotate, one_by_one)
    return Answer(
        load=load,
        conditions=getattr(annotate, "conditions", dict)(),
        first=first,
        single=single,
        batch=batch,
        crashes=crashes,
        length=tuple(Timing(len(text.split()), seconds(annotate, [[text]])[0]) for text in job.length),
        count=tuple(Timing(len(texts), seconds(annotate, [texts])[0]) for texts in job.count),
    )


def rate(annotate: Annotate, batches: Sequence[Sequence[str]]) -> tuple[float, int]:
    """Words per second over all batches, and the number of crashes."""
    taken, crashes = seconds(annotate, batches)
    return sum(len(text.split()) for batch in batches for text in batch) / taken, crashes


def seconds(annotate: Annotate, batches: Sequence[Sequence[str]]) -> tuple[float, int]:
    """The time for all batches in seconds, and how many articles made the system crash.

    After a crash the articles of the batch are timed again, one by one.
    """
    documents = [[Document(text=text, id=str(index)) for index, text in enumerate(batch)] for batch in batches]
    begin = time.perf_counter()
    crashes = sum(bool(document.failures) for batch in documents for document in safely(annotate, batch, "worker"))
    return time.perf_counter() - begin, crashes


if __name__ == "__main__":
    asked, given = map(Path, sys.argv[1:3])
    write(work(read(asked, Job)), given)
