"""Pages: what differs is marked and counted as it scores, everything is escaped, and nothing else is needed."""

from __future__ import annotations

import base64
import builtins
from html.parser import HTMLParser

import attrs
import pytest
from click.testing import CliRunner

from newsparse.errors import SchemaError, WriteError
from newsparse_bench.commands import bench
from newsparse_bench.report import document, markdown, page
from newsparse_bench.report.charts import PlotsMissingError, Point, curves, ranges
from newsparse_bench.report.texts import Piece, pair, pieces
from newsparse_bench.results import (
    Comparison,
    Figure,
    Machine,
    Mark,
    Result,
    Signature,
    Slip,
    SpeedResult,
    Spread,
    SystemResult,
    Timing,
    WorstArticle,
    load,
    save,
)

SIGNATURE = Signature(
    corpus="tiny",
    part="dev",
    gold="0" * 16,
    articles=2,
    limit=None,
    matching="optimal",
    intervals="95%",
    tests="randomised",
    seed=1,
    bench="1",
    newsparse="1",
    python="3",
    numpy="2",
    scipy="1",
)
ARTICLE = WorstArticle(
    id="one", errors=1.0, text="“We lost,” said Vell.", gold=(Mark(1, 8, "quote", "Vell"),), guess=()
)


def result(name="mine", article=ARTICLE, **changes):
    figure = Figure(f1=0.5, low=0.4, high=0.6, gold=4, precision=0.5, recall=0.5)
    system = SystemResult(
        version="1",
        provenance={},
        crashes={},
        figures={"quotes: end-to-end": figure},
        articles={"one": {"quotes: end-to-end": (1.0, 2.0, 1.0, 2.0)}},
        worst=(article,),
    )
    whole = Result(
        signature=SIGNATURE, systems={name: system}, skipped={}, leading=("quotes: end-to-end",), compared=()
    )
    return attrs.evolve(whole, **changes)


def speed(name="mine"):
    spread = Spread(median=900.0, low=800.0, high=1000.0)
    curve = (Timing(100, 0.1), Timing(200, 0.25))
    return SpeedResult(
        machine=Machine("chip", 2, "8.0 GiB", "Linux", "3", "0.1"),
        articles=2,
        words=1200,
        times=3,
        systems={name: {"words/s, one thread, one batch": spread}},
        length={name: curve},
        count={name: ()},
        skipped={},
        conditions={name: {"engine": "openvino", "threads": "1 / 2"}},
    )


class Tags(HTMLParser):
    """The elements of a page, in their order."""

    def __init__(self, words):
        super().__init__()
        self.found = []
        self.feed(words)

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))


def names(words):
    return [tag for tag, _ in Tags(words).found]


def image(address):
    return base64.b64decode(address.partition(",")[2]).decode("utf-8")


class TestTexts:
    def test_an_article_is_cut_where_marks_cross(self):
        one, other = Mark(0, 3, "quote", "Vell"), Mark(2, 5, "name", "Person")
        assert list(pieces("a<b c", [one, other], wrong={other}, word="missed")) == [
            Piece("a<", "quote", wrong=False, said="quote: Vell"),
            Piece("b", "name", wrong=True, said="quote: Vell; name: Person (missed)"),
            Piece(" c", "name", wrong=True, said="name: Person (missed)"),
        ]

    def test_punctuation_at_the_ends_of_a_quote_is_not_an_error(self):
        article = attrs.evolve(ARTICLE, guess=(Mark(1, 9, "quote", "Vell"),))
        assert "0 of 1 labels not found as labelled, 0 of 1 predictions not in gold" in pair(article).summary
        article = attrs.evolve(ARTICLE, guess=(Mark(4, 9, "quote", "Vell"),))
        assert "1 of 1 labels not found as labelled, 1 of 1 predictions not in gold" in pair(article).summary


class TestPage:
    def test_it_has_plots_tables_and_the_worst_articles_and_loads_nothing(self):
        words = page([result()], speed())
        tags = Tags(words).found
        assert [tag for tag, _ in tags if tag == "section"] == ["section"] * 2
        sources = [attributes["src"] for tag, attributes in tags if tag == "img"]
        assert [source.partition(",")[0] for source in sources] == ["data:image/svg+xml;base64"] * 3
        assert not [tag for tag, attributes in tags if tag in ("script", "link") or "http" in str(attributes)]
        assert "<td>50.0 <small>(40.0–60.0)</small></td>" in words
        assert '<mark class="quote wrong" title="quote: Vell (missed)">We lost</mark>' in words
        assert "seed 1" in words
        assert "Machine: processor chip, cores 2" in words

    def test_whatever_comes_from_a_results_file_is_escaped(self):
        evil = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>"
        article = WorstArticle(id=evil, errors=1.0, text=evil, gold=(Mark(0, 3, "name", evil),), guess=())
        test = Comparison(figure=evil, one=evil, other=evil, difference=0.1, p=0.01, p_adjusted=0.01)
        signature = Signature(
            **{name: evil if isinstance(value, str) else value for name, value in attrs.asdict(SIGNATURE).items()}
        )
        hostile = result(evil, article, signature=signature, skipped={evil: evil}, compared=(test,), leading=(evil,))
        system = hostile.systems[evil]
        figures = {evil: system.figures["quotes: end-to-end"]}
        hostile = attrs.evolve(hostile, systems={evil: attrs.evolve(system, figures=figures)})
        fast = speed(evil)
        machine = Machine(evil, 2, evil, evil, evil, evil)
        fast = attrs.evolve(fast, machine=machine, systems={evil: fast.systems[evil] | {evil: Spread(1, 1, 1)}})
        words = page([hostile], fast)
        harmless = page([result("a", compared=(attrs.evolve(test, figure="b"),), skipped={"c": "d"})], speed("a"))
        assert set(names(words)) == set(names(harmless))
        assert "script" not in names(words)
        assert not [attributes for _, attributes in Tags(words).found if "onerror" in attributes]

    def test_nothing_in_a_results_file_steers_the_page_or_the_terminal(self, tmp_path):
        evil = "\x1b[2J\x9b\u202e"
        article = WorstArticle(id=evil, errors=1.0, text=evil, gold=(Mark(0, 3, "name", evil),), guess=())
        hostile = result(evil, article, skipped={evil: evil})
        assert not set("\x1b\x9b\u202e") & set(page([hostile], speed(evil)))
        save(hostile, tmp_path / "one.json")
        done = CliRunner().invoke(bench, ["report", str(tmp_path / "one.json")])
        assert done.exit_code == 0
        assert "\\x1b[2J\\x9b\\u202e" in done.output

    def test_a_page_never_replaces_a_result(self, tmp_path):
        path = tmp_path / "one.json"
        save(result(), path)
        done = CliRunner().invoke(bench, ["report", str(path), "--html", str(path)])
        assert isinstance(done.exception, WriteError)
        assert load(path) == result()

    @pytest.mark.parametrize(
        ("old", "new", "place"),
        [
            ('"articles": 2', '"articles": "<b>2</b>"', "signature.articles: expected a whole number"),
            ('"kind": "quote"', '"kind": "quote\'><b>"', r"worst\[0\].gold\[0\].kind: "),
        ],
    )
    def test_a_results_file_with_other_types_is_refused(self, tmp_path, old, new, place):
        path = tmp_path / "one.json"
        save(result(), path)
        words = path.read_text("utf-8")
        assert old in words
        path.write_text(words.replace(old, new, 1), "utf-8")
        with pytest.raises(SchemaError, match=place):
            load(path)

    def test_without_matplotlib_the_page_says_what_to_install(self, monkeypatch):
        known = builtins.__import__

        def missing(name, *more):
            if name.startswith("matplotlib"):
                raise ImportError("No module named 'matplotlib'")
            return known(name, *more)

        monkeypatch.setattr(builtins, "__import__", missing)
        with pytest.raises(PlotsMissingError, match=r"\[NP604\].*newsparse-bench\[report\]"):
            page([result()])

    def test_every_error_is_listed_and_can_be_hidden_by_kind_without_a_script(self):
        slip = Slip("one", 1, "quote", "wrong speaker", "", "We lost", "said Vell.", gold="Vell", guess="<b>Bo")
        system = attrs.evolve(result().systems["mine"], slips=(slip, attrs.evolve(slip, kind="polls", sort="missed")))
        words = page([result(systems={"mine": system})])
        assert "All 2 errors of mine" in words
        assert '<li class="slip quote wrong-speaker"><b>quote, wrong speaker</b>' in words
        assert '<li class="slip other missed"><b>polls, missed</b>' in words
        assert '<input type="checkbox" class="show-wrong-speaker" checked> wrong speaker (1)' in words
        assert ".errors:has(.show-wrong-speaker:not(:checked)) .slip.wrong-speaker" in words
        assert "&lt;b&gt;Bo" in words

    def test_another_speaker_is_marked_on_both_sides(self):
        article = attrs.evolve(ARTICLE, guess=(Mark(1, 8, "quote", "Bo"),))
        words = page([result(article=article)])
        assert words.count('<mark class="quote differs"') == 3  # the key, and both sides
        assert "quote: Bo (wrong speaker)" in words
        assert "quote: Vell (wrong speaker)" in words

    def test_part_of_a_speaker_s_name_does_not_differ(self):
        for name, longer in (("Vell", "Ada Vell"), ("Ada Vell", "Vell")):
            gold, guess = (Mark(1, 8, "quote", said) for said in (name, longer))
            article = attrs.evolve(ARTICLE, gold=(gold,), guess=(guess,))
            assert "0 with another speaker, value or class" in pair(article).summary

    def test_tables_say_which_results_they_are_of(self):
        first, *_, last = markdown(result()).strip().splitlines()
        assert first == "## tiny, dev (2 articles)"
        assert last.startswith("Signature: ")
        assert "0000000000000000" in last

    def test_precision_and_recall_are_beside_f1(self):
        system = result().systems["mine"]
        figure = attrs.evolve(system.figures["quotes: end-to-end"], precision=0.6, recall=0.43)
        words = page([result(systems={"mine": attrs.evolve(system, figures={"quotes: end-to-end": figure})})])
        assert "<td>50.0 <small>(40.0–60.0; P 60.0, R 43.0)</small></td>" in words

    def test_what_a_system_does_not_do_has_no_row(self):
        system = result().systems["mine"]
        silent = attrs.evolve(system, articles={"one": {"quotes: end-to-end": (0.0, 0.0, 0.0, 2.0)}})
        for words in (page([result(systems={"mine": silent})]), markdown(result(systems={"mine": silent}))):
            assert "50.0" not in words
            assert "mine gave nothing for quotes" in words

    def test_the_same_results_give_the_same_page(self):
        assert page([result()], speed()) == page([result()], speed())


class TestPlots:
    def test_dollar_signs_and_angle_brackets_are_words(self):
        rows = {"$a$ & <b>": [Point("mine$x$", 50.0, 40.0, 60.0, "50")]}
        assert image(ranges(rows, {"mine$x$": "#000"}, top=100)).count("<svg") == 1

    def test_a_scale_is_logarithmic_where_values_are_far_apart(self):
        def written(*values):
            rows = {"words/s": [Point("a", value, value, value, "") for value in values]}
            return image(ranges(rows, {"a": "#000"}))

        assert "<!-- 10,000 -->" in written(1400.0, 450000.0)
        assert "<!-- 80 -->" in written(40.0, 93.0)

    def test_there_is_no_plot_of_nothing(self):
        assert ranges({"a": []}, {}) == ""
        assert curves({"a": []}, {}, across="words") == ""


class TestResults:
    @pytest.mark.parametrize("made", [result(), speed()])
    def test_results_are_read_back_as_they_were(self, tmp_path, made):
        save(made, tmp_path / "one.json")
        assert load(tmp_path / "one.json") == made

    def test_paired_tests_are_shown_with_corrected_values(self):
        test = Comparison(figure="quotes: end-to-end", one="a", other="b", difference=0.1, p=0.03, p_adjusted=0.09)
        whole = result(compared=(test,))
        for words in (markdown(whole), page([whole])):
            assert "0.0300" in words
            assert "0.0900" in words
            assert "not significant" in words

    def test_a_difference_is_significant_by_the_corrected_value(self):
        test = Comparison(figure="quotes: end-to-end", one="a", other="b", difference=0.1, p=0.001, p_adjusted=0.049)
        whole = result(compared=(test,))
        for words in (markdown(whole), page([whole])):
            assert "0.0490" in words
            assert "not significant" not in words

    def test_what_others_measured_is_compared_with_ours(self):
        figure = Figure(f1=0.738, low=0.7, high=0.8, gold=4)
        whole = result("quantulum3", signature=attrs.evolve(SIGNATURE, corpus="newsquant"))
        system = attrs.evolve(whole.systems["quantulum3"], figures={"newsquant: value": figure})
        words = document([attrs.evolve(whole, systems={"quantulum3": system})])
        assert "| 73.8 | 73.8 | +0.0 |" in words

    def test_the_command_writes_both_pages(self, tmp_path):
        save(result(), tmp_path / "one.json")
        targets = [tmp_path / "one.html", tmp_path / "one.md"]
        words = ["report", tmp_path / "one.json", "--html", targets[0], "--markdown", targets[1]]
        done = CliRunner().invoke(bench, [str(word) for word in words])
        assert done.exit_code == 0, done.output
        assert all(target.stat().st_size for target in targets)
