"""The models of this package as ``newsparse models`` shows them: their facts, and how they run on this machine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache, partial
from importlib import resources
from typing import Any, cast

from newsparse.specs import LearnedFrom, ModelFacts, ModelSpec
from newsparse_english import hardware, packed
from newsparse_english.packed import BYTES, DEFAULT, SIZES, check, complete, digest, folder
from newsparse_english.precisions import choose

NAME = "english"
"""The name of the default model; the others have their size after it."""


def specs() -> list[ModelSpec]:
    """The models that are installed, by size."""
    return [
        ModelSpec(
            name=NAME if size == DEFAULT else f"{NAME}-{size}",
            summary=f"The English model of size {size!r}: {SIZES[size]}.",
            folder=partial(folder, size),
            verify=partial(verify, size),
            card=card,
            runs=partial(runs, size),
            facts=partial(facts, size),
            model=digest(folder(size)),
        )
        for size in packed.installed()
    ]


def verify(size: str) -> None:
    """Raises ``ModelMissingError`` or ``ModelDamagedError`` unless all files match their digests."""
    check(folder(size))


def card() -> str:
    """The model card, which is about all sizes."""
    return resources.files(__package__).joinpath("MODEL_CARD.md").read_text("utf-8")


def runs(size: str) -> Iterator[str]:
    """With which engine and number format the model runs here, and why; raises ``ModelMissingError``."""
    complete(folder(size))
    choice = choose(has_bytes=(folder(size) / BYTES).is_file())
    yield f"engine: {choice.engine} ({choice.why_engine})"
    yield f"precision: {choice.precision} ({choice.why_precision})"
    yield f"threads: {hardware.threads()} ({hardware.why_threads()})"
    yield f"processor: {hardware.instructions()}"


def facts(size: str) -> ModelFacts:
    """What the model was learned from, its figures and its limits."""
    known = _facts()
    own = known["sizes"][size]
    return ModelFacts(
        learned_from=tuple(LearnedFrom(**item) for item in known["learned_from"] + own["learned_from"]),
        advice=known["advice"],
        figures=tuple((item["measured"], item["figure"]) for item in own["figures"]),
        limits=tuple(known["limits"] + own["limits"]),
    )


@cache
def _facts() -> dict[str, Any]:
    text = resources.files(__package__).joinpath("facts.json").read_text("utf-8")
    return cast("dict[str, Any]", json.loads(text))
