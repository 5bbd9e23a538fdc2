"""Peers from checkouts: what is missing is named, modules of others stay, their quotes come back to our text."""

from __future__ import annotations

import sys
from types import ModuleType, SimpleNamespace

import pytest

from newsparse.model import Document
from newsparse_bench.corpora.brat import events
from newsparse_bench.corpora.citron import converted as for_citron
from newsparse_bench.systems import SystemMissingError, choose, citron, ggt, system, version
from newsparse_bench.systems.aligning import way
from newsparse_bench.systems.checkouts import Checkout

TEXT = "“We lost,” said Renée Vell.\n\nShe blamed “the  wind”."
NORMAL = '"We lost," said Renee Vell.\n .\n She blamed "the wind".'
UTILS = """
def create_logger(name, **options):
    raise OSError("a folder of log files")

def preprocess_text(text):
    straight = text.replace("“", '"').replace("”", '"').replace("é", "e")
    return straight.replace("\\n", ".\\n ").replace("..\\n", ".\\n").replace("  ", " ")
"""
EXTRACTOR = """
import utils

logger = utils.create_logger("quote_extractor", log_dir="logs")

class QuoteExtractor:
    def __init__(self, config):
        self.verbs = open(config["NLP"]["QUOTE_VERBS"]).read().split()
        self.nlp = config["spacy_lang"]

    def extract_quotes(self, doc):
        def place(words):
            start = doc.index(words)
            return f"({start},{start + len(words)})"

        [verb] = self.verbs
        first = {"quote_index": place('"We lost'), "verb_index": place(verb), "speaker_index": place("Renee Vell.")}
        second = {"quote_index": place('"the wind"'), "verb_index": "", "speaker_index": "(0,0)"}
        return [first, second, second | {"quote_index": "(7,7)"}]
"""


@pytest.fixture
def gap_tracker(tmp_path, monkeypatch):
    """A checkout whose extractor stands in for the real one."""
    folder = tmp_path / "nlp" / "english"
    (folder / "rules").mkdir(parents=True)
    (folder / "utils.py").write_text(UTILS, "utf-8")
    (folder / "quote_extractor.py").write_text(EXTRACTOR, "utf-8")
    (folder / "rules" / "quote_verb_list.txt").write_text("said\n", "utf-8")
    monkeypatch.setenv("NEWSPARSE_GGT", str(tmp_path))
    monkeypatch.setattr(ggt, "spacy_small", lambda: str)
    return folder


class TestCheckouts:
    PLACE = Checkout(
        name="peer", variable="NEWSPARSE_PEER", home="https://example.org/peer", first="code/a.py", inside="code"
    )

    def test_what_is_missing_is_named_and_what_helps(self, tmp_path, monkeypatch):
        monkeypatch.delenv("NEWSPARSE_PEER", raising=False)
        with pytest.raises(SystemMissingError, match="peer is not installed: NEWSPARSE_PEER is not set") as caught:
            self.PLACE.folder()
        assert "Check out https://example.org/peer" in str(caught.value)
        monkeypatch.setenv("NEWSPARSE_PEER", str(tmp_path))
        with pytest.raises(SystemMissingError, match="which has no code/a.py"):
            self.PLACE.folder()

    def test_its_modules_are_imported_and_those_of_the_same_name_stay(self, tmp_path, monkeypatch):
        monkeypatch.setenv("NEWSPARSE_PEER", str(tmp_path))
        (tmp_path / "code").mkdir()
        (tmp_path / "code" / "a.py").touch()
        (tmp_path / "code" / "helpers_of_peer.py").write_text("WORD = 'theirs'\n", "utf-8")
        ours = ModuleType("helpers_of_peer")
        monkeypatch.setitem(sys.modules, "helpers_of_peer", ours)
        before = list(sys.path)
        with self.PLACE.importing("helpers_of_peer"):
            assert system.needed("helpers_of_peer").WORD == "theirs"
        assert sys.modules["helpers_of_peer"] is ours
        assert sys.path == before

    def test_its_version_changes_with_its_files(self, tmp_path, monkeypatch):
        monkeypatch.setenv("NEWSPARSE_PEER", str(tmp_path))
        (tmp_path / "code").mkdir()
        file = tmp_path / "code" / "a.py"
        file.write_text("1\n", "utf-8")
        first = self.PLACE.facts("*.py")
        assert self.PLACE.facts("*.py") == first
        file.write_text("2\n", "utf-8")
        assert self.PLACE.facts("*.py") != first

    @pytest.mark.parametrize("name", ["ggt", "citron"])
    def test_a_system_that_is_not_there_has_no_version(self, name, monkeypatch):
        monkeypatch.delenv("NEWSPARSE_GGT", raising=False)
        monkeypatch.delenv("NEWSPARSE_CITRON", raising=False)
        with pytest.raises(SystemMissingError, match=f"{name} is not installed"):
            version(choose(name))


class TestGapTracker:
    def test_its_quotes_have_the_words_of_the_text_before_it_was_prepared(self, gap_tracker):
        [document] = ggt.make()([Document(text=TEXT)])
        first, second = document.quotes
        assert (first.text, first.cue.text, first.speaker.name, first.form) == (
            "We lost",
            "said",
            "Renée Vell.",
            "direct",
        )
        assert TEXT[first.speaker.mention.span.start :].startswith("Renée")
        assert (second.text, second.cue, second.speaker) == ("the  wind", None, None)

    def test_it_makes_no_folder_and_leaves_no_module(self, gap_tracker):
        ggt.make()
        assert "quote_extractor" not in sys.modules
        assert getattr(sys.modules.get("utils"), "preprocess_text", None) is None

    def test_its_code_and_its_verbs_are_its_facts(self, gap_tracker):
        first = ggt.facts()
        (gap_tracker / "rules" / "quote_verb_list.txt").write_text("said\nadded\n", "utf-8")
        assert ggt.facts() != first

    def test_prepared_lines_pair_with_those_of_the_text(self):
        back = ggt.prepared_way(NORMAL, TEXT)
        found = {
            words: TEXT[slice(*back.back(NORMAL.index(words), NORMAL.index(words) + len(words)))]
            for words in ("We lost", "Renee Vell", "She", "the wind")
        }
        assert found == {"We lost": "We lost", "Renee Vell": "Renée Vell", "She": "She", "the wind": "the  wind"}
        with pytest.raises(ValueError, match="shorter|longer"):
            ggt.prepared_way("one", "one\ntwo")

    def test_a_quote_of_nothing_but_marks_is_none(self):
        marks = {"quote_index": "(0,1)", "speaker_index": "(0,0)", "verb_index": ""}
        assert ggt.converted(TEXT, way(TEXT, TEXT), marks) is None


def span(words):
    start = TEXT.index(words)
    return SimpleNamespace(start_char=start, end_char=start + len(words))


class TestCitron:
    def test_its_spans_are_a_quote_without_marks(self):
        item = SimpleNamespace(
            contents=[span("“the  wind”"), span("“We lost,”")], sources=[span("Renée Vell")], cue=span("said")
        )
        quote = citron.converted(TEXT, item)
        assert [piece.cut(TEXT) for piece in quote.fragments] == ["We lost,", "the  wind"]
        assert (quote.cue.text, quote.speaker.name, quote.form) == ("said", "Renée Vell", "direct")

    def test_content_of_nothing_but_marks_is_none(self):
        item = SimpleNamespace(contents=[span("“")], sources=[span("She")], cue=span("blamed"))
        assert citron.converted(TEXT, item) is None

    def test_a_missing_model_is_named(self, monkeypatch):
        monkeypatch.delenv("NEWSPARSE_CITRON_MODEL", raising=False)
        with pytest.raises(SystemMissingError, match="NEWSPARSE_CITRON_MODEL does not name a folder"):
            citron.model()

    def test_it_runs_with_its_model_and_without_its_coreference_step(self, tmp_path, monkeypatch):
        code, model = tmp_path / "citron", tmp_path / "model"
        code.mkdir()
        model.mkdir()
        (model / "cue").write_text("said", "utf-8")
        (code / "coreference.py").write_text(REFUSING, "utf-8")
        (code / "citron.py").write_text(ENGINE, "utf-8")
        monkeypatch.setenv("NEWSPARSE_CITRON", str(tmp_path))
        monkeypatch.setenv("NEWSPARSE_CITRON_MODEL", str(model))
        monkeypatch.setattr(citron, "spacy_small", lambda: lambda text: span)
        monkeypatch.setattr(
            citron, "needed", lambda name: EXTENSIBLE if name == "spacy.tokens" else system.needed(name)
        )
        for name in ("citron", "citron.citron", "citron.coreference"):
            monkeypatch.delitem(sys.modules, name, raising=False)
        [document] = citron.make()([Document(text=TEXT)])
        assert [(quote.text, quote.cue.text, quote.speaker.name) for quote in document.quotes] == [
            ("We lost,", "said", "Renée Vell")
        ]
        first = citron.facts()
        (model / "cue").write_text("says", "utf-8")
        assert citron.facts()["model"] != first["model"]
        assert citron.facts()["version"] == first["version"]


EXTENSIBLE = SimpleNamespace(Span=SimpleNamespace(set_extension=lambda *_names, **_options: None))
REFUSING = """
class CoreferenceResolver:
    def __init__(self, model):
        raise FileNotFoundError(model)
"""
ENGINE = """
from pathlib import Path
from types import SimpleNamespace

from .coreference import CoreferenceResolver

class Citron:
    def __init__(self, model, nlp):
        self.cue = Path(model, "cue").read_text("utf-8")
        self.resolver = CoreferenceResolver(model)

    def get_quotes(self, doc, resolve_coreferences=True):
        assert not resolve_coreferences
        return [SimpleNamespace(contents=[doc("“We lost,”")], sources=[doc("Renée Vell")], cue=doc(self.cue))]
"""


class TestPolnearForCitron:
    STANDOFF = """\
T1\tSource 16 26\tRenée Vell
T2\tCue 11 16\tsaid\x20
T3\tContent 0 10\t“We lost,”
T4\tContent 40 50\t“the  wind
T5\tSource 30 33\tShe
E1\tAttribution:T3 Source:T1 Cue:T2 Content:T3
E2\tAttribution-no-cue:T4 Source:T5 Content:T4
"""

    def test_whole_attributions_are_written_without_blanks_at_their_edges(self):
        written = for_citron(TEXT, events(self.STANDOFF))
        assert written == {
            "text": TEXT,
            "quotes": [
                {
                    "cue": {"start": 11, "end": 15, "text": "said"},
                    "sources": [{"start": 16, "end": 26, "text": "Renée Vell"}],
                    "contents": [{"start": 0, "end": 10, "text": "“We lost,”"}],
                }
            ],
        }
