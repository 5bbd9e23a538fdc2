"""What is installed, in words and as JSON: plugins and what they offer, rules, models."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import attrs
import click
import pytest
from click.testing import CliRunner

import newsparse
from newsparse.cli import main
from newsparse.cli.rules import described, lines, markdown
from newsparse.errors import ModelDamagedError
from newsparse.host import Host
from newsparse.rules import Rule, RuleSet
from newsparse.specs import ExtractorSpec, LearnedFrom, ModelFacts, ModelSpec, WriterSpec


def broken():
    raise ModelDamagedError("words.txt does not match its digest.", hint="Install tides again.")


def model(name, **more):
    fields = {"folder": lambda: Path("/tides"), "verify": tuple, "card": lambda: "# Card\n\n", "summary": "Words."}
    return ModelSpec(name=name, **{**fields, **more})


WHOLE = model(
    "tides",
    model="ab12",
    runs=lambda: ["threads: 2", "vectors: 8 bits"],
    facts=lambda: ModelFacts(
        learned_from=(LearnedFrom(name="Tide tables", used_for="words", licence="CC0"),),
        advice="Ask the harbour.",
        figures=(("tides, F1", "71.5"),),
        limits=("It knows two words.", "It knows no names."),
    ),
)
BARE = model("winds", facts=ModelFacts)


@pytest.fixture
def run(monkeypatch):
    """Runs ``newsparse`` where one plugin has these offers, and gives these problems where it is broken."""

    def run(*arguments, faulty=False, **offers):
        hooks = {f"newsparse_{name}": newsparse.hookimpl(lambda specs=specs: specs) for name, specs in offers.items()}
        if faulty:
            hooks["newsparse_readers"] = newsparse.hookimpl(lambda: ["not a specification"])
        found = Host.of("newsparse.builtin", SimpleNamespace(__name__="harbour", **hooks))
        monkeypatch.setattr(Host, "discover", classmethod(lambda _cls, **_: found))
        return CliRunner().invoke(main, list(arguments))

    return run


OFFERS = {
    "extractors": [ExtractorSpec(name="names", summary=".", make=SimpleNamespace, provides=("mentions",))],
    "writers": [WriterSpec(name=name, summary=".", write=str) for name in ("last", "first")],
    "commands": [click.Command("tide")],
    "models": [BARE],
}


def test_plugins_are_listed_with_what_each_of_them_offers(run):
    result = run("plugins", **OFFERS)
    assert (result.exit_code, result.stderr) == (0, "")
    builtin, harbour = result.stdout.partition("\nharbour  (")[::2]
    assert builtin.startswith("builtin  (newsparse ")
    assert "names" not in builtin
    assert harbour.splitlines()[1:] == [
        "  extractors: names",
        "  writers: last, first",
        "  commands: tide",
        "  models: winds",
    ]


def test_the_json_of_plugins_says_the_same(run):
    about = json.loads(run("plugins", "--json", **OFFERS).stdout)
    assert [plugin["name"] for plugin in about["plugins"]] == ["builtin", "harbour"]
    assert about["plugins"][1]["offers"] == {
        "extractors": ["names"],
        "writers": ["last", "first"],
        "commands": ["tide"],
        "models": ["winds"],
    }
    assert about["problems"] == []


def test_a_plugin_with_a_problem_is_a_line_and_status_1(run):
    result = run("plugins", "--json", faulty=True, **OFFERS)
    (problem,) = json.loads(result.stdout)["problems"]
    assert (result.exit_code, problem["code"]) == (1, "NP302")
    assert result.stderr == f"newsparse: {problem['message']}\n"
    assert run("plugins", faulty=True, **OFFERS).exit_code == 1


@pytest.mark.parametrize(
    "arguments", [["plugins", "--json"], ["models", "list", "--json"], ["rules", "--format", "json"]]
)
def test_json_is_indented_by_two_blanks(run, arguments):
    told = run(*arguments, models=[WHOLE]).stdout
    assert told == json.dumps(json.loads(told), indent=2) + "\n"


def test_a_model_is_told_in_words_a_fact_a_line(run):
    assert run("models", models=[WHOLE, BARE]).stdout.splitlines() == [
        "tides  (harbour)",
        "  Words.",
        "  folder: /tides",
        "  digest: ab12",
        "  threads: 2",
        "  vectors: 8 bits",
        "  learned from:",
        "    Tide tables: words; licence: CC0",
        "  figures:",
        "    tides, F1: 71.5",
        "  limits:",
        "    It knows two words.",
        "    It knows no names.",
        "  licences: Ask the harbour.",
        "winds  (harbour)",
        "  Words.",
        "  folder: /tides",
    ]


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_a_model_that_cannot_be_told_of_is_a_line_and_the_others_are_listed(run, options):
    result = run("models", "list", *options, models=[model("tides", folder=broken), BARE])
    assert result.exit_code == 1
    assert result.stderr.startswith("newsparse: [NP502] words.txt does not match its digest.")
    assert "winds" in result.stdout
    assert "tides" not in result.stdout.replace("/tides", "")
    assert run("models", "list", *options, models=[BARE]).exit_code == 0


def test_models_that_match_are_said_to_with_their_digest(run):
    result = run("models", "verify", models=[WHOLE, BARE])
    assert (result.exit_code, result.stdout) == (
        0,
        "tides: all files match ab12\nwinds: all files match their digests\n",
    )
    result = run("models", "verify", models=[model("tides", verify=broken), BARE])
    assert (result.exit_code, result.stdout) == (1, "winds: all files match their digests\n")
    assert result.stderr == "newsparse: [NP502] words.txt does not match its digest. Install tides again.\n"


def test_each_card_is_printed_once_and_without_empty_lines_behind_it(run):
    other = model("rains", card=lambda: "# Rains")
    assert run("models", "card", models=[WHOLE, BARE, other]).stdout == "# Card\n# Rains\n"
    assert run("models", "card", "rains", models=[WHOLE, BARE, other]).stdout == "# Rains\n"


@pytest.mark.parametrize("arguments", [["list"], ["where"], ["verify"], ["card"], ["card", "winds"]])
def test_a_problem_of_a_plugin_is_said_with_the_models(run, arguments):
    result = run("models", *arguments, faulty=True, models=[BARE])
    assert result.exit_code == 0
    assert result.stderr.count("[NP302]") == result.stderr.count("\n") == 1


RAIN = RuleSet(
    name="rain.kind",
    summary="what kind of rain falls.",
    rules=(
        Rule(name="rain.kind.hail", summary="hail | ice", find=str, fires="Hail\n fell.", quiet="It rained."),
        Rule(
            name="rain.kind.snow", summary="snow", find=str, fires="Snow.", quiet="Rain.", title="Cold", without="ice"
        ),
        Rule(name="rain.kind.rain", summary="rain", find=str, fires="Rain.", quiet="Sun.", without="snow"),
    ),
)


def test_rules_are_listed_under_their_set():
    assert list(lines([RAIN, attrs.evolve(RAIN, name="rain", rules=RAIN.rules[:1])])) == [
        "rain.kind: what kind of rain falls.",
        "  rain.kind.hail: hail | ice",
        "  rain.kind.snow: snow",
        "  rain.kind.rain: rain",
        "rain: what kind of rain falls.",
        "  rain.kind.hail: hail | ice",
    ]


def test_the_page_of_rules_has_a_table_for_each_set():
    assert "\n".join(markdown([RAIN])) == (
        "## rain.kind\n\nWhat kind of rain falls.\n\n"
        "| rule | what it says | decides in | not in |\n|---|---|---|---|\n"
        "| `rain.kind.hail` | hail \\| ice | Hail fell. | It rained. |\n"
        "| `rain.kind.snow` | snow | [Cold] Snow. | [Cold] Rain. |\n"
        "| `rain.kind.rain` | rain | [without snow] Rain. | [without snow] Sun. |\n"
    )


def test_the_json_of_rules_has_their_examples():
    about = described(RAIN)
    assert (about["name"], about["summary"]) == ("rain.kind", "what kind of rain falls.")
    assert about["rules"][1] == {
        "name": "rain.kind.snow",
        "summary": "snow",
        "title": "Cold",
        "fires": "Snow.",
        "quiet": "Rain.",
    }


def test_sets_of_rules_are_listed_by_name_in_each_layout(run):
    sets = [item["name"] for item in json.loads(run("rules", "--format", "json").stdout)]
    assert sets
    assert sets == sorted(sets)
    text = run("rules").stdout
    assert [line.partition(": ")[0] for line in text.splitlines() if not line.startswith(" ")] == sets
    page = run("rules", "--format", "markdown").stdout
    assert [line[3:] for line in page.splitlines() if line.startswith("## ")] == sets
    assert run("rules", faulty=True).stderr.count("[NP302]") == 1
