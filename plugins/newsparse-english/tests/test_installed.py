"""``newsparse models`` says of the English model what its card and its README say, and notices damage."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsparse.cli import main
from newsparse_english import installed, packed
from newsparse_english.packed import SIZES, digest, folder

DISTRIBUTION = Path(__file__).parents[1]


def run(*arguments):
    return CliRunner().invoke(main, ["models", *arguments])


@pytest.fixture
def copy(tmp_path, monkeypatch):
    """The packed models in a folder that can be damaged."""
    shutil.copytree(folder(), tmp_path / "weights")
    monkeypatch.setattr(installed, "folder", lambda size: tmp_path / "weights" / ("" if size == "full" else size))
    return tmp_path / "weights"


def test_each_size_is_a_model_with_its_digest():
    listed = {item["name"]: item for item in json.loads(run("list", "--json").stdout)}
    names = ["english", "english-cased", "english-small"]
    assert sorted(listed) == names
    assert [listed[name]["digest"] for name in names] == [digest(folder(size)) for size in SIZES]
    assert listed["english"]["figures"] != listed["english-small"]["figures"]


def test_the_list_says_the_licences_of_what_it_was_learned_from():
    output = run("list").output
    assert "en-worldwide-newswire, train: entities; licence: none stated; made for research" in output
    assert "take legal advice" in output


def test_where_prints_the_folder_alone():
    assert run("where", "english-small").output == f"{folder('small')}\n"


def test_the_card_ships_in_the_package_and_is_printed_once():
    text = (DISTRIBUTION / "newsparse_english" / "MODEL_CARD.md").read_text("utf-8")
    assert run("card").output.strip() == text.strip()
    assert run("card", "english").output == run("card").output


def test_the_facts_are_in_the_card_and_in_the_readme():
    card = installed.card()
    readme = (DISTRIBUTION / "README.md").read_text("utf-8")
    for size in SIZES:
        facts = installed.facts(size)
        assert [figure for _, figure in facts.figures if figure not in card] == []
        for item in facts.learned_from:
            assert f"| {item.name} |" in readme
            assert f"| {item.licence} |" in readme
            assert item.name.partition(",")[0] in card or item.name.partition(" ")[0] in card


def test_models_in_order_are_verified():
    done = run("verify")
    assert done.exit_code == 0
    assert digest(folder()) in done.output


@pytest.mark.usefixtures("copy")
def test_a_changed_file_fails_with_its_code_and_the_others_are_still_checked(copy):
    (copy / "small" / packed.ABOUT).write_text("{}", "utf-8")
    done = run("verify")
    assert done.exit_code == 1
    assert "[NP502] model.json" in done.output
    assert "english: all files match" in done.output
    assert run("verify", "english").exit_code == 0


def test_a_missing_file_fails_with_its_code(copy):
    (copy / packed.LEMMAS).unlink()
    for arguments in (["verify"], ["list"]):
        done = run(*arguments)
        assert done.exit_code == 1
        assert "[NP501]" in done.output
        assert "lemmas.json" in done.output
