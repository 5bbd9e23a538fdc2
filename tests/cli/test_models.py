"""``newsparse models`` lists, finds and verifies the models of plugins, whoever wrote them."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

import newsparse
from newsparse.cli import main
from newsparse.errors import ModelDamagedError
from newsparse.host import Host
from newsparse.specs import LearnedFrom, ModelFacts, ModelSpec

FACTS = ModelFacts(
    learned_from=(LearnedFrom(name="Tide tables", used_for="words", licence="CC0"),),
    advice="Ask the harbour.",
    figures=(("tides, F1", "71.5"),),
    limits=("It knows two words.",),
)


def broken():
    raise ModelDamagedError("words.txt does not match its digest.", hint="Install tides again.")


def model(name, verify=tuple, **more):
    return ModelSpec(
        name=name, summary="Words.", folder=lambda: Path("/tides"), verify=verify, card=lambda: "# Card", **more
    )


def hooked(*models):
    @newsparse.hookimpl
    def newsparse_models():
        return models

    return SimpleNamespace(newsparse_models=newsparse_models)


@pytest.fixture
def run(monkeypatch):
    """Runs ``newsparse models`` where these models are installed."""

    def run(*arguments, models=()):
        host = Host.of(hooked(*models))
        monkeypatch.setattr(Host, "discover", classmethod(lambda _cls, **_: host))
        return CliRunner().invoke(main, ["models", *arguments])

    return run


def test_without_a_subcommand_it_lists(run):
    models = [model("tides", model="ab12", facts=lambda: FACTS, runs=lambda: ["threads: 2"])]
    assert run(models=models).output == run("list", models=models).output
    lines = [line.strip() for line in run(models=models).output.splitlines()]
    assert lines[0].startswith("tides  (")
    for line in (
        "digest: ab12",
        "threads: 2",
        "Tide tables: words; licence: CC0",
        "tides, F1: 71.5",
        "It knows two words.",
    ):
        assert line in lines
    assert lines[-1] == "licences: Ask the harbour."


def test_the_json_has_the_same_facts(run):
    (about,) = json.loads(run("list", "--json", models=[model("tides", facts=lambda: FACTS)]).stdout)
    assert about["learned_from"] == [{"name": "Tide tables", "used_for": "words", "licence": "CC0", "address": ""}]
    assert (about["figures"], about["limits"]) == ({"tides, F1": "71.5"}, ["It knows two words."])
    assert json.loads(run("list", "--json").stdout) == []


def test_where_and_card_take_a_name_or_all(run):
    models = [model("tides"), model("winds")]
    assert run("where", "winds", models=models).output == "/tides\n"
    assert run("where", models=models).output == "/tides\n/tides\n"
    assert run("card", models=models).output == "# Card\n"


def test_verify_names_what_is_damaged_and_fails(run):
    done = run("verify", models=[model("tides", broken), model("winds")])
    assert done.exit_code == 1
    assert "[NP502] words.txt does not match its digest. Install tides again." in done.output
    assert "winds: all files match" in done.output
    assert run("verify", "winds", models=[model("tides", broken), model("winds")]).exit_code == 0


def test_an_unknown_name_and_no_models_at_all_are_errors(run):
    done = run("where", "rains", models=[model("tides")])
    assert done.exit_code == 1
    assert "no installed plugin has the model 'rains' (there are: tides)" in done.output
    for command in ("where", "verify", "card"):
        assert run(command).exit_code == 1
        assert "[NP501]" in run(command).output
    assert run("list").output == "no installed plugin brings a model.\n"


def test_models_are_offers_of_their_plugin(run):
    host = Host.of(hooked(model("tides")))
    assert host.model("tides").spec.summary == "Words."
    assert host.problems == ()
