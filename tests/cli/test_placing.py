"""Where output goes and in which format: places that cannot hold it, endings, and which layers a writer is given."""

from __future__ import annotations

from types import SimpleNamespace

import attrs
import pytest

import newsparse
from newsparse.cli.formats import bound, by_ending, check_place, chosen, names_of
from newsparse.errors import UnknownNameError, WriteError
from newsparse.host import Host
from newsparse.model import Document, Mention, Quote, Span
from newsparse.specs import ExtractorSpec, WriterSpec
from newsparse.testing import fake_backend

ENDINGS = {".json": "json", ".htm": "html"}


@pytest.mark.parametrize(
    ("path", "format_"),
    [("o.json", "json"), ("o.JSON", "json"), ("o.htm", "html"), ("o.xml", "text"), ("json", "text"), (None, "text")],
)
def test_an_ending_names_a_format_and_any_other_is_text(path, format_):
    assert by_ending(path, ENDINGS) == format_


@pytest.fixture
def places(tmp_path, monkeypatch):
    """A folder with a file, a link to it, another folder, and a pipe."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("Ada")
    (tmp_path / "link.txt").symlink_to("a.txt")
    (tmp_path / "folder").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("path", "inputs", "folders", "fault"),
    [
        (None, ["a.txt"], False, None),
        ("new.txt", ["a.txt"], False, None),
        ("new.txt", ["none.txt"], False, None),
        ("a.txt", [], False, None),
        ("a.txt", ["none.txt"], False, None),
        ("a.txt", ["a.txt"], False, "a.txt is one of the inputs, and would be replaced. Choose another place."),
        ("a.txt", ["none.txt", "./a.txt"], False, "a.txt is one of the inputs"),
        ("link.txt", ["a.txt"], False, "link.txt is one of the inputs"),
        ("folder", [], False, "'folder' is a folder. Choose a file."),
        ("folder", [], True, None),
        ("folder", ["folder"], True, "folder is one of the inputs"),
        ("folder", ["folder/a.txt"], True, None),
        ("folder/", [], False, "'folder/' is a folder. Choose a file."),
        ("folder/", [], True, None),
        ("new/", [], False, "'new/' is a folder. Choose a file."),
        ("new/", [], True, None),
        ("a.txt/", [], False, "'a.txt/' is not a regular file. Choose another place."),
        ("a.txt/", [], True, "'a.txt/' is not a regular file. Choose another place."),
        ("", [], False, "'' is not a regular file. Choose another place."),
        ("", [], True, "'' is not a regular file. Choose another place."),
        ("/dev/null", [], False, "'/dev/null' is not a regular file. Choose another place."),
        ("/dev/null", [], True, "'/dev/null' is not a regular file. Choose another place."),
    ],
)
def test_a_place_that_cannot_hold_an_output_is_refused(places, path, inputs, folders, fault):
    if fault is None:
        check_place(path, inputs, folders=folders)
        return
    with pytest.raises(WriteError) as told:
        check_place(path, inputs, folders=folders)
    assert str(told.value).startswith(f"[NP402] {fault}")


def test_the_hint_says_what_else_there_is(places):
    with pytest.raises(WriteError, match=r"'folder' is a folder\. Try a table\."):
        check_place("folder", [], hint="Try a table.")


def write_all(documents, place):
    pass


WRITERS = [
    WriterSpec(name="one", summary=".", write=lambda document: document.text, suffixes=(".one",)),
    WriterSpec(name="runs", summary=".", write_all=write_all, suffixes=(".runs",)),
    WriterSpec(name="stream", summary=".", write_all=write_all, suffixes=(".stream",), streams=True),
    WriterSpec(name="tables", summary=".", write_all=write_all, suffixes=(".tables",), folders=True),
]


@pytest.fixture
def host():
    specs = [
        ExtractorSpec(name="names", summary=".", make=lambda: SimpleNamespace(), provides=("people", "places")),
        ExtractorSpec(name="rain", summary=".", make=lambda: SimpleNamespace(), provides=("rain",)),
    ]
    hooks = {
        "newsparse_writers": newsparse.hookimpl(lambda: WRITERS),
        "newsparse_extractors": newsparse.hookimpl(lambda: specs),
        "newsparse_backends": newsparse.hookimpl(lambda: [fake_backend()]),
    }
    return Host.of("newsparse.builtin", SimpleNamespace(**hooks))


@pytest.mark.parametrize(
    ("name", "path", "writer"),
    [
        (None, None, "text"),
        ("one", None, "one"),
        ("stream", None, "stream"),
        (None, "o.one", "one"),
        (None, "o.ONE", "one"),
        (None, "o.one.gz", "one"),
        (None, "o.runs", "runs"),
        (None, "o.stream.gz", "stream"),
        ("one", "o.runs", "one"),
        ("one", "o.odd", "one"),
        ("runs", "o.one", "runs"),
        ("tables", "folder", "tables"),
        ("tables", "new/", "tables"),
    ],
)
def test_a_format_is_that_which_was_named_or_that_of_the_ending(host, places, name, path, writer):
    assert chosen(host, name, path, ["a.txt"]).name == writer


@pytest.mark.parametrize(
    ("name", "path", "fault"),
    [
        ("runs", None, "[NP402] the format 'runs' cannot be written to standard output. Name a file: -o."),
        ("runs", "o.gz", "[NP402] the format 'runs' cannot be compressed as a whole. Leave out the last ending."),
        (None, "o.runs.gz", "[NP402] the format 'runs' cannot be compressed as a whole. Leave out the last ending."),
        (None, "o.odd", "[NP306] no format belongs to the ending of o.odd. Name one with --format: "),
        ("odd", None, "[NP306] no installed plugin has the writer 'odd'"),
        ("one", "folder", "[NP402] 'folder' is a folder. Choose a file, or name a format of tables, such as --format"),
        (None, "folder", "[NP402] 'folder' is a folder. Choose a file, or name a format of tables, such as --format"),
        ("one", "a.txt", "[NP402] a.txt is one of the inputs"),
    ],
)
def test_a_format_that_does_not_fit_its_place_is_refused(host, places, name, path, fault):
    with pytest.raises((WriteError, UnknownNameError)) as told:
        chosen(host, name, path, ["a.txt"])
    assert str(told.value).startswith(fault)


@pytest.mark.parametrize(
    ("given", "names"),
    [
        (None, ()),
        ("", ()),
        (" , ", ()),
        ("people", ("people",)),
        ("people, rain,", ("people", "rain")),
        ("all", ("all",)),
        ("tokens,articles", ("tokens", "articles")),
    ],
)
def test_layers_are_named_with_commas_between_them(host, given, names):
    assert names_of(host, given) == names


@pytest.mark.parametrize("given", ["names", "people,odd", "people rain", "All"])
def test_a_layer_that_nothing_gives_is_not_known(host, given):
    with pytest.raises(UnknownNameError) as told:
        names_of(host, given)
    assert "(there are: articles, " in told.value.message
    assert "people, places, " in told.value.message


def document():
    text = "Ada said no."
    quote = Quote.make(text, Span(9, 11), fragments=(Span(9, 11),), form="indirect")
    mention = Mention.make(text, Span(0, 3), label="Person")
    return Document(text=text).with_layer("quotes", [quote]).with_layer("mentions", [mention]).with_layer("rain", [])


@pytest.mark.parametrize(
    ("layers", "omits", "given"),
    [
        ((), (), {"quotes", "mentions", "rain"}),
        (("quotes",), (), {"quotes"}),
        (("quotes",), ("quotes", "rain"), {"quotes"}),
        ((), ("rain",), {"quotes", "mentions"}),
        (("all",), ("rain",), {"quotes", "mentions", "rain"}),
        (("all", "quotes"), (), {"quotes", "mentions", "rain"}),
        (("snow",), (), set()),
    ],
)
def test_a_writer_is_given_the_layers_that_are_wanted(layers, omits, given):
    seen = []

    def note(item):
        seen.append({layer.name for layer in item.layers})
        return "written"

    one = bound(WriterSpec(name="odd", summary=".", write=note, omits=omits), (), layers)
    assert one.write(document()) == "written"
    assert one.write_all is None
    every = bound(
        WriterSpec(name="odd", summary=".", write_all=lambda items, place: list(map(note, items)), omits=omits),
        (),
        layers,
    )
    every.write_all([document(), document()], None)
    assert every.write is None
    assert seen == [given] * 3


@attrs.frozen
class Tables:
    tables: tuple[str, ...] = ("quotes",)


@pytest.mark.parametrize(
    ("layers", "options", "tables"),
    [
        ((), (), ("quotes",)),
        (("mentions", "rain"), (), ("mentions", "rain")),
        (("all",), (), newsparse.tables.TABLES),
        (("mentions",), ("tables=articles",), ("mentions",)),
        ((), ("tables=articles",), ("articles",)),
    ],
)
def test_for_a_writer_of_tables_layers_are_tables_and_it_is_given_every_layer(layers, options, tables):
    seen = []

    def write(items, place, config):
        seen.append((config.tables, [len(item.layers) for item in items]))

    bound(WriterSpec(name="odd", summary=".", write_all=write, config=Tables), options, layers).write_all(
        [document()], ""
    )
    assert seen == [(tuple(tables), [3])]
