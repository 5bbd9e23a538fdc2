"""Plugins that do their worst: each costs its own layer or its own place, and never the rest of the run."""

from __future__ import annotations

import re
import warnings
from types import SimpleNamespace

import attrs
import pytest

import newsparse
from newsparse.errors import PlanError, PluginBuildError, PluginWarning, UnknownNameError
from newsparse.model import Annotation, Document, Layer, Mention, Meta, Span
from newsparse.specs import BackendSpec, ExtractorSpec, KindSpec
from newsparse.testing import fake_backend

TEXT = "Ada said no."


class UnspeakableError(Exception):
    """An exception that raises when it is asked what it says."""

    def __str__(self):
        raise ValueError("not even that")


@attrs.frozen(init=False)
class Closed(Annotation):
    """A kind whose constructor takes other arguments than its fields, so that it can be neither copied nor read."""

    KIND = "closed"

    def __init__(self, text="Ada", origin=None):
        self.__attrs_init__(id=f"closed:0-{len(text)}", span=Span(0, len(text)), text=text, origin=origin)


@attrs.frozen(init=False)
class Own(Annotation):
    """A kind with a constructor of its own, which takes its fields."""

    KIND = "own"

    def __init__(self, **fields):
        self.__attrs_init__(**fields)


@attrs.frozen
class Straight(Annotation):
    """A kind whose words must not go over the end of a line."""

    KIND = "straight"

    def __attrs_post_init__(self):
        if "\n" in self.text:
            raise ValueError("over the end of a line")


class Giving:
    def __init__(self, find):
        self.find = find

    def extract(self, document):
        return self.find(document)


def raising(error):
    def find(_document):
        raise error

    return find


def exiting():
    raise SystemExit(1)


def interrupting():
    raise KeyboardInterrupt


def names(document):
    return [Mention.make(document.text, Span(0, 3), label="Person")]


def spec(name, find=names, provides=("mentions",), **fields):
    fields = {"make": lambda: Giving(find)} | fields
    return ExtractorSpec(name=name, summary=".", provides=provides, **fields)


def host(*extractors, backends=(), kinds=()):
    hooks = {
        "newsparse_extractors": lambda: extractors,
        "newsparse_backends": lambda: backends,
        "newsparse_kinds": lambda: kinds,
    }
    plugin = SimpleNamespace(**{name: newsparse.hookimpl(hook) for name, hook in hooks.items()})
    return newsparse.Host.of(plugin, strict=True)


WORST = [
    SystemExit(3),
    KeyboardInterrupt("of its own"),
    GeneratorExit(),
    UnspeakableError(),
    BaseException("all of it"),
    RecursionError("deep"),
]


@pytest.mark.parametrize("error", WORST, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("many", [1, 3])
def test_whatever_an_extractor_raises_stays_with_its_layer(error, many):
    nlp = newsparse.load("en", host=host(spec("evil", raising(error), ("quotes",)), spec("good")))
    for document in nlp.pipe([TEXT] * many):
        assert [failure.where for failure in document.failures] == ["evil"]
        assert type(error).__name__ in document.failures[0].message
        assert [mention.text for mention in document.mentions] == ["Ada"]


@pytest.mark.parametrize("error", WORST, ids=lambda error: type(error).__name__)
def test_whatever_a_backend_raises_is_noted_in_its_documents(error):
    backend = BackendSpec(
        name="evil",
        summary=".",
        make=lambda language, layers: SimpleNamespace(analyse=raising(error)),
        provides=("sentences", "tokens"),
        default_for=("en",),
    )
    nlp = newsparse.load("en", host=host(spec("reads", requires=("tokens",)), backends=[backend]))
    documents = list(nlp.pipe([TEXT, TEXT]))
    assert [document.failures[0].where for document in documents] == ["evil", "evil"]


def of_its_kind(kind, make):
    kinds = [KindSpec(type=kind, layer=kind.KIND)]
    given = host(spec("evil", lambda document: [make(document.text)], (kind.KIND,)), spec("good"), kinds=kinds)
    return newsparse.load("en", host=given), given.kinds


def test_an_annotation_with_a_constructor_of_its_own_gets_its_origin():
    nlp, kinds = of_its_kind(Own, lambda text: Own.make(text, Span(0, 3)))
    document = nlp(TEXT)
    assert [(item.text, item.origin) for item in document.layer("own")] == [("Ada", "evil")]
    assert (document.failures, len(document.mentions) > 0) == ((), True)
    assert newsparse.loads(newsparse.dumps(document, registry=kinds), registry=kinds) == document


def test_an_annotation_that_its_class_could_not_be_read_into_is_a_failure():
    nlp, kinds = of_its_kind(Closed, lambda text: Closed())
    document = nlp(TEXT)
    assert [(failure.where, failure.stage) for failure in document.failures] == [("evil", "contract")]
    assert "unexpected keyword argument 'id'" in document.failures[0].message
    assert newsparse.loads(newsparse.dumps(document, registry=kinds), registry=kinds) == document


WRAPPED = "\n".join(["Ada said no to every one of the plans that she was shown."] * 9)


def test_an_annotation_that_cannot_be_copied_to_wrapped_lines_is_a_failure_too():
    nlp, _ = of_its_kind(Straight, lambda text: Straight.make(text, Span(0, 120)))
    document = nlp(WRAPPED)
    assert [(failure.where, failure.stage) for failure in document.failures] == [("evil", "contract")]
    assert "cannot be copied" in document.failures[0].message
    assert (document.text, document.has("straight")) == (WRAPPED, False)
    assert document.mentions


SPOILING = {"text": "Bob said yes.", "layers": None, "meta": None, "id": 5, "failures": [], "sources": None}


@pytest.mark.parametrize(("name", "value"), SPOILING.items())
@pytest.mark.parametrize("title", [None, "Ada says no"])
def test_a_document_that_an_extractor_changes_is_as_it_was_for_all_others(name, value, title):
    def change(document):
        if document.id != "second":
            return []
        object.__setattr__(document, name, value)
        return []

    evil = spec("evil", change, ("quotes",))
    given = [Document(text=TEXT, id=each, meta=Meta(title=title)) for each in ("first", "second")]
    nlp = newsparse.load("en", host=host(evil, spec("good"), backends=[fake_backend()]))
    first, second = nlp.pipe(given)
    assert (first.failures, first.has("quotes")) == ((), True)
    assert [(failure.where, failure.stage) for failure in second.failures] == [("evil", "contract")]
    assert "evil" not in {source.id for source in second.sources}
    for document in (first, second):
        assert (document.text, document.meta.title, [item.text for item in document.mentions]) == (TEXT, title, ["Ada"])
    assert newsparse.loads(newsparse.dumps(second)) == second


def test_a_title_that_an_extractor_changes_is_as_it_was_too():
    def change(document, title):
        object.__setattr__(title, "layers", None)
        return []

    reading = {"reads_title": True, "uses": ("tokens",)}
    evil = spec("evil", make=lambda: SimpleNamespace(extract=change), provides=("quotes",), **reading)
    reads = spec("reads", make=lambda: SimpleNamespace(extract=lambda text, title: names(title)), **reading)
    nlp = newsparse.load("en", host=host(evil, reads, backends=[fake_backend()]))
    document = nlp(Document(text=TEXT, meta=Meta(title="Ada says no")))
    assert [(failure.where, failure.stage) for failure in document.failures] == [("evil", "contract")]
    assert [item.text for item in document.mentions] == ["Ada"]


@pytest.mark.parametrize("error", [RuntimeError("the log is full"), KeyboardInterrupt("the log is full")])
def test_a_function_for_failures_that_raises_is_noted_and_loses_no_document(error):
    def on_failure(failure, _error):
        raise error

    nlp = newsparse.load("en", host=host(spec("evil", raising(ValueError("no")))), on_failure=on_failure)
    documents = list(nlp.pipe([TEXT, TEXT]))
    assert [[failure.where for failure in document.failures] for document in documents] == [["evil", "on_failure"]] * 2
    assert "the log is full" in documents[0].failures[1].message


@pytest.mark.parametrize(
    "bad",
    [
        Document(text=5, id="x"),
        Document(text=TEXT, id=7),
        Document(text=TEXT, layers=None),
        Document(text=TEXT, failures=["it failed"]),
        Document(text=TEXT, layers=(Layer("mentions", ("Ada",)),)),
        Document(text=TEXT, meta=None),
    ],
)
def test_a_document_of_the_wrong_make_is_refused_and_loses_no_neighbour(bad):
    nlp = newsparse.load("en", host=host(spec("good")))
    first, second, third = nlp.pipe([TEXT, bad, TEXT])
    assert (second.text, second.failures[0].code) == ("", "NP401")
    assert first.mentions
    assert third.mentions


def left_out(*extractors, backends=(), **options):
    """The pipeline of all these extractors, and what it warns of."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        nlp = newsparse.load("en", host=host(*extractors, backends=backends), **options)
    assert {item.category for item in caught} <= {PluginWarning}
    assert [problem.message for problem in nlp.problems] == [str(item.message) for item in caught]
    return nlp, [str(item.message) for item in caught]


@pytest.mark.parametrize(
    ("extractors", "words"),
    [
        ([spec("good"), spec("again")], ["'again' .* both make the layer 'mentions'"]),
        ([spec("lacks", provides=("quotes",), requires=("moods",)), spec("good")], ["'lacks' .* 'moods'"]),
        (
            [
                spec("good"),
                spec("one", provides=("ones",), requires=("twos",)),
                spec("two", provides=("twos",), requires=("ones",)),
            ],
            ["'two' .* wait for each other", "'one' .* requires the layer 'twos'"],
        ),
        ([spec("none", make=lambda: None, provides=("quotes",)), spec("good")], ["'none' .* built as NoneType"]),
        ([spec("exits", make=exiting, provides=("quotes",)), spec("good")], ["'exits' .* SystemExit"]),
        ([spec("stops", make=interrupting, provides=("quotes",)), spec("good")], ["'stops' .* KeyboardInterrupt"]),
    ],
)
def test_an_extractor_that_cannot_be_run_is_left_out_and_named(extractors, words):
    nlp, messages = left_out(*extractors, backends=[fake_backend()])
    assert nlp.extractors == ("good",)
    assert len(messages) == len(words)
    for message, expected in zip(messages, words, strict=True):
        assert re.search(expected, message)
    assert nlp(TEXT).mentions


def test_of_two_extractors_for_a_layer_the_first_stays_and_either_can_be_excluded():
    two = host(spec("good"), spec("again"))
    for excluded, kept in [("again", "good"), ("good", "again"), (["good"], "again")]:
        nlp = newsparse.load("en", host=two, exclude=excluded)
        assert (nlp.extractors, nlp.problems) == ((kept,), ())
    with pytest.warns(PluginWarning, match="exclude="):
        nlp = newsparse.load("en", host=two)
    assert [problem.tier for problem in nlp.problems] == ["choice"]
    assert newsparse.load("en", host=two, extractors=["again"]).extractors == ("again",)
    with pytest.raises(UnknownNameError, match="'nobody'"):
        newsparse.load("en", host=two, exclude=["nobody"])


def test_an_extractor_that_was_asked_for_is_not_left_out():
    broken = spec("broken", make=lambda: 1 / 0)
    with pytest.raises(PluginBuildError):
        newsparse.load("en", extractors=["broken"], host=host(broken))
    with pytest.raises(PlanError):
        newsparse.load("en", extractors=["one", "two"], host=host(spec("one"), spec("two")))
    config = attrs.make_class("Config", {"size": attrs.field(default=1, converter=int)})
    sized = spec("sized", make=Giving, config=config)
    with pytest.raises(PluginBuildError):
        newsparse.load("en", settings={"sized": {"size": "large"}}, host=host(sized))


def test_nothing_is_left_out_where_plugins_are_held_to_be_right(monkeypatch):
    monkeypatch.setenv("NEWSPARSE_STRICT_PLUGINS", "1")
    with pytest.raises(PluginBuildError):
        newsparse.load("en", host=host(spec("broken", make=lambda: 1 / 0), spec("good", provides=("quotes",))))


def test_an_extractor_that_would_replace_a_layer_of_the_backend_has_to_be_chosen():
    layer = Layer("mentions", (Mention.make(TEXT, Span(9, 11), label="Misc"),))
    reading = spec("reading", provides=("marks",), requires=("mentions", "tokens"))
    given = host(spec("again"), reading, backends=[fake_backend({TEXT: [layer]})])
    with pytest.warns(PluginWarning, match=r"'again' .* would replace the layer 'mentions' .* uses=\('mentions',\)"):
        nlp = newsparse.load("en", host=given)
    assert [problem.tier for problem in nlp.problems] == ["choice"]
    assert [item.text for item in nlp(TEXT).mentions] == ["no"]
    chosen = newsparse.load("en", host=given, extractors=["again", "reading"])
    assert [item.text for item in chosen(TEXT).mentions] == ["Ada"]


def test_an_extractor_that_adds_to_a_layer_of_the_backend_costs_nothing_where_it_fails():
    layer = Layer("mentions", (Mention.make(TEXT, Span(9, 11), label="Misc"),))
    adds = spec("adds", make=lambda: Giving(lambda document: 1 / 0), uses=("mentions",))
    nlp = newsparse.load("en", host=host(adds, backends=[fake_backend({TEXT: [layer]})]))
    document = nlp(TEXT)
    assert [item.text for item in document.mentions] == ["no"]
    assert [failure.where for failure in document.failures] == ["adds"]
