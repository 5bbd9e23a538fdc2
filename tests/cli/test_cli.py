"""The command line: files in, claims out, and a status that tells whether all went well."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

import newsparse
from newsparse.cli import main
from newsparse.specs import ReaderSpec
from newsparse.testing import fake_backend

WEIGHTS = find_spec("newsparse_english")
needs_model = pytest.mark.skipif(WEIGHTS is None, reason="newsparse-english is not installed")
ARTICLE = '"Flour rose by 40 cents," said Ilse Marek, the miller.\n'


def run(*arguments, stdin=None):
    return CliRunner().invoke(main, list(arguments), input=stdin)


def test_version():
    assert run("--version").output == f"newsparse {newsparse.__version__}\n"


def test_help_names_the_commands():
    output = run("--help").output
    assert "parse" in output
    assert "plugins" in output


@pytest.mark.parametrize("arguments", [["--help"], ["plugins"], ["--version"]])
def test_nothing_heavy_is_imported(arguments):
    code = "import sys\nfrom newsparse.cli import main\ntry:\n main(sys.argv[1:])\nexcept SystemExit:\n pass\n"
    heavy = {"torch", "stanza", "jinja2", "starlette"}
    late = {f"newsparse.{name}" for name in ("corpus", "linking", "site", "verification")}
    code += f"print(sorted({heavy | late} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_plugins_lists_what_is_built_in():
    result = run("plugins", "--json")
    listed = {plugin["name"]: plugin for plugin in json.loads(result.output)["plugins"]}
    assert listed["builtin"]["offers"]["writers"][:3] == ["text", "json", "jsonl"]
    assert {"csv", "tsv", "parquet", "xlsx", "sqlite"} <= set(listed["builtin"]["offers"]["writers"])
    assert listed["builtin"]["distribution"] == "newsparse"
    assert "writers: text, json, jsonl" in run("plugins").output


def test_a_plugin_that_does_not_import_is_named(monkeypatch, tmp_path):
    package = tmp_path / "brokenplug"
    info = tmp_path / "brokenplug-1.2.dist-info"
    package.mkdir()
    info.mkdir()
    (package / "__init__.py").write_text("raise RuntimeError('no licence key')\n")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: brokenplug\nVersion: 1.2\n")
    (info / "entry_points.txt").write_text("[newsparse]\nbroken = brokenplug\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    result = run("plugins")
    assert result.exit_code == 1
    named = (
        "[NP301] brokenplug 1.2 could not be imported: RuntimeError: no licence key (brokenplug/__init__.py:1, `raise"
    )
    assert named in result.stderr
    for arguments in (["--help"], ["rules"], ["plugins", "--json"]):
        assert run(*arguments).stderr.count(named) == 1


def test_a_name_that_no_entry_point_has_is_reported(monkeypatch):
    monkeypatch.setenv("NEWSPARSE_LOAD_PLUGINS", "nobody-has-this")
    result = run("plugins", "--json")
    (problem,) = json.loads(result.stdout)["problems"]
    assert (problem["tier"], problem["plugin"], problem["code"]) == ("load", "nobody-has-this", "NP301")


@pytest.mark.parametrize(("name", "code"), [("xml", "NP306"), ("TEXT", "NP306")])
def test_an_unknown_format_is_refused(name, code, tmp_path):
    result = run("parse", "--format", name, str(tmp_path / "a.txt"))
    assert result.exit_code == 1
    assert code in result.stderr
    assert "jsonl" in result.stderr


def wire(many):
    def read(data, path):
        return [newsparse.Document(text=text) for text in data.decode().split("\f")]

    return lambda: [ReaderSpec(name="wire", summary=".", read=read, suffixes=(".wire",), many=many)]


def installed(monkeypatch, **hooks):
    """Let the command see newsparse itself and one plugin with these hooks, and nothing else."""
    plugin = SimpleNamespace(**{name: newsparse.hookimpl(function) for name, function in hooks.items()})
    host = newsparse.Host.of("newsparse.builtin", plugin)
    monkeypatch.setattr(newsparse.Host, "discover", lambda **_: host)


def test_a_file_with_several_documents_is_an_array_whoever_reads_it(monkeypatch, tmp_path):
    installed(monkeypatch, newsparse_readers=wire(many=True), newsparse_backends=lambda: [fake_backend()])
    path = tmp_path / "a.wire"
    path.write_text("It rained.\fIt snowed.")
    for arguments in ([str(path)], ["--reader", "wire", "-"]):
        result = run("parse", "--format", "json", *arguments, stdin=path.read_text())
        assert [item["text"] for item in json.loads(result.output)] == ["It rained.", "It snowed."]


def test_a_reader_that_promises_one_document_must_give_one(monkeypatch, tmp_path):
    installed(monkeypatch, newsparse_readers=wire(many=False), newsparse_backends=lambda: [fake_backend()])
    path = tmp_path / "a.wire"
    path.write_text("It rained.\fIt snowed.")
    result = run("parse", "--format", "json", str(path))
    assert result.exit_code == 1
    assert "gave 2 documents" in json.loads(result.stdout)["failures"][0]["message"]


@needs_model
class TestParse:
    def test_an_article_on_standard_input(self):
        result = run("parse", "--format", "jsonl", stdin=ARTICLE)
        assert result.exit_code == 0
        document = newsparse.loads(result.output)
        assert document.text == ARTICLE
        assert [quote.text for quote in document.quotes] == ["Flour rose by 40 cents,"]

    def test_bad_files_lose_no_good_one(self, tmp_path):
        good, bad, out = tmp_path / "good.txt", tmp_path / "bad.txt", tmp_path / "out.jsonl"
        good.write_text(ARTICLE)
        bad.write_bytes(b"\x81\x8d\x8f\x90\x9d")
        (tmp_path / "page.png").write_bytes(b"\x89PNG\r\n\x1a\n\0")
        paths = [str(bad), str(tmp_path / "none.txt"), str(tmp_path / "page.png"), str(good)]
        result = run("parse", *paths, "--format", "jsonl", "-o", str(out))
        assert result.exit_code == 1
        assert [result.stderr.count(code) for code in ("[NP401]", "[NP404]")] == [2, 1]
        documents = list(newsparse.load_jsonl(out.read_text("utf-8").splitlines()))
        assert [document.meta.path for document in documents] == paths
        assert documents[3].quotes
        assert not documents[3].failures

    def test_several_articles_as_json_are_an_array(self, tmp_path):
        for name in ("a", "b"):
            (tmp_path / f"{name}.txt").write_text(ARTICLE)
        result = run("parse", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--format", "json")
        assert len(json.loads(result.output)) == 2

    def test_one_extractor_alone(self):
        result = run("parse", "--format", "jsonl", "--extractor", "quotes", stdin=ARTICLE)
        layers = {layer.name for layer in newsparse.loads(result.output).layers}
        assert "quotes" in layers
        assert "entities" not in layers

    def test_only_what_is_said(self):
        article = "Ada Brook fears that the quay is old. She said the quay would sink.\n"
        manners = {
            option: [
                q.manner for q in newsparse.loads(run("parse", "--format", "jsonl", *args, stdin=article).output).quotes
            ]
            for option, args in {"all": (), "speech": ("--only", "speech")}.items()
        }
        assert manners == {"all": ["thought", "speech"], "speech": ["speech"]}

    def test_an_output_that_cannot_be_written(self, tmp_path):
        result = run("parse", "-o", str(tmp_path / "no" / "out.txt"), stdin=ARTICLE)
        assert result.exit_code == 1
        assert "[NP402]" in result.stderr

    @pytest.mark.parametrize("text", ["\ud800 said", "“a ‘b” c’", "x" * 1_000_000, "é\r\n\U0001f600"])
    def test_odd_texts_pass(self, text):
        data = text.encode("utf-8", "replace")
        result = CliRunner().invoke(main, ["parse", "--reader", "text", "--format", "jsonl"], input=data)
        assert result.exit_code == 0
        assert newsparse.loads(result.output).text == data.decode()

    @pytest.mark.parametrize("data", [b"", b" \n "])
    def test_nothing_at_all_is_no_article(self, data):
        result = CliRunner().invoke(main, ["parse", "--format", "jsonl"], input=data)
        assert result.exit_code == 1
        assert result.stderr == "newsparse: [NP401] there is no text in standard input.\n"

    def test_standard_output_that_closes_early(self, tmp_path):
        path = tmp_path / "a.txt"
        path.write_text(ARTICLE)
        command = f"'{sys.executable}' -m newsparse parse {' '.join([str(path)] * 3)} | head -n 1"
        done = subprocess.run(
            ["sh", "-c", command], capture_output=True, text=True, check=False, cwd=Path(__file__).parent
        )
        assert "Traceback" not in done.stderr
        assert done.stdout
