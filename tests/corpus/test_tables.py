"""The columns, types and choices of the tables that a corpus gives."""

from __future__ import annotations

import contextlib
from typing import ClassVar

import pytest

from newsparse.corpus import findings, opened
from newsparse.corpus.findings import CLAIMS, FIGURES, KINDS, QUOTES
from newsparse.corpus.results import Table
from newsparse.corpus.search import Found, Search


@pytest.fixture
def database(told_database):
    with contextlib.closing(opened(told_database)) as connection:
        yield connection


class TestTables:
    COLUMNS: ClassVar = {
        "quotes": "id document title day outlet entity speaker speaker_kind together_with role organisation anonymity"
        " unattributed text about cue form manner act modality sentence start stop confidence",
        "figures": "id document title day outlet text quantity what noun holder about kind unit currency per bound"
        " exactness low high scale scale_low scale_high part direction outlook modality period period_start period_end"
        " place entity speaker speaker_kind role organisation quote sentence start stop confidence",
    }

    @pytest.mark.parametrize("kind", COLUMNS)
    def test_a_claim_has_these_columns(self, database, kind):
        assert Found.of(database, kind, Search()).table().columns == tuple(self.COLUMNS[kind].split())

    def test_findings_have_these_choices(self):
        assert [kind.choices for kind in (QUOTES, CLAIMS)] == [
            ("altered words", "another speaker", "all"),
            ("confirmed", "corrected", "denied", "all"),
        ]
        assert FIGURES.choices == ("agree", "drift", "conflict", "incomparable", "all")
        assert list(KINDS) == ["quotes", "figures", "claims"]

    @pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
    def test_every_row_of_findings_has_a_value_for_each_column(self, database, kind):
        table = findings.table(database, kind)
        assert [set(row) for row in table] == [set(table.columns)] * len(table)
        assert kind.key not in table.columns

    def test_parquet_has_the_type_of_each_column(self, tmp_path):
        pyarrow = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
        columns = {
            "words": ("a", None),
            "whole": (1, None),
            "mixed": (1, 0.5),
            "parts": (0.5, None),
            "none": (None, None),
        }
        found = Table(tuple(columns), list(zip(*columns.values(), strict=True)))
        (tmp_path / "t.parquet").write_bytes(found.parquet())
        schema = pyarrow.read_schema(tmp_path / "t.parquet")
        assert {name: str(schema.field(name).type) for name in columns} == {
            "words": "string",
            "whole": "int64",
            "mixed": "double",
            "parts": "double",
            "none": "string",
        }
