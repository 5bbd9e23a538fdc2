"""Packs a checkpoint into the package: ``python -m newsparse_english.pack RUN/best.pt``."""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import attrs
import torch
from safetensors.torch import save_file

from newsparse_english.base import base_folder
from newsparse_english.model import folder
from newsparse_english.network import Sizes


def pack(checkpoint: Path, target: Path) -> dict[str, object]:
    """Writes ``model.safetensors`` (float16), ``model.json`` and ``tokenizer.json`` to ``target``; gives the second."""
    state = torch.load(checkpoint, weights_only=True)
    labels = {head: list(names) for head, names in state["names"].items()}
    target.mkdir(parents=True, exist_ok=True)
    weights = target / "model.safetensors"
    save_file({name: tensor.half().contiguous() for name, tensor in state["network"].items()}, weights)
    about: dict[str, object] = {
        "sha256": hashlib.sha256(weights.read_bytes()).hexdigest(),
        "sizes": attrs.asdict(Sizes(**{head: len(names) for head, names in labels.items()})),
        "labels": labels,
        "step": state["step"],
    }
    (target / "model.json").write_text(json.dumps(about, indent=1, ensure_ascii=False) + "\n", "utf-8")
    shutil.copyfile(base_folder() / "tokenizer.json", target / "tokenizer.json")
    return about


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--to", type=Path, default=folder())
    options = parser.parse_args()
    about = pack(options.checkpoint, options.to)
    print(f"packed step {about['step']} as {about['sha256']}")


if __name__ == "__main__":
    main()
