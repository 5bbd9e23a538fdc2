"""Engines and number formats: all read alike, windows do not depend on each other, and nothing is sent anywhere."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import get_args

import attrs
import numpy as np
import pytest
from click.testing import CliRunner
from tokenizers import Tokenizer

import newsparse
from newsparse.cli import main
from newsparse.errors import ModelMissingError
from newsparse_english import hardware, precisions
from newsparse_english.model import LAYERS, STEP, Model, Piece
from newsparse_english.packed import SIZES, SUBWORDS, digest, folder, place
from newsparse_english.processor import pipeline
from newsparse_english.training.running import packed_network, reader

TEXTS = [
    "The harbour board met. “We lost four ships,” said Ada Brook, its head.\n\nTomas Varga didn't agree.",
    "Mrs. Oyelaran told reporters in Port Selwyn that repairs would cost $3.5 million, twice what the board had said.",
    "BREAKING",
    "The ferry was late 14 times in 2023, the Lanternfield Group wrote in a letter. " * 40,
]
VARIED = """Port Selwyn will close its oldest quay in March, the harbour board decided on Tuesday after a long meeting.

Ada Brook, who has led the board since 2019, called the vote painful. “Nobody wanted this,” she told reporters outside.
Repairs would have cost $3.5 million, according to a report that the Lanternfield Group published last week.

Tomas Varga, a fisherman, said forty families depended on the quay and that nobody had asked them. His boat was built
there, and so was his father's. He plans to move it to the northern basin before the winter storms arrive.
"""
HOST = newsparse.Host.of("newsparse.builtin", "newsparse_english.plugin")


@pytest.fixture(scope="module", params=SIZES)
def size(request):
    return request.param


@pytest.fixture(scope="module")
def by_torch(size):
    network, labels = packed_network(folder(size))
    return reader(network, labels, Tokenizer.from_file(str(place(folder(size), SUBWORDS))))


@pytest.fixture(scope="module", params=["openvino", "onnxruntime"])
def engine(request):
    pytest.importorskip(request.param)
    return request.param


def _facts(analyses):
    return [
        (found.starts, found.xpos, found.feats, found.heads, found.deprels, [(m.first, m.last) for m in found.mentions])
        for found in analyses
    ]


def test_the_exported_graphs_compute_what_the_network_computes(engine, size, by_torch):
    model = Model.load(size=size, engine=engine, precision="float32")
    for text in TEXTS:
        (analysis,) = by_torch.analyse([text])
        for piece in model._pieces(analysis):
            given = model._arrays(piece)
            (ours,), (theirs,) = ([*source.engine.windows([given])] for source in (model, by_torch))
            assert ours.keys() == theirs.keys()
            for name in ours:
                count = len(piece.window.first)
                wide = count if name in ("arc", "link") else None
                assert np.allclose(ours[name][:count, :wide], theirs[name][:count, :wide], atol=2e-3), name
    assert _facts(model.analyse(TEXTS)) == _facts(by_torch.analyse(TEXTS))


def test_bytes_change_few_words(engine, size, by_torch):
    model = Model.load(size=size, engine=engine, precision="int8")
    texts = [*TEXTS[:3], VARIED]
    ours, theirs = (source.analyse(texts) for source in (model, by_torch))
    pairs = [pair for one, other in zip(ours, theirs, strict=True) for pair in zip(one.heads, other.heads, strict=True)]
    assert sum(one == other for one, other in pairs) > 0.97 * len(pairs)
    assert [len(one.mentions) for one in ours[:3]] == [len(other.mentions) for other in theirs[:3]]


@pytest.mark.skipif(not hardware.bfloat_products(), reason="the processor does not multiply floats of 16 bits")
def test_bfloat16_changes_few_words(size):
    both = [Model.load(size=size, engine="openvino", precision=name) for name in ("int8-bfloat16", "int8")]
    ours, theirs = (model.analyse([*TEXTS[:3], VARIED]) for model in both)
    pairs = [pair for one, other in zip(ours, theirs, strict=True) for pair in zip(one.heads, other.heads, strict=True)]
    assert sum(one == other for one, other in pairs) > 0.97 * len(pairs)
    assert [one.mentions for one in ours] != [other.mentions for other in theirs]  # the confidences differ
    assert [len(one.mentions) for one in ours[:3]] == [len(other.mentions) for other in theirs[:3]]


@pytest.mark.parametrize("precision", ["int8", "float32"])
def test_a_window_gives_the_same_alone_and_among_others(engine, size, precision):
    model = Model.load(size=size, engine=engine, precision=precision)
    model.engine.limit_threads(2)
    alone = [model.analyse([text])[0] for text in TEXTS]
    assert model.analyse(TEXTS) == alone
    assert model.analyse(TEXTS[::-1]) == alone[::-1]


def test_what_fills_the_shape_changes_nothing_that_is_chosen(engine, monkeypatch):
    model = Model.load(engine=engine)
    found = _facts(model.analyse(TEXTS))
    monkeypatch.setattr("newsparse_english.model.STEP", 2 * STEP)
    assert _facts(model.analyse(TEXTS)) == found


def test_stanza_and_newsparse_give_the_same_layers():
    layers = sorted(LAYERS)
    ours = newsparse.load("en", extractors=[], layers=layers, host=HOST)
    theirs = newsparse.load(
        "en",
        extractors=[],
        backend="stanza",
        layers=[*layers],
        host=HOST,
        pipeline="newsparse_english.processor:pipeline",
    )
    for text in TEXTS:
        one, other = ours(text), theirs(text)
        assert not one.failures
        assert not other.failures
        for layer in ("sentences", "tokens", "mentions", "attributions"):
            unsigned = [[attrs.evolve(item, origin=None) for item in side.layer(layer)] for side in (one, other)]
            assert unsigned[0] == unsigned[1]


def test_an_ordinary_stanza_pipeline_has_names_as_entities():
    document = pipeline()("Ada Brook left Port Selwyn. Tomas Varga didn't like Brook's ship.")
    found = [(entity.text, entity.type) for entity in document.ents]
    assert found[:3] == [("Ada Brook", "Person"), ("Port Selwyn", "Location"), ("Tomas Varga", "Person")]
    assert found[3][0] == "Brook's", "Stanza's entities are whole tokens"
    assert [token.ner for token in document.sentences[0].tokens] == [
        "B-Person",
        "E-Person",
        "O",
        "B-Location",
        "E-Location",
        "O",
    ]


BLOCKED = """
import socket
def refuse(*_, **__):
    raise AssertionError("something asked for the network")
socket.socket.connect = socket.socket.connect_ex = socket.socket.sendto = refuse
socket.socket.__init__ = socket.create_connection = socket.getaddrinfo = refuse
import newsparse
host = newsparse.Host.of("newsparse.builtin", "newsparse_english.plugin")
nlp = newsparse.load("en", extractors=[], layers=["mentions"], host=host, engine={engine!r}, size={size!r})
document = nlp("“We lost four ships,” said Ada Brook.")
import json, sys
print(json.dumps({{
    "mentions": [mention.text for mention in document.mentions],
    "failures": [str(failure) for failure in document.failures],
    "reporting": sorted({{"openvino_telemetry", "openvino.tools"}} & set(sys.modules)),
}}))
"""


def test_no_engine_asks_for_the_network(engine, size):
    done = subprocess.run(
        [sys.executable, "-c", BLOCKED.format(engine=engine, size=size)], check=True, capture_output=True, text=True
    )
    assert json.loads(done.stdout) == {"mentions": ["Ada Brook"], "failures": [], "reporting": []}


STOPPED = """
import gc, signal
from newsparse_english.model import Model
signal.signal(signal.SIGINT, signal.default_int_handler)
one, other = (Model.load(size="small", engine={engine!r}) for _ in range(2))
assert [len(model.analyse(["Ada said no."])) for model in (one, other)] == [1, 1]
del one
gc.collect()
del other
gc.collect()
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt:
    print("stopped")
"""


def test_ctrl_c_stops_a_process_that_has_deleted_models(engine):
    done = subprocess.run([sys.executable, "-c", STOPPED.format(engine=engine)], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "stopped\n")


class TestChoosing:
    """What runs, and why."""

    def test_bytes_where_the_processor_multiplies_them(self, monkeypatch):
        monkeypatch.setattr(hardware, "_flags", lambda: frozenset({"avx2", "avx_vnni"}))
        monkeypatch.delenv("ONEDNN_MAX_CPU_ISA", raising=False)
        choice = precisions.choose()
        assert (choice.precision, "avx_vnni" in choice.why_precision) == ("int8", True)

    @pytest.mark.parametrize(
        ("flags", "cap", "precision"),
        [
            ({"avx512_vnni", "avx512_bf16"}, "", "int8-bfloat16"),
            ({"avx512_vnni", "avx512_bf16"}, "AVX512_CORE_BF16", "int8-bfloat16"),
            ({"avx512_vnni", "avx512_bf16"}, "AVX512_CORE_VNNI", "int8"),
            ({"amx_int8", "amx_bf16"}, "", "int8-bfloat16"),
            ({"avx_vnni"}, "", "int8"),
            ({"avx512_bf16"}, "", "float32"),
        ],
    )
    def test_bfloat16_where_the_processor_multiplies_them(self, monkeypatch, flags, cap, precision):
        monkeypatch.setattr(precisions, "installed", lambda _: True)
        monkeypatch.setattr(hardware, "_flags", lambda: frozenset(flags))
        monkeypatch.setenv(hardware.CAP, cap)
        assert precisions.choose("openvino").precision == precision
        assert precisions.choose("onnxruntime").precision == precision.removesuffix("-bfloat16")

    def test_an_engine_that_cannot_compute_in_bfloat16_is_named(self, monkeypatch):
        monkeypatch.setattr(precisions, "installed", lambda _: True)
        with pytest.raises(ValueError, match="onnxruntime does not compute in int8-bfloat16"):
            precisions.choose("onnxruntime", "int8-bfloat16")

    def test_floats_elsewhere(self, monkeypatch):
        monkeypatch.setattr(hardware, "_flags", lambda: frozenset({"avx2"}))
        choice = precisions.choose()
        assert (choice.precision, "slower" in choice.why_precision) == ("float32", True)

    @pytest.mark.parametrize(("cap", "precision"), [("AVX2", "float32"), ("avx2_vnni", "float32"), ("ALL", "int8")])
    def test_a_cap_on_instructions_counts(self, monkeypatch, cap, precision):
        monkeypatch.setattr(hardware, "_flags", lambda: frozenset({"avx512_vnni"}))
        monkeypatch.setenv(hardware.CAP, cap)
        assert precisions.choose().precision == precision

    def test_the_narrower_product_of_bytes_is_an_instruction_apart(self, monkeypatch):
        monkeypatch.setattr(hardware, "_flags", lambda: frozenset({"avx512_vnni", "avx_vnni"}))
        monkeypatch.setenv(hardware.CAP, "AVX2_VNNI")
        assert hardware.byte_products() == {"avx_vnni"}

    def test_an_engine_that_is_not_installed_is_named(self, monkeypatch):
        monkeypatch.setattr(precisions, "installed", lambda _: False)
        with pytest.raises(ModelMissingError, match="openvino"):
            precisions.choose("openvino")
        with pytest.raises(ModelMissingError, match="neither openvino nor onnxruntime"):
            precisions.choose()

    def test_the_other_engine_where_the_faster_one_is_missing(self, monkeypatch):
        monkeypatch.setattr(precisions, "installed", lambda name: name == "onnxruntime")
        choice = precisions.choose()
        assert (choice.engine, choice.why_engine) == ("onnxruntime", "openvino is not installed")

    @pytest.mark.parametrize("engine", get_args(precisions.EngineName))
    @pytest.mark.parametrize(
        ("flags", "precision"), [({"avx512_vnni"}, "int8"), ({"avx2"}, "float32"), (set(), "float32")]
    )
    def test_the_processor_and_not_the_engine_decides_the_precision(self, monkeypatch, engine, flags, precision):
        monkeypatch.setattr(precisions, "installed", lambda name: name == engine)
        monkeypatch.setattr(hardware, "_flags", lambda: frozenset(flags))
        monkeypatch.setattr(hardware, "_by_numpy", frozenset)
        monkeypatch.delenv(hardware.CAP, raising=False)
        assert precisions.choose().precision == precision

    def test_an_unknown_engine_is_refused_with_those_there_are(self):
        with pytest.raises(ValueError, match="openvino, onnxruntime"):
            precisions.choose("torch")


def test_the_variable_of_openmp_sets_the_threads(monkeypatch):
    monkeypatch.setenv("OMP_NUM_THREADS", "3")
    assert hardware.threads() == 3
    monkeypatch.setenv("OMP_NUM_THREADS", "many")
    assert hardware.threads() >= 1


def test_the_command_says_what_was_chosen_and_why(monkeypatch):
    monkeypatch.setattr(hardware, "_flags", lambda: frozenset({"avx2"}))
    monkeypatch.setenv("OMP_NUM_THREADS", "3")
    shown = CliRunner().invoke(main, ["models"]).output
    assert "precision: float32 (int8 is slower on a processor without products of bytes)" in shown
    assert "threads: 3 (OMP_NUM_THREADS says so)" in shown
    for size in SIZES:
        assert f"size '{size}'" in shown
        assert digest(folder(size)) in shown


def test_a_cap_on_instructions_is_named(monkeypatch):
    monkeypatch.setattr(hardware, "_flags", lambda: frozenset({"avx512_vnni", "avx_vnni"}))
    monkeypatch.setenv(hardware.CAP, "AVX2_VNNI")
    assert hardware.instructions().endswith("with avx_vnni, kept to AVX2_VNNI by ONEDNN_MAX_CPU_ISA")


def test_a_piece_decides_its_own_words(by_torch):
    (analysis,) = by_torch.analyse(TEXTS[3:])
    pieces: list[Piece] = [*by_torch._pieces(analysis)]
    assert len(pieces) > 1
    assert sum(piece.own.stop - piece.own.start for piece in pieces) == len(analysis.words)
