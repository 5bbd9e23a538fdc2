"""Typical mistakes of plugin authors: each is one line that names the plugin, the file and the line of code."""

from __future__ import annotations

import textwrap

import pytest

import newsparse
from newsparse.errors import PluginWarning

TEXT = "Ada Brook met Tomas Varga in Orla."

PLUGIN = """
import numpy
from newsparse import hookimpl
from newsparse.model import Mention, Span
from newsparse.specs import ExtractorSpec

class Names:
    def extract(self, document):
        {extract}

@hookimpl
def newsparse_extractors():
    {hook}
"""
SPEC = "ExtractorSpec(name='names', summary='.', make=Names, provides=('mentions',))"
ADA = "Mention.make(document.text, Span(0, 3), label='Person'"


@pytest.fixture
def plugin(tmp_path, monkeypatch):
    """The host of a plugin whose ``extract`` and hook have these bodies."""
    monkeypatch.syspath_prepend(tmp_path)

    def host(name: str, *, extract: str = "return []", hook: str = f"return [{SPEC}]") -> newsparse.Host:
        source = PLUGIN.format(extract=extract, hook=hook)
        (tmp_path / f"{name}.py").write_text(textwrap.dedent(source))
        return newsparse.Host.of(name)

    return host


EXTRACTS = {
    "none": ("pass", "extract returned None; it must return a list of annotations"),
    "single": (f"return {ADA})", "extract returned one Mention; it must return a list of annotations"),
    "words": ("return 'Ada'", "an extractor must return annotations, not str"),
    "tuple_span": (
        "yield Mention.make(document.text, (0, 3), label='Person')",
        "a span must be a Span, such as Span(0, 3), not (0, 3)",
    ),
    "typo": (f"yield {ADA}, forn='named')", "there is no field 'forn' (the nearest is 'form')"),
    "strange": (f"yield {ADA}, who='Ada')", "there is no field 'who' (the fields are origin, confidence, label"),
    "missing": ("yield Mention.make(document.text, Span(0, 3))", "the field 'label' is missing"),
    "bare_tuple": (
        "yield Mention(id='mention:0-3', span=(0, 3), text='Ada', label='Person')",
        ".span is of type tuple, not Span",
    ),
    "backwards": ("yield Span(3, 0)", "a span needs 0 <= start < end, got 3-0"),
    "float32": (f"yield {ADA}, confidence=numpy.float32(0.5))", ".confidence is of type numpy.float32, not float"),
    "int64": (
        "yield Mention.make(document.text, Span(numpy.int64(0), numpy.int64(3)), label='Person')",
        ".span.start is of type numpy.int64, not int: convert it with .item()",
    ),
    "array": (f"yield {ADA}, entity=numpy.zeros(2))", ".entity is of type numpy.ndarray, not str (mistaken_array"),
    "int64_inside": (f"yield {ADA}, head=Span(numpy.int64(0), 3))", ".head.start is of type numpy.int64, not int"),
    "raises": ("yield {}['deadline']", "names raised KeyError: 'deadline'"),
}


@pytest.mark.parametrize("name", EXTRACTS)
def test_a_mistake_in_an_extractor_is_one_line_with_its_place_and_costs_its_own_layer_alone(plugin, name):
    extract, message = EXTRACTS[name]
    host = plugin(f"mistaken_{name}", extract=extract)
    document = newsparse.load("en", host=host)(TEXT)
    (failure,) = document.failures
    assert message in failure.message
    assert f"mistaken_{name}" in failure.message
    assert f"mistaken_{name}.py:" in failure.message
    assert "\n" not in failure.message
    assert newsparse.loads(newsparse.dumps(document)) == document


def test_the_line_that_raised_is_shown_with_its_code(plugin):
    host = plugin("mistaken_line", extract="yield {}['deadline']")
    (failure,) = newsparse.load("en", host=host)(TEXT).failures
    assert "mistaken_line.py:9, `yield {}['deadline']`" in failure.message


def test_what_is_refused_only_after_it_was_returned_names_the_line_of_extract(plugin):
    host = plugin("mistaken_method", extract="return [1]")
    (failure,) = newsparse.load("en", host=host)(TEXT).failures
    assert failure.message.endswith("(mistaken_method, mistaken_method.py:8).")


def but(old: str, new: str) -> str:
    """A hook whose record has ``new`` in place of ``old``."""
    return f"return [{SPEC.replace(old, new)}]"


HOOKS = {
    "no_list": ("pass", "hook newsparse_extractors returned None", ".py:11"),
    "one": (f"return {SPEC}", "hook newsparse_extractors returned one ExtractorSpec", ".py:11"),
    "letters": (
        but("('mentions',)", "'mentions'"),
        "expected a tuple of names, got 'mentions'. Write ('mentions',)",
        ".py:13, `return [ExtractorSpec(",
    ),
    "numbers": (but("'mentions'", "1"), "expected a tuple of names, got one with 1", ".py:13"),
    "underscore": (
        but("'names'", "'my_names'"),
        "name of ExtractorSpec must be lower-case letters, digits and '-', a letter first, got 'my_names'",
        ".py:13",
    ),
    "field": (but("summary", "summery_"), "got an unexpected keyword argument 'summery_'", ".py:13"),
}


@pytest.mark.parametrize("name", HOOKS)
def test_a_mistake_in_a_hook_is_one_line_with_its_place(plugin, name):
    hook, message, place = HOOKS[name]
    (problem,) = plugin(f"mistaken_hook_{name}", hook=hook).problems
    assert message in problem.message
    assert f"(mistaken_hook_{name}{place}" in problem.message
    assert "\n" not in problem.message


def test_a_mistake_at_the_top_of_a_module_names_its_line(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "mistaken_import.py").write_text("\nimport not_installed_anywhere\n")
    (tmp_path / "mistaken_syntax.py").write_text("\n\ndef hook(:\n")
    imported, written = newsparse.Host.of("mistaken_import", "mistaken_syntax").problems
    assert "(mistaken_import.py:2, `import not_installed_anywhere`)" in imported.message
    assert "(mistaken_syntax.py:3, `def hook(:`)" in written.message


def test_an_extractor_that_cannot_be_built_names_its_line(plugin):
    host = plugin("mistaken_make", hook=but("make=Names", "make=lambda: {}['model']"))
    with pytest.warns(PluginWarning, match="KeyError: 'model' .mistaken_make.py:13"):
        pipeline = newsparse.load("en", host=host)
    (problem,) = pipeline.problems
    assert "(mistaken_make.py:13" in problem.message
