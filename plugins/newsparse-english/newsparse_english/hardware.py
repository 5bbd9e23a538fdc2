"""What this machine's processor can compute with, and how many threads it should be given."""

from __future__ import annotations

import os
import platform
from pathlib import Path

BYTE_PRODUCTS = frozenset({"avx512_vnni", "avx_vnni", "amx_int8"})
"""Instructions that multiply and add bytes at once; without one of them int8 is slower than float32."""

BFLOAT_PRODUCTS = frozenset({"avx512_bf16", "amx_bf16"})
"""Instructions that multiply and add floats of 16 bits (bfloat16) at once."""

CPUINFO = Path("/proc/cpuinfo")
CAP = "ONEDNN_MAX_CPU_ISA"
"""A variable of the environment that keeps the engines from using newer instructions."""

THREADS = "OMP_NUM_THREADS"
"""A variable of the environment with the number of threads."""

CAPS = {
    "AVX512_CORE": frozenset[str](),
    "AVX2_VNNI": frozenset({"avx_vnni"}),
    "AVX2_VNNI_2": frozenset({"avx_vnni"}),
    "AVX512_CORE_VNNI": frozenset({"avx512_vnni", "avx_vnni"}),
    "AVX512_CORE_BF16": frozenset({"avx512_vnni", "avx_vnni", "avx512_bf16"}),
} | dict.fromkeys(("SSE41", "AVX", "AVX2"), frozenset[str]())
"""The instructions of both kinds that each value of ``CAP`` permits; other values permit all."""


def byte_products() -> frozenset[str]:
    """Those of ``BYTE_PRODUCTS`` that the processor has and the environment allows."""
    return _allowed(BYTE_PRODUCTS & (_flags() or _by_numpy()))


def bfloat_products() -> frozenset[str]:
    """Those of ``BFLOAT_PRODUCTS`` that the processor has and the environment allows, where the system lists them."""
    return _allowed(BFLOAT_PRODUCTS & _flags())


def _allowed(found: frozenset[str]) -> frozenset[str]:
    cap = CAPS.get(os.environ.get(CAP, "").upper())
    return found if cap is None else found & cap


def _flags() -> frozenset[str]:
    """The processor's flags as Linux lists them; empty elsewhere."""
    try:
        lines = CPUINFO.read_text("utf-8").splitlines()
    except OSError:
        return frozenset()
    return frozenset(next((line.split(":", 1)[1] for line in lines if line.startswith("flags")), "").split())


def _by_numpy() -> frozenset[str]:
    """What numpy detects where the system lists no flags: a group of instructions of 2019 that includes VNNI."""
    import numpy as np

    extensions = (np.show_config(mode="dicts") or {}).get("SIMD Extensions", {})
    return frozenset({"avx512_vnni"}) if "AVX512_ICL" in extensions.get("found", ()) else frozenset()


def instructions() -> str:
    """The processor's kind, its instructions on bytes and bfloat16, and what keeps the engines from newer ones."""
    cap = os.environ.get(CAP, "")
    kept = f", kept to {cap} by {CAP}" if cap else ""
    known = sorted(byte_products() | bfloat_products())
    return f"{platform.machine()} with {', '.join(known) or 'no products of bytes'}{kept}"


def threads() -> int:
    """How many threads to use by default: those of ``OMP_NUM_THREADS``, else one for each core that may be used."""
    asked = _asked_threads()
    if asked:
        return asked
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def why_threads() -> str:
    """The reason for that number."""
    return f"{THREADS} says so" if _asked_threads() else "one for each core"


def _asked_threads() -> int:
    asked = os.environ.get(THREADS, "").partition(",")[0]
    return int(asked) if asked.isdigit() else 0
