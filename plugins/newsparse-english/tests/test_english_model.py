"""The English model with its shipped weights: offsets, trees, batches, odd texts, damaged files."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import stanza
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

import newsparse
from newsparse.errors import ModelDamagedError, ModelMissingError, PluginBuildError
from newsparse_english import packed
from newsparse_english.model import LAYERS, Model
from newsparse_english.packed import folder
from newsparse_english.precisions import installed
from newsparse_english.processor import pipeline

pytestmark = pytest.mark.skipif(not (folder() / "model.safetensors").exists(), reason="the weights are not packed")

NAMES = ["Ada Brook", "Tomas Varga", "Mrs. Oyelaran", "the Lanternfield Group", "Port Selwyn", "the harbour board"]
SAYS = ["said", "told reporters", "warned", "denied", "added", "wrote in a letter"]
THINGS = [
    "that repairs would cost $3.5 million",
    "the ferry had been late 14 times in 2023",
    "that nobody had counted the ships",
    "“we won't close the quay,” and left",
    "that 57 percent of readers wanted the work to go on, while a third didn't",
]
DISTRIBUTION = Path(__file__).parents[1]
HOST = newsparse.Host.of("newsparse.builtin", "newsparse_english.plugin")


def _article(number: int) -> str:
    draw = random.Random(number)
    lines = ["HARBOUR BOARD MEETS", "By Ilse Marek"]
    for _ in range(draw.randint(1, 6)):
        sentences = [
            f"{draw.choice(NAMES)} {draw.choice(SAYS)} {draw.choice(THINGS)}." for _ in range(draw.randint(1, 4))
        ]
        lines.append(" ".join(sentences))
    return "\n\n".join(lines)


@pytest.fixture(scope="module")
def nlp():
    return newsparse.load("en", extractors=[], layers=sorted(LAYERS), host=HOST)


def test_who_said_what(nlp):
    text = "“We lost four ships,” said Ada Brook. Tomas Varga denied that the board had known."
    found = nlp(text).attributions
    said = [(" ".join(text[s.start : s.end] for s in item.source), item.text) for item in found]
    assert said[0][0] == "Ada Brook"
    assert "We lost four ships" in said[0][1]
    assert said[1] == ("Tomas Varga", "that the board had known")


def test_names(nlp):
    labels = {mention.text: mention.label for mention in nlp("Ada Brook met Tomas Varga in Berlin.").mentions}
    assert labels == {"Ada Brook": "Person", "Tomas Varga": "Person", "Berlin": "Location"}


def test_words_of_one_token(nlp):
    tokens = nlp("They don't know Brook's ship.").tokens
    assert [token.text for token in tokens] == ["They", "do", "n't", "know", "Brook", "'s", "ship", "."]
    assert [token.group for token in tokens] == [0, 1, 1, 2, 3, 3, 4, 5]


def test_trees_have_one_root_and_no_cycle(nlp):
    for number in range(10):
        document = nlp(_article(number))
        assert not document.failures
        for sentence in document.sentences:
            heads = {index: document.tokens[index].head for index in range(sentence.first, sentence.last)}
            assert sum(head == index for index, head in heads.items()) == 1
            for index in heads:
                steps, place = 0, index
                while heads[place] != place:
                    steps, place = steps + 1, heads[place]
                    assert steps <= len(heads)


def test_twenty_articles_alone_or_in_any_batch(nlp):
    articles = [_article(number) for number in range(20)]
    alone = [nlp(article) for article in articles]
    assert not any(document.failures for document in alone)
    assert list(nlp.pipe(articles, batch_size=20)) == alone
    order = random.Random(1).sample(range(20), 20)
    shuffled = list(nlp.pipe([articles[index] for index in order], batch_size=7))
    assert shuffled == [alone[index] for index in order]


def test_threads_give_the_same(nlp):
    articles = [_article(number) for number in range(8)]
    alone = [nlp(article) for article in articles]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(nlp, articles)) == alone


def test_no_sentence_starts_after_a_title(nlp):
    text = "Lt. Gov. Ada Brook and Adm. Tom Varga left. Rev. Ida Kell and Supt. Max Holt stayed."
    assert [sentence.text for sentence in nlp(text).sentences] == [text[:43], text[44:]]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(), max_size=200))
def test_any_text_gives_true_offsets(nlp, text):
    document = nlp(text)
    assert not document.failures
    for layer in document.layers:
        for item in layer.annotations:
            assert item.text == " ".join(text[piece.start : piece.end] for piece in item.pieces())
    assert "".join(token.text for token in document.tokens) == "".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  \n ",
        "word " * 8_000,
        "x" * 1_000_000,
        "BREAKING NEWS",
        "a\r\n\r\nb",
        "\ud800",
        '« “ ‘ "',
        "1\u00a0000 e\u0301",
    ],
    ids=["empty", "blank", "many words", "one long word", "capitals", "crlf", "surrogate", "marks", "combining"],
)
def test_odd_texts(nlp, text):
    document = nlp(text)
    assert not document.failures
    assert sum(len(token.text) for token in document.tokens) == len("".join(text.split()))


def test_layers_that_nobody_asks_for_are_not_computed():
    names = newsparse.load("en", extractors=[], layers=["mentions"], host=HOST)("Ada Brook sings.")
    assert [mention.text for mention in names.mentions] == ["Ada Brook"]
    assert not names.has("attributions")
    assert all(token.head is None and token.upos is None for token in names.tokens)


def test_stanza_runs_it_and_gives_a_stanza_document():
    run = pipeline()
    assert isinstance(run, stanza.Pipeline)
    document = run("Ada Brook didn't sing. She left.")
    assert [len(sentence.words) for sentence in document.sentences] == [6, 3]
    assert document.sentences[0].words[-2].deprel == "root"
    assert document.sentences[0].tokens[2].id == (3, 4)


def _copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(folder(), tmp_path / "weights"))


@pytest.mark.parametrize("precision", ["int8", "float32"])
def test_every_precision_finds_who_said_it(precision):
    nlp = newsparse.load("en", extractors=[], layers=sorted(LAYERS), host=HOST, precision=precision)
    found = nlp("The harbour board met. “We lost four ships,” said Ada Brook, its head.")
    assert "lost four ships" in found.attributions[0].text
    assert "Ada Brook" in [mention.text for mention in found.mentions]


def test_another_precision_is_refused_with_those_there_are():
    with pytest.raises(PluginBuildError, match="int8-bfloat16, int8, float32"):
        newsparse.load("en", extractors=[], layers=["trees"], host=HOST, precision="float8")


@pytest.mark.parametrize("name", packed.FILES)
def test_a_changed_file_is_refused(tmp_path, name):
    path = _copy(tmp_path) / name
    data = bytearray(path.read_bytes())
    data[-3] ^= 1
    path.write_bytes(data)
    with pytest.raises(ModelDamagedError, match=name):
        Model.load(path.parent)


@pytest.mark.parametrize("name", [*packed.FILES, packed.SUMS])
def test_a_missing_file_is_named(tmp_path, name):
    path = _copy(tmp_path) / name
    path.unlink()
    with pytest.raises(ModelMissingError, match=name):
        newsparse.load("en", extractors=[], layers=["tags"], host=HOST, model=str(path.parent))


def test_a_list_of_digests_cut_short_is_refused(tmp_path):
    sums = _copy(tmp_path) / packed.SUMS
    sums.write_text(sums.read_text().splitlines()[0] + "\n")
    with pytest.raises(ModelDamagedError, match=packed.SUMS):
        Model.load(sums.parent)


def test_a_description_of_something_else_is_refused(tmp_path):
    about = _copy(tmp_path) / "model.json"
    about.write_text("{}")
    packed.seal(about.parent)
    with pytest.raises(ModelDamagedError, match="does not describe a model"):
        Model.load(about.parent)


def test_subwords_that_the_network_does_not_have_are_refused(tmp_path):
    path = _copy(tmp_path) / "tokenizer.json"
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.add_tokens(["quayside-of-port-selwyn"])
    tokenizer.save(str(path))
    packed.seal(path.parent)
    with pytest.raises(ModelDamagedError, match="does not fit"):
        Model.load(path.parent)


def test_special_subwords_with_other_numbers_are_refused(tmp_path):
    path = _copy(tmp_path) / "tokenizer.json"
    about = json.loads(path.read_text("utf-8"))
    vocabulary = about["model"]["vocab"]
    vocabulary["[CLS]"], vocabulary["the"] = vocabulary["the"], vocabulary["[CLS]"]
    about["added_tokens"] = []
    path.write_text(json.dumps(about), "utf-8")
    packed.seal(path.parent)
    with pytest.raises(ModelDamagedError, match="does not fit"):
        Model.load(path.parent)


def test_documents_name_the_model_that_read_them(tmp_path, nlp):
    own = _copy(tmp_path)
    (own / "lemmas.json").write_text('{"NNS": {"ships": "schooner"}}', "utf-8")
    name = packed.seal(own)
    document = newsparse.load("en", extractors=[], layers=["tags"], host=HOST, model=str(own))("Four ships left.")
    assert [source.model for source in document.sources] == [name]
    assert document.tokens[1].lemma == "schooner"
    assert [source.model for source in nlp("Four ships left.").sources] == [packed.digest(folder())]
    assert name != packed.digest(folder())


@pytest.mark.parametrize("engine", [name for name in ("openvino", "onnxruntime") if installed(name)])
@pytest.mark.parametrize("precision", ["int8", "float32"])
def test_documents_name_the_engine_and_the_number_format(engine, precision):
    loaded = newsparse.load("en", extractors=[], layers=["tags"], host=HOST, engine=engine, precision=precision)
    (source,) = loaded("Four ships left.").sources
    assert (source.engine, source.precision) == (engine, precision)
    read_back = newsparse.loads(newsparse.dumps(loaded("Four ships left.")))
    assert read_back.sources == (source,)


def test_the_wheel_says_what_the_weights_were_learned_from():
    about = tomllib.loads((DISTRIBUTION / "pyproject.toml").read_text("utf-8"))["project"]
    names = ["newsparse_english/MODEL_CARD.md", about["readme"], *about["license-files"]]
    texts = {name: (DISTRIBUTION / name).read_text("utf-8") for name in names}
    assert "Apache License" in texts.pop("LICENSE")
    assert "Attribution-ShareAlike 4.0" in texts.pop("LICENSE-CC-BY-SA-4.0.txt")
    for fact in ("EWT", "GUM", "en-worldwide-newswire", "PolNeAR", "CC BY-SA 4.0", "made for research"):
        assert all(fact in text for text in texts.values()), fact


def test_the_wheel_of_the_cased_weights_says_what_they_were_learned_from():
    notice = (DISTRIBUTION.parent / "newsparse-english-cased/NOTICE").read_text("utf-8")
    for fact in ("EWT", "GUM", "en-worldwide-newswire", "PolNeAR", "CC BY-SA 4.0", "made for research", "lemmas.json"):
        assert fact in notice


def test_the_wheel_stays_small():
    size = sum(path.stat().st_size for path in folder().rglob("*"))
    assert size < 50_000_000


def test_reading_a_text_loads_neither_training_code_nor_torch_nor_stanza():
    code = "import sys, newsparse; newsparse.load('en')('Ada Brook left.'); print(*sys.modules, sep='\\n')"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "newsparse_english.model" in loaded
    unwanted = ("newsparse_english.training", "newsparse_english.processor", "stanza", "torch")
    assert [name for name in loaded if name in unwanted] == []


def test_without_its_int8_graph_a_model_runs_in_float32(tmp_path):
    own = _copy(tmp_path)
    (own / packed.BYTES).unlink()
    packed.seal(own)
    choice = Model.load(own).choice
    assert (choice.precision, choice.why_precision) == ("float32", "the model has no int8 form")
    with pytest.raises(ModelMissingError, match="int8"):
        Model.load(own, precision="int8")


def test_words_name_their_source_from_the_start() -> None:
    """Words that the host gives a source afterwards are made twice, which costs one part in thirty of the reading."""
    analysis = newsparse.load("en", extractors=[]).runner.analysis
    (layers,) = analysis.backend.analyse(["He left."])
    made = {item.origin for layer in layers if layer.name in ("tokens", "sentences") for item in layer.annotations}
    assert made == {analysis.source.id}
