"""Documents with kinds of installed plugins: read again without a registry, and as plain data."""

from __future__ import annotations

import json
import subprocess
import sys
from decimal import Decimal
from typing import Literal, get_args, get_origin, get_type_hints

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsparse
from newsparse.kinds import Unrecognised, builtin_registry
from newsparse.model import Annotation, Document, Quote, Span, distinct
from newsparse.testing import documents

TEXT = "In a survey 48% of the so-called “voters” agreed, as on 3 May."


BUILTIN = {kind.name for kind in builtin_registry()}
INSTALLED = {kind.layer: kind.type for kind in newsparse.Host.discover().kinds if kind.name not in BUILTIN}
needs_plugins = pytest.mark.skipif(not INSTALLED, reason="no plugin with a kind is installed")


def values(hint: object) -> st.SearchStrategy[object]:
    """Values of the type of a field."""
    if get_origin(hint) is tuple:
        return st.lists(values(get_args(hint)[0]), max_size=3).map(tuple)
    if hint is Decimal or hint is float:
        return st.decimals(-100, 100).map(hint)
    return st.sampled_from(get_args(hint)) if get_origin(hint) is Literal else st.text("abc", max_size=3)


def annotations(kind: type, text: str) -> st.SearchStrategy[Annotation]:
    """Annotations of a kind over the first words of a text, with whatever fields it needs."""
    hints = get_type_hints(kind)
    needed = [field.name for field in attrs.fields(kind) if field.default is attrs.NOTHING]
    fields = {name: values(hints[name]) for name in needed if name not in ("id", "span", "text")}
    return st.builds(kind.make, st.just(text), st.sampled_from([Span(0, 2), Span(5, 11)]), **fields)


@needs_plugins
@given(documents(), st.data())
def test_documents_with_every_installed_kind_come_back_equal_without_a_registry(document, data):
    document = Document(text=TEXT + document.text, id=document.id, meta=document.meta)
    for layer, kind in INSTALLED.items():
        document = document.with_layer(layer, distinct(data.draw(st.lists(annotations(kind, document.text)))))
    assert newsparse.loads(newsparse.dumps(document)) == document


def test_a_kind_that_no_plugin_has_is_kept_as_it_is():
    row = {"kind": "promise", "v": 1, "id": "promise:0-2", "span": [0, 2], "text": "In", "due": "May"}
    fields = json.loads(newsparse.dumps(Document(text=TEXT))) | {"layers": {"promises": [row]}}
    document = newsparse.loads(json.dumps(fields))
    assert isinstance(document.get("promises")[0], Unrecognised)
    assert newsparse.loads(newsparse.dumps(document)) == document


def test_known_kinds_are_read_without_importing_a_plugin():
    program = (
        "import sys, newsparse\nfrom newsparse.testing.fakes import written\n"
        "newsparse.loads(newsparse.dumps(written('Ada left.', names={'Ada': 'Person'})))\n"
        "print([name for name in sys.modules if name.startswith('newsparse_')])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@given(documents())
def test_plain_data_is_what_is_written(document):
    assert document.to_dict() == json.loads(newsparse.dumps(document))


def test_plain_data_of_some_layers_has_no_others():
    quote = Quote.of(TEXT, Span(0, 2), Span(5, 11), form="indirect")
    document = Document(text=TEXT).with_layer("quotes", [quote]).with_layer("numbers", [])
    assert set(document.to_dict(layers=["quotes", "tokens"])["layers"]) == {"quotes"}


def test_a_quote_of_fragments_has_them_as_its_words():
    quote = Quote.of(TEXT, Span(0, 2), Span(5, 11), form="indirect", rule="mine")
    assert (quote.id, quote.text, quote.span) == ("quote:0-11", "In survey", Span(0, 11))
    assert quote.fragments == (Span(0, 2), Span(5, 11))
