"""The folder of a packed model: its files and their digests, without importing torch."""

from __future__ import annotations

import hashlib
from importlib import resources
from pathlib import Path

from newsparse.errors import ModelDamagedError, ModelMissingError

WEIGHTS = "model.safetensors"
"""The float weights; the graphs refer to them."""

FLOATS, BYTES, RELATION = "float32.onnx", "int8.onnx", "relation.onnx"
"""The graph that reads a window, the same with weights as bytes (a model may lack it), and the one for relations."""

FILES = (FLOATS, BYTES, "lemmas.json", "model.json", WEIGHTS, RELATION, "tokenizer.json")
"""The files of a model: graphs, lemmas, sizes and classes, weights, subwords."""

SUMS = "SHA256SUMS"
"""The list of the digests of ``FILES``, as ``sha256sum`` writes it; its own digest identifies the model."""

AGAIN = "Reinstall newsparse-english, or pack your own weights again."


def folder() -> Path:
    """The folder of the packed model in the installed package."""
    return Path(str(resources.files(__package__).joinpath("weights")))


def digest(where: Path) -> str | None:
    """The digest (SHA-256, hexadecimal) that names the model in ``where``; None if there is no model."""
    path = where / SUMS
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None


def complete(where: Path) -> None:
    """Raises ``ModelMissingError``, which names the files that are missing in ``where``."""
    listed = (where / SUMS).read_text("utf-8") if (where / SUMS).is_file() else ""
    needed = (name for name in (*FILES, SUMS) if name != BYTES or name in listed)
    missing = [name for name in needed if not (where / name).is_file()]
    if missing:
        raise ModelMissingError(f"the model in {where} lacks {', '.join(missing)}.", hint=AGAIN)


def check(where: Path) -> None:
    """Raises ``ModelMissingError`` or ``ModelDamagedError`` unless all files in ``where`` match their digests."""
    complete(where)
    listed = (where / SUMS).read_text("utf-8").splitlines()
    wrong = [line[66:] for line, own in zip(listed, _sums(where), strict=False) if line != own]
    if wrong or len(listed) != len(_files(where)):
        names = ", ".join(wrong) or SUMS
        raise ModelDamagedError(f"{names} in {where} does not match its digest.", hint=AGAIN)


def seal(where: Path) -> str:
    """Writes the digests of the files in ``where``; returns the digest that names the model."""
    text = "".join(f"{line}\n" for line in _sums(where)).encode()
    (where / SUMS).write_bytes(text)
    return hashlib.sha256(text).hexdigest()


def _sums(where: Path) -> list[str]:
    return [f"{hashlib.sha256((where / name).read_bytes()).hexdigest()}  {name}" for name in _files(where)]


def _files(where: Path) -> list[str]:
    return [name for name in FILES if name != BYTES or (where / name).is_file()]
