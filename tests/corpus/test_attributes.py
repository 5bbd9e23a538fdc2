"""The user's own table is joined by name."""

from __future__ import annotations

import contextlib

import pytest

from newsparse.corpus import index, opened
from newsparse.corpus.attributes import Attached, attach
from newsparse.errors import OptionError, ReadError
from tests.corpus.stories import STORIES


@pytest.fixture
def database(tmp_path):
    index(STORIES, tmp_path / "news.db")
    return tmp_path / "news.db"


def values(database):
    with contextlib.closing(opened(database)) as corpus:
        return [tuple(row) for row in corpus.execute("SELECT name, attribute, value FROM attributes")]


def test_columns_become_attributes_and_names_are_found_whatever_their_accents(database, tmp_path):
    table = tmp_path / "people.csv"
    table.write_text("\ufeffName,party,seat\nAna Ruíz,Greens,\nBo Lind,,Kell\n", "utf-8")
    assert attach(database, table) == Attached(names=2, known=1)
    assert values(database) == [("Ana Ruíz", "party", "Greens"), ("Bo Lind", "seat", "Kell")]


def test_a_new_table_takes_the_place_of_the_old_one(database, tmp_path):
    table = tmp_path / "people.csv"
    for party in ("Greens", "Blues"):
        table.write_text(f"name,party\nAna Ruiz,{party}\n", "utf-8")
        attach(database, table)
    assert values(database) == [("Ana Ruiz", "party", "Blues")]


def test_a_table_without_names_is_refused(database, tmp_path):
    table = tmp_path / "people.csv"
    table.write_text("who,party\nAna Ruiz,Greens\n", "utf-8")
    with pytest.raises(OptionError, match=r"no column 'name' \(there are: who, party\)"):
        attach(database, table)
    with pytest.raises(ReadError, match="no such file|No such file"):
        attach(database, tmp_path / "none.csv")


def test_cells_without_a_name_or_a_heading_say_nothing(database, tmp_path):
    table = tmp_path / "people.csv"
    table.write_text("name,,party\nAna Ruiz,x,Greens\n,y,Blues\nBo Lind,z, \n", "utf-8")
    assert attach(database, table) == Attached(names=1, known=1)
    assert values(database) == [("Ana Ruiz", "party", "Greens")]


def test_an_empty_table_is_refused(database, tmp_path):
    (tmp_path / "people.csv").write_text("", "utf-8")
    with pytest.raises(OptionError, match=r"no column 'name' \(there are: none\)"):
        attach(database, tmp_path / "people.csv")


@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_the_header_shows_what_is_between_the_cells(database, tmp_path, between):
    table = tmp_path / "people.csv"
    table.write_text(f"name{between}party\nAna Ruiz{between}Greens\n", "utf-8")
    assert attach(database, table) == Attached(names=1, known=1)
    assert values(database) == [("Ana Ruiz", "party", "Greens")]


def test_a_table_in_another_encoding_is_told_to_be_saved_as_utf_8(database, tmp_path):
    table = tmp_path / "people.csv"
    table.write_bytes("name;party\nAna Ruíz;Greens\n".encode("cp1252"))
    with pytest.raises(ReadError, match="is not UTF-8. Save it as CSV in UTF-8"):
        attach(database, table)
