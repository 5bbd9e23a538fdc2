"""Runs: crashes are counted, predictions kept, systems that are missing are named, floors hold."""

from __future__ import annotations

import json

import attrs
import pytest
from click.testing import CliRunner

from newsparse import Host
from newsparse.errors import SchemaError, UnknownNameError
from newsparse.model import Document
from newsparse.specs import CorpusSpec, SystemSpec
from newsparse_bench import gate, offers, report
from newsparse_bench.commands import bench
from newsparse_bench.markup import parse
from newsparse_bench.results import Figure, Timing
from newsparse_bench.running import Settings, run
from newsparse_bench.speed import growth
from newsparse_bench.systems import SYSTEMS, SystemMissingError, choose, version
from newsparse_bench.systems.floor import annotate
from newsparse_bench.validate import problems

ARTICLE = """style: wire report
entities:
vell Person Mara Vell
tollen Location Tollen
---
<e i="tollen">TOLLEN</e> – “<q i="1" s="vell">We lost <n v="35" k="percent" of="trade">35%</n> of our trade</q>,” """
ARTICLE += """<m q="1"><e i="vell">Mara Vell</e></m> <c q="1">said</c> in <x w="year">2024</x>. """
ARTICLE += """“<q i="1">Not <n v="10&lt;..20" of="ships">10 to 20</n> ships.</q>”
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "labelled").mkdir()
    for name in ("one", "two", "three"):
        (tmp_path / "labelled" / f"{name}.txt").write_text(ARTICLE, "utf-8")
    return tmp_path


TASKS = ("quotes", "numbers", "entities", "groups")


def corpus(count=3):
    documents = [parse(ARTICLE, name=f"a{i}") for i in range(count)]
    return CorpusSpec(name="tiny", summary="", tasks=TASKS, parts=("all",), load=lambda _data, _part: iter(documents))


def system(name, work, distribution="newsparse-bench", **more):
    return SystemSpec(name=name, summary="", tasks=TASKS, distributions=(distribution,), make=lambda: work, **more)


def floor(documents):
    return (annotate(Document(text=d.text, id=d.id)) for d in documents)


def crashing(documents):
    for document in documents:
        if document.id == "a1":
            raise ValueError("odd")
        yield annotate(Document(text=document.text, id=document.id))


def bare(documents):
    return (Document(text=d.text, id=d.id) for d in documents)


class TestMarkup:
    def test_labels_become_claims(self):
        document = parse(ARTICLE, name="a")
        [quote] = document.quotes
        assert quote.fragments[0].cut(document.text) == "We lost 35% of our trade"
        assert (quote.form, quote.speaker.name, quote.speaker.kind, quote.cue.text) == (
            "direct",
            "Mara Vell",
            "person",
            "said",
        )
        one, other = document.numbers
        assert (str(one.quantity), one.subject.text, one.quote) == ("35%", "trade", quote.id)
        assert (other.quantity.low_inclusive, other.quantity.high) == (False, 20)
        assert document.layer("numerals")[0].reason == "year"
        assert list(problems(document)) == []

    @pytest.mark.parametrize(
        ("old", "new", "words"),
        [
            ("---\n", "", "'---'"),
            ('s="vell"', 's="other"', "other"),
            ('v="35"', 'v="x"', "not a number"),
            ('of="trade"', 'of="fish"', "fish"),
            ("</q>,”", ",”", "well-formed"),
            ('<c q="1">', '<c q="7">', "7"),
            ('<e i="tollen">', '<e i="nobody">', "nobody"),
            ('<x w="year">', "<x>", "'w'"),
            ('<x w="year">', '<y w="year">', "well-formed"),
            ("vell Person Mara Vell", "vell Person", "a label and a name"),
        ],
    )
    def test_bad_labels_are_refused(self, old, new, words):
        with pytest.raises(SchemaError, match=words):
            parse(ARTICLE.replace(old, new, 1), name="a")

    def test_unlabelled_digits_and_overlaps_are_named(self):
        plain = parse(ARTICLE.replace('<x w="year">2024</x>', "2024"), name="a")
        assert any("2024" in line for line in problems(plain))
        doubled = parse(ARTICLE.replace("2024</x>", '<n v="2">2024</n></x>'), name="a")
        assert any("overlap" in line for line in problems(doubled))


class TestRun:
    def test_a_crash_leaves_one_article_empty_and_is_counted(self):
        result = run(Settings(corpus(), "all", None), [system("bad", crashing)])
        found = result.systems["bad"]
        assert found.crashes == {"a1": "ValueError: odd"}
        assert found.articles["a1"]["quotes: content strict"][1] == 0
        assert found.articles["a2"]["quotes: content strict"][1] > 0

    def test_predictions_are_kept_and_not_made_again(self, tmp_path):
        settings = Settings(corpus(), "all", None, keep=tmp_path)
        first = run(settings, [system("one", crashing)])
        made = []
        again = run(settings, [system("one", lambda documents: made.append(documents) or iter(()))])
        assert made == []
        assert again.systems == first.systems

    def test_a_system_that_changed_makes_its_predictions_anew(self, tmp_path):
        settings = Settings(corpus(), "all", None, keep=tmp_path)
        run(settings, [system("one", floor, facts=lambda: {"model": "old"})])
        empty = run(settings, [system("one", bare, facts=lambda: {"model": "new"})])
        assert empty.systems["one"].figures["quotes: content strict"].f1 == 0
        assert empty.systems["one"].provenance["model"] == "new"

    def test_a_run_that_was_cut_short_goes_on_where_it_was(self, tmp_path):
        run(Settings(corpus(2), "all", None, keep=tmp_path), [system("one", floor)])
        [file] = tmp_path.iterdir()
        file.write_bytes(file.read_bytes()[:-20])
        asked = []

        def noting(documents):
            asked.extend(document.id for document in documents)
            return floor(documents)

        settings = Settings(corpus(3), "all", None, keep=tmp_path)
        whole = run(settings, [system("one", noting)])
        assert asked == ["a1", "a2"]
        assert whole.systems["one"].crashes == {}
        assert run(settings, [system("one", bare)]).systems == whole.systems

    def test_labels_are_not_shown_to_a_system_unless_it_is_given_gold(self):
        shown = []

        def looking(documents):
            shown.append(any(document.layers for document in documents))
            return floor(documents)

        run(Settings(corpus(), "all", None), [system("a", looking), system("b", looking, given_gold=True)])
        assert shown == [False, True]

    def test_a_system_that_loses_documents_crashes(self):
        result = run(Settings(corpus(2), "all", None), [system("a", lambda _documents: iter(()))])
        assert len(result.systems["a"].crashes) == 2

    @pytest.mark.parametrize("count", [1, 2])
    def test_a_limit_is_kept_and_shown_in_the_signature(self, count):
        sign = run(Settings(corpus(), "all", None, limit=count), [system("a", floor)]).signature
        assert (sign.articles, sign.limit) == (count, count)

    def test_what_is_not_installed_is_skipped_with_a_reason(self):
        result = run(Settings(corpus(), "all", None), [system("gone", floor, "no-such-distribution")])
        assert "not installed" in result.skipped["gone"]

    def test_systems_are_compared(self):
        result = run(Settings(corpus(), "all", None), [system("a", floor), system("b", crashing)])
        [row] = [row for row in result.compared if row.figure == "numbers: value"]
        assert row.difference > 0
        assert 0 < row.p <= row.p_adjusted <= 1

    def test_newsparse_itself(self):
        result = run(Settings(corpus(1), "all", None), [choose("newsparse")])
        figures = result.systems["newsparse"].figures
        assert figures["quotes: content strict"].f1 > 0.5
        assert figures["numbers: value"].f1 > 0.4


class TestGate:
    def result(self, value):
        whole = run(Settings(corpus(1), "all", None), [system("newsparse", floor)])
        figures = {"quotes: content strict": Figure(f1=value, low=value, high=value, gold=4)}
        return attrs.evolve(whole, systems={"newsparse": attrs.evolve(whole.systems["newsparse"], figures=figures)})

    def test_a_figure_below_its_floor_is_named(self):
        floors = gate.updated(self.result(0.8), None, lower=False)
        assert gate.check(self.result(0.8), floors) == []
        assert "below the floor" in gate.check(self.result(0.7), floors)[0]

    def test_other_gold_and_missing_figures_do_not_pass(self):
        floors = gate.updated(self.result(0.8), None, lower=False)
        assert "gold" in gate.check(self.result(0.9), attrs.evolve(floors, gold="other"))[0]
        assert "not measured" in gate.check(attrs.evolve(self.result(1), systems={}), floors)[0]

    def test_floors_fall_only_when_asked(self):
        floors = gate.updated(self.result(0.8), None, lower=False)
        with pytest.raises(gate.FloorError, match="--lower"):
            gate.updated(self.result(0.5), floors, lower=False)
        assert gate.updated(self.result(0.5), floors, lower=True).floors["quotes: content strict"] == 0.495


class TestCommands:
    def invoke(self, *words):
        return CliRunner().invoke(bench, [str(word) for word in words])

    def test_from_labels_to_the_page(self, folder):
        out = folder / "out"
        assert self.invoke("validate", folder / "labelled").output.endswith("3 documents, 0 problems\n")
        done = self.invoke("run", "-c", folder / "labelled", "-s", "floor", "-o", out)
        assert done.exit_code == 0, done.output
        assert "quotes: content strict" in done.output
        target = folder / "report.html"
        assert self.invoke("report", out / "labelled-all.json", "--html", target).exit_code == 0
        words = target.read_text("utf-8")
        assert "data:image/svg+xml" in words
        assert "http://" not in words
        assert "https://" not in words

    def test_validate_goes_on_after_a_bad_file(self, folder):
        (folder / "labelled" / "bad.txt").write_text("nothing", "utf-8")
        done = self.invoke("validate", folder / "labelled")
        assert done.exit_code == 1
        assert "3 documents, 1 problem" in done.output

    def test_the_gate(self, folder):
        floors = folder / "floors.json"
        assert self.invoke("gate", floors, "-c", folder / "labelled", "--update").exit_code == 0
        assert self.invoke("gate", floors, "-c", folder / "labelled").exit_code == 0
        higher = json.loads(floors.read_text("utf-8"))
        higher["floors"]["quotes: content strict"] = 1.1
        floors.write_text(json.dumps(higher), "utf-8")
        assert self.invoke("gate", floors, "-c", folder / "labelled").exit_code == 1

    def test_all_leaves_out_what_is_not_there(self, folder, monkeypatch):
        monkeypatch.delenv("NEWSPARSE_DATA", raising=False)
        out = folder / "out"
        done = self.invoke("run", "-c", "all:train", "-c", folder / "labelled", "-s", "floor", "-o", out)
        assert done.exit_code == 0, done.output
        assert "polnear:train is left out: [NP503]" in done.output
        assert [file.name for file in sorted(out.glob("*.json"))] == ["labelled-all.json"]

    def test_the_page_of_markdown(self, folder):
        out, target = folder / "out", folder / "figures.md"
        self.invoke("run", "-c", folder / "labelled", "-s", "floor", "-o", out)
        assert self.invoke("report", out / "labelled-all.json", "--markdown", target).exit_code == 0
        assert "| quotes: end-to-end |" in target.read_text("utf-8")

    def test_speed(self, folder):
        done = self.invoke("speed", "-c", folder / "labelled", "-s", "floor", "-o", folder / "out", "--times", 1)
        assert done.exit_code == 0, done.output
        assert "words/s" in done.output
        found = json.loads((folder / "out" / "speed.json").read_text("utf-8"))
        figures = found["systems"]["floor"]
        assert figures["peak memory, MiB"]["median"] > 1
        assert figures["times as fast as floor, one thread, one batch"]["median"] == 1
        kinds = ("first articles", "single articles", "one batch")
        assert {f"words/s, {threads}, {kind}" for threads in ("one thread", "all threads") for kind in kinds} <= set(
            figures
        )
        target = folder / "speed.html"
        assert self.invoke("report", folder / "out" / "speed.json", "--html", target).exit_code == 0
        assert "Machine:" in target.read_text("utf-8")

    def test_speed_names_what_is_missing(self, folder, monkeypatch):
        monkeypatch.delenv("NEWSPARSE_STANZA_MODELS", raising=False)
        done = self.invoke("speed", "-c", folder / "labelled", "-s", "stanza", "-o", folder / "out", "--times", 1)
        assert done.exit_code == 0, done.output
        assert "- stanza was skipped: [NP601]" in done.output

    @pytest.mark.parametrize("command", ["run", "speed"])
    def test_a_plugin_that_did_not_load_is_named(self, folder, monkeypatch, command):
        host = Host.of("newsparse.builtin", "newsparse_bench.plugin", "no_such_plugin")
        monkeypatch.setattr(offers, "host", lambda: host)
        words = [command, "-c", folder / "labelled", "-s", "floor", "-o", folder / "out"]
        done = self.invoke(*words, *(["--times", 1] if command == "speed" else []))
        assert done.exit_code == 0, done.output
        assert "plugin no_such_plugin did not load: [NP301]" in done.output
        assert "- plugin no_such_plugin was skipped: did not load" in done.output

    def test_floors_are_checked_but_not_set_while_a_plugin_does_not_load(self, folder, monkeypatch):
        words = ["gate", folder / "floors.json", "-c", folder / "labelled", "-s", "floor"]
        assert self.invoke(*words, "--update").exit_code == 0
        before = (folder / "floors.json").read_text("utf-8")
        host = Host.of("newsparse.builtin", "newsparse_bench.plugin", "no_such_plugin")
        monkeypatch.setattr(offers, "host", lambda: host)
        done = self.invoke(*words)
        assert done.exit_code == 0, done.output
        assert "plugin no_such_plugin did not load: [NP301]" in done.output
        refused = self.invoke(*words, "--update", "--lower")
        assert isinstance(refused.exception, gate.FloorError)
        assert (folder / "floors.json").read_text("utf-8") == before

    def test_floors_of_a_system_that_was_not_measured_are_not_set(self):
        result = run(Settings(corpus(1), "all", None), [system("gone", floor, "no-such-distribution")])
        with pytest.raises(gate.FloorError, match="gone was not measured: .*not installed"):
            gate.updated(result, None, lower=True, system="gone")

    def test_the_lists(self):
        assert "shipped:dev" in self.invoke("corpora").output
        assert {system.name for system in SYSTEMS} <= set(self.invoke("systems").output.split())

    def test_unknown_names(self):
        with pytest.raises(UnknownNameError):
            choose("nothing")
        assert choose("newsparse[:quotes]").name == "newsparse[:quotes]"

    def test_options_of_the_backend_are_part_of_a_systems_name(self):
        name = "newsparse[size=small,precision=float32:none]"
        annotate = choose(name).make()
        assert choose(name).name == name
        assert {"size": "small", "precision": "float32"}.items() <= annotate.conditions().items()
        [document] = annotate([Document(text="Ada Brook left.", id="1")])
        assert [mention.text for mention in document.mentions] == ["Ada Brook"]


def test_reports_name_crashes_and_what_was_skipped():
    result = run(Settings(corpus(), "all", None), [system("bad", crashing), system("gone", floor, "no-such-thing")])
    for words in (report.markdown(result), report.page([result]), report.document([result])):
        assert "articles with a crash" in words
        assert "gone was skipped" in words


def test_every_system_that_is_installed_gives_documents():
    documents = [parse(ARTICLE, name="a")]
    for chosen in SYSTEMS:
        try:
            version(chosen)
            annotate = chosen.make()
        except SystemMissingError:
            continue
        [found] = annotate(documents)
        assert found.text == documents[0].text
        assert found.quotes or found.numbers or found.mentions, chosen.name


@pytest.mark.parametrize(("power", "points"), [(1, [(1, 2.0), (2, 4.0), (4, 8.0)]), (2, [(1, 1.0), (3, 9.0)])])
def test_growth_is_the_power_of_the_size(power, points):
    curve = [Timing(*point) for point in points]
    assert growth(curve) == pytest.approx(power)
    assert growth(curve[:1]) is None
