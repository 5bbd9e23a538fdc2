"""Which engine runs the model and in which number format: as requested, or as suits this machine."""

from __future__ import annotations

import importlib.util
from typing import Literal, cast, get_args

import attrs

from newsparse.errors import ModelMissingError
from newsparse_english.hardware import bfloat_products, byte_products

Precision = Literal["int8-bfloat16", "int8", "float32"]
"""Bytes for the products with weights and bfloat16 or float32 for all others, or float32 for all."""

EngineName = Literal["openvino", "onnxruntime"]

MIXED: Precision = "int8-bfloat16"
HINT = "Get one: pip install openvino, or pip install onnxruntime."


@attrs.frozen
class Choice:
    """An engine and a number format, each with the reason for it."""

    engine: EngineName
    precision: Precision
    why_engine: str
    why_precision: str


def choose(engine: str | None = None, precision: str | None = None, *, has_bytes: bool = True) -> Choice:
    """The engine and the format to use; ``has_bytes`` says whether the model has an int8 form.

    Raises ``ValueError`` for an unknown name or a format in which the engine does not compute, ``ModelMissingError``
    for an engine or a form that is missing.
    """
    _check("engine", engine, get_args(EngineName))
    _check("precision", precision, get_args(Precision))
    name, why_name = _engine(engine)
    format_, why = (precision, "asked for") if precision else _precision(name, has_bytes=has_bytes)
    if format_ != "float32" and not has_bytes:
        raise ModelMissingError("the model has no int8 form.", hint="Export it again with --data.")
    if format_ == MIXED and name != "openvino":
        raise ValueError(f"{name} does not compute in {MIXED}: ask for int8.")
    return Choice(cast("EngineName", name), cast("Precision", format_), why_name, why)


def _precision(engine: str, *, has_bytes: bool) -> tuple[str, str]:
    found = sorted(byte_products())
    if not has_bytes:
        return "float32", "the model has no int8 form"
    if not found:
        return "float32", "int8 is slower on a processor without products of bytes"
    bfloats = sorted(bfloat_products()) if engine == "openvino" else []
    return MIXED if bfloats else "int8", f"fastest on a processor with {', '.join([*bfloats, *found])}"


def _engine(asked: str | None) -> tuple[str, str]:
    there = [name for name in get_args(EngineName) if installed(name)]
    if asked is not None and asked not in there:
        raise ModelMissingError(f"the engine {asked} is not installed.", hint=f"Get it: pip install {asked}.")
    if not there:
        raise ModelMissingError("neither openvino nor onnxruntime is installed.", hint=HINT)
    if asked is not None:
        return asked, "asked for"
    return there[0], "the fastest one" if there[0] == "openvino" else "openvino is not installed"


def installed(engine: str) -> bool:
    """Whether the engine of that name can be imported."""
    return importlib.util.find_spec(engine) is not None


def _check(what: str, given: str | None, known: tuple[str, ...]) -> None:
    if given is not None and given not in known:
        raise ValueError(f"{what} must be one of {', '.join(known)}, got {given!r}.")
