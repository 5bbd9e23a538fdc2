"""The folder of a packed model: its files and their digests, without importing torch."""

from __future__ import annotations

import hashlib
from importlib import resources
from importlib.util import find_spec
from pathlib import Path

from newsparse.errors import ModelDamagedError, ModelMissingError, UnknownNameError

WEIGHTS = "model.safetensors"
"""The weights that the graphs refer to: 16-bit floats, or bytes with their scales where a model has an int8 form."""

EMBEDDINGS = "embeddings.safetensors"
"""The rows of subwords, places and features, which are looked up outside the graphs."""

FLOATS, BYTES, RELATION = "float32.onnx", "int8.onnx", "relation.onnx"
"""The graph that reads a window, the same computing with bytes (a model may lack it), and the one for relations."""

LEMMAS, ABOUT, SUBWORDS = "lemmas.json", "model.json", "tokenizer.json"
"""The dictionary of lemmas, the sizes and classes, and the table of subwords."""

SHARED = (EMBEDDINGS, LEMMAS, SUBWORDS)
"""Files that the folder of a smaller model may leave to the folder around it."""

FILES = (EMBEDDINGS, FLOATS, BYTES, LEMMAS, ABOUT, WEIGHTS, RELATION, SUBWORDS)
"""The files of a model."""

SUMS = "SHA256SUMS"
"""The list of the digests of ``FILES``, as ``sha256sum`` writes it; its own digest identifies the model."""

DEFAULT = "full"
SIZES = {
    DEFAULT: "finds most of what people say, and has the best trees",
    "cased": "finds a few more names in news of the world, and fewer statements; a little slower",
    "small": "reads faster and finds a little less",
}
"""The sizes of model that there are, each with what it is good for."""

ELSEWHERE = {"cased": "newsparse_english_cased"}
"""The sizes whose weights are in a package that is installed separately."""

AGAIN = "Reinstall newsparse-english, or pack your own weights again."


def folder(size: str | None = None) -> Path:
    """The folder of the packed model of that size.

    Raises ``UnknownNameError`` for an unknown size, ``ModelMissingError`` if its package is not installed.
    """
    if size is not None and size not in SIZES:
        raise UnknownNameError(f"there is no English model of size {size!r} (there are: {', '.join(SIZES)}).")
    package = ELSEWHERE.get(size or DEFAULT, __package__)
    if find_spec(package) is None:
        name = package.replace("_", "-")
        raise ModelMissingError(
            f"the English model of size {size!r} is not installed.", hint=f"Install it: pip install {name}."
        )
    weights = Path(str(resources.files(package).joinpath("weights")))
    return weights / str(size) if package == __package__ and size not in (None, DEFAULT) else weights


def installed() -> list[str]:
    """The sizes of the models that are installed."""
    return [size for size in SIZES if size not in ELSEWHERE or find_spec(ELSEWHERE[size])]


def place(where: Path, name: str) -> Path:
    """Where the file ``name`` of the model in ``where`` is: in its folder, or in the one around it if it is shared."""
    return where / _named(where, name)


def digest(where: Path) -> str | None:
    """The digest (SHA-256, hexadecimal) that names the model in ``where``; None if there is no model."""
    path = where / SUMS
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None


def complete(where: Path) -> None:
    """Raises ``ModelMissingError``, which names the files that are missing in ``where``."""
    listed = (where / SUMS).read_text("utf-8") if (where / SUMS).is_file() else ""
    needed = (name for name in (*FILES, SUMS) if name != BYTES or name in listed)
    missing = [name for name in needed if not place(where, name).is_file()]
    if missing:
        raise ModelMissingError(f"the model in {where} lacks {', '.join(missing)}.", hint=AGAIN)


def check(where: Path) -> None:
    """Raises ``ModelMissingError`` or ``ModelDamagedError`` unless all files in ``where`` match their digests."""
    complete(where)
    listed = (where / SUMS).read_text("utf-8").splitlines()
    wrong = [line.partition("  ")[2] for line, own in zip(listed, _sums(where), strict=False) if line != own]
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
    return [_named(where, name) for name in FILES if name != BYTES or (where / name).is_file()]


def _named(where: Path, name: str) -> str:
    shared = name in SHARED and not (where / name).is_file() and (where.parent / name).is_file()
    return f"../{name}" if shared else name
