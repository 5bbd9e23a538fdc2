"""JSON and back: nothing lost, nothing reworded, every fault with its path, unknown kinds kept."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.errors import SchemaError
from newsparse.kinds import KindRegistry, Unrecognised, builtin_registry
from newsparse.model import Document, Layer, Mention, Quote, Span
from newsparse.serial import dump_jsonl, dumps, load_jsonl, loads, pretty
from newsparse.testing import documents, written

TEXT = "Ada Brook said that it rained. It did."


@given(documents())
def test_round_trip(document):
    line = dumps(document)
    assert "\n" not in line
    line.encode("utf-8")
    assert loads(line) == document
    assert dumps(loads(line)) == line
    assert loads(pretty(document)) == document


@given(st.lists(documents(max_size=8), max_size=4))
def test_jsonl_round_trip(items):
    stream = io.StringIO()
    assert dump_jsonl(items, stream) == len(items)
    assert list(load_jsonl(io.StringIO(stream.getvalue(), newline="\n"))) == items


def _quoted() -> Document:
    spans = [Span(15, 29), Span(31, 37)]
    quotes = [Quote.make(TEXT, span, fragments=(span,), form="indirect") for span in spans]
    return written(TEXT, names={"Ada Brook": "Person"}, layers=[Layer.of("quotes", quotes)])


FAULTS = [
    (lambda d: d.pop("meta"), r"\$\.meta: the field is missing"),
    (lambda d: d.update(schema="other/1"), r"\$\.schema: expected 'newsparse.document/1'"),
    (lambda d: d.update(schema="newsparse.document/2"), "A newer newsparse wrote it"),
    (lambda d: d.update(text="Snow."), r"\$\.text_sha256"),
    (lambda d: d.update(extra=1), r"unknown field 'extra'"),
    (lambda d: d["layers"]["quotes"][1].update(span=[31, 99]), r"\$\.layers\.quotes\[1\]\.span"),
    (lambda d: d["layers"]["quotes"][1].update(span=[31, 30]), r"\$\.layers\.quotes\[1\]\.span"),
    (lambda d: d["layers"]["quotes"][1].update(form=3), r"\$\.layers\.quotes\[1\]\.form"),
    (lambda d: d["layers"]["quotes"][0].pop("form"), r"\$\.layers\.quotes\[0\]\.form: the field is missing"),
    (lambda d: d["layers"]["mentions"][0].update(label=None), r"\$\.layers\.mentions\[0\]\.label"),
    (lambda d: d["layers"]["tokens"]["end"].__setitem__(0, 99), r"\$\.layers\.tokens\.end\[0\]"),
    (lambda d: d["layers"]["tokens"]["group"].pop(), r"\$\.layers\.tokens\.group"),
]


@pytest.mark.parametrize(("change", "message"), FAULTS, ids=[message for _, message in FAULTS])
def test_a_fault_names_its_path(change, message):
    data = json.loads(dumps(_quoted()))
    change(data)
    with pytest.raises(SchemaError, match=message):
        loads(json.dumps(data))


@pytest.mark.parametrize("line", ["", "{", "[]", "3", "null", '{"schema": NaN}'])
def test_what_is_no_document(line):
    with pytest.raises(SchemaError, match="NP201"):
        loads(line)


def test_a_bad_line_is_named_and_the_rest_goes_on():
    lines = [dumps(Document(text="one")), "{broken", dumps(Document(text="two"))]
    with pytest.raises(SchemaError, match="news.jsonl, line 2"):
        list(load_jsonl(lines, name="news.jsonl"))
    first, error, second = load_jsonl(lines, name="news.jsonl", errors="yield")
    assert (first.text, second.text) == ("one", "two")
    assert isinstance(error, SchemaError)


def test_unknown_kinds_are_kept_and_written_back_as_they_came():
    registry = builtin_registry()
    poor = KindRegistry([kind for kind in registry if kind.name != "quote"])
    line = dumps(_quoted())
    document = loads(line, registry=poor)
    assert all(isinstance(item, Unrecognised) for item in document.layer("quotes"))
    assert json.loads(dumps(document, registry=poor)) == json.loads(line)
    assert loads(dumps(document, registry=poor)) == _quoted()


def test_words_that_are_not_those_of_the_text_are_not_written():
    mention = Mention(id="mention:0-4", span=Span(0, 4), text="Snow", label="Misc")
    with pytest.raises(SchemaError, match=r"\$\.layers\.mentions\[0\]"):
        dumps(Document(text="Rain").with_layer("mentions", [mention]))


def test_lone_surrogates_survive():
    document = Document(text="a \ud800 b")
    assert dumps(document).encode("utf-8")
    assert loads(dumps(document)) == document
