"""The small model: what it shares with the full one, and how it is asked for."""

from __future__ import annotations

import shutil

import pytest
from click.testing import CliRunner

import newsparse
from newsparse.cli.main import main
from newsparse.errors import ModelDamagedError, PluginBuildError, UnknownNameError
from newsparse_english import packed
from newsparse_english.model import LAYERS, Model
from newsparse_english.packed import folder
from newsparse_english.processor import pipeline
from newsparse_english.training.running import packed_network

HOST = newsparse.Host.of("newsparse.builtin", "newsparse_english.plugin")
TEXT = "The harbour board met. “We lost four ships,” said Ada Brook, its head.\n\nTomas Varga didn't agree."


@pytest.fixture(scope="module")
def small():
    return newsparse.load("en", extractors=[], layers=sorted(LAYERS), host=HOST, size="small")


def test_it_finds_who_said_what(small):
    document = small(TEXT)
    assert not document.failures
    assert document.attributions[0].text == "“We lost four ships,”"
    assert [mention.text for mention in document.mentions] == ["Ada Brook", "Tomas Varga"]
    for sentence in document.sentences:
        heads = {index: document.tokens[index].head for index in range(sentence.first, sentence.last)}
        assert sum(head == index for index, head in heads.items()) == 1


def test_articles_read_alike_alone_and_in_a_batch(small):
    articles = [TEXT, "BREAKING", f"{TEXT}\n\n" * 12, TEXT[:40]]
    alone = [small(article) for article in articles]
    assert list(small.pipe(articles, batch_size=4)) == alone


def test_documents_name_the_size_that_read_them(small):
    full = newsparse.load("en", extractors=[], layers=sorted(LAYERS), host=HOST)
    sources = [pipeline(TEXT).sources[0] for pipeline in (full, small)]
    assert [source.model for source in sources] == [packed.digest(folder()), packed.digest(folder("small"))]
    assert sources[0].settings != sources[1].settings
    assert (full.conditions()["size"], small.conditions()["size"]) == ("full", "small")


def test_it_has_half_the_layers_and_the_embeddings_of_the_full_model():
    full, small = (packed_network(folder(size))[0] for size in ("full", "small"))
    assert (full.sizes.layers, small.sizes.layers) == (6, 3)
    assert (full.word.weight == small.word.weight).all()
    assert not any((folder("small") / name).exists() for name in packed.SHARED)


class TestCased:
    TEXT = "Ada Brook of the Quay Fund said the mayor had promised that the pier would open."

    def test_it_is_a_model_of_its_own(self):
        network = packed_network(folder("cased"))[0]
        assert network.sizes.layers == 8
        assert network.sizes.nested == network.sizes.role
        assert all((folder("cased") / name).exists() for name in packed.SHARED)
        assert (folder("cased") / packed.LEMMAS).read_bytes() == (folder() / packed.LEMMAS).read_bytes()

    def test_it_finds_what_is_said_inside_what_is_said(self):
        cased = newsparse.load("en", extractors=[], layers=sorted(LAYERS), host=HOST, size="cased")
        outer, inner = sorted(cased(self.TEXT).attributions, key=lambda item: len(item.text), reverse=True)
        assert outer.span.covers(inner.span)
        cues = [self.TEXT[item.cue[0].start : item.cue[0].end].split()[-1] for item in (outer, inner)]
        assert cues == ["said", "promised"]

    def test_without_its_package_there_is_a_line_that_names_it(self, monkeypatch):
        monkeypatch.setattr(packed, "ELSEWHERE", {"cased": "newsparse_english_nowhere"})
        assert packed.installed() == ["full", "small"]
        shown = CliRunner(env={"NO_COLOR": "1"}).invoke(main, ["parse", "--size", "cased"], input=self.TEXT)
        assert shown.exit_code == 1
        assert "[NP501] the English model of size 'cased' is not installed." in shown.output
        assert "pip install newsparse-english-nowhere" in shown.output


def test_an_unknown_size_is_one_line_with_those_there_are():
    with pytest.raises(UnknownNameError, match="tiny"):
        newsparse.load("en", extractors=[], layers=["tags"], host=HOST, size="tiny")
    shown = CliRunner(env={"NO_COLOR": "1"}).invoke(main, ["parse", "--size", "tiny"], input=TEXT)
    assert shown.exit_code == 1
    assert (
        shown.output == "newsparse: [NP306] there is no English model of size 'tiny' (there are: full, cased, small).\n"
    )


def test_a_size_and_a_folder_exclude_each_other():
    with pytest.raises(PluginBuildError, match="not both"):
        newsparse.load("en", extractors=[], layers=["tags"], host=HOST, size="small", model=str(folder()))


def test_a_changed_file_that_it_shares_is_refused(tmp_path):
    own = shutil.copytree(folder(), tmp_path / "weights")
    with (own / packed.LEMMAS).open("a", encoding="utf-8") as stream:
        stream.write(" ")
    packed.seal(own)
    Model.load(own)
    with pytest.raises(ModelDamagedError, match=r"\.\./lemmas\.json"):
        Model.load(own / "small")


def test_stanza_runs_it_too(small):
    found = [(entity.text, entity.type) for entity in pipeline(size="small")(TEXT).ents]
    assert found == [(mention.text, mention.label) for mention in small(TEXT).mentions]


def test_the_command_line_reads_with_it():
    shown = CliRunner().invoke(main, ["parse", "--size", "small", "--format", "jsonl"], input=TEXT)
    assert shown.exit_code == 0
    assert packed.digest(folder("small")) in shown.output
