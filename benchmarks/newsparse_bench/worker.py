"""A process that builds one system and times it: ``python -m newsparse_bench.worker JOB.json ANSWER.json``."""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from newsparse.model import Document
from newsparse.specs import Annotate
from newsparse_bench.systems import SystemMissingError, choose


def work(job: dict[str, Any]) -> dict[str, Any]:
    """The seconds of loading and of each task of ``job``, words a second, MiB of memory at its peak, and crashes."""
    begin = time.perf_counter()
    try:
        annotate = choose(job["system"]).make()
    except SystemMissingError as error:
        return {"missing": str(error)}
    answer: dict[str, Any] = {"load": time.perf_counter() - begin}
    crashes = seconds(annotate, [["A first sentence, so that all is there."]])[1]
    for name, batches in (("single", [[text] for text in job["single"]]), ("batch", [job["batch"]])):
        taken, crashes = seconds(annotate, batches)
        answer[name] = sum(len(text.split()) for batch in batches for text in batch) / taken
    answer["crashes"] = crashes
    answer["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    answer["length"] = [(len(text.split()), seconds(annotate, [[text]])[0]) for text in job["length"]]
    answer["count"] = [(len(texts), seconds(annotate, [texts])[0]) for texts in job["count"]]
    return answer


def seconds(annotate: Annotate, batches: Sequence[Sequence[str]]) -> tuple[float, int]:
    """The time of all batches, and how many articles made the system crash: they are timed up to that."""
    documents = [[Document(text=text, id=str(index)) for index, text in enumerate(batch)] for batch in batches]
    crashes = 0
    begin = time.perf_counter()
    for batch in documents:
        try:
            crashes += sum(bool(document.failures) for document in annotate(batch))
        except Exception:  # a peer may raise anything: the rest of a batch is then timed one by one
            for document in batch:
                try:
                    list(annotate([document]))
                except Exception:
                    crashes += 1
    return time.perf_counter() - begin, crashes


if __name__ == "__main__":
    asked, given = map(Path, sys.argv[1:3])
    result = work(json.loads(asked.read_text("utf-8")))
    given.write_text(json.dumps(result), "utf-8")
