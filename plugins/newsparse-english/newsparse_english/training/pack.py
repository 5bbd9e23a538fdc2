"""Packs a checkpoint into the package: ``python -m newsparse_english.training.pack RUN/best.pt``."""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import attrs
import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer

from newsparse_english.embedding import in_bytes, in_floats
from newsparse_english.network import ORDERED
from newsparse_english.packed import ABOUT, EMBEDDINGS, LEMMAS, SUBWORDS, WEIGHTS, folder, place
from newsparse_english.training.export import export
from newsparse_english.training.running import packed_network

ROWS_OF = ("position.", "features.")
"""The starts of the names of the embeddings, except those of subwords."""

FOLLOWS = "follows."
"""The start of the names of the tables that are written to the description, since no graph reads them."""


def averaged(checkpoints: Sequence[Path], shares: Sequence[float] = ()) -> dict[str, Any]:
    """The first checkpoint, with the weighted mean of all checkpoints' weights (equal shares without ``shares``).

    Averaging runs that began at one point keeps what each has learned (Wortsman et al. 2022, model soups). Raises
    ``ValueError`` when the numbers of checkpoints and shares differ or the networks do.
    """
    parts = list(shares) or [1 / len(checkpoints)] * len(checkpoints)
    states = [_state(path) for path in checkpoints]
    if len(parts) != len(states) or any(state["sizes"] != states[0]["sizes"] for state in states):
        raise ValueError("checkpoints to average need one share each and networks of one size")
    networks = [state["network"] for state in states]
    mean = {
        name: sum(share / sum(parts) * network[name] for share, network in zip(parts, networks, strict=True))
        for name in networks[0]
    }
    return states[0] | {"network": mean}


def _state(place: Path) -> dict[str, Any]:
    """The content of a checkpoint, or the same made from a folder of packed weights."""
    if not place.is_dir():
        state: dict[str, Any] = torch.load(place, weights_only=True)
        return state
    network, labels = packed_network(place)
    known = {"names": labels.names, "together": labels.together}
    return {"network": network.state_dict(), "sizes": attrs.asdict(network.sizes), "step": 0, **known}


def pack(state: dict[str, Any], target: Path, *, subwords: Path | None = None) -> str:
    """Writes the model of ``state`` to ``target``, weights and graphs; returns the digest that names it.

    Subwords are packed in bytes, other weights in 16 bits. An int8 graph is removed, since it belongs to other weights:
    ``training.export`` writes a new one. ``subwords`` is the tokenizer of the run; without it subwords, and always
    lemmas, are those of the installed package where ``target`` has none. Files that the folder around ``target`` has as
    well are left to it.
    """
    target.mkdir(parents=True, exist_ok=True)
    own = {name: tensor for name, tensor in state["network"].items() if not name.startswith(FOLLOWS)}
    table = own.pop("word.weight").float().numpy()
    tensors = {name: tensor.half().contiguous() for name, tensor in own.items()}
    rows = {name: tensors.pop(name) for name in list(tensors) if name.startswith(ROWS_OF)}
    (target / EMBEDDINGS).unlink(missing_ok=True)
    if not _same(table, rows, target.parent / EMBEDDINGS):
        words = {name: torch.from_numpy(part) for name, part in in_bytes(table).items()}
        save_file(words | rows, target / EMBEDDINGS)
    save_file(tensors, target / WEIGHTS)
    (target / ABOUT).write_text(json.dumps(_about(state), indent=1, ensure_ascii=False) + "\n", "utf-8")
    if subwords is not None and not _alike(subwords, place(target, SUBWORDS)):
        shutil.copyfile(subwords, target / SUBWORDS)
    for name in (LEMMAS, SUBWORDS):
        if not place(target, name).exists():
            shutil.copyfile(folder() / name, target / name)
    return export(target)


def _about(state: dict[str, Any]) -> dict[str, object]:
    """What is written of a model besides its weights: its sizes, its labels and how they may follow each other."""
    return {
        "sizes": state["sizes"],
        "labels": {head: list(names) for head, names in state["names"].items()},
        "together": [list(row) for row in state["together"]],
        "follows": {head: state["network"][f"{FOLLOWS}{head}"].double().numpy().round(3).tolist() for head in ORDERED},
        "shares": dict.fromkeys(ORDERED, 1.0),
        "step": state["step"],
    }


def _same(table: NDArray[np.float32], rows: dict[str, torch.Tensor], path: Path) -> bool:
    """Whether the file holds the same table of subwords and the same other rows."""
    if not path.is_file():
        return False
    known = load_file(path)
    if not np.array_equal(in_floats({name: value.numpy() for name, value in known.items()}), table):
        return False
    return all(torch.equal(known[name], value) for name, value in rows.items())


def _alike(one: Path, other: Path) -> bool:
    """Whether two tokenizers have the same subwords; the second need not exist."""
    if not other.exists():
        return False
    first, second = (Tokenizer.from_file(str(path)).get_vocab() for path in (one, other))
    return first == second


def beside(checkpoint: Path) -> Path | None:
    """The tokenizer of the run that a checkpoint is from, or of a packed folder; None where there is none."""
    found = (checkpoint if checkpoint.is_dir() else checkpoint.parent) / SUBWORDS
    return found if found.exists() else None


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoints", type=Path, nargs="+", help="checkpoints or folders, averaged")
    parser.add_argument("--shares", type=float, nargs="+", default=(), help="the share of each in the average")
    parser.add_argument("--to", type=Path, default=folder())
    options = parser.parse_args()
    state = averaged(options.checkpoints, options.shares)
    print(f"packed as {pack(state, options.to, subwords=beside(options.checkpoints[0]))}")


if __name__ == "__main__":
    main()
