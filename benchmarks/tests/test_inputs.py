"""What users hand in may be wrong in any way: each fault is one line with a code, and the rest goes on."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from newsparse.cli import main
from newsparse.errors import SchemaError
from newsparse.model import Document
from newsparse.serial import dumps
from newsparse_bench.commands import bench
from newsparse_bench.corpora import newsquant
from newsparse_bench.predictions import predicted
from newsparse_bench.systems import choose

DEEP = "[" * 100_000 + "]" * 100_000
LONG = "9" * 5000


def invoke(command, *words):
    return CliRunner().invoke(command, [str(word) for word in words])


class TestLabels:
    @pytest.mark.parametrize(
        ("name", "content", "words"),
        [
            ("one.txt", b"\xff", "[NP401] one.txt: not UTF-8"),
            ("one.jsonl", b"\xff", "[NP401] one.jsonl: not UTF-8"),
            ("one.json", b"\xff", "[NP401] one.json: not UTF-8"),
            ("one.json", DEEP.encode(), "[NP201] one.json: JSON nested too deep"),
            ("one.json", f"[{LONG}]".encode(), "[NP201] one.json: not JSON"),
            ("one.txt", b"\n---\n" + b"<q>" * 50_000 + b"</q>" * 50_000, "[NP201] one.txt: the tags are nested"),
        ],
    )
    def test_what_cannot_be_read_is_one_line_with_a_code(self, tmp_path, name, content, words):
        (tmp_path / name).write_bytes(content)
        done = invoke(bench, "validate", tmp_path / name)
        assert done.exit_code == 1
        assert done.output.startswith(words)
        assert done.output.endswith("0 documents, 1 problem\n")
        assert done.output.count("\n") == 2

    def test_an_offset_of_thousands_of_digits_is_not_a_row(self, tmp_path):
        (tmp_path / "one.txt").write_text("Vell left.", "utf-8")
        (tmp_path / "one.ann").write_text(f"T1\tPerson 0 {LONG}\tVell\n", "utf-8")
        done = invoke(bench, "validate", tmp_path / "one.txt")
        assert done.output.startswith("[NP201] one.ann, line 1: ")
        assert done.exit_code == 1

    def test_documents_that_share_an_id_are_named(self, tmp_path):
        for folder in ("a", "b"):
            (tmp_path / folder).mkdir()
            document = Document(text=f"We lost {folder}.", id="same")
            (tmp_path / folder / f"{folder}.jsonl").write_text(dumps(document) + "\n", "utf-8")
        done = invoke(bench, "validate", tmp_path)
        assert "b.jsonl, same: another document, in a.jsonl, has the same id." in done.output
        assert done.exit_code == 1

    def test_documents_that_share_an_id_are_not_scored(self):
        documents = [Document(text="Bob left 7.", id="same"), Document(text="Eve left 9 and 10.", id="same")]
        with pytest.raises(SchemaError, match="'same'"):
            predicted(choose("floor"), documents, keep=None, corpus="two", progress=str)


class TestResults:
    @pytest.mark.parametrize(
        "content", [b"\xff", DEEP.encode(), b"[]", b'{"systems": {}}', b'{"systems": {"a": {}}, "signature": {}}']
    )
    def test_what_is_not_a_result_is_one_line_with_a_code(self, tmp_path, content):
        (tmp_path / "one.json").write_bytes(content)
        done = invoke(main, "bench", "report", tmp_path / "one.json")
        assert done.exit_code != 0
        assert done.output.startswith(("newsparse: [NP201] ", "newsparse: [NP401] "))
        assert done.output.count("\n") == 1


class TestNewsQuant:
    @pytest.mark.parametrize(
        ("value", "ends"),
        [
            ("1.99E-29", (1.99e-29,)),
            ("3.0 - 4.0", (3, 4)),
            ("-4", (-4,)),
            ("2e-3", (0.002,)),
            ("1e-3-2E-3", (0.001, 0.002)),
        ],
    )
    def test_a_value_is_a_number_or_a_range(self, tmp_path, value, ends):
        row = {"value": value, "change": "=", "normalized_unit": "-", "referred_concepts": "-"}
        (tmp_path / "numbers" / "newsquant").mkdir(parents=True)
        place = tmp_path / "numbers" / "newsquant" / "dev.json"
        place.write_text(json.dumps([{"text": "It weighs little.", "id": "a", "quantities": [row]}]), "utf-8")
        [document] = newsquant.load(tmp_path, "dev")
        assert document.layer("rows")[0].values == ends
