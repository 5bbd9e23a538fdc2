"""The parameters of a training run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

WEIGHTS = {
    "start": 1.0,
    "upos": 0.5,
    "xpos": 0.5,
    "feats": 0.3,
    "entity": 1.5,
    "role": 1.5,
    "nested": 1.0,
    "entity.path": 0.75,
    "role.path": 0.75,
    "arc": 1.0,
    "deprel": 0.7,
    "link": 0.5,
    "vectors": 1.0,
}
"""The weights of the losses by head (".path" for whole sequences of its tags), and of the distance to the vectors
that a larger model's heads read."""


@attrs.frozen(kw_only=True)
class Recipe:
    """The parameters of a training run; rates are those of the first run in the model card.

    ``weights`` overrides ``WEIGHTS``, the weights of the losses. An epoch reads a random ``share`` of the texts of the
    corpora, each labelled article ``repeat`` times, ``framed`` sentences made by ``training.nested`` and ``made`` lines
    by ``training.made``; a share ``substituted`` of the texts with names gets others by ``training.names``. With
    ``known_names``, texts without labelled names have those of ``training.consistent``.
    """

    epochs: int = 12
    subwords: int = 4000
    encoder_rate: float = 1.5e-4
    head_rate: float = 1e-3
    warm: float = 0.06
    hidden_words: float = 0.1
    encoder_noise: float = 0.1
    head_noise: float = 0.3
    averaged: float = 0.998
    share: float = 1.0
    repeat: int = 1
    framed: int = 1200
    substituted: float = 0.35
    made: int = 300
    known_names: bool = False
    weights: Mapping[str, float] = attrs.field(factory=dict)
    seed: int = 13
    save_seconds: int = 240


def weights_of(given: Iterable[str]) -> dict[str, float]:
    """The weights in ``given`` ("role=0.75") by head; raises ``ValueError`` for an unknown head or number."""
    pairs = [item.partition("=") for item in given]
    unknown = sorted({head for head, _, _ in pairs} - WEIGHTS.keys())
    if unknown:
        raise ValueError(f"no head {', '.join(unknown)}: there are {', '.join(WEIGHTS)}")
    return {head: float(number) for head, _, number in pairs}
