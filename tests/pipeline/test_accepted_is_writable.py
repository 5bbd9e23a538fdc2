"""Whatever the host accepts can be written and read again; what cannot is refused at its extractor."""

from __future__ import annotations

import enum
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsparse
from newsparse.model import Annotation, Document, Failure, Mention, Meta, Passage, Quantity, Quote, Source, Span
from newsparse.specs import ExtractorSpec, KindSpec
from newsparse.testing import documents, fake_backend

TEXT = "Ada said no."


class Mood(enum.Enum):
    GLAD = "glad"


@attrs.frozen(kw_only=True)
class Inner:
    name: str = "x"
    place: Passage | None = None


@attrs.frozen(kw_only=True)
class Odd(Annotation):
    """A kind with fields of many types."""

    KIND = "odd"

    word: str = ""
    count: int = 0
    sure: bool = False
    size: float = 0.5
    exact: Decimal = Decimal(1)
    inner: Inner | None = None
    inners: tuple[Inner, ...] = ()
    words: frozenset[str] = frozenset()
    table: dict[str, float] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True)
class Free(Annotation):
    """A kind with fields that can only be judged by writing them."""

    KIND = "free"

    mood: Mood = Mood.GLAD
    anything: Any = None


@attrs.frozen(kw_only=True)
class Grown:
    size: int = attrs.field(default=1, converter=lambda size: size + 1)


@attrs.frozen(kw_only=True)
class Growing(Annotation):
    """A kind whose fields may be taken in ways of their own."""

    KIND = "growing"

    grown: Grown | None = None
    trimmed: str = attrs.field(default="", converter=str.strip)
    even: int = attrs.field(default=2, validator=attrs.validators.instance_of(int))
    count: int = 0

    def __attrs_post_init__(self):
        if self.count:
            object.__setattr__(self, "count", self.count + 1)


KINDS = [
    KindSpec(type=Odd, layer="odds"),
    KindSpec(type=Free, layer="frees"),
    KindSpec(type=Growing, layer="growing"),
]


def host(find, provides):
    make = lambda: SimpleNamespace(extract=find)  # noqa: E731
    spec = ExtractorSpec(name="under-test", summary=".", make=make, provides=provides)
    offers = {"extractors": [spec], "kinds": KINDS, "backends": [fake_backend()]}
    hooks = {f"newsparse_{name}": newsparse.hookimpl(lambda given=given: given) for name, given in offers.items()}
    return newsparse.Host.of(SimpleNamespace(**hooks), strict=True)


def run(item, layer):
    found = host(lambda document: [item], (layer,))
    return newsparse.load("en", host=found)(TEXT), found.kinds


def mention(**fields):
    return Mention.make(TEXT, Span(0, 3), **({"label": "Person"} | fields))


def odd(**fields):
    return Odd.make(TEXT, Span(0, 3), **fields)


def growing(**fields):
    return Growing.make(TEXT, Span(0, 3), **fields)


class Half(float):
    """A float of another library, as numpy has them."""


class Whole:
    """A number that is like a whole number in all but its type."""

    def __init__(self, value):
        self.value = value

    def __le__(self, other):
        return self.value <= other

    def __lt__(self, other):
        return self.value < (other.value if isinstance(other, Whole) else other)

    def __ge__(self, other):
        return self.value >= other

    def __gt__(self, other):
        return self.value > other

    def __index__(self):
        return self.value

    def __eq__(self, other):
        return self.value == other

    def __hash__(self):
        return hash(self.value)

    def __str__(self):
        return str(self.value)


REFUSED = [
    (growing(grown=Grown(size=1)), "growing", "$.layers.growing comes back changed from JSON"),
    (growing(count=1), "growing", "$.layers.growing comes back changed from JSON"),
    (mention(label=3), "mentions", ".label is of type int, not str"),
    (mention(label=object()), "mentions", ".label is of type object, not str"),
    (mention(label="\ud83d\ude00"), "mentions", ".label holds a surrogate pair"),
    (mention(confidence=True), "mentions", ".confidence is of type bool, not float"),
    (mention(confidence=Decimal("0.5")), "mentions", ".confidence is of type Decimal, not float"),
    (mention(form="zzz"), "mentions", ".form is 'zzz', which is not one of 'named', 'nominal', 'pronoun'"),
    (attrs.evolve(mention(), id=5), "mentions", "5: .id is of type int, not str"),
    (mention(origin=5), "mentions", ".origin is of type int, not str"),
    (attrs.evolve(mention(), span=Span(Whole(0), Whole(3))), "mentions", ".span.start is of type Whole, not int"),
    (
        Quote.make(TEXT, Span(9, 11), fragments=[Span(9, 11)], form="indirect"),
        "quotes",
        ".fragments is of type list, not tuple",
    ),
    (odd(size=float("inf")), "odds", ".size is not a finite number"),
    (odd(size=10**400), "odds", ".size is a whole number too large for a float"),
    (odd(count=10**5000), "odds", ".count is a whole number too long to write"),
    (odd(count=True), "odds", ".count is of type bool, not int"),
    (odd(sure=1), "odds", ".sure is of type int, not bool"),
    (odd(exact=Decimal("NaN")), "odds", ".exact is not a number"),
    (odd(inner=Inner(name=b"x")), "odds", ".inner.name is of type bytes, not str"),
    (odd(inner=mention()), "odds", ".inner is of type Mention, not Inner"),
    (odd(inners=(Inner(), Inner(name=None))), "odds", ".inners[].name is of type NoneType, not str"),
    (odd(words=frozenset({"a", 1})), "odds", ".words[] is of type int, not str"),
    (odd(table={1: 0.5}), "odds", ".table (a key) is of type int, not str"),
    (odd(table={"a": "b"}), "odds", ".table[] is of type str, not float"),
    (Free.make(TEXT, Span(0, 3), anything=object()), "frees", "cannot be written as JSON"),
    (Free.make(TEXT, Span(0, 3), anything={1, 2}), "frees", "comes back changed"),
    (Free.make(TEXT, Span(0, 3), anything=(1, 2)), "frees", "comes back changed"),
    (Free.make(TEXT, Span(0, 3), mood="sad"), "frees", "frees"),
]


@pytest.mark.parametrize(("item", "layer", "message"), REFUSED, ids=[case[2] for case in REFUSED])
def test_what_could_not_be_written_and_read_again_is_a_breach_of_the_contract(item, layer, message):
    document, _ = run(item, layer)
    (failure,) = document.failures
    assert (failure.stage, failure.where) == ("contract", "under-test")
    assert message in failure.message
    assert not document.has(layer)
    assert newsparse.loads(newsparse.dumps(document)) == document


@pytest.mark.parametrize(("item", "layer", "message"), REFUSED, ids=[case[2] for case in REFUSED])
@pytest.mark.parametrize("size", [2, 4])
def test_one_breach_in_a_batch_costs_no_other_document_its_layer(item, layer, message, size):
    good = odd() if layer == "odds" else mention() if layer == "mentions" else None
    found = host(lambda document: [item] if document.id == "bad" else [good] if good else [], (layer,))
    given = [newsparse.Document(text=TEXT, id=name) for name in ("first", "bad", "last")]
    first, bad, last = newsparse.load("en", host=found).pipe(given, batch_size=size)
    assert [message in failure.message for failure in bad.failures] == [True]
    assert not bad.has(layer)
    assert (first.failures, last.failures) == ((), ())
    assert first.has(layer)
    assert last.has(layer)


ACCEPTED = [
    (mention(label="\ud800 lone"), "mentions"),
    (mention(confidence=1), "mentions"),
    (mention(confidence=Half(0.5)), "mentions"),
    (odd(size=3, count=-(10**4000), exact=Decimal("1E+400"), words=frozenset({"a", "b"}), table={"a": 1.0}), "odds"),
    (odd(inner=Inner(place=Passage.at(TEXT, 4, 8)), inners=(Inner(), Inner(name="y"))), "odds"),
    (Free.make(TEXT, Span(0, 3), anything={"a": [1, None, "x"]}), "frees"),
    (growing(trimmed=" a ", even=4), "growing"),
]


@pytest.mark.parametrize(("item", "layer"), ACCEPTED)
def test_what_can_be_written_is_accepted_and_comes_back_the_same(item, layer):
    document, kinds = run(item, layer)
    assert document.failures == ()
    assert newsparse.loads(newsparse.dumps(document, registry=kinds), registry=kinds) == document


def test_a_backend_is_held_to_the_same():
    def analyse(texts):
        return [[newsparse.model.Layer("mentions", (mention(label=3),))] for _ in texts]

    backend = attrs.evolve(fake_backend(), make=lambda *_: SimpleNamespace(analyse=analyse), provides=("mentions",))
    plugin = SimpleNamespace(newsparse_backends=newsparse.hookimpl(lambda: [backend]))
    nlp = newsparse.load("en", extractors=[], layers=["mentions"], host=newsparse.Host.of(plugin, strict=True))
    assert ".label is of type int" in nlp(TEXT).failures[0].message


@pytest.mark.parametrize(
    "bad",
    [
        Document(text=TEXT, meta=Meta(title=5)),
        Document(text=TEXT, sources=(Source(id="x", distribution="y", version=None),)),
        Document(text=TEXT, failures=(Failure(stage="read", where=None, code="NP401", message="no"),)),
    ],
)
def test_what_is_known_about_an_article_is_held_to_the_same(bad):
    (document,) = newsparse.load("en", host=host(lambda document: [], ("mentions",))).pipe([bad])
    assert document.failures[0].code == "NP401"
    assert newsparse.loads(newsparse.dumps(document)) == document


VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(min_value=10**4200, max_value=10**4400),
    st.floats(),
    st.decimals(),
    st.text(st.characters(), max_size=4),
    st.sampled_from(
        ["\ud83d\ude00", "named", Mood.GLAD, b"x", (), ("a",), frozenset("ab"), {"a": 1.0}, {1: 2}, Inner()]
    ),
    st.builds(Inner, name=st.text(max_size=3) | st.integers()),
    st.lists(st.integers(), max_size=2).map(tuple),
    st.lists(st.builds(Inner), max_size=2).map(tuple),
    st.dictionaries(st.text(max_size=2), st.floats(), max_size=2),
    st.builds(Quantity, low=st.decimals(0, 5), high=st.just(Decimal(9))),
)
FIELDS = st.fixed_dictionaries(
    {}, optional={field.name: VALUES for field in attrs.fields(Odd) if field.name not in {"id", "span", "text"}}
)


@given(fields=FIELDS, free=st.fixed_dictionaries({}, optional={"mood": VALUES, "anything": VALUES}))
def test_whatever_is_accepted_can_be_written_and_read_again(fields, free):
    def find(document):
        return [Odd.make(TEXT, Span(0, 3), **fields), Free.make(TEXT, Span(4, 8), **free)]

    found = host(find, ("odds", "frees"))
    document = newsparse.load("en", host=found)(TEXT)
    assert newsparse.loads(newsparse.dumps(document, registry=found.kinds), registry=found.kinds) == document


@given(data=st.data())
def test_a_wild_value_in_a_built_in_kind_is_refused_or_can_be_written_and_read_again(data):
    drawn = data.draw(documents().filter(lambda document: any(layer.annotations for layer in document.layers)))
    document = attrs.evolve(drawn, failures=())
    layer = data.draw(st.sampled_from([layer for layer in document.layers if layer.annotations]))
    item, *others = data.draw(st.permutations(layer.annotations))
    name = data.draw(st.sampled_from([field.name for field in attrs.fields(type(item))]))
    try:
        changed = attrs.evolve(item, **{name: data.draw(VALUES)})
    except Exception:  # the type itself refuses it
        return
    found = host(lambda _document: [changed, *others], (layer.name,))
    done = newsparse.load("en", host=found, extractors=["under-test"])(document)
    assert done.has(layer.name) != bool(done.failures)
    assert newsparse.loads(newsparse.dumps(done)) == done
