"""The stories with all labels: one set of articles with names, quotations, figures and the status of claims."""

from __future__ import annotations

from collections import Counter
from importlib import resources

import attrs
import pytest

from newsparse.errors import SchemaError
from newsparse.testing import written
from newsparse_bench.stories.claims import stories_of
from newsparse_bench.stories.measuring import claim_lines, story_lines
from newsparse_bench.stories.same_quotes import gold_links
from newsparse_bench.stories.status import LABELS
from newsparse_bench.stories.whole import whole

HALVES = ("dev", "test")
BASE = {"asserted", "reported", "hedged", "denied"}
ARTICLE = """organisations: odu
verdicts w1: hurt=agree

== w1-wire-1 | North Wire | 2026-03-02T08:10Z
# [Brook|brook] calls strike
"{We ^may/will^ go|go altered|reported+disputed}," [Ada Brook|brook] of the [ODU|odu] said.
"{^Or/And^ soon|go altered|reported+disputed}."

== w1-post-1 | Orla Post | 2026-03-03
Varga «denied that {they would go with ‹at least 3|hurt|>=3|denied›|stay indirect|denied|go}|go|Varga».
"""


@pytest.fixture
def read(monkeypatch, tmp_path):
    def bed(text):
        (tmp_path / "whole-dev.txt").write_text(text, "utf-8")
        monkeypatch.setattr(resources, "files", lambda _: tmp_path)
        return whole("dev")

    return bed


def test_one_set_of_articles_carries_all_labels(read):
    bed = read(ARTICLE)
    first, second = bed.stories
    assert [telling.document for telling in bed.told.tellings] == [first.document, second.document]
    assert first.document.text == 'Brook calls strike\n\n"We may go," Ada Brook of the ODU said.\n"Or soon."'
    assert (first.document.meta.title, second.document.meta.title) == ("Brook calls strike", None)
    assert [(span.cut(first.document.text), key) for span, key in first.names.items()] == [
        ("Brook", "brook"),
        ("Ada Brook", "brook"),
        ("ODU", "odu"),
    ]
    (quotation,) = first.tellings
    assert (quotation.utterances, quotation.relation, len(quotation.altered)) == (("w1/go",), "altered", 2)
    assert [span.cut(first.document.text) for span in quotation.fragments] == ["We may go", "Or soon"]
    (claim,) = bed.told.tellings[0].claims
    assert claim.span.cut(first.document.text) == 'We may go," Ada Brook of the ODU said.\n"Or soon'
    assert (claim.id, claim.labels) == ("go", {"reported", "disputed"})


def test_a_denial_is_about_the_claim_of_another_utterance(read):
    bed = read(ARTICLE)
    assert bed.stories[1].tellings[0].utterances == ("w1/stay",)
    telling = bed.told.tellings[1]
    denial, figure = telling.claims
    assert (denial.id, denial.labels, denial.group) == ("go", {"denied"}, None)
    assert (figure.group, str(figure.quantity)) == ("hurt", "at least 3")
    (dispute,) = telling.disputes
    assert (dispute.claim, dispute.by) == ("go", "Varga")
    assert dispute.span.cut(telling.document.text) == "denied that they would go with at least 3"
    assert bed.told.verdicts == {("w1", "hurt"): "agree"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("stay indirect|denied|go", "stay indirect"),
        ("stay indirect|denied", "stay whispered|denied"),
        ("hurt|>=3|denied", "hurt|denied"),
        ("hurt|>=3|denied", "hurt|many|denied"),
        ("|go|Varga»", "|go|Varga"),
        ("organisations", "bodies"),
    ],
)
def test_labels_that_cannot_be_read_are_refused(read, old, new):
    with pytest.raises(SchemaError):
        read(ARTICLE.replace(old, new))


@pytest.mark.parametrize("half", HALVES)
def test_each_story_has_three_outlets_and_two_versions_by_two_of_them(half):
    told = whole(half).told.tellings
    assert len({item.document.id for item in told}) == len(told)
    assert len(list(stories_of(told))) == 20
    for name, tellings in stories_of(told):
        versions: dict[str, list[tuple[str, str]]] = {}
        for item in tellings:
            key, outlet, number = item.document.id.split("-")
            assert key == name
            versions.setdefault(outlet, []).append((number, item.document.meta.published))
        assert 3 <= len(versions) <= 5
        assert sum(len(given) > 1 for given in versions.values()) >= 2, name
        for given in versions.values():
            assert [number for number, _ in given] == [f"{place + 1}" for place in range(len(given))]
            assert sorted(given, key=lambda pair: pair[1]) == given
        assert len({(outlet, item.document.meta.outlet) for item in tellings for outlet in [key_of(item)]}) == len(
            versions
        )


def key_of(telling):
    return telling.document.id.split("-")[1]


@pytest.mark.parametrize("half", HALVES)
def test_each_article_is_of_the_length_of_a_short_report_and_has_no_marks_left(half):
    for item in whole(half).stories:
        text, title = item.document.text, item.document.meta.title
        body = text.removeprefix(title) if title else text
        assert 60 <= len(body.split()) <= 130, item.document.id
        assert not set("[]{}‹›«»^|") & set(text), item.document.id


@pytest.mark.parametrize("half", HALVES)
def test_names_and_quotations_are_labelled_in_full(half):
    bed = whole(half).stories
    organisations = bed[0].organisations
    assert organisations <= {key for item in bed for key in item.names.values()}
    assert {key for item in bed for key in item.names.values()} - organisations
    for item in bed:
        text = item.document.text
        assert item.names, item.document.id
        assert all(span.cut(text).strip() == span.cut(text) != "" for span in item.names), item.document.id
        told = Counter(telling.utterances for telling in item.tellings)
        assert set(told.values()) <= {1}, item.document.id
        for telling in item.tellings:
            assert (telling.relation == "altered") == bool(telling.altered), (item.document.id, telling.utterances)
            assert (telling.relation == "merged") == (len(telling.utterances) > 1)
    assert gold_links(bed)
    assert {telling.relation for item in bed for telling in item.tellings} == {
        "verbatim",
        "shortened",
        "merged",
        "indirect",
        "altered",
    }
    assert any(telling.other for item in bed for telling in item.tellings)


@pytest.mark.parametrize("half", HALVES)
def test_claims_are_labelled_in_full(half):
    told = whole(half).told
    claims = {(item.story, key) for item in told.tellings for claim in item.claims for key in claim.id.split("+")}
    groups = Counter((item.story, claim.group) for item in told.tellings for claim in item.figures)
    assert {group for group, count in groups.items() if count > 1} == set(told.verdicts)
    assert set(told.verdicts.values()) == {"agree", "drift", "conflict", "incomparable"}
    for item in told.tellings:
        assert item.claims, item.document.id
        for claim in item.claims:
            assert len(claim.labels & BASE) == 1, (item.document.id, claim.id)
            assert claim.labels <= set(LABELS)
            assert "denied" not in claim.labels or len(claim.labels) == 1, (item.document.id, claim.id)
            assert claim.quantity or "asserted" not in claim.labels, (item.document.id, claim.id)
        assert all((item.story, dispute.claim) in claims for dispute in item.disputes), item.document.id
    assert {label for item in told.tellings for claim in item.claims for label in claim.labels} == set(LABELS)


@pytest.mark.parametrize("half", HALVES)
def test_a_disputed_claim_is_disputed_wherever_it_is_told(half):
    told = whole(half).told
    answered = {(item.story, dispute.claim) for item in told.tellings for dispute in item.disputes}
    for item in told.tellings:
        for claim in item.claims:
            if claim.labels == {"denied"}:
                continue
            here = any((item.story, key) in answered for key in claim.id.split("+"))
            if not claim.quantity or "disputed" in claim.labels:
                assert ("disputed" in claim.labels) == here, (item.document.id, claim.id)


def test_each_measure_is_printed_for_articles_of_which_nothing_was_found():
    bed = whole("dev")
    documents = [attrs.evolve(item.document, layers=written(item.document.text).layers) for item in bed.stories]
    lines = [*story_lines(bed.stories, documents, errors=False), *claim_lines(bed.told, documents, errors=False)]
    assert [line.split()[0].strip(":") for line in lines if not line.startswith(" ")] == [
        *("people", "all", "quotes"),
        *["figures"] * 6,
    ]
    items = {(item.document.id, key) for item in bed.stories for key in item.names.values()}
    assert f"({len(items)} items, {len(items)} not found)" in lines[1]
