"""The number formats that the network can run in, and the best one for this processor."""

from __future__ import annotations

from typing import Literal, get_args

import torch

Precision = Literal["bfloat16", "float32"]


def chosen(precision: Precision | None) -> Precision:
    """``precision``, or bfloat16 where the processor supports it natively, else float32.

    The model card has speed and figures for each, and says why int8 is not among them. Raises ``ValueError``
    for another name.
    """
    if precision is None:
        native = torch.backends.cpu.get_cpu_capability() == "AVX512" and torch.ops.mkldnn._is_mkldnn_bf16_supported()
        return "bfloat16" if native else "float32"
    if precision not in get_args(Precision):
        raise ValueError(f"precision must be one of {', '.join(get_args(Precision))}, got {precision!r}.")
    return precision
