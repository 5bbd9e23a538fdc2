"""Whatever a document holds, its labels come back from every format: crossing, nested, broken, in any characters."""

from __future__ import annotations

import io
import json
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import newsparse
from newsparse.errors import NewsparseError
from newsparse.model import Affiliation, Document, Entity, Mention, Passage, Quantity, Quote, Speaker, distinct
from newsparse.model.claims import Act, Direction, Manner, Modality, NumberClaim, NumberRole, SpeakerKind
from newsparse.serial import load_jsonl
from newsparse.testing import spans, texts
from newsparse_bench import markup
from newsparse_bench.corpora import brat, users
from newsparse_bench.forms import form_of_all, nested
from newsparse_bench.kinds import Numeral
from newsparse_bench.labels import tagged
from newsparse_bench.labels.tags import REASONS
from newsparse_bench.metrics import MEASURES
from newsparse_bench.prelabel import FORMATS

LABELS = ("Person", "Organization", "Location", "NORP")


def passage(text):
    return spans(text).map(lambda span: Passage(span, span.cut(text)))


@st.composite
def speakers(draw, text, entities):
    entity = draw(st.sampled_from([None, *entities]))
    words = draw(st.none() | passage(text))
    name = entity.name if entity else str(words or "")
    return Speaker(
        name=draw(st.sampled_from([name or "Ada", "A B"])),
        mention=words,
        entity=entity.id if entity else None,
        kind=draw(st.sampled_from(get_args(SpeakerKind))),
    )


@st.composite
def quantities(draw):
    low = draw(st.decimals(-(10**7), 10**7, places=3))
    ends = draw(st.sampled_from([(low, low), (low, None), (None, low), (low, low + 5)]))
    return Quantity(
        low=ends[0],
        high=ends[1],
        low_inclusive=draw(st.booleans()) or ends[0] is None,
        high_inclusive=draw(st.booleans()) or ends[1] is None,
        kind=draw(st.sampled_from(["count", "money", "percent", "basis-point"])),
        unit=draw(st.sampled_from([None, "square metre", 'a "b" \\ é'])),
        per=draw(st.sampled_from([None, "hour"])),
        exactness=draw(st.sampled_from(["exact", "about"])),
        near=draw(st.sampled_from([None, "below"])),
    )


@st.composite
def quotes(draw, text, entities):
    fragments = []
    for span in sorted(draw(st.lists(spans(text), min_size=1, max_size=3))):
        if not fragments or span.start > fragments[-1].end:
            fragments.append(span)
    speaker = draw(st.none() | speakers(text, entities))
    return Quote.make(
        text,
        *fragments,
        fragments=tuple(fragments),
        form=form_of_all(text, fragments),
        speaker=speaker,
        unattributed="" if speaker else "nobody named",
        cue=draw(st.none() | passage(text)),
        modality=draw(st.sampled_from(get_args(Modality))),
        act=draw(st.sampled_from(get_args(Act))),
        manner=draw(st.sampled_from(get_args(Manner))),
    )


@st.composite
def labelled_documents(draw, odd=True):
    """Documents as extractors make them: mentions of entities, roles, quotes, figures, with any places at all."""
    text = draw(texts(max_size=12).filter(bool))
    if not odd:
        text = text.encode("utf-8", "ignore").decode() or "It sank."
    forms = st.sampled_from(["named", "nominal", "pronoun"])
    places = draw(st.lists(st.tuples(spans(text), st.sampled_from(LABELS), forms), max_size=5))
    mentions = distinct(Mention.make(text, span, label=label, form=form) for span, label, form in places)
    groups = {}
    for mention in mentions:
        groups.setdefault(draw(st.sampled_from(["a", "b", None])), []).append(mention)
    groups.pop(None, None)
    entities = []
    for own in groups.values():
        held = draw(st.lists(st.tuples(passage(text), st.booleans()), max_size=2))
        held.sort(key=lambda item: (item[0].span.start, -item[0].span.end))
        entity = Entity.make(
            text,
            own[0].span,
            label=draw(st.sampled_from(LABELS)),
            name=draw(st.sampled_from([own[0].text, "Ada  Brook", "Ada\nBrook"])),
            mentions=tuple(mention.id for mention in own),
            affiliations=tuple(Affiliation(role=role, former=former) for role, former in held),
        )
        entities.append(entity)
    entities = distinct(entities)
    document = Document(text=text, id="one").with_layer("mentions", mentions).with_layer("entities", entities)
    # Of two quotes in the same place, a measure cannot tell which is whose.
    apart = st.lists(quotes(text, entities), max_size=3, unique_by=lambda quote: quote.fragments)
    said = nested(distinct(draw(apart)))
    document = document.with_layer("quotes", said)
    numbers = [
        NumberClaim.make(
            text,
            span,
            quantity=draw(quantities()),
            role=draw(st.sampled_from(get_args(NumberRole))),
            direction=draw(st.sampled_from([None, *get_args(Direction)])),
            subject=draw(st.none() | passage(text)),
            speaker=draw(st.none() | speakers(text, entities)),
        )
        for span in draw(st.lists(spans(text), max_size=3))
    ]
    reasons = draw(st.lists(st.tuples(spans(text), st.sampled_from(REASONS)), max_size=2))
    numerals = [Numeral.make(text, span, reason=reason) for span, reason in reasons]
    return document.with_layer("numbers", distinct(numbers)).with_layer("numerals", distinct(numerals))


def fail(document, error):
    raise error


def back(document, name, folder):
    """The document from the files of a format, read as they are."""
    files = {}
    for file, text in FORMATS[name].files([document], "test", fail):
        files[file] = files.get(file, "") + text
    if name == "brat":
        brat.check(files["one.txt"], files["one.ann"], name="one")
        return brat.labelled(files["one.txt"], files["one.ann"], name="one")
    if name == "tags":
        return markup.parse(files["one.txt"], name="one")
    if name == "jsonl":
        [found] = load_jsonl(io.StringIO(files["articles.jsonl"]), registry=newsparse.Host.discover().kinds)
        return found
    [(file, text)] = files.items()
    if name == "label-studio":
        tasks = json.loads(text)
        tasks[0]["annotations"] = tasks[0].pop("predictions")
        text = json.dumps(tasks)
    (folder / file).write_text(text, "utf-8")
    [found] = users.load(folder / file)
    return found


def content(document):
    """The tags without the numbers of quotes, which say nothing."""
    found = tagged(document)
    keys = {"q": {"i", "in"}, "c": {"q"}, "m": {"q"}, "n": {"i"}}
    return document.text, sorted(
        (tag.start, tag.end, tag.name, sorted((k, v) for k, v in tag.values.items() if k not in keys.get(tag.name, ())))
        for tag in found.tags
    )


@pytest.mark.parametrize("name", FORMATS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25)
@given(data=st.data())
def test_labels_come_back_whatever_they_are(name, tmp_path, data):
    document = data.draw(labelled_documents(odd=name != "brat"))
    found = back(document, name, tmp_path)
    assert content(found) == content(document)
    for task in ("quotes", "numbers", "entities", "groups", "roles"):
        assert MEASURES[task](found, document) == MEASURES[task](document, document)


@settings(deadline=None, max_examples=50)
@given(document=labelled_documents(), data=st.data())
def test_tagged_text_that_was_damaged_is_read_or_refused_in_our_words(document, data):
    source = markup.write(tagged(document), name="one")
    at = data.draw(st.integers(0, len(source)))
    damaged = source[:at] + data.draw(st.sampled_from(["", "<", '"', "</q>", "x"])) + source[at + 3 :]
    try:
        found = markup.parse(damaged, name="x")
    except NewsparseError as error:
        assert error.message
    else:
        assert len(found.text) <= len(damaged)
