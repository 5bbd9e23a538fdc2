"""What the report for people says of each claim, and what slim JSON and pages leave out or hold."""

from __future__ import annotations

import io
import json
from decimal import Decimal
from typing import ClassVar

import attrs
import pytest

from newsparse.errors import WriteError
from newsparse.model import (
    Affiliation,
    Annotation,
    Document,
    Entity,
    Evidence,
    Failure,
    Mention,
    Meta,
    NumberClaim,
    Passage,
    Period,
    Quantity,
    Quote,
    Sentence,
    Source,
    Span,
    Speaker,
    TitlePassage,
    TitleRole,
)
from newsparse.writers import JsonOptions, PageOptions, write_jsonl, write_page, write_text
from tests.annotated import annotated

TEXT = "Deputy mayor Ada Brook told Ina that it rained. Her report says that 12 ships sank in May 2024."


def at(words):
    return Passage.at(TEXT, TEXT.index(words), TEXT.index(words) + len(words))


def quote(words="it rained", **fields):
    return Quote.of(TEXT, at(words).span, form="indirect", **fields)


def shown(*items, text=TEXT, **meta):
    """The report of a document with these annotations."""
    return write_text(annotated(text, *items, meta=Meta(**meta)))


def person(**fields):
    return Entity.make(TEXT, at("Ada Brook").span, label="Person", name="Ada Brook", **fields)


@pytest.mark.parametrize(
    ("meta", "text", "first"),
    [
        ({"title": "Rain", "path": "a.txt"}, TEXT, ["Rain", "====", "a.txt, 95 characters"]),
        ({}, "\n \n  It rained. \nAll day.", ["It rained.", "==========", "25 characters"]),
        ({}, " ", ["(no text)", "=========", "1 characters"]),
    ],
)
def test_a_report_begins_with_the_title_or_else_the_first_line(meta, text, first):
    assert shown(text=text, **meta).splitlines()[:3] == first


def test_what_could_not_be_read_is_named_by_its_path_or_its_id():
    failure = Failure(stage="read", where="a.txt", code="NP401", message="no such file: a.txt.")
    lost = Document(text="", id="x7", meta=Meta(path="a.txt"), failures=(failure,))
    assert write_text(lost).splitlines()[:3] == ["a.txt", "=====", "(not read)"]
    assert write_text(attrs.evolve(lost, meta=Meta())).splitlines()[0] == "x7"
    later = attrs.evolve(lost, text=TEXT).with_layer("quotes", [])
    assert "Who said what: nothing found" in write_text(later)


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({}, "(nobody named: no source)  [indirect; 37-46]"),
        ({"unattributed": "a rumour"}, "(nobody named: a rumour)  [indirect; 37-46]"),
        (
            {"speaker": Speaker(name="Ada Brook"), "cue": at("told"), "addressee": at("Ina")},
            'Ada Brook  [indirect "told"; to Ina; 37-46]',
        ),
    ],
)
def test_a_quote_is_shown_with_its_cue_and_whoever_is_told(fields, line):
    assert f"  {line}\n      it rained" in shown(quote(**fields))


def test_a_speaker_who_begins_with_a_pronoun_is_told_with_whom_that_means():
    her = Mention.make(TEXT, at("Her").span, label="Person", form="pronoun", entity=person().id)
    report = Speaker(name="Her report", mention=at("Her report"), kind="document")
    said = quote("12 ships sank in May 2024", speaker=report)
    assert "Her report (Ada Brook)  [" in shown(person(), her, said)
    assert "Her report  [" in shown(person(), said)
    assert "Her report  [" in shown(person(), attrs.evolve(her, form="nominal"), said)
    named = attrs.evolve(said, speaker=attrs.evolve(report, name="Ada Brook's report"))
    assert "Ada Brook's report  [" in shown(person(), her, named)


@pytest.mark.parametrize(
    ("held", "sentences", "words"),
    [
        (Affiliation(role=at("Deputy mayor")), (), "Deputy mayor"),
        (Affiliation(role=at("Deputy mayor")), (0,), "deputy mayor"),
        (Affiliation(role=at("Deputy mayor")), (48,), "Deputy mayor"),
        (Affiliation(role=at("Deputy mayor"), former=True), (0,), "former deputy mayor"),
        (Affiliation(role=at("Ada Brook")), (13,), "Ada Brook"),
        (TitleRole(role=TitlePassage(0, 5, "Mayor"), body=TitlePassage(9, 13, "Orla")), (), "Mayor (Orla)"),
        (TitleRole(role=TitlePassage(0, 10, "Orla mayor"), body=TitlePassage(0, 4, "Orla")), (), "Orla mayor"),
        (TitleRole(role=TitlePassage(0, 5, "Mayor")), (), "Mayor"),
    ],
)
def test_a_role_is_shown_as_it_reads_inside_a_line(held, sentences, words):
    field = "title_roles" if isinstance(held, TitleRole) else "affiliations"
    begun = [Sentence.make(TEXT, Span(start, len(TEXT)), first=0, last=0) for start in sentences]
    entity = person(**{field: (held,)})
    speaker = Speaker(name="Ada Brook", entity=entity.id)
    report = shown(entity, quote(speaker=speaker), *begun)
    assert f"Ada Brook  [Person; 0 mentions; {words}; 13-22]" in report
    assert f"Ada Brook, {words}  [indirect; 37-46]" in report


def test_a_role_that_is_told_twice_is_shown_once():
    role = Affiliation(role=at("Deputy mayor"))
    report = shown(person(affiliations=(role, attrs.evolve(role), attrs.evolve(role, former=True))))
    assert "0 mentions; Deputy mayor; former Deputy mayor; 13-22" in report


def test_the_home_of_a_role_is_named_unless_the_role_names_it():
    body = Entity.make(TEXT, at("Ina").span, label="Organization", name="Ina Kell Bank")
    role = Affiliation(role=at("Deputy mayor"), organisation=body.id)
    assert "Deputy mayor (Ina Kell Bank)" in shown(person(affiliations=(role,)), body)
    assert "Deputy mayor;" in shown(person(affiliations=(role,)), attrs.evolve(body, name="mayor"))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "12  [69-71]"),
        ({"subject": at("ships")}, "12  [of ships; 69-71]"),
        ({"when": at("May 2024")}, "12  [May 2024; 69-71]"),
        ({"role": "change", "direction": "up"}, "12  [a rise; 69-71]"),
        ({"role": "from", "direction": "down"}, "12  [fell from this; 69-71]"),
        ({"role": "to"}, "12  [changed to this; 69-71]"),
        ({"speaker": Speaker(name="Ada Brook")}, "12  [says Ada Brook; 69-71]"),
    ],
)
def test_a_figure_is_shown_with_what_is_said_of_it(fields, words):
    exact = Quantity(low=Decimal(12), high=Decimal(12))
    assert f"  {words}" in shown(NumberClaim.make(TEXT, at("12").span, quantity=exact, **fields))


def test_the_days_that_are_meant_and_the_value_that_was_read_are_shown():
    days = Period(words=at("May 2024"), start="2024-05-01", end="2024-05-31", granularity="month")
    many = Quantity(low=Decimal(12), high=None)
    figure = NumberClaim.make(TEXT, at("12").span, quantity=many, when=at("May 2024"), period=days)
    assert "  12  [= at least 12; May 2024 (2024-05); 69-71]" in shown(figure)


def test_slim_json_leaves_out_what_explains_a_claim_and_nothing_else():
    why = {"rule": "mine", "evidence": (Evidence("source", "mine"),), "marks": (at("told").span,)}
    speaker = Speaker(name="Ada Brook", reason="named")
    said = quote(speaker=speaker, confidence=0.98765, origin="quotes", cue=at("told"), **why)
    sources = [Source(id=name, distribution="d", version="1") for name in ("quotes", "unused")]
    document = annotated(TEXT, said, quote("12 ships", origin="quotes"))
    document = document.with_source(sources[0]).with_source(sources[1])
    slim = json.loads(write_jsonl(document, JsonOptions(slim=True)))
    assert [source["id"] for source in slim["sources"]] == ["quotes"]
    assert not {"rule", "evidence", "marks"} & slim["layers"]["quotes"]["columns"].keys()
    from newsparse import loads

    plain = attrs.evolve(speaker, reason="")
    kept = attrs.evolve(said, rule="", evidence=(), marks=(), confidence=0.99, speaker=plain)
    assert loads(json.dumps(slim)).quotes[0] == kept
    assert loads(write_jsonl(document)) == document


def test_a_page_holds_as_many_articles_as_it_may(tmp_path):
    articles = [Document(text=f"It rained {number}.") for number in range(3)]
    stream, path = io.BytesIO(), tmp_path / "a.html"
    write_page(iter(articles), stream, PageOptions(title="Rain", most=3))
    write_page(iter(articles), path, PageOptions(title="Rain", most=3))
    assert path.read_bytes() == stream.getvalue()
    assert "<title>Rain</title>" in path.read_text("utf-8")
    with pytest.raises(WriteError, match="holds at most 2 articles"):
        write_page(iter(articles), io.BytesIO(), PageOptions(most=2))


@attrs.frozen(kw_only=True)
class Fine(Annotation):
    """A fine, of a plugin."""

    KIND: ClassVar[str] = "fine"

    person: Passage | None = None
    entity: str | None = None
    days_left: int | None = None
    words: tuple[str, ...] = ()


def test_what_a_plugin_finds_is_shown_with_its_own_fields():
    text = "Tom Varga was fined."
    varga = Entity.make(text, Span(0, 9), label="Person", name="Tomas Varga")
    fields = {"person": Passage.at(text, 0, 9), "entity": varga.id, "days_left": 3, "words": ("a", "b")}
    found = [Fine.make(text, Span(14, 19), **fields), Fine.make(text, Span(14, 16))]
    report = write_text(Document(text=text).with_layer("entities", [varga]).with_layer("fines", found))
    assert "  fined  [fine; person Tom Varga; entity Tomas Varga; days left 3; words a, b; 14-19]" in report
    assert "  fi  [fine; 14-16]" in report
